// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Record.h"
#include "core/sqlite/Connection.h"

#include <optional>
#include <vector>

namespace satchel {

/// Walks an entity's rows stretch by stretch, in the order of an index, for looking at millions of them without holding
/// more than a stretch: rows that share a value stand beside each other. A view of a connection, on its thread.
class Neighbours {
public:
    explicit Neighbours(sqlite::Connection& connection) : m_connection(connection) {}

    /// A value in an index, and the row it stands for.
    struct Entry {
        Value value;
        std::int64_t row = 0;
    };
    /// The entries behind `after` (nothing: from the beginning) in the index of an indexed field, empty values left
    /// out, or, without a field, in the order of labels. Reads nothing but the index.
    [[nodiscard]] Result<std::vector<Entry>> along(const Entity& entity, std::optional<std::size_t> field,
                                                   const std::optional<Entry>& after, int limit);
    /// The record of an entry; nothing if it is gone.
    [[nodiscard]] Result<std::optional<Record>> record(const Entity& entity, std::int64_t row);
    /// Records in the order they came to this laptop, behind row `after`, which is moved on; none: that was all.
    [[nodiscard]] Result<std::vector<Record>> records(const Entity& entity, std::int64_t& after, int limit);

private:
    sqlite::Connection& m_connection;
};

} // namespace satchel
