// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Rescue.h"

#include "core/base/Files.h"
#include "core/schema/Wording.h"
#include "core/store/IdentityFile.h"
#include "core/store/Meta.h"
#include "core/store/Migrations.h"
#include "core/store/Overlay.h"
#include "core/store/RedoLog.h"
#include "core/store/Rows.h"
#include "core/store/SearchText.h"
#include "core/store/UndoLog.h"
#include "sync/protocol/Codec.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace satchel {

namespace {

using Mode = sqlite::Connection::Mode;

constexpr const char* building = ".new";
constexpr const char* built = ".rescued-"; ///< and the date: complete, and not yet in its place

// What a sync brings anew, in tables of its own; whatever else a replica keeps is rescued.
const std::set<std::string> fetchedAnew = {"meta",       "scope",         "member", "digest", "base_row",
                                           "outbox_row", "unknown_field", "outbox", "undo",   "undo_id"};
const std::set<std::string> factsFetchedAnew = {"checkpoint", "salt", "search_version", "refetch"};

std::string number(std::int64_t count, const char* one, const char* many)
{
    return count == 1 ? std::string("one ") + one : std::to_string(count) + " " + many;
}

bool samePerson(const ReplicaIdentity& a, const ReplicaIdentity& b)
{
    return a.user == b.user && a.device == b.device;
}

void copyValue(const sqlite::Statement& from, int column, sqlite::Statement& to)
{
    switch (from.type(column)) {
    case sqlite::Statement::Type::Null: to.bindNull(column + 1); return;
    case sqlite::Statement::Type::Integer: to.bind(column + 1, from.integer(column)); return;
    case sqlite::Statement::Type::Text: to.bindText(column + 1, from.text(column)); return;
    case sqlite::Statement::Type::Blob: to.bindBlob(column + 1, from.blob(column)); return;
    }
}

} // namespace

Rescue::Rescue(std::string folder, Environment& environment)
    : m_folder(std::move(folder)), m_file(m_folder + "/replica.sqlite"), m_environment(environment)
{}

// Whether somebody has signed in here, whatever became of the database.
bool Rescue::isProfile() const
{
    return fileLength(m_folder + "/identity").has_value();
}

Status Rescue::setAside(const std::string& from, const std::string& to) const
{
    return fileLength(from) ? renameFile(from, to) : Status(Ok{});
}

// From the moment that replica.sqlite.rescued-DATE is there, it is the replica; each step may be the last of a program.
Status Rescue::swap(const std::string& date)
{
    const std::string damaged = beside(".damaged-") + date;
    for (const char* suffix : {"-wal", "-shm", "-journal", ""})
        SATCHEL_TRY(setAside(beside(suffix), damaged + suffix));
    return renameFile(beside(built) + date, m_file);
}

Result<bool> Rescue::finishInterrupted()
{
    std::error_code code;
    const std::string prefix = "replica.sqlite" + std::string(built);
    std::string date;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, code))
        if (entry.path().filename().string().starts_with(prefix))
            date = entry.path().filename().string().substr(prefix.size());
    if (date.empty())
        return false;
    SATCHEL_TRY(swap(date));
    return true;
}

bool Rescue::isSuspect()
{
    auto connection = sqlite::Connection::open(m_file, Mode::Inspect);
    return connection && !Salvage(**connection).hasItsTables();
}

bool Rescue::isFine(const UseMark& mark)
{
    if (mark.wasDamaged())
        return false;
    const std::int64_t log = fileLength(beside("-wal")).value_or(0);
    auto connection = sqlite::Connection::open(m_file, Mode::Inspect);
    if (!connection)
        return connection.error().kind != ErrorKind::Corrupt;
    Salvage salvage(**connection);
    // A log that is gone may have left the file between two states, each of whose pages is sound.
    if (!salvage.isSound(mark.wasLeftOpen() && log == 0) || !salvage.hasItsTables())
        return false;
    const auto mine = readIdentityFile(m_folder);
    const auto found = salvage.identity();
    return !mine || !*mine || !found || samePerson(**mine, *found);
}

