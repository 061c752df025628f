// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Listener.h"
#include "sync/server/Webhook.h"

namespace satchel::server {

/// What the system that delivers orders says of one: POST /orders/{number}/status (sync/server/ORDERS.md). Nobody signs
/// in for it: that the body is signed with the webhook's secret is all that counts, and nothing is said before that is
/// known. It becomes a change like any other, so that it reaches every laptop that has the order.
namespace orderstatus {

inline constexpr std::size_t largestBody = 64U << 10;
/// Its clock may be ahead of ours by so much.
inline constexpr Milliseconds clockTolerance = 10LL * 60 * 1000;

/// Whether a path is of this kind.
[[nodiscard]] bool isAddress(std::string_view path);
/// Answers in JSON. On the caller's connection, outside of any transaction. `fault`: what the server itself had trouble
/// with, for the log.
[[nodiscard]] HttpAnswer answer(Database& database, Environment& environment, const HttpQuestion& question,
                                std::optional<Error>& fault);
[[nodiscard]] HttpAnswer refusal(int status, const std::string& sentence);

} // namespace orderstatus
} // namespace satchel::server
