// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/model/Record.h"
#include "sync/server/EntityTables.h"

#include <map>

namespace satchel::server {

/// An order with everything another system needs to carry it out. A value.
struct OrderPapers {
    Record order;
    std::vector<Record> lines;      ///< as they stand on the order
    std::map<Id, Record> mentioned; ///< what the order and its lines refer to, deleted or not

    [[nodiscard]] const Record* find(const Id& id) const;
};

/// The order as the database has it now. NotFound if there is none.
[[nodiscard]] Result<OrderPapers> readOrder(Database& database, EntityTables& tables, const Id& id);

/// What happened to an order, for the body of a delivery.
struct OrderEvent {
    Id delivery;
    std::string name; ///< order.created or order.changed
    Milliseconds at = 0;
};

/// The body of a delivery as sync/server/ORDERS.md describes it: JSON, its keys always all there and in one order.
[[nodiscard]] std::string orderBody(const OrderEvent& event, const OrderPapers& papers);

} // namespace satchel::server
