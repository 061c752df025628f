// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Duplicates.h"
#include "sync/server/Identities.h"
#include "sync/server/Ledger.h"
#include "sync/server/Parts.h"
#include "sync/server/Proposals.h"
#include "sync/server/Quotes.h"
#include "sync/server/Revival.h"

#include <utility>

namespace satchel::server {

/// Applies one sealed change of a laptop: authorises every operation against the rights of this moment, merges, checks,
/// writes, and says what became of it. Either all of the change happens or none of it; a refused change leaves an
/// outcome and inbox items for its author. Nothing a laptop claims about rights is believed. Lives inside one write
/// transaction.
class Applier {
public:
    Applier(Database& database, Ledger& ledger, Environment& environment, const Caller& caller, Milliseconds now)
        : m_database(database),
          m_ledger(ledger),
          m_environment(environment),
          m_caller(caller),
          m_now(now),
          m_revival(database, ledger),
          m_proposals(database, ledger),
          m_duplicates(database, ledger),
          m_quotes(database, ledger, caller, now)
    {}

    /// The scopes of the caller, once per transaction. Must come first.
    [[nodiscard]] Status open();

    /// `parts`: its operations; `id`: the change's link in its chain; `received`: when the server got it. An error is a
    /// fault of the server: the ledger's change is then still open and must be abandoned. A fault of the change is an
    /// Outcome; Deferred means that it was offered to the new owner of a record. Of several parts it is the last one's.
    [[nodiscard]] Result<Outcome> apply(const Change& change, const Parts& parts, const Bytes16& id,
                                        const Id& incarnation, Milliseconds received);
    /// Puts into the outcome what concerns the rows of an earlier part of what was applied last.
    [[nodiscard]] Status tellPart(std::size_t part, Outcome& outcome) const;
    /// The outcome of a change that is not to be.
    [[nodiscard]] Result<Outcome> refuse(const Change& change, const Parts& parts, const Bytes16& id,
                                         const Id& incarnation, const std::string& code, const std::string& text);
    /// The outcome of a body that cannot be read.
    [[nodiscard]] Result<Outcome> refuseUnreadable(std::int64_t number, const Id& incarnation,
                                                   const std::string& reason);
    /// The outcome of a change that its author has taken back.
    [[nodiscard]] Result<Outcome> withdraw(std::int64_t number, const Id& incarnation);
    /// The incarnations whose deferred changes were decided by what was applied, once.
    [[nodiscard]] std::vector<Id> takeDecided() { return std::exchange(m_decided, {}); }

private:
    /// A fault of the change, as opposed to one of the server.
    struct Refusal {
        std::string code;
        std::string text;
        std::vector<std::string> fields;
        std::optional<Record> hidden = {}; ///< the row it speaks of is there, but its author does not see it
        const Operation* operation = nullptr;
    };
    using Verdict = std::optional<Refusal>;

