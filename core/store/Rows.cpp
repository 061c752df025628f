// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Rows.h"

#include "core/store/RowHash.h"
#include "core/store/SearchText.h"

#include <algorithm>
#include <map>

namespace satchel {

namespace {

struct RowSql {
    std::string columns;
    std::string find;
    std::string insert;
    std::string insertNew;
    std::string update;
    std::string updateUnindexed; ///< only what no index is on
    std::vector<std::size_t> unindexed;
    std::string remove;
    std::string ofRoot;
    std::string addIndex;
    std::string removeIndex;
};

RowSql makeSql(const Entity& entity)
{
    const std::string table = "\"" + entity.name + "\"";
    RowSql sql;
    sql.columns = "id, rev, root";
    std::string names = "id, rev, root, sort";
    std::string marks = "?1, ?2, ?3, ?4";
    std::string settings = "rev=?2, root=?3, sort=?4";
    std::string unindexed = "rev=?2";
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const std::string column = "\"" + entity.fields[i].name + "\"";
        const std::string mark = "?" + std::to_string(i + 5);
        sql.columns += ", " + column;
        names += ", " + column;
        marks += ", " + mark;
        settings += ", " + column + "=" + mark;
        if (!entity.fields[i].indexed && entity.fields[i].type != FieldType::Reference) {
            sql.unindexed.push_back(i);
            unindexed += ", " + column + "=" + mark;
        }
    }
    sql.find = "SELECT " + sql.columns + ", n FROM " + table + " WHERE id=?1";
    sql.insert = "INSERT INTO " + table + "(" + names + ") VALUES(" + marks + ")";
    sql.insertNew = sql.insert + " ON CONFLICT(id) DO NOTHING";
    sql.update = "UPDATE " + table + " SET " + settings + " WHERE id=?1";
    sql.updateUnindexed = "UPDATE " + table + " SET " + unindexed + " WHERE id=?1";
    sql.remove = "DELETE FROM " + table + " WHERE id=?1";
    sql.ofRoot = "SELECT id FROM " + table + " WHERE root=?1";
    const std::string search = "search_" + entity.name;
    sql.addIndex = "INSERT INTO \"" + search + "\"(rowid, words, digits) VALUES(?1, ?2, ?3)";
    sql.removeIndex =
        "INSERT INTO \"" + search + "\"(\"" + search + "\", rowid, words, digits) VALUES('delete', ?1, ?2, ?3)";
    return sql;
}

const RowSql& sqlOf(const Entity& entity)
{
    static const std::map<const Entity*, RowSql> all = [] {
        std::map<const Entity*, RowSql> made;
        for (const Entity& each : schema::entities())
            made.emplace(&each, makeSql(each));
        return made;
    }();
    return all.at(&entity);
}

void bindRecord(sqlite::Statement& statement, const Record& record)
{
    statement.lend(1, record.id).bind(2, record.rev).lend(3, record.root).bindText(4, sortKey(record));
    for (std::size_t i = 0; i < record.values.size(); ++i)
        statement.lend(static_cast<int>(i) + 5, record.values[i]);
}

// The order of a list (column sort) follows from these.
bool isOfLabel(const Field& field, const Entity& entity)
{
    return std::find(entity.label.begin(), entity.label.end(), field.name) != entity.label.end();
}

bool searchDiffers(const Record& a, const Record& b)
{
    for (std::size_t i = 0; i < a.values.size(); ++i) {
        const Field& field = a.entity->fields[i];
        if ((field.searchable || field.phone) && a.values[i] != b.values[i])
            return true;
    }
    return false;
}

} // namespace

const std::string& Rows::columns(const Entity& entity)
{
    return sqlOf(entity).columns;
}

Record Rows::read(const Entity& entity, const sqlite::Statement& statement)
{
    Record record(entity, statement.id(0));
    record.rev = statement.integer(1);
    record.root = statement.id(2);
    for (std::size_t i = 0; i < record.values.size(); ++i)
        record.values[i] = statement.value(static_cast<int>(i) + 3);
    return record;
}

bool Rows::isSearchable(const Entity& entity)
{
    return std::any_of(entity.fields.begin(), entity.fields.end(),
                       [](const Field& field) { return field.searchable || field.phone; });
}

Result<std::optional<Record>> Rows::find(const Entity& entity, const Id& id)
{
    SATCHEL_ASSIGN(auto stored, findStored(entity, id));
    return stored ? std::optional(std::move(stored->record)) : std::nullopt;
}

Result<std::optional<Rows::Stored>> Rows::findStored(const Entity& entity, const Id& id)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(sqlOf(entity).find));
    statement.bind(1, id);
    SATCHEL_ASSIGN(const bool found, statement.step());
    if (!found)
        return std::optional<Stored>();
    Stored stored{read(entity, statement), statement.integer(static_cast<int>(entity.fields.size()) + 3)};
    SATCHEL_TRY(m_unknown.load(stored.record));
    return std::optional(std::move(stored));
}

