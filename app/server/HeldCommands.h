// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/Options.h"
#include "sync/server/Database.h"

namespace satchel {
class Environment;
}

namespace satchel::server {

/// What an operator decides about changes that the server holds back: blown fuses and the quarantine. Prints to stdout.
[[nodiscard]] Status runHeldCommand(const Options& options, Database& database, Environment& environment);

} // namespace satchel::server
