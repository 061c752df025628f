// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/DirectoryRules.h"

#include "core/schema/Schema.h"

#include <set>

namespace satchel::server {

Result<std::vector<Record>> DirectoryRules::written(const Entity& entity)
{
    std::vector<Record> rows;
    for (const RowKey& key : m_ledger.written()) {
        if (key.entity != entity.number)
            continue;
        SATCHEL_ASSIGN(auto row, m_ledger.tables().find(entity, key.id));
        if (row)
            rows.push_back(std::move(*row));
    }
    return rows;
}

Result<DirectoryRules::Answer> DirectoryRules::objectionToUser(const Record& user)
{
    const std::string& login = user.value("login").text();
    SATCHEL_ASSIGN(const auto others,
                   m_database.query("SELECT 1 FROM e_user WHERE f_login = $1 AND id <> $2 AND deleted = 0 LIMIT 1",
                                    {Cell(login), cell(user.id)}));
    if (!others.empty())
        return Answer(quotes::Objection{"There is already a colleague with the login \"" + login + "\".", "login"});
    return Answer();
}

// Two people may each have moved a node below the other's.
Result<DirectoryRules::Answer> DirectoryRules::objectionToTerritory(const Record& territory)
{
    std::set<Id> line = {territory.id};
    for (Id above = territory.value("parent").id(); !above.isNull();) {
        if (!line.insert(above).second)
            return Answer(quotes::Objection{"A territory cannot lie within itself.", "parent"});
        SATCHEL_ASSIGN(
            const auto rows,
            m_database.query("SELECT f_parent FROM e_territory WHERE id = $1 AND deleted = 0", {cell(above)}));
        if (rows.empty())
            break;
        above = idOf(rows[0][0]);
    }
    return Answer();
}

// A territory that goes must leave nothing behind that only its node showed to anybody.
Result<DirectoryRules::Answer> DirectoryRules::objectionToLoss()
{
    const Entity& entity = schema::entity("territory");
    for (const RowKey& key : m_ledger.written()) {
        if (key.entity != entity.number)
            continue;
        SATCHEL_ASSIGN(const auto row, m_ledger.tables().find(entity, key.id));
        if (row)
            continue;
        for (const char* in :
             {"e_account WHERE f_territory", "e_lead WHERE f_territory", "e_territory WHERE f_parent"}) {
            SATCHEL_ASSIGN(
                const auto rows,
                m_database.query("SELECT 1 FROM " + std::string(in) + " = $1 AND deleted = 0 LIMIT 1", {cell(key.id)}));
            if (!rows.empty())
                return Answer(quotes::Objection{"Something still lies in this territory; move it first.", {}});
        }
    }
    return Answer();
}

Result<std::optional<quotes::Objection>> DirectoryRules::objection()
{
    SATCHEL_ASSIGN(const auto users, written(schema::entity("user")));
    for (const Record& user : users) {
        SATCHEL_ASSIGN(auto answer, objectionToUser(user));
        if (answer)
            return answer;
    }
    if (!users.empty()) {
        SATCHEL_ASSIGN(const auto left,
                       m_database.query("SELECT 1 FROM e_user WHERE f_role = 'administrator' AND deleted = 0 AND "
                                        "COALESCE(f_active, 1) <> 0 LIMIT 1"));
        if (left.empty())
            return Answer(quotes::Objection{
                "Nobody would be left who may administer; make a colleague administrator first.", "role"});
    }
    SATCHEL_ASSIGN(auto left, objectionToLoss());
    if (left)
        return left;
    SATCHEL_ASSIGN(const auto territories, written(schema::entity("territory")));
    for (const Record& territory : territories) {
        SATCHEL_ASSIGN(auto answer, objectionToTerritory(territory));
        if (answer)
            return answer;
    }
    return Answer();
}

Status DirectoryRules::settle(Milliseconds now)
{
    SATCHEL_ASSIGN(const auto users, written(schema::entity("user")));
    for (const Record& user : users)
        if (!user.value("active").isNull() && user.value("active").integer() == 0)
            SATCHEL_TRY(m_database.query("UPDATE token SET revoked = $1 WHERE user_id = $2 AND revoked IS NULL",
                                         {Cell(now), cell(user.id)}));
    return Ok{}; // the ledger counts it as a change of rights already
}

} // namespace satchel::server
