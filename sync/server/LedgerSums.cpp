// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Ledger.h"

#include "sync/protocol/Digests.h"
#include "sync/server/Marks.h"

// The sums of scopes: what rows stand for in them, and what is remembered of them from one transaction to the next.

namespace satchel::server {

namespace {
constexpr std::size_t mostSumsKept = 10'000;
constexpr std::size_t mostRowsKept = 4'000; // some 2 KB each; memberships count, too
} // namespace

bool Ledger::assume(Remembered& remembered)
{
    if (remembered.salt.empty() || remembered.salt != m_salt || remembered.rights != m_clock.rights ||
        remembered.floor != m_clock.floor) {
        remembered = {};
        return false;
    }
    m_stored = std::move(remembered.sums);
    m_storedScopes = std::move(remembered.scopes);
    if (remembered.rows)
        m_database.giveRows(std::move(remembered.rows));
    return true;
}

Remembered Ledger::remembered()
{
    auto rows = m_database.takeRows();
    if (m_rightsCounted)
        return {};
    Remembered remembered{.salt = std::move(m_salt), .rights = m_clock.rights, .floor = m_clock.floor};
    if (m_stored.size() <= mostSumsKept) {
        remembered.sums = std::move(m_stored);
        remembered.scopes = std::move(m_storedScopes);
    }
    if (rows && rows->size() <= mostRowsKept) {
        rows->settle();
        remembered.rows = std::move(rows);
    }
    return remembered;
}

// All sums of the scopes concerned that are not known yet.
Status Ledger::readSums()
{
    std::vector<Scope> unread;
    for (const auto& [key, delta] : m_sums)
        if (m_storedScopes.insert(key.first).second)
            unread.push_back(key.first);
    if (unread.empty())
        return Ok{};
    std::vector<Cell> parameters;
    const std::string marks =
        marksFor(unread, parameters, [](const Scope& scope) { return Cell(Blob{scope.toBytes()}); });
    SATCHEL_ASSIGN(
        const auto rows,
        m_database.query("SELECT scope, entity, row_count, sum FROM digest WHERE scope IN " + marks, parameters));
    for (const Row& row : rows)
        if (const auto scope = Scope::fromBytes(bytesOf(row[0])))
            m_stored[{*scope, static_cast<int>(integerOf(row[1]))}] = {
                .scope = *scope,
                .entity = static_cast<int>(integerOf(row[1])),
                .rows = integerOf(row[2]),
                .sum = bytes16(bytesOf(row[3])).value_or(Bytes16{})};
    return Ok{};
}

Status Ledger::writeSums()
{
    SATCHEL_TRY(readSums());
    for (const auto& [key, delta] : m_sums) {
        Digest& stored = m_stored[key];
        stored.rows += delta.rows;
        stored.sum = addHash(stored.sum, delta.sum);
        SATCHEL_TRY(m_database.post(
            "INSERT INTO digest(scope, entity, row_count, sum) VALUES($1, $2, $3, $4) ON CONFLICT(scope, entity) "
            "DO UPDATE SET row_count=excluded.row_count, sum=excluded.sum",
            {Blob{key.first.toBytes()}, Cell(std::int64_t{key.second}), Cell(stored.rows), cell(stored.sum)}));
    }
    return Ok{};
}

Status Ledger::contribute(const RowKey& key, bool add)
{
    const Entity& entity = *schema::entityNumbered(key.entity);
    SATCHEL_ASSIGN(const Record* const record, m_tables.peek(entity, key.id));
    if (record == nullptr)
        return Ok{};
    const Bytes16 hash = rowHash(m_clock.digestKey, *record);
    SATCHEL_ASSIGN(const auto scopes, m_scoping.storedScopes(entity, key.id, Id(record->root)));
    for (const Scope& scope : scopes) {
        Digest& digest = m_pending[{scope, key.entity}];
        digest.rows += add ? 1 : -1;
        digest.sum = add ? addHash(digest.sum, hash) : subtractHash(digest.sum, hash);
    }
    return Ok{};
}

Status Ledger::countTouched()
{
    for (const RowKey& key : m_touched)
        SATCHEL_TRY(contribute(key, true));
    m_touched.clear();
    return Ok{};
}

} // namespace satchel::server
