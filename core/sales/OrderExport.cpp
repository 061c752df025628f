// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CsvText.h"
#include "core/rules/orders/OrderRows.h"
#include "core/sales/OrderReader.h"

#include <algorithm>
#include <iterator>

namespace satchel::sales {

namespace {

Result<sqlite::Transaction> readingOrders(Replica& replica)
{
    return sqlite::Transaction::begin(replica.connection(), sqlite::Transaction::Kind::Deferred);
}

Result<ExportedOrders> exportOf(OrderReader& reader, const std::vector<Record>& oldestFirst)
{
    ExportedOrders exported{.text = csvLine(orders::orderColumns())};
    const auto mentioned = [&](const Record& record, std::string_view field) {
        return reader.mentioned(record, field);
    };
    for (const Record& order : oldestFirst) {
        SATCHEL_ASSIGN(const auto lines, reader.lines(order.id));
        SATCHEL_ASSIGN(const std::string rows, orders::orderRows(order, lines, {}, mentioned));
        exported.text += rows;
        exported.lines += std::ssize(lines);
        ++exported.orders;
    }
    return exported;
}

} // namespace

Result<ExportedOrders> exportOrders(Replica& replica, const OrderFilter& filter)
{
    SATCHEL_ASSIGN(const auto transaction, readingOrders(replica));
    OrderReader reader(replica);
    OrderFilter all = filter;
    all.limit = SIZE_MAX;
    SATCHEL_ASSIGN(auto found, reader.orders(all));
    std::reverse(found.begin(), found.end());
    return exportOf(reader, found);
}

Result<ExportedOrders> exportListed(Replica& replica, Query query)
{
    SATCHEL_ASSIGN(const auto transaction, readingOrders(replica));
    query.limit = 500;
    query.after.clear();
    std::vector<Record> found;
    do {
        SATCHEL_ASSIGN(Page page, replica.list(query));
        std::move(page.rows.begin(), page.rows.end(), std::back_inserter(found));
        query.after = page.next;
    } while (!query.after.empty());
    std::stable_sort(found.begin(), found.end(), [](const Record& a, const Record& b) {
        const std::string& left = a.value("ordered_on").text();
        const std::string& right = b.value("ordered_on").text();
        return left != right ? left < right : a.value("number").text() < b.value("number").text();
    });
    OrderReader reader(replica);
    return exportOf(reader, found);
}

} // namespace satchel::sales
