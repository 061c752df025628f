// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Migrations.h"

// Migration 3 of the replica: prices, quotes and orders.

namespace satchel {

const char* const migration0003 = R"sql(
ALTER TABLE "account" ADD COLUMN "taxation" TEXT;
ALTER TABLE "account" ADD COLUMN "currency" TEXT;
ALTER TABLE "account" ADD COLUMN "language" TEXT;
ALTER TABLE "product" ADD COLUMN "kind" TEXT;
ALTER TABLE "product" ADD COLUMN "tax_class" TEXT;
ALTER TABLE "price_list" ADD COLUMN "segment" TEXT;
ALTER TABLE "price_list" ADD COLUMN "territory" BLOB;
CREATE INDEX "price_list_territory" ON "price_list"("territory", n);
ALTER TABLE "price_list" ADD COLUMN "breaks" TEXT;
ALTER TABLE "price_list" ADD COLUMN "tax_inclusive" INTEGER;
ALTER TABLE "price_list" ADD COLUMN "converts" INTEGER;
ALTER TABLE "price_list" ADD COLUMN "time_zone" TEXT;
ALTER TABLE "price_list" ADD COLUMN "rounding" TEXT;
ALTER TABLE "price_list" ADD COLUMN "rounding_step" INTEGER;
ALTER TABLE "price_list" ADD COLUMN "ends_in" INTEGER;
ALTER TABLE "price_revision" ADD COLUMN "follows" BLOB;
CREATE INDEX "price_revision_follows" ON "price_revision"("follows", n);
ALTER TABLE "price_revision" ADD COLUMN "published_at" INTEGER;
ALTER TABLE "price_revision" ADD COLUMN "published_by" BLOB;
CREATE INDEX "price_revision_published_by" ON "price_revision"("published_by", n);
ALTER TABLE "price_revision" ADD COLUMN "notes" TEXT;
ALTER TABLE "price_entry" ADD COLUMN "kind" TEXT;
ALTER TABLE "price_entry" ADD COLUMN "percent" INTEGER;
ALTER TABLE "price_entry" ADD COLUMN "base_list" BLOB;
CREATE INDEX "price_entry_base_list" ON "price_entry"("base_list", n);
ALTER TABLE "price_entry" ADD COLUMN "min_price" TEXT;

CREATE TABLE "company" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "name" TEXT, "address" TEXT, "phone" TEXT, "email" TEXT, "website" TEXT, "vat_id" TEXT, "registration" TEXT,
    "bank" TEXT, "currency" TEXT, "country" TEXT, "time_zone" TEXT, "rounding" TEXT, "price_list" BLOB,
    "quote_days" INTEGER, "terms" TEXT, "footer" TEXT, "logo" TEXT);
CREATE INDEX "company_sort" ON "company"(sort, n);
CREATE INDEX "company_root" ON "company"(root);
CREATE INDEX "company_price_list" ON "company"("price_list", n);
CREATE VIRTUAL TABLE "search_company" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "product_unit" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "product" BLOB, "name" TEXT, "factor" INTEGER);
CREATE INDEX "product_unit_sort" ON "product_unit"(sort, n);
CREATE INDEX "product_unit_root" ON "product_unit"(root);
CREATE INDEX "product_unit_product" ON "product_unit"("product", n);

CREATE TABLE "option_group" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "bundle" BLOB, "name" TEXT, "least" INTEGER, "most" INTEGER, "position" TEXT);
CREATE INDEX "option_group_sort" ON "option_group"(sort, n);
CREATE INDEX "option_group_root" ON "option_group"(root);
CREATE INDEX "option_group_bundle" ON "option_group"("bundle", n);

CREATE TABLE "bundle_part" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "bundle" BLOB, "product" BLOB, "option_group" BLOB, "quantity" INTEGER, "kind" TEXT, "priced" TEXT,
    "position" TEXT);
CREATE INDEX "bundle_part_sort" ON "bundle_part"(sort, n);
CREATE INDEX "bundle_part_root" ON "bundle_part"(root);
CREATE INDEX "bundle_part_bundle" ON "bundle_part"("bundle", n);
CREATE INDEX "bundle_part_product" ON "bundle_part"("product", n);
CREATE INDEX "bundle_part_option_group" ON "bundle_part"("option_group", n);

CREATE TABLE "product_rule" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "product" BLOB, "kind" TEXT, "other" BLOB, "bundle" BLOB);
CREATE INDEX "product_rule_sort" ON "product_rule"(sort, n);
CREATE INDEX "product_rule_root" ON "product_rule"(root);
CREATE INDEX "product_rule_product" ON "product_rule"("product", n);
CREATE INDEX "product_rule_other" ON "product_rule"("other", n);
CREATE INDEX "product_rule_bundle" ON "product_rule"("bundle", n);

