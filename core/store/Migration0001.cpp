// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Migrations.h"

// Migration 1 of the replica. Frozen: a change of the declaration gets a migration of its own.

namespace satchel {

const char* const migration0001 = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- What a user did and the server has not answered: sealed bodies in order, and which rows each touches. An answered
-- change stays for 30 days with its outcome.
CREATE TABLE outbox (number INTEGER PRIMARY KEY, chain BLOB NOT NULL, body BLOB NOT NULL, edited INTEGER NOT NULL,
    answered INTEGER, outcome BLOB);
CREATE INDEX outbox_waiting ON outbox(number) WHERE answered IS NULL;
CREATE INDEX outbox_answered ON outbox(answered) WHERE answered IS NOT NULL;
CREATE TABLE outbox_row (entity INTEGER NOT NULL, row BLOB NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (entity, row, number)) WITHOUT ROWID;

-- The server's image of rows with unanswered changes; NULL while the server does not know the row.
CREATE TABLE base_row (entity INTEGER NOT NULL, row BLOB NOT NULL, image BLOB, PRIMARY KEY (entity, row)) WITHOUT ROWID;

CREATE TABLE scope (scope BLOB PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE member (row BLOB NOT NULL, scope BLOB NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (row, scope)) WITHOUT ROWID;
CREATE INDEX member_scope ON member(scope);
CREATE TABLE digest (scope BLOB NOT NULL, entity INTEGER NOT NULL, rows INTEGER NOT NULL, sum BLOB NOT NULL,
    PRIMARY KEY (scope, entity)) WITHOUT ROWID;
CREATE TABLE checkpoint (seq INTEGER PRIMARY KEY, salt BLOB NOT NULL);
CREATE TABLE incident (at INTEGER NOT NULL, text TEXT NOT NULL);

-- Who changed what; seq 0 and a change number while only this laptop knows it.
CREATE TABLE history (entity INTEGER NOT NULL, row BLOB NOT NULL, seq INTEGER NOT NULL, number INTEGER,
    field INTEGER NOT NULL, "from", "to", user BLOB NOT NULL, device TEXT NOT NULL, at INTEGER NOT NULL, rule TEXT NOT NULL);
CREATE INDEX history_row ON history(entity, row, seq);
CREATE INDEX history_number ON history(number) WHERE number IS NOT NULL;

CREATE TABLE "territory" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "name" TEXT, "code" TEXT, "parent" BLOB);
CREATE INDEX "territory_sort" ON "territory"(sort, n);
CREATE INDEX "territory_root" ON "territory"(root);
CREATE INDEX "territory_parent" ON "territory"("parent", n);
CREATE VIRTUAL TABLE "search_territory" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "user" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "login" TEXT, "name" TEXT, "role" TEXT, "territories" TEXT, "email" TEXT, "phone" TEXT, "active" INTEGER);
CREATE INDEX "user_sort" ON "user"(sort, n);
CREATE INDEX "user_root" ON "user"(root);
CREATE VIRTUAL TABLE "search_user" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "account" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "name" TEXT, "number" TEXT, "status" TEXT, "parent" BLOB, "territory" BLOB, "owner" BLOB, "national" INTEGER,
    "industry" TEXT, "address" TEXT, "phone" TEXT, "email" TEXT, "website" TEXT, "vat_id" TEXT, "segment" TEXT,
    "annual_revenue" TEXT, "employees" INTEGER, "next_step" TEXT, "tags" TEXT, "notes" TEXT, "timeline" TEXT);
CREATE INDEX "account_sort" ON "account"(sort, n);
CREATE INDEX "account_root" ON "account"(root);
CREATE INDEX "account_number" ON "account"("number", n);
CREATE INDEX "account_status" ON "account"("status", n);
CREATE INDEX "account_parent" ON "account"("parent", n);
CREATE INDEX "account_territory" ON "account"("territory", n);
CREATE INDEX "account_owner" ON "account"("owner", n);
CREATE INDEX "account_segment" ON "account"("segment", n);
CREATE VIRTUAL TABLE "search_account" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "account_team" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "account" BLOB, "user" BLOB, "role" TEXT);
CREATE INDEX "account_team_sort" ON "account_team"(sort, n);
CREATE INDEX "account_team_root" ON "account_team"(root);
CREATE INDEX "account_team_account" ON "account_team"("account", n);
CREATE INDEX "account_team_user" ON "account_team"("user", n);

CREATE TABLE "contact" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "first_name" TEXT, "last_name" TEXT, "account" BLOB, "owner" BLOB, "salutation" TEXT, "job_title" TEXT,
    "department" TEXT, "decision_role" TEXT, "phone" TEXT, "mobile" TEXT, "more_phones" TEXT, "email" TEXT,
    "more_emails" TEXT, "preferred_channel" TEXT, "consent" TEXT, "birthday" TEXT, "language" TEXT, "address" TEXT,
    "tags" TEXT, "notes" TEXT, "timeline" TEXT);
CREATE INDEX "contact_sort" ON "contact"(sort, n);
CREATE INDEX "contact_root" ON "contact"(root);
CREATE INDEX "contact_account" ON "contact"("account", n);
CREATE INDEX "contact_owner" ON "contact"("owner", n);
CREATE INDEX "contact_email" ON "contact"("email", n);
CREATE VIRTUAL TABLE "search_contact" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "lead" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "name" TEXT, "company" TEXT, "job_title" TEXT, "email" TEXT, "phone" TEXT, "origin" TEXT, "territory" BLOB,
    "owner" BLOB, "status" TEXT, "reason" TEXT, "closed_on" TEXT, "product" BLOB, "value" TEXT,
    "respond_by" INTEGER, "score" INTEGER, "touches" INTEGER, "last_contact" INTEGER, "account" BLOB,
    "contact" BLOB, "address" TEXT, "tags" TEXT, "notes" TEXT, "timeline" TEXT);
