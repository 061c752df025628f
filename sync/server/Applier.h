// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Identities.h"
#include "sync/server/Ledger.h"

namespace satchel::server {

/// Applies one sealed change of a laptop: authorises every operation against the rights of this moment, merges, checks,
/// writes, and says what became of it. Either all of the change happens or none of it; a refused change leaves an
/// outcome and inbox items for its author. Nothing a laptop claims about rights is believed. Lives inside one write
/// transaction.
class Applier {
public:
    Applier(Ledger& ledger, const Caller& caller, Milliseconds now) : m_ledger(ledger), m_caller(caller), m_now(now) {}

    /// The scopes of the caller, once per transaction. Must come first.
    [[nodiscard]] Status open();

    /// `id`: the change's link in its chain. An error is a fault of the server (the transaction must be given up); a
    /// fault of the change is an Outcome.
    [[nodiscard]] Result<Outcome> apply(const Change& change, const Bytes16& id, const Id& incarnation);
    /// The outcome of a body that cannot be read.
    [[nodiscard]] Result<Outcome> refuseUnreadable(std::int64_t number, const Id& incarnation,
                                                   const std::string& reason);

private:
    /// A fault of the change, as opposed to one of the server.
    struct Refusal {
        std::string code;
        std::string text;
        std::vector<std::string> fields;
    };
    using Verdict = std::optional<Refusal>;

    [[nodiscard]] Result<Verdict> applyOperation(const Operation& operation, const Stamp& stamp, Outcome& outcome);
    [[nodiscard]] Result<Verdict> create(const Operation& operation, const Stamp& stamp, Outcome& outcome);
    [[nodiscard]] Result<Verdict> update(const Operation& operation, const MergeRow& theirs, const Stamp& stamp,
                                         Outcome& outcome);
    [[nodiscard]] Result<Verdict> remove(const Operation& operation, const MergeRow& theirs, const Stamp& stamp,
                                         Outcome& outcome);
    [[nodiscard]] Verdict mayWriteFields(const Operation& operation) const;
    [[nodiscard]] Verdict mayAnswer(const Operation& operation, const Record& conflict) const;
    [[nodiscard]] Result<bool> sees(const Record& record);
    [[nodiscard]] Result<Verdict> seesParents(const Operation& operation);
    [[nodiscard]] Result<Verdict> staysInArea(const Record& record);

    [[nodiscard]] Status recordConflicts(const Operation& operation, const MergeResult& result, const Stamp& stamp,
                                         Outcome& outcome);
    [[nodiscard]] Status recordRefusal(const Change& change, const Stamp& stamp, const Refusal& refusal);
    [[nodiscard]] Status writeHistory(const Operation& operation, const MergeResult& result, const Record& before,
                                      const Stamp& stamp);
    [[nodiscard]] Status insertConflict(Record conflict, const Stamp& stamp, const RowKey& row,
                                        const std::string& field);
    [[nodiscard]] Result<Milliseconds> clamped(const Change& change);

    Ledger& m_ledger;
    Caller m_caller;
    Milliseconds m_now;
    std::set<Scope> m_scopes;
};

} // namespace satchel::server
