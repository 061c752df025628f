// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ServerSchema.h"

#include "sync/server/Identities.h"
#include "sync/server/Write.h"

namespace satchel::server {

Status migrateServer(Database& database)
{
    const std::vector<std::string> migrations = {Identities::tables() + serverMigration0001};
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
        return Ok{};
    });
}

} // namespace satchel::server
