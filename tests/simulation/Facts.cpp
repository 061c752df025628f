// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Model.h"

#include "core/rules/quotes/Ids.h"
#include "tests/simulation/Words.h"

#include <algorithm>

// What must have become of quotes that somebody handed over.

namespace satchel::simulation {

std::set<Id> Model::handedOver() const
{
    std::set<Id> quotes;
    for (const Taken& taken : m_taken)
        for (const Operation& operation : taken.change.operations)
            if (taken.isCarriedOut() && operation.entity->name == "quote_document")
                for (const FieldChange& change : operation.fields)
                    if (operation.entity->fields[change.field].name == "quote")
                        quotes.insert(change.after.id());
    return quotes;
}

bool Model::isFact(const Id& id, const Rows& rows, const std::set<Id>& facts)
{
    if (facts.contains(id))
        return true;
    const auto quote = rows.find({schema::entity("quote").number, id});
    return quote != rows.end() && !quote->second.value("former").isNull();
}

bool Model::isItsOwn(const Record& record, const Rows& rows, const std::set<Id>& facts) const
{
    const std::string& name = record.entity->name;
    const auto ofFact = [&](const Id& id) { return isFact(id, rows, facts); };
    if (name == "quote")
        return ofFact(record.id);
    if (name == "task") { // about a document
        for (const auto& [key, row] : rows)
            if (row.entity->name == "quote_document" && record.id == Id::derived("satchel flags", row.id.view()))
                return true;
        return false;
    }
    if (name == "order")
        return ofFact(record.value("quote").id());
    if (name == "order_line") {
        const auto order = rows.find({schema::entity("order").number, record.value("order").id()});
        return order != rows.end() && ofFact(order->second.value("quote").id());
    }
    return record.entity->indexOf("quote") && ofFact(record.value("quote").id());
}

// The row, and what became of it in revisions: what somebody does to one of these he does with the others in view. Of
// a copy that the server has taken away again, since the paper did not have it, nothing tells but the copies made of
// it.
std::set<Id> Model::copiesOf(const Id& row, const Id& quote, const Rows& rows) const
{
    std::set<Id> known;
    for (const auto& [key, record] : rows)
        known.insert(key.id);
    for (const Taken& taken : m_taken)
        for (const Operation& operation : taken.change.operations)
            known.insert(operation.id);
    std::map<Id, Id> quoteOf = {{row, quote}};
    for (std::size_t before = 0; before != quoteOf.size();) {
        before = quoteOf.size();
        for (const auto& [key, revision] : rows)
            if (revision.entity->name == "quote" && !revision.value("former").isNull())
                for (const auto& [id, standsIn] : std::map<Id, Id>(quoteOf))
                    if (const Id copy = quotes::copiedRowIdOf(key.id, id);
                        standsIn == revision.value("former").id() || known.contains(copy))
                        quoteOf.emplace(copy, key.id);
    }
    std::set<Id> all;
    for (const auto& [id, standsIn] : quoteOf)
        all.insert(id);
    return all;
}

// A value that somebody typed into a row of such a quote, and nobody has changed since: where is it?
std::string Model::checkTyped(const Taken& taken, std::size_t at, const Operation& operation, const Id& quote,
                              const Rows& rows, const std::set<std::string>& inbox) const
{
    const std::set<Id> copies = copiesOf(operation.id, quote, rows);
    for (const FieldChange& change : operation.fields) {
        const Field& field = operation.entity->fields[change.field];
        if (change.before == change.after || change.after.isNull() ||
            (field.name != "quantity" && field.name != "price" && field.name != "description" && field.name != "title"))
            continue;
        bool superseded = false;
        for (std::size_t later = at + 1; later < m_taken.size() && !superseded; ++later)
            for (const Operation& other : m_taken[later].change.operations)
                superseded =
                    superseded || (copies.contains(other.id) && m_taken[later].isCarriedOut() &&
                                   (other.kind != OperationKind::Update ||
                                    std::any_of(other.fields.begin(), other.fields.end(),
                                                [&](const FieldChange& each) { return each.field == change.field; })));
        if (superseded || inbox.contains(asJson(field, change.after)))
            continue;
        bool found = false;
        for (const auto& [key, row] : rows)
            found = found || (row.entity == operation.entity && row.values[change.field] == change.after);
        if (!found)
            return show(change.after) + ", typed as " + field.name + " of " +
                   name({operation.entity->number, operation.id}) + " by change " + std::to_string(taken.number) +
                   " of a quote that was handed over, is lost";
    }
    return {};
}

std::string Model::checkFacts(const Rows& rows) const
{
    const Entity& documents = schema::entity("quote_document");
    const auto isPart = [](const Operation& operation) {
        return operation.entity->name == "quote_line" || operation.entity->name == "quote_group";
    };
    const std::set<Id> facts = handedOver();
    std::set<std::string> inbox;
    for (const auto& [key, record] : rows)
        if (record.entity->name == "conflict")
            for (const char* side : {"a_value", "b_value"})
                inbox.insert(record.value(side).text());
    std::map<Id, Id> quoteOf; // of lines and groups; those of revisions the server has made
    for (const Rows* known : {&m_first, &rows})
        for (const auto& [key, record] : *known)
            if (record.entity->name == "quote_line" || record.entity->name == "quote_group")
                quoteOf[key.id] = record.value("quote").id();
    for (std::size_t at = 0; at < m_taken.size(); ++at) {
        const Taken& taken = m_taken[at];
        for (const Operation& operation : taken.change.operations) {
            if (!taken.isCarriedOut())
                continue;
            if (isPart(operation) && operation.kind == OperationKind::Create)
                for (const FieldChange& change : operation.fields)
                    if (operation.entity->fields[change.field].name == "quote")
                        quoteOf.emplace(operation.id, change.after.id());
            if (operation.entity == &documents) {
                const auto row = rows.find({documents.number, operation.id});
                if (row == rows.end())
                    return "a document that was handed over is lost";
                for (const FieldChange& change : operation.fields)
                    if (documents.fields[change.field].name != "quote" &&
                        row->second.values[change.field] != change.after)
                        return "the " + documents.fields[change.field].name +
                               " of what was handed over is not what the customer has";
            }
            if (isPart(operation) && operation.kind != OperationKind::Delete &&
                isFact(quoteOf[operation.id], rows, facts))
                if (std::string wrong = checkTyped(taken, at, operation, quoteOf[operation.id], rows, inbox);
                    !wrong.empty())
                    return wrong;
        }
    }
    return {};
}

} // namespace satchel::simulation
