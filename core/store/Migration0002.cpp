// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Migrations.h"

// Migration 2 of the replica: what syncing keeps beside the records.

namespace satchel {

const char* const migration0002 = R"sql(
-- Other histories: rows of a server that was restored to an older state, which the restored one does not know. They wait
-- here, out of sight, until the administrator has closed the recovery.
CREATE TABLE held_row (entity INTEGER NOT NULL, row BLOB NOT NULL, image BLOB NOT NULL, PRIMARY KEY (entity, row)) WITHOUT ROWID;

-- A change its author took back, or that had been refused before a restore: it keeps its place in the chain.
ALTER TABLE outbox ADD COLUMN withdrawn INTEGER;

-- A change the server has and has not decided yet stays in the overlay; `deferred` says what it waits for.
ALTER TABLE outbox ADD COLUMN deferred TEXT;
-- Which larger action a change is a part of.
ALTER TABLE outbox ADD COLUMN bulk BLOB;
CREATE INDEX outbox_bulk ON outbox(bulk) WHERE bulk IS NOT NULL;

-- Ranges of numbers leased to this incarnation on this machine, and how far they are used; the same stands in the file
-- `leases`, which must be the very one that was written last.
CREATE TABLE lease (series TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, next INTEGER NOT NULL,
    spare_first INTEGER NOT NULL, spare_last INTEGER NOT NULL, holder BLOB NOT NULL, file BLOB NOT NULL) WITHOUT ROWID;

-- Who wrote a side of an inbox item that he may not read.
ALTER TABLE "conflict" ADD COLUMN "a_author" BLOB;
ALTER TABLE "conflict" ADD COLUMN "b_author" BLOB;
CREATE INDEX "conflict_a_author" ON "conflict"("a_author", n);
CREATE INDEX "conflict_b_author" ON "conflict"("b_author", n);

-- Values of fields that only newer programs know: kept for them, counted, never shown.
CREATE TABLE unknown_field (entity INTEGER NOT NULL, row BLOB NOT NULL, field INTEGER NOT NULL, value NOT NULL,
    PRIMARY KEY (entity, row, field)) WITHOUT ROWID;

-- What differed from the server's, and what was done about it: how many rows of which table in which scope.
ALTER TABLE incident ADD COLUMN scope BLOB;
ALTER TABLE incident ADD COLUMN entity INTEGER;
ALTER TABLE incident ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE incident ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE incident ADD COLUMN foreign_rows INTEGER NOT NULL DEFAULT 0;

-- Rows that were here once, without anything of what stood in them: deleted, or out of the user's scopes since.
CREATE TABLE departed (entity INTEGER NOT NULL, row BLOB NOT NULL, at INTEGER NOT NULL, seq INTEGER NOT NULL,
    reason INTEGER NOT NULL, scope BLOB, PRIMARY KEY (entity, row)) WITHOUT ROWID;
CREATE INDEX departed_at ON departed(at);
)sql";

} // namespace satchel
