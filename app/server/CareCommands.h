// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/Options.h"
#include "sync/server/Database.h"

namespace satchel {
class Environment;
}

namespace satchel::server {

/// What an operator does for the health of a company's data: backups, alerts, recoveries after a restore, old logs.
/// Prints to stdout.
[[nodiscard]] Status runCareCommand(const Options& options, Database& database, Environment& environment);

/// Restores into the folder (the company that was there is set aside in it) or into an empty PostgreSQL database.
[[nodiscard]] Status runRestore(const Options& options, Environment& environment);

} // namespace satchel::server
