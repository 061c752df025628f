// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Database.h"

#include "sync/server/PostgresDatabase.h"
#include "sync/server/RowCache.h"
#include "sync/server/SqliteDatabase.h"

namespace satchel::server {

Database::Database() = default;
Database::~Database() = default;

Result<std::vector<std::vector<Row>>> Database::queryAll(const std::vector<Question>& questions)
{
    std::vector<std::vector<Row>> answers;
    for (const Question& question : questions) {
        SATCHEL_ASSIGN(auto rows, query(question.sql, question.parameters));
        answers.push_back(std::move(rows));
    }
    return answers;
}

Result<std::vector<std::vector<Row>>> Database::beginAsking(const std::vector<Question>& questions)
{
    SATCHEL_TRY(begin(Access::Write));
    auto answers = queryAll(questions);
    if (!answers.ok())
        rollback();
    return answers;
}

void Database::cacheRows(bool on)
{
    m_rows = on ? std::make_unique<RowCache>() : nullptr;
    m_announcement.reset();
}

std::unique_ptr<RowCache> Database::takeRows()
{
    return std::move(m_rows);
}

void Database::giveRows(std::unique_ptr<RowCache> rows)
{
    m_rows = std::move(rows);
}

Cell cell(const Id& id)
{
    return id.bytes;
}

Cell cell(const Bytes16& bytes)
{
    return bytes;
}

Cell cell(const Value& value)
{
    if (value.isInteger())
        return value.integer();
    if (value.isText())
        return value.text();
    if (value.isId())
        return cell(value.id());
    return {};
}

std::int64_t integerOf(const Cell& cell)
{
    const auto* integer = std::get_if<std::int64_t>(&cell);
    return integer == nullptr ? 0 : *integer;
}

const std::string& textOf(const Cell& cell)
{
    static const std::string none;
    const auto* text = std::get_if<std::string>(&cell);
    return text == nullptr ? none : *text;
}

const Bytes& bytesOf(const Cell& cell)
{
    static const Bytes none;
    const auto* blob = std::get_if<Blob>(&cell);
    return blob == nullptr ? none : blob->bytes;
}

std::string_view contentOf(const Cell& cell)
{
    if (const auto* bytes = std::get_if<Bytes16>(&cell))
        return view(*bytes);
    const std::string& text = textOf(cell);
    return text.empty() ? std::string_view(bytesOf(cell)) : std::string_view(text);
}

Id idOf(const Cell& cell)
{
    if (const auto* bytes = std::get_if<Bytes16>(&cell))
        return Id{*bytes};
    return Id::fromBytes(bytesOf(cell)).value_or(Id{});
}

Value valueOf(const Cell& cell)
{
    switch (cell.index()) {
    case 1: return std::get<1>(cell);
    case 2: return std::get<2>(cell);
    case 3: {
        const auto id = Id::fromBytes(std::get<3>(cell).bytes);
        return id ? Value(*id) : Value();
    }
    case 4: return idOf(cell);
    default: return {};
    }
}

Result<std::unique_ptr<DatabaseFactory>> openDatabase(const std::string& dataFolder, const std::string& url)
{
    if (url.empty())
        return openSqlite(dataFolder);
    if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
        return openPostgres(url);
    return invalid("The database address must begin with postgresql://.");
}

} // namespace satchel::server
