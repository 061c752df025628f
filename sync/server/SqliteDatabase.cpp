// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/SqliteDatabase.h"

#include "core/base/Files.h"
#include "core/sqlite/Connection.h"
#include "sync/server/Follower.h"
#include "sync/server/Outgoing.h"
#include "sync/server/RowCache.h"

#include <cctype>
#include <chrono>
#include <filesystem>
#include <semaphore>
#include <unordered_map>

namespace satchel::server {

namespace {

// Two patiences: for writers of this process (a fair queue), and for other programs (SQLite's own polling).
constexpr std::chrono::seconds writerPatience(60);
constexpr auto otherProgramPatience = "PRAGMA busy_timeout=30000";

// So many statements, or so much in them, are worth another thread; less is carried out by who posted it.
constexpr std::size_t statementsWorthFollowing = 64;
constexpr std::size_t bytesWorthFollowing = 128 << 10;

/// What the connections of one factory share.
struct Writing {
    std::binary_semaphore turn{1};
    Follower follower; ///< of who has the turn
};

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool isDigit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// The common SQL as SQLite knows it: its column types, and parameters by number ("?2"), since those with names ("$2")
/// are looked up one after the other, which takes long where there are a thousand. Quoted text stays as it is.
std::string translate(std::string_view sql)
{
    static constexpr std::pair<std::string_view, std::string_view> words[] = {{"BIGINT", "INTEGER"}, {"BYTEA", "BLOB"}};
    std::string result;
    result.reserve(sql.size());
    bool quoted = false;
    for (std::size_t i = 0; i < sql.size();) {
        if (sql[i] == '\'')
            quoted = !quoted;
        std::size_t end = i;
        while (!quoted && end < sql.size() && isWordCharacter(sql[end]))
            ++end;
        if (end == i) {
            const bool parameter = !quoted && sql[i] == '$' && i + 1 < sql.size() && isDigit(sql[i + 1]);
            result += parameter ? '?' : sql[i];
            ++i;
            continue;
        }
        std::string_view word = sql.substr(i, end - i);
        for (const auto& [common, own] : words)
            if (word == common)
                word = own;
        result += word;
        i = end;
    }
    return result;
}

/// Posted statements are carried out behind their caller, on another thread, where there are many; the connection is
/// that thread's from there until settled().
class SqliteDatabase final : public Database {
public:
    SqliteDatabase(std::unique_ptr<sqlite::Connection> connection, std::shared_ptr<Writing> writing,
                   std::shared_ptr<const CommitListener> listener)
        : m_connection(std::move(connection)), m_shared(std::move(writing)), m_listener(std::move(listener))
    {}
    ~SqliteDatabase() override { rollback(); }

    Result<std::vector<Row>> query(std::string_view sql, Cells parameters) override
    {
        SATCHEL_TRY(settled(sql.starts_with("SELECT") ? Asking::Only : Asking::Writing));
        std::vector<Row> rows;
        SATCHEL_ASSIGN(sqlite::Statement statement, bound(sql, parameters));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                return rows;
            read(statement, rows.emplace_back());
        }
    }

    Status post(std::string_view sql, Cells parameters) override
    {
        if (m_careful || !m_writing) {
            SATCHEL_TRY(settled(Asking::Only));
            return runOne(sql, parameters);
        }
        if (m_late)
            return *m_late;
        m_outgoing.add(sql, parameters);
        if (m_outgoing.isFull())
            return follow(m_outgoing.takeAll(false));
        const std::size_t ready = m_outgoing.ready();
        const bool worth =
            ready >= statementsWorthFollowing || (ready > 0 && m_outgoing.bytes() >= bytesWorthFollowing);
        return worth ? follow(m_outgoing.takeReady()) : Status(Ok{});
    }
    bool postCarefully(bool carefully) override { return std::exchange(m_careful, carefully); }

