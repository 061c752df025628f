// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Mending.h"
#include "core/store/OwnEdits.h"
#include "core/store/Pages.h"
#include "core/store/Reasons.h"
#include "core/store/Replica.h"
#include "core/store/RowCount.h"
#include "core/store/ScopeSums.h"

#include <functional>
#include <set>

namespace satchel {

/// What publishing a checkpoint did.
struct PublishReport {
    std::int64_t rows = 0;       ///< rows received
    std::int64_t merged = 0;     ///< own changes answered as merged
    std::int64_t rejected = 0;   ///< own changes answered as rejected
    std::int64_t conflicts = 0;  ///< items newly open in the inbox
    bool equal = true;           ///< the digests agree with the server's; if not, nothing was published
    Bytes16 digest{};            ///< combined
    RowLists differing;          ///< if not equal: the rows of each table in a scope whose sums disagree
    std::vector<RowKey> changed; ///< rows that look different now
};

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
    [[nodiscard]] Status touchTable(const Entity& entity);
    [[nodiscard]] Status touchGone(const RowKey& key);
    [[nodiscard]] Status forgetTables(const Scope& lost);
    [[nodiscard]] Status touchAll(const std::set<Scope>& lost, bool everything);
    [[nodiscard]] Status touchPage(const PullReply& page);
    [[nodiscard]] Status settle(const RowKey& key, PublishReport& report);
    [[nodiscard]] Status settleAll(const Pages& pages, PublishReport& report);
    [[nodiscard]] Status forget(const RowKey& key, Departure reason);
    [[nodiscard]] Status oweScrub();
    [[nodiscard]] Status forgetWhatStood();
    [[nodiscard]] Result<bool> wipeBefore(Change& change, bool justAnswered);
    [[nodiscard]] Status mend(const std::set<Scope>& published, PublishReport& report);
    [[nodiscard]] Result<RowLists> differingFrom(const std::vector<Digest>& theirs, const std::vector<Digest>& mine);
    [[nodiscard]] Status departed(const RowKey& key, Departure reason);

    [[nodiscard]] Result<std::set<Scope>> lostScopes(const std::vector<Scope>& now);
    [[nodiscard]] Status applyMemberships(const std::vector<Membership>& memberships, const std::set<Scope>& published);
    [[nodiscard]] Status applyRow(const RowUpsert& row, PublishReport& report);
    [[nodiscard]] Status applyPage(const PullReply& page, const std::set<Scope>& published, PublishReport& report);
    [[nodiscard]] Status dropUnmentioned(const Pages& pages, bool everything);
    [[nodiscard]] Status applyGone(const RowGone& gone);
    [[nodiscard]] bool wantsAnswer(const Record& conflict) const;
    [[nodiscard]] Result<bool> isMine(const Outcome& outcome);
    [[nodiscard]] Status checkChain(const PullReply& last);
    [[nodiscard]] Status applyOutcome(const Outcome& outcome, PublishReport& report);
    [[nodiscard]] Status lookAhead(const Pages& pages, bool everything);
    [[nodiscard]] Status showAnswered();
    [[nodiscard]] Status applyHistory(const HistoryEntry& entry);
    [[nodiscard]] Status traceHistory(const RowUpsert& part, const RowUpsert& present);
    [[nodiscard]] Status checkRoom(const Pages& pages) const;
    [[nodiscard]] Status writeCheckpoint(const PullReply& last);
    [[nodiscard]] Status forgetOldAnswers();

    Replica& m_replica;
    sqlite::Connection& m_connection;
    ReplicaIdentity m_identity;
    Overlay m_overlay;
    Rows m_rows;
    std::set<RowKey> m_unfolded; ///< whose base or pending changes are others now: shown anew, once, at the end
    ScopeSums m_sums;
    OwnEdits m_own;
    std::set<RowKey> m_leaving;        ///< rows that are the user's no more
    std::set<int> m_scrubbed;          ///< entities of which rows went, for whatever reason
    std::set<std::int64_t> m_answered; ///< changes this publish answers without an effect
    bool m_wiped = false;              ///< before-values were taken out of the outbox
    bool m_fresh = false;              ///< nothing was there before
    std::int64_t m_publishing = 0;     ///< the checkpoint that is being published
    bool m_everything = false;
    bool m_anyEntered = false;     ///< a page says of a row that it is in a scope
    Milliseconds m_now = 0;        ///< by the server's clock: nothing is forgotten because this machine's was set
    std::int64_t m_checkpoint = 0; ///< that this publish leaves behind
    std::int64_t m_known = 0;      ///< up to which seq there may be history already
    std::set<std::tuple<RowKey, std::int64_t, int, std::string>> m_lines; ///< of history after that, written now
};

} // namespace satchel
