// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/ApprovalEntry.h"

#include "core/rules/quotes/Authority.h"
#include "core/sales/DealDesk.h"
#include "core/sales/Margins.h"
#include "core/store/ReplicaRecords.h"
#include "ui/deals/DealWords.h"
#include "ui/language/Sentences.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr int most = 200;

QString tr(const char* text)
{
    return QCoreApplication::translate("ApprovalEntry", text);
}

QString marginWord(const std::optional<sales::Margins>& margins, const std::string& currency)
{
    if (!margins)
        return {};
    if (!margins->total)
        return tr("The margin cannot be told: the cost of %1 lines is not known.")
            .arg(numberWord(static_cast<std::int64_t>(margins->unknown.size())));
    const QString amount = moneyWord(margins->total->margin, currency);
    return margins->total->percent ? tr("Margin: %1, that is %2").arg(amount, percentWord(*margins->total->percent))
                                   : tr("Margin: %1").arg(amount);
}

} // namespace

Result<ApprovalEntry> approvalEntry(Replica& replica, const Id& approvalOrQuote)
{
    SATCHEL_ASSIGN(const sales::DealDesk desk, sales::DealDesk::openApproval(replica, approvalOrQuote));
    const Record& approval = *desk.approval;
    ApprovalEntry entry{.approval = approval,
                        .quote = desk.quote().id,
                        .name = quoteWord(desk.quote()),
                        .customer = toQString(desk.document.customerName),
                        .total = moneyWord(desk.document.gross, desk.document.currency),
                        .reason = reasonsWord(toQString(approval.value("reason").text())),
                        .comment = toQString(approval.value("comment").text())};
    SATCHEL_ASSIGN(const std::string asked, sales::personName(replica, approval.value("asked").id()));
    SATCHEL_ASSIGN(const std::string askedBy, sales::personName(replica, approval.value("asked_by").id()));
    const QString since = agoWord(approval.value("asked_at").integer(), desk.now);
    entry.mine = approval.value("asked_by").id() == desk.me.user;
    entry.sentence = entry.mine ? tr("You asked %1, %2").arg(toQString(asked), since)
                     : approval.value("asked").id() == desk.me.user
                         ? tr("%1 asks you, %2").arg(toQString(askedBy), since)
                         : tr("%1 asks %2, %3").arg(toQString(askedBy), toQString(asked), since);
    entry.changed = approval.value("seal").text() != quotes::sealOf(desk.document);
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto against,
                   quotes::mayNotDecide(approval, desk.document, desk.me.user, desk.me.role, desk.today, records));
    entry.mayDecide = !against && approval.value("status").text() == "open";
    entry.whyNot = against ? sentenceWord(toQString(*against)) : QString();
    SATCHEL_ASSIGN(const auto margins, sales::marginsOf(replica, desk.document));
    entry.margin = marginWord(margins, desk.document.currency);
    return entry;
}

std::vector<Record> openApprovals(Replica& replica)
{
    std::vector<Record> open;
    const Entity& entity = schema::entity("approval");
    const auto page = replica.list({.entity = &entity,
                                    .search = {},
                                    .filters = {{*entity.indexOf("status"), Comparison::Equal, Value("open")}},
                                    .orderBy = entity.indexOf("asked_at"),
                                    .limit = most,
                                    .after = {}});
    for (const Record& approval : page.ok() ? page->rows : std::vector<Record>()) {
        open.push_back(approval);
        if (auto quote = replica.find(schema::entity("quote"), approval.value("quote").id()); quote.ok() && *quote)
            open.push_back(std::move(**quote));
    }
    return open;
}

std::vector<ApprovalEntry> loadApprovals(Replica& replica)
{
    std::vector<ApprovalEntry> entries;
    const auto identity = replica.identity();
    if (!identity.ok() || !identity->has_value())
        return entries;
    const Id me = (*identity)->user;
    for (const Record& approval : openApprovals(replica)) {
        if (approval.entity->name != "approval")
            continue;
        const auto entry = approvalEntry(replica, approval.id);
        if (entry.ok() && (entry->mayDecide || entry->mine || approval.value("asked").id() == me))
            entries.push_back(*entry);
    }
    return entries;
}

std::vector<Record> approvalsToDecide(Replica& replica, const Id& me, int atMost)
{
    std::vector<Record> waiting;
    for (Record& approval : openApprovals(replica)) {
        if (static_cast<int>(waiting.size()) >= atMost)
            break;
        // Who asked himself need not be looked at closely, which costs his whole quote.
        if (approval.entity->name != "approval" || approval.value("asked_by").id() == me)
            continue;
        if (const auto entry = approvalEntry(replica, approval.id); entry.ok() && entry->waitsForMe())
            waiting.push_back(std::move(approval));
    }
    return waiting;
}

} // namespace satchel::ui
