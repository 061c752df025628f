// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"
#include "sync/server/demo/Demo.h"

namespace satchel::bench {

/// Writes the demo company at this scale straight into a replica's tables (10: 100,000 contacts). Returns its users.
std::vector<server::DemoUser> fillWithDemo(Replica& replica, int scale, Milliseconds today);

/// A profile to work in: the demo company at this scale, signed in as its first salesperson, with a draft of 500 lines.
/// A folder that holds one already is left as it is.
void makeLargeProfile(const std::string& folder, int scale);

/// The title of the draft.
inline constexpr const char* largeQuote = "Plant at Regensburg, all halls";

} // namespace satchel::bench
