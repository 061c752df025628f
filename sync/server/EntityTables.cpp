// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/EntityTables.h"

#include "sync/server/Marks.h"

#include <algorithm>
#include <array>
#include <map>

namespace satchel::server {

namespace {

struct TableSql {
    std::string find;
    std::string findAll; ///< up to the list of ids
    std::string insert;
    std::string update;
    std::string updateUnindexed; ///< only what no index is on
    std::vector<std::size_t> unindexed;
    std::vector<std::string> updateField; ///< one field alone; "" for those an index is on
};

/// What is different about a row.
struct Touched {
    bool indexed = true;             ///< also something that an index is on
    std::optional<std::size_t> only; ///< else: nothing but this field
};

TableSql makeSql(const Entity& entity)
{
    TableSql sql;
    std::string names = "id, rev, born, root";
    std::string marks = "$1, $2, $2, $3";
    std::string settings = "rev=$2, root=$3, deleted=$4";
    std::string unindexed = "rev=$2";
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const std::string column = "f_" + entity.fields[i].name;
        names += ", " + column;
        marks += ", $" + std::to_string(i + 4);
        settings += ", " + column + "=$" + std::to_string(i + 5);
        std::string& alone = sql.updateField.emplace_back();
        if (entity.fields[i].indexed || entity.fields[i].type == FieldType::Reference)
            continue;
        alone = "UPDATE e_" + entity.name + " SET rev=$2, " + column + "=$3 WHERE id=$1";
        sql.unindexed.push_back(i);
        unindexed += ", " + column + "=$" + std::to_string(sql.unindexed.size() + 2);
    }
    const std::string select =
        "SELECT " + EntityTables::columns(entity, "e") + ", e.born, e.deleted FROM e_" + entity.name + " e WHERE e.id";
    sql.find = select + "=$1";
    sql.findAll = select + " IN ";
    sql.insert = "INSERT INTO e_" + entity.name + "(" + names + ") VALUES(" + marks + ")";
    sql.update = "UPDATE e_" + entity.name + " SET " + settings + " WHERE id=$1";
    sql.updateUnindexed = "UPDATE e_" + entity.name + " SET " + unindexed + " WHERE id=$1";
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

Touched touched(const TableSql& sql, const Record& old, const Record& record)
{
    if (old.root != record.root)
        return {};
    std::size_t count = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        if (old.values[i] == record.values[i])
            continue;
        if (sql.updateField[i].empty())
            return {};
        ++count;
        last = i;
    }
    return {.indexed = false, .only = count == 1 ? std::optional(last) : std::nullopt};
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

void takeStamp(const Entity& entity, int number, Stamp stamp, MergeRow& row, std::int64_t& rooted)
{
    if (number == EntityTables::bornStamp)
        row.born = std::move(stamp);
    else if (number == EntityTables::removedStamp)
        row.removed = std::move(stamp);
    else if (number == EntityTables::rootStamp)
        rooted = stamp.rev;
    else if (const auto field = entity.indexOfNumber(number))
        row.stamps[*field] = std::move(stamp);
}

// A row as sqlOf().find has it.
void readRow(const Entity& entity, const Row& row, RowCache::Entry& entry)
{
    entry.exists = true;
    entry.row.record = EntityTables::read(entity, row);
    entry.row.born.rev = integerOf(row[row.size() - 2]);
    entry.row.deleted = integerOf(row.back()) != 0;
}

constexpr const char* stampColumns = "rev, edited, user_id, device_id, device_name, change_id";

// What is asked of rows: they, and their stamps.
std::array<Database::Question, 2> questionsOf(const Entity& entity, const std::vector<Id>& ids)
{
    std::vector<Cell> parameters;
    const std::string wanted = EntityTables::marks(ids, parameters);
    Database::Question rows{.sql = sqlOf(entity).findAll + wanted, .parameters = parameters};
    parameters.emplace_back(std::int64_t{entity.number});
    return {std::move(rows),
            {.sql = std::string("SELECT row_id, field, ") + stampColumns + " FROM stamp WHERE row_id IN " + wanted +
                    " AND entity=$" + std::to_string(parameters.size()),
             .parameters = std::move(parameters)}};
}

template <typename AnyRow>
void takeRow(const Entity& entity, AnyRow&& row, std::map<Id, EntityTables::Stored>& found)
{
    MergeRow& made = found[idOf(row[0])].row;
    made.born.rev = integerOf(row[row.size() - 2]);
    made.deleted = integerOf(row.back()) != 0;
    made.record = EntityTables::read(entity, std::forward<AnyRow>(row));
}

void takeStampRow(const Entity& entity, const Row& row, std::map<Id, EntityTables::Stored>& found)
{
    EntityTables::Stored& stored = found[idOf(row[0])];
    takeStamp(entity, static_cast<int>(integerOf(row[1])), readStamp(row, 2), stored.row, stored.rooted);
}

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

Record EntityTables::read(const Entity& entity, Row&& row)
{
    Record record(entity, idOf(row[0]));
    record.rev = integerOf(row[1]);
    record.root = idOf(row[2]);
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        auto* text = std::get_if<std::string>(&row[i + 3]);
        record.values[i] = text != nullptr ? Value(std::move(*text)) : valueOf(row[i + 3]);
    }
    return record;
}

Result<const Record*> EntityTables::peek(const Entity& entity, const Id& id)
{
    RowCache* const cache = m_database.rowCache();
    if (cache == nullptr) {
        SATCHEL_ASSIGN(m_looked, find(entity, id));
        return m_looked ? &*m_looked : nullptr;
    }
    const RowCache::Entry* entry = cache->find({entity.number, id});
    if (entry == nullptr) {
        SATCHEL_ASSIGN(const auto read, find(entity, id)); // which keeps it
        entry = cache->find({entity.number, id});
    }
    return entry != nullptr && entry->exists && !entry->row.deleted ? &entry->row.record : nullptr;
}

Result<std::optional<Record>> EntityTables::find(const Entity& entity, const Id& id)
{
    RowCache* const cache = m_database.rowCache();
    if (const RowCache::Entry* known = cache == nullptr ? nullptr : cache->find({entity.number, id}))
        return known->exists && !known->row.deleted ? std::optional(known->row.record) : std::nullopt;
    SATCHEL_ASSIGN(const auto rows, m_database.query(sqlOf(entity).find, {cell(id)}));
    RowCache::Entry entry;
    if (!rows.empty())
        readRow(entity, rows.front(), entry);
    const bool there = entry.exists && !entry.row.deleted;
    auto record = there ? std::optional(entry.row.record) : std::nullopt;
    if (cache != nullptr)
        cache->keep({entity.number, id}, std::move(entry));
    return record;
}

Result<std::optional<MergeRow>> EntityTables::findForMerge(const Entity& entity, const Id& id)
{
    RowCache* const cache = m_database.rowCache();
    RowCache::Entry read;
    RowCache::Entry* entry = cache == nullptr ? nullptr : cache->find({entity.number, id});
    if (entry == nullptr) {
        SATCHEL_ASSIGN(const auto rows, m_database.query(sqlOf(entity).find, {cell(id)}));
        if (!rows.empty())
            readRow(entity, rows.front(), read);
        entry = cache == nullptr ? &read : &cache->keep({entity.number, id}, std::move(read));
    }
    if (!entry->exists)
        return std::optional<MergeRow>();
    if (!entry->stamped)
        SATCHEL_TRY(readStamps(entity, id, entry->row, entry->rooted));
    entry->stamped = true;
    return std::optional(entry->row);
}

Status EntityTables::readStamps(const Entity& entity, const Id& id, MergeRow& row, std::int64_t& rooted)
{
    SATCHEL_ASSIGN(const auto stamps, m_database.query(std::string("SELECT field, ") + stampColumns +
                                                           " FROM stamp WHERE row_id=$1 AND entity=$2",
                                                       {cell(id), Cell(std::int64_t{entity.number})}));
    for (const Row& each : stamps)
        takeStamp(entity, static_cast<int>(integerOf(each[0])), readStamp(each, 1), row, rooted);
    return Ok{};
}

EntityTables::Expected::Expected(Database& database, RowCache* known, const std::map<int, std::set<Id>>& rows,
                                 With with)
    : m_database(database), m_with(with)
{
    for (const auto& [number, ids] : rows) {
        std::vector<Id> wanted;
        for (const Id& id : ids)
            if (known == nullptr || known->find({number, id}) == nullptr)
                wanted.push_back(id);
        const Entity& entity = *schema::entityNumbered(number);
        for (std::vector<Id>& some : inPieces(wanted)) {
            auto [rowsOf, stampsOf] = questionsOf(entity, some);
            m_questions.push_back(std::move(rowsOf));
            if (with == With::Stamps)
                m_questions.push_back(std::move(stampsOf));
            m_wanted.emplace_back(&entity, std::move(some));
        }
    }
}

void EntityTables::Expected::keep(std::vector<std::vector<Row>>& answers, std::size_t at) const
{
    for (const auto& [entity, ids] : m_wanted) {
        std::map<Id, Stored> found;
        for (Row& row : answers[at++])
            takeRow(*entity, std::move(row), found);
        if (m_with == With::Stamps)
            for (const Row& row : answers[at++])
                takeStampRow(*entity, row, found);
        for (const Id& id : ids) {
            RowCache::Entry entry;
            if (const auto stored = found.find(id);
                stored != found.end() && stored->second.row.record.entity != nullptr)
                entry = {true, std::move(stored->second.row), stored->second.rooted, m_with == With::Stamps};
            m_database.rowCache()->keep({entity->number, id}, std::move(entry));
        }
    }
}

std::vector<std::vector<Id>> EntityTables::inPieces(const std::vector<Id>& ids)
{
    std::vector<std::vector<Id>> pieces;
    for (const Id& id : ids) {
        if (pieces.empty() || pieces.back().size() == atOnce)
            pieces.emplace_back();
        pieces.back().push_back(id);
    }
    return pieces;
}

std::string EntityTables::marks(const std::vector<Id>& ids, std::vector<Cell>& parameters)
{
    const auto toCell = [](const Id& id) { return cell(id); };
    return ids.empty() ? marksFor(std::array{Id()}, parameters, toCell) : marksFor(ids, parameters, toCell);
}

Result<std::map<Id, EntityTables::Stored>> EntityTables::findAll(const Entity& entity, const std::vector<Id>& ids)
{
    std::map<Id, Stored> found;
    const auto [rows, stamps] = questionsOf(entity, ids);
    SATCHEL_TRY(m_database.each(rows.sql, rows.parameters, [&](const Row& row) -> Status {
        takeRow(entity, row, found);
        return Ok{};
    }));
    SATCHEL_TRY(m_database.each(stamps.sql, stamps.parameters, [&](const Row& row) -> Status {
        takeStampRow(entity, row, found);
        return Ok{};
    }));
    std::erase_if(found, [](const auto& each) { return each.second.row.record.entity == nullptr; });
    return found;
}

Status EntityTables::insert(const Record& record)
{
    std::vector<Cell> cells = {cell(record.id), Cell(record.rev), cell(record.root)};
    for (const Value& value : record.values)
        cells.push_back(cell(value));
    const RowKey key{record.entity->number, record.id};
    if (RowCache* const cache = m_database.rowCache()) {
        RowCache::Entry& entry = cache->keep(key, {.exists = true, .row = {}, .rooted = 0, .stamped = true});
        entry.row.record = record;
        entry.row.born.rev = record.rev;
        cache->written(key);
    }
    return m_database.post(sqlOf(*record.entity).insert, cells);
}

// SQLite keeps up every index whose column a statement names, the same value or not, and both engines take in whatever
// it names: most edits are of one field, and need none of that.
Status EntityTables::update(const Record& record, std::int64_t deleted)
{
    const TableSql& sql = sqlOf(*record.entity);
    const RowKey key{record.entity->number, record.id};
    Touched parts;
    if (RowCache* const cache = m_database.rowCache()) {
        if (RowCache::Entry* entry = cache->find(key); entry != nullptr && entry->exists) {
            if (deleted == 0 && !entry->row.deleted)
                parts = touched(sql, entry->row.record, record);
            entry->row.record = record;
            entry->row.deleted = deleted != 0;
        } else {
            cache->forget(key);
        }
        cache->written(key);
    }
    if (parts.only)
        return m_database.post(sql.updateField[*parts.only],
                               {cell(record.id), Cell(record.rev), cell(record.values[*parts.only])});
    std::vector<Cell> cells = {cell(record.id), Cell(record.rev)};
    cells.reserve(record.values.size() + 4);
    if (!parts.indexed) {
        for (const std::size_t field : sql.unindexed)
            cells.push_back(cell(record.values[field]));
        return m_database.post(sql.updateUnindexed, cells);
    }
    cells.push_back(cell(record.root));
    cells.emplace_back(deleted);
    for (const Value& value : record.values)
        cells.push_back(cell(value));
    return m_database.post(sql.update, cells);
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
    if (RowCache* const cache = m_database.rowCache()) {
        if (RowCache::Entry* entry = cache->find(row); entry != nullptr && entry->exists && entry->stamped)
            takeStamp(*schema::entityNumbered(row.entity), field, stamp, entry->row, entry->rooted);
        cache->written(row);
    }
    return m_database.post(
        "INSERT INTO stamp(entity, row_id, field, rev, edited, user_id, device_id, device_name, change_id) "
        "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT(row_id, entity, field) DO UPDATE SET "
        "rev=excluded.rev, edited=excluded.edited, user_id=excluded.user_id, "
        "device_id=excluded.device_id, device_name=excluded.device_name, change_id=excluded.change_id",
        {Cell(std::int64_t{row.entity}), cell(row.id), Cell(std::int64_t{field}), Cell(stamp.rev), Cell(stamp.at),
         cell(stamp.user), cell(stamp.device), Cell(stamp.deviceName), cell(stamp.change)});
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
