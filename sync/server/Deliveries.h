// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "sync/server/Database.h"

namespace satchel::server {

/// Something about an order on its way to the system that delivers it. The body is what it was when it happened, byte
/// for byte, however often it is sent.
struct Delivery {
    enum class State { Waiting, Delivered, Dead, Unwanted };

    Id id;
    Id order;
    std::string number; ///< of the order
    std::int64_t seq = 0;
    std::string event;
    std::string body;
    Milliseconds made = 0;
    State state = State::Waiting;
    std::int64_t attempts = 0;
    Milliseconds firstAttempt = 0;
    Milliseconds due = 0;
    std::string error; ///< of the last attempt, a sentence
};

[[nodiscard]] const char* stateName(Delivery::State state);

/// The deliveries in the table webhook_delivery. One that fails is tried again, after a minute at first and six hours
/// at last, each time at a moment chosen by chance up to then; after fifteen attempts and three days it is dead, and an
/// alert says so. Of one order, a later delivery is not due before the earlier ones are delivered or unwanted. Views of
/// a connection.
namespace deliveries {

inline constexpr Milliseconds shortestPause = 60LL * 1000;
inline constexpr Milliseconds longestPause = 6LL * 60 * 60 * 1000;
inline constexpr std::int64_t leastAttempts = 15;
inline constexpr Milliseconds patience = 3LL * 24 * 60 * 60 * 1000;
/// How long a claim holds: far longer than sending may take. Who dies meanwhile leaves it to the others after this.
inline constexpr Milliseconds lease = 2LL * 60 * 1000;

/// Within the transaction of what happened; nothing if it is recorded already.
[[nodiscard]] Status record(Database& database, const Delivery& delivery);

// The rest are transactions of their own.

/// The next one that is due becomes `claimant`'s for the time of the lease; nothing if none is.
[[nodiscard]] Result<std::optional<Delivery>> claim(Database& database, const Id& claimant, Milliseconds now);
/// Only reads: whether claim() would find one.
[[nodiscard]] Result<bool> anyDue(Database& database, Milliseconds now);
[[nodiscard]] Status delivered(Database& database, const Delivery& delivery, Milliseconds now);
/// `error`: a sentence. Nothing happens if the claim has run out and somebody else has it.
[[nodiscard]] Status failed(Database& database, Environment& environment, const Delivery& delivery, const Id& claimant,
                            const std::string& error);

/// In the order in which they happened. `state`: only those.
[[nodiscard]] Result<std::vector<Delivery>> list(Database& database, std::optional<Delivery::State> state);
/// Due now, whatever became of it before, as if it had never been tried. NotFound if there is none.
[[nodiscard]] Status resend(Database& database, const Id& id, Milliseconds now);
/// All that are dead; answers how many.
[[nodiscard]] Result<std::int64_t> resendDead(Database& database, Milliseconds now);
/// Not wanted any more. NotFound if it is not waiting or dead.
[[nodiscard]] Status forget(Database& database, const Id& id, Milliseconds now);
/// All that wait or are dead and were made before; answers how many.
[[nodiscard]] Result<std::int64_t> forgetBefore(Database& database, Milliseconds before, Milliseconds now);
/// Deletes what was delivered or unwanted before.
[[nodiscard]] Status deleteSettled(Database& database, Milliseconds before);

} // namespace deliveries
} // namespace satchel::server
