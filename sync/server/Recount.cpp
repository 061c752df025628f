// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Recount.h"

#include "core/rules/Access.h"
#include "sync/protocol/Digests.h"
#include "sync/server/Alerts.h"
#include "sync/server/EntityTables.h"
#include "sync/server/Ledger.h"
#include "sync/server/Write.h"

#include <set>
#include <unordered_map>

namespace satchel::server {

namespace {

using Sums = std::map<std::pair<Scope, int>, Digest>;
using Members = std::unordered_map<Id, std::vector<Scope>>;

Result<Members> readMembers(Database& database)
{
    Members members;
    SATCHEL_TRY(database.each("SELECT row_id, scope FROM member", {}, [&](const Row& row) -> Status {
        if (const auto scope = Scope::fromBytes(bytesOf(row[1])))
            members[idOf(row[0])].push_back(*scope);
        return Ok{};
    }));
    return members;
}

std::set<Scope> scopesOf(const Record& record, const Members& members)
{
    if (const auto shared = sharedScope(*record.entity))
        return {*shared};
    std::set<Scope> scopes;
    for (const Id& id : {record.id, record.root})
        if (const auto found = members.find(id); found != members.end())
            for (const Scope& scope : found->second)
                if (carries(scope.kind, *record.entity))
                    scopes.insert(scope);
    return scopes;
}

Result<Sums> countRows(Database& database, const Bytes& digestKey, std::int64_t& rows)
{
    SATCHEL_ASSIGN(const Members members, readMembers(database));
    Sums sums;
    for (const Entity& entity : schema::entities())
        SATCHEL_TRY(database.each("SELECT " + EntityTables::columns(entity, "e") + " FROM e_" + entity.name +
                                      " e WHERE e.deleted=0",
                                  {}, [&](const Row& row) -> Status {
                                      const Record record = EntityTables::read(entity, row);
                                      const Bytes16 hash = rowHash(digestKey, record);
                                      ++rows;
                                      for (const Scope& scope : scopesOf(record, members)) {
                                          Digest& sum = sums[{scope, entity.number}];
                                          ++sum.rows;
                                          sum.sum = addHash(sum.sum, hash);
                                      }
                                      return Ok{};
                                  }));
    return sums;
}

Result<Sums> readKept(Database& database)
{
    Sums kept;
    SATCHEL_TRY(database.each("SELECT scope, entity, row_count, sum FROM digest", {}, [&](const Row& row) -> Status {
        const auto scope = Scope::fromBytes(bytesOf(row[0]));
        if (!scope)
            return Ok{};
        Digest& sum = kept[{*scope, static_cast<int>(integerOf(row[1]))}];
        sum.rows = integerOf(row[2]);
        sum.sum = bytes16(bytesOf(row[3])).value_or(Bytes16{});
        return Ok{};
    }));
    return kept;
}

Status putRight(Database& database, const Sums& counted, Sums kept, Recount& recount)
{
    for (const auto& [table, sum] : counted)
        kept.try_emplace(table);
    for (const auto& [table, sum] : kept) {
        const auto found = counted.find(table);
        const Digest right = found == counted.end() ? Digest{} : found->second;
        if (right.rows == sum.rows && (right.sum == sum.sum || right.rows == 0))
            continue;
        recount.wrong.push_back({table.first, table.second, sum.rows, right.rows});
        SATCHEL_TRY(database.query(
            "INSERT INTO digest(scope, entity, row_count, sum) VALUES($1, $2, $3, $4) ON CONFLICT(scope, entity) "
            "DO UPDATE SET row_count=excluded.row_count, sum=excluded.sum",
            {Blob{table.first.toBytes()}, Cell(std::int64_t{table.second}), Cell(right.rows), cell(right.sum)}));
    }
    return Ok{};
}

} // namespace

Result<Recount> recountDigests(Database& database, Environment& environment)
{
    Recount recount;
    SATCHEL_TRY(write(database, [&]() -> Status {
        recount = {};
        SATCHEL_ASSIGN(const Clock clock, readClock(database));
        SATCHEL_ASSIGN(const Sums counted, countRows(database, clock.digestKey, recount.rows));
        SATCHEL_ASSIGN(Sums kept, readKept(database));
        recount.tables = static_cast<std::int64_t>(counted.size());
        SATCHEL_TRY(putRight(database, counted, std::move(kept), recount));
        if (recount.wrong.empty())
            return Ok{};
        SATCHEL_TRY(rightsChanged(database)); // whoever remembers the wrong ones asks again
        return alerts::raise(database, environment, "digest", clock.history.view(),
                             std::to_string(recount.wrong.size()) +
                                 " checksums of the server were wrong and have been counted anew; laptops that agreed "
                                 "with them will compare their records once more.");
    }));
    return recount;
}

} // namespace satchel::server