    Status each(std::string_view sql, Cells parameters, const std::function<Status(const Row&)>& take) override
    {
        SATCHEL_TRY(settled(Asking::Only));
        SATCHEL_ASSIGN(sqlite::Statement statement, bound(sql, parameters));
        Row row; // one for all, so that its texts keep their room
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                return Ok{};
            read(statement, row);
            SATCHEL_TRY(take(row));
        }
    }

    Status execute(const std::string& sql) override
    {
        SATCHEL_TRY(settled(Asking::Writing));
        return m_connection->execute(translate(sql));
    }

    Status begin(Access access) override
    {
        if (access == Access::Read)
            return m_connection->execute("BEGIN");
        if (m_connection->inTransaction())
            return Error{ErrorKind::Internal, "A transaction was begun inside another one."};
        if (!m_shared->turn.try_acquire_for(writerPatience))
            return Error{ErrorKind::Busy, "The database is busy. Try again in a moment."};
        m_writing = true;
        const Status begun = m_connection->execute("BEGIN IMMEDIATE");
        if (!begun.ok())
            endTurn();
        cacheRows(begun.ok());
        return begun;
    }

    Status commit() override
    {
        Status committed = settled(Asking::Only);
        if (committed.ok())
            committed = m_connection->execute("COMMIT");
        const auto news = takeAnnouncement();
        rollback(); // after a commit that failed; otherwise only the turn is given back
        if (committed.ok() && news && *m_listener)
            (*m_listener)(*news);
        return committed;
    }

    void rollback() override
    {
        if (std::exchange(m_following, false))
            (void)m_shared->follower.settle();
        m_outgoing.forget();
        m_late.reset();
        if (m_connection->inTransaction())
            (void)m_connection->execute("ROLLBACK");
        cacheRows(false);
        endTurn();
    }

    Status savepoint() override
    {
        m_outgoing.mark();
        if (rowCache() != nullptr)
            rowCache()->mark();
        return m_careful ? settled(Asking::Writing) : Status(Ok{});
    }
    Status rollbackToSavepoint() override
    {
        if (rowCache() != nullptr)
            rowCache()->undo();
        const bool there = m_outgoing.undo();
        SATCHEL_TRY(settled(Asking::Only)); // what failed late cannot be known to be of this savepoint
        return there ? runOne("ROLLBACK TO " + m_outgoing.name(), {}) : Status(Ok{});
    }
    Status releaseSavepoint() override
    {
        if (rowCache() != nullptr)
            rowCache()->release();
        m_outgoing.release();
        return m_careful ? settled(Asking::Only) : Status(Ok{});
    }

private:
    Status runOne(std::string_view sql, Cells parameters)
    {
        SATCHEL_ASSIGN(sqlite::Statement statement, bound(sql, parameters));
        return statement.run();
    }
    Status runAll(const Posted& statements)
    {
        for (std::size_t i = 0; i < statements.size(); ++i)
            SATCHEL_TRY(runOne(statements.sql(i), statements.parameters(i)));
        return Ok{};
    }

    Status follow(Posted statements)
    {
        m_following = true;
        m_shared->follower.give(
            [this, all = std::make_shared<const Posted>(std::move(statements))] { return runAll(*all); });
        return Ok{};
    }

    // From the first posted statement that failed on, and from what took the transaction with it, it only goes back.
    enum class Asking { Only, Writing };
    Status settled(Asking asking)
    {
        if (m_late)
            return *m_late;
        Status done = std::exchange(m_following, false) ? m_shared->follower.settle() : Status(Ok{});
        if (done.ok())
            done = stillThere();
        if (done.ok())
            done = runAll(m_outgoing.takeAll(asking == Asking::Writing));
        if (!done.ok())
            m_late = done.error();
        return done;
    }
    // SQLite takes a whole transaction back by itself where the disk or the memory fails it, also while it reads; what
    // came then would be committed piece by piece.
    Status stillThere() const
    {
        if (!m_writing || m_connection->inTransaction())
            return Ok{};
        return Error{ErrorKind::Internal, "A transaction cannot go on because a statement in it had failed."};
    }

