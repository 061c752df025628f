// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ServerSchema.h"

// Migration 5 of the server: passwords that somebody else has set are to be changed by who uses them; what laptops had
// seen of a past that a restored server has lost. Runs on both engines.

namespace satchel::server {

const char* const serverMigration0005 = R"sql(
ALTER TABLE credential ADD COLUMN must_change BIGINT NOT NULL DEFAULT 0;
-- Checkpoints of this history after `branch` (0: not known) up to `last` that the incarnation had are lost, and their
-- numbers may have been given once more.
CREATE TABLE lost_past (incarnation BYTEA NOT NULL, history BYTEA NOT NULL, branch BIGINT NOT NULL, last BIGINT NOT NULL,
    PRIMARY KEY (incarnation, last));
)sql";

} // namespace satchel::server
