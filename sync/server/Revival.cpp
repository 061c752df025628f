// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Revival.h"

#include <algorithm>

namespace satchel::server {

Result<std::vector<RowKey>> Revival::deletedBy(std::int64_t seq)
{
    std::vector<RowKey> rows;
    SATCHEL_TRY(m_database.each("SELECT s.entity, s.row_id FROM stamp s WHERE s.rev=$1 AND s.field=-1", {Cell(seq)},
                                [&](const Row& row) -> Status {
                                    rows.push_back({static_cast<int>(integerOf(row[0])), idOf(row[1])});
                                    return Ok{};
                                }));
    // Entities stand in the declaration after those they hang on.
    std::sort(rows.begin(), rows.end());
    std::vector<RowKey> still;
    for (const RowKey& key : rows) {
        SATCHEL_ASSIGN(const auto present, m_ledger.tables().findForMerge(*schema::entityNumbered(key.entity), key.id));
        if (present && present->deleted)
            still.push_back(key);
    }
    return still;
}

Status Revival::undo(std::int64_t seq, const Stamp& stamp, const std::string& rule)
{
    SATCHEL_ASSIGN(const auto rows, deletedBy(seq));
    for (const RowKey& key : rows) {
        const Entity& entity = *schema::entityNumbered(key.entity);
        SATCHEL_ASSIGN(auto present, m_ledger.tables().findForMerge(entity, key.id));
        SATCHEL_TRY(m_ledger.update(std::move(present->record), {}, stamp, true));
        SATCHEL_TRY(m_ledger.addHistory(
            {.row = key, .user = stamp.user, .device = stamp.deviceName, .at = stamp.at, .rule = rule}));
    }
    return Ok{};
}

// A row that hangs on another left its scopes when that one was deleted, in the same change, so both lines count.
Result<bool> Revival::wasSeen(const MergeRow& deleted, const std::set<Scope>& scopes)
{
    for (const Scope& scope : scopes) {
        SATCHEL_ASSIGN(const auto rows,
                       m_database.query("SELECT 1 FROM scope_log WHERE scope=$1 AND seq=$2 AND entity=$3 AND row_id=$4",
                                        {Blob{scope.toBytes()}, Cell(deleted.removed.rev),
                                         Cell(std::int64_t{deleted.record.entity->number}), cell(deleted.record.id)}));
        if (!rows.empty())
            return true;
    }
    return false;
}

} // namespace satchel::server
