// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Declarations.h"

// The declaration of what can be sold and at what price. core/rules/PRICING.md says what the price fields do.

// A field is one line here, however long, so the formatter stays out.
// clang-format off
namespace satchel::schema {

namespace {

// How a price that was computed is rounded: to a step, and then to what it should end in.
void addRounding(std::vector<Field>& fields, int first, int since)
{
    fields.push_back({.number = first, .name = "rounding", .type = FieldType::Choice, .group = "rounding",
                      .choices = {"nearest", "up", "down"}, .since = since});
    fields.push_back({.number = first + 1, .name = "rounding_step", .type = FieldType::Decimal, .group = "rounding", .since = since});
    fields.push_back({.number = first + 2, .name = "ends_in", .type = FieldType::Decimal, .group = "rounding", .since = since});
}

} // namespace

Entity product()
{
    Entity e{.number = 9, .name = "product", .label = {"name"}, .naturalKey = {"code"}};
    e.scope.catalogue = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "name", .max = 200, .required = true, .searchable = true},
        {.number = 2, .name = "code", .max = 60, .searchable = true, .indexed = true},
        {.number = 3, .name = "family", .max = 80, .searchable = true},
        {.number = 4, .name = "unit", .max = 60},
        {.number = 5, .name = "description", .type = FieldType::Notes, .max = 100000, .policy = Policy::Text, .searchable = true},
        {.number = 6, .name = "active", .type = FieldType::Boolean, .initial = "true"},
        {.number = 7, .name = "kind", .type = FieldType::Choice, .choices = {"good", "service", "bundle"}, .since = 2},
        {.number = 8, .name = "tax_class", .type = FieldType::Choice, .choices = {"standard", "reduced", "zero", "exempt"}, .since = 2},
    };
    return e;
}

Entity priceList()
{
    Entity e{.number = 10, .name = "price_list", .label = {"name"}, .naturalKey = {"code"}};
    e.scope.catalogue = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "name", .max = 120, .required = true, .searchable = true},
        {.number = 2, .name = "code", .max = 40, .searchable = true},
        {.number = 3, .name = "currency", .max = 3, .required = true},
        {.number = 4, .name = "parent", .type = FieldType::Reference, .references = "price_list"},
        {.number = 5, .name = "active", .type = FieldType::Boolean, .initial = "true"},
        {.number = 6, .name = "notes", .type = FieldType::Notes, .max = 100000, .policy = Policy::Text, .searchable = true},
        // Who gets it without being asked: a segment of accounts, or the accounts of a territory.
        {.number = 7, .name = "segment", .max = 40, .since = 2},
        {.number = 8, .name = "territory", .type = FieldType::Reference, .references = "territory", .since = 2},
        {.number = 9, .name = "breaks", .type = FieldType::Choice, .choices = {"slab", "graduated"}, .since = 2},
        {.number = 10, .name = "tax_inclusive", .type = FieldType::Boolean, .since = 2},
        {.number = 11, .name = "converts", .type = FieldType::Boolean, .since = 2}, // also serves documents in other currencies
        {.number = 12, .name = "time_zone", .max = 60, .since = 2},                 // IANA name; empty: UTC
    };
    addRounding(e.fields, 13, 2);
    return e;
}

Entity priceRevision()
{
    Entity e{.number = 11, .name = "price_revision", .label = {"name"}, .naturalKey = {"price_list", "number"}};
    e.scope.catalogue = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "name", .max = 120, .required = true, .searchable = true},
        {.number = 2, .name = "price_list", .type = FieldType::Reference, .required = true, .references = "price_list"},
        {.number = 3, .name = "number", .type = FieldType::Integer, .required = true},
        {.number = 4, .name = "effective_from", .type = FieldType::Date},
        {.number = 5, .name = "status", .type = FieldType::Choice, .choices = {"draft", "published", "withdrawn"},
         .initial = "draft"},
        // What it does not say itself, that one says, and so on: a rolled-back list follows an older one again.
        {.number = 6, .name = "follows", .type = FieldType::Reference, .references = "price_revision", .since = 2},
        {.number = 7, .name = "published_at", .type = FieldType::Instant, .since = 2},
        {.number = 8, .name = "published_by", .type = FieldType::Reference, .references = "user", .since = 2},
        {.number = 9, .name = "notes", .type = FieldType::Notes, .max = 10000, .policy = Policy::Text, .since = 2},
    };
    return e;
}

