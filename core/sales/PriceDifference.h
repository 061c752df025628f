// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/PriceSheet.h"

namespace satchel::sales {

/// What is different between two states of a price list, and which open quotes that concerns.

struct PriceChange {
    Id product;
    ProductPrices before; ///< none: the product is new to the list
    ProductPrices after;  ///< none: it is taken out
    /// By how much the first price of a fixed amount has changed, in percent, to two decimals; nothing where that says
    /// nothing.
    std::optional<Decimal> percent = {};
    [[nodiscard]] bool isNew() const { return before.empty(); }
    [[nodiscard]] bool isRemoved() const { return after.empty(); }
};

struct PriceDifference {
    std::vector<PriceChange> changes = {}; ///< in the order of their products' ids
    std::size_t added = 0;
    std::size_t removed = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0; ///< products that are in both, the same
};

/// Pure.
[[nodiscard]] PriceDifference compare(const PriceSheet& before, const PriceSheet& after);

/// A quote that is not closed and was priced from this list, with lines whose product's prices change.
struct TouchedQuote {
    Id quote;
    std::string label = {};
    Id account;
    std::string accountName = {};
    std::string status = {};
    std::size_t lines = 0;
};
/// By status as it is on `date` (draft, in_approval, sent and not expired); templates left out. In the order of ids.
[[nodiscard]] Result<std::vector<TouchedQuote>> touchedQuotes(RecordSource& records, const PriceListRecords& list,
                                                              const PriceDifference& difference,
                                                              const std::string& date);

} // namespace satchel::sales
