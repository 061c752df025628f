// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Quotes.h"

namespace satchel::sales {

/// At which prices a quote is looked at again.
struct RepriceWish {
    std::string date = {};                 ///< "": today, in the time zone of its list
    std::optional<std::set<Id>> only = {}; ///< these lines and free goods; all others stay as they were offered
    bool atPins = false; ///< by the revisions and rates it has, on its own date: only what merging left behind changes
};

/// What becomes of a quote at the prices of now. Amounts are per unit, in its currency; `why` is Explanation.h's JSON.
struct Repricing {
    struct Line {
        Id line;
        std::optional<Decimal> before = {}; ///< the list's price
        std::optional<Decimal> after = {};
        Decimal taxBefore = {};
        Decimal taxAfter = {};
        std::string whyBefore = {};
        std::string whyAfter = {};
        bool byHand = false; ///< its own price stays
        [[nodiscard]] bool changes() const { return before != after || taxBefore != taxAfter; }
    };
    /// Free goods that come (before 0), change or go (after 0).
    struct Free {
        Id line;
        Id product;
        Id promotion;
        Decimal before = {};
        Decimal after = {};
    };
    std::string date = {};
    std::vector<Line> lines = {}; ///< those that change, and those with a price set by hand, in the quote's order
    std::vector<Free> free = {};
    std::optional<Decimal> grossBefore = {}; ///< nothing: it has no total
    std::optional<Decimal> grossAfter = {};
    [[nodiscard]] bool changesAnything() const;
};

/// What would change; nothing is written.
[[nodiscard]] Result<Repricing> previewRepricing(Replica& replica, const Id& quote, const RepriceWish& wish = {});
/// Does it, as one change, with the revisions and rates of now as the quote's pins; a second time it changes nothing.
[[nodiscard]] Result<Edited> reprice(Replica& replica, const Id& quote, const RepriceWish& wish = {});

} // namespace satchel::sales
