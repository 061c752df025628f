// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/Options.h"
#include "core/base/Clock.h"
#include "sync/server/Database.h"

namespace satchel::server {

/// The commands `webhook` and `orders`.
[[nodiscard]] Status runOrderCommand(const Options& options, Database& database, Environment& environment);

} // namespace satchel::server
