// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/LostPast.h"

#include <algorithm>

namespace satchel::server::lostPast {

Status remember(Database& database, const Lost& lost, bool noticed)
{
    SATCHEL_ASSIGN(const auto others,
                   database.query("SELECT max(branch) FROM lost_past WHERE history=$1", {cell(lost.history)}));
    const bool known = !others.empty() && !std::holds_alternative<std::monostate>(others[0][0]);
    if (!noticed && !known)
        return Ok{};
    // What one laptop still has in common with the server was there for all.
    const std::int64_t branch = std::max(lost.branch, known ? integerOf(others[0][0]) : 0);
    SATCHEL_TRY(database.query("INSERT INTO lost_past(incarnation, history, branch, last) VALUES($1, $2, $3, $4) ON "
                               "CONFLICT(incarnation, last) DO NOTHING",
                               {cell(lost.incarnation), cell(lost.history), Cell(branch), Cell(lost.last)}));
    return Ok{};
}

Status inherit(Database& database, const Id& from, const Id& to)
{
    SATCHEL_TRY(database.query("INSERT INTO lost_past(incarnation, history, branch, last) SELECT $2, history, branch, "
                               "last FROM lost_past WHERE incarnation=$1 ON CONFLICT(incarnation, last) DO NOTHING",
                               {cell(from), cell(to)}));
    return Ok{};
}

Status translate(Database& database, const Id& incarnation, Change& change)
{
    // Whoever knows of it looks at later checkpoints than the lost ones.
    SATCHEL_ASSIGN(
        const auto rows,
        database.query("SELECT min(branch) FROM lost_past WHERE incarnation=$1 AND branch>0 AND branch<$2 AND last>=$2",
                       {cell(incarnation), Cell(change.seenCheckpoint)}));
    if (rows.empty() || std::holds_alternative<std::monostate>(rows[0][0]))
        return Ok{};
    const std::int64_t branch = integerOf(rows[0][0]);
    change.seenCheckpoint = std::min(change.seenCheckpoint, branch);
    for (Operation& operation : change.operations)
        operation.seenRev = std::min(operation.seenRev, branch);
    return Ok{};
}

} // namespace satchel::server::lostPast
