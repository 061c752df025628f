// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Identities.h"

namespace satchel::server {

/// Which devices have received which price lists. A laptop that asks from a checkpoint has everything up to it. That is
/// kept when it passes a revision of a price list: one write for each publication and device, and none in idle pulls.
namespace receipts {

/// A laptop has asked. For people's eyes only: if it fails, the next pull tries again. Outside of any
/// transaction.
void note(Database& database, const Caller& caller, const PullRequest& request);

/// Only for administrators (Forbidden); NotFound if there is no such revision here. Within the caller's transaction.
[[nodiscard]] Result<ReceiptsReply> of(Database& database, const Caller& caller, const ReceiptsRequest& request);

} // namespace receipts
} // namespace satchel::server
