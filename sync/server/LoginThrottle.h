// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "sync/server/Database.h"

namespace satchel::server {

/// Failed log-ins, counted per login in the database so that a restart forgives nothing. After five failures each
/// further try has to wait, twice as long each time up to five minutes; logins that do not exist are counted alike.
/// Only a hash of what was typed is kept, for people type passwords into the wrong box. Own transactions: call outside
/// of any.
namespace throttle {

[[nodiscard]] std::string tables();
/// Busy, with the seconds to wait, if this login has to wait at this time.
[[nodiscard]] Status check(Database& database, const std::string& login, Milliseconds now);
[[nodiscard]] Status failed(Database& database, const std::string& login, Milliseconds now);
[[nodiscard]] Status succeeded(Database& database, const std::string& login);

} // namespace throttle

} // namespace satchel::server
