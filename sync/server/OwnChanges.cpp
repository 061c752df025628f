// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/OwnChanges.h"

#include "core/model/Rule.h"
#include "sync/merge/Replay.h"
#include "sync/protocol/Codec.h"

#include <algorithm>

namespace satchel::server {

void OwnChanges::add(const Outcome& outcome, std::string_view body, const std::function<bool(const RowKey&)>& wanted)
{
    if (outcome.status != OutcomeStatus::Applied && outcome.status != OutcomeStatus::Merged)
        return;
    const auto change = decodeChange(body);
    if (!change.ok())
        return;
    for (const Operation& operation : change->operations) {
        const RowKey key{operation.entity->number, operation.id};
        if (!wanted(key))
            continue;
        if (std::find(outcome.untouched.begin(), outcome.untouched.end(), key) != outcome.untouched.end())
            continue;
        Foreseen& mine = m_rows[key];
        if (mine.record.entity == nullptr)
            mine.record = Record(*operation.entity, operation.id);
        if (operation.kind == OperationKind::Create) {
            mine.created = outcome.seq;
            mine.record.root = operation.id;
        }
        std::vector<std::pair<int, Value>> different;
        for (const auto& [row, fields] : outcome.different) {
            if (row != key)
                continue;
            mine.certain = mine.certain && different.empty(); // two operations of one change on one row
            different = fields;
        }
        mine.certain = mine.certain && writesFields(operation.kind);
        replay(mine.record, operation, different);
        for (const FieldChange& field : operation.fields)
            mine.fields.insert(field.field);
        mine.record.rev = outcome.seq;
        mine.edits[outcome.seq] = outcome.edited != 0 ? outcome.edited : change->editedAt;
    }
}

bool OwnChanges::wrote(const RowKey& key, std::int64_t seq) const
{
    const auto mine = m_rows.find(key);
    return mine != m_rows.end() && mine->second.edits.contains(seq);
}

std::int64_t OwnChanges::created(const RowKey& key) const
{
    const auto mine = m_rows.find(key);
    return mine == m_rows.end() ? 0 : mine->second.created;
}

// Every stamp since the checkpoint is the laptop's own, of a field it sent, with the time it knows.
bool OwnChanges::sameStamps(const Foreseen& mine, const MergeRow& row, std::int64_t since, const Id& incarnation)
{
    const auto isMine = [&](const Stamp& stamp) {
        const auto edit = mine.edits.find(stamp.rev);
        return stamp.device == incarnation && edit != mine.edits.end() && edit->second == stamp.at;
    };
    if (row.born.rev > since && (row.born.rev != mine.created || !isMine(row.born)))
        return false;
    return std::all_of(row.stamps.begin(), row.stamps.end(), [&](const auto& each) {
        return each.second.rev <= since || (mine.fields.contains(each.first) && isMine(each.second));
    });
}

bool OwnChanges::foresees(const RowKey& key, const EntityTables::Stored& stored,
                          const std::vector<HistoryEntry>& history, std::int64_t since, const Id& incarnation) const
{
    const auto found = m_rows.find(key);
    if (found == m_rows.end())
        return false;
    const Foreseen& mine = found->second;
    const MergeRow& row = stored.row;
    const Record& record = row.record;
    if (!mine.certain || row.deleted || stored.rooted > since || record.rev != mine.record.rev ||
        !sameStamps(mine, row, since, incarnation))
        return false;
    if (mine.created != 0 ? record.root != mine.record.root || record.values != mine.record.values
                          : std::any_of(mine.fields.begin(), mine.fields.end(), [&](std::size_t field) {
                                return record.entity->fields[field].policy != Policy::Append &&
                                       record.values[field] != mine.record.values[field];
                            }))
        return false;
    return std::all_of(history.begin(), history.end(), [&](const HistoryEntry& line) {
        const auto edit = mine.edits.find(line.seq);
        const bool plain =
            line.field == 0 ? line.rule == "created" && line.seq == mine.created : line.rule == rule::set;
        return plain && edit != mine.edits.end() && edit->second == line.at;
    });
}

} // namespace satchel::server
