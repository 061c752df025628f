// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Declarations.h"

// The declaration of what is agreed with, offered to and sold to customers: all of it hangs on the account.

// A field is one line here, however long, so the formatter stays out.
// clang-format off
namespace satchel::schema {

// What an account may buy. One row that allows makes everything else forbidden; one that denies always counts.
Entity entitlement()
{
    Entity e{.number = 19, .name = "entitlement", .since = 2, .label = {"kind"}, .naturalKey = {"account", "product", "family"}};
    e.scope.parents = {"account"};
    e.creators = e.updaters = e.deleters = keyAccounts;
    e.fields = {
        {.number = 1, .name = "account", .type = FieldType::Reference, .required = true, .references = "account"},
        {.number = 2, .name = "product", .type = FieldType::Reference, .references = "product"},
        {.number = 3, .name = "family", .max = 80},
        {.number = 4, .name = "kind", .type = FieldType::Choice, .required = true, .choices = {"allow", "deny"}, .initial = "allow"},
    };
    return e;
}

Entity customerPart()
{
    Entity e{.number = 20, .name = "customer_part", .since = 2, .label = {"part_number"}, .naturalKey = {"account", "part_number"}};
    e.scope.parents = {"account"};
    e.creators = e.updaters = e.deleters = sellers;
    e.fields = {
        {.number = 1, .name = "account", .type = FieldType::Reference, .required = true, .references = "account"},
        {.number = 2, .name = "product", .type = FieldType::Reference, .required = true, .references = "product"},
        {.number = 3, .name = "part_number", .max = 60, .required = true, .searchable = true, .indexed = true},
        {.number = 4, .name = "name", .max = 200, .searchable = true},
    };
    return e;
}

// A price list of one account: its own prices, and a percentage of a list for what it does not name. It hangs on the
// account, so that nobody else's laptop knows it.
Entity agreement()
{
    Entity e{.number = 22, .name = "agreement", .since = 2, .label = {"name"}, .naturalKey = {"account", "code"}};
    e.scope.parents = {"account"};
    e.creators = e.updaters = e.deleters = keyAccounts;
    e.fields = {
        {.number = 1, .name = "account", .type = FieldType::Reference, .required = true, .references = "account"},
        {.number = 2, .name = "name", .max = 120, .required = true, .searchable = true},
        {.number = 3, .name = "code", .max = 40, .required = true, .searchable = true},
        {.number = 4, .name = "currency", .max = 3, .required = true},
        {.number = 5, .name = "active", .type = FieldType::Boolean, .initial = "true"},
        {.number = 6, .name = "valid_from", .type = FieldType::Date, .group = "validity"},
        {.number = 7, .name = "valid_to", .type = FieldType::Date, .group = "validity"},
        {.number = 8, .name = "base_list", .type = FieldType::Reference, .group = "formula", .references = "price_list"},
        {.number = 9, .name = "percent", .type = FieldType::Decimal, .group = "formula"},
        {.number = 10, .name = "breaks", .type = FieldType::Choice, .choices = {"slab", "graduated"}},
        {.number = 11, .name = "tax_inclusive", .type = FieldType::Boolean},
        {.number = 12, .name = "converts", .type = FieldType::Boolean},
        {.number = 13, .name = "rounding", .type = FieldType::Choice, .group = "rounding", .choices = {"nearest", "up", "down"}},
        {.number = 14, .name = "rounding_step", .type = FieldType::Decimal, .group = "rounding"},
        {.number = 15, .name = "ends_in", .type = FieldType::Decimal, .group = "rounding"},
        {.number = 16, .name = "notes", .type = FieldType::Notes, .max = 10000, .policy = Policy::Text, .searchable = true},
    };
    return e;
}

Entity agreedPrice()
{
    Entity e{.number = 23, .name = "agreed_price", .since = 2, .label = {"price"},
             .naturalKey = {"agreement", "product", "min_quantity", "valid_from"}};
    e.scope.parents = {"agreement"};
    e.creators = e.updaters = e.deleters = keyAccounts;
    e.fields = {
        {.number = 1, .name = "agreement", .type = FieldType::Reference, .required = true, .references = "agreement"},
        {.number = 2, .name = "product", .type = FieldType::Reference, .required = true, .references = "product"},
        {.number = 3, .name = "price", .type = FieldType::Money, .required = true},
        {.number = 4, .name = "min_quantity", .type = FieldType::Decimal},
        {.number = 5, .name = "valid_from", .type = FieldType::Date, .group = "validity"},
        {.number = 6, .name = "valid_to", .type = FieldType::Date, .group = "validity"},
        {.number = 7, .name = "min_price", .type = FieldType::Money},
    };
    return e;
}

// What a quote may be for. Pipelines, stages and forecasts come to it later.
Entity opportunity()
{
    Entity e{.number = 29, .name = "opportunity", .since = 2, .label = {"name"}};
    e.scope.parents = {"account"};
    e.scope.owner = "owner";
    e.creators = e.updaters = e.deleters = sellers;
    e.revives = true;
    e.fields = {
        {.number = 1, .name = "name", .max = 200, .required = true, .searchable = true},
        {.number = 2, .name = "account", .type = FieldType::Reference, .references = "account"},
        {.number = 3, .name = "contact", .type = FieldType::Reference, .references = "contact"},
        {.number = 4, .name = "owner", .type = FieldType::Reference, .references = "user", .initial = "$me"},
        {.number = 5, .name = "value", .type = FieldType::Money},
        {.number = 6, .name = "close_on", .type = FieldType::Date, .indexed = true},
        {.number = 7, .name = "next_step", .max = 200},
        {.number = 8, .name = "notes", .type = FieldType::Notes, .max = 100000, .policy = Policy::Text, .searchable = true},
    };
    return e;
}

// A quote says what is offered; what it comes to is never stored with a draft but computed (core/rules/pricing). Handed
// over it is a fact, which its quote_document holds.
Entity quote()
{
    Entity e{.number = 30, .name = "quote", .since = 2, .label = {"number", "title"}, .naturalKey = {"number", "revision"}};
    e.scope.parents = {"account"};
    e.scope.owner = "owner";
    e.creators = e.updaters = e.deleters = sellers;
    e.revives = true;
    e.fields = {
        {.number = 1, .name = "title", .max = 200, .searchable = true},
        {.number = 2, .name = "number", .max = 40, .searchable = true, .indexed = true},
        {.number = 3, .name = "revision", .type = FieldType::Integer, .initial = "1"},
        {.number = 4, .name = "account", .type = FieldType::Reference, .references = "account"},
        {.number = 5, .name = "contact", .type = FieldType::Reference, .references = "contact"},
        {.number = 6, .name = "opportunity", .type = FieldType::Reference, .references = "opportunity"},
        {.number = 7, .name = "owner", .type = FieldType::Reference, .references = "user", .initial = "$me"},
        {.number = 8, .name = "status", .type = FieldType::Choice, .policy = Policy::Stage, .indexed = true, .group = "status",
         .choices = {"draft", "in_approval", "sent", "accepted", "rejected", "expired"},
         .closing = {"sent", "accepted", "rejected", "expired"}, .initial = "draft"},
        {.number = 9, .name = "reason", .max = 200, .policy = Policy::Stage, .group = "status"},
        {.number = 10, .name = "closed_on", .type = FieldType::Date, .policy = Policy::Stage, .group = "status"},
        {.number = 11, .name = "template", .type = FieldType::Boolean, .indexed = true},
        {.number = 12, .name = "former", .type = FieldType::Reference, .references = "quote"}, // the revision it was made from
        {.number = 13, .name = "currency", .max = 3, .required = true},
        {.number = 14, .name = "date", .type = FieldType::Date, .required = true, .indexed = true},
        {.number = 15, .name = "valid_until", .type = FieldType::Date, .indexed = true},
        // What its prices are taken from: a list where one was chosen, the revisions it is pinned to, the rates that were used.
        {.number = 16, .name = "price_list", .type = FieldType::Reference, .group = "prices", .references = "price_list"},
        {.number = 17, .name = "pins", .type = FieldType::ReferenceList, .group = "prices", .references = "price_revision"},
        {.number = 18, .name = "rates", .type = FieldType::ReferenceList, .group = "prices", .references = "exchange_rate"},
        {.number = 19, .name = "tax_inclusive", .type = FieldType::Boolean},
        {.number = 20, .name = "discount_percent", .type = FieldType::Decimal, .group = "discount"},
        {.number = 21, .name = "discount_amount", .type = FieldType::Money, .group = "discount"},
        {.number = 22, .name = "rounding", .type = FieldType::Choice, .choices = {"half_away", "half_even"}},
        {.number = 23, .name = "language", .max = 20},
        {.number = 24, .name = "ship_to", .type = FieldType::Reference, .references = "account"},
        {.number = 25, .name = "delivery_date", .type = FieldType::Date},
        {.number = 26, .name = "introduction", .type = FieldType::Notes, .max = 20000, .policy = Policy::Text, .searchable = true},
        {.number = 27, .name = "terms", .type = FieldType::Notes, .max = 20000, .policy = Policy::Text},
        {.number = 28, .name = "notes", .type = FieldType::Notes, .max = 100000, .policy = Policy::Text, .searchable = true}, // not for the customer
        {.number = 29, .name = "review", .type = FieldType::Choice, .choices = {"merged"}}, // somebody must look at it before it goes out
        {.number = 30, .name = "flags", .type = FieldType::Notes, .max = 20000, .policy = Policy::Theirs}, // what the server found against it
        // The customer's word.
        {.number = 31, .name = "accepted_by", .max = 200, .group = "acceptance"},
        {.number = 32, .name = "accepted_at", .type = FieldType::Instant, .group = "acceptance"},
        {.number = 33, .name = "signature", .type = FieldType::Notes, .max = 100000, .group = "acceptance"}, // an SVG path, 1000 units wide
        {.number = 34, .name = "reference", .max = 80, .searchable = true},               // the customer's own order number
    };
    return e;
}

Entity quoteGroup()
{
    Entity e{.number = 31, .name = "quote_group", .since = 2, .label = {"title"}};
    e.scope.parents = {"quote"};
    e.creators = e.updaters = e.deleters = sellers;
    e.fields = {
        {.number = 1, .name = "quote", .type = FieldType::Reference, .required = true, .references = "quote"},
        {.number = 2, .name = "title", .max = 200, .required = true},
        {.number = 3, .name = "position", .max = 60, .required = true},
        {.number = 4, .name = "text", .type = FieldType::Notes, .max = 20000, .policy = Policy::Text},
    };
    return e;
}

Entity quoteLine()
{
    Entity e{.number = 32, .name = "quote_line", .since = 2, .label = {"description"}};
    e.scope.parents = {"quote"};
    e.creators = e.updaters = e.deleters = sellers;
    e.derived = true; // free goods: two laptops that find the same promotion make the same line
    e.fields = {
        {.number = 1, .name = "quote", .type = FieldType::Reference, .required = true, .references = "quote"},
        {.number = 2, .name = "quote_group", .type = FieldType::Reference, .group = "place", .references = "quote_group"},
        {.number = 3, .name = "position", .max = 60, .required = true, .group = "place"},
        {.number = 4, .name = "kind", .type = FieldType::Choice, .required = true, .choices = {"item", "text"}, .initial = "item"},
        {.number = 5, .name = "role", .type = FieldType::Choice, .choices = {"normal", "optional", "alternative"}, .initial = "normal"},
        {.number = 6, .name = "chosen", .type = FieldType::Boolean}, // optional or alternative, and the customer wants it
        {.number = 7, .name = "alternative_to", .type = FieldType::Reference, .references = "quote_line"},
        {.number = 8, .name = "part_of", .type = FieldType::Reference, .references = "quote_line"}, // the bundle's line
        // What, how much, and what the price lists and promotions make of it: one without the other means nothing.
        {.number = 9, .name = "product", .type = FieldType::Reference, .group = "priced", .references = "product"},
        {.number = 10, .name = "quantity", .type = FieldType::Decimal, .group = "priced"},
        {.number = 11, .name = "unit", .max = 60, .group = "priced"},
        {.number = 12, .name = "list_price", .type = FieldType::Money, .group = "priced"}, // for one `unit`, after promotions
        {.number = 13, .name = "promotion", .type = FieldType::Reference, .group = "priced", .references = "promotion"},
        {.number = 14, .name = "why", .max = 2000, .group = "priced"}, // JSON steps, core/rules/pricing/Explanation.h
        {.number = 15, .name = "tax_percent", .type = FieldType::Decimal, .group = "priced"},
        {.number = 16, .name = "free", .type = FieldType::Boolean, .group = "priced"}, // given by the promotion
        // What somebody decided by hand.
        {.number = 17, .name = "price", .type = FieldType::Money, .group = "price"},
        {.number = 18, .name = "discount_percent", .type = FieldType::Decimal, .group = "price"},
        {.number = 19, .name = "discount_amount", .type = FieldType::Money, .group = "price"}, // off the price of one unit
        {.number = 20, .name = "description", .type = FieldType::Notes, .max = 20000, .policy = Policy::Text},
        {.number = 21, .name = "part_number", .max = 60},
        {.number = 22, .name = "ship_to", .type = FieldType::Reference, .references = "account"},
        {.number = 23, .name = "delivery_date", .type = FieldType::Date},
        {.number = 24, .name = "notes", .type = FieldType::Notes, .max = 20000, .policy = Policy::Text}, // not for the customer
    };
    return e;
}

// Somebody asks for more discount than he may give. It is about the quote as it was asked for: `seal` is the hash of what is priced.
Entity approval()
{
    Entity e{.number = 33, .name = "approval", .since = 2, .label = {"reason"}};
    e.scope.parents = {"quote"};
    e.scope.users = {"asked"};
    e.creators = e.updaters = sellers;
    e.fields = {
        {.number = 1, .name = "quote", .type = FieldType::Reference, .required = true, .references = "quote"},
        {.number = 2, .name = "reason", .max = 2000, .required = true}, // what goes over whose authority
        {.number = 3, .name = "asked", .type = FieldType::Reference, .required = true, .references = "user"},
        {.number = 4, .name = "asked_by", .type = FieldType::Reference, .references = "user", .initial = "$me"},
        {.number = 5, .name = "asked_at", .type = FieldType::Instant, .initial = "$now"},
        {.number = 6, .name = "comment", .max = 2000},
        {.number = 7, .name = "percent", .type = FieldType::Decimal}, // the largest discount in it
        {.number = 8, .name = "seal", .max = 64},
        {.number = 9, .name = "status", .type = FieldType::Choice, .policy = Policy::Stage, .indexed = true, .group = "decision",
         .choices = {"open", "approved", "rejected", "withdrawn"}, .closing = {"approved", "rejected", "withdrawn"}, .initial = "open"},
        {.number = 10, .name = "decided_by", .type = FieldType::Reference, .policy = Policy::Stage, .group = "decision", .references = "user"},
        {.number = 11, .name = "decided_at", .type = FieldType::Instant, .policy = Policy::Stage, .group = "decision"},
        {.number = 12, .name = "answer", .max = 2000, .policy = Policy::Stage, .group = "decision"},
    };
    return e;
}

// A quote as a customer got it. Made once, when it is handed over, and never changed: `body` is the whole of it
// (core/rules/pricing/Document.h), `hash` is BLAKE2b-256 of the body in hex.
Entity quoteDocument()
{
    Entity e{.number = 34, .name = "quote_document", .since = 2, .label = {"number"}, .naturalKey = {"number", "revision"}};
    e.scope.parents = {"quote"};
    e.creators = sellers;
    e.fields = {
        {.number = 1, .name = "quote", .type = FieldType::Reference, .required = true, .references = "quote"},
        {.number = 2, .name = "number", .max = 40, .required = true},
        {.number = 3, .name = "revision", .type = FieldType::Integer, .required = true},
        {.number = 4, .name = "handed_at", .type = FieldType::Instant, .initial = "$now"},
        {.number = 5, .name = "handed_by", .type = FieldType::Reference, .references = "user", .initial = "$me"},
        {.number = 6, .name = "net", .type = FieldType::Money, .required = true},
        {.number = 7, .name = "tax", .type = FieldType::Money, .required = true},
        {.number = 8, .name = "gross", .type = FieldType::Money, .required = true},
        {.number = 9, .name = "hash", .max = 64, .required = true},
        {.number = 10, .name = "body", .type = FieldType::Notes, .required = true},
    };
    return e;
}

// Made of an accepted quote; what becomes of it is told by the system that delivers it.
Entity order()
{
    Entity e{.number = 35, .name = "order", .since = 2, .label = {"number"}, .naturalKey = {"number"}};
    e.scope.parents = {"account"};
    e.scope.owner = "owner";
    e.creators = e.updaters = sellers;
    e.derived = true; // a quote accepted on two laptops is one order
    e.fields = {
        {.number = 1, .name = "number", .max = 40, .required = true, .searchable = true, .indexed = true},
        {.number = 2, .name = "account", .type = FieldType::Reference, .required = true, .references = "account"},
        {.number = 3, .name = "contact", .type = FieldType::Reference, .references = "contact"},
        {.number = 4, .name = "quote", .type = FieldType::Reference, .references = "quote"},
        {.number = 5, .name = "opportunity", .type = FieldType::Reference, .references = "opportunity"},
        {.number = 6, .name = "owner", .type = FieldType::Reference, .references = "user", .initial = "$me"},
        {.number = 7, .name = "ordered_on", .type = FieldType::Date, .required = true, .indexed = true},
        {.number = 8, .name = "currency", .max = 3, .required = true},
        {.number = 9, .name = "net", .type = FieldType::Money, .required = true},
        {.number = 10, .name = "tax", .type = FieldType::Money, .required = true},
        {.number = 11, .name = "gross", .type = FieldType::Money, .required = true},
        {.number = 12, .name = "reference", .max = 80, .searchable = true},
        {.number = 13, .name = "ship_to", .type = FieldType::Reference, .references = "account"},
        {.number = 14, .name = "delivery_date", .type = FieldType::Date},
        {.number = 15, .name = "terms", .type = FieldType::Notes, .max = 20000, .policy = Policy::Text},
        {.number = 16, .name = "notes", .type = FieldType::Notes, .max = 100000, .policy = Policy::Text, .searchable = true},
        {.number = 17, .name = "status", .type = FieldType::Choice, .policy = Policy::Theirs, .indexed = true,
         .choices = {"new", "received", "confirmed", "in_production", "shipped", "delivered", "invoiced", "cancelled"}, .initial = "new"},
        {.number = 18, .name = "status_text", .max = 500, .policy = Policy::Theirs},
        {.number = 19, .name = "status_at", .type = FieldType::Instant, .policy = Policy::Theirs},
        {.number = 20, .name = "remote_number", .max = 80, .policy = Policy::Theirs, .searchable = true},
    };
    return e;
}

Entity orderLine()
{
    Entity e{.number = 36, .name = "order_line", .since = 2, .label = {"description"}};
    e.scope.parents = {"order"};
    e.creators = sellers;
    e.derived = true;
    e.fields = {
        {.number = 1, .name = "order", .type = FieldType::Reference, .required = true, .references = "order"},
        {.number = 2, .name = "position", .max = 60, .required = true},
        {.number = 3, .name = "product", .type = FieldType::Reference, .references = "product"},
        {.number = 4, .name = "description", .type = FieldType::Notes, .max = 20000},
        {.number = 5, .name = "part_number", .max = 60},
        {.number = 6, .name = "quantity", .type = FieldType::Decimal, .required = true},
        {.number = 7, .name = "unit", .max = 60},
        {.number = 8, .name = "unit_price", .type = FieldType::Money, .required = true}, // after line discounts
        {.number = 9, .name = "net", .type = FieldType::Money, .required = true},        // after its share of the document discount
        {.number = 10, .name = "tax_percent", .type = FieldType::Decimal},
        {.number = 11, .name = "promotion", .type = FieldType::Reference, .references = "promotion"},
        {.number = 12, .name = "ship_to", .type = FieldType::Reference, .references = "account"},
        {.number = 13, .name = "delivery_date", .type = FieldType::Date},
    };
    return e;
}

} // namespace satchel::schema