// A price from a quantity on. All entries of one product in one revision belong together: a revision that speaks of a
// product says everything of it.
Entity priceEntry()
{
    Entity e{.number = 12, .name = "price_entry", .label = {"price"},
             .naturalKey = {"price_list", "product", "min_quantity", "valid_from"}};
    e.scope.catalogue = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "price_list", .type = FieldType::Reference, .required = true, .references = "price_list"},
        {.number = 2, .name = "product", .type = FieldType::Reference, .required = true, .references = "product"},
        {.number = 3, .name = "price", .type = FieldType::Money},
        {.number = 4, .name = "min_quantity", .type = FieldType::Decimal},
        {.number = 5, .name = "valid_from", .type = FieldType::Date, .group = "validity"},
        {.number = 6, .name = "valid_to", .type = FieldType::Date, .group = "validity"},
        {.number = 7, .name = "revision", .type = FieldType::Reference, .references = "price_revision"},
        {.number = 8, .name = "kind", .type = FieldType::Choice, .group = "formula",
         .choices = {"fixed", "percent_of_list", "percent_of_cost", "removed"}, .since = 2},
        {.number = 9, .name = "percent", .type = FieldType::Decimal, .group = "formula", .since = 2},
        {.number = 10, .name = "base_list", .type = FieldType::Reference, .group = "formula", .references = "price_list", .since = 2},
        {.number = 11, .name = "min_price", .type = FieldType::Money, .since = 2},
    };
    return e;
}

// The company itself, one row: what stands on its paper and what it has decided for everybody.
Entity company()
{
    Entity e{.number = 14, .name = "company", .since = 2, .label = {"name"}};
    e.scope.company = true;
    e.creators = e.updaters = administrators;
    e.fields = {
        {.number = 1, .name = "name", .max = 200, .required = true},
        {.number = 2, .name = "address", .type = FieldType::Group, .members = addressMembers()},
        {.number = 3, .name = "phone", .max = 60, .phone = true},
        {.number = 4, .name = "email", .max = 254, .email = true},
        {.number = 5, .name = "website", .max = 200},
        {.number = 6, .name = "vat_id", .max = 40},
        {.number = 7, .name = "registration", .max = 200},
        {.number = 8, .name = "bank", .max = 300},
        {.number = 9, .name = "currency", .max = 3},
        {.number = 10, .name = "country", .max = 2},
        {.number = 11, .name = "time_zone", .max = 60},
        {.number = 12, .name = "rounding", .type = FieldType::Choice, .choices = {"half_away", "half_even"}},
        {.number = 13, .name = "price_list", .type = FieldType::Reference, .references = "price_list"},
        {.number = 14, .name = "quote_days", .type = FieldType::Integer},
        {.number = 15, .name = "terms", .type = FieldType::Notes, .max = 20000, .policy = Policy::Text},
        {.number = 16, .name = "footer", .max = 500},
        {.number = 17, .name = "logo", .type = FieldType::Notes, .max = 300000}, // a PNG or SVG in base64
    };
    return e;
}

Entity productUnit()
{
    Entity e{.number = 15, .name = "product_unit", .since = 2, .label = {"name"}, .naturalKey = {"product", "name"}};
    e.scope.catalogue = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "product", .type = FieldType::Reference, .required = true, .references = "product"},
        {.number = 2, .name = "name", .max = 60, .required = true},
        {.number = 3, .name = "factor", .type = FieldType::Decimal, .required = true}, // how many of the product's own unit it holds
    };
    return e;
}

Entity optionGroup()
{
    Entity e{.number = 16, .name = "option_group", .since = 2, .label = {"name"}, .naturalKey = {"bundle", "name"}};
    e.scope.catalogue = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "bundle", .type = FieldType::Reference, .required = true, .references = "product"},
        {.number = 2, .name = "name", .max = 120, .required = true},
        {.number = 3, .name = "least", .type = FieldType::Integer}, // how many of its options must be chosen; empty: 0
        {.number = 4, .name = "most", .type = FieldType::Integer},  // empty: as many as there are
        {.number = 5, .name = "position", .max = 60},
    };
    return e;
}

