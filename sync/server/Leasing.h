// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Identities.h"

namespace satchel::server {

/// Leases ranges of numbers people read. No number is ever leased twice; one that is not used is void. Each epoch of
/// the server (raised when it is restored) has ten million numbers of its own, so that a restored server opens a fresh
/// block whatever it has forgotten. Within the caller's write transaction.
namespace leasing {

inline constexpr std::int64_t blockSize = 10'000'000;
inline constexpr std::int64_t mostAtOnce = 1000;

[[nodiscard]] Result<LeaseReply> lease(Database& database, const Caller& caller, const LeaseRequest& request,
                                       Milliseconds now);

} // namespace leasing
} // namespace satchel::server
