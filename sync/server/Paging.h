// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace satchel::server {

/// How many rows a page has: what the laptop wishes, within these bounds. Tests hand in smaller ones, so that few rows
/// make several pages.
struct Paging {
    std::int64_t least = 100;
    std::int64_t most = 2000; ///< every worker may be making one; what is much comes by segments
    /// What is packed for one question for a plan, in rows and in scopes; what is left is packed for the next, which is
    /// asked at once. Nobody waits for an answer for minutes, and no proxy gives up.
    std::int64_t packedRows = 50'000;
    std::int64_t packedScopes = 500;
};

} // namespace satchel::server