Result<std::string> Rescue::examine(const UseMark& mark)
{
    SATCHEL_ASSIGN(const bool finished, finishInterrupted());
    if (finished)
        return std::string(
            "The file with your records was damaged, and Satchel has built a new one beside it. The next "
            "sync fetches what is missing.");
    // A rollback journal is not ours: a replica never uses one, and SQLite would write its pages over the records.
    if (fileLength(beside("-journal")) && fileLength(m_file).value_or(0) > 0)
        SATCHEL_TRY(setAside(beside("-journal"), beside(".damaged-") + dateOf(m_environment.now()) + "-journal"));
    const std::int64_t log = fileLength(beside("-wal")).value_or(0);
    if (fileLength(m_file).value_or(0) == 0)
        return isProfile() ? run() : Result<std::string>(std::string());
    if ((!mark.wasLeftOpen() && log == 0) || isFine(mark))
        return std::string();
    return run();
}

void Rescue::openSources()
{
    m_sources.clear();
    const bool log = fileLength(beside("-wal")).value_or(0) > 0;
    for (const Mode mode : {Mode::Inspect, Mode::Frozen}) {
        if (mode == Mode::Frozen && !log)
            continue;
        auto connection = sqlite::Connection::open(m_file, mode);
        if (!connection)
            continue;
        Salvage salvage(**connection);
        m_sources.push_back({std::move(connection).value(), salvage});
    }
    // The file alone is sound and with its log it is not: then the log is to blame.
    if (m_sources.size() == 2 && !m_sources[0].salvage.isSound(false) && m_sources[1].salvage.isSound(false))
        std::swap(m_sources[0], m_sources[1]);
}

std::optional<ReplicaIdentity> Rescue::chooseIdentity()
{
    std::optional<ReplicaIdentity> chosen;
    if (auto file = readIdentityFile(m_folder); file && *file)
        chosen = std::move(*file);
    for (Source& source : m_sources) {
        const auto found = source.salvage.identity();
        // The database is ahead of the file only for the moment in which a replica takes a new incarnation.
        if (found && (!chosen || samePerson(*found, *chosen)))
            return found;
    }
    return chosen;
}

// A log of another database shows that one's records: not this person's.
void Rescue::dropStrangers(const ReplicaIdentity& identity)
{
    std::erase_if(m_sources, [&identity](Source& source) {
        const auto found = source.salvage.identity();
        return found && !samePerson(*found, identity);
    });
}

Status Rescue::copyFacts(sqlite::Connection& to)
{
    Meta meta(to);
    for (Source& source : m_sources)
        for (const auto& [key, value] : source.salvage.facts()) {
            SATCHEL_ASSIGN(const std::string present, meta.text(key));
            if (!present.empty() || factsFetchedAnew.contains(key))
                continue;
            SATCHEL_TRY(value.isInteger() ? meta.set(key, value.integer()) : meta.setBytes(key, value.text()));
        }
    SATCHEL_TRY(meta.set("search_version", searchVersion));
    SATCHEL_TRY(meta.setText(UndoLog::forgottenFact, UndoLog::rebuilt)); // it spoke of rows as they were
    return meta.set("refetch", 1);
}

// The server's images; what pending changes made of them is folded anew.
Status Rescue::copyRows(sqlite::Connection& to)
{
    Rows rows(to);
    std::set<RowKey> done;
    Status status = Ok{};
    const auto put = [&](const Record& record) {
        if (!status.ok() || !done.insert({record.entity->number, record.id}).second)
            return;
        status = rows.insert(record);
        ++m_kept.records;
    };
    for (Source& source : m_sources) {
        for (const auto& [key, image] : source.salvage.bases()) {
            if (image)
                put(Overlay::toRecord(*image));
            else
                done.insert(key);
        }
        for (const Entity& entity : schema::entities())
            source.salvage.rows(entity, put);
    }
    return status;
}

Status Rescue::copyTable(sqlite::Connection& to, const std::string& table, bool hasRowid)
{
    const auto wanted = Salvage(to).columns(table);
    for (Source& source : m_sources) {
        std::vector<std::string> columns = source.salvage.columns(table);
        std::erase_if(columns, [&wanted](const std::string& column) {
            return std::find(wanted.begin(), wanted.end(), column) == wanted.end();
        });
        if (columns.empty())
            continue;
        std::string names;
        std::string marks;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            names += (i == 0 ? "\"" : ", \"") + columns[i] + "\"";
            marks += (i == 0 ? "?" : ", ?") + std::to_string(i + 1);
        }
        bool some = false;
        Status status = Ok{};
        const auto take = [&](const sqlite::Statement& row) {
            auto insert = to.prepare("INSERT OR IGNORE INTO \"" + table + "\"(" + names + ") VALUES(" + marks + ")");
            if (!insert) {
                status = insert.error();
                return;
            }
            for (std::size_t i = 0; i < columns.size(); ++i)
                copyValue(row, static_cast<int>(i), *insert);
            // A row that breaks a rule of its table is one that was damaged.
            if (const Status done = insert->run(); !done.ok() && done.error().kind == ErrorKind::Full)
                status = done;
            some = true;
        };
        if (hasRowid)
            source.salvage.through(table, columns, take);
        else
            source.salvage.all(table, columns, take);
        SATCHEL_TRY(status);
        if (some && table != "outbox")
            break; // the older state of the file has the same rows once more
    }
    return Ok{};
}

