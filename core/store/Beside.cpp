// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Beside.h"

#include "core/base/Files.h"
#include "core/store/Meta.h"
#include "sync/protocol/Codec.h"

#include <filesystem>
#include <sqlite3.h>

namespace satchel {

namespace {

// About as much as the pages that a connection to a file keeps in memory anyway (some 800 bytes a row).
constexpr std::int64_t mostInMemory = 80'000;

// What a download brings, as opposed to what the laptop itself has made or been told apart from it. History is both.
bool isDownloaded(std::string_view table)
{
    for (const char* name : {"member", "scope", "digest", "base_row", "unknown_field", "history"})
        if (table == name)
            return true;
    return table.starts_with("search_") || table.starts_with("sqlite_") || schema::entityNamed(table) != nullptr;
}

void bindColumn(sqlite::Statement& to, int index, const sqlite::Statement& from, int column)
{
    switch (from.type(column)) {
    case sqlite::Statement::Type::Integer: to.bind(index, from.integer(column)); break;
    case sqlite::Statement::Type::Text: to.bindText(index, from.text(column)); break;
    case sqlite::Statement::Type::Blob: to.bindBlob(index, from.blob(column)); break;
    case sqlite::Statement::Type::Null: to.bindNull(index); break;
    }
}

} // namespace

/// The copying of pages from one database into another; begun, it holds the write lock of the other until it goes.
class Beside::Transfer {
public:
    static Result<Transfer> begin(sqlite::Connection& to, sqlite::Connection& from)
    {
        Transfer transfer(to, sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
        if (transfer.m_backup == nullptr)
            return sqlite::lastError(to.handle());
        // No page yet: this takes the lock, waiting for a writer as long as the connection is told to.
        if (const int code = sqlite3_backup_step(transfer.m_backup, 0); code != SQLITE_OK)
            return transfer.failed(code);
        return transfer;
    }
    Transfer(Transfer&& other) noexcept : m_to(other.m_to), m_backup(other.m_backup) { other.m_backup = nullptr; }
    ~Transfer() { sqlite3_backup_finish(m_backup); } // gives up what was not finished

    Status finish()
    {
        if (const int code = sqlite3_backup_step(m_backup, -1); code != SQLITE_DONE)
            return failed(code);
        const int code = sqlite3_backup_finish(m_backup);
        m_backup = nullptr;
        return code == SQLITE_OK ? Status(Ok{}) : failed(code);
    }

private:
    Transfer(sqlite::Connection& to, sqlite3_backup* backup) : m_to(to), m_backup(backup) {}

    Error failed(int code)
    {
        sqlite3_backup_finish(m_backup); // leaves its code where lastError() looks
        m_backup = nullptr;
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            return {ErrorKind::Busy, "The records are in use; they will be put in order with the next sync."};
        return sqlite::lastError(m_to.handle());
    }

    sqlite::Connection& m_to;
    sqlite3_backup* m_backup;
};

Result<std::unique_ptr<Beside>> Beside::begin(Replica& live, const std::string& folder, std::int64_t rows)
{
    std::unique_ptr<Beside> beside(new Beside(live, folder));
    std::error_code code;
    std::filesystem::remove_all(folder, code);
    SATCHEL_TRY(makePrivateFolder(folder));
    beside->m_file = rows <= mostInMemory ? sqlite::Connection::inSharedMemory() : folder + "/replica.sqlite";
    SATCHEL_ASSIGN(beside->m_bare, sqlite::Connection::open(beside->m_file, sqlite::Connection::Mode::Scratch));
    SATCHEL_TRY(beside->makeTables(*beside->m_bare));
    // It forgets what it knows of its tables: the search indexes are filled behind its back.
    SATCHEL_TRY(beside->m_bare->execute("PRAGMA writable_schema=RESET"));
    return beside;
}

// Those of the live one, whose migrations need not be gone through again. Search indexes make tables of their own.
Status Beside::makeTables(sqlite::Connection& empty)
{
    sqlite::Connection& live = m_live.connection();
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(empty));
    SATCHEL_ASSIGN(auto model, live.prepare("SELECT type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT "
                                            "LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT IN (SELECT name FROM "
                                            "pragma_table_list WHERE type='shadow') ORDER BY rowid"));
    for (;;) {
        SATCHEL_ASSIGN(const bool found, model.step());
        if (!found)
            break;
        if (model.text(0) == "index")
            m_indexes.emplace_back(model.text(1));
        else
            SATCHEL_TRY(empty.execute(std::string(model.text(1))));
    }
    for (const char* pragma : {"application_id", "user_version"}) {
        SATCHEL_ASSIGN(const std::int64_t value, live.integer(std::string("PRAGMA ") + pragma));
        SATCHEL_TRY(empty.execute(std::string("PRAGMA ") + pragma + "=" + std::to_string(value)));
    }
    return transaction.commit();
}

Beside::~Beside()
{
    m_bare.reset();
    m_replica.reset();
    std::error_code code;
    std::filesystem::remove_all(m_folder, code);
}

/// What the live replica has published.
struct Beside::Published {
    std::vector<RowKey> rows;
    std::vector<Membership> members;
    std::map<Scope, std::int64_t> scopes;
};

Status Beside::adopt(const ReplicaIdentity& identity, bool withPublished, const std::map<Scope, std::int64_t>& scopes,
                     const std::optional<RowCount>& counted)
{
    m_replica = Replica::onScratch(m_folder, m_live.environment(), std::move(m_bare));
    Published present;
    if (withPublished) {
        SATCHEL_ASSIGN(present, published(identity));
    }
    Publisher publisher(*m_replica, identity);
    ScopeSums& sums = publisher.sums();
    // One by one only where that is less than all of it.
    const std::size_t brought = present.rows.size() + present.members.size();
    const bool oneByOne = counted && static_cast<std::int64_t>(brought) < counted->rows / 8;
    {
        SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_replica->connection()));
        if (oneByOne) {
            sums.start(counted->sums);
            for (const Membership& member : present.members)
                SATCHEL_TRY(sums.touchAggregate(member.row));
            for (const RowKey& row : present.rows)
                SATCHEL_TRY(sums.touch(row));
            sums.membershipsMoved();
        }
        SATCHEL_TRY(copyPublished(identity, present));
        for (const auto& [scope, seq] : scopes)
            present.scopes.insert_or_assign(scope, seq);
        for (const auto& [scope, seq] : present.scopes) {
            SATCHEL_ASSIGN(auto statement,
                           m_replica->connection().prepare("INSERT INTO scope(scope, seq) VALUES(?1, ?2)"));
            SATCHEL_TRY(statement.bindBlob(1, scope.toBytes()).bind(2, seq).run());
        }
        SATCHEL_TRY(transaction.commit());
    }
    if (!oneByOne)
        SATCHEL_TRY(sums.countAll());
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_replica->connection()));
    if (oneByOne)
        for (const auto& [row, place] : sums.touched())
            SATCHEL_TRY(sums.countAgain(row));
    SATCHEL_TRY(sums.write());
    return transaction.commit();
}

