// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Administration.h"

#include "core/schema/Composite.h"
#include "core/schema/Validation.h"
#include "sync/server/Ledger.h"
#include "sync/server/Recovery.h"
#include "sync/server/ServerSchema.h"
#include "sync/server/Write.h"

#include <algorithm>

namespace satchel::server {

namespace {

Result<Record> userNamed(EntityTables& tables, Database& database, const std::string& login)
{
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT id FROM e_user WHERE f_login=$1 AND deleted=0", {Cell(login)}));
    const Error unknown{ErrorKind::NotFound, "There is no user " + login + "."};
    if (rows.empty())
        return unknown;
    SATCHEL_ASSIGN(auto record, tables.find(schema::entity("user"), idOf(rows[0][0])));
    if (!record)
        return unknown;
    return std::move(*record);
}

Result<Id> territoryNamed(Database& database, const std::string& name)
{
    const auto id = Id::parse(name);
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT id FROM e_territory WHERE (f_name=$1 OR f_code=$1 OR id=$2) AND deleted=0",
                                  {Cell(name), cell(id.value_or(Id{}))}));
    if (rows.empty())
        return Error{ErrorKind::NotFound, "There is no territory " + name + "."};
    if (rows.size() > 1)
        return invalid("More than one territory is called " + name + "; give its code.");
    return idOf(rows[0][0]);
}

// One change by the operator: no user stands behind it, so it carries no stamp.
template <typename Work>
Status asOneChange(Database& database, Environment& environment, const Work& work)
{
    return write(database, [&]() -> Status {
        Ledger ledger(database);
        SATCHEL_TRY(ledger.open());
        SATCHEL_TRY(ledger.beginChange());
        SATCHEL_TRY(work(ledger));
        SATCHEL_TRY(ledger.finishChange());
        return ledger.close(environment.now(), environment.random(16));
    });
}

} // namespace

Result<bool> Administration::isInitialised()
{
    SATCHEL_TRY(migrateServer(m_database));
    SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT 1 FROM clock"));
    return !rows.empty();
}

Status Administration::makeClock()
{
    SATCHEL_ASSIGN(const bool initialised, isInitialised());
    if (initialised)
        return Error{ErrorKind::Conflict, "This database already holds a company; it was left as it is."};
    return write(m_database, [&]() -> Status {
        const Milliseconds now = m_environment.now();
        const Id history = m_environment.newId();
        SATCHEL_TRY(m_database.query("INSERT INTO clock(one, seq, history, digest_key) VALUES(1, 1, $1, $2)",
                                     {cell(history), Blob{m_environment.random(16)}}));
        SATCHEL_TRY(m_database.query("INSERT INTO secret(name, bytes) VALUES('salt', $1), ('box', $2)",
                                     {Blob{m_environment.random(32)}, Blob{m_environment.random(32)}}));
        SATCHEL_ASSIGN(const Bytes salt, sealedSalt(m_database, history, 1, m_environment.random(16)));
        SATCHEL_TRY(m_database.query("INSERT INTO checkpoint(seq, salt, committed) VALUES(1, $1, $2)",
                                     {Blob{salt}, Cell(now)}));
        return Ok{};
    });
}

Status Administration::initialise(const std::string& login, const std::string& password)
{
    SATCHEL_TRY(makeClock());
    SATCHEL_TRY(addUser(login, login, Role::Administrator, password, {}));
    return Ok{};
}

