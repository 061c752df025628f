// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/LostAccess.h"

#include <algorithm>

namespace satchel::server {

Result<LostAccess::Person> LostAccess::person(const Id& user)
{
    SATCHEL_ASSIGN(
        const auto rows,
        m_database.query("SELECT f_role, COALESCE(f_active, 1) FROM e_user WHERE id=$1 AND deleted=0", {cell(user)}));
    const auto role = rows.empty() ? std::nullopt : roleNamed(textOf(rows[0][0]));
    return role ? Person{*role, integerOf(rows[0][1]) != 0} : Person{};
}

Result<std::set<Scope>> LostAccess::scopesOf(const Id& user)
{
    SATCHEL_ASSIGN(const Person person, this->person(user));
    return person.active ? m_scoping.scopesOf(user, person.role) : Result<std::set<Scope>>(std::set<Scope>());
}

Result<bool> LostAccess::sees(const Id& user, const Record& row)
{
    SATCHEL_ASSIGN(const Person person, this->person(user));
    if (!person.active)
        return false;
    if (person.role == Role::Administrator)
        return true;
    SATCHEL_ASSIGN(const auto has, m_scoping.scopesOf(user, person.role));
    m_scoping.membershipsChanged();
    SATCHEL_ASSIGN(const auto scopes, m_scoping.storedScopes(*row.entity, row.id, row.root));
    return std::any_of(scopes.begin(), scopes.end(), [&](const Scope& scope) { return has.contains(scope); });
}

Status LostAccess::watchUser(const Id& user)
{
    if (m_watched.contains(user))
        return Ok{};
    SATCHEL_ASSIGN(const Person person, this->person(user));
    Watched watched{.scopes = {}, .everything = person.active && person.role == Role::Administrator};
    if (person.active && !watched.everything) {
        SATCHEL_ASSIGN(watched.scopes, m_scoping.scopesOf(user, person.role));
    }
    m_watched.emplace(user, std::move(watched));
    return Ok{};
}

Status LostAccess::watch(const Entity& entity, const Id& row)
{
    if (entity.name == "user")
        return watchUser(row);
    std::vector<Id> users;
    const auto take = [&](const Row& each) -> Status {
        users.push_back(idOf(each.front()));
        return Ok{};
    };
    if (entity.name == "account_team")
        SATCHEL_TRY(m_database.each("SELECT f_user FROM e_account_team WHERE id=$1 AND deleted=0", {cell(row)}, take));
    if (entity.name == "territory") // those whose scopes follow from the tree of nodes
        SATCHEL_TRY(
            m_database.each("SELECT id FROM e_user WHERE deleted=0 AND f_role IN ('sales_manager', 'marketing') "
                            "ORDER BY id",
                            {}, take));
    for (const Id& user : users)
        SATCHEL_TRY(watchUser(user));
    return Ok{};
}

Status LostAccess::watch(const Record& row)
{
    if (row.entity->name == "account_team" && !row.value("user").isNull())
        return watchUser(row.value("user").id());
    return row.entity->name == "account_team" ? Status(Ok{}) : watch(*row.entity, row.id);
}

Result<std::vector<Id>> LostAccess::settle(std::int64_t seq)
{
    std::vector<Id> losers;
    const auto note = [&](const Id& user, const Scope& scope, bool granted) -> Status {
        SATCHEL_TRY(m_database.query("INSERT INTO scope_grant(user_id, scope, seq, granted) VALUES($1, $2, $3, $4)",
                                     {cell(user), Blob{scope.toBytes()}, Cell(seq), Cell(std::int64_t{granted})}));
        return Ok{};
    };
    for (const auto& [user, before] : m_watched) {
        SATCHEL_ASSIGN(const Person person, this->person(user));
        std::set<Scope> now;
        if (person.active && person.role != Role::Administrator) {
            SATCHEL_ASSIGN(now, m_scoping.scopesOf(user, person.role));
        }
        bool lost = before.everything;
        for (const Scope& scope : before.scopes)
            if (!now.contains(scope)) {
                lost = true;
                SATCHEL_TRY(note(user, scope, false));
            }
        for (const Scope& scope : now)
            if (!before.scopes.contains(scope))
                SATCHEL_TRY(note(user, scope, true));
        if (lost && !(person.active && person.role == Role::Administrator))
            losers.push_back(user);
    }
    m_watched.clear();
    return losers;
}

Result<LostAccess::Grants> LostAccess::grantsOf(const Id& user)
{
    Grants grants;
    SATCHEL_TRY(m_database.each("SELECT scope, seq, granted FROM scope_grant WHERE user_id=$1 ORDER BY seq",
                                {cell(user)}, [&](const Row& row) -> Status {
                                    if (const auto scope = Scope::fromBytes(bytesOf(row[0])))
                                        grants[*scope].emplace_back(integerOf(row[1]), integerOf(row[2]) != 0);
                                    return Ok{};
                                }));
    return grants;
}

// What happened to it first after `seq` tells where it was then: it was in what it left, and not in what it entered.
Result<bool> LostAccess::wasIn(const Scope& scope, std::int64_t seq, const Record& row)
{
    if (!carries(scope.kind, *row.entity))
        return false;
    for (const Id& id : {row.id, row.root}) {
        SATCHEL_ASSIGN(
            const auto rows,
            m_database.query("SELECT kind FROM scope_log WHERE scope=$1 AND seq>$2 AND row_id=$3 AND kind IN "
                             "(3, 4) ORDER BY seq LIMIT 1",
                             {Blob{scope.toBytes()}, Cell(seq), cell(id)}));
        if (!rows.empty())
            return integerOf(rows[0][0]) == 4;
    }
    m_scoping.membershipsChanged();
    SATCHEL_ASSIGN(const auto scopes, m_scoping.storedScopes(*row.entity, row.id, row.root));
    return scopes.contains(scope);
}

// Two ways out of sight: the row left a scope he had, or he lost a scope it was in.
Result<std::int64_t> LostAccess::leftAt(const Id& user, const std::set<Scope>& has, const Record& row)
{
    SATCHEL_ASSIGN(const Grants grants, grantsOf(user));
    const auto hadBefore = [&](const Scope& scope, std::int64_t seq) {
        const auto events = grants.find(scope);
        if (events == grants.end())
            return has.contains(scope);
        bool had = !events->second.front().second;
        for (const auto& [at, granted] : events->second)
            if (at < seq)
                had = granted;
        return had;
    };
    std::int64_t left = 0;
    for (const Id& id : std::set<Id>{row.id, row.root})
        SATCHEL_TRY(m_database.each("SELECT scope, seq FROM scope_log WHERE row_id=$1 AND kind=4", {cell(id)},
                                    [&](const Row& each) -> Status {
                                        const auto scope = Scope::fromBytes(bytesOf(each[0]));
                                        const std::int64_t seq = integerOf(each[1]);
                                        if (scope && carries(scope->kind, *row.entity) && hadBefore(*scope, seq))
                                            left = std::max(left, seq);
                                        return Ok{};
                                    }));
    for (const auto& [scope, events] : grants)
        for (const auto& [seq, granted] : events) {
            if (granted || seq <= left)
                continue;
            SATCHEL_ASSIGN(const bool in, wasIn(scope, seq, row));
            if (in)
                left = seq;
        }
    return left;
}

Result<std::set<Scope>> LostAccess::lostAt(const Id& user, std::int64_t seq)
{
    std::set<Scope> scopes;
    SATCHEL_TRY(m_database.each("SELECT scope FROM scope_grant WHERE user_id=$1 AND seq=$2 AND granted=0",
                                {cell(user), Cell(seq)}, [&](const Row& row) -> Status {
                                    if (const auto scope = Scope::fromBytes(bytesOf(row.front())))
                                        scopes.insert(*scope);
                                    return Ok{};
                                }));
    return scopes;
}

} // namespace satchel::server
