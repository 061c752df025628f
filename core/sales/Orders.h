// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/store/Replica.h"

namespace satchel::sales {

/// Orders as people look at them, from the rows this laptop has. On the replica's thread.

/// Something a customer bought.
struct Purchase {
    Id order;
    Id line;
    std::string number = {};
    std::string orderedOn = {};
    std::string status = {}; ///< of the order
    Id account;              ///< the account or the site that ordered
    std::string accountName = {};
    Id product;
    std::string code = {};
    std::string description = {};
    Decimal quantity = {};
    std::string unit = {};
    Decimal unitPrice = {}; ///< after line discounts
    Decimal net = {};       ///< after its share of the document discount
    std::string currency = {};
    Id promotion; ///< that closed it; null: none
    std::string promotionName = {};
};

/// What an account and its sites have bought, newest first, lines of one order as they stand in it. `product`: only
/// that one, or null for all. `limit`: not more than so many.
[[nodiscard]] Result<std::vector<Purchase>> purchasesOf(Replica& replica, const Id& account, const Id& product = {},
                                                        std::size_t limit = SIZE_MAX);

struct OrderFilter {
    Id account = {};          ///< with its sites; null: all
    std::string status = {};  ///< "": any
    std::string from = {};    ///< first day of ordered_on, "": open
    std::string to = {};      ///< last day
    std::size_t limit = 1000; ///< newest ones first
};
struct OrderSummary {
    Record order;
    std::string accountName = {};
    std::size_t lines = 0;
};
[[nodiscard]] Result<std::vector<OrderSummary>> listOrders(Replica& replica, const OrderFilter& filter);

/// An order with its lines as they stand on it, and the names of what they refer to.
struct OrderSheet {
    Record order;
    std::string accountName = {};
    std::vector<Purchase> lines = {};
};
[[nodiscard]] Result<OrderSheet> orderSheet(Replica& replica, const Id& order);

/// Orders as CSV, oldest first: the rows and columns of core/rules/orders/OrderRows.h, as the server writes them too.
struct ExportedOrders {
    std::int64_t orders = 0;
    std::int64_t lines = 0;
    std::string text;
};
[[nodiscard]] Result<ExportedOrders> exportOrders(Replica& replica, const OrderFilter& filter);
/// The same of what a list shows, however it was narrowed.
[[nodiscard]] Result<ExportedOrders> exportListed(Replica& replica, Query query);

} // namespace satchel::sales
