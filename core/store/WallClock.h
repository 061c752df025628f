// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel {

/// Whether this machine's clock was set since it was last compared with the server's: it and the time since the machine
/// was started then go apart. What is edited in between has a time that nobody knows. A view of a replica, used inside
/// the caller's transaction.
class WallClock {
public:
    /// Two clocks of one machine may drift apart by this much.
    static constexpr Milliseconds tolerance = 2 * 60 * 1000;

    explicit WallClock(Replica& replica) : m_replica(replica) {}

    /// After a start of the machine there is nothing to compare with, and the clock is believed from then on.
    [[nodiscard]] Result<bool> wasSet();
    /// The offset to the server's clock has just been measured: from here on this clock is right.
    [[nodiscard]] Status compared();

private:
    [[nodiscard]] Status remember(Milliseconds started);

    Replica& m_replica;
};

} // namespace satchel
