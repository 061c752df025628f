// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/model/RecordSource.h"
#include "core/rules/pricing/Snapshot.h"

#include <map>

namespace satchel::sales {

/// A price list as a whole: its revisions, and what one of them says of every product. Values; the reading functions
/// belong to the thread of their records.

/// One price of a product, without where it is kept: two that are equal are the same price.
struct ListPrice {
    pricing::Entry::Kind kind = pricing::Entry::Kind::Fixed; ///< never Removed: then there is none
    Decimal price = {};                                      ///< in the list's currency
    Decimal minQuantity = {};
    Decimal percent = {}; ///< of cost or of a list
    Id baseList;          ///< null: the list's parent
    std::optional<Decimal> minPrice = {};
    std::string validFrom = {};
    std::string validTo = {};
    bool operator==(const ListPrice&) const = default;
};
/// By quantity, then by first day.
using ProductPrices = std::vector<ListPrice>;
void sortPrices(ProductPrices& prices);
/// The products that have prices.
using PriceSheet = std::map<Id, ProductPrices>;

struct PriceListRecords {
    Record list;
    std::vector<Record> revisions;                           ///< by number
    [[nodiscard]] std::string code() const;                  ///< or its name, where it has none
    [[nodiscard]] std::string currency() const;              ///< code
    [[nodiscard]] std::string today(Milliseconds now) const; ///< in its time zone
    /// The one that was published last: what the next one follows; null if there is none. Withdrawn ones only where
    /// there are no others.
    [[nodiscard]] const Record* newest() const;
    [[nodiscard]] const Record* revision(const Id& id) const;
    /// The number the next one gets.
    [[nodiscard]] std::int64_t nextNumber() const;
    [[nodiscard]] pricing::ListRounding rounding() const;
};

/// NotFound if there is no such list.
[[nodiscard]] Result<PriceListRecords> readPriceList(RecordSource& records, const Id& list);
/// What the list says in a revision (null: before there was any) with all it follows; core/rules/PRICING.md, "Which
/// entries of a list".
[[nodiscard]] Result<PriceSheet> readSheet(RecordSource& records, const PriceListRecords& list, const Id& revision);

/// The same for one product alone; nothing where the list has no price of it, or has taken it out.
[[nodiscard]] Result<ProductPrices> readPrices(RecordSource& records, const PriceListRecords& list, const Id& revision,
                                               const Id& product);
/// Those of a product's prices that count on a day: one of each quantity, the one that began last. Pure.
[[nodiscard]] ProductPrices validOn(const ProductPrices& prices, const std::string& date);

/// "10.00 EUR from 20, valid from 2026-01-01": a price for people; `nameOf` gives a base list's code.
[[nodiscard]] std::string priceText(const ListPrice& price, const PriceListRecords& list,
                                    const std::string& baseCode = {});

} // namespace satchel::sales
