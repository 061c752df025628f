// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Choice.h"

#include "core/sales/DealDesk.h"
#include "core/sales/Followers.h"
#include "core/sales/QuoteWork.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>

namespace satchel::sales {

namespace {

bool canBeChosen(const Record& line)
{
    const std::string& role = line.value("role").text();
    return role == "optional" || role == "alternative";
}

Status mark(quotes::QuoteRecords& quote, const std::vector<Id>& chosen)
{
    std::size_t found = 0;
    for (Record& line : quote.lines) {
        const bool wanted = std::find(chosen.begin(), chosen.end(), line.id) != chosen.end();
        found += wanted ? 1 : 0;
        if (canBeChosen(line))
            line.set("chosen", flagValue(wanted));
        else if (wanted)
            return invalid("Only optional and alternative lines can be chosen; the others are part of the offer.");
    }
    if (found != chosen.size())
        return Error{ErrorKind::NotFound, "A line that was chosen does not belong to this quote."};
    return Ok{};
}

// What belongs to a line counts when that counts. In a draft its role would say so; here only `chosen` can.
Status follow(quotes::QuoteRecords& quote, RecordSource& records)
{
    quotes::QuoteRecords aligned = quote;
    for (std::size_t round = 0; round <= quote.lines.size(); ++round) { // free goods of a part of a bundle
        SATCHEL_ASSIGN(const auto changed, alignFollowers(aligned, records));
        if (changed.empty())
            break;
    }
    for (std::size_t i = 0; i < quote.lines.size(); ++i) {
        Record& line = quote.lines[i];
        const bool wanted = counts(aligned.lines[i], aligned);
        if (wanted == counts(line, quote))
            continue;
        if (!canBeChosen(line))
            return Error{ErrorKind::Conflict,
                         "The alternative takes the place of a line with parts or free goods of its own, which would "
                         "still be ordered; make the next revision with the choice made in it."};
        line.set("chosen", flagValue(wanted));
    }
    return Ok{};
}

} // namespace

Result<std::vector<Edit>> choose(quotes::QuoteRecords& quote, const std::vector<Id>& chosen, RecordSource& records)
{
    const std::vector<Record> before = quote.lines;
    SATCHEL_TRY(mark(quote, chosen));
    SATCHEL_TRY(follow(quote, records));
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < before.size(); ++i)
        if (const Value& flag = quote.lines[i].value("chosen");
            (flag.integer() == 1) != (before[i].value("chosen").integer() == 1))
            edits.push_back(changedRow(before[i], {{"chosen", flag}}));
    return edits;
}

Result<pricing::Document> documentWith(Replica& replica, const Id& quote, const std::vector<Id>& chosen)
{
    ReplicaRecords records(replica.connection());
    quotes::QuoteReader reader(records);
    SATCHEL_ASSIGN(auto rows, reader.records(quote));
    SATCHEL_TRY(choose(rows, chosen, records));
    return reader.document(rows);
}

} // namespace satchel::sales
