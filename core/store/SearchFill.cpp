// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SearchFill.h"

#include "core/store/Rows.h"

namespace satchel {

namespace {

// Words are gathered in memory up to so many bytes before they are written out as one piece of the index.
constexpr int gatheredBytes = 64 << 20;

std::vector<std::string> searchTables()
{
    std::vector<std::string> names;
    for (const Entity& entity : schema::entities())
        if (Rows::isSearchable(entity))
            names.push_back("search_" + entity.name);
    return names;
}

// One of the tables that FTS5 keeps an index in.
Status copyTable(sqlite::Connection& from, sqlite::Connection& to, const std::string& name, int columns)
{
    SATCHEL_TRY(to.execute("DELETE FROM \"" + name + "\""));
    SATCHEL_ASSIGN(auto source, from.prepare("SELECT * FROM \"" + name + "\""));
    SATCHEL_ASSIGN(auto target, to.prepare("INSERT INTO \"" + name + "\" VALUES(?1, ?2" +
                                           (columns == 3 ? ", ?3)" : std::string(")"))));
    for (;;) {
        SATCHEL_ASSIGN(const bool found, source.step());
        if (!found)
            return Ok{};
        for (int i = 0; i < columns; ++i) {
            switch (source.type(i)) {
            case sqlite::Statement::Type::Integer: target.bind(i + 1, source.integer(i)); break;
            case sqlite::Statement::Type::Text: target.lendText(i + 1, source.text(i)); break;
            case sqlite::Statement::Type::Blob: target.lendBlob(i + 1, source.blob(i)); break;
            case sqlite::Statement::Type::Null: target.bindNull(i + 1); break;
            }
        }
        SATCHEL_TRY(target.run());
    }
}

} // namespace

Result<SearchFill> SearchFill::begin(sqlite::Connection& model)
{
    SearchFill fill;
    SATCHEL_ASSIGN(fill.m_memory,
                   sqlite::Connection::open(sqlite::Connection::inMemory, sqlite::Connection::Mode::ReadWrite));
    for (const std::string& name : searchTables()) {
        SATCHEL_ASSIGN(auto schema, model.prepare("SELECT sql FROM sqlite_schema WHERE name=?1"));
        schema.bindText(1, name);
        SATCHEL_ASSIGN(const bool found, schema.step());
        if (!found)
            return Error{ErrorKind::Corrupt, "The replica has no search index."};
        SATCHEL_TRY(fill.m_memory->execute(std::string(schema.text(0))));
        const std::string into = "INSERT INTO \"" + name + "\"(\"" + name + "\", rank) VALUES('";
        SATCHEL_TRY(fill.m_memory->execute(into + "hashsize', " + std::to_string(gatheredBytes) + ")"));
        SATCHEL_TRY(fill.m_memory->execute(into + "automerge', 0)"));
    }
    SATCHEL_TRY(fill.m_memory->execute("BEGIN"));
    return fill;
}

Status SearchFill::add(const Entity& entity, std::int64_t n, std::string_view words, std::string_view digits)
{
    if (m_entity != &entity) { // rows of one kind come together
        m_entity = &entity;
        m_insert = "INSERT INTO \"search_" + entity.name + "\"(rowid, words, digits) VALUES(?1, ?2, ?3)";
    }
    SATCHEL_ASSIGN(auto statement, m_memory->prepare(m_insert));
    return statement.bind(1, n).lendText(2, words).lendText(3, digits).run();
}

Status SearchFill::end()
{
    return m_memory->execute("COMMIT");
}

Status SearchFill::layInto(sqlite::Connection& replica)
{
    for (const std::string& name : searchTables()) {
        SATCHEL_TRY(copyTable(*m_memory, replica, name + "_data", 2));
        SATCHEL_TRY(copyTable(*m_memory, replica, name + "_idx", 3));
    }
    return Ok{};
}

} // namespace satchel
