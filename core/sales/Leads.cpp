// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Leads.h"

#include "core/base/TimeZone.h"
#include "core/rules/Leads.h"
#include "core/sales/DealDesk.h"

#include <algorithm>

namespace satchel::sales {

namespace {

constexpr int mostFollowers = 200;
constexpr int mostReceivers = 500;

// The company's day, as for quotes.
Result<std::string> today(Replica& replica)
{
    const Entity& company = schema::entity("company");
    SATCHEL_ASSIGN(const Page page, replica.list({.entity = &company, .search = {}, .limit = 1, .after = {}}));
    const std::string zone = page.rows.empty() ? std::string() : page.rows.front().value("time_zone").text();
    return dayIn(zone, replica.environment().now());
}

NamedValues filled(const leads::FieldValues& values)
{
    NamedValues named;
    for (const auto& [field, value] : values)
        named.emplace_back(field, value);
    return named;
}

Result<std::vector<Record>> rows(Replica& replica, const char* name, const std::vector<Filter>& filters, int limit)
{
    SATCHEL_ASSIGN(
        Page page,
        replica.list({.entity = &schema::entity(name), .search = {}, .filters = filters, .limit = limit, .after = {}}));
    return std::move(page.rows);
}

// What was logged with the lead and what is to be done for it goes on at the customer.
Status addFollowers(Replica& replica, const Id& lead, const Converted& made, std::vector<Edit>& edits)
{
    for (const char* name : {"task", "activity"}) {
        const Entity& entity = schema::entity(name);
        std::vector<Filter> filters = {{*entity.indexOf("lead"), Comparison::Equal, Value(lead)}};
        if (entity.name == "task")
            filters.push_back({*entity.indexOf("done"), Comparison::Equal, Value(std::int64_t{0})});
        SATCHEL_ASSIGN(const auto followers, rows(replica, name, filters, mostFollowers));
        for (const Record& row : followers) {
            NamedValues values;
            if (row.value("account").isNull() && !made.account.isNull())
                values.emplace_back("account", made.account);
            if (row.value("contact").isNull())
                values.emplace_back("contact", made.contact);
            if (!values.empty())
                edits.push_back(changedRow(row, values));
        }
    }
    return Ok{};
}

} // namespace

Result<Record> Leads::openLead(const Id& lead)
{
    SATCHEL_ASSIGN(auto record, m_replica.find(schema::entity("lead"), lead));
    if (!record)
        return Error{ErrorKind::NotFound, "This lead is no longer on this laptop."};
    if (const auto against = leads::whyClosed(*record))
        return Error{ErrorKind::Conflict, *against};
    return std::move(*record);
}

Status Leads::qualify(const Id& lead)
{
    SATCHEL_ASSIGN(const Record record, openLead(lead));
    SATCHEL_TRY(m_replica.commit({changedRow(record, {{"status", "qualified"}})}));
    return Ok{};
}

Status Leads::close(const Id& lead, const char* status, const std::string& reason, const Id& account)
{
    SATCHEL_ASSIGN(const Record record, openLead(lead));
    SATCHEL_ASSIGN(const std::string day, today(m_replica));
    NamedValues values = {{"status", status}, {"reason", reason.empty() ? Value() : Value(reason)}, {"closed_on", day}};
    if (!account.isNull())
        values.emplace_back("account", account);
    SATCHEL_TRY(m_replica.commit({changedRow(record, values)}));
    return Ok{};
}

Status Leads::disqualify(const Id& lead, const std::string& reason)
{
    if (reason.find_first_not_of(" \t\n") == std::string::npos)
        return invalid("Say why it leads nowhere; the reasons are counted.", "reason");
    return close(lead, "disqualified", reason, {});
}

Result<Converted> Leads::convert(const Id& lead, const Conversion& conversion)
{
    SATCHEL_ASSIGN(const Record record, openLead(lead));
    SATCHEL_ASSIGN(const std::string day, today(m_replica));
    Environment& environment = m_replica.environment();
    Converted made{.account = conversion.account, .contact = conversion.contact};
    std::vector<Edit> edits;
    std::optional<Record> known;
    if (!made.contact.isNull()) {
        SATCHEL_ASSIGN(known, m_replica.find(schema::entity("contact"), made.contact));
        if (!known)
            return Error{ErrorKind::NotFound, "This contact is no longer on this laptop; choose another."};
        if (made.account.isNull() && !conversion.noAccount && !conversion.newAccount)
            made.account = known->value("account").id();
    }
    if (!made.account.isNull() && (!known || made.account != known->value("account").id())) {
        SATCHEL_ASSIGN(const auto account, m_replica.find(schema::entity("account"), made.account));
        if (!account)
            return Error{ErrorKind::NotFound, "This account is no longer on this laptop; choose another."};
    }
    if (made.account.isNull() && !conversion.noAccount) {
        made.account = environment.newId();
        made.newAccount = true;
        edits.push_back(newRow("account", made.account, filled(leads::accountOf(record))));
    }
    if (!known) {
        made.contact = environment.newId();
        made.newContact = true;
        NamedValues values = filled(leads::contactOf(record));
        if (!made.account.isNull())
            values.emplace_back("account", made.account);
        edits.push_back(newRow("contact", made.contact, values));
    } else if (known->value("account").isNull() && !made.account.isNull()) {
        edits.push_back(changedRow(*known, {{"account", made.account}}));
    }
    edits.push_back(changedRow(record, {{"status", "converted"},
                                        {"reason", record.value("reason")},
                                        {"closed_on", day},
                                        {"account", made.account.isNull() ? Value() : Value(made.account)},
                                        {"contact", made.contact}}));
    SATCHEL_TRY(addFollowers(m_replica, lead, made, edits));
    SATCHEL_TRY(m_replica.commit(edits));
    return made;
}

Status Leads::forwardTo(const Id& lead, const Id& partner)
{
    SATCHEL_ASSIGN(const auto account, m_replica.find(schema::entity("account"), partner));
    if (!account || !leads::takesLeads(*account))
        return invalid("A lead can only be forwarded to an account that is a partner or a distributor.", "account");
    return close(lead, "forwarded", "Forwarded to " + account->label(), partner);
}

Status Leads::giveTo(const Id& lead, const Id& user)
{
    SATCHEL_ASSIGN(const Record record, openLead(lead));
    SATCHEL_ASSIGN(const auto colleague, m_replica.find(schema::entity("user"), user));
    if (!colleague)
        return Error{ErrorKind::NotFound, "This colleague is not in the directory of this laptop."};
    SATCHEL_TRY(m_replica.commit({changedRow(record, {{"owner", user}})}));
    return Ok{};
}

Result<Leads::Receivers> Leads::receivers()
{
    SATCHEL_ASSIGN(const auto me, m_replica.identity());
    Receivers found;
    const Entity& account = schema::entity("account");
    for (const char* status : {"distributor", "partner"}) {
        SATCHEL_ASSIGN(const auto partners,
                       rows(m_replica, "account", {{*account.indexOf("status"), Comparison::Equal, Value(status)}},
                            mostReceivers));
        found.partners.insert(found.partners.end(), partners.begin(), partners.end());
    }
    SATCHEL_ASSIGN(const auto users, rows(m_replica, "user", {}, mostReceivers));
    for (const Record& user : users) {
        const bool gone = user.value("active").isInteger() && user.value("active").integer() == 0;
        if (!gone && me && user.id != me->user)
            found.colleagues.push_back(user);
    }
    return found;
}

} // namespace satchel::sales
