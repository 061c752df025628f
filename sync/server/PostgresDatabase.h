// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Database.h"

namespace satchel::server {

/// A PostgreSQL database named by a URL. A connection that breaks answers Unreachable from then on; make a new one with
/// the factory. Unlike SQLite, PostgreSQL refuses every statement after a failed one until the transaction or the
/// savepoint is rolled back.
[[nodiscard]] Result<std::unique_ptr<DatabaseFactory>> openPostgres(const std::string& url);

} // namespace satchel::server
