// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Ledger.h"

namespace satchel::server {

/// Orders that a change has made or touched go out to the system that delivers them: each is put, as it is now, among
/// the deliveries of the same transaction, whether or not a webhook is configured. To be called once all of the change
/// is written and before it is finished. What the server itself writes to an order (its status) does not come here.
[[nodiscard]] Status recordOrders(Database& database, Ledger& ledger, Environment& environment);

} // namespace satchel::server