CREATE TABLE "entitlement" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "account" BLOB, "product" BLOB, "family" TEXT, "kind" TEXT);
CREATE INDEX "entitlement_sort" ON "entitlement"(sort, n);
CREATE INDEX "entitlement_root" ON "entitlement"(root);
CREATE INDEX "entitlement_account" ON "entitlement"("account", n);
CREATE INDEX "entitlement_product" ON "entitlement"("product", n);

CREATE TABLE "customer_part" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "account" BLOB, "product" BLOB, "part_number" TEXT, "name" TEXT);
CREATE INDEX "customer_part_sort" ON "customer_part"(sort, n);
CREATE INDEX "customer_part_root" ON "customer_part"(root);
CREATE INDEX "customer_part_account" ON "customer_part"("account", n);
CREATE INDEX "customer_part_product" ON "customer_part"("product", n);
CREATE INDEX "customer_part_part_number" ON "customer_part"("part_number", n);
CREATE VIRTUAL TABLE "search_customer_part" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "product_cost" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "product" BLOB, "cost" TEXT, "floor_price" TEXT, "valid_from" TEXT, "valid_to" TEXT);
CREATE INDEX "product_cost_sort" ON "product_cost"(sort, n);
CREATE INDEX "product_cost_root" ON "product_cost"(root);
CREATE INDEX "product_cost_product" ON "product_cost"("product", n);

CREATE TABLE "agreement" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "account" BLOB, "name" TEXT, "code" TEXT, "currency" TEXT, "active" INTEGER, "valid_from" TEXT, "valid_to" TEXT,
    "base_list" BLOB, "percent" INTEGER, "breaks" TEXT, "tax_inclusive" INTEGER, "converts" INTEGER, "rounding" TEXT,
    "rounding_step" INTEGER, "ends_in" INTEGER, "notes" TEXT);
CREATE INDEX "agreement_sort" ON "agreement"(sort, n);
CREATE INDEX "agreement_root" ON "agreement"(root);
CREATE INDEX "agreement_account" ON "agreement"("account", n);
CREATE INDEX "agreement_base_list" ON "agreement"("base_list", n);
CREATE VIRTUAL TABLE "search_agreement" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "agreed_price" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "agreement" BLOB, "product" BLOB, "price" TEXT, "min_quantity" INTEGER, "valid_from" TEXT, "valid_to" TEXT,
    "min_price" TEXT);
CREATE INDEX "agreed_price_sort" ON "agreed_price"(sort, n);
CREATE INDEX "agreed_price_root" ON "agreed_price"(root);
CREATE INDEX "agreed_price_agreement" ON "agreed_price"("agreement", n);
CREATE INDEX "agreed_price_product" ON "agreed_price"("product", n);

CREATE TABLE "exchange_rate" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "from_currency" TEXT, "to_currency" TEXT, "date" TEXT, "from_amount" INTEGER, "to_amount" INTEGER);
CREATE INDEX "exchange_rate_sort" ON "exchange_rate"(sort, n);
CREATE INDEX "exchange_rate_root" ON "exchange_rate"(root);

CREATE TABLE "tax_rate" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "name" TEXT, "country" TEXT, "region" TEXT, "tax_class" TEXT, "percent" INTEGER, "valid_from" TEXT,
    "valid_to" TEXT);
CREATE INDEX "tax_rate_sort" ON "tax_rate"(sort, n);
CREATE INDEX "tax_rate_root" ON "tax_rate"(root);
CREATE INDEX "tax_rate_country" ON "tax_rate"("country", n);

CREATE TABLE "promotion" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "name" TEXT, "code" TEXT, "kind" TEXT, "priority" INTEGER, "exclusive" INTEGER, "active" INTEGER,
    "valid_from" TEXT, "valid_to" TEXT, "territories" TEXT, "segments" TEXT, "accounts" TEXT, "products" TEXT,
    "families" TEXT, "min_quantity" INTEGER, "min_amount" TEXT, "percent" INTEGER, "amount" TEXT, "buy" INTEGER,
    "free" INTEGER, "free_product" BLOB, "repeats" INTEGER, "campaign" TEXT, "notes" TEXT);