Result<std::vector<Digest>> Beside::digests(const ReplicaIdentity& identity)
{
    return Publisher(*m_replica, identity).sums().stored();
}

Result<Beside::Published> Beside::published(const ReplicaIdentity& identity)
{
    sqlite::Connection& live = m_live.connection();
    Overlay bases(live, identity.user, identity.incarnation);
    ScopeSums sums(live, bases, identity.digestKey);
    Published published;
    SATCHEL_ASSIGN(published.scopes, sums.scopes());
    for (const Entity& entity : schema::entities()) {
        SATCHEL_ASSIGN(const auto ids, sums.allRows(entity));
        for (const Id& id : ids)
            published.rows.push_back({entity.number, id});
    }
    SATCHEL_ASSIGN(auto members, live.prepare("SELECT row, scope, entity FROM member"));
    for (;;) {
        SATCHEL_ASSIGN(const bool found, members.step());
        if (!found)
            return published;
        if (const auto scope = Scope::fromBytes(members.blob(1)))
            published.members.push_back({*scope, {static_cast<int>(members.integer(2)), members.id(0)}, true});
    }
}

Status Beside::copyPublished(const ReplicaIdentity& identity, const Published& published)
{
    sqlite::Connection& connection = m_replica->connection();
    Overlay bases(m_live.connection(), identity.user, identity.incarnation);
    Rows rows(connection);
    for (const RowKey& key : published.rows) {
        SATCHEL_ASSIGN(const auto image, bases.base(key));
        if (!image || image->rev == 0)
            continue; // the server does not know it
        const Record record = Overlay::toRecord(*image);
        SATCHEL_ASSIGN(const auto present, rows.find(*record.entity, record.id));
        if (!present || present->rev < record.rev)
            SATCHEL_TRY(rows.put(record));
    }
    for (const Membership& member : published.members) {
        SATCHEL_ASSIGN(auto statement,
                       connection.prepare("INSERT OR IGNORE INTO member(row, scope, entity) VALUES(?1, ?2, ?3)"));
        statement.bind(1, member.row.id).bindBlob(2, member.scope.toBytes());
        SATCHEL_TRY(statement.bind(3, std::int64_t{member.row.entity}).run());
    }
    return copyHistory();
}

