// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel::sales {

/// The people whose work a user looks after: for a sales manager those of his territories and of the ones below them,
/// for everybody else nobody. Without himself. On the replica's thread.
[[nodiscard]] Result<std::vector<Id>> peopleBelow(Replica& replica, const Id& user);

} // namespace satchel::sales
