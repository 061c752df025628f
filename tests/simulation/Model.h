// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Database.h"
#include "tests/simulation/Projection.h"
#include "tests/sync/merge/oracle/Oracle.h"

#include "sync/protocol/Messages.h"

namespace satchel::simulation {

/// The plain memory of what people typed, and what must have come of it. Knows nothing of merging, chains, scopes or
/// digests as Satchel does them: of each change it remembers the sealed body, of the server it reads in which order it
/// took them, and tells the rest itself (Oracle for what stands in each field, Projection for who may see what).
class Model {
public:
    /// The rows there were before anybody typed anything.
    void begin(const Rows& rows) { m_first = rows; }

    // --- what was typed
    /// A sealed change stands in a laptop's outbox. Told again: nothing happens.
    void typed(const std::string& laptop, const Bytes& body);
    /// The person was told that it is saved: it may not be lost any more.
    void acknowledged(const Bytes& body);
    /// These may have gone with a disk that was replaced by an older copy: what did not reach the server before that is
    /// nobody's promise.
    void mayBeGone(const std::string& laptop, const std::set<Bytes>& stillThere);

    // --- what the server took
    struct Taken {
        Id incarnation;
        std::int64_t number = 0;
        std::int64_t seq = 0;
        OutcomeStatus status = OutcomeStatus::Applied;
        Bytes body;
        Change change;
        std::int64_t floor = 0; ///< below it the server had forgotten its logs when it took this
        [[nodiscard]] bool isCarriedOut() const;
    };
    /// Reads what is new in the server's list of outcomes; `anew` after it was restored. To be called before it forgets
    /// what is old.
    void catchUp(server::Database& database, bool anew);
    [[nodiscard]] const std::vector<Taken>& taken() const { return m_taken; }
    /// What the deltas of all changes taken up to `seq` make of a sum field of a row.
    [[nodiscard]] std::int64_t sumAt(const RowKey& row, std::size_t field, std::int64_t seq) const;

    // --- what must be true; "" or what is wrong
    /// Each change typed has exactly one outcome, and each outcome was typed.
    [[nodiscard]] std::string checkOutcomes() const;
    /// The server's rows are what the changes it took make of the first ones, each value that lost is in the inbox, and
    /// no row is gone that nobody deleted.
    [[nodiscard]] std::string checkRows(const Rows& rows) const;
    /// What was handed over is on the server as it was, and what others typed into such a quote is in one of its
    /// revisions or in the inbox.
    [[nodiscard]] std::string checkFacts(const Rows& rows) const;

private:
    struct Typed {
        std::string laptop;
        int acknowledged = 0; ///< so often: on two copies of a laptop people may do the very same
        bool mayBeGone = false;
    };
    using Dispute = std::pair<const Taken*, test::Dispute>;
    struct Row;
    /// The quote that a row is or belongs to.
    [[nodiscard]] static std::optional<Id> quoteBehind(const Id& id, const Row& row,
                                                       const std::map<RowKey, Row>& expected);
    /// Quotes that somebody handed over: the server makes revisions of them, and tells the rest of it by itself.
    [[nodiscard]] std::set<Id> handedOver() const;
    /// Whether the row is one that the server makes by itself, or has its word in; `rows`: all there are.
    [[nodiscard]] bool isItsOwn(const Record& record, const Rows& rows, const std::set<Id>& facts) const;
    /// Whether the server has its word in what stands in this quote: somebody handed it over, or it is such a one's
    /// revision.
    [[nodiscard]] static bool isFact(const Id& quote, const Rows& rows, const std::set<Id>& facts);
    [[nodiscard]] std::set<Id> copiesOf(const Id& row, const Id& quote, const Rows& rows) const;
    [[nodiscard]] std::string checkTyped(const Taken& taken, std::size_t at, const Operation& operation,
                                         const Id& quote, const Rows& rows, const std::set<std::string>& inbox) const;
    void arrive(Row& row, const Taken& taken, const Operation& operation, char author, Milliseconds at) const;

    Rows m_first;
    std::map<Bytes, Typed> m_typed;
    std::vector<Taken> m_taken;
    std::int64_t m_last = 0;
    /// What the server forgets: bodies, by id and seq of their outcome, with the floor of that moment; and when it
    /// committed what.
    std::map<std::pair<Bytes, std::int64_t>, std::pair<Bytes, std::int64_t>> m_bodies;
    std::map<std::int64_t, Milliseconds> m_commits;
};

} // namespace satchel::simulation
