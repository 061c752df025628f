// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Messages.h"

namespace satchel {

/// What a comparison with the server found to be wrong with this replica, and what is right: laid over a checkpoint as
/// it is published. Pending changes stay where they are, above it.
struct Mending {
    std::vector<RowUpsert> rows;         ///< whole
    std::vector<Membership> memberships; ///< all there are of those rows and of their roots
    std::vector<HistoryEntry> entries;
    std::vector<RowKey> absent; ///< rows the server does not give this user
};

} // namespace satchel
