// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Scoping.h"

#include <map>

namespace satchel::server {

/// Remembers who got and lost which scope when, and answers until when somebody had a row in sight: what was served to
/// a laptop before that its user may still speak of, and what he reads in his inbox since must not tell him more. A
/// view of a connection, within the caller's transaction.
class LostAccess {
public:
    explicit LostAccess(Database& database) : m_database(database), m_scoping(database) {}

    // --- within a change that may take scopes away
    /// Before a row of the directory, or of an account's team, changes: what its people have now.
    [[nodiscard]] Status watch(const Entity& entity, const Id& row);
    /// The same for a row as it is about to be written.
    [[nodiscard]] Status watch(const Record& row);
    /// After it: writes down what they have and have not any more; answers who lost something.
    [[nodiscard]] Result<std::vector<Id>> settle(std::int64_t seq);
    void forget() { m_watched.clear(); }

    // --- afterwards
    /// The scopes the user has; none for a user who may not come in.
    [[nodiscard]] Result<std::set<Scope>> scopesOf(const Id& user);
    /// Whether the user has the row in sight (an administrator has every row).
    [[nodiscard]] Result<bool> sees(const Id& user, const Record& row);
    /// Seq at which a row, not deleted, went out of the user's sight; 0 if it cannot be shown that he ever had it.
    [[nodiscard]] Result<std::int64_t> leftAt(const Id& user, const std::set<Scope>& has, const Record& row);
    /// The scopes the user lost by the change at `seq`.
    [[nodiscard]] Result<std::set<Scope>> lostAt(const Id& user, std::int64_t seq);

private:
    struct Person {
        Role role = Role::Salesperson;
        bool active = false;
    };
    [[nodiscard]] Result<Person> person(const Id& user);
    [[nodiscard]] Status watchUser(const Id& user);

    /// What happened to a user's scopes, in order: seq, and whether he got it.
    using Grants = std::map<Scope, std::vector<std::pair<std::int64_t, bool>>>;
    [[nodiscard]] Result<Grants> grantsOf(const Id& user);
    [[nodiscard]] Result<bool> wasIn(const Scope& scope, std::int64_t seq, const Record& row);

    Database& m_database;
    Scoping m_scoping;
    struct Watched {
        std::set<Scope> scopes;
        bool everything = false; ///< an administrator: what he loses with the role is not written down one by one
    };
    std::map<Id, Watched> m_watched;
};

} // namespace satchel::server
