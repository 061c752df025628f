// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/DealSteps.h"

#include "core/rules/Access.h"
#include "core/rules/quotes/Authority.h"
#include "core/rules/quotes/Ids.h"
#include "core/rules/quotes/Limits.h"
#include "core/sales/DealDesk.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>

namespace satchel::sales {

namespace {

bool isTemplate(const Record& quote)
{
    return quote.value("template").integer() == 1;
}

Status lookAtApproval(Replica& replica, const DealDesk& desk, DealSteps& steps)
{
    const Record* open = desk.openApproval();
    if (open != nullptr)
        steps.approval = *open;
    else if (!desk.records.approvals.empty())
        steps.approval = desk.records.approvals.front();
    if (!steps.approval)
        return Ok{};
    SATCHEL_ASSIGN(steps.askedName, personName(replica, steps.approval->value("asked").id()));
    SATCHEL_ASSIGN(steps.askedByName, personName(replica, steps.approval->value("asked_by").id()));
    SATCHEL_ASSIGN(steps.decidedByName, personName(replica, steps.approval->value("decided_by").id()));
    if (open == nullptr)
        return Ok{};
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto against,
                   quotes::mayNotDecide(*open, desk.document, desk.me.user, desk.me.role, desk.today, records));
    steps.mayDecide = !against;
    steps.mayWithdraw = open->value("asked_by").id() == desk.me.user;
    return Ok{};
}

Status lookAtAuthority(Replica& replica, const DealDesk& desk, DealSteps& steps)
{
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto beyond, quotes::excesses(desk.document, desk.me.user, desk.me.role, records));
    for (const quotes::Excess& excess : beyond)
        steps.reasons.push_back(excess.text);
    steps.allowed = !beyond.empty() && desk.fittingApproval() != nullptr;
    return Ok{};
}

// The one it was made from first, then those of the same number, newest first.
Status findOthers(Replica& replica, const Record& quote, DealSteps& steps)
{
    ReplicaRecords records(replica.connection());
    const Entity& entity = *quote.entity;
    std::vector<Record> all;
    if (!quote.value("number").isNull()) {
        SATCHEL_ASSIGN(all, records.where(entity, {{*entity.indexOf("number"), quote.value("number")}}));
    }
    const Id former = quote.value("former").id();
    const auto has = [&](const Id& id) {
        return std::any_of(all.begin(), all.end(), [&](const Record& each) { return each.id == id; });
    };
    if (!former.isNull() && !has(former)) {
        SATCHEL_ASSIGN(auto found, records.find(entity, former));
        if (found)
            all.push_back(std::move(*found));
    }
    std::erase_if(all, [&](const Record& each) { return each.id == quote.id; });
    std::stable_sort(all.begin(), all.end(), [&](const Record& a, const Record& b) {
        const bool first = a.id == former, second = b.id == former;
        return first != second ? first : a.value("revision").integer() > b.value("revision").integer();
    });
    steps.others = std::move(all);
    return Ok{};
}

void allow(const DealDesk& desk, DealSteps& steps)
{
    const std::string status = desk.status();
    const bool seller = mayUpdate(desk.me.role, schema::entity("quote"));
    const bool open = status == "draft" || status == "in_approval";
    const bool free = steps.reasons.empty() || steps.allowed;
    if (!seller || isTemplate(desk.quote())) {
        steps.mayDecide = steps.mayWithdraw = false;
        return;
    }
    steps.mayReprice = status == "draft";
    steps.mayAsk = status == "draft" && !free;
    steps.mayHandOver = open && free;
    steps.mayAccept = steps.mayDecline = status == "sent";
    steps.mayExpire = status == "sent" && steps.state == "expired";
    steps.mayRevise = !open;
}

// Who stands in for somebody on a day.
Result<std::vector<std::string>> deputiesOf(Replica& replica, const Id& user, const std::string& day)
{
    ReplicaRecords records(replica.connection());
    const Entity& entity = schema::entity("deputy");
    SATCHEL_ASSIGN(const auto rows, records.where(entity, {{*entity.indexOf("user"), Value(user)}}));
    std::vector<std::string> names;
    for (const Record& row : rows) {
        const std::string& from = row.value("valid_from").text();
        const std::string& to = row.value("valid_to").text();
        if ((!from.empty() && day < from) || (!to.empty() && to < day))
            continue;
        SATCHEL_ASSIGN(names.emplace_back(), personName(replica, row.value("deputy").id()));
    }
    return names;
}

} // namespace

Result<DealSteps> stepsFor(Replica& replica, const Id& quote)
{
    SATCHEL_ASSIGN(const DealDesk desk, DealDesk::open(replica, quote));
    DealSteps steps{.quote = desk.quote(), .name = quoteName(desk.quote()), .today = desk.today};
    steps.state = desk.status() == "sent" ? quotes::stateOn(desk.quote(), desk.today) : desk.status();
    if (desk.status() == "draft" || desk.status() == "in_approval") {
        SATCHEL_TRY(lookAtAuthority(replica, desk, steps));
        SATCHEL_TRY(lookAtApproval(replica, desk, steps));
    }
    SATCHEL_ASSIGN(steps.order, replica.find(schema::entity("order"), quotes::orderIdOf(quote)));
    SATCHEL_TRY(findOthers(replica, desk.quote(), steps));
    allow(desk, steps);
    return steps;
}

Result<std::vector<Approver>> approversFor(Replica& replica, const Id& quote)
{
    SATCHEL_ASSIGN(const DealDesk desk, DealDesk::open(replica, quote));
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const Id nearest, quotes::approverFor(desk.document, desk.me.user, records));
    std::vector<Approver> found;
    for (const Role role : {Role::SalesManager, Role::Administrator}) {
        const Entity& entity = schema::entity("user");
        SATCHEL_ASSIGN(const auto users,
                       records.where(entity, {{*entity.indexOf("role"), Value(std::string(roleName(role)))}}));
        for (const Record& user : users) {
            if (user.id == desk.me.user || !quotes::personIn(user))
                continue;
            SATCHEL_ASSIGN(const auto beyond, quotes::excesses(desk.document, user.id, role, records));
            if (!beyond.empty())
                continue;
            Approver approver{.user = user.id, .name = user.label()};
            SATCHEL_ASSIGN(approver.deputies, deputiesOf(replica, user.id, desk.today));
            found.push_back(std::move(approver));
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [&](const Approver& a, const Approver& b) { return (a.user == nearest) > (b.user == nearest); });
    return found;
}

} // namespace satchel::sales
