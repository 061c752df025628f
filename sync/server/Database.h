// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/schema/Value.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace satchel::server {

/// Bytes as opposed to text, on their way into or out of the database.
struct Blob {
    Bytes bytes;
    bool operator==(const Blob&) const = default;
};

/// One cell: NULL, 64-bit integer, text or bytes.
using Cell = std::variant<std::monostate, std::int64_t, std::string, Blob>;
using Row = std::vector<Cell>;

[[nodiscard]] Cell cell(const Id& id); ///< 16 bytes
[[nodiscard]] Cell cell(const Bytes16& bytes);
[[nodiscard]] Cell cell(const Value& value);
[[nodiscard]] std::int64_t integerOf(const Cell& cell);    ///< 0 if it is none
[[nodiscard]] const std::string& textOf(const Cell& cell); ///< "" if it is none
[[nodiscard]] const Bytes& bytesOf(const Cell& cell);      ///< "" if it is none
[[nodiscard]] Id idOf(const Cell& cell);                   ///< the null id if it is none
[[nodiscard]] Value valueOf(const Cell& cell);             ///< a 16-byte blob is an id

/// One connection to the server's database, used by one thread at a time. The same SQL text runs on SQLite and on
/// PostgreSQL: parameters are $1, $2, ...; column types in DDL are BIGINT, TEXT and BYTEA (the SQLite side reads them
/// as INTEGER, TEXT and BLOB); upserts are ON CONFLICT. What differs stays inside the two implementations.
class Database {
public:
    virtual ~Database() = default;

    /// Runs one statement and returns its rows.
    [[nodiscard]] virtual Result<std::vector<Row>> query(std::string_view sql,
                                                         const std::vector<Cell>& parameters = {}) = 0;
    /// Runs one statement, row by row; stops at the first error `take` returns.
    [[nodiscard]] virtual Status each(std::string_view sql, const std::vector<Cell>& parameters,
                                      const std::function<Status(const Row&)>& take) = 0;
    /// Runs one or several statements without parameters (DDL).
    [[nodiscard]] virtual Status execute(const std::string& sql) = 0;

    enum class Access { Read, Write };
    /// Read: a snapshot that does not move. Write: alone with the right to write and to number what it writes, until
    /// commit or rollback (SQLite: BEGIN IMMEDIATE; PostgreSQL: the sequencing lock). At most one at a time.
    [[nodiscard]] virtual Status begin(Access access) = 0;
    [[nodiscard]] virtual Status commit() = 0;
    virtual void rollback() = 0;
    /// A savepoint inside a write transaction: undo back to it, or forget it.
    [[nodiscard]] virtual Status savepoint() = 0;
    [[nodiscard]] virtual Status rollbackToSavepoint() = 0;
    [[nodiscard]] virtual Status releaseSavepoint() = 0;
};

/// Where connections come from. `location` is the --database URL (postgresql://...) or empty for
/// DATADIR/server.sqlite. Thread-safe.
class DatabaseFactory {
public:
    virtual ~DatabaseFactory() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<Database>> connect() = 0;
};

/// Refuses, in words: PostgreSQL with fsync or synchronous_commit off, another encoding than UTF-8, a server older
/// than 15.
[[nodiscard]] Result<std::unique_ptr<DatabaseFactory>> openDatabase(const std::string& dataFolder,
                                                                    const std::string& url);

} // namespace satchel::server
