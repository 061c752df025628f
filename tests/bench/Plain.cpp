// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Plain.h"

#include "core/store/Rows.h"
#include "core/store/SearchText.h"
#include "tests/support/world/Must.h"

#include <sqlite3.h>

namespace satchel::bench {

using test::must;

namespace {

[[noreturn]] void give_up(sqlite3* handle)
{
    std::fprintf(stderr, "Plain SQLite said: %s\n", sqlite3_errmsg(handle));
    std::abort();
}

bool isShadow(std::string_view name)
{
    if (!name.starts_with("search_"))
        return false;
    for (const char* ending : {"_data", "_idx", "_docsize", "_config", "_content"})
        if (name.ends_with(ending))
            return true;
    return false;
}

struct SchemaEntry {
    std::string name;
    std::string sql;
    bool isTable = false;
    bool isSearch = false;
};

std::vector<SchemaEntry> schemaOf(sqlite::Connection& model)
{
    std::vector<SchemaEntry> entries;
    auto statement =
        must(model.prepare("SELECT name, sql, type='table' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE "
                           "'sqlite%' ORDER BY rowid"));
    while (must(statement.step())) {
        const std::string sql(statement.text(1));
        if (!isShadow(statement.text(0)))
            entries.push_back(
                {std::string(statement.text(0)), sql, statement.integer(2) != 0, sql.starts_with("CREATE VIRTUAL")});
    }
    return entries;
}

PlainTable tableOf(sqlite::Connection& replica, const std::string& name)
{
    PlainTable table{name, {}, {}};
    PlainStatement columns(replica.handle(), "SELECT * FROM \"" + name + "\" LIMIT 0");
    auto statement = must(replica.prepare("SELECT * FROM \"" + name + "\""));
    auto info = must(replica.prepare("SELECT name FROM pragma_table_info('" + name + "')"));
    while (must(info.step()))
        table.columns.emplace_back(info.text(0));
    while (must(statement.step())) {
        std::vector<PlainCell> row;
        for (int i = 0; i < statement.columns(); ++i) {
            switch (statement.type(i)) {
            case sqlite::Statement::Type::Null: row.emplace_back(); break;
            case sqlite::Statement::Type::Integer: row.emplace_back(statement.integer(i)); break;
            case sqlite::Statement::Type::Text: row.emplace_back(std::string(statement.text(i))); break;
            case sqlite::Statement::Type::Blob: row.push_back(blobOf(statement.blob(i))); break;
            }
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

PlainTable searchOf(sqlite::Connection& replica, const Entity& entity)
{
    PlainTable table{"search_" + entity.name, {"rowid", "words", "digits"}, {}};
    auto statement = must(replica.prepare("SELECT " + Rows::columns(entity) + ", n FROM \"" + entity.name + "\""));
    while (must(statement.step())) {
        SearchText text = searchText(Rows::read(entity, statement));
        table.rows.push_back({statement.integer(static_cast<int>(entity.fields.size()) + 3), std::move(text.words),
                              std::move(text.digits)});
    }
    return table;
}

} // namespace

PlainCell blobOf(std::string_view bytes)
{
    return std::vector<char>(bytes.begin(), bytes.end());
}

PlainStatement::PlainStatement(sqlite3* handle, const std::string& sql)
{
    if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &m_statement, nullptr) != SQLITE_OK)
        give_up(handle);
}

PlainStatement::~PlainStatement()
{
    sqlite3_finalize(m_statement);
}

void PlainStatement::run(const std::vector<PlainCell>& cells)
{
    int index = 0;
    for (const PlainCell& cell : cells) {
        ++index;
        if (const auto* integer = std::get_if<std::int64_t>(&cell))
            sqlite3_bind_int64(m_statement, index, *integer);
        else if (const auto* text = std::get_if<std::string>(&cell))
            sqlite3_bind_text(m_statement, index, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
        else if (const auto* bytes = std::get_if<std::vector<char>>(&cell))
            sqlite3_bind_blob(m_statement, index, bytes->data(), static_cast<int>(bytes->size()), SQLITE_STATIC);
        else
            sqlite3_bind_null(m_statement, index);
    }
    if (sqlite3_step(m_statement) != SQLITE_DONE)
        give_up(sqlite3_db_handle(m_statement));
    sqlite3_reset(m_statement);
}

int PlainStatement::rows(std::string_view text)
{
    sqlite3_bind_text(m_statement, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    int count = 0;
    while (sqlite3_step(m_statement) == SQLITE_ROW)
        ++count;
    sqlite3_reset(m_statement);
    return count;
}

std::unique_ptr<sqlite::Connection> plainCopyOfSchema(sqlite::Connection& model, const std::string& path)
{
    auto connection = must(sqlite::Connection::open(path, sqlite::Connection::Mode::Create));
    must(connection->execute("BEGIN"));
    for (const SchemaEntry& entry : schemaOf(model))
        must(connection->execute(entry.sql));
    must(connection->execute("COMMIT"));
    return connection;
}

std::unique_ptr<sqlite::Connection> plainCopy(const std::string& source, const std::string& path)
{
    must(must(sqlite::Connection::open(source, sqlite::Connection::Mode::ReadWrite))
             ->execute("VACUUM INTO '" + path + "'"));
    return must(sqlite::Connection::open(path, sqlite::Connection::Mode::ReadWrite));
}

std::vector<PlainTable> rowsOf(sqlite::Connection& replica)
{
    std::vector<PlainTable> tables;
    for (const SchemaEntry& entry : schemaOf(replica)) {
        if (entry.isTable && !entry.isSearch)
            tables.push_back(tableOf(replica, entry.name));
        else if (entry.isSearch)
            tables.push_back(searchOf(replica, schema::entity(entry.name.substr(7))));
    }
    return tables;
}

void insertAll(sqlite::Connection& connection, const std::vector<PlainTable>& tables)
{
    must(connection.execute("BEGIN IMMEDIATE"));
    for (const PlainTable& table : tables) {
        std::string columns;
        std::string marks;
        for (const std::string& column : table.columns) {
            columns += (columns.empty() ? "\"" : ", \"") + column + "\"";
            marks += marks.empty() ? "?" : ", ?";
        }
        PlainStatement insert(connection.handle(),
                              "INSERT INTO \"" + table.name + "\"(" + columns + ") VALUES(" + marks + ")");
        for (const auto& row : table.rows)
            insert.run(row);
    }
    must(connection.execute("COMMIT"));
}

} // namespace satchel::bench
