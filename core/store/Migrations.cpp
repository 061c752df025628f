// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Migrations.h"

#include <array>

namespace satchel {

namespace {

// "Stch" in ASCII, in the file's header.
constexpr std::int64_t applicationId = 0x53746368;
constexpr int newest = 4;

} // namespace

int newestMigration()
{
    return newest;
}

Status migrate(sqlite::Connection& connection)
{
    const std::array<const char*, newest> migrations = {migration0001, migration0002, migration0003, migration0004};
    SATCHEL_ASSIGN(const std::int64_t application, connection.integer("PRAGMA application_id"));
    SATCHEL_ASSIGN(const std::int64_t present, connection.integer("PRAGMA user_version"));
    SATCHEL_ASSIGN(const std::int64_t tables, connection.integer("SELECT count(*) FROM sqlite_schema"));
    if (application != applicationId && (application != 0 || tables != 0))
        return Error{ErrorKind::Corrupt, "The replica file belongs to another program; it was left as it is."};
    if (present > static_cast<std::int64_t>(migrations.size()))
        return Error{ErrorKind::TooNew, "This replica was made by a newer version of Satchel (its version " +
                                            std::to_string(present) + ", this program knows " +
                                            std::to_string(migrations.size()) +
                                            "). Install the newer version to open it."};
    for (std::size_t version = static_cast<std::size_t>(present); version < migrations.size(); ++version) {
        SATCHEL_ASSIGN(sqlite::Transaction transaction, sqlite::Transaction::begin(connection));
        // Another connection may have come first while this one waited for the lock.
        SATCHEL_ASSIGN(const std::int64_t now, connection.integer("PRAGMA user_version"));
        if (now > static_cast<std::int64_t>(version))
            continue;
        SATCHEL_TRY(connection.execute(migrations[version]));
        SATCHEL_TRY(connection.execute("PRAGMA application_id=" + std::to_string(applicationId) +
                                       "; PRAGMA user_version=" + std::to_string(version + 1)));
        SATCHEL_TRY(transaction.commit());
    }
    return Ok{};
}

} // namespace satchel
