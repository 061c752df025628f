// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/Connection.h"
#include "sync/protocol/Messages.h"

#include <map>
#include <set>

namespace satchel {

/// A base image as it counts: whose aggregate it belongs to, and its hash.
struct CountedRow {
    Id id;
    Id root;
    Bytes16 hash{};
};
using ScopedTable = std::pair<Scope, int>;
using RowLists = std::map<ScopedTable, std::vector<CountedRow>>;

/// The digests of all base images of a replica, as read back from its tables: bytes go from SQLite's columns into the
/// hash, no record is built. Outside of a transaction a large replica is counted by two threads with connections of
/// their own on one snapshot, so that nobody waits; inside of one, as that transaction sees it.
struct RowCount {
    std::map<ScopedTable, Digest> sums;
    std::int64_t rows = 0;
    std::vector<RowKey> homeless; ///< known to the server, but in no scope of this laptop

    [[nodiscard]] static Result<RowCount> of(sqlite::Connection& connection, const Bytes& digestKey);
    /// The rows of these tables in these scopes, one by one in order of ids.
    [[nodiscard]] static Result<RowLists> list(sqlite::Connection& connection, const Bytes& digestKey,
                                               const std::set<ScopedTable>& wanted);
    /// The same of the tables in scopes whose digests are not alike; one that nobody has rows in is there, empty.
    [[nodiscard]] static Result<RowLists> listDiffering(sqlite::Connection& connection, const Bytes& digestKey,
                                                        const std::vector<Digest>& theirs,
                                                        const std::vector<Digest>& mine);
};

} // namespace satchel
