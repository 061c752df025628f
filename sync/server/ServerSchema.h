// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Database.h"

namespace satchel::server {

/// The one road to the server's tables: numbered SQL, frozen once released, the same text on both engines.
extern const char* const serverMigration0001;
extern const char* const serverMigration0002;
extern const char* const serverMigration0003;
extern const char* const serverMigration0004;
extern const char* const serverMigration0005;

/// Brings the database to the newest version. TooNew if a newer program made it.
[[nodiscard]] Status migrateServer(Database& database);

} // namespace satchel::server
