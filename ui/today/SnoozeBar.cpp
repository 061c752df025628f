// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/SnoozeBar.h"

#include "core/rules/LogLine.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace satchel::ui {

SnoozeBar::SnoozeBar(std::function<std::int64_t()> now, QWidget* parent)
    : QFrame(parent),
      m_now(std::move(now)),
      m_what(makeLabel({}, "strong", this)),
      m_day(new QLineEdit(this)),
      m_trouble(makeLabel({}, "danger", this))
{
    setProperty("kind", QStringLiteral("valuebox"));
    setAccessibleName(tr("Put off"));
    wrap(m_what);
    wrap(m_trouble);
    m_day->setPlaceholderText(tr("Fri, 15.3., in 2 weeks"));
    m_day->setAccessibleName(tr("Put off until this day"));
    auto* bar = new QHBoxLayout;
    setMargins(bar, 0, 0, 0, 0, 4);
    m_first = addChoice(tr("Tomorrow"), Qt::Key_T, [this] { choose(1); });
    bar->addWidget(m_first);
    bar->addWidget(addChoice(tr("Monday"), Qt::Key_M,
                             [this] { choose(8 - QDateTime::fromMSecsSinceEpoch(m_now()).date().dayOfWeek()); }));
    bar->addWidget(addChoice(tr("In a week"), Qt::Key_W, [this] { choose(7); }));
    bar->addWidget(addChoice(tr("Day"), Qt::Key_D, [this] {
        m_day->show();
        m_day->setFocus(Qt::ShortcutFocusReason);
    }));
    bar->addWidget(m_day, 1);
    bar->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 12, 8, 12, 8, 8);
    layout->addWidget(m_what);
    layout->addLayout(bar);
    layout->addWidget(m_trouble);
    connect(m_day, &QLineEdit::returnPressed, this, &SnoozeBar::readTyped);
    hide();
}

QPushButton* SnoozeBar::addChoice(const QString& text, Qt::Key key, std::function<void()> run)
{
    QPushButton* button = makeButton(tr("%1  %2", "a choice and its key").arg(text, QKeySequence(key).toString()), "",
                                     this, QKeySequence(key));
    button->setProperty("choice", static_cast<int>(key));
    connect(button, &QPushButton::clicked, this, std::move(run));
    return button;
}

void SnoozeBar::ask(const QString& what)
{
    m_what->setText(tr("Put off \"%1\" until").arg(what));
    m_day->clear();
    m_day->hide();
    m_trouble->hide();
    show();
    m_first->setFocus(Qt::ShortcutFocusReason);
}

void SnoozeBar::choose(int days)
{
    const QString day = toQString(localDay(m_now(), days));
    hide();
    Q_EMIT chosen(day);
}

void SnoozeBar::readTyped()
{
    const auto day = readDay(fromQString(m_day->text()), fromQString(QLocale().name()), m_now(),
                             QTimeZone::systemTimeZoneId().toStdString());
    m_trouble->setVisible(!day);
    if (!day) {
        m_trouble->setText(tr("This is not a day to come. Write it like Fri, 15.3. or in 2 weeks."));
        return;
    }
    hide();
    Q_EMIT chosen(toQString(*day));
}

void SnoozeBar::leave()
{
    hide();
    Q_EMIT left();
}

void SnoozeBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    const int key = event->key() == Qt::Key_S ? Qt::Key_T : event->key(); // S again: the first one
    if (!m_day->hasFocus())
        for (QPushButton* button : findChildren<QPushButton*>())
            if (button->property("choice").toInt() == key) {
                button->click();
                return;
            }
    QFrame::keyPressEvent(event);
}

} // namespace satchel::ui
