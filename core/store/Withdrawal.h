// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel {

/// Takes one waiting change back, as if it had never been made: it keeps its place in the chain and has no effect, here
/// and on the server. Conflict with a sentence where something later builds on it, where the server has it and has not
/// decided, or where it is a part of something larger. Sent at this very moment it may take effect after all; then the
/// next checkpoint shows it. In a transaction of its own, on the replica's thread.
[[nodiscard]] Status withdrawChange(Replica& replica, std::int64_t number);

/// The same question alone, for showing.
[[nodiscard]] Status mayWithdraw(Replica& replica, std::int64_t number);

} // namespace satchel
