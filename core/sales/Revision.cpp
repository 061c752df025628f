// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TimeZone.h"
#include "core/rules/quotes/Ids.h"
#include "core/sales/DealDesk.h"
#include "core/sales/Deals.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>
#include <array>
#include <set>

namespace satchel::sales {

namespace {

// What belongs to the former revision alone.
constexpr std::array<std::string_view, 12> staysBehind = {"revision",  "owner",       "status",      "reason",
                                                          "closed_on", "former",      "template",    "review",
                                                          "flags",     "accepted_by", "accepted_at", "signature"};

bool goesAlong(const Field& field)
{
    return std::find(staysBehind.begin(), staysBehind.end(), field.name) == staysBehind.end();
}

Result<std::int64_t> freeRevision(Replica& replica, const Record& former)
{
    const Entity& entity = *former.entity;
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto all, records.where(entity, {{*entity.indexOf("number"), former.value("number")}}));
    std::set<std::int64_t> taken;
    for (const Record& each : all)
        taken.insert(each.value("revision").isNull() ? 1 : each.value("revision").integer());
    std::int64_t revision = (former.value("revision").isNull() ? 1 : former.value("revision").integer()) + 1;
    while (taken.contains(revision))
        ++revision;
    return revision;
}

// The id that this laptop would give it once; a fresh one for a second revision of the same quote.
Result<Id> freeId(Replica& replica, const Record& former, const Id& incarnation)
{
    const Id id = quotes::revisionIdOf(former.id, incarnation);
    SATCHEL_ASSIGN(const auto there, replica.find(*former.entity, id));
    SATCHEL_ASSIGN(const auto past, replica.history({former.entity->number, id}));
    return there || !past.empty() ? replica.environment().newId() : id;
}

std::int64_t daysBetween(const std::string& from, const std::string& to)
{
    const auto first = parseInstant(from + "T00:00:00Z");
    const auto last = parseInstant(to + "T00:00:00Z");
    return first && last ? std::max<std::int64_t>((*last - *first) / (24LL * 60 * 60 * 1000), 0) : 0;
}

// A day that has passed already would be of no use: the offer stands as long again, from today on.
Value lastDay(const DealDesk& desk)
{
    const std::string& last = desk.quote().value("valid_until").text();
    if (last.empty() || last >= desk.today)
        return desk.quote().value("valid_until");
    return dayAfter(desk.today, daysBetween(desk.quote().value("date").text(), last));
}

Edit nextRevision(const DealDesk& desk, const Id& id, std::int64_t revision)
{
    const Record& former = desk.quote();
    Edit edit = newRow("quote", id,
                       {{"former", former.id}, {"revision", revision}, {"owner", desk.me.user}, {"status", "draft"}});
    for (std::size_t i = 0; i < former.values.size(); ++i)
        if (goesAlong(former.entity->fields[i]) && !former.values[i].isNull())
            edit.values.emplace_back(i,
                                     former.entity->fields[i].name == "valid_until" ? lastDay(desk) : former.values[i]);
    return edit;
}

// A row of the former revision as one of the new: what it refers to inside the quote goes along.
Edit copyOf(const Record& row, const Id& quote, const std::set<Id>& rows)
{
    Edit edit = newRow(row.entity->name.c_str(), quotes::copiedRowIdOf(quote, row.id), {{"quote", quote}});
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (row.values[i].isNull() || row.entity->fields[i].name == "quote")
            continue;
        const bool inside = row.values[i].isId() && rows.contains(row.values[i].id());
        edit.values.emplace_back(i, inside ? Value(quotes::copiedRowIdOf(quote, row.values[i].id())) : row.values[i]);
    }
    return edit;
}

// What others refer to comes first.
void addLines(const quotes::QuoteRecords& records, const Id& quote, const std::set<Id>& rows, std::vector<Edit>& edits)
{
    std::set<Id> waiting;
    for (const Record& line : records.lines)
        waiting.insert(line.id);
    for (bool again = true; again;) {
        again = false;
        for (const Record& line : records.lines) {
            const bool tooEarly =
                waiting.contains(line.value("part_of").id()) || waiting.contains(line.value("alternative_to").id());
            if (!waiting.contains(line.id) || tooEarly)
                continue;
            waiting.erase(line.id);
            edits.push_back(copyOf(line, quote, rows));
            again = true;
        }
    }
    for (const Record& line : records.lines) // in a ring
        if (waiting.contains(line.id))
            edits.push_back(copyOf(line, quote, rows));
}

} // namespace

Result<Id> Deals::revise(const Id& quote)
{
    SATCHEL_ASSIGN(const DealDesk desk, DealDesk::open(m_replica, quote));
    if (desk.quote().value("template").integer() == 1)
        return invalid("This is a template; make a quote of it instead.");
    if (desk.status() == "draft")
        return Error{ErrorKind::Conflict, "The quote has not been handed over yet; change it as it is."};
    if (desk.status() == "in_approval")
        return Error{ErrorKind::Conflict, "The quote is in approval; withdraw it, and change it as it is."};
    SATCHEL_ASSIGN(const Id id, freeId(m_replica, desk.quote(), desk.me.incarnation));
    SATCHEL_ASSIGN(const std::int64_t revision, freeRevision(m_replica, desk.quote()));
    std::set<Id> rows;
    for (const auto* all : {&desk.records.groups, &desk.records.lines})
        for (const Record& row : *all)
            rows.insert(row.id);
    std::vector<Edit> edits = {nextRevision(desk, id, revision)};
    for (const Record& group : desk.records.groups)
        edits.push_back(copyOf(group, id, rows));
    addLines(desk.records, id, rows, edits);
    SATCHEL_TRY(m_replica.commit(edits));
    return id;
}

} // namespace satchel::sales
