// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Duplicates.h"

#include "core/model/Rule.h"

namespace satchel::server {

namespace {

constexpr int longestChain = 16; // of merged records merged again
constexpr std::size_t mostTwins = 5;

} // namespace

Status Duplicates::point(const RowKey& key, std::size_t field, const Value& to, const Stamp& stamp,
                         const std::string& rule)
{
    const Entity& entity = *schema::entityNumbered(key.entity);
    SATCHEL_ASSIGN(auto row, m_ledger.tables().find(entity, key.id));
    if (!row)
        return Ok{};
    const Value from = std::exchange(row->values[field], to);
    SATCHEL_TRY(m_ledger.update(*row, {field}, stamp, false));
    return m_ledger.addHistory({.row = key,
                                .field = entity.fields[field].number,
                                .from = from,
                                .to = to,
                                .user = stamp.user,
                                .device = stamp.deviceName,
                                .at = stamp.at,
                                .rule = rule});
}

Status Duplicates::merge(const Record& loser, const Record& survivor, const Stamp& stamp)
{
    const Entity& merged = *loser.entity;
    for (const Entity& entity : schema::entities())
        for (std::size_t i = 0; i < entity.fields.size() && !entity.internal; ++i) {
            if (entity.fields[i].type != FieldType::Reference || entity.fields[i].references != merged.name)
                continue;
            SATCHEL_ASSIGN(const auto rows, m_ledger.tables().referring(entity, entity.fields[i].name, loser.id));
            for (const Id& id : rows) {
                if (id == loser.id)
                    continue;
                // The survivor would stand below itself.
                const bool self = id == survivor.id && &entity == &merged;
                SATCHEL_TRY(point({entity.number, id}, i, self ? Value() : Value(survivor.id), stamp, rule::merged));
                SATCHEL_TRY(m_database.query("INSERT INTO repointed(seq, entity, row_id, field) VALUES($1, $2, $3, $4)",
                                             {Cell(m_ledger.seq()), Cell(std::int64_t{entity.number}), cell(id),
                                              Cell(std::int64_t{entity.fields[i].number})}));
            }
        }
    SATCHEL_TRY(m_ledger.remove(loser, stamp));
    SATCHEL_TRY(
        m_database.query("INSERT INTO redirect(entity, loser, survivor, seq) VALUES($1, $2, $3, $4) ON "
                         "CONFLICT(entity, loser) DO UPDATE "
                         "SET survivor=excluded.survivor, seq=excluded.seq",
                         {Cell(std::int64_t{merged.number}), cell(loser.id), cell(survivor.id), Cell(m_ledger.seq())}));
    for (const Id& id : {loser.id, survivor.id})
        SATCHEL_TRY(m_ledger.addHistory({.row = {merged.number, id},
                                         .from = Value(loser.id),
                                         .to = Value(survivor.id),
                                         .user = stamp.user,
                                         .device = stamp.deviceName,
                                         .at = stamp.at,
                                         .rule = rule::merged}));
    return Ok{};
}

Status Duplicates::unmerge(const MergeRow& loser, const Id& survivor, const Stamp& stamp)
{
    const Entity& merged = *loser.record.entity;
    SATCHEL_TRY(m_ledger.update(loser.record, {}, stamp, true));
    std::vector<std::pair<RowKey, int>> rows;
    SATCHEL_TRY(m_database.each(
        "SELECT entity, row_id, field FROM repointed WHERE seq=$1 ORDER BY entity, row_id, field",
        {Cell(loser.removed.rev)}, [&](const Row& row) -> Status {
            rows.push_back({{static_cast<int>(integerOf(row[0])), idOf(row[1])}, static_cast<int>(integerOf(row[2]))});
            return Ok{};
        }));
    for (const auto& [key, number] : rows) {
        const Entity& entity = *schema::entityNumbered(key.entity);
        const auto field = entity.indexOfNumber(number);
        SATCHEL_ASSIGN(const auto row, m_ledger.tables().findForMerge(entity, key.id));
        if (row && field && !row->deleted && row->stampOf(*field).rev == loser.removed.rev)
            SATCHEL_TRY(point(key, *field, Value(loser.record.id), stamp, rule::unmerged));
    }
    SATCHEL_TRY(m_database.query("DELETE FROM redirect WHERE entity=$1 AND loser=$2",
                                 {Cell(std::int64_t{merged.number}), cell(loser.record.id)}));
    for (const Id& id : {loser.record.id, survivor})
        SATCHEL_TRY(m_ledger.addHistory({.row = {merged.number, id},
                                         .from = Value(loser.record.id),
                                         .to = Value(survivor),
                                         .user = stamp.user,
                                         .device = stamp.deviceName,
                                         .at = stamp.at,
                                         .rule = rule::unmerged}));
    return Ok{};
}

Result<std::optional<Id>> Duplicates::redirect(const Entity& entity, const Id& id)
{
    std::optional<Id> found;
    Id at = id;
    for (int i = 0; i < longestChain; ++i) {
        SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT survivor FROM redirect WHERE entity=$1 AND loser=$2",
                                                         {Cell(std::int64_t{entity.number}), cell(at)}));
        if (rows.empty())
            break;
        at = idOf(rows[0][0]);
        found = at;
    }
    return found;
}

Result<bool> Duplicates::anyRedirects()
{
    SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT 1 FROM redirect LIMIT 1"));
    return !rows.empty();
}

std::optional<std::size_t> Duplicates::mark(const Entity& entity)
{
    return entity.mark.empty() ? std::nullopt : entity.indexOf(entity.mark);
}

Result<std::vector<Record>> Duplicates::twins(const Record& record)
{
    std::vector<Record> twins;
    const auto field = mark(*record.entity);
    if (!field || record.values[*field].isNull())
        return twins;
    SATCHEL_ASSIGN(const auto ids,
                   m_database.query("SELECT id FROM e_" + record.entity->name + " WHERE f_" + record.entity->mark +
                                        "=$1 AND deleted=0 AND id<>$2 ORDER BY id LIMIT " + std::to_string(mostTwins),
                                    {cell(record.values[*field]), cell(record.id)}));
    for (const Row& row : ids) {
        SATCHEL_ASSIGN(auto twin, m_ledger.tables().find(*record.entity, idOf(row.front())));
        if (twin)
            twins.push_back(std::move(*twin));
    }
    return twins;
}

} // namespace satchel::server
