// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Deferrals.h"
#include "sync/server/Identities.h"
#include "sync/server/Ledger.h"

namespace satchel::server {

/// A change that waits for the new owner of a record its author has lost.
struct Proposal {
    Id id;
    Id incarnation;
    std::int64_t number = 0;
    Bytes16 chain{}; ///< id of the change
    Change change;
};

/// What somebody had still changed in a record that has since been taken from him is not lost and not done: it is
/// offered, as an inbox item with before, present and proposed value, to whom the record belongs now; its author has an
/// item that tells how it stands and shows only what he typed. Taking it runs the change with the rights of who takes
/// it (Applier). A view of the ledger, within a change.
class Proposals {
public:
    static constexpr Milliseconds offeredFor = 30 * Identities::day;

    Proposals(Database& database, Ledger& ledger) : m_database(database), m_ledger(ledger) {}

    /// Whether the author may still speak of the row he does not see: it was served to this device while he had it, the
    /// change was made before he knew that it had gone, and the server got it within 30 days after.
    [[nodiscard]] Result<bool> isOpenTo(const Caller& author, const std::set<Scope>& scopes, const Change& change,
                                        const Operation& operation, const Record& row, Milliseconds received);
    /// Makes the items. `stamp`: of the change.
    [[nodiscard]] Status offer(const Change& change, const Id& incarnation, const Stamp& stamp, const Record& row,
                               Milliseconds now);
    /// The one an inbox item is about; nothing if it has been decided.
    [[nodiscard]] Result<std::optional<Proposal>> behind(const Id& item);
    /// Closes all items but `answered`, which its reader has answered himself, and tells the author.
    [[nodiscard]] Status decide(const Proposal& proposal, const Id& answered, bool taken, Milliseconds now);
    /// The reader of this item has lost the record in turn.
    [[nodiscard]] Status passOn(const Record& item);

private:
    [[nodiscard]] Result<std::vector<Id>> ownersOf(const Record& row);
    [[nodiscard]] Status offerTo(const std::vector<Id>& users, const Change& change, const Stamp& stamp,
                                 const Record& row, Milliseconds now);
    [[nodiscard]] Result<Record> itemOf(const Change& change, const Stamp& stamp, const Record& row, Milliseconds now);

    Database& m_database;
    Ledger& m_ledger;
};

} // namespace satchel::server
