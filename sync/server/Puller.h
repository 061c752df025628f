// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Identities.h"
#include "sync/server/Ledger.h"

namespace satchel::server {

/// Answers one pull: what a laptop lacks to reach a checkpoint, and nothing outside its user's scopes of this moment.
/// Scopes the laptop does not have yet come first, page by page in the order of keys; the last page adds what the logs
/// say has happened since, all read from one snapshot, with the digests of that moment. Lives inside one read
/// transaction.
class Puller {
public:
    Puller(Database& database, const Caller& caller, Milliseconds now)
        : m_database(database), m_tables(database), m_scoping(database), m_caller(caller), m_now(now)
    {}

    [[nodiscard]] Result<PullReply> pull(const PullRequest& request);

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
    /// One page of the new scopes; true if there is more of them.
    [[nodiscard]] Result<bool> snapshotPage(Progress& progress, std::int64_t limit, PullReply& reply);
    [[nodiscard]] Result<std::int64_t> membershipPage(Progress& progress, std::int64_t limit, PullReply& reply);
    [[nodiscard]] Result<std::int64_t> tablePage(const Entity& entity, Progress& progress, std::int64_t limit,
                                                 PullReply& reply);
    [[nodiscard]] Result<std::int64_t> countRows(const std::set<Scope>& scopes);

    /// What the logs say of one row, gathered over scopes.
    struct Mention {
        bool entered = false;
        std::set<Scope> moved; ///< scopes in which it entered or left
    };
    [[nodiscard]] Status readLogs(const PullRequest& request, const Progress& progress,
                                  const std::set<Scope>& published, PullReply& reply);
    [[nodiscard]] Status mention(const RowKey& key, const Mention& mention, const std::set<Scope>& published,
                                 std::int64_t since, std::set<RowKey>& whole, PullReply& reply);
    [[nodiscard]] Status addWhole(const RowKey& key, std::set<RowKey>& done, PullReply& reply);
    [[nodiscard]] Status addHistory(const RowKey& key, std::int64_t since, PullReply& reply);
    [[nodiscard]] Status addOutcomes(const PullRequest& request, PullReply& reply);
    [[nodiscard]] Status addDigests(const PullRequest& request, const std::set<Scope>& published, PullReply& reply);

    Database& m_database;
    EntityTables m_tables;
    Scoping m_scoping;
    Caller m_caller;
    Milliseconds m_now;
};

} // namespace satchel::server