CREATE INDEX "promotion_sort" ON "promotion"(sort, n);
CREATE INDEX "promotion_root" ON "promotion"(root);
CREATE INDEX "promotion_free_product" ON "promotion"("free_product", n);
CREATE VIRTUAL TABLE "search_promotion" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "discount_authority" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "role" TEXT, "user" BLOB, "family" TEXT, "percent" INTEGER);
CREATE INDEX "discount_authority_sort" ON "discount_authority"(sort, n);
CREATE INDEX "discount_authority_root" ON "discount_authority"(root);
CREATE INDEX "discount_authority_user" ON "discount_authority"("user", n);

CREATE TABLE "deputy" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "user" BLOB, "deputy" BLOB, "valid_from" TEXT, "valid_to" TEXT);
CREATE INDEX "deputy_sort" ON "deputy"(sort, n);
CREATE INDEX "deputy_root" ON "deputy"(root);
CREATE INDEX "deputy_user" ON "deputy"("user", n);
CREATE INDEX "deputy_deputy" ON "deputy"("deputy", n);

CREATE TABLE "opportunity" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "name" TEXT, "account" BLOB, "contact" BLOB, "owner" BLOB, "value" TEXT, "close_on" TEXT, "next_step" TEXT,
    "notes" TEXT);
CREATE INDEX "opportunity_sort" ON "opportunity"(sort, n);
CREATE INDEX "opportunity_root" ON "opportunity"(root);
CREATE INDEX "opportunity_account" ON "opportunity"("account", n);
CREATE INDEX "opportunity_contact" ON "opportunity"("contact", n);
CREATE INDEX "opportunity_owner" ON "opportunity"("owner", n);
CREATE INDEX "opportunity_close_on" ON "opportunity"("close_on", n);
CREATE VIRTUAL TABLE "search_opportunity" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "quote" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "title" TEXT, "number" TEXT, "revision" INTEGER, "account" BLOB, "contact" BLOB, "opportunity" BLOB, "owner" BLOB,
    "status" TEXT, "reason" TEXT, "closed_on" TEXT, "template" INTEGER, "former" BLOB, "currency" TEXT, "date" TEXT,
    "valid_until" TEXT, "price_list" BLOB, "pins" TEXT, "rates" TEXT, "tax_inclusive" INTEGER,
    "discount_percent" INTEGER, "discount_amount" TEXT, "rounding" TEXT, "language" TEXT, "ship_to" BLOB,
    "delivery_date" TEXT, "introduction" TEXT, "terms" TEXT, "notes" TEXT, "review" TEXT, "flags" TEXT,
    "accepted_by" TEXT, "accepted_at" INTEGER, "signature" TEXT, "reference" TEXT);
CREATE INDEX "quote_sort" ON "quote"(sort, n);
CREATE INDEX "quote_root" ON "quote"(root);
CREATE INDEX "quote_number" ON "quote"("number", n);
CREATE INDEX "quote_account" ON "quote"("account", n);
CREATE INDEX "quote_contact" ON "quote"("contact", n);
CREATE INDEX "quote_opportunity" ON "quote"("opportunity", n);
CREATE INDEX "quote_owner" ON "quote"("owner", n);
CREATE INDEX "quote_status" ON "quote"("status", n);
CREATE INDEX "quote_template" ON "quote"("template", n);
CREATE INDEX "quote_former" ON "quote"("former", n);
CREATE INDEX "quote_date" ON "quote"("date", n);
CREATE INDEX "quote_valid_until" ON "quote"("valid_until", n);
CREATE INDEX "quote_price_list" ON "quote"("price_list", n);
CREATE INDEX "quote_ship_to" ON "quote"("ship_to", n);
CREATE VIRTUAL TABLE "search_quote" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "quote_group" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "quote" BLOB, "title" TEXT, "position" TEXT, "text" TEXT);
CREATE INDEX "quote_group_sort" ON "quote_group"(sort, n);
CREATE INDEX "quote_group_root" ON "quote_group"(root);
CREATE INDEX "quote_group_quote" ON "quote_group"("quote", n);

CREATE TABLE "quote_line" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "quote" BLOB, "quote_group" BLOB, "position" TEXT, "kind" TEXT, "role" TEXT, "chosen" INTEGER,
    "alternative_to" BLOB, "part_of" BLOB, "product" BLOB, "quantity" INTEGER, "unit" TEXT, "list_price" TEXT,
    "promotion" BLOB, "why" TEXT, "tax_percent" INTEGER, "free" INTEGER, "price" TEXT, "discount_percent" INTEGER,
    "discount_amount" TEXT, "description" TEXT, "part_number" TEXT, "ship_to" BLOB, "delivery_date" TEXT,
    "notes" TEXT);
