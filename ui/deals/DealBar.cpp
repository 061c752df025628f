// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/DealBar.h"

#include "ui/deals/AcceptPanel.h"
#include "ui/deals/AskPanel.h"
#include "ui/deals/ComparePanel.h"
#include "ui/deals/DealWords.h"
#include "ui/deals/DecidePanel.h"
#include "ui/deals/HandOverPanel.h"
#include "ui/deals/RepricePanel.h"
#include "ui/deals/SimplePanels.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

using sales::DealSteps;

template <typename Panel>
DealPanel* make(const Desk& desk, const DealSteps& steps, QWidget* parent)
{
    return new Panel(desk, steps, parent);
}

} // namespace

DealBar::DealBar(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_said(makeLabel({}, "muted", this)),
      m_order(makeButton({}, "link", this)),
      m_row(new QWidget(this)),
      m_column(new QVBoxLayout(this))
{
    auto* row = new FlowLayout(8);
    m_row->setLayout(row);
    wrap(m_said);
    setMargins(m_column, 0, 0, 0, 0, 8);
    auto* state = new QHBoxLayout;
    setMargins(state, 0, 0, 0, 0, 8);
    state->addWidget(m_said, 1);
    state->addWidget(m_order, 0, Qt::AlignTop);
    m_column->addLayout(state);
    m_column->addWidget(m_row);
    m_order->setAccessibleName(tr("Order"));
    m_order->hide();
    connect(m_order, &QPushButton::clicked, this, [this] {
        Q_EMIT openRequested({schema::entity("order").number, m_now.order->id});
    });
    const auto alt = [](Qt::Key key) { return QKeySequence(Qt::ALT | key); };
    addStep(
        tr("Approve or refuse"), alt(Qt::Key_A), [](const DealSteps& s) { return s.mayDecide; }, make<DecidePanel>);
    addStep(
        tr("Ask for approval"), alt(Qt::Key_A), [](const DealSteps& s) { return s.mayAsk; }, make<AskPanel>);
    addStep(
        tr("Hand over"), alt(Qt::Key_H), [](const DealSteps& s) { return s.mayHandOver; }, make<HandOverPanel>);
    addStep(
        tr("Accepted"), alt(Qt::Key_Y), [](const DealSteps& s) { return s.mayAccept; }, make<AcceptPanel>);
    addStep(
        tr("Declined"), alt(Qt::Key_N), [](const DealSteps& s) { return s.mayDecline; }, makeDeclinePanel);
    addStep(
        tr("Close as expired"), alt(Qt::Key_X), [](const DealSteps& s) { return s.mayExpire; }, makeExpirePanel);
    addStep(
        tr("Next revision"), alt(Qt::Key_V), [](const DealSteps& s) { return s.mayRevise; }, makeRevisePanel);
    addStep(
        tr("Reprice"), alt(Qt::Key_R), [](const DealSteps& s) { return s.mayReprice; }, make<RepricePanel>);
    addStep(
        tr("Take the request back"), alt(Qt::Key_W), [](const DealSteps& s) { return s.mayWithdraw; },
        makeWithdrawPanel);
    addStep(
        tr("Compare"), alt(Qt::Key_D), [](const DealSteps& s) { return !s.others.empty(); }, make<ComparePanel>);
}

void DealBar::addStep(const QString& name, const QKeySequence& key, May may, Make make)
{
    QPushButton* button = makeButton(name, "", m_row, key);
    button->hide();
    m_row->layout()->addWidget(button);
    const std::size_t index = m_steps.size();
    connect(button, &QPushButton::clicked, this, [this, index] { toggle(index); });
    // The button's own, so that it works only while the step is offered: two steps may share a key.
    connect(new QShortcut(key, button), &QShortcut::activated, this, [this, index] { toggle(index); });
    m_steps.push_back({button, may, make});
}

void DealBar::show(const Id& quote)
{
    if (quote != m_quote)
        closePanel();
    m_quote = quote;
    if (quote.isNull()) {
        ++m_asked;
        display(Error{ErrorKind::NotFound, ""});
        return;
    }
    refresh();
}

void DealBar::refresh()
{
    if (m_quote.isNull())
        return;
    const std::uint64_t asked = ++m_asked;
    m_desk.reader.ask(
        this, [quote = m_quote](Replica& replica) { return sales::stepsFor(replica, quote); },
        [this, asked](const Result<DealSteps>& steps) {
            if (asked == m_asked)
                display(steps);
        });
}

void DealBar::display(const Result<DealSteps>& steps)
{
    m_now = steps.ok() ? *steps : DealSteps{};
    m_said->setText(steps.ok() ? sentence() : sentenceOf(steps.error()));
    m_order->setVisible(m_now.order.has_value());
    if (m_now.order) {
        const QString name = tr("Order %1").arg(toQString(m_now.order->value("number").text()));
        m_order->setText(name);
        m_order->setAccessibleName(name);
    }
    bool first = true;
    for (const Step& step : m_steps) {
        const bool may = steps.ok() && step.may(m_now);
        const bool leads = may && first && step.make != &make<ComparePanel>;
        step.button->setVisible(may);
        setKind(step.button, leads ? "primary" : "");
        first = first && !may;
    }
    if (m_panel == nullptr || m_panel->isDone())
        return;
    if (steps.ok() && m_steps[m_open].may(m_now))
        m_panel->refresh();
    else
        closePanel();
}

QString DealBar::draftSentence() const
{
    const auto& approval = m_now.approval;
    const QString decider = toQString(m_now.decidedByName);
    if (m_now.allowed)
        return tr("Draft, approved as it is by %1.").arg(decider);
    if (m_now.mayAsk && approval && approval->value("status").text() == "rejected") {
        const QString answer = toQString(approval->value("answer").text());
        return answer.isEmpty() ? tr("Draft, refused by %1.").arg(decider)
                                : tr("Draft, refused by %1: %2").arg(decider, answer);
    }
    if (m_now.mayAsk && approval && approval->value("status").text() == "approved")
        return tr("Draft, changed after %1 approved it: it has to be asked for again.").arg(decider);
    if (m_now.mayAsk)
        return tr("Draft. It goes beyond what you may give, so it needs an approval.");
    return m_now.quote.value("template").integer() == 1 ? tr("Template.") : tr("Not handed over yet.");
}

QString DealBar::sentence() const
{
    const Record& quote = m_now.quote;
    const QString closed = dayWord(quote.value("closed_on").text());
    const QString last = dayWord(quote.value("valid_until").text());
    const std::string& status = quote.value("status").text();
    if (status == "in_approval" && m_now.approval) {
        const QString since = agoWord(m_now.approval->value("asked_at").integer(), m_desk.environment.now());
        return m_now.mayDecide ? tr("%1 asks for your approval, %2.").arg(toQString(m_now.askedByName), since)
                               : tr("Waits for the approval of %1, asked %2.").arg(toQString(m_now.askedName), since);
    }
    if (status == "sent" && m_now.state == "expired")
        return tr("With the customer, but its last day was %1.").arg(last);
    if (status == "sent")
        return last.isEmpty() ? tr("With the customer.") : tr("With the customer, valid until %1.").arg(last);
    if (status == "accepted")
        return tr("Accepted by %1 on %2.").arg(toQString(quote.value("accepted_by").text()), closed);
    if (status == "rejected")
        return tr("Declined on %1: %2").arg(closed, toQString(quote.value("reason").text()));
    if (status == "expired")
        return tr("Closed as expired on %1.").arg(closed);
    return draftSentence();
}

void DealBar::toggle(std::size_t step)
{
    const bool wasOpen = m_panel != nullptr && m_open == step;
    closePanel();
    if (wasOpen || !m_steps[step].may(m_now))
        return;
    m_open = step;
    m_panel = m_steps[step].make(m_desk, m_now, this);
    connect(m_panel, &DealPanel::notice, this, &DealBar::notice);
    connect(m_panel, &DealPanel::openRequested, this, &DealBar::openRequested);
    connect(m_panel, &DealPanel::closed, this, &DealBar::closePanel);
    connect(m_panel, &DealPanel::unfinishedWanted, this, &DealBar::goTo);
    m_column->addWidget(m_panel);
    m_panel->setVisible(true);
    m_panel->begin();
    m_panel->showUnfinished(m_unfinished);
    Q_EMIT toggled();
}

void DealBar::setUnfinished(std::vector<Unfinished> unfinished)
{
    m_unfinished = std::move(unfinished);
    if (m_panel != nullptr)
        m_panel->showUnfinished(m_unfinished);
}

void DealBar::goTo(std::size_t unfinished)
{
    if (unfinished >= m_unfinished.size())
        return;
    const auto go = m_unfinished[unfinished].go;
    closePanel();
    go();
}

void DealBar::focusPanel()
{
    if (m_panel != nullptr)
        m_panel->begin();
}

void DealBar::keyPressEvent(QKeyEvent* event)
{
    if (!pressButton(*event))
        QWidget::keyPressEvent(event);
}

void DealBar::closePanel()
{
    if (m_panel == nullptr)
        return;
    const bool hadFocus = m_panel->isAncestorOf(focusWidget());
    DealPanel* panel = m_panel;
    m_panel = nullptr;
    panel->hide();
    panel->deleteLater();
    Q_EMIT toggled();
    if (!hadFocus)
        return;
    for (std::size_t i = 0; i <= m_steps.size(); ++i) // where it came from, else the first step there is
        if (QPushButton* button = m_steps[i == 0 ? m_open : i - 1].button; button->isVisible()) {
            button->setFocus(Qt::OtherFocusReason);
            return;
        }
}

} // namespace satchel::ui
