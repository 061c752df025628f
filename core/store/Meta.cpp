// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Meta.h"

namespace satchel {

namespace {
constexpr const char* read = "SELECT value FROM meta WHERE key=?1";
constexpr const char* write =
    "INSERT INTO meta(key, value) VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET value=excluded.value";
} // namespace

Result<std::int64_t> Meta::integer(std::string_view key)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(read));
    statement.bindText(1, key);
    SATCHEL_ASSIGN(const bool found, statement.step());
    return found ? statement.integer(0) : 0;
}

Result<std::string> Meta::text(std::string_view key)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(read));
    statement.bindText(1, key);
    SATCHEL_ASSIGN(const bool found, statement.step());
    return found ? std::string(statement.blob(0)) : std::string();
}

Status Meta::set(std::string_view key, std::int64_t value)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(write));
    return statement.bindText(1, key).bind(2, value).run();
}

Status Meta::setText(std::string_view key, std::string_view value)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(write));
    return statement.bindText(1, key).bindText(2, value).run();
}

Status Meta::setBytes(std::string_view key, std::string_view value)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(write));
    return statement.bindText(1, key).bindBlob(2, value).run();
}

} // namespace satchel
