// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "sync/server/Database.h"

namespace satchel::server {

/// Orders that the server has taken in from `since` on and before `until`, one line of the text for each of their
/// lines, as RFC 4180 has it; what a spreadsheet would run as a formula gets an apostrophe in front. Read in one
/// snapshot, in a transaction of its own. `count`: how many orders there were.
[[nodiscard]] Result<std::string> exportOrders(Database& database, Milliseconds since, Milliseconds until,
                                               std::int64_t& count);

} // namespace satchel::server