Result<Id> Administration::addUser(const std::string& login, const std::string& name, Role role,
                                   const std::string& password, const std::vector<std::string>& territories,
                                   Identities::Chosen chosen)
{
    SATCHEL_ASSIGN(const std::string hash, m_identities.hashPassword(password));
    Record user(schema::entity("user"), m_environment.newId());
    user.set("login", login);
    user.set("name", name.empty() ? login : name);
    user.set("role", std::string(roleName(role)));
    user.set("active", std::int64_t{1});
    SATCHEL_TRY(asOneChange(m_database, m_environment, [&](Ledger& ledger) -> Status {
        if (userNamed(ledger.tables(), m_database, login).ok())
            return Error{ErrorKind::Conflict, "There is already a user " + login + "."};
        std::vector<std::string> nodes;
        for (const std::string& territory : territories) {
            SATCHEL_ASSIGN(const Id id, territoryNamed(m_database, territory));
            nodes.push_back(id.toString());
        }
        const std::string list = writeList(nodes);
        user.set("territories", list.empty() ? Value() : Value(list));
        SATCHEL_TRY(validateRow(*user.entity, user.values));
        SATCHEL_TRY(ledger.insert(user, Stamp{}));
        return m_identities.setPassword(m_database, user.id, hash, m_environment.now(), chosen);
    }));
    return user.id;
}

Status Administration::setPassword(const std::string& login, const std::string& password, Identities::Chosen chosen)
{
    SATCHEL_ASSIGN(const std::string hash, m_identities.hashPassword(password));
    return write(m_database, [&]() -> Status {
        EntityTables tables(m_database);
        SATCHEL_ASSIGN(const Record user, userNamed(tables, m_database, login));
        return m_identities.setPassword(m_database, user.id, hash, m_environment.now(), chosen);
    });
}

Status Administration::disable(const std::string& login)
{
    return asOneChange(m_database, m_environment, [&](Ledger& ledger) -> Status {
        SATCHEL_ASSIGN(Record user, userNamed(ledger.tables(), m_database, login));
        user.set("active", std::int64_t{0});
        const Stamp stamp{.rev = ledger.seq(), .at = m_environment.now()};
        SATCHEL_TRY(ledger.update(user, {*user.entity->indexOf("active")}, stamp, false));
        return m_identities.revokeTokens(m_database, user.id, m_environment.now());
    });
}

Result<std::vector<Administration::UserInfo>> Administration::users()
{
    SATCHEL_ASSIGN(const auto rows,
                   m_database.query("SELECT id, f_login, f_name, f_role, f_territories, f_active FROM e_user "
                                    "WHERE deleted=0 ORDER BY f_login"));
    std::vector<UserInfo> users;
    for (const Row& row : rows) {
        UserInfo info{.id = idOf(row[0]),
                      .login = textOf(row[1]),
                      .name = textOf(row[2]),
                      .role = roleNamed(textOf(row[3])).value_or(Role::Salesperson),
                      .active = integerOf(row[5]) != 0};
        SATCHEL_ASSIGN(const auto nodes, readList(textOf(row[4])));
        for (const std::string& node : nodes) {
            SATCHEL_ASSIGN(const auto names, m_database.query("SELECT f_name FROM e_territory WHERE id=$1",
                                                              {cell(Id::parse(node).value_or(Id{}))}));
            info.territories.push_back(names.empty() ? node : textOf(names[0][0]));
        }
        users.push_back(std::move(info));
    }
    return users;
}

Status Administration::load(const std::function<Status(const std::function<Status(const Record&)>& take)>& feed)
{
    SATCHEL_TRY(makeClock());
    return asOneChange(m_database, m_environment, [&](Ledger& ledger) -> Status {
        return feed([&](const Record& record) -> Status {
            SATCHEL_TRY(validateRow(*record.entity, record.values));
            return ledger.insert(record, Stamp{});
        });
    });
}

Status Administration::setPasswords(const std::vector<Id>& users, const std::string& password)
{
    std::vector<std::string> hashes;
    for (std::size_t i = 0; i < users.size(); ++i) {
        SATCHEL_ASSIGN(auto hash, m_identities.hashPassword(password));
        hashes.push_back(std::move(hash));
    }
    return write(m_database, [&]() -> Status {
        for (std::size_t i = 0; i < users.size(); ++i)
            SATCHEL_TRY(m_identities.setPassword(m_database, users[i], hashes[i], m_environment.now()));
        return Ok{};
    });
}

} // namespace satchel::server
