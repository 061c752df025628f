// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Migrations.h"

// Migration 4 of the replica: lists that people have saved; records that may be one; what can be taken back; the day by
// its index; who was given what; what was withdrawn; changes in boxes.

namespace satchel {

const char* const migration0004 = R"sql(
CREATE TABLE "saved_list" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "name" TEXT, "list" TEXT, "owner" BLOB, "body" TEXT);
CREATE INDEX "saved_list_sort" ON "saved_list"(sort, n);
CREATE INDEX "saved_list_root" ON "saved_list"(root);
CREATE INDEX "saved_list_list" ON "saved_list"("list", n);
CREATE INDEX "saved_list_owner" ON "saved_list"("owner", n);

ALTER TABLE "account" ADD COLUMN "not_same_as" TEXT;
ALTER TABLE "contact" ADD COLUMN "not_same_as" TEXT;
ALTER TABLE "lead" ADD COLUMN "not_same_as" TEXT;

-- Accounts of one VAT id stand beside each other.
CREATE INDEX "account_vat_id" ON "account"("vat_id", n);

-- Deeds of this laptop with what takes them back, newest last: stack 0 can be undone, 1 done again. `undo_id` names every
-- record a deed speaks of, so that a record that leaves takes along what is remembered of it.
CREATE TABLE undo (place INTEGER PRIMARY KEY AUTOINCREMENT, stack INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX undo_stack ON undo(stack, place);
CREATE TABLE undo_id (id BLOB NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (id, place)) WITHOUT ROWID;
CREATE INDEX undo_id_place ON undo_id(place);

-- What is planned for somebody, and what he has to do, in the order of time: the day, the week and what he is told.
CREATE INDEX "activity_agenda" ON "activity"("owner", "status", "starts");
CREATE INDEX "activity_calendar" ON "activity"("owner", "starts");
CREATE INDEX "task_agenda" ON "task"("assignee", "done", "due", "priority");
CREATE INDEX "lead_agenda" ON "lead"("owner", "status", "respond_by");
-- What these begin with needs no index of its own.
DROP INDEX "activity_owner";
DROP INDEX "task_assignee";
DROP INDEX "lead_owner";

-- Accounts that were handed to somebody (account is 3, its owner 6): news for him.
CREATE INDEX history_handed ON history("to", at) WHERE entity=3 AND field=6;

-- Changes that were taken back before they were sent are few and are counted often.
CREATE INDEX outbox_withdrawn ON outbox(number) WHERE withdrawn IS NOT NULL;

-- What is sent in place of the body, where that has lost what stood before in rows that left: the same, and only the
-- server can read it.
ALTER TABLE outbox ADD COLUMN boxed BLOB;
)sql";

} // namespace satchel
