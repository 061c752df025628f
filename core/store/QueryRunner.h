// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/Connection.h"
#include "core/store/Query.h"

namespace satchel {

/// Turns a Query into SQL over one entity table and its search index, pages by key. Everything a person typed is bound,
/// never spliced; names come from the declaration. A view of a connection.
class QueryRunner {
public:
    explicit QueryRunner(sqlite::Connection& connection) : m_connection(connection) {}

    [[nodiscard]] Result<Page> page(const Query& query, std::int64_t offset);
    [[nodiscard]] Result<std::int64_t> count(const Query& query);
    [[nodiscard]] Result<std::vector<Id>> ids(const Query& query, std::int64_t offset, std::int64_t most);
    [[nodiscard]] Result<std::vector<RowGroup>> groups(const Query& query, std::size_t place, std::size_t most);

    /// Makes satchel_fold(text), satchel_amount(money) and satchel_contains(text, folded) and satchel_same(text,
    /// folded) known to the connection.
    static void registerFunctions(sqlite3* handle);

private:
    sqlite::Connection& m_connection;
};

} // namespace satchel
