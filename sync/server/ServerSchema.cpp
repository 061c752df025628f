// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ServerSchema.h"

#include "sync/server/Identities.h"
#include "sync/server/Write.h"

#include <sodium.h>

namespace satchel::server {

namespace {

// A company that was made before there were checkpoints that are sealed, or changes in boxes, gets their keys now.
Status giveMissingKeys(Database& database)
{
    for (const char* name : {"salt", "box"}) {
        SATCHEL_ASSIGN(const auto missing, database.query("SELECT 1 FROM clock WHERE NOT EXISTS "
                                                          "(SELECT 1 FROM secret WHERE name=$1)",
                                                          {Cell(std::string(name))}));
        if (missing.empty())
            continue;
        Bytes key(32, '\0');
        randombytes_buf(key.data(), key.size());
        SATCHEL_TRY(
            database.query("INSERT INTO secret(name, bytes) VALUES($1, $2)", {Cell(std::string(name)), Blob{key}}));
    }
    return Ok{};
}

} // namespace

Status migrateServer(Database& database)
{
    const std::vector<std::string> migrations = {Identities::tables() + serverMigration0001, serverMigration0002,
                                                 serverMigration0003, serverMigration0004, serverMigration0005};
    SATCHEL_TRY(database.execute("CREATE TABLE IF NOT EXISTS satchel_schema (version BIGINT NOT NULL)"));
    return write(database, [&]() -> Status {
        SATCHEL_ASSIGN(const auto rows, database.query("SELECT coalesce(max(version), 0) FROM satchel_schema"));
        const auto present = static_cast<std::size_t>(integerOf(rows.front().front()));
        if (present > migrations.size())
            return Error{ErrorKind::TooNew,
                         "This database was made by a newer version of satchel-server. Install the newer "
                         "version to use it."};
        for (std::size_t version = present; version < migrations.size(); ++version) {
            SATCHEL_TRY(database.execute(migrations[version]));
            SATCHEL_TRY(database.query("INSERT INTO satchel_schema(version) VALUES($1)",
                                       {Cell(static_cast<std::int64_t>(version + 1))}));
        }
        return giveMissingKeys(database);
    });
}

} // namespace satchel::server