Entity bundlePart()
{
    Entity e{.number = 17, .name = "bundle_part", .since = 2, .label = {"kind"}, .naturalKey = {"bundle", "product"}};
    e.scope.catalogue = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "bundle", .type = FieldType::Reference, .required = true, .references = "product"},
        {.number = 2, .name = "product", .type = FieldType::Reference, .required = true, .references = "product"},
        {.number = 3, .name = "option_group", .type = FieldType::Reference, .references = "option_group"},
        {.number = 4, .name = "quantity", .type = FieldType::Decimal, .initial = "1"},
        {.number = 5, .name = "kind", .type = FieldType::Choice, .choices = {"fixed", "standard", "option"}, .initial = "fixed"},
        {.number = 6, .name = "priced", .type = FieldType::Choice, .choices = {"included", "own"}, .initial = "included"},
        {.number = 7, .name = "position", .max = 60},
    };
    return e;
}

Entity productRule()
{
    Entity e{.number = 18, .name = "product_rule", .since = 2, .label = {"kind"}, .naturalKey = {"product", "kind", "other"}};
    e.scope.catalogue = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "product", .type = FieldType::Reference, .required = true, .references = "product"},
        {.number = 2, .name = "kind", .type = FieldType::Choice, .required = true, .choices = {"requires", "excludes"}},
        {.number = 3, .name = "other", .type = FieldType::Reference, .required = true, .references = "product"},
        {.number = 4, .name = "bundle", .type = FieldType::Reference, .references = "product"}, // empty: in every quote
    };
    return e;
}

// What a product costs us and the least it may be sold for: known only to those who may see margins.
Entity productCost()
{
    Entity e{.number = 21, .name = "product_cost", .since = 2, .label = {"cost"}, .naturalKey = {"product", "valid_from"}};
    e.scope.margin = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "product", .type = FieldType::Reference, .required = true, .references = "product"},
        {.number = 2, .name = "cost", .type = FieldType::Money},
        {.number = 3, .name = "floor_price", .type = FieldType::Money},
        {.number = 4, .name = "valid_from", .type = FieldType::Date, .group = "validity"},
        {.number = 5, .name = "valid_to", .type = FieldType::Date, .group = "validity"},
    };
    return e;
}

// From this day on, so much of the one is so much of the other; two amounts, because one decimal cannot say 1 JPY in KWD.
Entity exchangeRate()
{
    Entity e{.number = 24, .name = "exchange_rate", .since = 2, .label = {"from_currency", "to_currency", "date"},
             .naturalKey = {"from_currency", "to_currency", "date"}};
    e.scope.catalogue = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "from_currency", .max = 3, .required = true, .group = "rate"},
        {.number = 2, .name = "to_currency", .max = 3, .required = true, .group = "rate"},
        {.number = 3, .name = "date", .type = FieldType::Date, .required = true},
        {.number = 4, .name = "from_amount", .type = FieldType::Decimal, .required = true, .group = "rate"},
        {.number = 5, .name = "to_amount", .type = FieldType::Decimal, .required = true, .group = "rate"},
    };
    return e;
}

Entity taxRate()
{
    Entity e{.number = 25, .name = "tax_rate", .since = 2, .label = {"name"},
             .naturalKey = {"country", "region", "tax_class", "valid_from"}};
    e.scope.catalogue = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "name", .max = 60, .required = true},
        {.number = 2, .name = "country", .max = 2, .required = true, .indexed = true},
        {.number = 3, .name = "region", .max = 60},
        {.number = 4, .name = "tax_class", .type = FieldType::Choice, .required = true,
         .choices = {"standard", "reduced", "zero", "exempt"}},
        {.number = 5, .name = "percent", .type = FieldType::Decimal, .required = true},
        {.number = 6, .name = "valid_from", .type = FieldType::Date, .group = "validity"},
        {.number = 7, .name = "valid_to", .type = FieldType::Date, .group = "validity"},
    };
    return e;
}

