// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ReplicaRecords.h"

#include "core/store/Rows.h"

namespace satchel {

Result<std::optional<Record>> ReplicaRecords::find(const Entity& entity, const Id& id)
{
    return Rows(m_connection).find(entity, id);
}

Result<std::vector<Record>> ReplicaRecords::where(const Entity& entity, const std::vector<Match>& matches)
{
    std::string sql = "SELECT " + Rows::columns(entity) + " FROM \"" + entity.name + "\"";
    for (std::size_t i = 0; i < matches.size(); ++i)
        sql += (i == 0 ? " WHERE \"" : " AND \"") + entity.fields[matches[i].field].name + "\" IS ?" +
               std::to_string(i + 1);
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(sql + " ORDER BY id"));
    for (std::size_t i = 0; i < matches.size(); ++i)
        statement.bind(static_cast<int>(i + 1), matches[i].value);
    std::vector<Record> rows;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return rows;
        rows.push_back(Rows::read(entity, statement));
    }
}

} // namespace satchel