    [[nodiscard]] Result<Verdict> applyOperation(const Operation& operation, const Stamp& stamp, Outcome& outcome);
    /// All operations of a change, and whether the rules of quotes, prices and orders object to what they have done.
    [[nodiscard]] Result<Verdict> applyOperations(const Parts& parts, const Stamp& stamp, Outcome& outcome);
    [[nodiscard]] Result<Verdict> applyPart(const Change& part, const Stamp& stamp, Outcome& outcome);
    /// Between one part and the next.
    [[nodiscard]] Result<Verdict> rest(Outcome& outcome);
    [[nodiscard]] Status expect(const Change& part);
    [[nodiscard]] static Verdict refusalBy(const std::optional<quotes::Objection>& objection);
    [[nodiscard]] Result<Verdict> create(const Operation& operation, const Stamp& stamp, Outcome& outcome);
    /// A row whose id follows from what it is made of is there already: it is the same one, whoever made it first.
    [[nodiscard]] Status meet(const Operation& operation, const MergeRow& present, const Stamp& stamp,
                              Outcome& outcome);
    [[nodiscard]] Result<Verdict> update(const Operation& operation, const MergeRow& theirs, const Stamp& stamp,
                                         Outcome& outcome);
    [[nodiscard]] Result<Verdict> remove(const Operation& operation, const MergeRow& theirs, const Stamp& stamp,
                                         Outcome& outcome);
    [[nodiscard]] Verdict mayWriteFields(const Operation& operation) const;
    [[nodiscard]] Verdict mayAnswer(const Operation& operation, const Record& conflict) const;
    [[nodiscard]] Result<bool> sees(const Record& record);
    /// A deleted row: whether he had it in sight then, or would have it if it came back.
    [[nodiscard]] Result<bool> sawDeleted(const MergeRow& row);
    [[nodiscard]] Status undoDeletion(std::int64_t seq, const Stamp& stamp);
    [[nodiscard]] Result<Verdict> seesParents(const Operation& operation, const Stamp& stamp, Outcome& outcome);
    /// Somebody hangs something on a row whose deletion he had not seen: that is an edit of it. True if it came back.
    [[nodiscard]] Result<bool> revivesParent(const Entity& entity, const Id& id, const Stamp& stamp, Outcome& outcome);
    /// Which rows that the change deletes its author sees, and whether an edit he had not seen keeps one of them: then
    /// all of them stay.
    [[nodiscard]] Status lookAtDeletions(const Parts& parts, const Stamp& stamp);
    [[nodiscard]] Result<Verdict> revive(const Operation& operation, const MergeRow& deleted, const Stamp& stamp,
                                         Outcome& outcome);
    /// What an answer to an inbox item brings about beside itself.
    [[nodiscard]] Result<Verdict> followAnswer(const Record& before, const Record& item, const Stamp& stamp,
                                               Outcome& outcome);
    [[nodiscard]] Result<Verdict> answerProposal(const Record& item, bool taken, const Stamp& stamp, Outcome& outcome);
    /// The operation, on the record that the one it speaks of has been merged into, and with references to such as
    /// well.
    [[nodiscard]] Result<std::optional<Operation>> redirected(const Operation& operation, bool gone);
    [[nodiscard]] Result<Verdict> mergeRows(const Operation& operation, const MergeRow& loser, const Stamp& stamp);
    [[nodiscard]] Result<Verdict> unmergeRows(const Operation& operation, const MergeRow& loser, const Stamp& stamp);
    /// The world knows another record by the same mark: its author is told.
    [[nodiscard]] Status tellTwins(const Record& record, const Stamp& stamp);
    [[nodiscard]] Result<Verdict> restore(const Record& item, const Stamp& stamp, Outcome& outcome);
    [[nodiscard]] Result<std::optional<Outcome>> offer(const Change& change, const Stamp& stamp, const Refusal& refusal,
                                                       Milliseconds received);
    [[nodiscard]] Result<Stamp> stampOf(const Change& change, const Bytes16& id, const Id& incarnation,
                                        Milliseconds received);
    [[nodiscard]] Result<Verdict> staysInArea(const Record& record);

    [[nodiscard]] Status completeOutcome(const Change& change, Milliseconds edited, Outcome& outcome);
    [[nodiscard]] Status recordConflicts(const Operation& operation, const MergeResult& result, const Stamp& stamp,
                                         Outcome& outcome);
    [[nodiscard]] Status recordRefusal(const Parts& parts, const Stamp& stamp, const Refusal& refusal);
    [[nodiscard]] Status recordRefusal(const Operation& operation, const Stamp& stamp, const Refusal& refusal);
    [[nodiscard]] Status writeHistory(const Operation& operation, const MergeResult& result, const Record& before,
                                      const Stamp& stamp);
    [[nodiscard]] Status insertConflict(Record conflict, const Stamp& stamp, const RowKey& row,
                                        const std::string& field);
    [[nodiscard]] Result<Milliseconds> clamped(const Change& change, Milliseconds received);

    Database& m_database;
    Ledger& m_ledger;
    Environment& m_environment;
    Caller m_caller;
    Milliseconds m_now;
    Revival m_revival;
    Proposals m_proposals;
    Duplicates m_duplicates;
    Quotes m_quotes;
    std::optional<bool> m_anyRedirects;
    std::set<Scope> m_scopes;
    std::int64_t m_seenCheckpoint = 0; ///< of the change under way
    bool m_keepsAll = false;           ///< it would delete what others have edited since
    std::set<RowKey> m_sawBefore;      ///< rows it deletes that its author saw before it
    bool m_revived = false;            ///< it has brought back rows, and scopes with them
    std::vector<Id> m_decided;
    std::vector<Bytes> m_partOutcomes;  ///< of the parts before the last, as far as each differs
    std::optional<Operation> m_refused; ///< what a refusal speaks of: its part is gone by then
};

} // namespace satchel::server
