// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/SimplePanels.h"

#include "core/sales/Deals.h"
#include "ui/deals/DealWords.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QLineEdit>
#include <QPushButton>

namespace satchel::ui {

namespace {

using sales::Deals;
using sales::DealSteps;

class WithdrawPanel final : public DealPanel {
public:
    WithdrawPanel(const Desk& desk, const DealSteps& steps, QWidget* parent)
        : DealPanel(desk, steps.quote.id, tr("Take the request back"), parent)
    {
        addText(tr("%1 need not decide then, and you can change the quote again.").arg(toQString(steps.askedName)));
        setPrimary(tr("Take it back"), [this, name = quoteWord(steps.quote)] {
            const QString done = tr("Took back the request to approve %1").arg(name);
            perform(
                done, [quote = m_quote](Replica& replica) { return Deals(replica).withdraw(quote); },
                [this, done](const Id&) {
                    Q_EMIT notice(done, false);
                    Q_EMIT closed();
                });
        });
    }
};

class DeclinePanel final : public DealPanel {
public:
    DeclinePanel(const Desk& desk, const DealSteps& steps, QWidget* parent)
        : DealPanel(desk, steps.quote.id, tr("The customer does not want it"), parent), m_reason(new QLineEdit(this))
    {
        addText(tr("The quote is closed with this. For another offer make the next revision."), "muted");
        m_reason->setMaxLength(200);
        m_reason->setPlaceholderText(tr("Too expensive, went to somebody else, postponed ..."));
        addField(tr("Why"), m_reason);
        setPrimary(tr("Declined"), [this, name = quoteWord(steps.quote)] {
            const QString done = tr("%1 was declined by the customer").arg(name);
            perform(
                done,
                [quote = m_quote, reason = fromQString(m_reason->text().trimmed()),
                 today = localDay(m_desk.environment.now())](Replica& replica) {
                    return Deals(replica).decline(quote, reason, today);
                },
                [this, done](const Ok&) {
                    Q_EMIT notice(done, false);
                    Q_EMIT closed();
                });
        });
    }

private:
    QLineEdit* m_reason;
};

class ExpirePanel final : public DealPanel {
public:
    ExpirePanel(const Desk& desk, const DealSteps& steps, QWidget* parent)
        : DealPanel(desk, steps.quote.id, tr("Close it as expired"), parent)
    {
        addText(
            tr("Its last day was %1. Closed, it is no longer among the open quotes; a next revision can still be made.")
                .arg(dayWord(steps.quote.value("valid_until").text())));
        setPrimary(tr("Close the quote"), [this, name = quoteWord(steps.quote)] {
            const QString done = tr("Closed %1 as expired").arg(name);
            perform(
                done, [quote = m_quote](Replica& replica) { return Deals(replica).expire(quote); },
                [this, done](const Ok&) {
                    Q_EMIT notice(done, false);
                    Q_EMIT closed();
                });
        });
    }
};

class RevisePanel final : public DealPanel {
public:
    RevisePanel(const Desk& desk, const DealSteps& steps, QWidget* parent)
        : DealPanel(desk, steps.quote.id, tr("Next revision"), parent)
    {
        addText(tr("A draft with the same number and all lines, at the prices they had. What the customer has stays "
                   "as it is."));
        setPrimary(tr("Make the revision"), [this, name = quoteWord(steps.quote)] { make(name); });
    }

private:
    void make(const QString& name)
    {
        const QString done = tr("Made the next revision of %1").arg(name);
        setBusy(true);
        m_desk.undo.run(
            done, [quote = m_quote](Replica& replica) { return Deals(replica).revise(quote); }, this,
            [this, done](const Result<Id>& made) {
                setBusy(false);
                if (!made.ok()) {
                    complain(made.error());
                    return;
                }
                Q_EMIT notice(done, true);
                Q_EMIT closed();
                Q_EMIT openRequested({schema::entity("quote").number, *made});
            });
    }
};

} // namespace

DealPanel* makeWithdrawPanel(const Desk& desk, const DealSteps& steps, QWidget* parent)
{
    return new WithdrawPanel(desk, steps, parent);
}

DealPanel* makeDeclinePanel(const Desk& desk, const DealSteps& steps, QWidget* parent)
{
    return new DeclinePanel(desk, steps, parent);
}

DealPanel* makeExpirePanel(const Desk& desk, const DealSteps& steps, QWidget* parent)
{
    return new ExpirePanel(desk, steps, parent);
}

DealPanel* makeRevisePanel(const Desk& desk, const DealSteps& steps, QWidget* parent)
{
    return new RevisePanel(desk, steps, parent);
}

} // namespace satchel::ui
