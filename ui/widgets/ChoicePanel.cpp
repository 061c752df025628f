// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ChoicePanel.h"

#include "ui/widgets/Kit.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int listHeight = 168;
}

ChoicePanel::ChoicePanel(QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel({}, "heading", this)),
      m_text(new QLineEdit(this)),
      m_list(new QListWidget(this))
{
    setProperty("kind", QStringLiteral("panel"));
    QToolButton* leave = makeIconButton(QStringLiteral("x"), tr("Close"), this, QKeySequence(Qt::Key_Escape));
    connect(leave, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT left();
    });
    auto* bar = new QHBoxLayout;
    setMargins(bar, 0, 0, 0, 0, 8);
    bar->addWidget(m_title, 1);
    bar->addWidget(leave);
    m_list->setFixedHeight(listHeight);
    m_list->setFocusPolicy(Qt::NoFocus); // the arrows reach it from the line
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 12, 16, 12, 8);
    layout->addLayout(bar);
    layout->addWidget(m_text);
    layout->addWidget(m_list);
    m_text->setAccessibleName(tr("Choice")); // until something is asked
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &ChoicePanel::fill);
    connect(m_text, &QLineEdit::returnPressed, this, &ChoicePanel::choose);
    connect(m_list, &QListWidget::itemClicked, this, &ChoicePanel::choose);
    hide();
}

void ChoicePanel::ask(const QString& title, const QString& hint, const QList<Choice>& choices, bool free)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_text->setPlaceholderText(hint);
    m_text->setAccessibleName(title);
    m_list->setAccessibleName(title);
    m_choices = choices;
    m_free = free;
    m_text->clear();
    fill();
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void ChoicePanel::fill()
{
    m_list->clear();
    const QString typed = m_text->text().trimmed();
    for (int i = 0; i < m_choices.size(); ++i) {
        const Choice& choice = m_choices[i];
        if (!typed.isEmpty() && !choice.text.contains(typed, Qt::CaseInsensitive) &&
            !choice.aside.contains(typed, Qt::CaseInsensitive))
            continue;
        auto* item = new QListWidgetItem(
            choice.aside.isEmpty() ? choice.text : tr("%1 · %2").arg(choice.text, choice.aside), m_list);
        item->setData(Qt::UserRole, i);
        item->setSizeHint(QSize(0, 28));
    }
    m_list->setCurrentRow(0);
}

void ChoicePanel::choose()
{
    const QListWidgetItem* item = m_list->currentItem();
    const QString typed = m_text->text().trimmed();
    const int index = item == nullptr ? -1 : item->data(Qt::UserRole).toInt();
    if (index < 0 && (!m_free || typed.isEmpty()))
        return;
    hide();
    Q_EMIT chosen(index, index < 0 ? typed : m_choices[index].text);
}

bool ChoicePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return true;
    default: return false;
    }
}

} // namespace satchel::ui
