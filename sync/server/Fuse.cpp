// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Fuse.h"

#include "sync/server/Alerts.h"

namespace satchel::server {

namespace {

const Bytes everywhere; // key of the count over all scopes

} // namespace

Result<Fuse::Count> Fuse::count(const Parts& parts)
{
    Count count;
    if (!parts.mayDelete())
        return count;
    SATCHEL_TRY(parts.each([&](const Change& part) -> Status {
        for (const Operation& operation : part.operations) {
            if (operation.kind != OperationKind::Delete)
                continue;
            SATCHEL_ASSIGN(const auto row, m_ledger.tables().find(*operation.entity, operation.id));
            if (!row || row->root != row->id)
                continue;
            ++count[everywhere];
            SATCHEL_ASSIGN(const auto scopes, m_ledger.scoping().storedScopes(*row->entity, row->id, row->root));
            for (const Scope& scope : scopes)
                ++count[scope.toBytes()];
        }
        return parts.areSeveral() ? m_ledger.rest() : Status(Ok{});
    }));
    return count;
}

Result<std::int64_t> Fuse::rootsIn(const Scope& scope)
{
    const bool shared =
        scope.kind == ScopeKind::Company || scope.kind == ScopeKind::Catalogue || scope.kind == ScopeKind::Margin;
    SATCHEL_ASSIGN(
        const auto rows,
        m_database.query(shared ? "SELECT CAST(coalesce(sum(row_count), 0) AS BIGINT) FROM digest WHERE scope=$1"
                                : "SELECT count(*) FROM member WHERE scope=$1",
                         {Blob{scope.toBytes()}}));
    return integerOf(rows[0][0]);
}

Result<bool> Fuse::blows(const Id& user, const Count& count, Milliseconds now)
{
    for (const auto& [key, here] : count) {
        SATCHEL_ASSIGN(const auto rows,
                       m_database.query("SELECT CAST(coalesce(sum(roots), 0) AS BIGINT) FROM deletion WHERE user_id=$1 "
                                        "AND scope=$2 AND at>$3",
                                        {cell(user), Blob{key}, Cell(now - window)}));
        const std::int64_t before = integerOf(rows[0][0]);
        if (key.empty() && before + here > most)
            return true;
        const auto scope = Scope::fromBytes(key);
        if (!scope || before + here <= mostOfScope)
            continue;
        SATCHEL_ASSIGN(const std::int64_t left, rootsIn(*scope));
        if ((before + here) * share > left + before) // of what was there an hour ago
            return true;
    }
    return false;
}

Status Fuse::remember(const Id& user, const Count& count, Milliseconds now)
{
    for (const auto& [key, here] : count)
        SATCHEL_TRY(
            m_database.query("INSERT INTO deletion(user_id, scope, at, seq, roots) VALUES($1, $2, $3, $4, $5) "
                             "ON CONFLICT(user_id, scope, at, seq) DO UPDATE SET roots=deletion.roots+excluded.roots",
                             {cell(user), Blob{key}, Cell(now), Cell(m_ledger.seq()), Cell(here)}));
    SATCHEL_TRY(m_database.query("DELETE FROM deletion WHERE user_id=$1 AND at<=$2", {cell(user), Cell(now - window)}));
    return Ok{};
}

Result<Id> Fuse::hold(const Caller& caller, const Id& incarnation, std::int64_t number, const Count& count,
                      Milliseconds now)
{
    const std::int64_t roots = count.contains(everywhere) ? count.at(everywhere) : 0;
    SATCHEL_ASSIGN(const auto open,
                   m_database.query("SELECT id FROM fuse WHERE user_id=$1 AND state='blown'", {cell(caller.user)}));
    Id id = open.empty() ? m_environment.newId() : idOf(open[0][0]);
    if (open.empty()) {
        SATCHEL_TRY(
            m_database.query("INSERT INTO fuse(id, user_id, device_name, at, roots, state) VALUES($1, $2, $3, $4, "
                             "0, 'blown')",
                             {cell(id), cell(caller.user), Cell(caller.deviceName), Cell(now)}));
        SATCHEL_TRY(alerts::raise(m_database, m_environment, "fuse", id.view(),
                                  caller.login + " (" + caller.deviceName +
                                      ") deletes very many records within an hour. The deletions wait: release or "
                                      "refuse them with satchel-server fuse."));
    }
    SATCHEL_TRY(m_database.query("UPDATE fuse SET roots=roots+$2 WHERE id=$1", {cell(id), Cell(roots)}));
    SATCHEL_TRY(m_database.query("INSERT INTO fuse_change(fuse, incarnation, number, seq) VALUES($1, $2, $3, 0)",
                                 {cell(id), cell(incarnation), Cell(number)}));
    return id;
}

Result<std::vector<BlownFuse>> Fuse::list()
{
    std::vector<BlownFuse> fuses;
    SATCHEL_TRY(
        m_database.each("SELECT id, user_id, device_name, at, roots, state, ended FROM fuse ORDER BY at DESC, id", {},
                        [&](const Row& row) -> Status {
                            fuses.push_back({.id = idOf(row[0]),
                                             .user = idOf(row[1]),
                                             .device = textOf(row[2]),
                                             .at = integerOf(row[3]),
                                             .roots = integerOf(row[4]),
                                             .state = textOf(row[5]),
                                             .ended = integerOf(row[6]),
                                             .changes = {}});
                            return Ok{};
                        }));
    for (BlownFuse& fuse : fuses)
        SATCHEL_TRY(m_database.each(
            "SELECT incarnation, number, seq FROM fuse_change WHERE fuse=$1 ORDER BY incarnation, number",
            {cell(fuse.id)}, [&](const Row& row) -> Status {
                fuse.changes.push_back({idOf(row[0]), integerOf(row[1]), integerOf(row[2])});
                return Ok{};
            }));
    return fuses;
}

Result<BlownFuse> Fuse::find(const Id& id)
{
    SATCHEL_ASSIGN(auto fuses, list());
    for (BlownFuse& fuse : fuses)
        if (fuse.id == id)
            return std::move(fuse);
    return Error{ErrorKind::NotFound, "There is no such fuse. See: satchel-server fuse list."};
}

Status Fuse::setState(const BlownFuse& fuse, const std::string& state, Milliseconds now)
{
    for (const BlownFuse::Waiting& each : fuse.changes)
        SATCHEL_TRY(m_database.query("UPDATE fuse_change SET seq=$4 WHERE fuse=$1 AND incarnation=$2 AND number=$3",
                                     {cell(fuse.id), cell(each.incarnation), Cell(each.number), Cell(each.seq)}));
    SATCHEL_TRY(
        m_database.query("UPDATE fuse SET state=$2, ended=$3 WHERE id=$1", {cell(fuse.id), Cell(state), Cell(now)}));
    return alerts::closeAbout(m_database, "fuse", fuse.id.view(), now);
}

} // namespace satchel::server
