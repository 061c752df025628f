// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/Connection.h"

namespace satchel {

/// Which state of the records a connection sees: as long as its mark stays the same, what was read of them stands.
/// Syncing and other programs write over connections of their own (PRAGMA data_version); what this one writes is
/// sealed as a change of the next number, or withdraws one. A plain value; marks of one connection are compared.
struct StateMark {
    std::int64_t others = 0;
    std::int64_t number = 0; ///< of the last change sealed on this laptop
    std::int64_t withdrawn = 0;
    bool operator==(const StateMark&) const = default;
};

/// In the caller's transaction, if what is read after it is to fit.
[[nodiscard]] Result<StateMark> markOf(sqlite::Connection& connection);

} // namespace satchel