Result<std::optional<Rows::Sum>> Rows::sumOf(const Entity& entity, const Id& id, RowHash& hash)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(sqlOf(entity).find));
    statement.bind(1, id);
    SATCHEL_ASSIGN(const bool found, statement.step());
    if (!found)
        return std::optional<Sum>();
    Sum sum{.rev = statement.integer(1), .root = statement.id(2)};
    SATCHEL_ASSIGN(const bool unknown, m_unknown.any());
    if (unknown) {
        Record record = read(entity, statement);
        SATCHEL_TRY(m_unknown.load(record));
        sum.hash = hash.of(record);
    } else {
        sum.hash = hash.of(entity, statement);
    }
    return std::optional(sum);
}

Status Rows::index(const Record& record, std::int64_t n, bool add)
{
    if (m_searchAlone || !isSearchable(*record.entity))
        return Ok{};
    const RowSql& sql = sqlOf(*record.entity);
    const SearchText text = searchText(record);
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(add ? sql.addIndex : sql.removeIndex));
    return statement.bind(1, n).bindText(2, text.words).bindText(3, text.digits).run();
}

Status Rows::insert(const Record& record)
{
    {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare(sqlOf(*record.entity).insert));
        bindRecord(statement, record);
        SATCHEL_TRY(statement.run());
    }
    const std::int64_t n = m_connection.lastInsertId();
    if (!record.unknown.empty())
        SATCHEL_TRY(m_unknown.store(record));
    return index(record, n, true);
}

Result<bool> Rows::insertNew(const Record& record)
{
    {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare(sqlOf(*record.entity).insertNew));
        bindRecord(statement, record);
        SATCHEL_TRY(statement.run());
    }
    if (m_connection.changes() == 0)
        return false;
    const std::int64_t n = m_connection.lastInsertId();
    if (!record.unknown.empty())
        SATCHEL_TRY(m_unknown.store(record));
    SATCHEL_TRY(index(record, n, true));
    return true;
}

Status Rows::put(const Record& record)
{
    std::optional<Stored> old;
    {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare(sqlOf(*record.entity).find));
        statement.bind(1, record.id);
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (found)
            old = {read(*record.entity, statement), statement.integer(static_cast<int>(record.values.size()) + 3)};
    }
    if (old)
        SATCHEL_TRY(m_unknown.load(old->record));
    return old ? replace(*old, record) : insert(record);
}

Status Rows::replace(const Stored& old, const Record& record)
{
    SATCHEL_TRY(update(old.record, record));
    if (!old.record.unknown.empty() || !record.unknown.empty())
        SATCHEL_TRY(m_unknown.store(record));
    // The index is contentless: it forgets exactly the words it is told, so it is told the old ones.
    if (!searchDiffers(old.record, record) || searchText(old.record) == searchText(record))
        return Ok{};
    SATCHEL_TRY(index(old.record, old.n, false));
    return index(record, old.n, true);
}

// SQLite keeps up every index whose column a statement names, the same value or not: most edits need none of them.
Status Rows::update(const Record& old, const Record& record)
{
    const RowSql& sql = sqlOf(*record.entity);
    bool indexed = old.root != record.root;
    for (std::size_t i = 0, next = 0; i < record.values.size() && !indexed; ++i) {
        const bool free = next < sql.unindexed.size() && sql.unindexed[next] == i;
        next += free ? 1 : 0;
        indexed = (!free || isOfLabel(record.entity->fields[i], *record.entity)) && old.values[i] != record.values[i];
    }
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(indexed ? sql.update : sql.updateUnindexed));
    if (indexed) {
        bindRecord(statement, record);
    } else {
        statement.lend(1, record.id).bind(2, record.rev);
        for (const std::size_t i : sql.unindexed)
            statement.lend(static_cast<int>(i) + 5, record.values[i]);
    }
    return statement.run();
}

Status Rows::remove(const Entity& entity, const Id& id)
{
    const RowSql& sql = sqlOf(entity);
    {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare(sql.find));
        statement.bind(1, id);
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return Ok{};
        SATCHEL_TRY(
            index(read(entity, statement), statement.integer(static_cast<int>(entity.fields.size()) + 3), false));
    }
    SATCHEL_TRY(m_unknown.forget({entity.number, id}));
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(sql.remove));
    return statement.bind(1, id).run();
}

Result<std::vector<Id>> Rows::ofRoot(const Entity& entity, const Id& root)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(sqlOf(entity).ofRoot));
    statement.bind(1, root);
    std::vector<Id> ids;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return ids;
        ids.push_back(statement.id(0));
    }
}

Status Rows::rebuildSearch(const Entity* only)
{
    for (const Entity& entity : schema::entities()) {
        if (!isSearchable(entity) || (only != nullptr && only != &entity))
            continue;
        const std::string search = "\"search_" + entity.name + "\"";
        SATCHEL_TRY(m_connection.execute("INSERT INTO " + search + "(" + search + ") VALUES('delete-all')"));
        SATCHEL_ASSIGN(auto rows,
                       m_connection.prepare("SELECT " + columns(entity) + ", n FROM \"" + entity.name + "\""));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, rows.step());
            if (!found)
                break;
            SATCHEL_TRY(index(read(entity, rows), rows.integer(static_cast<int>(entity.fields.size()) + 3), true));
        }
    }
    return Ok{};
}

} // namespace satchel
