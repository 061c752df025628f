// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/model/Record.h"

#include <algorithm>
#include <iterator>
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

    /// The rows that match and whose `field` is one of `values`, each once; rows of one value in the order of their
    /// ids. For storages that can look up many at once.
    [[nodiscard]] virtual Result<std::vector<Record>> whereAny(const Entity& entity, std::vector<Match> matches,
                                                               std::size_t field, const std::vector<Id>& values)
    {
        std::vector<Record> rows;
        matches.push_back({field, {}});
        for (const Id& value : values) {
            matches.back().value = Value(value);
            SATCHEL_ASSIGN(auto some, where(entity, matches));
            std::move(some.begin(), some.end(), std::back_inserter(rows));
        }
        return rows;
    }
    /// The rows of these ids that are there, to be read only.
    [[nodiscard]] virtual Result<std::vector<Record>> findAll(const Entity& entity, const std::vector<Id>& ids)
    {
        std::vector<Record> rows;
        for (const Id& id : ids) {
            SATCHEL_ASSIGN(auto row, find(entity, id));
            if (row)
                rows.push_back(std::move(*row));
        }
        return rows;
    }
};

} // namespace satchel