Entity promotion()
{
    Entity e{.number = 26, .name = "promotion", .since = 2, .label = {"name"}, .naturalKey = {"code"}};
    e.scope.catalogue = true;
    e.creators = e.updaters = e.deleters = marketers;
    e.fields = {
        {.number = 1, .name = "name", .max = 120, .required = true, .searchable = true},
        {.number = 2, .name = "code", .max = 40, .required = true, .searchable = true},
        {.number = 3, .name = "kind", .type = FieldType::Choice, .required = true, .group = "benefit",
         .choices = {"percent", "amount", "free_item", "buy_get"}},
        {.number = 4, .name = "priority", .type = FieldType::Integer, .initial = "100"},
        {.number = 5, .name = "exclusive", .type = FieldType::Boolean},
        {.number = 6, .name = "active", .type = FieldType::Boolean, .initial = "true"},
        {.number = 7, .name = "valid_from", .type = FieldType::Date, .group = "validity"},
        {.number = 8, .name = "valid_to", .type = FieldType::Date, .group = "validity"},
        // For whom; what is empty does not restrict.
        {.number = 9, .name = "territories", .type = FieldType::ReferenceList, .policy = Policy::Union, .references = "territory"},
        {.number = 10, .name = "segments", .type = FieldType::TextList, .max = 40, .policy = Policy::Union},
        {.number = 11, .name = "accounts", .type = FieldType::ReferenceList, .policy = Policy::Union, .references = "account"},
        // On what; both empty: on everything.
        {.number = 12, .name = "products", .type = FieldType::ReferenceList, .policy = Policy::Union, .references = "product"},
        {.number = 13, .name = "families", .type = FieldType::TextList, .max = 80, .policy = Policy::Union},
        // From when on: of one line, and of all lines it is on together.
        {.number = 14, .name = "min_quantity", .type = FieldType::Decimal, .group = "benefit"},
        {.number = 15, .name = "min_amount", .type = FieldType::Money, .group = "benefit"},
        // What the customer gets.
        {.number = 16, .name = "percent", .type = FieldType::Decimal, .group = "benefit"},
        {.number = 17, .name = "amount", .type = FieldType::Money, .group = "benefit"},
        {.number = 18, .name = "buy", .type = FieldType::Decimal, .group = "benefit"},
        {.number = 19, .name = "free", .type = FieldType::Decimal, .group = "benefit"},
        {.number = 20, .name = "free_product", .type = FieldType::Reference, .group = "benefit", .references = "product"},
        {.number = 21, .name = "repeats", .type = FieldType::Boolean, .group = "benefit"},
        {.number = 22, .name = "campaign", .max = 80, .searchable = true},
        {.number = 23, .name = "notes", .type = FieldType::Notes, .max = 10000, .policy = Policy::Text, .searchable = true},
    };
    return e;
}

// How much discount somebody may give by himself. What is said of a user goes before what is said of his role, what is
// said of a family before what is said of all.
Entity discountAuthority()
{
    Entity e{.number = 27, .name = "discount_authority", .since = 2, .label = {"role"}, .naturalKey = {"role", "user", "family"}};
    e.scope.company = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "role", .type = FieldType::Choice,
         .choices = {"salesperson", "inside_sales", "account_manager", "sales_manager", "marketing", "administrator"}},
        {.number = 2, .name = "user", .type = FieldType::Reference, .references = "user"},
        {.number = 3, .name = "family", .max = 80},
        {.number = 4, .name = "percent", .type = FieldType::Decimal, .required = true},
    };
    return e;
}

// Who decides in a manager's place, and when.
Entity deputy()
{
    Entity e{.number = 28, .name = "deputy", .since = 2, .label = {"valid_from"}, .naturalKey = {"user", "deputy", "valid_from"}};
    e.scope.company = true;
    e.creators = e.updaters = e.deleters = managers;
    e.fields = {
        {.number = 1, .name = "user", .type = FieldType::Reference, .required = true, .references = "user", .initial = "$me"},
        {.number = 2, .name = "deputy", .type = FieldType::Reference, .required = true, .references = "user"},
        {.number = 3, .name = "valid_from", .type = FieldType::Date, .group = "validity"},
        {.number = 4, .name = "valid_to", .type = FieldType::Date, .group = "validity"},
    };
    return e;
}

} // namespace satchel::schema
