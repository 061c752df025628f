// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/Options.h"
#include "core/base/Clock.h"
#include "sync/server/Database.h"

namespace satchel::server {

/// Serves until SIGTERM or SIGINT. Says on stdout when it is ready, and where.
[[nodiscard]] Status serve(const Options& options, DatabaseFactory& factory, Environment& environment);

} // namespace satchel::server
