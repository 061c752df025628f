// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Comparing.h"

#include "sync/protocol/Digests.h"
#include "sync/server/HistoryLines.h"

#include <tuple>

namespace satchel::server {

namespace {

constexpr std::size_t mostRanges = 256;
constexpr std::size_t mostWanted = 500;
constexpr std::size_t mostMoved = 5000;
constexpr std::size_t mostBytes = 4U << 20;
constexpr std::size_t fewRows = 32; ///< are told one by one
constexpr std::size_t parts = 256;  ///< in which more are divided

// Ranges that overlap would be read twice; in order, a request costs at most what a first sync does.
Status inOrder(const std::vector<KeyRange>& ranges)
{
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const KeyRange& range = ranges[i];
        const bool empty = !range.until.isNull() && range.until <= range.from;
        const bool overlaps =
            i > 0 && std::tie(ranges[i - 1].scope, ranges[i - 1].entity) == std::tie(range.scope, range.entity) &&
            (ranges[i - 1].until.isNull() || range.from < ranges[i - 1].until);
        const bool backwards =
            i > 0 && std::tie(range.scope, range.entity) < std::tie(ranges[i - 1].scope, ranges[i - 1].entity);
        if (empty || overlaps || backwards)
            return invalid("The ranges to be compared must be in order and must not overlap.");
    }
    return Ok{};
}

RangeSums divided(const Id& from, const std::vector<RowSum>& rows)
{
    RangeSums sums;
    sums.divided = true;
    const std::size_t size = (rows.size() + parts - 1) / parts;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % size == 0)
            sums.parts.push_back({i == 0 ? from : rows[i].id, 0, {}});
        ++sums.parts.back().rows;
        sums.parts.back().sum = addHash(sums.parts.back().sum, rows[i].hash);
    }
    return sums;
}

} // namespace

Status Comparing::checkHistory(const CompareRequest& request)
{
    const Error other{ErrorKind::Conflict, "The server's data is not what this laptop last synced with."};
    if (request.history != m_clock.history || request.checkpoint > m_clock.seq)
        return other;
    SATCHEL_ASSIGN(const auto rows,
                   m_database.query("SELECT salt FROM checkpoint WHERE seq=$1", {Cell(request.checkpoint)}));
    if (rows.empty() || bytesOf(rows[0][0]) != view(request.salt))
        return other;
    return Ok{};
}

Result<bool> Comparing::readLogs(std::int64_t since, CompareReply& reply)
{
    if (since == m_clock.seq)
        return true;
    for (const Scope& scope : m_granted) {
        SATCHEL_ASSIGN(
            const auto rows,
            m_database.query("SELECT DISTINCT row_id FROM scope_log WHERE scope=$1 AND seq>$2 LIMIT $3",
                             {Blob{scope.toBytes()}, Cell(since), Cell(static_cast<std::int64_t>(mostMoved) + 1)}));
        for (const Row& row : rows)
            m_moved.insert(idOf(row.front()));
        if (m_moved.size() > mostMoved)
            return false;
    }
    reply.moved.assign(m_moved.begin(), m_moved.end());
    return true;
}

Result<RangeSums> Comparing::sumsOf(const KeyRange& range)
{
    RangeSums sums;
    const Entity* entity = schema::entityNumbered(range.entity);
    if (entity == nullptr || !m_granted.contains(range.scope) || !carries(range.scope.kind, *entity))
        return sums;
    std::vector<Cell> parameters = {cell(range.from)};
    std::string condition;
    if (!range.until.isNull()) {
        parameters.push_back(cell(range.until));
        condition += " AND e.id<$2";
    }
    if (!sharedScope(*entity)) {
        parameters.push_back(Blob{range.scope.toBytes()});
        const std::string mark = "$" + std::to_string(parameters.size());
        condition += " AND (EXISTS (SELECT 1 FROM member m WHERE m.row_id=e.root AND m.scope=" + mark +
                     ") OR EXISTS (SELECT 1 FROM member m WHERE m.row_id=e.id AND m.scope=" + mark + "))";
    }
    SATCHEL_TRY(m_database.each("SELECT " + EntityTables::columns(*entity, "e") + " FROM e_" + entity->name +
                                    " e WHERE e.id>=$1 AND e.deleted=0" + condition + " ORDER BY e.id",
                                parameters, [&](const Row& row) -> Status {
                                    const Record record = EntityTables::read(*entity, row);
                                    if (!m_moved.contains(record.id) && !m_moved.contains(record.root))
                                        sums.rows.push_back({record.id, rowHash(m_clock.digestKey, record)});
                                    return Ok{};
                                }));
    return sums.rows.size() <= fewRows ? sums : divided(range.from, sums.rows);
}

