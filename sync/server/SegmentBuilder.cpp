// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/SegmentBuilder.h"

#include "sync/server/HistoryLines.h"

#include <algorithm>

namespace satchel::server {

namespace {

// A segment ends after so many bytes as values take in memory; packed they come to a quarter of it at most.
constexpr std::size_t bytesInHand = 8U << 20;
constexpr std::size_t idsAtOnce = 256;

std::size_t sizeOf(const Value& value)
{
    return sizeof(Value) + value.text().size();
}

std::size_t sizeOf(const Record& record)
{
    std::size_t size = sizeof(Record);
    for (const Value& value : record.values)
        size += sizeOf(value);
    return size;
}

std::size_t sizeOf(const HistoryEntry& entry)
{
    return sizeof(HistoryEntry) + entry.from.text().size() + entry.to.text().size();
}

/// What is gathered for the next segment.
template <typename Item>
class Piece {
public:
    /// True: it is full now.
    bool add(Item item)
    {
        m_bytes += sizeOf(item);
        m_items.push_back(std::move(item));
        return m_bytes >= bytesInHand || m_items.size() == protocol::maxSegmentRows;
    }
    [[nodiscard]] std::span<const Item> items() const { return m_items; }
    [[nodiscard]] bool empty() const { return m_items.empty(); }
    void clear()
    {
        m_items.clear();
        m_bytes = 0;
    }

private:
    std::vector<Item> m_items;
    std::size_t m_bytes = 0;
};

} // namespace

void SegmentBuilder::add(Bytes body, std::size_t rows)
{
    m_built.set.segments.push_back({.address = segmentAddress(body),
                                    .bytes = static_cast<std::int64_t>(body.size()),
                                    .rows = static_cast<std::int64_t>(rows)});
    m_built.bodies.push_back(std::move(body));
}

Result<std::vector<Id>> SegmentBuilder::idsOf(const Entity& entity, const Scope& scope, const std::set<Scope>& told)
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
    std::string columns = "e.id";
    for (const std::size_t field : SegmentWriter::references(entity))
        columns += ", e.f_" + entity.fields[field].name;
    std::vector<SegmentWriter::Place> rows;
    SATCHEL_TRY(m_database.each("SELECT " + columns + " FROM e_" + entity.name + " e WHERE e.deleted=0" + condition,
                                parameters, [&](const Row& row) -> Status {
                                    SegmentWriter::Place place{.id = idOf(row[0]), .references = {}};
                                    place.references.reserve(row.size() - 1);
                                    for (std::size_t i = 1; i < row.size(); ++i)
                                        place.references.push_back(idOf(row[i]));
                                    rows.push_back(std::move(place));
                                    return Ok{};
                                }));
    m_writer.arrange(rows);
    std::vector<Id> ids;
    ids.reserve(rows.size());
    for (const SegmentWriter::Place& row : rows)
        ids.push_back(row.id);
    return ids;
}

// In the order asked for.
Result<std::vector<Record>> SegmentBuilder::load(const Entity& entity, std::span<const Id> ids)
{
    std::vector<Cell> parameters;
    const std::string marks = EntityTables::marks({ids.begin(), ids.end()}, parameters);
    std::map<Id, Record> found;
    SATCHEL_TRY(m_database.each("SELECT " + EntityTables::columns(entity, "e") + " FROM e_" + entity.name +
                                    " e WHERE e.id IN " + marks,
                                parameters, [&](const Row& row) -> Status {
                                    Record record = EntityTables::read(entity, row);
                                    found.emplace(record.id, std::move(record));
                                    return Ok{};
                                }));
    std::vector<Record> records;
    records.reserve(ids.size());
    for (const Id& id : ids)
        records.push_back(std::move(found.at(id)));
    return records;
}

Status SegmentBuilder::addRows(const Entity& entity, const std::vector<Id>& ids)
{
    Piece<Record> piece;
    const auto write = [&] {
        add(m_writer.rows(entity, piece.items()), piece.items().size());
        piece.clear();
    };
    for (std::size_t first = 0; first < ids.size(); first += idsAtOnce) {
        SATCHEL_ASSIGN(std::vector<Record> records,
                       load(entity, std::span(ids).subspan(first, std::min(idsAtOnce, ids.size() - first))));
        for (Record& record : records)
            if (piece.add(std::move(record)))
                write();
    }
    if (!piece.empty())
        write();
    return Ok{};
}

Status SegmentBuilder::addHistory(std::vector<std::pair<const Entity*, std::vector<Id>>> rows)
{
    Piece<HistoryEntry> piece;
    const auto write = [&] {
        add(m_writer.history(piece.items()), 0);
        piece.clear();
    };
    for (auto& [entity, ids] : rows) {
        if (ids.empty())
            continue;
        std::sort(ids.begin(), ids.end());
        // Few are named. For many there is one range, and rows in between that are not the scope's are left out here.
        std::vector<Cell> parameters;
        std::string condition;
        if (ids.size() <= idsAtOnce) {
            condition = "WHERE row_id IN " + EntityTables::marks(ids, parameters);
        } else {
            parameters = {cell(ids.front()), cell(ids.back())};
            condition = "WHERE row_id>=$1 AND row_id<=$2";
        }
        parameters.emplace_back(std::int64_t{entity->number});
        condition += " AND entity=$" + std::to_string(parameters.size()) + " ORDER BY seq, line";
        SATCHEL_TRY(
            m_database.each(historyColumns + condition, parameters, [&, &known = ids](const Row& row) -> Status {
                if (std::binary_search(known.begin(), known.end(), idOf(row[1])) && piece.add(readHistory(row)))
                    write();
                return Ok{};
            }));
    }
    if (!piece.empty())
        write();
    return Ok{};
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
    m_built.set = {.scope = scope, .seq = seq, .segments = {}};
    std::vector<std::pair<const Entity*, std::vector<Id>>> rows;
    for (const Entity& entity : schema::entities()) {
        if (!carries(scope.kind, entity))
            continue;
        SATCHEL_ASSIGN(std::vector<Id> ids, idsOf(entity, scope, told));
        SATCHEL_TRY(addRows(entity, ids));
        rows.emplace_back(&entity, std::move(ids));
    }
    SATCHEL_TRY(addHistory(std::move(rows)));
    SATCHEL_ASSIGN(std::vector<RowKey> members, membersOf(scope));
    m_writer.arrange(members);
    for (std::span<const RowKey> rest = members; !rest.empty();) {
        const auto some = rest.first(std::min(rest.size(), protocol::maxSegmentRows));
        add(m_writer.members(some), 0);
        rest = rest.subspan(some.size());
    }
    return std::move(m_built);
}

} // namespace satchel::server
