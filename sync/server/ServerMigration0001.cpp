// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ServerSchema.h"

// Migration 1 of the server. Frozen: a change of the declaration gets a migration of its own. Runs on both engines.

namespace satchel::server {

const char* const serverMigration0001 = R"sql(
CREATE TABLE clock (one BIGINT PRIMARY KEY, seq BIGINT NOT NULL, history BYTEA NOT NULL, digest_key BYTEA NOT NULL);
CREATE TABLE checkpoint (seq BIGINT PRIMARY KEY, salt BYTEA NOT NULL, committed BIGINT NOT NULL);

-- Who got which field when; field 0 is the row's creation, -1 its deletion. A field without a line has the row's creation.
CREATE TABLE stamp (entity BIGINT NOT NULL, row_id BYTEA NOT NULL, field BIGINT NOT NULL, rev BIGINT NOT NULL,
    edited BIGINT NOT NULL, user_id BYTEA NOT NULL, device_id BYTEA NOT NULL, device_name TEXT NOT NULL,
    change_id BYTEA NOT NULL, PRIMARY KEY (row_id, entity, field));

-- Which aggregate roots and self-standing rows belong to which scopes, and what happened in each scope, in order.
CREATE TABLE member (row_id BYTEA NOT NULL, scope BYTEA NOT NULL, entity BIGINT NOT NULL, PRIMARY KEY (row_id, scope));
CREATE INDEX member_scope ON member(scope);
CREATE TABLE scope_log (scope BYTEA NOT NULL, seq BIGINT NOT NULL, kind BIGINT NOT NULL, entity BIGINT NOT NULL,
    row_id BYTEA NOT NULL, PRIMARY KEY (scope, seq, kind, entity, row_id));
CREATE TABLE digest (scope BYTEA NOT NULL, entity BIGINT NOT NULL, row_count BIGINT NOT NULL, sum BYTEA NOT NULL,
    PRIMARY KEY (scope, entity));

CREATE TABLE history (seq BIGINT NOT NULL, line BIGINT NOT NULL, entity BIGINT NOT NULL, row_id BYTEA NOT NULL,
    field BIGINT NOT NULL, old_value BYTEA, new_value BYTEA, user_id BYTEA NOT NULL, device_name TEXT NOT NULL,
    edited BIGINT NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (seq, line));
CREATE INDEX history_row ON history(row_id, entity, seq);

-- The answer to every change, by its number in its incarnation; its body stays for as long as it may be asked again.
CREATE TABLE outcome (incarnation BYTEA NOT NULL, number BIGINT NOT NULL, seq BIGINT NOT NULL, chain BYTEA NOT NULL,
    body BYTEA NOT NULL, answer BYTEA NOT NULL, PRIMARY KEY (incarnation, number));
CREATE INDEX outcome_seq ON outcome(incarnation, seq);

CREATE TABLE e_territory (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_name TEXT, f_code TEXT, f_parent BYTEA);
CREATE INDEX e_territory_root ON e_territory(root);

CREATE TABLE e_user (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_login TEXT, f_name TEXT, f_role TEXT, f_territories TEXT, f_email TEXT, f_phone TEXT, f_active BIGINT);
CREATE INDEX e_user_root ON e_user(root);
CREATE INDEX e_user_login ON e_user(f_login);

CREATE TABLE e_account (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_name TEXT, f_number TEXT, f_status TEXT, f_parent BYTEA, f_territory BYTEA, f_owner BYTEA, f_national BIGINT,
    f_industry TEXT, f_address TEXT, f_phone TEXT, f_email TEXT, f_website TEXT, f_vat_id TEXT, f_segment TEXT,
    f_annual_revenue TEXT, f_employees BIGINT, f_next_step TEXT, f_tags TEXT, f_notes TEXT, f_timeline TEXT);
CREATE INDEX e_account_root ON e_account(root);
CREATE INDEX e_account_parent ON e_account(f_parent);

CREATE TABLE e_account_team (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_account BYTEA, f_user BYTEA, f_role TEXT);
CREATE INDEX e_account_team_root ON e_account_team(root);
CREATE INDEX e_account_team_account ON e_account_team(f_account);
CREATE INDEX e_account_team_user ON e_account_team(f_user);

CREATE TABLE e_contact (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_first_name TEXT, f_last_name TEXT, f_account BYTEA, f_owner BYTEA, f_salutation TEXT, f_job_title TEXT,
    f_department TEXT, f_decision_role TEXT, f_phone TEXT, f_mobile TEXT, f_more_phones TEXT, f_email TEXT,
    f_more_emails TEXT, f_preferred_channel TEXT, f_consent TEXT, f_birthday TEXT, f_language TEXT, f_address TEXT,
    f_tags TEXT, f_notes TEXT, f_timeline TEXT);
CREATE INDEX e_contact_root ON e_contact(root);
CREATE INDEX e_contact_account ON e_contact(f_account);

CREATE TABLE e_lead (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_name TEXT, f_company TEXT, f_job_title TEXT, f_email TEXT, f_phone TEXT, f_origin TEXT, f_territory BYTEA,
    f_owner BYTEA, f_status TEXT, f_reason TEXT, f_closed_on TEXT, f_product BYTEA, f_value TEXT,
    f_respond_by BIGINT, f_score BIGINT, f_touches BIGINT, f_last_contact BIGINT, f_account BYTEA, f_contact BYTEA,
    f_address TEXT, f_tags TEXT, f_notes TEXT, f_timeline TEXT);
CREATE INDEX e_lead_root ON e_lead(root);

CREATE TABLE e_activity (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_kind TEXT, f_status TEXT, f_subject TEXT, f_account BYTEA, f_contact BYTEA, f_lead BYTEA, f_owner BYTEA,
    f_starts BIGINT, f_ends BIGINT, f_outcome TEXT, f_notes TEXT);
CREATE INDEX e_activity_root ON e_activity(root);
CREATE INDEX e_activity_account ON e_activity(f_account);
CREATE INDEX e_activity_contact ON e_activity(f_contact);
CREATE INDEX e_activity_lead ON e_activity(f_lead);

CREATE TABLE e_task (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_title TEXT, f_due TEXT, f_priority TEXT, f_done BIGINT, f_done_on TEXT, f_assignee BYTEA, f_account BYTEA,
    f_contact BYTEA, f_lead BYTEA, f_notes TEXT);
CREATE INDEX e_task_root ON e_task(root);
CREATE INDEX e_task_account ON e_task(f_account);
CREATE INDEX e_task_contact ON e_task(f_contact);
CREATE INDEX e_task_lead ON e_task(f_lead);

CREATE TABLE e_product (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_name TEXT, f_code TEXT, f_family TEXT, f_unit TEXT, f_description TEXT, f_active BIGINT);
CREATE INDEX e_product_root ON e_product(root);

CREATE TABLE e_price_list (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_name TEXT, f_code TEXT, f_currency TEXT, f_parent BYTEA, f_active BIGINT, f_notes TEXT);
CREATE INDEX e_price_list_root ON e_price_list(root);

CREATE TABLE e_price_revision (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_name TEXT, f_price_list BYTEA, f_number BIGINT, f_effective_from TEXT, f_status TEXT);
CREATE INDEX e_price_revision_root ON e_price_revision(root);

CREATE TABLE e_price_entry (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_price_list BYTEA, f_product BYTEA, f_price TEXT, f_min_quantity BIGINT, f_valid_from TEXT, f_valid_to TEXT,
    f_revision BYTEA);
CREATE INDEX e_price_entry_root ON e_price_entry(root);

CREATE TABLE e_conflict (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_entity TEXT, f_record TEXT, f_field TEXT, f_base TEXT, f_a_value TEXT, f_a_user BYTEA, f_a_device TEXT,
    f_a_at BIGINT, f_b_value TEXT, f_b_user BYTEA, f_b_device TEXT, f_b_at BIGINT, f_rule TEXT, f_kept TEXT,
    f_a_state TEXT, f_b_state TEXT, f_created_at BIGINT);
CREATE INDEX e_conflict_root ON e_conflict(root);

)sql";

} // namespace satchel::server
