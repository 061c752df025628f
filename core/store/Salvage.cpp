// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Salvage.h"

#include "core/store/Meta.h"
#include "core/store/Migrations.h"
#include "core/store/Rows.h"
#include "sync/protocol/Codec.h"

#include <algorithm>

namespace satchel {

namespace {

constexpr std::int64_t longestStep = std::int64_t{1} << 32;

// Whether the value is what a column of this type holds; a flipped bit is most often seen here.
bool fits(const Field& field, const Value& value)
{
    if (value.isNull())
        return true;
    switch (field.type) {
    case FieldType::Boolean:
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Instant: return value.isInteger();
    case FieldType::Reference: return value.isId() && !value.id().isNull();
    default: return value.isText() && isStorableText(value.text());
    }
}

bool isValid(const Record& record)
{
    if (record.id.isNull() || record.root.isNull() || record.rev < 0)
        return false;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!fits(record.entity->fields[i], record.values[i]))
            return false;
    return true;
}

} // namespace

bool Salvage::isSound(bool thorough)
{
    auto check = m_connection->prepare(thorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
    if (!check)
        return false;
    const auto found = check->step();
    return found && *found && check->text(0) == "ok";
}

bool Salvage::hasItsTables()
{
    const auto declared = [](sqlite::Connection& connection) {
        std::map<std::string, std::string> all;
        auto statement = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
        while (statement) {
            const auto found = statement->step();
            if (!found || !*found)
                break;
            all.emplace(statement->text(0), statement->text(1));
        }
        return all;
    };
    const auto version = m_connection->integer("PRAGMA user_version");
    if (!version || *version != newestMigration())
        return true; // not to be told
    auto model = sqlite::Connection::open(":memory:", sqlite::Connection::Mode::ReadWrite);
    if (!model || !migrate(**model).ok())
        return true;
    const auto mine = declared(*m_connection);
    for (const auto& [name, sql] : declared(**model))
        if (const auto found = mine.find(name); found == mine.end() || found->second != sql)
            return false;
    return true;
}

std::optional<ReplicaIdentity> Salvage::identity()
{
    auto identity = readIdentity(*m_connection);
    return identity ? *identity : std::nullopt;
}

std::vector<std::pair<std::string, Value>> Salvage::facts()
{
    std::vector<std::pair<std::string, Value>> all;
    // A table without rowids: from the front until it breaks, then from the back.
    for (const char* order : {"ASC", "DESC"}) {
        auto statement = m_connection->prepare(std::string("SELECT key, value FROM meta ORDER BY key ") + order);
        if (!statement)
            break;
        for (;;) {
            const auto found = statement->step();
            if (found && !*found)
                return all;
            if (!found)
                break;
            const std::string key(statement->text(0));
            // Facts are integers or bytes of any length; the latter are carried as text.
            Value value = statement->type(1) == sqlite::Statement::Type::Integer
                              ? Value(statement->integer(1))
                              : Value(std::string(statement->blob(1)));
            if (std::none_of(all.begin(), all.end(), [&key](const auto& each) { return each.first == key; }))
                all.emplace_back(key, std::move(value));
        }
    }
    m_missed = true;
    return all;
}

void Salvage::through(const std::string& table, const std::vector<std::string>& columns,
                      const std::function<void(const sqlite::Statement&)>& take)
{
    std::string names;
    for (const std::string& column : columns)
        names += "\"" + column + "\", ";
    const std::string sql = "SELECT " + names + "rowid FROM \"" + table + "\" WHERE rowid>?1 ORDER BY rowid";
    const int key = static_cast<int>(columns.size());
    std::int64_t last = -1;
    for (std::int64_t step = 1; step < longestStep; step *= 2) {
        auto statement = m_connection->prepare(sql);
        if (!statement) {
            m_missed = true;
            return;
        }
        statement->bind(1, last);
        for (;;) {
            const auto found = statement->step();
            if (found && !*found)
                return;
            if (!found)
                break;
            if (statement->integer(key) <= last) // pages that point to themselves
                break;
            last = statement->integer(key);
            step = 1;
            take(*statement);
        }
        m_missed = true;
        last += step;
    }
}

void Salvage::all(const std::string& table, const std::vector<std::string>& columns,
                  const std::function<void(const sqlite::Statement&)>& take)
{
    std::string names;
    for (const std::string& column : columns)
        names += (names.empty() ? "\"" : ", \"") + column + "\"";
    auto statement = m_connection->prepare("SELECT " + names + " FROM \"" + table + "\"");
    for (;;) {
        const auto found = statement ? statement->step() : Result<bool>(statement.error());
        m_missed = m_missed || !found;
        if (!found || !*found)
            return;
        take(*statement);
    }
}

void Salvage::rows(const Entity& entity, const std::function<void(const Record&)>& take)
{
    std::vector<std::string> names = {"id", "rev", "root"};
    for (const Field& field : entity.fields)
        names.push_back(field.name);
    const auto present = columns(entity.name);
    if (!std::all_of(names.begin(), names.end(), [&present](const std::string& name) {
            return std::find(present.begin(), present.end(), name) != present.end();
        }))
        return; // of an older program: fetched anew
    through(entity.name, names, [&](const sqlite::Statement& statement) {
        const Record record = Rows::read(entity, statement);
        if (isValid(record))
            take(record);
        else
            m_missed = true;
    });
}

std::map<RowKey, std::optional<RowUpsert>> Salvage::bases()
{
    std::map<RowKey, std::optional<RowUpsert>> all;
    for (const char* order : {"ASC", "DESC"}) {
        auto statement = m_connection->prepare(std::string("SELECT entity, row, image FROM base_row ORDER BY entity ") +
                                               order + ", row " + order);
        if (!statement)
            break;
        for (;;) {
            const auto found = statement->step();
            if (found && !*found)
                return all;
            if (!found)
                break;
            const RowKey key{static_cast<int>(statement->integer(0)), statement->id(1)};
            if (statement->isNull(2)) {
                all.emplace(key, std::nullopt);
                continue;
            }
            auto image = decodeRow(statement->blob(2));
            if (image && image->id == key.id && image->entity != nullptr && image->entity->number == key.entity)
                all.emplace(key, std::move(*image));
        }
    }
    m_missed = true;
    return all;
}

std::vector<std::string> Salvage::columns(const std::string& table)
{
    std::vector<std::string> names;
    auto statement = m_connection->prepare("SELECT name FROM pragma_table_info(?1)");
    if (!statement)
        return names;
    statement->bindText(1, table);
    for (;;) {
        const auto found = statement->step();
        if (!found || !*found)
            return names;
        names.emplace_back(statement->text(0));
    }
}

} // namespace satchel
