// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Database.h"

namespace satchel::server {

/// DATAFOLDER/server.sqlite, made if it is not there, in a folder only its owner may look into. WAL, synchronous FULL.
/// Connections of one factory queue up for the right to write instead of polling for it.
[[nodiscard]] Result<std::unique_ptr<DatabaseFactory>> openSqlite(const std::string& dataFolder);

} // namespace satchel::server
