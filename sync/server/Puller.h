// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Identities.h"
#include "sync/server/Ledger.h"
#include "sync/server/LogPage.h"
#include "sync/server/Versions.h"

namespace satchel::server {

class Turn;

/// Answers one pull: what a laptop lacks to reach a checkpoint, and nothing outside its user's scopes of this moment.
/// Scopes the laptop does not have yet come first, page by page in the order of keys; the last page adds what the logs
/// say has happened since, all read from one snapshot, with the digests of that moment. Lives inside one read
/// transaction.
class Puller {
public:
    Puller(Database& database, const Caller& caller, Milliseconds now, Versions versions = {}, Turn* turn = nullptr)
        : m_database(database),
          m_tables(database),
          m_scoping(database),
          m_caller(caller),
          m_now(now),
          m_versions(std::move(versions)),
          m_turn(turn)
    {}

    [[nodiscard]] Result<PullReply> pull(PullRequest request);

private:
    /// How far a pull of several pages has come; travels as the opaque continuation.
    struct Progress {
        std::int64_t start = 0; ///< seq of the log when the first page was made
        std::size_t table = 0;  ///< 0: memberships; n: the n-th entity; past the last: the logs
        Bytes after;            ///< last key taken in that table
        std::set<Scope> scopes; ///< those that are new to the laptop
    };
    [[nodiscard]] static Bytes write(const Progress& progress);
    [[nodiscard]] static Result<Progress> read(std::string_view bytes);

    [[nodiscard]] Status checkHistory(const PullRequest& request, const Clock& clock);
    [[nodiscard]] Result<PullReply> answer(PullRequest request);
    /// Takes out what the laptop's program could not know: whole kinds of records. Fields it does not know it keeps.
    void withhold(int version, PullReply& reply) const;
    /// One page of the new scopes; true if there is more of them.
    [[nodiscard]] Result<bool> snapshotPage(Progress& progress, std::int64_t limit, PullReply& reply);
    [[nodiscard]] Result<std::int64_t> membershipPage(Progress& progress, std::int64_t limit, PullReply& reply);
    [[nodiscard]] Result<std::int64_t> tablePage(const Entity& entity, Progress& progress, std::int64_t limit,
                                                 PullReply& reply);
    [[nodiscard]] Result<std::int64_t> countRows(const std::set<Scope>& scopes);
    /// Takes scopes out of `fresh`, where they have more than `limit` rows, and answers them.
    [[nodiscard]] Result<std::vector<Scope>> stage(std::set<Scope>& fresh, std::int64_t limit);

    /// Takes the scopes the request names by their hash; false if they are others than the user has.
    [[nodiscard]] static bool unfold(PullRequest& request, const std::set<Scope>& granted);
    [[nodiscard]] Status addOutcomes(const PullRequest& request, OwnChanges& own, PullReply& reply);
    [[nodiscard]] Status addDigests(const PullRequest& request, const std::set<Scope>& published, PullReply& reply);

    Database& m_database;
    EntityTables m_tables;
    Scoping m_scoping;
    Caller m_caller;
    Milliseconds m_now;
    Versions m_versions;
    Turn* m_turn;
};

} // namespace satchel::server
