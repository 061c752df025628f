// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/model/Scope.h"
#include "sync/server/Database.h"

namespace satchel::server {

/// What counting every row anew has shown of the server's digests.
struct Recount {
    struct Wrong {
        Scope scope;
        int entity = 0;
        std::int64_t kept = 0;    ///< rows the digest spoke of
        std::int64_t counted = 0; ///< rows there are
    };
    std::int64_t rows = 0;
    std::int64_t tables = 0;
    std::vector<Wrong> wrong;
};

/// Counts the digest of every table in every scope from the rows themselves, in one write transaction, so that nothing
/// changes meanwhile; writes those that are wrong anew and raises an alert about them.
[[nodiscard]] Result<Recount> recountDigests(Database& database, Environment& environment);

} // namespace satchel::server
