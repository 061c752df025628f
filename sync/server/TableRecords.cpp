// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/TableRecords.h"

namespace satchel::server {

Result<std::optional<Record>> TableRecords::find(const Entity& entity, const Id& id)
{
    return m_tables.find(entity, id);
}

Result<std::vector<Record>> TableRecords::where(const Entity& entity, const std::vector<Match>& matches)
{
    std::string sql =
        "SELECT " + EntityTables::columns(entity, "e") + " FROM e_" + entity.name + " e WHERE e.deleted=0";
    std::vector<Cell> parameters;
    for (const Match& match : matches) {
        const std::string column = " AND e.f_" + entity.fields[match.field].name;
        if (match.value.isNull()) {
            sql += column + " IS NULL";
            continue;
        }
        parameters.push_back(cell(match.value));
        sql += column + "=$" + std::to_string(parameters.size());
    }
    SATCHEL_ASSIGN(const auto found, m_database.query(sql + " ORDER BY e.id", parameters));
    std::vector<Record> rows;
    rows.reserve(found.size());
    for (const Row& row : found)
        rows.push_back(EntityTables::read(entity, row));
    return rows;
}

} // namespace satchel::server
