// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace satchel {

/// How far a round has come, for people who wait for it.
struct SyncProgress {
    enum class Phase {
        Sending,
        Packing, ///< the server packs what nobody has asked for before; it says nothing of how far it is
        Receiving,
        Publishing
    };
    Phase phase = Phase::Sending;
    std::int64_t done = 0;       ///< changes sent, or rows
    std::int64_t total = 0;      ///< 0 if not known
    std::int64_t bytes = 0;      ///< of a download by segments
    std::int64_t totalBytes = 0; ///< 0 if not known
};

} // namespace satchel
