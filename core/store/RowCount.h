// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/Connection.h"
#include "sync/protocol/Messages.h"

#include <map>

namespace satchel {

/// The digests of all base images of a replica, as read back from its tables: one scan a table instead of a query a
/// row.
struct RowCount {
    std::map<std::pair<Scope, int>, Digest> sums;
    std::int64_t rows = 0;
    std::vector<RowKey> homeless; ///< known to the server, but in no scope of this laptop

    [[nodiscard]] static Result<RowCount> of(sqlite::Connection& connection, const Bytes& digestKey);
};

} // namespace satchel
