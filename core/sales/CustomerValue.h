// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/store/Replica.h"

namespace satchel::sales {

/// What an account and its sites were worth so far, from the orders on this laptop; cancelled ones are left out.
struct CustomerValue {
    struct Year {
        int year = 0;
        Decimal net = {};
    };
    struct Sum {
        std::string currency;
        Decimal net = {};
        std::vector<Year> years = {}; ///< from the first to the last without a gap
    };
    std::int64_t orders = 0;
    std::string since = {};     ///< day of the first order
    std::vector<Sum> sums = {}; ///< the currency with the most orders first
};

/// A promotion the account or a site of it was given, by an order or in a quote.
struct ReceivedPromotion {
    Id promotion;
    std::string name;
    std::string lastOn; ///< day of the newest order or quote
    std::int64_t ordered = 0;
    std::int64_t quoted = 0; ///< in quotes that have become no order
};

struct CustomerBusiness {
    CustomerValue value;
    std::vector<ReceivedPromotion> promotions; ///< the newest first
};
/// Reads with a query a site and six more, all by index. On the replica's thread.
[[nodiscard]] Result<CustomerBusiness> businessWith(Replica& replica, const Id& account);

/// An account among the sites of its company: the one at the top, then each with what is below it.
struct SiteNode {
    Record account;
    int depth = 0;
};
/// At most `limit` of them; `account` is always there. Two that are each other's parent do no harm.
[[nodiscard]] Result<std::vector<SiteNode>> siteTree(Replica& replica, const Id& account, std::size_t limit = 200);

} // namespace satchel::sales
