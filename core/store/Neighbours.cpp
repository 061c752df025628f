// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Neighbours.h"

#include "core/store/Rows.h"

namespace satchel {

Result<std::vector<Neighbours::Entry>> Neighbours::along(const Entity& entity, std::optional<std::size_t> field,
                                                         const std::optional<Entry>& after, int limit)
{
    const std::string column = field ? "\"" + entity.fields[*field].name + "\"" : std::string("sort");
    std::string sql = "SELECT " + column + ", n FROM \"" + entity.name + "\" WHERE ";
    sql += after ? "(" + column + ", n)>(?1, ?2)" : column + " IS NOT NULL";
    sql += " ORDER BY " + column + ", n LIMIT " + std::to_string(limit);
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(sql));
    if (after)
        statement.bind(1, after->value).bind(2, after->row);
    std::vector<Entry> entries;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return entries;
        entries.push_back({statement.value(0), statement.integer(1)});
    }
}

Result<std::optional<Record>> Neighbours::record(const Entity& entity, std::int64_t row)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT " + Rows::columns(entity) + " FROM \"" + entity.name +
                                                        "\" WHERE n=?1"));
    SATCHEL_ASSIGN(const bool found, statement.bind(1, row).step());
    return found ? std::optional(Rows::read(entity, statement)) : std::nullopt;
}

Result<std::vector<Record>> Neighbours::records(const Entity& entity, std::int64_t& after, int limit)
{
    SATCHEL_ASSIGN(auto statement,
                   m_connection.prepare("SELECT " + Rows::columns(entity) + ", n FROM \"" + entity.name +
                                        "\" WHERE n>?1 ORDER BY n LIMIT " + std::to_string(limit)));
    statement.bind(1, after);
    std::vector<Record> records;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return records;
        records.push_back(Rows::read(entity, statement));
        after = statement.integer(static_cast<int>(entity.fields.size()) + 3);
    }
}

} // namespace satchel
