// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/Connection.h"

#include <string>
#include <variant>
#include <vector>

namespace satchel::bench {

/// The limit: SQLite by itself. The same file settings as the product (WAL, FULL), prepared statements, values bound
/// where they lie, and nothing else. One thread.
using PlainCell = std::variant<std::monostate, std::int64_t, std::string, std::vector<char>>;

struct PlainTable {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::vector<PlainCell>> rows;
};

[[nodiscard]] PlainCell blobOf(std::string_view bytes);

class PlainStatement {
public:
    PlainStatement(sqlite3* handle, const std::string& sql);
    PlainStatement(const PlainStatement&) = delete;
    ~PlainStatement();

    /// Binds in order, runs to the end, resets. The cells must live until it returns.
    void run(const std::vector<PlainCell>& cells);
    /// Runs and counts the rows that come.
    int rows(std::string_view text);

private:
    sqlite3_stmt* m_statement = nullptr;
};

/// An empty file with the tables, indexes and search tables of `model`.
[[nodiscard]] std::unique_ptr<sqlite::Connection> plainCopyOfSchema(sqlite::Connection& model, const std::string& path);
/// A copy of a whole database, opened.
[[nodiscard]] std::unique_ptr<sqlite::Connection> plainCopy(const std::string& source, const std::string& path);
/// Every row of a replica in memory, what its search index holds included.
[[nodiscard]] std::vector<PlainTable> rowsOf(sqlite::Connection& replica);
/// All of it in one transaction.
void insertAll(sqlite::Connection& connection, const std::vector<PlainTable>& tables);

/// Bytes of the same rows, column by column, ids as 16 bytes, references as row numbers, compressed with zstd -3; 0 if
/// this program was built without libzstd.
[[nodiscard]] std::size_t columnBytes(const std::vector<PlainTable>& tables);

} // namespace satchel::bench