Result<std::size_t> Comparing::addRow(const RowKey& key, PullReply& found)
{
    const Entity* entity = schema::entityNumbered(key.entity);
    if (entity == nullptr)
        return 0;
    SATCHEL_ASSIGN(auto record, m_tables.find(*entity, key.id));
    if (!record || m_moved.contains(record->id) || m_moved.contains(record->root))
        return 0;
    SATCHEL_ASSIGN(const auto scopes, m_scoping.storedScopes(*entity, record->id, record->root));
    if (std::none_of(scopes.begin(), scopes.end(), [&](const Scope& scope) { return m_granted.contains(scope); }))
        return 0;
    for (const Id& id : {record->id, record->root}) {
        if (sharedScope(*entity) || !m_placed.insert(id).second)
            continue;
        SATCHEL_ASSIGN(const auto rows,
                       m_database.query("SELECT scope, entity FROM member WHERE row_id=$1 ORDER BY scope", {cell(id)}));
        for (const Row& row : rows)
            if (const auto scope = Scope::fromBytes(bytesOf(row[0])); scope && m_granted.contains(*scope))
                found.memberships.push_back({*scope, {static_cast<int>(integerOf(row[1])), id}, true});
    }
    RowUpsert row{.entity = entity, .id = record->id, .rev = record->rev, .root = record->root};
    std::size_t bytes = 100;
    for (std::size_t i = 0; i < record->values.size(); ++i) {
        bytes += record->values[i].text().size() + 20;
        if (!record->values[i].isNull())
            row.fields.emplace_back(i, std::move(record->values[i]));
    }
    SATCHEL_ASSIGN(row.stamps, m_tables.stampsAfter(*entity, key.id, 0));
    found.rows.push_back(std::move(row));
    SATCHEL_ASSIGN(auto lines, historyOf(m_database, *entity, {key.id}, 0));
    for (auto& [id, entries] : lines)
        for (HistoryEntry& entry : entries) {
            bytes += entry.from.text().size() + entry.to.text().size() + 50;
            found.entries.push_back(std::move(entry));
        }
    return bytes;
}

Result<CompareReply> Comparing::compare(const CompareRequest& request)
{
    if (request.ranges.size() > mostRanges || request.rows.size() > mostWanted)
        return Error{ErrorKind::TooLarge, "One comparison may have at most 256 ranges and 500 rows."};
    SATCHEL_TRY(inOrder(request.ranges));
    SATCHEL_ASSIGN(m_clock, readClock(m_database));
    SATCHEL_TRY(checkHistory(request));
    SATCHEL_ASSIGN(m_granted, m_scoping.scopesOf(m_caller.user, m_caller.role));
    CompareReply reply{.serverTime = m_now};
    SATCHEL_ASSIGN(const bool named, readLogs(request.checkpoint, reply));
    if (!named) {
        reply.movedOn = true;
        return reply;
    }
    for (const KeyRange& range : request.ranges) {
        SATCHEL_ASSIGN(auto sums, sumsOf(range));
        reply.ranges.push_back(std::move(sums));
    }
    std::size_t bytes = 0;
    for (const RowKey& key : request.rows) {
        if (bytes > mostBytes)
            break;
        SATCHEL_ASSIGN(const std::size_t added, addRow(key, reply.found));
        bytes += added;
        ++reply.looked;
    }
    return reply;
}

} // namespace satchel::server
