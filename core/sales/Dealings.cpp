// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Dealings.h"

#include "core/sales/DealDesk.h"

namespace satchel::sales {

namespace {

// The references of an activity or a to-do about this customer.
NamedValues aboutCustomer(const Record& customer, const Id& contact)
{
    NamedValues values;
    const std::string& kind = customer.entity->name;
    values.emplace_back(kind == "account" ? "account" : kind == "contact" ? "contact" : "lead", customer.id);
    if (kind == "account" && !contact.isNull())
        values.emplace_back("contact", contact);
    if (kind == "contact" && !customer.value("account").isNull())
        values.emplace_back("account", customer.value("account"));
    return values;
}

// What a dealing does to the lead it was with.
std::optional<Edit> touched(const Record& lead, const Dealing& dealing, Milliseconds at)
{
    if (lead.entity->name != "lead" || dealing.kind == "note" || dealing.planned)
        return std::nullopt;
    NamedValues values = {{"touches", lead.value("touches").integer() + 1}};
    if (lead.value("last_contact").integer() < at)
        values.emplace_back("last_contact", at);
    const std::string& status = lead.value("status").text();
    if (status.empty() || status == "new")
        values.emplace_back("status", "contacted");
    return changedRow(lead, values);
}

} // namespace

Result<Logged> logDealing(Replica& replica, const Dealing& dealing)
{
    const Entity* entity = schema::entityNumbered(dealing.customer.entity);
    if (entity == nullptr || (entity->name != "account" && entity->name != "contact" && entity->name != "lead"))
        return invalid("Only what happened with an account, a contact or a lead can be logged.");
    if (dealing.subject.empty())
        return invalid("Write what happened.", "subject");
    SATCHEL_ASSIGN(const auto customer, replica.find(*entity, dealing.customer.id));
    if (!customer)
        return Error{ErrorKind::NotFound, "This customer is no longer on this laptop, so nothing was logged."};
    Environment& environment = replica.environment();
    const Milliseconds at = dealing.at == 0 ? environment.now() : dealing.at;
    Logged logged{.activity = environment.newId(), .task = {}};
    const NamedValues about = aboutCustomer(*customer, dealing.contact);
    NamedValues values = {{"kind", dealing.kind},
                          {"status", dealing.planned ? "planned" : "done"},
                          {"subject", dealing.subject},
                          {"starts", at}};
    if (!dealing.notes.empty())
        values.emplace_back("notes", dealing.notes);
    values.insert(values.end(), about.begin(), about.end());
    std::vector<Edit> edits = {newRow("activity", logged.activity, values)};
    if (!dealing.due.empty()) {
        logged.task = environment.newId();
        NamedValues task = {{"title", dealing.todo.empty() ? dealing.subject : dealing.todo}, {"due", dealing.due}};
        task.insert(task.end(), about.begin(), about.end());
        edits.push_back(newRow("task", logged.task, task));
    }
    if (auto edit = touched(*customer, dealing, at))
        edits.push_back(std::move(*edit));
    SATCHEL_TRY(replica.commit(edits));
    return logged;
}

} // namespace satchel::sales
