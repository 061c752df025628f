// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Migrations.h"

// Migration 4 of the replica: what can be taken back, over restarts.

namespace satchel {

const char* const migration0004 = R"sql(
-- Deeds of this laptop with what takes them back, newest last: stack 0 can be undone, 1 done again. `undo_id` names every
-- record a deed speaks of, so that a record that leaves takes along what is remembered of it.
CREATE TABLE undo (place INTEGER PRIMARY KEY AUTOINCREMENT, stack INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX undo_stack ON undo(stack, place);
CREATE TABLE undo_id (id BLOB NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (id, place)) WITHOUT ROWID;
CREATE INDEX undo_id_place ON undo_id(place);
)sql";

} // namespace satchel
