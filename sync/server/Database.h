// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/model/Scope.h"
#include "core/schema/Value.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace satchel::server {

/// Bytes as opposed to text, on their way into or out of the database.
struct Blob {
    Bytes bytes;
    bool operator==(const Blob&) const = default;
};

/// One cell: NULL, 64-bit integer, text or bytes. What goes into the database may also be 16 bytes in place, which most
/// parameters are; what comes out of it is a Blob.
using Cell = std::variant<std::monostate, std::int64_t, std::string, Blob, Bytes16>;
using Row = std::vector<Cell>;
using Cells = std::span<const Cell>; ///< parameters, looked at while the call lasts

[[nodiscard]] Cell cell(const Id& id); ///< 16 bytes
[[nodiscard]] Cell cell(const Bytes16& bytes);
[[nodiscard]] Cell cell(const Value& value);
[[nodiscard]] std::int64_t integerOf(const Cell& cell);     ///< 0 if it is none
[[nodiscard]] const std::string& textOf(const Cell& cell);  ///< "" if it is none
[[nodiscard]] const Bytes& bytesOf(const Cell& cell);       ///< of a Blob; "" if it is none
[[nodiscard]] std::string_view contentOf(const Cell& cell); ///< of text or bytes of either kind; "" if it is neither
[[nodiscard]] Id idOf(const Cell& cell);                    ///< the null id if it is none
[[nodiscard]] Value valueOf(const Cell& cell);              ///< a 16-byte blob is an id

class RowCache;

/// What a committed transaction has changed, for those who wait for news.
struct Announcement {
    std::int64_t seq = 0;    ///< the checkpoint it made
    std::set<Scope> scopes;  ///< whose logs got a line
    bool rights = false;     ///< who may see what may have changed
    bool everything = false; ///< the scopes are not known: ask the logs
};

/// One connection to the server's database, used by one thread at a time. The same SQL text runs on SQLite and on
/// PostgreSQL: parameters are $1, $2, ...; column types in DDL are BIGINT, TEXT and BYTEA (the SQLite side reads them
/// as INTEGER, TEXT and BLOB); upserts are ON CONFLICT. What differs stays inside the two implementations.
class Database {
public:
    Database();
    virtual ~Database();

    /// Runs one statement and returns its rows.
    [[nodiscard]] virtual Result<std::vector<Row>> query(std::string_view sql, Cells parameters = {}) = 0;
    [[nodiscard]] Result<std::vector<Row>> query(std::string_view sql, std::initializer_list<Cell> parameters)
    {
        return query(sql, Cells(parameters.begin(), parameters.size()));
    }
    struct Question {
        std::string sql;
        std::vector<Cell> parameters = {};
    };
    /// Runs several SELECTs that need nothing of each other: one way there and back where the database is elsewhere.
    /// Their rows, in the same order.
    [[nodiscard]] virtual Result<std::vector<std::vector<Row>>> queryAll(const std::vector<Question>& questions);
    /// Runs one statement whose rows nobody wants, in a write transaction. It may travel together with those behind it:
    /// what is wrong with it may be said by any later call, by commit() at the latest.
    [[nodiscard]] virtual Status post(std::string_view sql, Cells parameters = {}) = 0;
    [[nodiscard]] Status post(std::string_view sql, std::initializer_list<Cell> parameters)
    {
        return post(sql, Cells(parameters.begin(), parameters.size()));
    }
    /// From now on post() waits for each statement: for finding out which of several is at fault. Outside of
    /// transactions; answers how it was before. See Carefully.
    virtual bool postCarefully(bool carefully) = 0;
    /// Runs one statement, row by row as they come; stops at the first error `take` returns. `take` must leave the
    /// connection alone.
    [[nodiscard]] virtual Status each(std::string_view sql, Cells parameters,
                                      const std::function<Status(const Row&)>& take) = 0;
    [[nodiscard]] Status each(std::string_view sql, std::initializer_list<Cell> parameters,
                              const std::function<Status(const Row&)>& take)
    {
        return each(sql, Cells(parameters.begin(), parameters.size()), take);
    }
    /// Runs one or several statements without parameters (DDL).
    [[nodiscard]] virtual Status execute(const std::string& sql) = 0;

