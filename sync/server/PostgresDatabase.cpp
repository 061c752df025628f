// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/PostgresDatabase.h"

#include "sync/server/PostgresBatches.h"
#include "sync/server/RowCache.h"

#include <mutex>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace satchel::server {

namespace {

using postgres::Answer;

// Every Satchel server on this database takes this advisory lock to write and to number what it writes. Who writes asks
// for rows by their ids: reading a whole table for a list of them looks cheap while it is small or has not been
// counted.
constexpr auto sequencingLock = "SELECT pg_advisory_xact_lock(6003968721), set_config('enable_seqscan', 'off', true), "
                                "set_config('plan_cache_mode', 'force_generic_plan', true)";
constexpr auto beginWriting = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
constexpr auto newsChannel = "satchel";

/// What the connections of one factory share: whom to tell of commits, and who they are themselves.
struct Siblings {
    std::mutex mutex;
    std::set<int> processes; ///< of PostgreSQL, one a connection
};

class PostgresDatabase final : public Database {
public:
    PostgresDatabase(postgres::Connection connection, std::shared_ptr<const CommitListener> listener,
                     std::shared_ptr<Siblings> siblings)
        : m_line(std::move(connection)), m_listener(std::move(listener)), m_siblings(std::move(siblings))
    {
        const std::lock_guard guard(m_siblings->mutex);
        m_siblings->processes.insert(PQbackendPID(m_line.connection()));
    }
    ~PostgresDatabase() override
    {
        const std::lock_guard guard(m_siblings->mutex);
        m_siblings->processes.erase(PQbackendPID(m_line.connection()));
    }

    using Database::each;
    using Database::post;
    using Database::query;

    Result<std::vector<Row>> query(std::string_view sql, Cells parameters) override
    {
        SATCHEL_TRY(sendWaiting(sql.starts_with("SELECT") ? Asking::Only : Asking::Writing));
        const auto asked = settled([&] { return m_line.ask(sql, parameters); });
        if (!asked.ok())
            return asked.error();
        return postgres::Line::readAll(asked->get());
    }

    Result<std::vector<std::vector<Row>>> queryAll(const std::vector<Question>& questions) override
    {
        if (questions.empty())
            return std::vector<std::vector<Row>>();
        SATCHEL_TRY(sendWaiting(Asking::Only));
        return askAll(questions, 0);
    }

    Status post(std::string_view sql, Cells parameters) override
    {
        if (m_careful || m_line.transaction() == PQTRANS_IDLE) {
            SATCHEL_TRY(query(sql, parameters));
            return Ok{};
        }
        if (m_late)
            return *m_late;
        m_outgoing.add(sql, parameters);
        return m_outgoing.isFull() ? sendWaiting(Asking::Only) : Status(Ok{});
    }
    bool postCarefully(bool carefully) override { return std::exchange(m_careful, carefully); }

    Status each(std::string_view sql, Cells parameters, const std::function<Status(const Row&)>& take) override
    {
        SATCHEL_TRY(sendWaiting(Asking::Only));
        SATCHEL_TRY(settle());
        return m_line.stream(sql, parameters, take);
    }

    Status execute(const std::string& sql) override
    {
        SATCHEL_TRY(sendWaiting(Asking::Writing));
        SATCHEL_TRY(settle());
        SATCHEL_TRY(m_line.run(sql.c_str()));
        return Ok{};
    }

    Status begin(Access access) override
    {
        if (inTransaction())
            return Error{ErrorKind::Internal, "A transaction was begun inside another one."};
        if (access == Access::Read)
            return execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        const Status locked = execute(std::string(beginWriting) + "; " + sequencingLock);
        if (!locked.ok())
            rollback();
        else
            cacheRows(true);
        return locked;
    }

    // Each statement behind the lock sees what was committed when it was had.
    Result<std::vector<std::vector<Row>>> beginAsking(const std::vector<Question>& questions) override
    {
        if (inTransaction())
            return Error{ErrorKind::Internal, "A transaction was begun inside another one."};
        std::vector<Question> all = {{beginWriting}, {sequencingLock}};
        const std::size_t own = all.size();
        all.insert(all.end(), questions.begin(), questions.end());
        auto answers = askAll(all, own);
        if (!answers.ok())
            rollback();
        else
            cacheRows(true);
        return answers;
    }

