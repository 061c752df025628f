// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ServerSchema.h"

// Migration 4 of the server: lists that people have saved; records that look alike and are others. Runs on both
// engines.

namespace satchel::server {

const char* const serverMigration0004 = R"sql(
CREATE TABLE e_saved_list (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_name TEXT, f_list TEXT, f_owner BYTEA, f_body TEXT);
CREATE INDEX e_saved_list_root ON e_saved_list(root);

ALTER TABLE e_account ADD COLUMN f_not_same_as TEXT;
ALTER TABLE e_contact ADD COLUMN f_not_same_as TEXT;
ALTER TABLE e_lead ADD COLUMN f_not_same_as TEXT;
)sql";

} // namespace satchel::server
