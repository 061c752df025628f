// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/TouchedRows.h"
#include "sync/server/Identities.h"
#include "sync/server/Revisions.h"

namespace satchel::server {

/// What is special about quotes, prices and orders when a change arrives (core/rules/QUOTES.md): where its operations
/// go if the quote was handed over meanwhile, whether the rules object to what it has done, and what the server does by
/// itself afterwards. The applier calls it in this order: begin(), elsewhere() and remember() for each operation,
/// partDone() between the parts of a large action, objection(), settle(). A view of the ledger, one change at a time.
class Quotes {
public:
    Quotes(Database& database, Ledger& ledger, const Caller& caller, Milliseconds now)
        : m_database(database), m_ledger(ledger), m_user(caller.user), m_role(caller.role), m_now(now)
    {}

    void begin(const Change& change, const Stamp& stamp);
    /// The operations of the change, or of one part of it, before the first is carried out.
    void expect(const std::vector<Operation>& operations);
    /// The same operation on the next revision, which is made if need be; nothing if it belongs where it is.
    [[nodiscard]] Result<std::optional<Operation>> elsewhere(const Operation& operation);
    /// A row that is about to be written, as it is now; nothing if it is not there.
    void remember(const Entity& entity, const Id& id, const std::optional<MergeRow>& present);
    [[nodiscard]] Result<std::optional<quotes::Objection>> partDone();
    [[nodiscard]] Result<std::optional<quotes::Objection>> objection();
    [[nodiscard]] Status settle();
    /// Of an operation on a line that is nowhere: the same on the line that it became in a revision of this replica's.
    [[nodiscard]] Result<std::optional<Operation>> onRenamed(const Operation& operation);

private:
    [[nodiscard]] quotes::Author author() const
    {
        return {.user = m_user, .role = m_role, .at = m_stamp.at, .onServer = true};
    }
    /// The document that made the quote a fact, if the author of the change had not seen that.
    [[nodiscard]] Result<std::optional<Record>> unseenDocument(const Id& quote);
    [[nodiscard]] Result<std::optional<Id>> quoteOf(const Operation& operation);
    [[nodiscard]] Result<Id> nextRevision(const Id& quote, const Record& document);
    [[nodiscard]] Result<std::optional<Operation>> onNext(const Operation& operation, const Id& quote, const Id& next);
    /// Where a row of the quote stands in its next revision; the row itself if it is not one of the quote's.
    [[nodiscard]] Result<Id> copyOf(const Entity& entity, const Id& row, const Id& quote, const Id& next);
    [[nodiscard]] Result<Id> partOnNext(const Operation& operation, const Id& quote, const Id& next);
    [[nodiscard]] Result<Operation> orderOnNext(Operation operation, const Id& next);
    [[nodiscard]] Result<std::optional<Operation>> acceptedOnce(const Operation& operation);
    [[nodiscard]] Status markMerged(const Id& quote);

    Database& m_database;
    Ledger& m_ledger;
    Id m_user;
    Role m_role;
    Milliseconds m_now;
    Stamp m_stamp;
    std::int64_t m_seen = 0;
    quotes::TouchedRows m_touched;
    std::map<Id, Id> m_orders;                  ///< that got another id, for the revision that they are of
    std::set<Id> m_deletes;                     ///< quotes that the change deletes as a whole
    std::optional<std::vector<Id>> m_revisions; ///< with edits of this replica, once somebody has asked
};

} // namespace satchel::server
