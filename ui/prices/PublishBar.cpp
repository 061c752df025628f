// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/PublishBar.h"

#include "ui/prices/PriceViews.h"
#include "ui/prices/PriceWords.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

PublishBar::PublishBar(const Desk& desk, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_sentence(makeLabel({}, "strong", this)),
      m_trouble(makeLabel({}, "danger", this)),
      m_day(makeDayEdit(tr("In force from"), tr("Today"), this)),
      m_note(new QLineEdit(this)),
      m_publish(makeButton(tr("Publish"), "primary", this, QKeySequence(Qt::CTRL | Qt::Key_Return)))
{
    setProperty("kind", QStringLiteral("valuebox"));
    m_note->setPlaceholderText(tr("What colleagues should know of it"));
    m_note->setAccessibleName(tr("Note"));
    wrap(m_sentence);
    wrap(m_trouble);
    auto* bar = new QHBoxLayout;
    setMargins(bar, 0, 0, 0, 0, 8);
    bar->addWidget(makeLabel(tr("In force from"), "muted", this));
    bar->addWidget(m_day);
    bar->addWidget(m_note, 1);
    bar->addWidget(m_publish);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 12, 8, 12, 12, 8);
    layout->addWidget(m_sentence);
    layout->addWidget(m_trouble);
    layout->addLayout(bar);
    connect(m_publish, &QPushButton::clicked, this, &PublishBar::publish);
    withdraw();
}

void PublishBar::offer(const QString& sentence, const QString& code, Deed deed)
{
    m_code = code;
    m_deed = std::move(deed);
    m_sentence->setText(sentence);
    m_trouble->hide();
    m_publish->setEnabled(true);
    show();
}

void PublishBar::hold(const QString& sentence)
{
    m_deed = {};
    m_sentence->setText(sentence);
    m_trouble->hide();
    m_publish->setEnabled(false);
}

void PublishBar::withdraw()
{
    m_deed = {};
    hide();
    m_day->clear();
    m_note->clear();
    m_trouble->hide();
}

void PublishBar::focusDay()
{
    m_day->setFocus(Qt::OtherFocusReason);
}

void PublishBar::publish()
{
    if (!m_deed || !m_publish->isEnabled())
        return;
    const auto day = dayIn(m_day, m_desk.environment.now());
    m_trouble->setVisible(!day.ok());
    if (!day.ok()) {
        m_trouble->setText(toQString(day.error().message));
        m_day->setFocus();
        return;
    }
    m_publish->setEnabled(false);
    m_sentence->setText(tr("Publishing …"));
    const sales::Publication wishes{.effectiveFrom = *day, .name = {}, .notes = fromQString(m_note->text().trimmed())};
    const auto made = std::make_shared<std::optional<Result<sales::Published>>>();
    m_desk.writer.perform(
        tr("Published prices of %1").arg(m_code),
        [deed = m_deed, wishes, made](Replica& replica) -> Status {
            *made = deed(replica, wishes);
            return (*made)->ok() ? Status(Ok{}) : Status((*made)->error());
        },
        this,
        [this, made](const Result<ReplicaWriter::Done>& done) {
            tell(*made && done.ok() ? **made : Result<sales::Published>(done.error()));
        });
}

void PublishBar::tell(const Result<sales::Published>& made)
{
    m_publish->setEnabled(true);
    if (!made.ok()) {
        m_sentence->setText(tr("Nothing was published."));
        m_trouble->setText(toQString(made.error().message));
        m_trouble->show();
        return;
    }
    QStringList parts = {tr("Published %1 of %2, in force from %3. The next sync brings it to everybody.")
                             .arg(revisionWord(made->number), m_code, dayWord(made->effectiveFrom))};
    if (made->bulk)
        parts << tr("It is a big one: its %1 prices go in parts, which take effect together.")
                     .arg(numberWord(static_cast<std::int64_t>(made->entries)));
    for (const std::string& note : made->notes)
        parts << toQString(note);
    withdraw();
    if (made->bulk) // such a change is no single commit that the writer would announce
        Q_EMIT m_desk.writer.committed({});
    Q_EMIT published(parts.join(QLatin1Char(' ')));
}

} // namespace satchel::ui
