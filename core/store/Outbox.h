// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel {

/// The sealed changes that wait for an answer, as the sync engine sends them. A view of a replica.
class Outbox {
public:
    explicit Outbox(Replica& replica) : m_replica(replica) {}

    struct Batch {
        std::int64_t firstNumber = 0; ///< 0: nothing waits
        Bytes16 previous{};           ///< chain id before the first
        std::vector<Bytes> bodies;
        std::vector<std::int64_t> withdrawn; ///< numbers among them that are to have no effect
    };
    /// The next changes in number order from `fromNumber` on: at most `maxBytes` (but at least one) and 2,000 changes.
    /// Forked if the first is not what was sealed under its number.
    [[nodiscard]] Result<Batch> next(std::int64_t fromNumber, std::size_t maxBytes);
    /// The oldest number without an answer, or 0.
    [[nodiscard]] Result<std::int64_t> firstWaiting();

private:
    [[nodiscard]] Result<Bytes16> linkBefore(std::int64_t number);

    Replica& m_replica;
};

} // namespace satchel
