// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/CareCommands.h"

#include "app/server/HeldCommands.h"
#include "app/server/Terminal.h"
#include "core/base/Files.h"
#include "sync/server/Alerts.h"
#include "sync/server/Backup.h"
#include "sync/server/Housekeeping.h"
#include "sync/server/Ledger.h"
#include "sync/server/Recount.h"
#include "sync/server/Recovery.h"
#include "sync/server/ServerSchema.h"
#include "sync/server/Write.h"

#include <filesystem>
#include <iostream>

namespace satchel::server {

namespace {

Result<Id> idOf(const std::string& text)
{
    const auto id = Id::parse(text);
    if (!id)
        return invalid("\"" + printable(text) + "\" is not an id.");
    return *id;
}

Status listAlerts(const Options& options, Database& database, Environment& environment)
{
    SATCHEL_TRY(write(database, [&] { return alerts::lookForStaleDevices(database, environment); }));
    SATCHEL_ASSIGN(const auto all, alerts::list(database, options.all));
    for (const Alert& alert : all)
        std::cout << alert.id.toString() << '\t' << formatInstant(alert.at) << '\t' << alert.kind << '\t'
                  << (alert.closed ? "closed" : "open") << '\t' << printable(alert.text) << '\n';
    return Ok{};
}

Status closeAlert(const Options& options, Database& database, Environment& environment)
{
    SATCHEL_ASSIGN(const Id id, idOf(options.id));
    return write(database, [&] { return alerts::close(database, id, environment.now()); });
}

Status verify(Database& database, Environment& environment)
{
    SATCHEL_ASSIGN(const Recount recount, recountDigests(database, environment));
    for (const Recount::Wrong& wrong : recount.wrong)
        std::cout << schema::entityNumbered(wrong.entity)->name << '\t' << toHex(wrong.scope.toBytes()) << '\t'
                  << wrong.kept << '\t' << wrong.counted << '\n';
    std::cerr << recount.rows << " rows were counted in " << recount.tables << " tables of scopes; ";
    if (recount.wrong.empty())
        std::cerr << "all checksums are right.\n";
    else
        std::cerr << recount.wrong.size() << " checksums were wrong and have been put right.\n";
    return Ok{};
}

Status listHeld(Database& database, Environment& environment)
{
    Recovery recovery(database, environment);
    SATCHEL_ASSIGN(const bool open, recovery.isOpen());
    SATCHEL_ASSIGN(const auto held, recovery.held());
    for (const Recovery::Held& row : held)
        std::cout << schema::entityNumbered(row.row.entity)->name << '\t' << row.row.id.toString() << '\t'
                  << printable(row.label) << '\t' << printable(row.device) << '\t' << formatInstant(row.at) << '\n';
    std::cerr << (open ? "The recovery is open; " : "There is no open recovery; ") << held.size()
              << " records are known to laptops only.\n";
    return Ok{};
}

Status adoptHeld(const Options& options, Database& database, Environment& environment)
{
    std::optional<RowKey> only;
    if (!options.id.empty()) {
        const Entity* entity = schema::entityNamed(options.entity);
        if (entity == nullptr)
            return invalid("There is no kind of record called \"" + printable(options.entity) + "\".");
        SATCHEL_ASSIGN(const Id id, idOf(options.id));
        only = RowKey{entity->number, id};
    }
    std::int64_t adopted = 0;
    SATCHEL_TRY(write(database, [&]() -> Status {
        SATCHEL_ASSIGN(adopted, Recovery(database, environment).adopt(only));
        return Ok{};
    }));
    std::cout << adopted << " records are part of the company again.\n";
    return Ok{};
}

Status compact(Database& database, Environment& environment)
{
    SATCHEL_ASSIGN(const std::int64_t lines, forgetOldLogs(database, environment, tombstonesKept));
    std::cout << lines << " lines of logs were forgotten.\n";
    return Ok{};
}

constexpr const char* sayRestored = "Restored. Start the server again; everybody signs in once more, and laptops give "
                                    "back what they have beyond the backup (see: satchel-server recovery).\n";

/// How far the company in the folder has got; 0 if there is none, or none that can be read.
std::int64_t newestSeq(const std::string& folder)
{
    std::error_code code;
    if (!std::filesystem::exists(folder + "/server.sqlite", code))
        return 0;
    const auto factory = openDatabase(folder, {});
    const auto database = factory.ok() ? (*factory)->connect() : Result<std::unique_ptr<Database>>(factory.error());
    const auto clock = database.ok() ? readClock(**database) : Result<Clock>(database.error());
    return clock.ok() ? clock->seq : 0;
}

/// Sets the company in the folder aside and puts the restored one in its place.
Status swapIn(const std::string& folder, const std::string& restored, Environment& environment)
{
    const std::string live = folder + "/server.sqlite";
    std::string stamp = formatInstant(environment.now());
    std::erase_if(stamp, [](char c) { return c == ':' || c == '-'; });
    std::error_code code;
    for (const char* suffix : {"", "-wal", "-shm"})
        if (std::filesystem::exists(live + suffix, code)) {
            std::filesystem::rename(live + suffix, folder + "/before-restore-" + stamp + ".sqlite" + suffix, code);
            if (code)
                return Error{ErrorKind::Forbidden, "The files in " + folder + " could not be renamed."};
        }
    std::filesystem::rename(restored, live, code);
    if (code)
        return Error{ErrorKind::Forbidden, "The restored database could not be put in place; it is " + restored + "."};
    return Ok{};
}

} // namespace

Status runCareCommand(const Options& options, Database& database, Environment& environment)
{
    switch (options.command) {
    case Command::Backup: return backup(database, options.file);
    case Command::AlertList: return listAlerts(options, database, environment);
    case Command::AlertClose: return closeAlert(options, database, environment);
    case Command::RecoveryList: return listHeld(database, environment);
    case Command::RecoveryAdopt: return adoptHeld(options, database, environment);
    case Command::RecoveryClose: return write(database, [&] { return Recovery(database, environment).close(); });
    case Command::Compact: return compact(database, environment);
    case Command::Verify: return verify(database, environment);
    default: return runHeldCommand(options, database, environment);
    }
}

Status runRestore(const Options& options, Environment& environment)
{
    if (!options.database.empty()) {
        SATCHEL_ASSIGN(const auto factory, openDatabase(options.data, options.database));
        SATCHEL_ASSIGN(const auto database, factory->connect());
        SATCHEL_TRY(migrateServer(*database));
        if (readClock(*database).ok())
            return Error{ErrorKind::Conflict, "There is a company in this database already. Restore into an empty "
                                              "database, and let the server use that one."};
        SATCHEL_TRY(restore(options.file, *database, environment));
        std::cout << sayRestored;
        return Ok{};
    }
    const std::string folder = options.data + "/restoring";
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    SATCHEL_TRY(makePrivateFolder(folder));
    Status done = Ok{};
    {
        SATCHEL_ASSIGN(const auto factory, openDatabase(folder, {}));
        SATCHEL_ASSIGN(const auto database, factory->connect());
        SATCHEL_TRY(migrateServer(*database));
        done = restore(options.file, *database, environment, newestSeq(options.data));
        if (done.ok())
            SATCHEL_TRY(database->query("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    if (done.ok())
        done = swapIn(options.data, folder + "/server.sqlite", environment);
    std::filesystem::remove_all(folder, ignored);
    if (done.ok())
        std::cout << sayRestored;
    return done;
}

} // namespace satchel::server
