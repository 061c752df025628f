// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Scrub.h"

#include "core/store/Meta.h"
#include "core/store/Rows.h"

namespace satchel {

namespace {

constexpr const char* owed = "scrub_owed"; // a bit for each entity's number

constexpr std::int64_t bit(int entity)
{
    return std::int64_t{1} << entity;
}

} // namespace

Status Scrub::owe(const std::set<int>& entities)
{
    Meta meta(m_connection);
    SATCHEL_ASSIGN(std::int64_t bits, meta.integer(owed));
    const std::int64_t before = bits;
    for (const int entity : entities)
        bits |= bit(entity);
    return bits == before ? Status(Ok{}) : meta.set(owed, bits);
}

Status Scrub::pay()
{
    Meta meta(m_connection);
    SATCHEL_ASSIGN(const std::int64_t bits, meta.integer(owed));
    if (bits == 0)
        return Ok{};
    for (const Entity& entity : schema::entities()) {
        if ((bits & bit(entity.number)) == 0 || !Rows::isSearchable(entity))
            continue;
        const std::string search = "\"search_" + entity.name + "\"";
        SATCHEL_TRY(m_connection.execute("INSERT INTO " + search + "(" + search + ") VALUES('optimize')"));
    }
    // Another connection's reading is short; what it keeps us from is done at the next sync.
    SATCHEL_TRY(m_connection.execute("PRAGMA busy_timeout=2000"));
    const auto busy = m_connection.integer("PRAGMA wal_checkpoint(TRUNCATE)");
    SATCHEL_TRY(m_connection.execute("PRAGMA busy_timeout=60000"));
    if (!busy.ok() || *busy != 0)
        return Ok{};
    return meta.set(owed, 0);
}

} // namespace satchel
