// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Administering.h"
#include "sync/server/Identities.h"

namespace satchel::server {

/// What an administrator sees of the server from his window: devices, alerts, fuses, changes in quarantine, the open
/// recovery. Only reads, within the caller's transaction.
namespace oversight {

/// Forbidden for every other role.
[[nodiscard]] Status mustAdminister(const Caller& caller);
/// Forbidden for every other role.
[[nodiscard]] Result<Overview> overview(Database& database, Environment& environment, const Caller& caller);

} // namespace oversight
} // namespace satchel::server
