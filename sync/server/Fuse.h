// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Identities.h"
#include "sync/server/Ledger.h"
#include "sync/server/Parts.h"

namespace satchel::server {

/// A fuse that blew, as the administrator sees it.
struct BlownFuse {
    Id id;
    Id user;
    std::string device;
    Milliseconds at = 0;
    std::int64_t roots = 0;
    std::string state; ///< blown, released, refused, undone
    Milliseconds ended = 0;
    struct Waiting {
        Id incarnation;
        std::int64_t number = 0;
        std::int64_t seq = 0; ///< of its effect, once released
    };
    std::vector<Waiting> changes;
};

/// Stops deletions that look like an accident or an attack: when one user deletes, within an hour, more than 500 roots,
/// or more than 50 that are more than a fifth of a scope, the change that would do it waits for an administrator.
/// Counts what was asked for, not only what was done. A view of the ledger, within a write transaction.
class Fuse {
public:
    static constexpr std::int64_t most = 500;
    static constexpr std::int64_t mostOfScope = 50;
    static constexpr std::int64_t share = 5; ///< a fifth
    static constexpr Milliseconds window = 60LL * 60 * 1000;
    static constexpr Milliseconds reversibleFor = 30 * Identities::day;

    Fuse(Database& database, Ledger& ledger, Environment& environment)
        : m_database(database), m_ledger(ledger), m_environment(environment)
    {}

    /// How many roots the change would delete, in all (the scope null) and by scope.
    using Count = std::map<Bytes, std::int64_t>;
    [[nodiscard]] Result<Count> count(const Parts& parts);
    [[nodiscard]] Result<bool> blows(const Id& user, const Count& count, Milliseconds now);
    [[nodiscard]] Status remember(const Id& user, const Count& count, Milliseconds now);
    /// Puts the change to the user's blown fuse (a new one raises an alert); answers its id.
    [[nodiscard]] Result<Id> hold(const Caller& caller, const Id& incarnation, std::int64_t number, const Count& count,
                                  Milliseconds now);

    /// Newest first.
    [[nodiscard]] Result<std::vector<BlownFuse>> list();
    [[nodiscard]] Result<BlownFuse> find(const Id& id);
    [[nodiscard]] Status setState(const BlownFuse& fuse, const std::string& state, Milliseconds now);

private:
    [[nodiscard]] Result<std::int64_t> rootsIn(const Scope& scope);

    Database& m_database;
    Ledger& m_ledger;
    Environment& m_environment;
};

} // namespace satchel::server
