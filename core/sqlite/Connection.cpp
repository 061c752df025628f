// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/Connection.h"

#include <atomic>
#include <fcntl.h>
#include <mutex>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace satchel::sqlite {

Error lastError(sqlite3* handle)
{
    const int code = sqlite3_extended_errcode(handle);
    switch (code & 0xFF) {
    case SQLITE_FULL: return {ErrorKind::Full, "The disk is full. Nothing was changed; free some space and try again."};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorKind::Busy, "The database is in use by another program. Try again in a moment."};
    case SQLITE_NOTADB: return {ErrorKind::Corrupt, "The file is not a Satchel database."};
    case SQLITE_CORRUPT: return {ErrorKind::Corrupt, "The database file is damaged."};
    case SQLITE_READONLY:
        return {ErrorKind::Forbidden, "The database cannot be written: the file or disk is read-only."};
    case SQLITE_CANTOPEN: return {ErrorKind::Forbidden, "The database file could not be opened."};
    case SQLITE_IOERR: {
        if (code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ)
            return {ErrorKind::Corrupt, "The disk could not be read. Nothing was changed."};
        // A write cut short by a quota or a file size limit also arrives here.
        return {ErrorKind::Full, "The disk could not be written (it may be full). Nothing was changed."};
    }
    default:
        return {ErrorKind::Internal, std::string("The database refused a statement (") + sqlite3_errmsg(handle) + ")."};
    }
}

namespace {

void note(sqlite3* handle, Health& health)
{
    const int code = sqlite3_errcode(handle) & 0xFF;
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        health = Health::Damaged;
    else if (code == SQLITE_ERROR && health == Health::Good)
        health = Health::Suspect; // a damaged schema is seen like this too
}

// Whoever names a file begins with a folder.
constexpr std::string_view sharedMemory = "file:/shared-";

// A file's name as a URI, to which parameters can be added.
std::string uriOf(const std::string& path)
{
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            constexpr const char* digits = "0123456789ABCDEF";
            uri += {'%', digits[static_cast<unsigned char>(c) >> 4], digits[c & 0xF]};
        } else {
            uri += c;
        }
    }
    return uri;
}

} // namespace

Statement::Statement(Statement&& other) noexcept : m_statement(other.m_statement), m_health(other.m_health)
{
    other.m_statement = nullptr;
}

Statement::~Statement()
{
    if (m_statement != nullptr) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
}

// Binding can only fail for an index that is not there or text over 1 GB, both refused earlier by our own limits.
Statement& Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement, index);
    return *this;
}

Statement& Statement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, index, value);
    return *this;
}