    enum class Access { Read, Write };
    /// Read: a snapshot that does not move. Write: alone with the right to write and to number what it writes, until
    /// commit or rollback (SQLite: BEGIN IMMEDIATE; PostgreSQL: the sequencing lock). At most one at a time.
    [[nodiscard]] virtual Status begin(Access access) = 0;
    /// begin(Write) and queryAll(), one way there and back for both where the database is elsewhere. After an error no
    /// transaction is under way.
    [[nodiscard]] virtual Result<std::vector<std::vector<Row>>> beginAsking(const std::vector<Question>& questions);
    [[nodiscard]] virtual Status commit() = 0;
    virtual void rollback() = 0;
    /// A savepoint inside a write transaction, and inside another one: undo back to the innermost, or forget it.
    [[nodiscard]] virtual Status savepoint() = 0;
    [[nodiscard]] virtual Status rollbackToSavepoint() = 0;
    [[nodiscard]] virtual Status releaseSavepoint() = 0;

    /// What the write transaction under way has read and written of rows; null outside of one.
    [[nodiscard]] RowCache* rowCache() { return m_rows.get(); }
    /// Takes it out of a transaction that is about to be committed; gives it to one that has just begun.
    [[nodiscard]] std::unique_ptr<RowCache> takeRows();
    void giveRows(std::unique_ptr<RowCache> rows);
    /// Told to whoever listens at the factory, of this process and of others on this database, if and when the
    /// transaction commits.
    void announce(Announcement announcement) { m_announcement = std::move(announcement); }

protected:
    void cacheRows(bool on);
    [[nodiscard]] std::optional<Announcement> takeAnnouncement() { return std::exchange(m_announcement, std::nullopt); }
    [[nodiscard]] const std::optional<Announcement>& announcement() const { return m_announcement; }

private:
    std::unique_ptr<RowCache> m_rows;
    std::optional<Announcement> m_announcement;
};

/// Posts carefully while this lives.
class Carefully {
public:
    explicit Carefully(Database& database) : m_database(database), m_before(database.postCarefully(true)) {}
    ~Carefully() { m_database.postCarefully(m_before); }
    Carefully(const Carefully&) = delete;

private:
    Database& m_database;
    bool m_before;
};

/// Who is told of commits: called on the committing thread, right after the commit; must not block.
using CommitListener = std::function<void(const Announcement&)>;

/// Hears of the commits of other processes on the same database. Used by one thread; interrupt() by any.
class CommitWatch {
public:
    virtual ~CommitWatch() = default;
    /// What was heard, after at most this time. An error: nothing is heard any more, make another watch.
    [[nodiscard]] virtual Result<std::vector<Announcement>> wait(std::chrono::milliseconds patience) = 0;
    virtual void interrupt() = 0;
};

/// Where connections come from. `location` is the --database URL (postgresql://...) or empty for
/// DATADIR/server.sqlite. Thread-safe.
class DatabaseFactory {
public:
    virtual ~DatabaseFactory() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<Database>> connect() = 0;
    /// Null where the engine tells nothing of other processes; then their commits are found by looking.
    [[nodiscard]] virtual Result<std::unique_ptr<CommitWatch>> watch() { return std::unique_ptr<CommitWatch>(); }
    /// Hears the commits of this factory's connections. Set before the first of them works, or never.
    void listen(CommitListener listener) { *m_listener = std::move(listener); }

protected:
    std::shared_ptr<CommitListener> m_listener = std::make_shared<CommitListener>();
};

/// Refuses, in words: PostgreSQL with fsync or synchronous_commit off, another encoding than UTF-8, a server older
/// than 15.
[[nodiscard]] Result<std::unique_ptr<DatabaseFactory>> openDatabase(const std::string& dataFolder,
                                                                    const std::string& url);

} // namespace satchel::server
