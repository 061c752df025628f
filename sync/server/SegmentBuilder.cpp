// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/SegmentBuilder.h"

#include "sync/protocol/Segment.h"
#include "sync/server/HistoryLines.h"

#include <algorithm>

namespace satchel::server {

namespace {

// A segment ends after so many bytes of values: some 1 to 4 MiB are left of them when they are packed.
constexpr std::size_t contentBytes = 8U << 20;

std::size_t sizeOf(const Record& record)
{
    std::size_t size = 48;
    for (const Value& value : record.values)
        size += value.isText() ? value.text().size() + 2 : value.isNull() ? 0 : 8;
    return size;
}

std::size_t sizeOf(const HistoryEntry& entry)
{
    return 64 + entry.from.text().size() + entry.to.text().size();
}

std::size_t sizeOf(const RowKey&)
{
    return 16;
}

// The pieces a list is cut into.
template <typename Item>
std::vector<std::span<const Item>> pieces(const std::vector<Item>& items)
{
    std::vector<std::span<const Item>> result;
    std::size_t begin = 0;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        bytes += sizeOf(items[i]);
        const std::size_t count = i + 1 - begin;
        if (bytes < contentBytes && count < protocol::maxSegmentRows && i + 1 < items.size())
            continue;
        result.emplace_back(items.data() + begin, count);
        begin = i + 1;
        bytes = 0;
    }
    return result;
}

void add(BuiltSet& built, Bytes body, std::size_t rows)
{
    built.set.segments.push_back({.address = segmentAddress(body),
                                  .bytes = static_cast<std::int64_t>(body.size()),
                                  .rows = static_cast<std::int64_t>(rows)});
    built.bodies.push_back(std::move(body));
}

} // namespace

Result<std::vector<Record>> SegmentBuilder::rowsOf(const Entity& entity, const Scope& scope,
                                                   const std::set<Scope>& told)
{
    std::vector<Cell> parameters;
    std::string condition;
    if (!sharedScope(entity)) {
        parameters.push_back(Blob{scope.toBytes()});
        const std::string mine = " IN (SELECT row_id FROM member WHERE scope=$1)";
        condition = " AND (e.root" + mine + " OR e.id" + mine + ")";
        std::string marks;
        for (const Scope& each : told) {
            if (!carries(each.kind, entity))
                continue;
            parameters.push_back(Blob{each.toBytes()});
            marks += (marks.empty() ? "$" : ", $") + std::to_string(parameters.size());
        }
        if (!marks.empty())
            condition += " AND NOT EXISTS (SELECT 1 FROM member m WHERE m.row_id IN (e.root, e.id) AND m.scope IN (" +
                         marks + "))";
    }
    std::vector<Record> records;
    SATCHEL_TRY(m_database.each("SELECT " + EntityTables::columns(entity, "e") + " FROM e_" + entity.name +
                                    " e WHERE e.deleted=0" + condition,
                                parameters, [&](const Row& row) -> Status {
                                    records.push_back(EntityTables::read(entity, row));
                                    return Ok{};
                                }));
    return records;
}

Status SegmentBuilder::addHistory(const Entity& entity, std::vector<Id> ids, std::vector<HistoryEntry>& entries)
{
    if (ids.empty())
        return Ok{};
    std::sort(ids.begin(), ids.end());
    // One range for all; rows in between that are not the scope's are left out here.
    return m_database.each(
        std::string(historyColumns) + "WHERE row_id>=$1 AND row_id<=$2 AND entity=$3 ORDER BY seq, line",
        {cell(ids.front()), cell(ids.back()), Cell(std::int64_t{entity.number})}, [&](const Row& row) -> Status {
            if (std::binary_search(ids.begin(), ids.end(), idOf(row[1])))
                entries.push_back(readHistory(row));
            return Ok{};
        });
}

Result<std::vector<RowKey>> SegmentBuilder::membersOf(const Scope& scope)
{
    std::vector<RowKey> members;
    SATCHEL_TRY(m_database.each("SELECT entity, row_id FROM member WHERE scope=$1 ORDER BY entity, row_id",
                                {Blob{scope.toBytes()}}, [&](const Row& row) -> Status {
                                    members.push_back({static_cast<int>(integerOf(row[0])), idOf(row[1])});
                                    return Ok{};
                                }));
    return members;
}

Result<BuiltSet> SegmentBuilder::build(const Scope& scope, const std::set<Scope>& told, std::int64_t seq)
{
    BuiltSet built;
    built.set = {.scope = scope, .seq = seq, .segments = {}};
    SegmentWriter writer;
    std::vector<HistoryEntry> entries;
    for (const Entity& entity : schema::entities()) {
        if (!carries(scope.kind, entity))
            continue;
        SATCHEL_ASSIGN(std::vector<Record> records, rowsOf(entity, scope, told));
        writer.arrange(entity, records);
        std::vector<Id> ids;
        for (const Record& record : records)
            ids.push_back(record.id);
        SATCHEL_TRY(addHistory(entity, std::move(ids), entries));
        for (const auto piece : pieces(records))
            add(built, writer.rows(entity, piece), piece.size());
    }
    for (const auto piece : pieces(entries))
        add(built, writer.history(piece), 0);
    SATCHEL_ASSIGN(std::vector<RowKey> members, membersOf(scope));
    writer.arrange(members);
    for (const auto piece : pieces(members))
        add(built, writer.members(piece), 0);
    return built;
}

} // namespace satchel::server
