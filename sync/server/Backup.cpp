// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Backup.h"

#include "core/base/Files.h"
#include "sync/server/Ledger.h"
#include "sync/server/Recovery.h"
#include "sync/server/ServerSchema.h"
#include "sync/server/Webhook.h"
#include "sync/server/Write.h"

#include <filesystem>

namespace satchel::server {

namespace {

/// A folder beside a file, for the database that becomes it or is read from it; gone when this is.
class Workshop {
public:
    explicit Workshop(const std::string& file) : m_folder(file + ".part") {}
    ~Workshop()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    [[nodiscard]] const std::string& folder() const { return m_folder; }
    [[nodiscard]] std::string database() const { return m_folder + "/server.sqlite"; }

private:
    std::string m_folder;
};

Result<std::vector<std::string>> tablesOf(Database& sqlite)
{
    SATCHEL_ASSIGN(const auto rows, sqlite.query("SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE "
                                                 "'sqlite_%' AND name<>'satchel_schema' ORDER BY name"));
    std::vector<std::string> names;
    for (const Row& row : rows)
        names.push_back(textOf(row[0]));
    return names;
}

Status copyTable(Database& from, Database& to, Database& sqlite, const std::string& table)
{
    SATCHEL_ASSIGN(const auto columns,
                   sqlite.query("SELECT name FROM pragma_table_info($1) ORDER BY cid", {Cell(table)}));
    std::string names;
    std::string marks;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        names += (i == 0 ? "" : ", ") + textOf(columns[i][0]);
        marks += (i == 0 ? "$" : ", $") + std::to_string(i + 1);
    }
    const std::string insert = "INSERT INTO " + table + "(" + names + ") VALUES(" + marks + ")";
    return from.each("SELECT " + names + " FROM " + table, {}, [&](const Row& row) -> Status {
        SATCHEL_TRY(to.query(insert, row));
        return Ok{};
    });
}

/// `sqlite`: the one of the two whose list of tables is asked.
Status copyAll(Database& from, Database& to, Database& sqlite)
{
    SATCHEL_ASSIGN(const auto tables, tablesOf(sqlite));
    for (const std::string& table : tables)
        SATCHEL_TRY(copyTable(from, to, sqlite, table));
    return Ok{};
}

Error notABackup(const std::string& file)
{
    return {ErrorKind::Corrupt, "The file " + file + " is not a backup of a Satchel server."};
}

} // namespace

Status backup(Database& from, const std::string& file)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        return Error{ErrorKind::Conflict, "The file " + file + " exists already; a backup never overwrites one."};
    const Workshop workshop(file);
    SATCHEL_TRY(makePrivateFolder(workshop.folder()));
    {
        SATCHEL_ASSIGN(const auto factory, openDatabase(workshop.folder(), {}));
        SATCHEL_ASSIGN(const auto to, factory->connect());
        SATCHEL_TRY(migrateServer(*to));
        SATCHEL_TRY(from.begin(Database::Access::Read));
        const Status copied = write(*to, [&] { return copyAll(from, *to, *to); });
        from.rollback(); // only read
        SATCHEL_TRY(copied);
        SATCHEL_TRY(to->query("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    // The database was fsynced by its checkpoint; the rename makes it a backup.
    std::filesystem::rename(workshop.database(), file, ignored);
    if (ignored)
        return Error{ErrorKind::Forbidden, "The backup could not be written to " + file + "."};
    return Ok{};
}

Status copyBackup(Database& backup, Database& into)
{
    return copyAll(backup, into, backup);
}

Status restore(const std::string& file, Database& into, Environment& environment, std::int64_t above)
{
    std::error_code code;
    if (!std::filesystem::exists(file, code))
        return Error{ErrorKind::NotFound, "There is no file " + file + "."};
    // Worked on as a copy: the backup itself stays as it is, also where it has to be migrated first.
    const Workshop workshop(file);
    SATCHEL_TRY(makePrivateFolder(workshop.folder()));
    std::filesystem::copy_file(file, workshop.database(), code);
    if (code)
        return Error{ErrorKind::Full, "The backup " + file + " could not be read."};
    SATCHEL_ASSIGN(const auto factory, openDatabase(workshop.folder(), {}));
    auto from = factory->connect();
    if (!from.ok())
        return notABackup(file);
    const auto known = (*from)->query("SELECT version FROM satchel_schema");
    if (!known.ok() || known->empty())
        return notABackup(file);
    SATCHEL_TRY(migrateServer(**from));
    SATCHEL_TRY(readClock(**from));
    SATCHEL_TRY((*from)->begin(Database::Access::Read));
    const Status copied = write(into, [&]() -> Status {
        SATCHEL_TRY(copyBackup(**from, into));
        SATCHEL_TRY(webhook::pauseAfterRestore(into, environment));
        return Recovery(into, environment)
            .begin("The server was restored from a backup. Laptops are giving back what they have beyond it. Close the "
                   "recovery with \"satchel-server recovery close\" when all have synced.",
                   above);
    });
    (*from)->rollback();
    return copied;
}

} // namespace satchel::server
