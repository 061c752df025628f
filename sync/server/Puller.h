// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Identities.h"
#include "sync/server/Ledger.h"
#include "sync/server/LogPage.h"
#include "sync/server/Paging.h"
#include "sync/server/Versions.h"

#include <algorithm>

namespace satchel::server {

class Turn;

/// Answers one pull: what a laptop lacks to reach a checkpoint, and nothing outside its user's scopes of this moment.
/// Scopes the laptop does not have yet come first, page by page in the order of keys; then what the logs say has
/// happened since, in the order of the logs. The last page has the digests of its moment, which is the checkpoint's.
/// Lives inside one read transaction.
class Puller {
public:
    Puller(Database& database, const Caller& caller, Milliseconds now, Versions versions = {}, Paging paging = {},
           Turn* turn = nullptr)
        : m_database(database),
          m_tables(database),
          m_scoping(database),
          m_caller(caller),
          m_now(now),
          m_versions(std::move(versions)),
          m_paging(paging),
          m_turn(turn)
    {}

    [[nodiscard]] Result<PullReply> pull(PullRequest request);

private:
    /// How far a pull of several pages has come; travels as the opaque continuation.
    struct Progress {
        std::int64_t checkpoint = 0; ///< of the laptop: it belongs to this pull and no other
        std::int64_t start = 0;      ///< seq of the log when the first page was made
        std::size_t table = 0;       ///< 0: memberships; n: the n-th entity; past the last: the logs
        Bytes after;                 ///< last key taken in that table
        std::set<Scope> scopes;      ///< those that are new to the laptop
        LogPage::Place told;         ///< last line of the logs
        Bytes16 published{};         ///< hash of the scopes whose logs are told; zero before the first line
        std::int64_t made = 0;       ///< seq of the log when the newest page was made, and the checkpoint's salt
        Bytes salt;
        bool few = false; ///< all rows of these scopes fit into one page
    };
    [[nodiscard]] static Bytes write(const Progress& progress);
    [[nodiscard]] static Result<Progress> read(std::string_view bytes);

    /// What was begun may have been begun with a server that was restored since, or with logs that are forgotten.
    [[nodiscard]] Result<Progress> resume(const PullRequest& request, const Clock& clock);
    [[nodiscard]] Status stop(Progress& progress, const Clock& clock, PullReply& reply);
    [[nodiscard]] Result<Bytes> saltAt(std::int64_t seq);
    [[nodiscard]] Status checkHistory(const PullRequest& request, const Clock& clock);
    [[nodiscard]] Result<PullReply> answer(PullRequest request);
    /// Takes out what the laptop's program could not know: whole kinds of records. Fields it does not know it keeps.
    void withhold(int version, PullReply& reply) const;
    [[nodiscard]] std::int64_t pageRows(const PullRequest& request) const
    {
        return std::clamp(request.maxRows, m_paging.least, m_paging.most);
    }
    /// One page of the new scopes; true if there is more of them.
    [[nodiscard]] Result<bool> snapshotPage(Progress& progress, std::int64_t limit, PullReply& reply);
    [[nodiscard]] Result<std::int64_t> membershipPage(Progress& progress, std::int64_t limit, PullReply& reply);
    [[nodiscard]] Result<std::int64_t> tablePage(const Entity& entity, Progress& progress, std::int64_t limit,
                                                 PullReply& reply);
    [[nodiscard]] Result<std::int64_t> countRows(const std::set<Scope>& scopes);
    [[nodiscard]] Result<std::int64_t> countLines(const PullRequest& request, const std::set<Scope>& published);
    /// Takes scopes out of `fresh`, where they have more than `limit` rows, and answers them.
    [[nodiscard]] Result<std::vector<Scope>> stage(std::set<Scope>& fresh, std::int64_t limit);

    /// Takes the scopes the request names by their hash; false if they are others than the user has.
    [[nodiscard]] static bool unfold(PullRequest& request, const std::set<Scope>& granted);
    [[nodiscard]] Status addOutcomes(const PullRequest& request, PullReply& reply);
    /// The next of the logs; true if it was the last of them.
    [[nodiscard]] Result<bool> logPage(const PullRequest& request, const std::set<Scope>& published, Progress& progress,
                                       PullReply& reply);
    /// What only the last page has.
    [[nodiscard]] Status finish(const PullRequest& request, const std::set<Scope>& published, const Clock& clock,
                                PullReply& reply);
    [[nodiscard]] Status addDigests(const PullRequest& request, const std::set<Scope>& published, PullReply& reply);

    Database& m_database;
    EntityTables m_tables;
    Scoping m_scoping;
    Caller m_caller;
    Milliseconds m_now;
    Versions m_versions;
    Paging m_paging;
    Turn* m_turn;
};

} // namespace satchel::server
