// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Identities.h"

#include <map>

namespace satchel::server {

/// Where an incarnation's chain of changes has got to.
struct Chain {
    Bytes secret;
    std::int64_t lastNumber = 0;
    Bytes16 lastId{};
    bool waits = false;  ///< earlier changes of it are deferred
    bool faults = false; ///< among them such as the server failed with
    bool copies = true;  ///< the device has had other incarnations: one of them may have the same changes
    bool lost = true;    ///< it has seen something that the server has lost (LostPast.h)
};

/// The incarnations of replicas: which copy of a profile a change comes from. Two copies that go on under one
/// incarnation (a cloned or restored laptop) are noticed by their chains or by their program starts taking turns; the
/// incarnation is then retired, and each copy renews itself. Within the caller's transaction.
namespace incarnations {

/// What the server keeps of one.
struct Known {
    Id device;
    Chain chain;
    bool retired = false;
    Bytes session;
    Bytes formerSession;
    Milliseconds formerSeen = 0; ///< when the former one still came after it had been superseded, 0: never
};
/// What is asked to know these, and what the answer says.
[[nodiscard]] Database::Question questionOf(const std::vector<Id>& ids);
[[nodiscard]] std::map<Id, Known> knownOf(const std::vector<Row>& rows);
/// Null: there is none. The same refusals as readChain().
[[nodiscard]] Result<Chain> chainOf(const Known* known, const Caller& caller);

/// Unauthorized if the incarnation is not one of the caller's device; Forked if it is retired.
[[nodiscard]] Result<Chain> readChain(Database& database, const Caller& caller, const Id& incarnation);

/// Whether this start of the program may speak for the incarnation. Late: another has spoken since; a message of it may
/// have been on its way. Superseded: it still comes a minute later, so that two of them are alive.
enum class Meeting { Known, New, Late, Superseded };
/// `session` empty: not said, Known.
[[nodiscard]] Result<Meeting> meet(Database& database, const Id& incarnation, const Bytes& session, Milliseconds now);
[[nodiscard]] Meeting meet(const Known* known, const Bytes& session, Milliseconds now);
/// Remembers what a New or Late one says.
[[nodiscard]] Status remember(Database& database, const Id& incarnation, const Bytes& session, Meeting meeting,
                              Milliseconds now);

/// No copy may go on under it; raises the administrator's alert.
[[nodiscard]] Status retire(Database& database, Environment& environment, const Caller& caller, const Id& incarnation);
/// Makes the new incarnation known; says which of the pending changes the server has under the old one. May be
/// repeated.
[[nodiscard]] Result<RenewReply> renew(Database& database, const Caller& caller, const RenewRequest& request);

[[nodiscard]] Error forked();

} // namespace incarnations
} // namespace satchel::server
