// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/EntityTables.h"

#include <map>

namespace satchel::server {

namespace {

struct TableSql {
    std::string find;
    std::string insert;
    std::string update;
};

TableSql makeSql(const Entity& entity)
{
    TableSql sql;
    std::string names = "id, rev, born, root";
    std::string marks = "$1, $2, $2, $3";
    std::string settings = "rev=$2, root=$3, deleted=$4";
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const std::string column = "f_" + entity.fields[i].name;
        names += ", " + column;
        marks += ", $" + std::to_string(i + 4);
        settings += ", " + column + "=$" + std::to_string(i + 5);
    }
    sql.find = "SELECT " + EntityTables::columns(entity, "e") + ", e.born, e.deleted FROM e_" + entity.name +
               " e WHERE e.id=$1";
    sql.insert = "INSERT INTO e_" + entity.name + "(" + names + ") VALUES(" + marks + ")";
    sql.update = "UPDATE e_" + entity.name + " SET " + settings + " WHERE id=$1";
    return sql;
}

const TableSql& sqlOf(const Entity& entity)
{
    static const std::map<const Entity*, TableSql> all = [] {
        std::map<const Entity*, TableSql> made;
        for (const Entity& each : schema::entities())
            made.emplace(&each, makeSql(each));
        return made;
    }();
    return all.at(&entity);
}

Stamp readStamp(const Row& row, std::size_t from)
{
    return {.rev = integerOf(row[from]),
            .at = integerOf(row[from + 1]),
            .user = idOf(row[from + 2]),
            .device = idOf(row[from + 3]),
            .deviceName = textOf(row[from + 4]),
            .change = bytes16(bytesOf(row[from + 5])).value_or(Bytes16{})};
}

constexpr const char* stampColumns = "rev, edited, user_id, device_id, device_name, change_id";

} // namespace

std::string EntityTables::columns(const Entity& entity, const std::string& alias)
{
    std::string text = alias + ".id, " + alias + ".rev, " + alias + ".root";
    for (const Field& field : entity.fields)
        text += ", " + alias + ".f_" + field.name;
    return text;
}

Record EntityTables::read(const Entity& entity, const Row& row)
{
    Record record(entity, idOf(row[0]));
    record.rev = integerOf(row[1]);
    record.root = idOf(row[2]);
    for (std::size_t i = 0; i < record.values.size(); ++i)
        record.values[i] = valueOf(row[i + 3]);
    return record;
}

Result<std::optional<Record>> EntityTables::find(const Entity& entity, const Id& id)
{
    SATCHEL_ASSIGN(const auto rows, m_database.query(sqlOf(entity).find, {cell(id)}));
    if (rows.empty() || integerOf(rows.front().back()) != 0)
        return std::optional<Record>();
    return std::optional(read(entity, rows.front()));
}

Result<std::optional<MergeRow>> EntityTables::findForMerge(const Entity& entity, const Id& id)
{
    SATCHEL_ASSIGN(const auto rows, m_database.query(sqlOf(entity).find, {cell(id)}));
    if (rows.empty())
        return std::optional<MergeRow>();
    const Row& row = rows.front();
    MergeRow result;
    result.record = read(entity, row);
    result.born.rev = integerOf(row[row.size() - 2]);
    result.deleted = integerOf(row.back()) != 0;
    SATCHEL_ASSIGN(const auto stamps, m_database.query(std::string("SELECT field, ") + stampColumns +
                                                           " FROM stamp WHERE row_id=$1 AND entity=$2",
                                                       {cell(id), Cell(std::int64_t{entity.number})}));
    for (const Row& each : stamps) {
        const auto number = static_cast<int>(integerOf(each[0]));
        if (number == bornStamp)
            result.born = readStamp(each, 1);
        else if (number == removedStamp)
            result.removed = readStamp(each, 1);
        else if (const auto field = entity.indexOfNumber(number))
            result.stamps[*field] = readStamp(each, 1);
    }
    return std::optional(std::move(result));
}

Status EntityTables::insert(const Record& record)
{
    std::vector<Cell> cells = {cell(record.id), Cell(record.rev), cell(record.root)};
    for (const Value& value : record.values)
        cells.push_back(cell(value));
    SATCHEL_TRY(m_database.query(sqlOf(*record.entity).insert, cells));
    return Ok{};
}

Status EntityTables::update(const Record& record, std::int64_t deleted)
{
    std::vector<Cell> cells = {cell(record.id), Cell(record.rev), cell(record.root), Cell(deleted)};
    for (const Value& value : record.values)
        cells.push_back(cell(value));
    SATCHEL_TRY(m_database.query(sqlOf(*record.entity).update, cells));
    return Ok{};
}

Result<std::vector<Id>> EntityTables::ofRoot(const Entity& entity, const Id& root)
{
    SATCHEL_ASSIGN(const auto rows,
                   m_database.query("SELECT id FROM e_" + entity.name + " WHERE root=$1 AND deleted=0", {cell(root)}));
    std::vector<Id> ids;
    for (const Row& row : rows)
        ids.push_back(idOf(row.front()));
    return ids;
}

Result<std::vector<Id>> EntityTables::referring(const Entity& entity, const std::string& field, const Id& id)
{
    SATCHEL_ASSIGN(
        const auto rows,
        m_database.query("SELECT id FROM e_" + entity.name + " WHERE f_" + field + "=$1 AND deleted=0", {cell(id)}));
    std::vector<Id> ids;
    for (const Row& row : rows)
        ids.push_back(idOf(row.front()));
    return ids;
}

Status EntityTables::setStamp(const RowKey& row, int field, const Stamp& stamp)
{
    SATCHEL_TRY(m_database.query(
        "INSERT INTO stamp(entity, row_id, field, rev, edited, user_id, device_id, device_name, change_id) "
        "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT(row_id, entity, field) DO UPDATE SET "
        "rev=excluded.rev, edited=excluded.edited, user_id=excluded.user_id, "
        "device_id=excluded.device_id, device_name=excluded.device_name, change_id=excluded.change_id",
        {Cell(std::int64_t{row.entity}), cell(row.id), Cell(std::int64_t{field}), Cell(stamp.rev), Cell(stamp.at),
         cell(stamp.user), cell(stamp.device), Cell(stamp.deviceName), cell(stamp.change)}));
    return Ok{};
}

Result<std::vector<std::pair<std::size_t, Stamp>>> EntityTables::stampsAfter(const Entity& entity, const Id& id,
                                                                             std::int64_t rev)
{
    SATCHEL_ASSIGN(
        const auto rows,
        m_database.query(std::string("SELECT field, ") + stampColumns +
                             " FROM stamp WHERE row_id=$1 AND entity=$2 AND rev>$3 AND field>0 ORDER BY field",
                         {cell(id), Cell(std::int64_t{entity.number}), Cell(rev)}));
    std::vector<std::pair<std::size_t, Stamp>> stamps;
    for (const Row& row : rows)
        if (const auto field = entity.indexOfNumber(static_cast<int>(integerOf(row[0]))))
            stamps.emplace_back(*field, readStamp(row, 1));
    return stamps;
}

} // namespace satchel::server
