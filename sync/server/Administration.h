// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Record.h"
#include "sync/server/Identities.h"

namespace satchel::server {

/// What the operator does at the server's console; laptops get its effects like any other change. Each call is one
/// write transaction (Database must not be in one).
class Administration {
public:
    Administration(Database& database, Identities& identities, Environment& environment)
        : m_database(database), m_identities(identities), m_environment(environment)
    {}

    struct UserInfo {
        Id id;
        std::string login;
        std::string name;
        Role role = Role::Salesperson;
        std::vector<std::string> territories; ///< names
        bool active = true;
    };

    /// Whether the database has been made ready (history_id and the like); Conflict-free to ask at any time.
    [[nodiscard]] Result<bool> isInitialised();
    /// Makes an empty company with one administrator. Conflict if there is one already.
    [[nodiscard]] Status initialise(const std::string& login, const std::string& password);
    /// `territories` by name, code or id. Conflict if the login is taken, NotFound for an unknown territory.
    [[nodiscard]] Result<Id> addUser(const std::string& login, const std::string& name, Role role,
                                     const std::string& password, const std::vector<std::string>& territories,
                                     Identities::Chosen chosen = Identities::Chosen::ByHimself);
    [[nodiscard]] Status setPassword(const std::string& login, const std::string& password,
                                     Identities::Chosen chosen = Identities::Chosen::ByHimself);
    /// The user may no longer come in; his rows stay.
    [[nodiscard]] Status disable(const std::string& login);
    [[nodiscard]] Result<std::vector<UserInfo>> users();

    /// Fills an empty database with ready-made rows (the demo company): `feed` is given a function that takes one valid
    /// record after the other, each after those it refers to. Everything becomes visible at once.
    [[nodiscard]] Status load(const std::function<Status(const std::function<Status(const Record&)>& take)>& feed);
    /// Passwords for users that load() brought.
    [[nodiscard]] Status setPasswords(const std::vector<Id>& users, const std::string& password);

private:
    /// Tables, history_id, digest key; Conflict if they are there.
    [[nodiscard]] Status makeClock();

    Database& m_database;
    Identities& m_identities;
    Environment& m_environment;
};

} // namespace satchel::server
