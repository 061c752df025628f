// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Pricing.h"
#include "core/store/Replica.h"

namespace satchel::sales {

/// Why a product costs a customer what it does: the price engine, asked for one line, and what each list says that was
/// asked before one had a price.
struct PriceQuestion {
    Id product;
    Id account; ///< null: nobody in particular
    Decimal quantity = {.units = Decimal::scale};
    std::string unit = {};
    std::string date = {};     ///< "": today, in the time zone of the first list
    std::string currency = {}; ///< "": the account's, else the first list's, else the company's
    Id list;                   ///< null: by the customer
};

struct PriceExplanation {
    PriceQuestion question; ///< with what was empty in it filled in
    pricing::LinePrice line = {};
    std::vector<pricing::FreeGoods> free = {};
    /// One list of the chain, in its order: `reason` why it has no price; "" for the one that gave it, and for those
    /// that were not asked any more.
    struct Asked {
        Id list;
        std::string name = {};
        bool agreement = false;
        std::int64_t revision = 0; ///< its number; 0: none
        bool gave = false;
        std::string reason = {};
    };
    std::vector<Asked> chain = {};
};

/// Invalid where the lists refer to each other in a circle, or the quantity makes no sense.
[[nodiscard]] Result<PriceExplanation> explainPrice(Replica& replica, PriceQuestion question);

} // namespace satchel::sales
