// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/IncomingHistory.h"

#include "core/model/Rule.h"

#include <limits>

namespace satchel {

Status insertHistory(sqlite::Connection& connection, const HistoryEntry& entry)
{
    SATCHEL_ASSIGN(auto insert, connection.prepare(
                                    "INSERT INTO history(entity, row, seq, field, \"from\", \"to\", user, device, at, "
                                    "rule) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"));
    insert.bind(1, std::int64_t{entry.row.entity})
        .lend(2, entry.row.id)
        .bind(3, entry.seq)
        .bind(4, std::int64_t{entry.field});
    insert.lend(5, entry.from).lend(6, entry.to).lend(7, entry.user).lendText(8, entry.device).bind(9, entry.at);
    return insert.lendText(10, entry.rule).run();
}

Status IncomingHistory::begin(std::int64_t checkpoint, bool everything)
{
    SATCHEL_ASSIGN(const std::int64_t older,
                   checkpoint == 0
                       ? m_connection.integer("SELECT count(*) FROM (SELECT 1 FROM history WHERE seq>0 LIMIT 1)")
                       : Result<std::int64_t>(0));
    m_known = everything || older > 0 ? std::numeric_limits<std::int64_t>::max() : checkpoint;
    return Ok{};
}

Status IncomingHistory::addTrace(const RowUpsert& part, const Record& before)
{
    for (std::size_t i = 0; i < part.fields.size() && i < part.stamps.size(); ++i) {
        const auto& [field, value] = part.fields[i];
        const Stamp& stamp = part.stamps[i].second;
        if (part.stamps[i].first != field || before.values[field] == value)
            continue;
        SATCHEL_TRY(add({.row = {part.entity->number, part.id},
                         .seq = stamp.rev,
                         .field = part.entity->fields[field].number,
                         .from = before.values[field],
                         .to = value,
                         .user = stamp.user,
                         .device = stamp.deviceName,
                         .at = stamp.at,
                         .rule = rule::set}));
    }
    return Ok{};
}

Status IncomingHistory::add(const HistoryEntry& entry)
{
    if (entry.seq > m_known) {
        const bool isNew = m_lines.emplace(entry.row, entry.seq, entry.field, entry.rule).second;
        return isNew ? insertHistory(m_connection, entry) : Status(Ok{});
    }
    {
        SATCHEL_ASSIGN(auto known,
                       m_connection.prepare("SELECT 1 FROM history WHERE entity=?1 AND row=?2 AND seq=?3 AND field=?4 "
                                            "AND user=?5 AND rule=?6 AND \"to\" IS ?7"));
        known.bind(1, std::int64_t{entry.row.entity})
            .bind(2, entry.row.id)
            .bind(3, entry.seq)
            .bind(4, std::int64_t{entry.field});
        known.bind(5, entry.user).bindText(6, entry.rule).bind(7, entry.to);
        SATCHEL_ASSIGN(const bool have, known.step());
        if (have)
            return Ok{};
    }
    return insertHistory(m_connection, entry);
}

} // namespace satchel