// The segments may have brought the same lines.
Status Beside::copyHistory()
{
    sqlite::Connection& to = m_replica->connection();
    SATCHEL_ASSIGN(auto read,
                   m_live.connection().prepare("SELECT entity, row, seq, field, \"from\", \"to\", user, device, "
                                               "at, rule FROM history WHERE seq>0"));
    SATCHEL_ASSIGN(auto write,
                   to.prepare("INSERT INTO history(entity, row, seq, field, \"from\", \"to\", user, device, at, rule) "
                              "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 WHERE NOT EXISTS (SELECT 1 FROM history "
                              "WHERE entity=?1 AND row=?2 AND seq=?3 AND field=?4 AND rule=?10)"));
    for (;;) {
        SATCHEL_ASSIGN(const bool found, read.step());
        if (!found)
            return Ok{};
        for (int i = 0; i < 10; ++i)
            bindColumn(write, i + 1, read, i);
        SATCHEL_TRY(write.run());
    }
}

// The live file is locked for writing: what it says now is what it will say when its place is taken.
Status Beside::moveOwn(const ReplicaIdentity& identity)
{
    sqlite::Connection& connection = m_replica->connection();
    SATCHEL_TRY(connection.attach(m_live.folder() + "/replica.sqlite", "live"));
    const Status moved = [&]() -> Status {
        // Deferred: an immediate one would want to write in both files.
        SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(connection, sqlite::Transaction::Kind::Deferred));
        SATCHEL_TRY(moveTables());
        SATCHEL_TRY(overlayPending(identity));
        SATCHEL_TRY(Meta(connection).set("refetch", 0));
        return transaction.commit();
    }();
    SATCHEL_TRY(moved);
    return connection.execute("DETACH live");
}

Status Beside::moveTables()
{
    sqlite::Connection& connection = m_replica->connection();
    std::vector<std::string> names;
    {
        SATCHEL_ASSIGN(auto tables, connection.prepare("SELECT name FROM live.sqlite_schema WHERE type='table'"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, tables.step());
            if (!found)
                break;
            if (!isDownloaded(tables.text(0)))
                names.emplace_back(tables.text(0));
        }
    }
    for (const std::string& name : names) {
        SATCHEL_TRY(connection.execute("DELETE FROM main.\"" + name + "\""));
        SATCHEL_TRY(connection.execute("INSERT INTO main.\"" + name + "\" SELECT * FROM live.\"" + name + "\""));
    }
    return connection.execute("INSERT INTO main.history SELECT * FROM live.history WHERE seq=0");
}

// Rows with unanswered changes are shown as those make them of the new images. Stamps that had gathered stay good where
// the image is the one they belong to.
Status Beside::overlayPending(const ReplicaIdentity& identity)
{
    sqlite::Connection& connection = m_replica->connection();
    std::vector<std::pair<RowKey, Bytes>> pending;
    {
        SATCHEL_ASSIGN(auto rows, connection.prepare("SELECT DISTINCT o.entity, o.row, b.image FROM main.outbox_row o "
                                                     "LEFT JOIN live.base_row b ON b.entity=o.entity AND b.row=o.row"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, rows.step());
            if (!found)
                break;
            pending.emplace_back(RowKey{static_cast<int>(rows.integer(0)), rows.id(1)}, rows.blob(2));
        }
    }
    Overlay overlay(connection, identity.user, identity.incarnation);
    Rows table(connection);
    for (const auto& [key, kept] : pending) {
        SATCHEL_ASSIGN(const auto record, table.find(*schema::entityNumbered(key.entity), key.id));
        std::optional<RowUpsert> image = record ? std::optional(Overlay::toImage(*record)) : std::nullopt;
        if (image && !kept.empty()) {
            SATCHEL_ASSIGN(RowUpsert before, decodeRow(kept));
            if (before.rev == image->rev)
                image = std::move(before);
        }
        SATCHEL_TRY(overlay.setBase(key, image));
    }
    return Ok{};
}

Result<PublishReport> Beside::takePlace(const ReplicaIdentity& identity, const std::vector<PullReply>& tail)
{
    SATCHEL_ASSIGN(Transfer transfer, Transfer::begin(m_live.connection(), m_replica->connection()));
    SATCHEL_TRY(moveOwn(identity));
    SATCHEL_ASSIGN(PublishReport report, Publisher(*m_replica, identity).publish(tail, false));
    if (!report.equal)
        return report;
    SATCHEL_TRY(transfer.finish());
    // So that the log does not stay as long as the whole file; if somebody is reading, it is done another time.
    static_cast<void>(m_live.connection().execute("PRAGMA wal_checkpoint(PASSIVE)"));
    return report;
}

} // namespace satchel
