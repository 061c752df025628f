// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "sync/server/Database.h"

namespace satchel::server {

/// A backup is one file: a SQLite database with the server's tables, whichever engine the server runs on. So it is also
/// the way from SQLite to PostgreSQL. It holds password hashes and keys: keep it as safe as the server.

/// Copies everything as it is at one moment into a new file, while the server goes on. Conflict if `file` exists.
[[nodiscard]] Status backup(Database& from, const std::string& file);

/// Fills an empty database (migrated, without a company) from a backup, and begins a new history: laptops that have
/// seen more than the backup give it back when they sync. NotFound or Corrupt if `file` is no backup, TooNew if a newer
/// program made it; nothing is changed then. `above`: the newest seq of the data it replaces, so that also of two
/// restores from one backup each numbers what it does anew; 0 if that is not known.
[[nodiscard]] Status restore(const std::string& file, Database& into, Environment& environment, std::int64_t above = 0);

/// The tables alone, within the caller's write transaction; the database must be empty. For tests of a restore nobody
/// has told the server of.
[[nodiscard]] Status copyBackup(Database& backup, Database& into);

} // namespace satchel::server
