// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Database.h"

namespace satchel::server {

/// Runs `work` (callable, returns Status) in a write transaction: committed if it succeeds, else rolled back.
template <typename Work>
[[nodiscard]] Status write(Database& database, const Work& work)
{
    SATCHEL_TRY(database.begin(Database::Access::Write));
    const Status done = work();
    if (done.ok())
        return database.commit();
    database.rollback();
    return done;
}

} // namespace satchel::server
