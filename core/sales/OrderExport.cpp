// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CsvText.h"
#include "core/rules/orders/OrderRows.h"
#include "core/sales/OrderReader.h"

#include <algorithm>

namespace satchel::sales {

Result<ExportedOrders> exportOrders(Replica& replica, const OrderFilter& filter)
{
    SATCHEL_ASSIGN(const auto transaction,
                   sqlite::Transaction::begin(replica.connection(), sqlite::Transaction::Kind::Deferred));
    OrderReader reader(replica);
    OrderFilter all = filter;
    all.limit = SIZE_MAX;
    SATCHEL_ASSIGN(auto found, reader.orders(all));
    std::reverse(found.begin(), found.end());
    ExportedOrders exported{.text = csvLine(orders::orderColumns())};
    const auto mentioned = [&](const Record& record, std::string_view field) {
        return reader.mentioned(record, field);
    };
    for (const Record& order : found) {
        SATCHEL_ASSIGN(const auto lines, reader.lines(order.id));
        SATCHEL_ASSIGN(const std::string rows, orders::orderRows(order, lines, {}, mentioned));
        exported.text += rows;
        exported.lines += std::ssize(lines);
        ++exported.orders;
    }
    return exported;
}

} // namespace satchel::sales