    Status commit() override
    {
        const auto news = takeAnnouncement();
        const auto done = [&]() -> Result<Answer> {
            if (news)
                SATCHEL_TRY(post("SELECT pg_notify($1, $2)", {Cell(newsChannel), Cell(postgres::packNews(*news))}));
            SATCHEL_TRY(sendWaiting(Asking::Only));
            // Behind what was posted: if something of that fails, this is not carried out either.
            return settled([&] { return m_line.ask("COMMIT", {}); });
        }();
        if (!done.ok()) {
            const Error error = done.error();
            rollback();
            return error;
        }
        forget();
        // A transaction with a failed statement in it answers COMMIT by rolling back, without an error.
        if (std::string_view(PQcmdStatus(done->get())) != "COMMIT")
            return Error{ErrorKind::Internal, "A transaction was rolled back because a statement in it had failed."};
        if (news && *m_listener)
            (*m_listener)(*news);
        return Ok{};
    }

    void rollback() override
    {
        (void)m_line.settle();
        forget();
        if (inTransaction())
            (void)m_line.run("ROLLBACK");
    }

    Status savepoint() override
    {
        m_outgoing.mark();
        if (rowCache() != nullptr)
            rowCache()->mark();
        return m_careful ? sendNow() : Status(Ok{});
    }
    Status rollbackToSavepoint() override
    {
        if (rowCache() != nullptr)
            rowCache()->undo();
        const bool there = m_outgoing.undo();
        SATCHEL_TRY(settle()); // what failed late cannot be known to be of this savepoint
        if (there)
            return execute("ROLLBACK TO SAVEPOINT " + m_outgoing.name());
        return m_line.transaction() == PQTRANS_INERROR ? Status(lateError()) : Status(Ok{});
    }
    Status releaseSavepoint() override
    {
        if (rowCache() != nullptr)
            rowCache()->release();
        m_outgoing.release();
        return m_careful ? sendNow() : Status(Ok{});
    }

private:
    bool inTransaction() const
    {
        const PGTransactionStatusType status = m_line.transaction();
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
    }

    static Error lateError()
    {
        return {ErrorKind::Internal, "A transaction cannot go on because a statement in it had failed."};
    }

    void forget()
    {
        cacheRows(false);
        m_outgoing.forget();
        m_late.reset();
    }

    // The answers from `first` on; nobody wants those before.
    Result<std::vector<std::vector<Row>>> askAll(const std::vector<Question>& questions, std::size_t first)
    {
        const auto asked = settled([&] { return m_line.askAll(questions); });
        if (!asked.ok())
            return asked.error();
        std::vector<std::vector<Row>> answers;
        for (std::size_t i = first; i < asked->size(); ++i) {
            SATCHEL_ASSIGN(auto rows, postgres::Line::readAll((*asked)[i].get()));
            answers.push_back(std::move(rows));
        }
        return answers;
    }

    enum class Asking { Only, Writing };
    Status sendWaiting(Asking asking)
    {
        if (m_late)
            return *m_late;
        Status sent = m_batches.send(m_outgoing.takeAll(asking == Asking::Writing));
        if (!sent.ok())
            m_late = sent.error();
        return sent;
    }
    Status sendNow()
    {
        SATCHEL_TRY(sendWaiting(Asking::Writing));
        return settle();
    }

    // What was posted and failed is found out by somebody else: from there on this transaction only goes back.
    template <typename Work>
    std::invoke_result_t<Work> settled(const Work& work)
    {
        if (m_late)
            return *m_late;
        const bool others = m_line.posting();
        auto done = work();
        if (!done.ok() && others)
            m_late = done.error();
        return done;
    }
    Status settle()
    {
        return settled([&] { return m_line.settle(); });
    }

    postgres::Line m_line;
    Outgoing m_outgoing;
    postgres::Batches m_batches{m_line};
    std::shared_ptr<const CommitListener> m_listener;
    std::shared_ptr<Siblings> m_siblings;
    bool m_careful = false;
    std::optional<Error> m_late;
};

/// A connection that does nothing but listen.
class PostgresWatch final : public CommitWatch {
public:
    PostgresWatch(postgres::Connection connection, std::shared_ptr<Siblings> siblings)
        : m_connection(std::move(connection)), m_siblings(std::move(siblings)), m_wakeup(::eventfd(0, EFD_CLOEXEC))
    {}
    ~PostgresWatch() override { ::close(m_wakeup); }

    Result<std::vector<Announcement>> wait(std::chrono::milliseconds patience) override
    {
        pollfd waiting[2] = {{PQsocket(m_connection.get()), POLLIN, 0}, {m_wakeup, POLLIN, 0}};
        (void)::poll(waiting, 2, static_cast<int>(patience.count()));
        std::vector<Announcement> heard;
        if (PQconsumeInput(m_connection.get()) == 0)
            return postgres::gone();
        while (PGnotify* news = PQnotifies(m_connection.get())) {
            const bool own = [&] {
                const std::lock_guard guard(m_siblings->mutex);
                return m_siblings->processes.contains(news->be_pid);
            }();
            if (!own)
                heard.push_back(postgres::unpackNews(news->extra));
            PQfreemem(news);
        }
        return heard;
    }

