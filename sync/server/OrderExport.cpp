// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/OrderExport.h"

#include "core/base/CsvText.h"
#include "core/rules/orders/OrderRows.h"
#include "sync/server/OrderPapers.h"

namespace satchel::server {

Result<std::string> exportOrders(Database& database, Milliseconds since, Milliseconds until, std::int64_t& count)
{
    SATCHEL_TRY(database.begin(Database::Access::Read));
    auto csv = [&]() -> Result<std::string> {
        // When its change was committed: the first checkpoint that has it.
        SATCHEL_ASSIGN(const auto rows,
                       database.query("SELECT id, at FROM (SELECT o.id, o.born, COALESCE((SELECT c.committed FROM "
                                      "checkpoint c WHERE c.seq>=o.born ORDER BY c.seq LIMIT 1), 0) AS at FROM e_order "
                                      "o WHERE o.deleted=0) AS taken WHERE at>=$1 AND at<$2 ORDER BY born, id",
                                      {Cell(since), Cell(until)}));
        count = static_cast<std::int64_t>(rows.size());
        std::string text = csvLine(orders::orderColumns());
        EntityTables tables(database);
        for (const Row& row : rows) {
            SATCHEL_ASSIGN(const OrderPapers papers, readOrder(database, tables, idOf(row[0])));
            const auto mentioned = [&](const Record& record, std::string_view field) -> Result<const Record*> {
                return papers.find(record.value(field).id());
            };
            SATCHEL_ASSIGN(const std::string lines,
                           orders::orderRows(papers.order, papers.lines, formatInstant(integerOf(row[1])), mentioned));
            text += lines;
        }
        return text;
    }();
    database.rollback(); // only read
    return csv;
}

} // namespace satchel::server