Status Rescue::copyTables(sqlite::Connection& to)
{
    std::vector<std::pair<std::string, bool>> tables = {{"outbox", true}};
    {
        SATCHEL_ASSIGN(auto statement, to.prepare("SELECT name, wr FROM pragma_table_list WHERE schema='main' AND "
                                                  "type='table' AND name NOT LIKE 'sqlite_%'"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            const std::string name(statement.text(0));
            if (!fetchedAnew.contains(name) && schema::entityNamed(name) == nullptr)
                tables.emplace_back(name, statement.integer(1) == 0);
        }
    }
    for (const auto& [table, hasRowid] : tables)
        SATCHEL_TRY(copyTable(to, table, hasRowid));
    return Ok{};
}

// A waiting change counts as the redo file has it. One that neither has whole is lost, and its number stays empty: the
// engine then finds out from the server what the others behind it are worth.
Status Rescue::mendOutbox(sqlite::Connection& to, const ReplicaIdentity& identity)
{
    RedoLog log(m_folder);
    SATCHEL_ASSIGN(const auto redo, log.read(identity.incarnation));
    m_kept.doubtful = m_kept.doubtful || !redo.whole;
    for (const RedoLog::Entry& entry : redo.entries) {
        SATCHEL_ASSIGN(auto mend,
                       to.prepare("UPDATE outbox SET body=?2, chain=?3 WHERE number=?1 AND answered IS NULL AND "
                                  "boxed IS NULL"));
        const Bytes16 chain = chainId(identity.secret, entry.number, entry.previous, entry.body);
        SATCHEL_TRY(mend.bind(1, entry.number).bindBlob(2, entry.body).bindBlob(3, view(chain)).run());
    }
    std::vector<std::int64_t> unreadable;
    {
        SATCHEL_ASSIGN(auto waiting, to.prepare("SELECT number, body FROM outbox WHERE answered IS NULL"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, waiting.step());
            if (!found)
                break;
            const auto change = decodeChange(waiting.blob(1));
            if ((!change && change.error().kind != ErrorKind::TooNew) ||
                (change && change->number != waiting.integer(0)))
                unreadable.push_back(waiting.integer(0));
        }
    }
    for (const std::int64_t lost : unreadable) {
        SATCHEL_ASSIGN(auto forget, to.prepare("DELETE FROM outbox WHERE number=?1"));
        SATCHEL_TRY(forget.bind(1, lost).run());
        ++m_kept.lost;
    }
    Meta meta(to);
    SATCHEL_ASSIGN(const std::int64_t last, meta.integer("last_number"));
    if (redo.next - 1 > last) { // the outbox has lost what was answered
        SATCHEL_TRY(meta.set("last_number", redo.next - 1));
        SATCHEL_TRY(meta.setBytes("last_chain", view(redo.previous)));
        SATCHEL_TRY(meta.set("link_number", redo.next - 1));
        SATCHEL_TRY(meta.setBytes("link_chain", view(redo.previous)));
    }
    SATCHEL_ASSIGN(m_kept.changes, to.integer("SELECT count(*) FROM outbox WHERE answered IS NULL"));
    for (const RedoLog::Entry& entry : redo.entries) {
        SATCHEL_ASSIGN(auto present, to.prepare("SELECT 1 FROM outbox WHERE number=?1"));
        SATCHEL_ASSIGN(const bool found, present.bind(1, entry.number).step());
        m_kept.changes += found ? 0 : 1; // comes back when the replica is opened
    }
    return Ok{};
}

Status Rescue::overlay(sqlite::Connection& to, const ReplicaIdentity& identity)
{
    Overlay overlay(to, identity.user, identity.incarnation);
    std::vector<Change> waiting;
    {
        SATCHEL_ASSIGN(auto statement, to.prepare("SELECT body FROM outbox WHERE answered IS NULL AND "
                                                  "coalesce(withdrawn, 0)=0 ORDER BY number"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            if (auto change = decodeChange(statement.blob(0)))
                waiting.push_back(std::move(*change));
        }
    }
    std::set<RowKey> rows;
    for (const Change& change : waiting) {
        SATCHEL_ASSIGN(const auto touched, overlay.begin(change));
        rows.insert(touched.begin(), touched.end());
    }
    for (const RowKey& row : rows)
        SATCHEL_TRY(overlay.refold(row));
    return Ok{};
}

Status Rescue::build(Replica& replica, const ReplicaIdentity& identity)
{
    sqlite::Connection& to = replica.connection();
    SATCHEL_TRY(migrate(to));
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(to));
    SATCHEL_TRY(replica.keepIdentity(identity));
    SATCHEL_TRY(copyFacts(to));
    SATCHEL_TRY(copyRows(to));
    SATCHEL_TRY(copyTables(to));
    SATCHEL_TRY(mendOutbox(to, identity));
    SATCHEL_TRY(overlay(to, identity));
    for (const Source& source : m_sources)
        m_kept.doubtful = m_kept.doubtful || source.salvage.missedSomething();
    SATCHEL_ASSIGN(auto incident, to.prepare("INSERT INTO incident(at, text) VALUES(?1, ?2)"));
    SATCHEL_TRY(incident.bind(1, m_environment.now())
                    .bindText(2, "The file with the records was damaged and built anew.")
                    .run());
    return transaction.commit();
}

std::string Rescue::sentence(bool missing, const std::string& damaged) const
{
    std::string text = missing ? "The file with your records was gone, so Satchel has made a new one."
                               : "The file with your records was damaged, so Satchel has built a new one.";
    text += " Kept: " + number(m_kept.records, "record", "records") + " and " +
            (m_kept.changes == 0 ? std::string("no unsent change")
                                 : number(m_kept.changes, "unsent change", "unsent changes")) +
            "; the next sync fetches the rest.";
    if (m_kept.lost > 0)
        text += " " + number(m_kept.lost, "unsent change", "unsent changes") +
                " could not be read: please look through what you entered last.";
    else if (m_kept.doubtful)
        text += " Some of the file could not be read: please look through what you entered since the last sync.";
    if (!missing)
        text += " The damaged file is kept as " + damaged + ".";
    return text;
}

Result<std::string> Rescue::run()
{
    const bool missing = fileLength(m_file).value_or(0) == 0;
    openSources();
    const auto identity = chooseIdentity();
    if (!identity)
        return Error{ErrorKind::Corrupt, "The file " + m_file +
                                             " is damaged or no Satchel database, and nothing beside it tells whose "
                                             "records it had. It was left as it is; use another profile folder."};
    if (!isWritable(m_folder))
        return Error{ErrorKind::Corrupt, "The file " + m_file +
                                             " is damaged, and a new one cannot be built because the folder cannot be "
                                             "written. Make it writable and try again."};
    dropStrangers(*identity);
    for (const char* suffix : {"", "-wal", "-shm"})
        removeFile(beside(building) + suffix); // of a rescue that was interrupted
    {
        SATCHEL_ASSIGN(auto connection, sqlite::Connection::open(beside(building), Mode::Create));
        Replica replica(m_folder, m_environment, std::move(connection));
        SATCHEL_TRY(build(replica, *identity));
        SATCHEL_TRY(replica.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    m_sources.clear();
    std::string date = dateOf(m_environment.now());
    for (int again = 2; fileLength(beside(".damaged-") + date) || fileLength(beside(".damaged-") + date + "-wal");
         ++again)
        date = dateOf(m_environment.now()) + "-" + std::to_string(again);
    // The redo file as it was goes aside too where it was damaged: what is not understood today may be tomorrow.
    SATCHEL_ASSIGN(const auto redo, RedoLog(m_folder).read(identity->incarnation));
    if (const auto bytes = readFile(m_folder + "/redo.log"); bytes && !redo.whole) {
        SATCHEL_TRY(writeFile(m_folder + "/redo.log.damaged-" + date, *bytes));
        SATCHEL_TRY(RedoLog(m_folder).rewrite(identity->incarnation, redo));
    }
    SATCHEL_TRY(writeIdentityFile(m_folder, *identity));
    SATCHEL_TRY(renameFile(beside(building), beside(built) + date));
    SATCHEL_TRY(swap(date));
    return sentence(missing, beside(".damaged-") + date);
}

} // namespace satchel
