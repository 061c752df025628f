// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Repricing.h"

#include "core/model/Reading.h"
#include "core/sales/Followers.h"
#include "core/sales/Origin.h"
#include "core/sales/QuoteNumbers.h"
#include "core/sales/QuotePricing.h"
#include "core/schema/Wording.h"

#include <algorithm>
#include <unordered_map>

namespace satchel::sales {

namespace {

// Of a line that was not wanted its price is what it was, for free goods whether they are there at all.
void keepOthers(QuoteWork& work, const std::set<Id>& wanted)
{
    std::vector<Id> strangers;
    for (const Record& line : work.now.lines)
        if (!wanted.contains(line.id) && std::none_of(work.before.lines.begin(), work.before.lines.end(),
                                                      [&](const Record& each) { return each.id == line.id; }))
            strangers.push_back(line.id);
    for (const Id& id : strangers)
        work.removeLine(id);
    for (const Record& before : work.before.lines) {
        if (wanted.contains(before.id))
            continue;
        if (Record* line = work.line(before.id))
            *line = before;
        else
            work.now.lines.push_back(before);
    }
}

// The quote as it becomes, nothing of it written.
Result<QuoteWork> repriced(Replica& replica, const Id& quote, const RepriceWish& wish)
{
    SATCHEL_ASSIGN(QuoteWork work, QuoteWork::open(replica, quote));
    RecordSource& records = work.records();
    SATCHEL_TRY(alignFollowers(work.now, records));
    if (!wish.atPins) {
        const Record& head = work.quote();
        std::string date = wish.date;
        if (date.empty()) {
            SATCHEL_ASSIGN(const Origin origin,
                           originFor(replica, head.value("account").id(), head.value("price_list").id()));
            date = origin.today;
        }
        if (!isDate(date))
            return invalid(inQuotes(date) + " is no date; write it as 2026-11-30.", "date");
        const std::string& last = work.quote().value("valid_until").text();
        if (!last.empty() && last < date)
            return invalid("The quote is valid until " + last + " only; give it a later day first.", "valid_until");
        work.quote().set("date", date);
        work.quote().set("pins", Value());
        work.quote().set("rates", Value());
    }
    SATCHEL_ASSIGN(const pricing::Request request, quotes::QuoteReader(records).request(work.now));
    SATCHEL_TRY(priceAnew(work, request));
    if (wish.only)
        keepOthers(work, *wish.only);
    if (wish.atPins) { // what it is pinned to besides stays
        for (const char* field : {"pins", "rates"}) {
            std::vector<Id> all = idsOf(work.before.quote, field);
            for (const Id& id : idsOf(work.quote(), field))
                if (std::find(all.begin(), all.end(), id) == all.end())
                    all.push_back(id);
            work.quote().set(field, idsValue(all));
        }
    }
    return work;
}

using Rows = std::unordered_map<Id, const Record*>;

Rows rowsOf(const quotes::QuoteRecords& quote)
{
    Rows rows;
    for (const Record& line : quote.lines)
        rows.emplace(line.id, &line);
    return rows;
}

const Record* rowOf(const Rows& rows, const Id& id)
{
    const auto row = rows.find(id);
    return row == rows.end() ? nullptr : row->second;
}

void addFree(const Record* before, const Record* after, Repricing& repricing)
{
    const Record& any = after != nullptr ? *after : *before;
    const Decimal was{before != nullptr ? before->value("quantity").integer() : 0};
    const Decimal is{after != nullptr ? after->value("quantity").integer() : 0};
    if (was != is)
        repricing.free.push_back({.line = any.id,
                                  .product = any.value("product").id(),
                                  .promotion = any.value("promotion").id(),
                                  .before = was,
                                  .after = is});
}

void addLine(const Record& before, const Record& after, Repricing& repricing)
{
    Repricing::Line line{.line = after.id,
                         .before = amountOf(before, "list_price"),
                         .after = amountOf(after, "list_price"),
                         .taxBefore = Decimal{before.value("tax_percent").integer()},
                         .taxAfter = Decimal{after.value("tax_percent").integer()},
                         .whyBefore = before.value("why").text(),
                         .whyAfter = after.value("why").text(),
                         .byHand = !after.value("price").isNull()};
    if (line.changes() || line.byHand)
        repricing.lines.push_back(std::move(line));
}

std::optional<Decimal> grossOf(RecordSource& records, const quotes::QuoteRecords& quote)
{
    const auto document = quotes::QuoteReader(records).document(quote);
    return document.ok() ? std::optional(document->gross) : std::nullopt;
}

} // namespace

bool Repricing::changesAnything() const
{
    return !free.empty() || std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.changes(); });
}

Result<Repricing> previewRepricing(Replica& replica, const Id& quote, const RepriceWish& wish)
{
    SATCHEL_ASSIGN(const QuoteWork work, repriced(replica, quote, wish));
    const Rows old = rowsOf(work.before);
    const Rows rows = rowsOf(work.now);
    Repricing repricing;
    repricing.date = work.now.quote.value("date").text();
    for (const Record* after : inOrder(work.now)) {
        const Record* before = rowOf(old, after->id);
        if (after->value("free").integer() == 1)
            addFree(before, after, repricing);
        else if (before != nullptr && !after->value("product").isNull())
            addLine(*before, *after, repricing);
    }
    for (const Record& before : work.before.lines)
        if (before.value("free").integer() == 1 && rowOf(rows, before.id) == nullptr)
            addFree(&before, nullptr, repricing);
    repricing.grossBefore = grossOf(work.records(), work.before);
    repricing.grossAfter = grossOf(work.records(), work.now);
    return repricing;
}

Result<Edited> reprice(Replica& replica, const Id& quote, const RepriceWish& wish)
{
    SATCHEL_ASSIGN(QuoteWork work, repriced(replica, quote, wish));
    return work.commit({});
}

} // namespace satchel::sales
