// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/OrderFeed.h"

#include "sync/server/Deliveries.h"
#include "sync/server/OrderPapers.h"

namespace satchel::server {

namespace {

/// The orders among the rows that were written, and those whose lines were.
Result<std::set<Id>> ordersIn(Ledger& ledger)
{
    static const int order = schema::entity("order").number;
    static const Entity& line = schema::entity("order_line");
    std::set<Id> orders;
    for (const RowKey& key : ledger.written()) {
        if (key.entity == order)
            orders.insert(key.id);
        if (key.entity != line.number)
            continue;
        SATCHEL_ASSIGN(const auto record, ledger.tables().find(line, key.id));
        if (record)
            orders.insert(record->value("order").id());
    }
    return orders;
}

} // namespace

Status recordOrders(Database& database, Ledger& ledger, Environment& environment)
{
    SATCHEL_ASSIGN(const auto orders, ordersIn(ledger));
    for (const Id& id : orders) {
        SATCHEL_ASSIGN(const auto rows,
                       database.query("SELECT born FROM e_order WHERE id=$1 AND deleted=0", {cell(id)}));
        if (rows.empty())
            continue; // deleted, or only its lines have come
        const bool made = integerOf(rows[0][0]) == ledger.seq();
        SATCHEL_ASSIGN(const OrderPapers papers, readOrder(database, ledger.tables(), id));
        // Should a restored server get the order a second time, this is the same delivery to whoever receives it.
        const OrderEvent event{.delivery = made ? Id::derived(id.view(), "order.created") : environment.newId(),
                               .name = made ? "order.created" : "order.changed",
                               .at = environment.now()};
        SATCHEL_TRY(deliveries::record(database, Delivery{.id = event.delivery,
                                                          .order = id,
                                                          .number = papers.order.value("number").text(),
                                                          .seq = ledger.seq(),
                                                          .event = event.name,
                                                          .body = orderBody(event, papers),
                                                          .made = event.at}));
    }
    return Ok{};
}

} // namespace satchel::server