Statement& Statement::bindText(int index, std::string_view text)
{
    // An empty view may have no address, which SQLite would take for NULL.
    sqlite3_bind_text64(m_statement, index, text.empty() ? "" : text.data(), text.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
    return *this;
}

Statement& Statement::bindBlob(int index, std::string_view bytes)
{
    sqlite3_bind_blob64(m_statement, index, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::lendText(int index, std::string_view text)
{
    sqlite3_bind_text64(m_statement, index, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement& Statement::lendBlob(int index, std::string_view bytes)
{
    sqlite3_bind_blob64(m_statement, index, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind(int index, const Value& value)
{
    if (value.isInteger())
        return bind(index, value.integer());
    if (value.isText())
        return bindText(index, value.text());
    if (value.isId())
        return bindBlob(index, value.id().view());
    return bindNull(index);
}

Statement& Statement::lend(int index, const Value& value)
{
    if (value.isText())
        return lendText(index, value.text());
    if (const Id* id = value.asId())
        return lendBlob(index, id->view());
    return bind(index, value);
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    note(sqlite3_db_handle(m_statement), *m_health);
    return lastError(sqlite3_db_handle(m_statement));
}

Status Statement::run()
{
    SATCHEL_TRY(step());
    reset();
    return Ok{};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string_view Statement::text(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return text == nullptr
               ? std::string_view()
               : std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
}

std::string_view Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return bytes == nullptr
               ? std::string_view()
               : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
}

Id Statement::id(int column) const
{
    return Id::fromBytes(blob(column)).value_or(Id{});
}

Value Statement::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_TEXT: return std::string(text(column));
    case SQLITE_BLOB: return id(column);
    default: return {};
    }
}

Statement::Type Statement::type(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_NULL: return Type::Null;
    case SQLITE_INTEGER: return Type::Integer;
    case SQLITE_BLOB: return Type::Blob;
    default: return Type::Text;
    }
}

int Statement::columns() const
{
    return sqlite3_column_count(m_statement);
}

int Statement::parameters() const
{
    return sqlite3_bind_parameter_count(m_statement);
}

std::string Connection::inSharedMemory()
{
    static std::atomic<int> made = 0;
    return std::string(sharedMemory) + std::to_string(++made) + "?vfs=memdb";
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, Mode mode)
{
    const bool shared = path.starts_with(sharedMemory);
    // Statistics of memory that nobody reads would cost a lock at every allocation. Refused, and no matter, when
    // somebody else in this process has begun to use SQLite.
    static std::once_flag configured;
    std::call_once(configured, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
    if ((mode == Mode::Create || mode == Mode::Scratch) && path != inMemory && !shared) {
        // Made here first, so that SQLite gives its -wal and -shm files the same 0600. Never opened if it is there:
        // closing it again would take away the POSIX locks that this process's other connections hold on it, and
        // another program would then believe that nobody uses the database and delete the -wal under them.
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (file >= 0)
            ::close(file);
    }
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_shared = shared;
    const bool durable = mode == Mode::ReadWrite || mode == Mode::Create;
    const int flags = (durable || mode == Mode::Scratch ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (mode == Mode::Frozen || shared ? SQLITE_OPEN_URI : 0);
    const std::string name = mode == Mode::Frozen ? uriOf(path) + "?immutable=1" : path;
    if (sqlite3_open_v2(name.c_str(), &connection->m_handle, flags, nullptr) != SQLITE_OK) {
        Error error = lastError(connection->m_handle);
        error.message += " (" + path + ")";
        return error;
    }
    sqlite3_busy_timeout(connection->m_handle, 5000);
    SATCHEL_TRY(connection->execute("PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY;"
                                    "PRAGMA mmap_size=268435456;"));
    if (mode == Mode::Inspect)
        sqlite3_db_config(connection->m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (durable)
        SATCHEL_TRY(connection->execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"));
    if (mode == Mode::Scratch)
        SATCHEL_TRY(connection->execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536; "
                                        "PRAGMA secure_delete=OFF; PRAGMA mmap_size=0"));
    SATCHEL_TRY(connection->integer("SELECT count(*) FROM sqlite_schema")); // reads the header: not a database?
    return connection;
}

Connection::~Connection()
{
    for (const auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

Error Connection::noted()
{
    note(m_handle, *m_health);
    return lastError(m_handle);
}

Result<Statement> Connection::prepare(std::string_view sql)
{
    const auto cached = m_statements.find(sql);
    if (cached != m_statements.end() && sqlite3_stmt_busy(cached->second) == 0)
        return Statement(cached->second, m_health.get());
    if (cached != m_statements.end())
        return Error{ErrorKind::Internal, "A statement was used inside itself: " + std::string(sql)};
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr) != SQLITE_OK)
        return noted();
    m_statements.emplace(sql, statement);
    return Statement(statement, m_health.get());
}

Status Connection::execute(const std::string& sql)
{
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return noted();
    return Ok{};
}

Result<std::int64_t> Connection::integer(std::string_view sql)
{
    SATCHEL_ASSIGN(Statement statement, prepare(sql));
    SATCHEL_ASSIGN(const bool row, statement.step());
    return row ? statement.integer(0) : 0;
}

// One in memory would look for the other there, too.
Status Connection::attach(const std::string& path, const std::string& as)
{
    SATCHEL_ASSIGN(auto statement, prepare("ATTACH ?1 AS \"" + as + "\""));
    return statement.bindText(1, m_shared ? uriOf(path) + "?vfs=" + sqlite3_vfs_find(nullptr)->zName : path).run();
}

std::int64_t Connection::changes() const
{
    return sqlite3_changes64(m_handle);
}

std::int64_t Connection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

Result<Transaction> Transaction::begin(Connection& connection, Kind kind)
{
    SATCHEL_ASSIGN(auto begin, connection.prepare(kind == Kind::Immediate ? "BEGIN IMMEDIATE" : "BEGIN"));
    SATCHEL_TRY(begin.run());
    return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept : m_connection(other.m_connection)
{
    other.m_connection = nullptr;
}

Transaction::~Transaction()
{
    if (m_connection != nullptr && m_connection->inTransaction())
        (void)m_connection->execute("ROLLBACK");
}

Status Transaction::commit()
{
    SATCHEL_TRY(m_connection->execute("COMMIT")); // tests of lost power look for this call
    m_connection = nullptr;
    return Ok{};
}

} // namespace satchel::sqlite
