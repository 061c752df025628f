// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/QuoteNumbers.h"

#include "core/rules/quotes/LineNumbers.h"
#include "core/schema/Wording.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace satchel::sales {

namespace {

using Rows = std::vector<const Record*>;

void sortByPosition(Rows& rows)
{
    if (rows.empty())
        return;
    const std::size_t position = *rows.front()->entity->indexOf("position");
    const auto comesBefore = [=](const Record* a, const Record* b) {
        const int order = a->values[position].text().compare(b->values[position].text());
        return order != 0 ? order < 0 : a->id < b->id;
    };
    if (!std::is_sorted(rows.begin(), rows.end(), comesBefore)) // mostly they are
        std::sort(rows.begin(), rows.end(), comesBefore);
}

Rows sortedGroups(const quotes::QuoteRecords& records)
{
    Rows groups;
    for (const Record& group : records.groups)
        groups.push_back(&group);
    sortByPosition(groups);
    return groups;
}

} // namespace

std::vector<const Record*> inOrder(const quotes::QuoteRecords& records)
{
    const Rows groups = sortedGroups(records);
    std::unordered_map<Id, std::size_t> places; // of groups among the heads
    for (const Record* group : groups)
        places.emplace(group->id, places.size() + 1);
    std::unordered_set<Id> lines;
    for (const Record& line : records.lines)
        lines.insert(line.id);
    std::unordered_map<Id, Rows> parts; // by the bundle's line
    std::vector<Rows> heads(groups.size() + 1);
    for (const Record& line : records.lines) {
        const Id bundle = line.value("part_of").id();
        const auto group = places.find(line.value("quote_group").id());
        if (!bundle.isNull() && lines.contains(bundle)) // a part whose bundle is gone stands for itself
            parts[bundle].push_back(&line);
        else
            heads[group == places.end() ? 0 : group->second].push_back(&line);
    }
    Rows all;
    all.reserve(records.lines.size());
    for (Rows& group : heads) {
        sortByPosition(group);
        for (const Record* head : group) {
            all.push_back(head);
            if (const auto below = parts.find(head->id); below != parts.end()) {
                sortByPosition(below->second);
                all.insert(all.end(), below->second.begin(), below->second.end());
            }
        }
    }
    return all;
}

namespace {

// As much of the document as numbers depend on.
pricing::Document outlineOf(const quotes::QuoteRecords& records)
{
    pricing::Document document;
    for (const Record* group : sortedGroups(records))
        document.groups.push_back({.id = group->id});
    for (const Record* row : inOrder(records)) {
        pricing::Document::Line line{.id = row->id};
        line.group = row->value("quote_group").id();
        line.partOf = row->value("part_of").id();
        if (row->value("kind").text() == "text")
            line.kind = pricing::Document::Kind::Text;
        document.lines.push_back(std::move(line));
    }
    return document;
}

} // namespace

std::map<Id, std::string> numbersOf(const quotes::QuoteRecords& records)
{
    return quotes::lineNumbers(outlineOf(records));
}

Result<Id> lineNamed(const quotes::QuoteRecords& records, std::string_view text)
{
    const auto id = Id::parse(text);
    const auto numbers = numbersOf(records);
    for (const Record& line : records.lines)
        if (id ? line.id == *id : numbers.at(line.id) == text)
            return line.id;
    return Error{ErrorKind::NotFound, "The quote has no line " + inQuotes(text) + "; quote show names them."};
}

Result<Id> groupNamed(const quotes::QuoteRecords& records, std::string_view text)
{
    const auto id = Id::parse(text);
    const auto numbers = numbersOf(records);
    std::vector<Id> found;
    for (const Record& group : records.groups)
        if (id ? group.id == *id : group.value("title").text() == text)
            found.push_back(group.id);
    if (found.size() > 1)
        return invalid("The quote has more than one group " + inQuotes(text) + "; give its number instead.");
    for (const Record& group : records.groups)
        if (found.empty() && numbers.at(group.id) == text)
            return group.id;
    if (found.empty())
        return Error{ErrorKind::NotFound, "The quote has no group " + inQuotes(text) + "."};
    return found.front();
}

} // namespace satchel::sales
