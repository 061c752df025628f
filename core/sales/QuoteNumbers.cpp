// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/QuoteNumbers.h"

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

std::map<Id, std::string> numbersOf(const quotes::QuoteRecords& records)
{
    std::map<Id, std::string> numbers;
    int items = 0;
    int texts = 0;
    std::map<Id, int> parts;
    for (const Record* line : inOrder(records)) {
        const auto bundle = numbers.find(line->value("part_of").id());
        if (bundle != numbers.end())
            numbers[line->id] = bundle->second + "." + std::to_string(++parts[bundle->first]);
        else if (line->value("kind").text() == "text")
            numbers[line->id] = "T" + std::to_string(++texts);
        else
            numbers[line->id] = std::to_string(++items);
    }
    return numbers;
}

Result<Id> lineNamed(const quotes::QuoteRecords& records, std::string_view text)
{
    if (const auto id = Id::parse(text)) {
        for (const Record& line : records.lines)
            if (line.id == *id)
                return *id;
    } else {
        for (const auto& [line, number] : numbersOf(records))
            if (number == text)
                return line;
    }
    return Error{ErrorKind::NotFound, "The quote has no line " + inQuotes(text) + "; quote show names them."};
}

Result<Id> groupNamed(const quotes::QuoteRecords& records, std::string_view text)
{
    const auto id = Id::parse(text);
    std::vector<Id> found;
    for (const Record& group : records.groups)
        if (id ? group.id == *id : group.value("title").text() == text)
            found.push_back(group.id);
    if (found.size() > 1)
        return invalid("The quote has more than one group " + inQuotes(text) + "; give the id instead.");
    if (found.empty())
        return Error{ErrorKind::NotFound, "The quote has no group " + inQuotes(text) + "."};
    return found.front();
}

} // namespace satchel::sales