CREATE INDEX "quote_line_sort" ON "quote_line"(sort, n);
CREATE INDEX "quote_line_root" ON "quote_line"(root);
CREATE INDEX "quote_line_quote" ON "quote_line"("quote", n);
CREATE INDEX "quote_line_quote_group" ON "quote_line"("quote_group", n);
CREATE INDEX "quote_line_alternative_to" ON "quote_line"("alternative_to", n);
CREATE INDEX "quote_line_part_of" ON "quote_line"("part_of", n);
CREATE INDEX "quote_line_product" ON "quote_line"("product", n);
CREATE INDEX "quote_line_promotion" ON "quote_line"("promotion", n);
CREATE INDEX "quote_line_ship_to" ON "quote_line"("ship_to", n);

CREATE TABLE "approval" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "quote" BLOB, "reason" TEXT, "asked" BLOB, "asked_by" BLOB, "asked_at" INTEGER, "comment" TEXT, "percent" INTEGER,
    "seal" TEXT, "status" TEXT, "decided_by" BLOB, "decided_at" INTEGER, "answer" TEXT);
CREATE INDEX "approval_sort" ON "approval"(sort, n);
CREATE INDEX "approval_root" ON "approval"(root);
CREATE INDEX "approval_quote" ON "approval"("quote", n);
CREATE INDEX "approval_asked" ON "approval"("asked", n);
CREATE INDEX "approval_asked_by" ON "approval"("asked_by", n);
CREATE INDEX "approval_status" ON "approval"("status", n);
CREATE INDEX "approval_decided_by" ON "approval"("decided_by", n);

CREATE TABLE "quote_document" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "quote" BLOB, "number" TEXT, "revision" INTEGER, "handed_at" INTEGER, "handed_by" BLOB, "net" TEXT, "tax" TEXT,
    "gross" TEXT, "hash" TEXT, "body" TEXT);
CREATE INDEX "quote_document_sort" ON "quote_document"(sort, n);
CREATE INDEX "quote_document_root" ON "quote_document"(root);
CREATE INDEX "quote_document_quote" ON "quote_document"("quote", n);
CREATE INDEX "quote_document_handed_by" ON "quote_document"("handed_by", n);

CREATE TABLE "order" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "number" TEXT, "account" BLOB, "contact" BLOB, "quote" BLOB, "opportunity" BLOB, "owner" BLOB, "ordered_on" TEXT,
    "currency" TEXT, "net" TEXT, "tax" TEXT, "gross" TEXT, "reference" TEXT, "ship_to" BLOB, "delivery_date" TEXT,
    "terms" TEXT, "notes" TEXT, "status" TEXT, "status_text" TEXT, "status_at" INTEGER, "remote_number" TEXT);
CREATE INDEX "order_sort" ON "order"(sort, n);
CREATE INDEX "order_root" ON "order"(root);
CREATE INDEX "order_number" ON "order"("number", n);
CREATE INDEX "order_account" ON "order"("account", n);
CREATE INDEX "order_contact" ON "order"("contact", n);
CREATE INDEX "order_quote" ON "order"("quote", n);
CREATE INDEX "order_opportunity" ON "order"("opportunity", n);
CREATE INDEX "order_owner" ON "order"("owner", n);
CREATE INDEX "order_ordered_on" ON "order"("ordered_on", n);
CREATE INDEX "order_ship_to" ON "order"("ship_to", n);
CREATE INDEX "order_status" ON "order"("status", n);
CREATE VIRTUAL TABLE "search_order" USING fts5(words, digits, content='', columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');

CREATE TABLE "order_line" (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, rev INTEGER NOT NULL, root BLOB NOT NULL,
    sort TEXT NOT NULL,
    "order" BLOB, "position" TEXT, "product" BLOB, "description" TEXT, "part_number" TEXT, "quantity" INTEGER,
    "unit" TEXT, "unit_price" TEXT, "net" TEXT, "tax_percent" INTEGER, "promotion" BLOB, "ship_to" BLOB,
    "delivery_date" TEXT);
CREATE INDEX "order_line_sort" ON "order_line"(sort, n);
CREATE INDEX "order_line_root" ON "order_line"(root);
CREATE INDEX "order_line_order" ON "order_line"("order", n);
CREATE INDEX "order_line_product" ON "order_line"("product", n);
CREATE INDEX "order_line_promotion" ON "order_line"("promotion", n);
CREATE INDEX "order_line_ship_to" ON "order_line"("ship_to", n);

-- The prices of a product in a list, for every line of a quote.
CREATE INDEX "price_entry_list_product" ON "price_entry"("price_list", "product");
)sql";

} // namespace satchel
