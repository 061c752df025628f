// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/QuoteNumbers.h"

#include "core/rules/quotes/LineNumbers.h"
#include "core/schema/Wording.h"

#include <algorithm>
#include <set>

namespace satchel::sales {

namespace {

bool comesBefore(const Record* a, const Record* b)
{
    const int order = a->value("position").text().compare(b->value("position").text());
    return order != 0 ? order < 0 : a->id < b->id;
}

} // namespace

std::vector<const Record*> inOrder(const quotes::QuoteRecords& records)
{
    std::set<Id> lines;
    for (const Record& line : records.lines)
        lines.insert(line.id);
    std::set<Id> groups;
    for (const Record& group : records.groups)
        groups.insert(group.id);
    std::map<Id, std::vector<const Record*>> parts; // by the bundle's line
    std::map<Id, std::vector<const Record*>> heads; // by group
    for (const Record& line : records.lines) {
        const Id bundle = line.value("part_of").id();
        const Id group = line.value("quote_group").id();
        if (lines.contains(bundle)) // a part whose bundle is gone stands for itself
            parts[bundle].push_back(&line);
        else
            heads[groups.contains(group) ? group : Id{}].push_back(&line);
    }
    std::vector<const Record*> sortedGroups;
    for (const Record& group : records.groups)
        sortedGroups.push_back(&group);
    std::sort(sortedGroups.begin(), sortedGroups.end(), comesBefore);
    std::vector<Id> order = {Id{}};
    for (const Record* group : sortedGroups)
        order.push_back(group->id);
    std::vector<const Record*> all;
    for (const Id& group : order) {
        std::sort(heads[group].begin(), heads[group].end(), comesBefore);
        for (const Record* head : heads[group]) {
            all.push_back(head);
            auto& below = parts[head->id];
            std::sort(below.begin(), below.end(), comesBefore);
            all.insert(all.end(), below.begin(), below.end());
        }
    }
    return all;
}

namespace {

// As much of the document as numbers depend on.
pricing::Document outlineOf(const quotes::QuoteRecords& records)
{
    pricing::Document document;
    std::vector<const Record*> groups;
    for (const Record& group : records.groups)
        groups.push_back(&group);
    std::sort(groups.begin(), groups.end(), comesBefore);
    for (const Record* group : groups)
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
