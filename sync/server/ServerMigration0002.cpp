// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ServerSchema.h"

// Migration 2 of the server: what syncing keeps beside the records. Runs on both engines.

namespace satchel::server {

const char* const serverMigration0002 = R"sql(
-- What an administrator should know of: a clone, a restored server, a fuse, a device that has not come for long.
CREATE TABLE alert (id BYTEA PRIMARY KEY, at BIGINT NOT NULL, kind TEXT NOT NULL, subject BYTEA NOT NULL, text TEXT NOT NULL,
    closed BIGINT);
CREATE INDEX alert_subject ON alert(kind, subject);

-- Keys that never leave the server.
CREATE TABLE secret (name TEXT PRIMARY KEY, bytes BYTEA NOT NULL);

-- Why an incarnation may not go on (a fork was seen), and which program start of it speaks now and spoke before.
ALTER TABLE incarnation ADD COLUMN retired BIGINT;
ALTER TABLE incarnation ADD COLUMN session BYTEA;
ALTER TABLE incarnation ADD COLUMN former_session BYTEA;
ALTER TABLE incarnation ADD COLUMN former_seen BIGINT;

-- Below this seq nothing of logs and deletions is remembered.
ALTER TABLE clock ADD COLUMN floor BIGINT NOT NULL DEFAULT 0;

-- The histories this database had before, each up to the seq from which on the next one differs.
CREATE TABLE past_history (history BYTEA PRIMARY KEY, branch BIGINT NOT NULL, ended BIGINT NOT NULL, closed BIGINT);

-- Rows of a lost future that laptops still have and this database does not know, until the recovery is closed.
CREATE TABLE held_row (entity BIGINT NOT NULL, row_id BYTEA NOT NULL, image BYTEA NOT NULL, device_id BYTEA NOT NULL,
    at BIGINT NOT NULL, PRIMARY KEY (entity, row_id));

-- Deletions by the seq of their change: those of one change come back together.
CREATE INDEX stamp_removed ON stamp(rev) WHERE field=-1;

-- When a user got or lost a scope, and which rows left which scope: what a laptop was served until then it may still
-- speak of.
CREATE TABLE scope_grant (user_id BYTEA NOT NULL, scope BYTEA NOT NULL, seq BIGINT NOT NULL, granted BIGINT NOT NULL,
    PRIMARY KEY (user_id, scope, seq));
CREATE INDEX scope_log_left ON scope_log(row_id, scope, seq) WHERE kind=4;

-- The inbox: by record, and who an author is who may not read the item (any more).
ALTER TABLE e_conflict ADD COLUMN f_a_author BYTEA;
ALTER TABLE e_conflict ADD COLUMN f_b_author BYTEA;
CREATE INDEX e_conflict_record ON e_conflict(f_record);
CREATE INDEX e_conflict_a_user ON e_conflict(f_a_user);
CREATE INDEX e_conflict_b_user ON e_conflict(f_b_user);

-- Changes that were received and wait: reason proposal, fuse, fault, bulk or change (an earlier one of the same
-- incarnation), about what, and the rows they touch; attempts and error of those the server failed with.
CREATE TABLE deferred (incarnation BYTEA NOT NULL, number BIGINT NOT NULL, reason TEXT NOT NULL, subject BYTEA NOT NULL,
    since BIGINT NOT NULL, attempts BIGINT NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (incarnation, number));
CREATE INDEX deferred_subject ON deferred(reason, subject);
CREATE TABLE deferred_row (incarnation BYTEA NOT NULL, row_id BYTEA NOT NULL, entity BIGINT NOT NULL,
    number BIGINT NOT NULL, PRIMARY KEY (incarnation, row_id, entity, number));
-- Changes the server failed with five times: out of the way, with what is known of them, until somebody looks.
CREATE TABLE quarantine (incarnation BYTEA NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL, attempts BIGINT NOT NULL,
    error TEXT NOT NULL, closed BIGINT, PRIMARY KEY (incarnation, number));

-- What somebody who lost a record had still changed in it, offered to whom it belongs now: one inbox item each.
CREATE TABLE proposal (id BYTEA PRIMARY KEY, incarnation BYTEA NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL,
    decided BIGINT);
CREATE TABLE proposal_item (item BYTEA PRIMARY KEY, proposal BYTEA NOT NULL);
CREATE INDEX proposal_item_proposal ON proposal_item(proposal);

-- Records merged into others, where edits of them go, and what was pointed at the other one instead.
CREATE TABLE redirect (entity BIGINT NOT NULL, loser BYTEA NOT NULL, survivor BYTEA NOT NULL, seq BIGINT NOT NULL,
    PRIMARY KEY (entity, loser));
CREATE TABLE repointed (seq BIGINT NOT NULL, entity BIGINT NOT NULL, row_id BYTEA NOT NULL, field BIGINT NOT NULL,
    PRIMARY KEY (seq, row_id, entity, field));
CREATE INDEX e_contact_email ON e_contact(f_email);
CREATE INDEX e_account_vat_id ON e_account(f_vat_id);

-- Ranges of numbers that were leased, and the next one of each series.
CREATE TABLE number_series (series TEXT PRIMARY KEY, next BIGINT NOT NULL);
CREATE TABLE lease (series TEXT NOT NULL, first BIGINT NOT NULL, last BIGINT NOT NULL, incarnation BYTEA NOT NULL,
    machine BYTEA NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (series, first));

-- Deletions of roots by user and scope (empty: all), for the fuse; and the fuses that blew: blown, released, refused, undone.
CREATE TABLE deletion (user_id BYTEA NOT NULL, scope BYTEA NOT NULL, at BIGINT NOT NULL, seq BIGINT NOT NULL,
    roots BIGINT NOT NULL, PRIMARY KEY (user_id, scope, at, seq));
CREATE TABLE fuse (id BYTEA PRIMARY KEY, user_id BYTEA NOT NULL, device_name TEXT NOT NULL, at BIGINT NOT NULL,
    roots BIGINT NOT NULL, state TEXT NOT NULL, ended BIGINT);
CREATE TABLE fuse_change (fuse BYTEA NOT NULL, incarnation BYTEA NOT NULL, number BIGINT NOT NULL, seq BIGINT NOT NULL,
    PRIMARY KEY (fuse, incarnation, number));

-- Segments of the first sync: which pieces make up a scope at a seq, and the pieces. Made when asked for, thrown away
-- after a week; nothing is lost with them.
CREATE TABLE segment_set (name BYTEA NOT NULL, seq BIGINT NOT NULL, salt BYTEA NOT NULL, rows_in_all BIGINT NOT NULL,
    built BIGINT NOT NULL, list BYTEA NOT NULL, PRIMARY KEY (name, seq));
CREATE TABLE segment (address BYTEA NOT NULL, scope BYTEA NOT NULL, built BIGINT NOT NULL, body BYTEA NOT NULL,
    PRIMARY KEY (address, scope));

-- Counts what may change who may come in and what he sees: what a server remembers of it holds only for one count.
ALTER TABLE clock ADD COLUMN rights BIGINT NOT NULL DEFAULT 0;
)sql";

} // namespace satchel::server
