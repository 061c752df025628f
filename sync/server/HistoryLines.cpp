// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/HistoryLines.h"

#include "sync/server/EntityTables.h"
#include "sync/server/Ledger.h"

namespace satchel::server {

HistoryEntry readHistory(const Row& row)
{
    return {.row = {static_cast<int>(integerOf(row[0])), idOf(row[1])},
            .seq = integerOf(row[2]),
            .field = static_cast<int>(integerOf(row[3])),
            .from = unpackValue(row[4]),
            .to = unpackValue(row[5]),
            .user = idOf(row[6]),
            .device = textOf(row[7]),
            .at = integerOf(row[8]),
            .rule = textOf(row[9])};
}

Result<std::map<Id, std::vector<HistoryEntry>>> historyOf(Database& database, const Entity& entity,
                                                          const std::vector<Id>& ids, std::int64_t since)
{
    std::map<Id, std::vector<HistoryEntry>> lines;
    std::vector<Cell> parameters = {Cell(std::int64_t{entity.number}), Cell(since)};
    const std::string marks = EntityTables::marks(ids, parameters);
    SATCHEL_TRY(database.each(std::string(historyColumns) + "WHERE row_id IN " + marks +
                                  " AND entity=$1 AND seq>$2 ORDER BY seq, line",
                              parameters, [&](const Row& row) -> Status {
                                  lines[idOf(row[1])].push_back(readHistory(row));
                                  return Ok{};
                              }));
    return lines;
}

} // namespace satchel::server
