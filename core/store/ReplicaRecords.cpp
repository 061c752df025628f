// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ReplicaRecords.h"

#include "core/store/Rows.h"

#include <algorithm>

namespace satchel {

namespace {

constexpr std::size_t together = 64; ///< values one statement looks for

std::string selection(const Entity& entity, const std::vector<RecordSource::Match>& matches)
{
    std::string sql = "SELECT " + Rows::columns(entity) + " FROM \"" + entity.name + "\"";
    for (std::size_t i = 0; i < matches.size(); ++i)
        sql += (i == 0 ? " WHERE \"" : " AND \"") + entity.fields[matches[i].field].name + "\" IS ?" +
               std::to_string(i + 1);
    return sql;
}

void bindAll(sqlite::Statement& statement, const std::vector<RecordSource::Match>& matches)
{
    for (std::size_t i = 0; i < matches.size(); ++i)
        statement.bind(static_cast<int>(i + 1), matches[i].value);
}

Status readInto(std::vector<Record>& rows, const Entity& entity, sqlite::Statement& statement)
{
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return Ok{};
        rows.push_back(Rows::read(entity, statement));
    }
}

} // namespace

Result<std::optional<Record>> ReplicaRecords::find(const Entity& entity, const Id& id)
{
    return Rows(m_connection).find(entity, id);
}

Result<std::vector<Record>> ReplicaRecords::where(const Entity& entity, const std::vector<Match>& matches)
{
    const std::string sql = selection(entity, matches);
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(sql + " ORDER BY id"));
    bindAll(statement, matches);
    std::vector<Record> rows;
    SATCHEL_TRY(readInto(rows, entity, statement));
    return rows;
}

Result<std::vector<Record>> ReplicaRecords::whereAny(const Entity& entity, std::vector<Match> matches,
                                                     std::size_t field, const std::vector<Id>& values)
{
    return among(entity, matches, entity.fields[field].name, values);
}

Result<std::vector<Record>> ReplicaRecords::findAll(const Entity& entity, const std::vector<Id>& ids)
{
    return among(entity, {}, "id", ids);
}

Result<std::vector<Record>> ReplicaRecords::among(const Entity& entity, const std::vector<Match>& matches,
                                                  const std::string& column, const std::vector<Id>& values)
{
    std::string sql = selection(entity, matches) + (matches.empty() ? " WHERE \"" : " AND \"") + column + "\" IN (";
    for (std::size_t i = 0; i < together; ++i)
        sql += (i == 0 ? "?" : ",?") + std::to_string(matches.size() + i + 1);
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(sql + ") ORDER BY id"));
    std::vector<Id> sought = values;
    std::sort(sought.begin(), sought.end());
    sought.erase(std::unique(sought.begin(), sought.end()), sought.end());
    std::vector<Record> rows;
    for (std::size_t begin = 0; begin < sought.size(); begin += together) {
        statement.reset();
        bindAll(statement, matches);
        for (std::size_t i = 0; i < together; ++i) // the last ones once more, so that the statement is always the same
            statement.bind(static_cast<int>(matches.size() + i + 1), sought[std::min(begin + i, sought.size() - 1)]);
        SATCHEL_TRY(readInto(rows, entity, statement));
    }
    return rows;
}

} // namespace satchel
