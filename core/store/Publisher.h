// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Answers.h"
#include "core/store/IncomingHistory.h"
#include "core/store/Mending.h"
#include "core/store/Pages.h"
#include "core/store/Reasons.h"
#include "core/store/ScopeSums.h"

#include <functional>
#include <set>

namespace satchel {

/// Publishes a pulled checkpoint: memberships, row images, outcomes, history, digests and the cursor in one
/// transaction. Only here does an answered change leave the overlay. Lives for one publish, on the sync thread.
class Publisher {
public:
    Publisher(Replica& replica, const ReplicaIdentity& identity);

    /// All pages of one pull. `everything`: the pull began without a cursor, so that whatever it does not bring is not
    /// this laptop's any more.
    [[nodiscard]] Result<PublishReport> publish(const Pages& pages, bool everything);
    [[nodiscard]] Result<PublishReport> publish(const std::vector<PullReply>& pages, bool everything)
    {
        return publish(PagesInMemory(pages), everything);
    }

    /// Done first within the publishing transaction.
    std::function<Status()> before;
    /// Counts every row anew instead of keeping the sums in step: they have been found wrong.
    bool recount = false;
    /// What a comparison has found, to be put right in the same transaction. Wants a recount.
    const Mending* mending = nullptr;

    /// The digests it keeps in step.
    [[nodiscard]] ScopeSums& sums() { return m_sums; }

private:
    [[nodiscard]] Status forgetTables(const Scope& lost);
    [[nodiscard]] Status touchAll(const std::set<Scope>& lost, bool everything);
    [[nodiscard]] Status touchPage(const PullReply& page);
    [[nodiscard]] Status settle(const RowKey& key, PublishReport& report);
    [[nodiscard]] Status settleAll(const Pages& pages, PublishReport& report);
    [[nodiscard]] Status setGone(const RowKey& key);
    [[nodiscard]] Status forget(const RowKey& key, Departure reason);
    [[nodiscard]] Status oweScrub();
    [[nodiscard]] Status mend(const std::set<Scope>& published, PublishReport& report);
    [[nodiscard]] Status departed(const RowKey& key, Departure reason);

    [[nodiscard]] Status applyMemberships(const std::vector<Membership>& memberships, const std::set<Scope>& published);
    [[nodiscard]] Status applyRow(const RowUpsert& row, PublishReport& report);
    [[nodiscard]] Status replaceStored(const Rows::Stored& old, const RowUpsert& row);
    [[nodiscard]] Status dropUnmentioned(const Pages& pages, bool everything);
    [[nodiscard]] Status applyGone(const RowGone& gone);
    [[nodiscard]] Status applyPage(const PullReply& page, const std::set<Scope>& published, PublishReport& report);
    [[nodiscard]] bool wantsAnswer(const Record& conflict) const;
    [[nodiscard]] Status lookAhead(const Pages& pages, bool everything);
    [[nodiscard]] Status writeCheckpoint(const PullReply& last);

    Replica& m_replica;
    sqlite::Connection& m_connection;
    ReplicaIdentity m_identity;
    Overlay m_overlay;
    Rows m_rows;
    ScopeSums m_sums;
    Answers m_answers;
    IncomingHistory m_history;
    std::map<RowKey, Rows::Stored> m_stored; ///< rows the pages bring, as they stood when they were touched
    std::set<RowKey> m_unfolded;   ///< whose base or pending changes are others now: shown anew, once, at the end
    std::set<RowKey> m_leaving;    ///< rows that are the user's no more
    std::set<int> m_scrubbed;      ///< entities of which rows went, for whatever reason
    bool m_fresh = false;          ///< nothing was there before
    bool m_anyEntered = false;     ///< a page says of a row that it is in a scope
    std::int64_t m_publishing = 0; ///< the checkpoint that is being published
    Milliseconds m_now = 0;        ///< by the server's clock: nothing is forgotten because this machine's was set
};

} // namespace satchel
