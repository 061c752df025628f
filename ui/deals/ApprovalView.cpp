// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/ApprovalView.h"

#include "core/sales/Deals.h"
#include "ui/deals/DealPanel.h"
#include "ui/deals/DealWords.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

ApprovalView::ApprovalView(const Desk& desk, const Keys& keys, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_heading(makeLabel({}, "heading", this)),
      m_sentence(makeLabel({}, "muted", this)),
      m_reason(makeLabel({}, "", this)),
      m_comment(makeLabel({}, "content", this)),
      m_margin(makeLabel({}, "strong", this)),
      m_hint(makeLabel({}, "muted", this)),
      m_trouble(makeLabel({}, "danger", this)),
      m_answer(new QLineEdit(this)),
      m_approve(makeButton(tr("Approve"), "primary", this, keys.approve)),
      m_refuse(makeButton(tr("Refuse"), "", this, keys.refuse)),
      m_withdraw(makeButton(tr("Take it back"), "", this, keys.withdraw)),
      m_open(makeButton(tr("Open the quote"), "quiet", this, keys.open))
{
    m_answer->setMaxLength(2000);
    m_answer->setAccessibleName(tr("Answer"));
    m_answer->setPlaceholderText(tr("Answer, for the one who asks"));
    m_answer->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 8);
    for (QLabel* label : {m_heading, m_sentence, m_reason, m_comment, m_margin, m_hint}) {
        wrap(label);
        layout->addWidget(label);
    }
    layout->addWidget(m_answer);
    wrap(m_trouble);
    m_trouble->hide();
    layout->addWidget(m_trouble);
    auto* buttons = new FlowLayout(8);
    for (QPushButton* button : {m_approve, m_refuse, m_withdraw, m_open})
        buttons->addWidget(button);
    layout->addLayout(buttons);
    connect(m_approve, &QPushButton::clicked, this, &ApprovalView::approve);
    connect(m_refuse, &QPushButton::clicked, this, &ApprovalView::refuse);
    connect(m_withdraw, &QPushButton::clicked, this, &ApprovalView::withdraw);
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT openRequested({schema::entity("quote").number, m_entry.quote});
    });
}

void ApprovalView::show(const ApprovalEntry& entry)
{
    if (entry.approval.id != m_entry.approval.id) {
        m_answer->clear();
        m_trouble->hide();
        m_refusing = false;
    }
    m_entry = entry;
    m_heading->setText(entry.customer.isEmpty() ? entry.name : tr("%1 for %2").arg(entry.name, entry.customer));
    m_sentence->setText(tr("%1 · %2").arg(entry.sentence, entry.total));
    m_reason->setText(entry.reason);
    m_comment->setText(entry.comment);
    m_margin->setText(entry.margin);
    m_hint->setText(entry.mayDecide && entry.changed
                        ? tr("The quote was changed since; refuse it, so that it is asked as it is now.")
                    : entry.mayDecide || entry.mine ? QString()
                                                    : entry.whyNot);
    for (QLabel* label : {m_comment, m_margin, m_hint})
        label->setVisible(!label->text().isEmpty());
    m_answer->setVisible(entry.mayDecide);
    m_approve->setVisible(entry.mayDecide && !entry.changed);
    m_refuse->setVisible(entry.mayDecide);
    m_withdraw->setVisible(entry.mine);
}

void ApprovalView::focusAnswer()
{
    if (m_entry.mayDecide)
        m_answer->setFocus(Qt::OtherFocusReason);
    else
        m_open->setFocus(Qt::OtherFocusReason);
}

void ApprovalView::refuse()
{
    if (!m_entry.mayDecide)
        return;
    if (m_answer->text().trimmed().isEmpty() && !m_refusing) {
        m_refusing = true;
        m_answer->setPlaceholderText(tr("Why not? Enter refuses, Esc goes back"));
        m_answer->setFocus(Qt::OtherFocusReason);
        return;
    }
    decide(false);
}

void ApprovalView::decide(bool approved)
{
    if (!m_entry.mayDecide || (approved && m_entry.changed))
        return;
    const QString name = approved ? tr("Approved %1").arg(m_entry.name) : tr("Refused %1").arg(m_entry.name);
    run(name,
        [id = m_entry.approval.id, approved,
         answer = fromQString(m_answer->text().trimmed())](Replica& replica) -> Status {
            const auto decided =
                approved ? sales::Deals(replica).approve(id, answer) : sales::Deals(replica).refuse(id, answer);
            return decided.ok() ? Status(Ok{}) : Status(decided.error());
        });
}

void ApprovalView::withdraw()
{
    if (!m_entry.mine)
        return;
    run(tr("Took back the request to approve %1").arg(m_entry.name),
        [id = m_entry.approval.id](Replica& replica) -> Status {
            const auto taken = sales::Deals(replica).withdraw(id);
            return taken.ok() ? Status(Ok{}) : Status(taken.error());
        });
}

void ApprovalView::run(const QString& name, const std::function<Status(Replica&)>& deed)
{
    m_desk.writer.perform(name, deed, this, [this, name](const Result<ReplicaWriter::Done>& done) {
        m_trouble->setVisible(!done.ok());
        if (!done.ok()) {
            m_trouble->setText(sentenceOf(done.error()));
            return;
        }
        m_answer->clear();
        m_refusing = false;
        Q_EMIT notice(name, false);
        Q_EMIT answered();
    });
}

bool ApprovalView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_answer || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool back = key->key() == Qt::Key_Escape && m_refusing;
    if (event->type() == QEvent::ShortcutOverride) {
        if (back)
            event->accept();
        return back;
    }
    if (back) {
        m_refusing = false;
        m_answer->setPlaceholderText(tr("Answer, for the one who asks"));
        Q_EMIT left();
        return true;
    }
    if (enter && key->modifiers() == Qt::NoModifier) {
        if (m_refusing)
            decide(false);
        else
            m_approve->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

// Before the page takes Enter for opening the quote.
void ApprovalView::keyPressEvent(QKeyEvent* event)
{
    if (!pressButton(*event))
        QWidget::keyPressEvent(event);
}

} // namespace satchel::ui