CREATE INDEX "lead_sort" ON "lead"(sort, n);
CREATE INDEX "lead_root" ON "lead"(root);
CREATE INDEX "lead_email" ON "lead"("email", n);
CREATE INDEX "lead_territory" ON "lead"("territory", n);
CREATE INDEX "lead_owner" ON "lead"("owner", n);
CREATE INDEX "lead_status" ON "lead"("status", n);
CREATE INDEX "lead_product" ON "lead"("product", n);
CREATE INDEX "lead_respond_by" ON "lead"("respond_by", n);
CREATE INDEX "lead_account" ON "lead"("account", n);
CREATE INDEX "lead_contact" ON "lead"("contact", n);
CREATE VIRTUAL TABLE "search_lead" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "activity" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "kind" TEXT, "status" TEXT, "subject" TEXT, "account" BLOB, "contact" BLOB, "lead" BLOB, "owner" BLOB,
    "starts" INTEGER, "ends" INTEGER, "outcome" TEXT, "notes" TEXT);
CREATE INDEX "activity_sort" ON "activity"(sort, n);
CREATE INDEX "activity_root" ON "activity"(root);
CREATE INDEX "activity_account" ON "activity"("account", n);
CREATE INDEX "activity_contact" ON "activity"("contact", n);
CREATE INDEX "activity_lead" ON "activity"("lead", n);
CREATE INDEX "activity_owner" ON "activity"("owner", n);
CREATE INDEX "activity_starts" ON "activity"("starts", n);
CREATE VIRTUAL TABLE "search_activity" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "task" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "title" TEXT, "due" TEXT, "priority" TEXT, "done" INTEGER, "done_on" TEXT, "assignee" BLOB, "account" BLOB,
    "contact" BLOB, "lead" BLOB, "notes" TEXT);
CREATE INDEX "task_sort" ON "task"(sort, n);
CREATE INDEX "task_root" ON "task"(root);
CREATE INDEX "task_due" ON "task"("due", n);
CREATE INDEX "task_done" ON "task"("done", n);
CREATE INDEX "task_assignee" ON "task"("assignee", n);
CREATE INDEX "task_account" ON "task"("account", n);
CREATE INDEX "task_contact" ON "task"("contact", n);
CREATE INDEX "task_lead" ON "task"("lead", n);
CREATE VIRTUAL TABLE "search_task" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "product" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "name" TEXT, "code" TEXT, "family" TEXT, "unit" TEXT, "description" TEXT, "active" INTEGER);
CREATE INDEX "product_sort" ON "product"(sort, n);
CREATE INDEX "product_root" ON "product"(root);
CREATE INDEX "product_code" ON "product"("code", n);
CREATE VIRTUAL TABLE "search_product" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "price_list" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "name" TEXT, "code" TEXT, "currency" TEXT, "parent" BLOB, "active" INTEGER, "notes" TEXT);
CREATE INDEX "price_list_sort" ON "price_list"(sort, n);
CREATE INDEX "price_list_root" ON "price_list"(root);
CREATE INDEX "price_list_parent" ON "price_list"("parent", n);
CREATE VIRTUAL TABLE "search_price_list" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "price_revision" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "name" TEXT, "price_list" BLOB, "number" INTEGER, "effective_from" TEXT, "status" TEXT);
CREATE INDEX "price_revision_sort" ON "price_revision"(sort, n);
CREATE INDEX "price_revision_root" ON "price_revision"(root);
CREATE INDEX "price_revision_price_list" ON "price_revision"("price_list", n);
CREATE VIRTUAL TABLE "search_price_revision" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "price_entry" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "price_list" BLOB, "product" BLOB, "price" TEXT, "min_quantity" INTEGER, "valid_from" TEXT, "valid_to" TEXT,
    "revision" BLOB);
CREATE INDEX "price_entry_sort" ON "price_entry"(sort, n);
CREATE INDEX "price_entry_root" ON "price_entry"(root);
CREATE INDEX "price_entry_price_list" ON "price_entry"("price_list", n);
CREATE INDEX "price_entry_product" ON "price_entry"("product", n);
CREATE INDEX "price_entry_revision" ON "price_entry"("revision", n);

CREATE TABLE "conflict" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "entity" TEXT, "record" TEXT, "field" TEXT, "base" TEXT, "a_value" TEXT, "a_user" BLOB, "a_device" TEXT,
    "a_at" INTEGER, "b_value" TEXT, "b_user" BLOB, "b_device" TEXT, "b_at" INTEGER, "rule" TEXT, "kept" TEXT,
    "a_state" TEXT, "b_state" TEXT, "created_at" INTEGER);
CREATE INDEX "conflict_sort" ON "conflict"(sort, n);
CREATE INDEX "conflict_root" ON "conflict"(root);
CREATE INDEX "conflict_a_user" ON "conflict"("a_user", n);
CREATE INDEX "conflict_b_user" ON "conflict"("b_user", n);
CREATE INDEX "conflict_created_at" ON "conflict"("created_at", n);

)sql";

} // namespace satchel
