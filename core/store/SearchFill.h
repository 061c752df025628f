// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Schema.h"
#include "core/sqlite/Connection.h"

#include <memory>

namespace satchel {

/// Builds the search indexes of a replica that is being loaded, apart from it and in memory, so that it can be done on
/// another thread than the rows; at the end their pages are laid into the replica. One thread at a time.
class SearchFill {
public:
    /// With the search tables that `model` has.
    [[nodiscard]] static Result<SearchFill> begin(sqlite::Connection& model);
    [[nodiscard]] Status add(const Entity& entity, std::int64_t n, std::string_view words, std::string_view digits);
    /// Nothing more will be added.
    [[nodiscard]] Status end();
    /// Lays the indexes into the replica, whose own ones must be empty and not have been looked at by its connection.
    [[nodiscard]] Status layInto(sqlite::Connection& replica);

private:
    SearchFill() = default;

    std::unique_ptr<sqlite::Connection> m_memory;
    const Entity* m_entity = nullptr; ///< added to last, and the statement that does it
    std::string m_insert;
};

} // namespace satchel
