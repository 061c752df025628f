// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/model/Record.h"

#include <optional>
#include <vector>

namespace satchel {

/// Where rules that are the same at both ends read records from: a replica (core/store/ReplicaRecords) or the server's
/// tables (sync/server/TableRecords). Only rows that are not deleted. Belongs to its connection's thread, inside the
/// caller's transaction if there is one. Errors are those of the storage.
class RecordSource {
public:
    virtual ~RecordSource() = default;
    [[nodiscard]] virtual Result<std::optional<Record>> find(const Entity& entity, const Id& id) = 0;

    /// One field that a row must have exactly (Null: empty).
    struct Match {
        std::size_t field = 0;
        Value value;
    };
    /// All rows that match, in the order of their ids; without matches all rows of the entity. At least one of the
    /// fields should be indexed where the table is large.
    [[nodiscard]] virtual Result<std::vector<Record>> where(const Entity& entity,
                                                            const std::vector<Match>& matches) = 0;
};

} // namespace satchel