    void interrupt() override { (void)::eventfd_write(m_wakeup, 1); }

private:
    postgres::Connection m_connection;
    std::shared_ptr<Siblings> m_siblings;
    int m_wakeup;
};

Status checkServer(PGconn* connection)
{
    if (PQserverVersion(connection) < 150000)
        return invalid("Satchel needs PostgreSQL 15 or newer.");
    const Answer result(PQexec(connection, "SELECT current_setting('fsync'), current_setting('synchronous_commit'), "
                                           "current_setting('server_encoding')"));
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
        return postgres::errorOf(connection, result.get());
    const auto setting = [&](int column) { return std::string_view(PQgetvalue(result.get(), 0, column)); };
    if (setting(0) != "on")
        return invalid("PostgreSQL runs with fsync off and could lose what it confirmed. Turn fsync on.");
    if (setting(1) == "off")
        return invalid("PostgreSQL runs with synchronous_commit off and could lose what it confirmed. Turn it on.");
    if (setting(2) != "UTF8")
        return invalid("The PostgreSQL database must be made with the encoding UTF8.");
    return Ok{};
}

class PostgresFactory final : public DatabaseFactory {
public:
    explicit PostgresFactory(std::string url) : m_url(std::move(url)) {}

    Result<std::unique_ptr<Database>> connect() override
    {
        SATCHEL_ASSIGN(auto connection, open());
        SATCHEL_TRY(checkServer(connection.get()));
        auto database = std::make_unique<PostgresDatabase>(std::move(connection), m_listener, m_siblings);
        // Many short statements: compiling plans to machine code costs more than it saves.
        SATCHEL_TRY(database->execute("SET jit = off; SET lock_timeout = '60s'"));
        return std::unique_ptr<Database>(std::move(database));
    }

    Result<std::unique_ptr<CommitWatch>> watch() override
    {
        SATCHEL_ASSIGN(auto connection, open());
        const Answer listening(PQexec(connection.get(), (std::string("LISTEN ") + newsChannel).c_str()));
        if (!postgres::succeeded(listening.get()))
            return postgres::errorOf(connection.get(), listening.get());
        return std::unique_ptr<CommitWatch>(std::make_unique<PostgresWatch>(std::move(connection), m_siblings));
    }

private:
    Result<postgres::Connection> open() const
    {
        const char* keywords[] = {"connect_timeout", "fallback_application_name", "dbname", "client_encoding", nullptr};
        const char* values[] = {"10", "satchel-server", m_url.c_str(), "UTF8", nullptr};
        postgres::Connection connection(PQconnectdbParams(keywords, values, 1));
        if (PQstatus(connection.get()) != CONNECTION_OK)
            return refusal(connection.get());
        PQsetNoticeProcessor(
            connection.get(), [](void*, const char*) {}, nullptr);
        return connection;
    }

    // PostgreSQL's own words may repeat parts of the address, so they only decide between ours.
    static Error refusal(const PGconn* connection)
    {
        if (PQconnectionNeedsPassword(connection) != 0)
            return {ErrorKind::Forbidden, "PostgreSQL asks for a password; put it into ~/.pgpass."};
        const std::string_view words = PQerrorMessage(connection);
        const auto says = [&](std::string_view part) { return words.find(part) != std::string_view::npos; };
        if (says("authentication failed") || says("role \"") || says("pg_hba.conf"))
            return {ErrorKind::Forbidden, "PostgreSQL refused the user or the password."};
        if (says("database \"") && says("does not exist"))
            return {ErrorKind::NotFound, "PostgreSQL has no database of this name."};
        if (says("too many clients") || says("remaining connection slots"))
            return {ErrorKind::Busy, "PostgreSQL has no free connection. Raise its max_connections."};
        return postgres::gone();
    }

    std::string m_url;
    std::shared_ptr<Siblings> m_siblings = std::make_shared<Siblings>();
};

} // namespace

Result<std::unique_ptr<DatabaseFactory>> openPostgres(const std::string& url)
{
    PQconninfoOption* options = PQconninfoParse(url.c_str(), nullptr);
    if (options == nullptr)
        return invalid("The database address is not well formed; it looks like postgresql://USER@HOST:PORT/NAME.");
    PQconninfoFree(options);
    auto factory = std::make_unique<PostgresFactory>(url);
    SATCHEL_TRY(factory->connect());
    return std::unique_ptr<DatabaseFactory>(std::move(factory));
}

} // namespace satchel::server
