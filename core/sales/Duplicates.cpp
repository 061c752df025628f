// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Duplicates.h"

#include "core/model/Reading.h"
#include "core/rules/Bundles.h"
#include "core/rules/quotes/QuoteReader.h"
#include "core/store/CachedRecords.h"

#include <algorithm>

namespace satchel::sales {

namespace {

LineRole roleOf(const Record& line)
{
    const std::string& role = line.value("role").text();
    return role == "optional" ? LineRole::Optional : role == "alternative" ? LineRole::Alternative : LineRole::Normal;
}

// The parts of the bundle's line, as choices of the bundle; nothing if it is no bundle.
Result<std::optional<std::set<Id>>> partsOf(const Record& line, const quotes::QuoteRecords& quote,
                                            RecordSource& records)
{
    std::set<Id> products;
    for (const Record& each : quote.lines)
        if (each.value("part_of").id() == line.id)
            products.insert(each.value("product").id());
    if (products.empty())
        return std::optional<std::set<Id>>();
    SATCHEL_ASSIGN(const Bundle bundle, readBundle(records, line.value("product").id()));
    std::set<Id> chosen;
    for (const BundlePart& part : bundle.parts)
        if (products.contains(part.product))
            chosen.insert(part.id);
    return std::optional(std::move(chosen));
}

NewLine wishFor(const Record& line)
{
    NewLine wish{.product = line.value("product").id(), .description = line.value("description").text()};
    if (!wish.product.isNull())
        wish.quantity = decimalOf(line, "quantity");
    wish.unit = line.value("unit").text();
    wish.role = roleOf(line);
    wish.alternativeTo = line.value("alternative_to").id();
    wish.price = amountOf(line, "price");
    wish.discountPercent = decimalOf(line, "discount_percent");
    wish.discountAmount = amountOf(line, "discount_amount").value_or(Decimal{});
    wish.partNumber = line.value("part_number").text();
    wish.shipTo = line.value("ship_to").id();
    wish.deliveryDate = line.value("delivery_date").text();
    wish.notes = line.value("notes").text();
    return wish;
}

} // namespace

Result<Edited> duplicateLines(Replica& replica, const Id& quote, const std::vector<Id>& lines)
{
    std::vector<NewLine> wishes;
    Id last;
    {
        const Moment moment(replica.connection());
        CachedRecords records(replica.connection());
        SATCHEL_ASSIGN(const quotes::QuoteRecords rows, quotes::QuoteReader(records).records(quote));
        for (const Id& id : lines) {
            const auto line =
                std::find_if(rows.lines.begin(), rows.lines.end(), [&](const Record& each) { return each.id == id; });
            if (line == rows.lines.end())
                return Error{ErrorKind::NotFound, "This line is no longer in the quote."};
            if (isSet(*line, "free") || !line->value("part_of").isNull())
                continue;
            NewLine wish = wishFor(*line);
            SATCHEL_ASSIGN(wish.parts, partsOf(*line, rows, records));
            wishes.push_back(std::move(wish));
            last = id;
        }
    }
    if (wishes.empty())
        return invalid("Free goods and parts of a bundle come with their line; duplicate that line instead.");
    return Quotes(replica).addLines(quote, wishes, {.after = last});
}

} // namespace satchel::sales
