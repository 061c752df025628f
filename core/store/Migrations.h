// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/Connection.h"

namespace satchel {

/// The one road to a replica's tables: numbered SQL, frozen once released, run in order inside one transaction each.
/// `user_version` says which one a file has; application_id says that it is ours.
extern const char* const migration0001;
extern const char* const migration0002;
extern const char* const migration0003;
extern const char* const migration0004;

/// Brings the file to the newest version. TooNew if a newer program made it, Corrupt if it is somebody else's database.
[[nodiscard]] Status migrate(sqlite::Connection& connection);

/// The version migrate() leads to.
[[nodiscard]] int newestMigration();

} // namespace satchel
