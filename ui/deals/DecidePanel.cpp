// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/DecidePanel.h"

#include "ui/deals/ApprovalView.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace satchel::ui {

DecidePanel::DecidePanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent)
    : DealPanel(desk, steps.quote.id, tr("Approve or refuse"), parent),
      m_view(new ApprovalView(desk,
                              {.approve = QKeySequence(Qt::CTRL | Qt::Key_Return),
                               .refuse = QKeySequence(Qt::ALT | Qt::Key_N),
                               .withdraw = {},
                               .open = {}},
                              this))
{
    m_view->hide();
    m_body->addWidget(m_view);
    connect(m_view, &ApprovalView::notice, this, &DealPanel::notice);
    connect(m_view, &ApprovalView::openRequested, this, &DealPanel::closed);
    connect(m_view, &ApprovalView::answered, this, &DealPanel::closed);
    connect(m_view, &ApprovalView::left, this, &DealPanel::closed);
    auto* no = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_N), this);
    no->setContext(Qt::WidgetWithChildrenShortcut);
    connect(no, &QShortcut::activated, m_view, &ApprovalView::refuse);
    desk.reader.ask(
        this, [quote = m_quote](Replica& replica) { return approvalEntry(replica, quote); },
        [this](const Result<ApprovalEntry>& entry) {
            if (!entry.ok()) {
                complain(entry.error());
                return;
            }
            m_view->show(*entry);
            m_view->setVisible(true);
            m_view->focusAnswer();
        });
}

void DecidePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier) &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        m_view->approve();
    else
        DealPanel::keyPressEvent(event);
}

} // namespace satchel::ui
