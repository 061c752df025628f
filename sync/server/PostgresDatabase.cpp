// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/PostgresDatabase.h"

#include "sync/server/PostgresValues.h"

#include <libpq-fe.h>
#include <map>

namespace satchel::server {

namespace {

// Every Satchel server on this database takes this advisory lock to write and to number what it writes.
constexpr auto sequencingLock = "SELECT pg_advisory_xact_lock(6003968721)";
constexpr std::size_t statementsKept = 1000;
constexpr auto unreachable = "The PostgreSQL server cannot be reached. Try again in a moment.";

struct ResultDeleter {
    void operator()(PGresult* result) const { PQclear(result); }
};
struct ConnectionDeleter {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using PgResult = std::unique_ptr<PGresult, ResultDeleter>;
using PgConnection = std::unique_ptr<PGconn, ConnectionDeleter>;

bool succeeded(const PgResult& result)
{
    const ExecStatusType status = PQresultStatus(result.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

/// What went wrong, without SQL text or values.
Error errorOf(const PGconn* connection, const PgResult& result)
{
    const char* code = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    const std::string state = code == nullptr ? "" : code;
    // What has no code did not come from the server: libpq lost it on the way.
    if (state.empty() || PQstatus(connection) == CONNECTION_BAD || state.starts_with("08") || state.starts_with("57P"))
        return {ErrorKind::Unreachable, unreachable};
    if (state == "53100")
        return {ErrorKind::Full, "The disk of the PostgreSQL server is full. Nothing was changed."};
    if (state.starts_with("53") || state.starts_with("40") || state == "55P03" || state == "57014")
        return {ErrorKind::Busy, "The database is busy. Try again in a moment."};
    if (state == "42501" || state == "25006")
        return {ErrorKind::Forbidden, "The PostgreSQL user may not write to the database."};
    if (state.starts_with("XX"))
        return {ErrorKind::Corrupt, "The PostgreSQL database is damaged."};
    std::string message = "The database refused a statement (" + state + ")";
    // Of these two classes PostgreSQL's first sentence names only tables, columns and constraints.
    if (const char* first = PQresultErrorField(result.get(), PG_DIAG_MESSAGE_PRIMARY);
        first != nullptr && (state.starts_with("42") || state.starts_with("23")))
        message += std::string(": ") + first;
    return {ErrorKind::Internal, message};
}

struct Prepared {
    std::string name;
    std::vector<Oid> types; ///< of the parameters, as PostgreSQL understood them
};

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(PgConnection connection) : m_connection(std::move(connection)) {}

    Result<std::vector<Row>> query(std::string_view sql, const std::vector<Cell>& parameters) override
    {
        std::vector<Row> rows;
        SATCHEL_TRY(each(sql, parameters, [&](const Row& row) -> Status {
            rows.push_back(row);
            return Ok{};
        }));
        return rows;
    }

    // The whole answer is read before the first row is handed out, so that `take` may use the connection itself.
    Status each(std::string_view sql, const std::vector<Cell>& parameters,
                const std::function<Status(const Row&)>& take) override
    {
        SATCHEL_ASSIGN(const Prepared* prepared, prepare(sql, parameters));
        SATCHEL_ASSIGN(const postgres::Parameters encoded, postgres::encodeParameters(prepared->types, parameters));
        const PgResult result(PQexecPrepared(m_connection.get(), prepared->name.c_str(),
                                             static_cast<int>(encoded.values.size()), encoded.values.data(),
                                             encoded.lengths.data(), encoded.formats.data(), 1));
        if (!succeeded(result))
            return errorOf(m_connection.get(), result);
        Row row(static_cast<std::size_t>(PQnfields(result.get())));
        for (int i = 0; i < PQntuples(result.get()); ++i) {
            for (int column = 0; column < PQnfields(result.get()); ++column) {
                if (PQgetisnull(result.get(), i, column) != 0) {
                    row[static_cast<std::size_t>(column)] = Cell();
                    continue;
                }
                const std::string_view bytes(PQgetvalue(result.get(), i, column),
                                             static_cast<std::size_t>(PQgetlength(result.get(), i, column)));
                SATCHEL_ASSIGN(row[static_cast<std::size_t>(column)],
                               postgres::decodeCell(PQftype(result.get(), column), bytes));
            }
            SATCHEL_TRY(take(row));
        }
        return Ok{};
    }

    Status execute(const std::string& sql) override
    {
        const PgResult result(PQexec(m_connection.get(), sql.c_str()));
        if (!succeeded(result))
            return errorOf(m_connection.get(), result);
        return Ok{};
    }

    Status begin(Access access) override
    {
        if (inTransaction())
            return Error{ErrorKind::Internal, "A transaction was begun inside another one."};
        if (access == Access::Read)
            return execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        SATCHEL_TRY(execute("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"));
        const Status locked = execute(sequencingLock);
        if (!locked.ok())
            rollback();
        return locked;
    }

    Status commit() override
    {
        const PgResult result(PQexec(m_connection.get(), "COMMIT"));
        if (!succeeded(result)) {
            const Error error = errorOf(m_connection.get(), result);
            rollback();
            return error;
        }
        // A transaction with a failed statement in it answers COMMIT by rolling back, without an error.
        if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
            return Error{ErrorKind::Internal, "A transaction was rolled back because a statement in it had failed."};
        return Ok{};
    }

    void rollback() override
    {
        if (inTransaction())
            (void)execute("ROLLBACK");
    }

    Status savepoint() override { return execute("SAVEPOINT one_change"); }
    Status rollbackToSavepoint() override { return execute("ROLLBACK TO SAVEPOINT one_change"); }
    Status releaseSavepoint() override { return execute("RELEASE SAVEPOINT one_change"); }

private:
    bool inTransaction() const
    {
        const PGTransactionStatusType status = PQtransactionStatus(m_connection.get());
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
    }

    // First with types as PostgreSQL infers them from the columns, which serves every pattern of NULLs. Where it
    // cannot infer them, or infers something else than what is given, once more with the types of the cells.
    Result<const Prepared*> prepare(std::string_view sql, const std::vector<Cell>& parameters)
    {
        const auto plain = m_prepared.find(sql);
        if (plain != m_prepared.end() && postgres::fits(plain->second.types, parameters))
            return &plain->second;
        const std::string key = std::string(sql) + '\0' + postgres::signature(parameters);
        if (const auto typed = m_prepared.find(key); typed != m_prepared.end())
            return &typed->second;
        if (plain == m_prepared.end()) {
            const auto prepared = prepareAs(std::string(sql), sql, {});
            if (!prepared.ok() && prepared.error().kind != ErrorKind::Internal)
                return prepared.error();
            if (prepared.ok() && postgres::fits((*prepared)->types, parameters))
                return *prepared;
        }
        return prepareAs(key, sql, postgres::typesOf(parameters));
    }

    Result<const Prepared*> prepareAs(const std::string& key, std::string_view sql, const std::vector<Oid>& types)
    {
        // A statement that fails to prepare must not take the caller's transaction with it.
        const bool guarded = PQtransactionStatus(m_connection.get()) == PQTRANS_INTRANS;
        if (guarded)
            SATCHEL_TRY(execute("SAVEPOINT preparing"));
        auto prepared = prepareNow(sql, types);
        if (!prepared.ok() && guarded)
            SATCHEL_TRY(execute("ROLLBACK TO SAVEPOINT preparing"));
        if (guarded)
            SATCHEL_TRY(execute("RELEASE SAVEPOINT preparing"));
        if (!prepared.ok())
            return prepared.error();
        return &m_prepared.emplace(key, std::move(*prepared)).first->second;
    }

    Result<Prepared> prepareNow(std::string_view sql, const std::vector<Oid>& types)
    {
        if (m_prepared.size() >= statementsKept) {
            SATCHEL_TRY(execute("DEALLOCATE ALL"));
            m_prepared.clear();
        }
        Prepared prepared{"s" + std::to_string(++m_counter), {}};
        const PgResult made(PQprepare(m_connection.get(), prepared.name.c_str(), std::string(sql).c_str(),
                                      static_cast<int>(types.size()), types.data()));
        if (!succeeded(made))
            return errorOf(m_connection.get(), made);
        const PgResult described(PQdescribePrepared(m_connection.get(), prepared.name.c_str()));
        if (!succeeded(described))
            return errorOf(m_connection.get(), described);
        for (int i = 0; i < PQnparams(described.get()); ++i)
            prepared.types.push_back(PQparamtype(described.get(), i));
        return prepared;
    }

    PgConnection m_connection;
    std::map<std::string, Prepared, std::less<>> m_prepared;
    std::uint64_t m_counter = 0;
};

Status checkServer(PGconn* connection)
{
    if (PQserverVersion(connection) < 150000)
        return invalid("Satchel needs PostgreSQL 15 or newer.");
    const PgResult result(PQexec(connection, "SELECT current_setting('fsync'), current_setting('synchronous_commit'), "
                                             "current_setting('server_encoding')"));
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
        return errorOf(connection, result);
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
        const char* keywords[] = {"connect_timeout", "fallback_application_name", "dbname", "client_encoding", nullptr};
        const char* values[] = {"10", "satchel-server", m_url.c_str(), "UTF8", nullptr};
        PgConnection connection(PQconnectdbParams(keywords, values, 1));
        if (PQstatus(connection.get()) != CONNECTION_OK)
            return refusal(connection.get());
        PQsetNoticeProcessor(
            connection.get(), [](void*, const char*) {}, nullptr);
        SATCHEL_TRY(checkServer(connection.get()));
        auto database = std::make_unique<PostgresDatabase>(std::move(connection));
        // Many short statements: compiling plans to machine code costs more than it saves.
        SATCHEL_TRY(database->execute("SET jit = off; SET lock_timeout = '60s'"));
        return std::unique_ptr<Database>(std::move(database));
    }

private:
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
        return {ErrorKind::Unreachable, unreachable};
    }

    std::string m_url;
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
