// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Applier.h"
#include "sync/server/Deferrals.h"
#include "sync/server/Fuse.h"
#include "sync/server/LargeAction.h"

namespace satchel::server {

/// A change as it arrived: its sealed body, its place in its incarnation's chain, and when the server got it.
struct Sealed {
    Id incarnation;
    std::int64_t number = 0;
    Bytes16 chain{};
    Bytes body;
    Milliseconds received = 0;
    Result<Change> change; ///< what the body says
};

/// Trouble of the whole server or of the request, which every change would meet: not that of one change.
[[nodiscard]] bool concernsEverybody(const Error& error);

/// Decides what becomes of a change now: applied, refused, or deferred behind an earlier one of the same laptop to the
/// same rows, behind an administrator (fuse), behind a record's new owner (proposal), or because the server itself
/// failed with it. Writes the outcome and, if it waits, what for. A change the server fails with is tried five times,
/// while others go on, and then put into quarantine. Lives inside one write transaction.
class Intake {
public:
    static constexpr std::int64_t mostAttempts = 5;
    enum class Waiver { None, Fuse };
    /// Whether a fault of the server with one change takes only that one out of the transaction; for that the database
    /// must say at once what is wrong (Database::postCarefully).
    enum class Faults { GiveUp, SetAside };

    Intake(Database& database, Ledger& ledger, Environment& environment, const Caller& caller, Milliseconds now,
           Faults faults);

    [[nodiscard]] Status open() { return m_applier.open(); }
    /// An error means that the transaction must be given up; whatever is the change's own fault, or that of the server
    /// with this change alone, is an outcome.
    [[nodiscard]] Result<Outcome> take(const Sealed& sealed, Waiver waiver);
    /// Takes its place in the chain without effect: its author has taken it back.
    [[nodiscard]] Result<Outcome> withdraw(const Sealed& sealed);
    /// No longer waits: it is not to be.
    [[nodiscard]] Result<Outcome> refuse(const Sealed& sealed, const std::string& code, const std::string& text);
    /// The server failed with it as a whole: not tried now, but counted.
    [[nodiscard]] Result<Outcome> setAside(const Sealed& sealed, const Error& error);
    /// Whether the laptop has no change that waits, so that none can be behind it.
    void assumeNoneWaits(bool none) { m_noneWaits = none; }
    /// Whether the laptop has had no other incarnation, so that there is no copy with the same changes.
    void assumeNoCopies(bool none) { m_noCopies = none; }
    /// Whether the laptop has seen nothing that this server has lost.
    void assumeNothingLost(bool nothing) { m_nothingLost = nothing; }
    /// Changes of others that were decided by what was taken, and whose followers may go on.
    [[nodiscard]] std::vector<Id> takeDecided() { return m_applier.takeDecided(); }

private:
    /// `change`: of a larger action the last part, with the number of its first.
    [[nodiscard]] Result<Outcome> judge(const Change& change, const Parts& parts, const Sealed& sealed, Waiver waiver);
    [[nodiscard]] Result<Outcome> judgeOne(Change change, const Sealed& sealed, Waiver waiver);
    /// A part of a larger action: kept until the last one is there, then all of them as one.
    [[nodiscard]] Result<Outcome> judgePart(const Change& change, const Sealed& sealed, Waiver waiver);
    /// All of what is judged as one, handed to `work`: of the last part all of them, as far as they are there.
    [[nodiscard]] Result<Outcome> withAll(const Change& change, const Sealed& sealed,
                                          const std::function<Result<Outcome>(const Parts&)>& work);
    /// The outcome of the whole, for each of the parts before the last with what concerns its own rows.
    [[nodiscard]] Status storeParts(const Change& last, const Sealed& sealed, const Outcome& outcome);
    /// Writes down what became of a change, and with the last part of an action what became of the others.
    [[nodiscard]] Status conclude(const Change& change, const Sealed& sealed, const Outcome& outcome);
    [[nodiscard]] Result<Outcome> failed(const Change& change, const Parts& parts, const Sealed& sealed,
                                         const Error& error);
    [[nodiscard]] Result<Outcome> defer(const Change& change, const Sealed& sealed, Deferred why,
                                        const std::string& text);
    /// Whether another copy of the replica has sent the same change already, sealed anew like this one or not.
    [[nodiscard]] Result<bool> isTwin(const Change& change, const Sealed& sealed, bool withdrawing = false);
    [[nodiscard]] Result<Outcome> takeTwin(const Change& change, const Sealed& sealed);
    [[nodiscard]] Status storeOrigin(const Sealed& sealed, const Bytes16& origin);
    [[nodiscard]] Status store(const Sealed& sealed, const Outcome& outcome);

    Database& m_database;
    Ledger& m_ledger;
    Environment& m_environment;
    Caller m_caller;
    Milliseconds m_now;
    Faults m_faults;
    bool m_noneWaits = false;
    bool m_noCopies = false;
    bool m_nothingLost = false;
    Applier m_applier;
    Deferrals m_deferrals;
    Fuse m_fuse;
};

} // namespace satchel::server
