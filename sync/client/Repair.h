// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Incidents.h"
#include "core/store/Publisher.h"
#include "sync/protocol/Conversation.h"

namespace satchel {

/// Puts a replica right whose digests disagree with the server's: narrows the difference down by ranges of ids, fetches
/// the rows that differ and no others, publishes them together with the checkpoint, and leaves an incident that says
/// what was wrong. Asks about exactly the checkpoint that was pulled, whatever the server has done since; what it has
/// changed since is left for the next pull. Made by the engine for one round, on its thread.
class Repair {
public:
    Repair(Replica& replica, Conversation& conversation, const ReplicaIdentity& identity, const std::string& token,
           int schemaVersion)
        : m_replica(replica),
          m_conversation(conversation),
          m_identity(identity),
          m_token(token),
          m_schemaVersion(schemaVersion)
    {}

    /// Counts the rows of this replica where that is due: once a week, and after a program that used it did not end
    /// well. If they are not what the digests say, isRecountWanted() from then on.
    [[nodiscard]] Status examineIfDue();
    /// The same at once; how many rows and tables were counted, and whether they are what the digests say.
    struct Examination {
        bool equal = true;
        std::int64_t tables = 0;
        std::int64_t rows = 0;
    };
    [[nodiscard]] Result<Examination> examine();
    /// Sums that were found wrong must not be kept in step any more: publish with a recount.
    [[nodiscard]] bool isRecountWanted() const { return m_recount; }

    /// Publishes the pulled pages with what a comparison finds. If even then the digests disagree, mayTryAgain() says
    /// whether a new pull and another attempt are worth it; if not, everything has to be fetched anew.
    [[nodiscard]] Result<PublishReport> publish(const Pages& pages, PublishReport disagreed,
                                                const std::function<Status()>& before);
    [[nodiscard]] bool mayTryAgain() const { return m_failures < 2 && m_attempts < 8; }
    /// Says in an incident that everything has been fetched anew.
    [[nodiscard]] Status noteReload();

    /// Rows that were put right.
    [[nodiscard]] std::int64_t repaired() const { return m_repaired; }

private:
    struct Tally {
        std::int64_t changed = 0;
        std::int64_t missing = 0;
        std::int64_t foreign = 0;
        [[nodiscard]] std::int64_t rows() const { return changed + missing + foreign; }
    };
    struct Finding {
        bool movedOn = false;
        std::set<RowKey> wanted;
        std::map<ScopedTable, Tally> tallies;
        Mending mending;
    };
    [[nodiscard]] CompareRequest requestAbout(const PullReply& last) const;
    [[nodiscard]] Status narrow(const PullReply& last, const RowLists& mine, Finding& finding);
    [[nodiscard]] Status fetch(const PullReply& last, Finding& finding);
    [[nodiscard]] Status note(const Finding& finding);

    Replica& m_replica;
    Conversation& m_conversation;
    const ReplicaIdentity& m_identity;
    const std::string& m_token;
    int m_schemaVersion;
    bool m_recount = false;
    int m_failures = 0;
    int m_attempts = 0;
    std::int64_t m_repaired = 0;
};

} // namespace satchel
