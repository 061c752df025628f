// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ServerSchema.h"

// Migration 3 of the server: prices, quotes and orders. Runs on both engines.

namespace satchel::server {

const char* const serverMigration0003 = R"sql(
ALTER TABLE e_account ADD COLUMN f_taxation TEXT;
ALTER TABLE e_account ADD COLUMN f_currency TEXT;
ALTER TABLE e_account ADD COLUMN f_language TEXT;
ALTER TABLE e_product ADD COLUMN f_kind TEXT;
ALTER TABLE e_product ADD COLUMN f_tax_class TEXT;
ALTER TABLE e_price_list ADD COLUMN f_segment TEXT;
ALTER TABLE e_price_list ADD COLUMN f_territory BYTEA;
ALTER TABLE e_price_list ADD COLUMN f_breaks TEXT;
ALTER TABLE e_price_list ADD COLUMN f_tax_inclusive BIGINT;
ALTER TABLE e_price_list ADD COLUMN f_converts BIGINT;
ALTER TABLE e_price_list ADD COLUMN f_time_zone TEXT;
ALTER TABLE e_price_list ADD COLUMN f_rounding TEXT;
ALTER TABLE e_price_list ADD COLUMN f_rounding_step BIGINT;
ALTER TABLE e_price_list ADD COLUMN f_ends_in BIGINT;
ALTER TABLE e_price_revision ADD COLUMN f_follows BYTEA;
ALTER TABLE e_price_revision ADD COLUMN f_published_at BIGINT;
ALTER TABLE e_price_revision ADD COLUMN f_published_by BYTEA;
ALTER TABLE e_price_revision ADD COLUMN f_notes TEXT;
ALTER TABLE e_price_entry ADD COLUMN f_kind TEXT;
ALTER TABLE e_price_entry ADD COLUMN f_percent BIGINT;
ALTER TABLE e_price_entry ADD COLUMN f_base_list BYTEA;
ALTER TABLE e_price_entry ADD COLUMN f_min_price TEXT;

CREATE TABLE e_company (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_name TEXT, f_address TEXT, f_phone TEXT, f_email TEXT, f_website TEXT, f_vat_id TEXT, f_registration TEXT,
    f_bank TEXT, f_currency TEXT, f_country TEXT, f_time_zone TEXT, f_rounding TEXT, f_price_list BYTEA,
    f_quote_days BIGINT, f_terms TEXT, f_footer TEXT, f_logo TEXT);
CREATE INDEX e_company_root ON e_company(root);

CREATE TABLE e_product_unit (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_product BYTEA, f_name TEXT, f_factor BIGINT);
CREATE INDEX e_product_unit_root ON e_product_unit(root);

CREATE TABLE e_option_group (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_bundle BYTEA, f_name TEXT, f_least BIGINT, f_most BIGINT, f_position TEXT);
CREATE INDEX e_option_group_root ON e_option_group(root);

CREATE TABLE e_bundle_part (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_bundle BYTEA, f_product BYTEA, f_option_group BYTEA, f_quantity BIGINT, f_kind TEXT, f_priced TEXT,
    f_position TEXT);
CREATE INDEX e_bundle_part_root ON e_bundle_part(root);

CREATE TABLE e_product_rule (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_product BYTEA, f_kind TEXT, f_other BYTEA, f_bundle BYTEA);
CREATE INDEX e_product_rule_root ON e_product_rule(root);

CREATE TABLE e_entitlement (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_account BYTEA, f_product BYTEA, f_family TEXT, f_kind TEXT);
CREATE INDEX e_entitlement_root ON e_entitlement(root);
CREATE INDEX e_entitlement_account ON e_entitlement(f_account);

CREATE TABLE e_customer_part (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_account BYTEA, f_product BYTEA, f_part_number TEXT, f_name TEXT);
CREATE INDEX e_customer_part_root ON e_customer_part(root);
CREATE INDEX e_customer_part_account ON e_customer_part(f_account);

CREATE TABLE e_product_cost (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_product BYTEA, f_cost TEXT, f_floor_price TEXT, f_valid_from TEXT, f_valid_to TEXT);
CREATE INDEX e_product_cost_root ON e_product_cost(root);

CREATE TABLE e_agreement (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_account BYTEA, f_name TEXT, f_code TEXT, f_currency TEXT, f_active BIGINT, f_valid_from TEXT, f_valid_to TEXT,
    f_base_list BYTEA, f_percent BIGINT, f_breaks TEXT, f_tax_inclusive BIGINT, f_converts BIGINT, f_rounding TEXT,
    f_rounding_step BIGINT, f_ends_in BIGINT, f_notes TEXT);
CREATE INDEX e_agreement_root ON e_agreement(root);
CREATE INDEX e_agreement_account ON e_agreement(f_account);

CREATE TABLE e_agreed_price (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_agreement BYTEA, f_product BYTEA, f_price TEXT, f_min_quantity BIGINT, f_valid_from TEXT, f_valid_to TEXT,
    f_min_price TEXT);
CREATE INDEX e_agreed_price_root ON e_agreed_price(root);
CREATE INDEX e_agreed_price_agreement ON e_agreed_price(f_agreement);

CREATE TABLE e_exchange_rate (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_from_currency TEXT, f_to_currency TEXT, f_date TEXT, f_from_amount BIGINT, f_to_amount BIGINT);
CREATE INDEX e_exchange_rate_root ON e_exchange_rate(root);

CREATE TABLE e_tax_rate (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_name TEXT, f_country TEXT, f_region TEXT, f_tax_class TEXT, f_percent BIGINT, f_valid_from TEXT,
    f_valid_to TEXT);
CREATE INDEX e_tax_rate_root ON e_tax_rate(root);

CREATE TABLE e_promotion (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_name TEXT, f_code TEXT, f_kind TEXT, f_priority BIGINT, f_exclusive BIGINT, f_active BIGINT, f_valid_from TEXT,
    f_valid_to TEXT, f_territories TEXT, f_segments TEXT, f_accounts TEXT, f_products TEXT, f_families TEXT,
    f_min_quantity BIGINT, f_min_amount TEXT, f_percent BIGINT, f_amount TEXT, f_buy BIGINT, f_free BIGINT,
    f_free_product BYTEA, f_repeats BIGINT, f_campaign TEXT, f_notes TEXT);
CREATE INDEX e_promotion_root ON e_promotion(root);

CREATE TABLE e_discount_authority (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_role TEXT, f_user BYTEA, f_family TEXT, f_percent BIGINT);
CREATE INDEX e_discount_authority_root ON e_discount_authority(root);

CREATE TABLE e_deputy (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_user BYTEA, f_deputy BYTEA, f_valid_from TEXT, f_valid_to TEXT);
CREATE INDEX e_deputy_root ON e_deputy(root);

CREATE TABLE e_opportunity (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_name TEXT, f_account BYTEA, f_contact BYTEA, f_owner BYTEA, f_value TEXT, f_close_on TEXT, f_next_step TEXT,
    f_notes TEXT);
CREATE INDEX e_opportunity_root ON e_opportunity(root);
CREATE INDEX e_opportunity_account ON e_opportunity(f_account);

CREATE TABLE e_quote (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_title TEXT, f_number TEXT, f_revision BIGINT, f_account BYTEA, f_contact BYTEA, f_opportunity BYTEA,
    f_owner BYTEA, f_status TEXT, f_reason TEXT, f_closed_on TEXT, f_template BIGINT, f_former BYTEA, f_currency TEXT,
    f_date TEXT, f_valid_until TEXT, f_price_list BYTEA, f_pins TEXT, f_rates TEXT, f_tax_inclusive BIGINT,
    f_discount_percent BIGINT, f_discount_amount TEXT, f_rounding TEXT, f_language TEXT, f_ship_to BYTEA,
    f_delivery_date TEXT, f_introduction TEXT, f_terms TEXT, f_notes TEXT, f_review TEXT, f_flags TEXT,
    f_accepted_by TEXT, f_accepted_at BIGINT, f_signature TEXT, f_reference TEXT);
CREATE INDEX e_quote_root ON e_quote(root);
CREATE INDEX e_quote_account ON e_quote(f_account);
CREATE INDEX e_quote_number ON e_quote(f_number);
CREATE INDEX e_quote_former ON e_quote(f_former);

CREATE TABLE e_quote_group (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_quote BYTEA, f_title TEXT, f_position TEXT, f_text TEXT);
CREATE INDEX e_quote_group_root ON e_quote_group(root);
CREATE INDEX e_quote_group_quote ON e_quote_group(f_quote);

CREATE TABLE e_quote_line (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_quote BYTEA, f_quote_group BYTEA, f_position TEXT, f_kind TEXT, f_role TEXT, f_chosen BIGINT,
    f_alternative_to BYTEA, f_part_of BYTEA, f_product BYTEA, f_quantity BIGINT, f_unit TEXT, f_list_price TEXT,
    f_promotion BYTEA, f_why TEXT, f_tax_percent BIGINT, f_free BIGINT, f_price TEXT, f_discount_percent BIGINT,
    f_discount_amount TEXT, f_description TEXT, f_part_number TEXT, f_ship_to BYTEA, f_delivery_date TEXT,
    f_notes TEXT);
CREATE INDEX e_quote_line_root ON e_quote_line(root);
CREATE INDEX e_quote_line_quote ON e_quote_line(f_quote);

CREATE TABLE e_approval (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_quote BYTEA, f_reason TEXT, f_asked BYTEA, f_asked_by BYTEA, f_asked_at BIGINT, f_comment TEXT,
    f_percent BIGINT, f_seal TEXT, f_status TEXT, f_decided_by BYTEA, f_decided_at BIGINT, f_answer TEXT);
CREATE INDEX e_approval_root ON e_approval(root);
CREATE INDEX e_approval_quote ON e_approval(f_quote);

CREATE TABLE e_quote_document (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_quote BYTEA, f_number TEXT, f_revision BIGINT, f_handed_at BIGINT, f_handed_by BYTEA, f_net TEXT, f_tax TEXT,
    f_gross TEXT, f_hash TEXT, f_body TEXT);
CREATE INDEX e_quote_document_root ON e_quote_document(root);
CREATE INDEX e_quote_document_quote ON e_quote_document(f_quote);

CREATE TABLE e_order (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_number TEXT, f_account BYTEA, f_contact BYTEA, f_quote BYTEA, f_opportunity BYTEA, f_owner BYTEA,
    f_ordered_on TEXT, f_currency TEXT, f_net TEXT, f_tax TEXT, f_gross TEXT, f_reference TEXT, f_ship_to BYTEA,
    f_delivery_date TEXT, f_terms TEXT, f_notes TEXT, f_status TEXT, f_status_text TEXT, f_status_at BIGINT,
    f_remote_number TEXT);
CREATE INDEX e_order_root ON e_order(root);
CREATE INDEX e_order_account ON e_order(f_account);

CREATE TABLE e_order_line (id BYTEA PRIMARY KEY, rev BIGINT NOT NULL, born BIGINT NOT NULL, root BYTEA NOT NULL,
    deleted BIGINT NOT NULL DEFAULT 0,
    f_order BYTEA, f_position TEXT, f_product BYTEA, f_description TEXT, f_part_number TEXT, f_quantity BIGINT,
    f_unit TEXT, f_unit_price TEXT, f_net TEXT, f_tax_percent BIGINT, f_promotion BYTEA, f_ship_to BYTEA,
    f_delivery_date TEXT);
CREATE INDEX e_order_line_root ON e_order_line(root);
CREATE INDEX e_order_line_order ON e_order_line(f_order);

-- The prices of a product in a list, for every line of a quote; the lines of a quote; who was here last in a quote.
CREATE INDEX e_price_entry_list_product ON e_price_entry(f_price_list, f_product);
CREATE TABLE quote_touch (quote BYTEA NOT NULL, incarnation BYTEA NOT NULL, user_id BYTEA NOT NULL,
    seq BIGINT NOT NULL, PRIMARY KEY (quote, incarnation));

-- What a change was sealed as first, where a copied or restored laptop sealed it anew.
ALTER TABLE outcome ADD COLUMN origin BYTEA;
CREATE INDEX outcome_origin ON outcome(origin) WHERE origin IS NOT NULL;

-- Orders on their way to the system that delivers them (sync/server/Deliveries.h). `state`: waiting, delivered, dead
-- or unwanted, the last three since `settled`; `seq` orders the events of one order; who has claimed one sends it, and
-- nobody else until then.
CREATE TABLE webhook_delivery (id BYTEA PRIMARY KEY, order_id BYTEA NOT NULL, order_number TEXT NOT NULL,
    seq BIGINT NOT NULL, event TEXT NOT NULL, body TEXT NOT NULL, made BIGINT NOT NULL, state TEXT NOT NULL,
    settled BIGINT, attempts BIGINT NOT NULL DEFAULT 0, first_attempt BIGINT, due BIGINT NOT NULL,
    error TEXT NOT NULL DEFAULT '', claimed_by BYTEA, claimed_until BIGINT);
CREATE INDEX webhook_delivery_due ON webhook_delivery(due) WHERE state='waiting';
CREATE INDEX webhook_delivery_order ON webhook_delivery(order_id, seq);
CREATE INDEX webhook_delivery_state ON webhook_delivery(state, settled);
CREATE INDEX e_order_number ON e_order(f_number);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);

-- Up to where a device has received the catalogue, as far as price lists are concerned.
ALTER TABLE device ADD COLUMN price_seen BIGINT NOT NULL DEFAULT 0;
CREATE INDEX e_price_revision_rev ON e_price_revision(rev);
)sql";

} // namespace satchel::server
