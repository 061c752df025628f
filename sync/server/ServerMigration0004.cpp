// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ServerSchema.h"

// Migration 4 of the server: records that look alike and are others. Runs on both engines.

namespace satchel::server {

const char* const serverMigration0004 = R"sql(
ALTER TABLE e_account ADD COLUMN f_not_same_as TEXT;
ALTER TABLE e_contact ADD COLUMN f_not_same_as TEXT;
ALTER TABLE e_lead ADD COLUMN f_not_same_as TEXT;
)sql";

} // namespace satchel::server
