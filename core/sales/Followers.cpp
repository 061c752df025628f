// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Followers.h"

#include "core/sales/FreeGoods.h"
#include "core/sales/QuotePricing.h"

#include <algorithm>
#include <map>

namespace satchel::sales {

namespace {

bool isNormal(const Record& line)
{
    const std::string& role = line.value("role").text();
    return role.empty() || role == "normal";
}

} // namespace

bool counts(const Record& line, const quotes::QuoteRecords& quote)
{
    if (!isNormal(line))
        return line.value("chosen").integer() == 1;
    return std::none_of(quote.lines.begin(), quote.lines.end(), [&](const Record& each) {
        return each.value("alternative_to").id() == line.id && each.value("role").text() == "alternative" &&
               each.value("chosen").integer() == 1;
    });
}

Result<std::vector<Id>> alignFollowers(quotes::QuoteRecords& quote, RecordSource& records)
{
    std::map<Id, const Record*> lines;
    for (const Record& line : quote.lines)
        lines.emplace(line.id, &line);
    std::vector<Id> changed;
    Earners earners(quote, records);
    for (Record& line : quote.lines) {
        Id leader = line.value("part_of").id();
        if (line.value("free").integer() == 1) {
            SATCHEL_ASSIGN(leader, earners.of(line));
        }
        const auto found = lines.find(leader);
        if (found == lines.end())
            continue;
        const bool counted = counts(*found->second, quote);
        const bool normal = counted && isNormal(*found->second);
        const bool chosen = counted && !normal;
        if (isNormal(line) == normal && (line.value("chosen").integer() == 1) == chosen)
            continue;
        line.set("role", normal ? "normal" : "optional");
        line.set("chosen", flagValue(chosen));
        changed.push_back(line.id);
    }
    return changed;
}

} // namespace satchel::sales
