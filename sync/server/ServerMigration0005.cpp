// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ServerSchema.h"

// Migration 5 of the server: passwords that somebody else has set are to be changed by who uses them. Runs on both
// engines.

namespace satchel::server {

const char* const serverMigration0005 = R"sql(
ALTER TABLE credential ADD COLUMN must_change BIGINT NOT NULL DEFAULT 0;
)sql";

} // namespace satchel::server
