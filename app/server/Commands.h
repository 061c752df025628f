// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/Options.h"
#include "core/base/Clock.h"

namespace satchel::server {

/// Carries out what the command line says, until it is done.
[[nodiscard]] Status runCommand(const Options& options, Environment& environment);

} // namespace satchel::server
