// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel {

/// Something about this replica that should not have happened and was mended: kept, so that somebody can ask.
struct Incident {
    Milliseconds at = 0;
    std::string text; ///< a sentence
    // Where rows differed from the server's:
    std::optional<Scope> scope = {};
    int entity = 0;
    std::int64_t changed = 0; ///< had other contents
    std::int64_t missing = 0; ///< were not here
    std::int64_t foreign = 0; ///< were here and are not the server's to give
};

/// Adds one (in the caller's transaction, or alone).
[[nodiscard]] Status addIncident(sqlite::Connection& connection, const Incident& incident);
/// Newest first.
[[nodiscard]] Result<std::vector<Incident>> incidents(Replica& replica);

} // namespace satchel