    // The parameters are lent: they outlive the statement, which is reset where it was bound.
    Result<sqlite::Statement> bound(std::string_view sql, Cells parameters)
    {
        auto known = m_translated.find(sql);
        if (known == m_translated.end())
            known = m_translated.emplace(std::string(sql), translate(sql)).first;
        SATCHEL_ASSIGN(sqlite::Statement statement, m_connection->prepare(known->second));
        if (statement.parameters() > static_cast<int>(parameters.size()))
            return Error{ErrorKind::Internal, "A database statement was given too few parameters."};
        for (int i = 0; i < statement.parameters(); ++i)
            bind(statement, i + 1, parameters[static_cast<std::size_t>(i)]);
        return statement;
    }

    static void bind(sqlite::Statement& statement, int index, const Cell& cell)
    {
        switch (cell.index()) {
        case 1: statement.bind(index, std::get<1>(cell)); break;
        case 2: statement.lendText(index, std::get<2>(cell)); break;
        case 3:
        case 4: statement.lendBlob(index, contentOf(cell)); break;
        default: statement.bindNull(index);
        }
    }

    static void read(const sqlite::Statement& statement, Row& row)
    {
        row.resize(static_cast<std::size_t>(statement.columns()));
        for (int i = 0; i < statement.columns(); ++i) {
            Cell& cell = row[static_cast<std::size_t>(i)];
            switch (statement.type(i)) {
            case sqlite::Statement::Type::Null: cell = std::monostate(); break;
            case sqlite::Statement::Type::Integer: cell = statement.integer(i); break;
            case sqlite::Statement::Type::Text: fresh<std::string>(cell).assign(statement.text(i)); break;
            case sqlite::Statement::Type::Blob: fresh<Blob>(cell).bytes.assign(statement.blob(i)); break;
            }
        }
    }

    template <typename Kind>
    static Kind& fresh(Cell& cell)
    {
        auto* present = std::get_if<Kind>(&cell);
        return present != nullptr ? *present : cell.emplace<Kind>();
    }

    void endTurn()
    {
        if (m_writing)
            m_shared->turn.release();
        m_writing = false;
    }

    std::unique_ptr<sqlite::Connection> m_connection;
    std::shared_ptr<Writing> m_shared;
    std::shared_ptr<const CommitListener> m_listener;
    bool m_writing = false;   ///< has the turn
    bool m_following = false; ///< something was given to the follower and not settled
    bool m_careful = false;
    Outgoing m_outgoing;
    std::optional<Error> m_late;
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> m_translated; ///< as translate() made it
};

class SqliteFactory final : public DatabaseFactory {
public:
    explicit SqliteFactory(std::string path) : m_path(std::move(path)) {}

    Result<std::unique_ptr<Database>> connect() override
    {
        SATCHEL_ASSIGN(auto connection, sqlite::Connection::open(m_path, sqlite::Connection::Mode::Create));
        SATCHEL_TRY(connection->execute(otherProgramPatience));
        return std::unique_ptr<Database>(
            std::make_unique<SqliteDatabase>(std::move(connection), m_writing, m_listener));
    }

private:
    std::string m_path;
    std::shared_ptr<Writing> m_writing = std::make_shared<Writing>();
};

} // namespace

Result<std::unique_ptr<DatabaseFactory>> openSqlite(const std::string& dataFolder)
{
    if (dataFolder.empty())
        return invalid("Say where the server keeps its data: --data DIR.");
    SATCHEL_TRY(makePrivateFolder(dataFolder));
    std::error_code code;
    // A folder made for us beforehand is closed to others; one that is in use for something else is not touched.
    if (std::filesystem::is_empty(dataFolder, code))
        std::filesystem::permissions(dataFolder, std::filesystem::perms::owner_all, code);
    auto factory = std::make_unique<SqliteFactory>(dataFolder + "/server.sqlite");
    SATCHEL_TRY(factory->connect());
    return std::unique_ptr<DatabaseFactory>(std::move(factory));
}

} // namespace satchel::server
