// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Declarations.h"

// The one declaration. A line here and a numbered migration at each end add a field; numbers and names are frozen
// once released. SCHEMA.md beside this file says what the attributes mean. People and dealings stand here, the
// catalogue in CatalogueDeclaration.cpp, what is sold in SalesDeclaration.cpp.

// A field is one line here, however long, so the formatter stays out.
// clang-format off
namespace satchel::schema {

namespace {

Entity territory()
{
    Entity e{.number = 1, .name = "territory", .label = {"name"}, .naturalKey = {"code"}};
    e.scope.company = true;
    e.creators = e.updaters = e.deleters = administrators;
    e.fields = {
        {.number = 1, .name = "name", .max = 120, .required = true, .searchable = true},
        {.number = 2, .name = "code", .max = 40, .searchable = true},
        {.number = 3, .name = "parent", .type = FieldType::Reference, .references = "territory"},
    };
    return e;
}

Entity user()
{
    Entity e{.number = 2, .name = "user", .label = {"name"}, .naturalKey = {"login"}};
    e.scope.company = true;
    e.creators = e.updaters = administrators;
    e.fields = {
        {.number = 1, .name = "login", .max = 80, .required = true, .searchable = true},
        {.number = 2, .name = "name", .max = 120, .required = true, .searchable = true},
        {.number = 3, .name = "role", .type = FieldType::Choice, .required = true,
         .choices = {"salesperson", "inside_sales", "account_manager", "sales_manager", "marketing", "administrator"}},
        {.number = 4, .name = "territories", .type = FieldType::ReferenceList, .policy = Policy::Union,
         .references = "territory"},
        {.number = 5, .name = "email", .max = 254, .email = true},
        {.number = 6, .name = "phone", .max = 60, .phone = true},
        {.number = 7, .name = "active", .type = FieldType::Boolean, .initial = "true"},
    };
    return e;
}

Entity account()
{
    Entity e{.number = 3, .name = "account", .label = {"name"}, .naturalKey = {"number"}};
    e.scope.territory = "territory";
    e.scope.inherits = "parent";
    e.scope.owner = "owner";
    e.creators = e.updaters = sellers;
    e.deleters = sellers;
    e.revives = e.mergeable = true;
    e.mark = "vat_id";
    e.fields = {
        {.number = 1, .name = "name", .max = 200, .required = true, .searchable = true},
        {.number = 2, .name = "number", .max = 40, .searchable = true, .indexed = true},
        {.number = 3, .name = "status", .type = FieldType::Choice, .indexed = true,
         .choices = {"prospect", "customer", "partner", "distributor", "former"}, .initial = "prospect"},
        {.number = 4, .name = "parent", .type = FieldType::Reference, .references = "account"},
        {.number = 5, .name = "territory", .type = FieldType::Reference, .references = "territory",
         .initial = "$my_territory"},
        {.number = 6, .name = "owner", .type = FieldType::Reference, .references = "user", .initial = "$me"},
        {.number = 7, .name = "national", .type = FieldType::Boolean, .writers = keyAccounts},
        {.number = 8, .name = "industry", .max = 80},
        {.number = 9, .name = "address", .type = FieldType::Group, .searchable = true, .members = addressMembers()},
        {.number = 10, .name = "phone", .max = 60, .phone = true},
        {.number = 11, .name = "email", .max = 254, .searchable = true, .email = true},
        {.number = 12, .name = "website", .max = 200},
        {.number = 13, .name = "vat_id", .max = 40, .searchable = true, .indexed = true},
        {.number = 14, .name = "segment", .max = 40, .indexed = true},
        {.number = 15, .name = "annual_revenue", .type = FieldType::Money},
        {.number = 16, .name = "employees", .type = FieldType::Integer},
        {.number = 17, .name = "next_step", .max = 200},
        {.number = 18, .name = "tags", .type = FieldType::TextList, .max = 60, .policy = Policy::Union, .searchable = true},
        {.number = 19, .name = "notes", .type = FieldType::Notes, .max = 100000, .policy = Policy::Text, .searchable = true},
        {.number = 20, .name = "timeline", .type = FieldType::Timeline, .max = maxTimelineEntry, .policy = Policy::Append},
        {.number = 21, .name = "taxation", .type = FieldType::Choice, .choices = {"normal", "reverse_charge", "exempt"}, .since = 2},
        {.number = 22, .name = "currency", .max = 3, .since = 2},
        {.number = 23, .name = "language", .max = 20, .since = 2},
        // Looked alike and is another one: somebody has said so, and nobody is asked again.
        {.number = 24, .name = "not_same_as", .type = FieldType::ReferenceList, .policy = Policy::Union,
         .references = "account", .since = 2},
    };
    return e;
}

Entity accountTeam()
{
    Entity e{.number = 4, .name = "account_team", .label = {"role"}, .naturalKey = {"account", "user"}};
    e.scope.parents = {"account"};
    e.creators = e.updaters = e.deleters = managers;
    e.fields = {
        {.number = 1, .name = "account", .type = FieldType::Reference, .required = true, .references = "account"},
        {.number = 2, .name = "user", .type = FieldType::Reference, .required = true, .references = "user"},
        {.number = 3, .name = "role", .type = FieldType::Choice, .choices = {"lead", "member", "support"},
         .initial = "member"},
    };
    return e;
}

Entity contact()
{
    Entity e{.number = 5, .name = "contact", .label = {"first_name", "last_name"}, .naturalKey = {"email"}};
    e.scope.parents = {"account"};
    e.scope.owner = "owner";
    e.creators = e.updaters = e.deleters = sellers;
    e.revives = e.mergeable = true;
    e.mark = "email";
    e.fields = {
        {.number = 1, .name = "first_name", .max = 100, .searchable = true},
        {.number = 2, .name = "last_name", .max = 100, .required = true, .searchable = true},
        {.number = 3, .name = "account", .type = FieldType::Reference, .references = "account"},
        {.number = 4, .name = "owner", .type = FieldType::Reference, .references = "user", .initial = "$me"},
        {.number = 5, .name = "salutation", .max = 40},
        {.number = 6, .name = "job_title", .max = 120, .searchable = true},
        {.number = 7, .name = "department", .max = 120},
        {.number = 8, .name = "decision_role", .type = FieldType::Choice,
         .choices = {"decision_maker", "evaluator", "influencer", "user", "blocker"}},
        {.number = 9, .name = "phone", .max = 60, .phone = true},
        {.number = 10, .name = "mobile", .max = 60, .phone = true},
        {.number = 11, .name = "more_phones", .type = FieldType::TextList, .max = 60, .policy = Policy::Union, .phone = true},
        {.number = 12, .name = "email", .max = 254, .searchable = true, .email = true, .indexed = true},
        {.number = 13, .name = "more_emails", .type = FieldType::TextList, .max = 254, .policy = Policy::Union,
         .searchable = true, .email = true},
        {.number = 14, .name = "preferred_channel", .type = FieldType::Choice,
         .choices = {"phone", "mobile", "email", "post", "visit"}},
        {.number = 15, .name = "consent", .type = FieldType::Choice, .choices = {"unknown", "opted_in", "opted_out"}},
        {.number = 16, .name = "birthday", .type = FieldType::Date},
        {.number = 17, .name = "language", .max = 20},
        {.number = 18, .name = "address", .type = FieldType::Group, .searchable = true, .members = addressMembers()},
        {.number = 19, .name = "tags", .type = FieldType::TextList, .max = 60, .policy = Policy::Union, .searchable = true},
        {.number = 20, .name = "notes", .type = FieldType::Notes, .max = 100000, .policy = Policy::Text, .searchable = true},
        {.number = 21, .name = "timeline", .type = FieldType::Timeline, .max = maxTimelineEntry, .policy = Policy::Append},
        {.number = 22, .name = "not_same_as", .type = FieldType::ReferenceList, .policy = Policy::Union,
         .references = "contact", .since = 2},
    };
    return e;
}

Entity lead()
{
    Entity e{.number = 6, .name = "lead", .label = {"name"}, .naturalKey = {"email"}};
    e.scope.territory = "territory";
    e.scope.owner = "owner";
    e.creators = e.updaters = everybody;
    e.deleters = sellers;
    e.revives = e.mergeable = true;
    e.fields = {
        {.number = 1, .name = "name", .max = 200, .required = true, .searchable = true},
        {.number = 2, .name = "company", .max = 200, .searchable = true},
        {.number = 3, .name = "job_title", .max = 120},
        {.number = 4, .name = "email", .max = 254, .searchable = true, .email = true, .indexed = true},
        {.number = 5, .name = "phone", .max = 60, .phone = true},
        {.number = 6, .name = "origin", .type = FieldType::Choice,
         .choices = {"web", "campaign", "referral", "mail", "phone", "trade_fair", "other"}, .initial = "other"},
        {.number = 7, .name = "territory", .type = FieldType::Reference, .references = "territory",
         .initial = "$my_territory"},
        {.number = 8, .name = "owner", .type = FieldType::Reference, .references = "user", .initial = "$me"},
        {.number = 9, .name = "status", .type = FieldType::Choice, .policy = Policy::Stage, .indexed = true,
         .group = "status", .choices = {"new", "contacted", "qualified", "converted", "forwarded", "disqualified"},
         .closing = {"converted", "forwarded", "disqualified"}, .initial = "new"},
        {.number = 10, .name = "reason", .max = 200, .policy = Policy::Stage, .group = "status"},
        {.number = 11, .name = "closed_on", .type = FieldType::Date, .policy = Policy::Stage, .group = "status"},
        {.number = 12, .name = "product", .type = FieldType::Reference, .references = "product"},
        {.number = 13, .name = "value", .type = FieldType::Money},
        {.number = 14, .name = "respond_by", .type = FieldType::Instant, .indexed = true},
        {.number = 15, .name = "score", .type = FieldType::Integer},
        {.number = 16, .name = "touches", .type = FieldType::Integer, .policy = Policy::Sum},
        {.number = 17, .name = "last_contact", .type = FieldType::Instant, .policy = Policy::Extreme},
        {.number = 18, .name = "account", .type = FieldType::Reference, .references = "account"},
        {.number = 19, .name = "contact", .type = FieldType::Reference, .references = "contact"},
        {.number = 20, .name = "address", .type = FieldType::Group, .searchable = true, .members = addressMembers()},
        {.number = 21, .name = "tags", .type = FieldType::TextList, .max = 60, .policy = Policy::Union, .searchable = true},
        {.number = 22, .name = "notes", .type = FieldType::Notes, .max = 100000, .policy = Policy::Text, .searchable = true},
        {.number = 23, .name = "timeline", .type = FieldType::Timeline, .max = maxTimelineEntry, .policy = Policy::Append},
        {.number = 24, .name = "not_same_as", .type = FieldType::ReferenceList, .policy = Policy::Union,
         .references = "lead", .since = 2},
    };
    return e;
}

Entity activity()
{
    Entity e{.number = 7, .name = "activity", .label = {"subject"}};
    e.scope.parents = {"account", "contact", "lead"};
    e.scope.owner = "owner";
    e.creators = e.updaters = e.deleters = everybody;
    e.fields = {
        {.number = 1, .name = "kind", .type = FieldType::Choice, .required = true,
         .choices = {"call", "mail", "visit", "meeting", "note"}, .initial = "note"},
        {.number = 2, .name = "status", .type = FieldType::Choice, .choices = {"planned", "done"}, .initial = "done"},
        {.number = 3, .name = "subject", .max = 200, .required = true, .searchable = true},
        {.number = 4, .name = "account", .type = FieldType::Reference, .references = "account"},
        {.number = 5, .name = "contact", .type = FieldType::Reference, .references = "contact"},
        {.number = 6, .name = "lead", .type = FieldType::Reference, .references = "lead"},
        {.number = 7, .name = "owner", .type = FieldType::Reference, .references = "user", .initial = "$me"},
        {.number = 8, .name = "starts", .type = FieldType::Instant, .indexed = true, .group = "time", .initial = "$now"},
        {.number = 9, .name = "ends", .type = FieldType::Instant, .group = "time"},
        {.number = 10, .name = "outcome", .max = 200},
        {.number = 11, .name = "notes", .type = FieldType::Notes, .max = 100000, .policy = Policy::Text, .searchable = true},
    };
    return e;
}

Entity task()
{
    Entity e{.number = 8, .name = "task", .label = {"title"}};
    e.scope.parents = {"account", "contact", "lead"};
    e.scope.users = {"assignee"};
    e.creators = e.updaters = e.deleters = everybody;
    e.fields = {
        {.number = 1, .name = "title", .max = 200, .required = true, .searchable = true},
        {.number = 2, .name = "due", .type = FieldType::Date, .indexed = true},
        {.number = 3, .name = "priority", .type = FieldType::Choice, .choices = {"low", "normal", "high"},
         .initial = "normal"},
        {.number = 4, .name = "done", .type = FieldType::Boolean, .indexed = true, .group = "done", .initial = "false"},
        {.number = 5, .name = "done_on", .type = FieldType::Date, .group = "done"},
        {.number = 6, .name = "assignee", .type = FieldType::Reference, .required = true, .references = "user",
         .initial = "$me"},
        {.number = 7, .name = "account", .type = FieldType::Reference, .references = "account"},
        {.number = 8, .name = "contact", .type = FieldType::Reference, .references = "contact"},
        {.number = 9, .name = "lead", .type = FieldType::Reference, .references = "lead"},
        {.number = 10, .name = "notes", .type = FieldType::Notes, .max = 100000, .policy = Policy::Text, .searchable = true},
    };
    return e;
}

// A field that two people changed: what it was, what each wrote, which was kept. Written by the server; its two
// authors see it and answer it. Values are JSON as core/schema/ValueJson.h writes them.
Entity conflict()
{
    Entity e{.number = 13, .name = "conflict", .label = {"field"}};
    e.internal = true;
    e.scope.users = {"a_user", "b_user"};
    e.updaters = everybody;
    e.fields = {
        {.number = 1, .name = "entity", .max = 40, .policy = Policy::Theirs, .required = true},
        {.number = 2, .name = "record", .max = 36, .policy = Policy::Theirs, .required = true},
        {.number = 3, .name = "field", .max = 40, .policy = Policy::Theirs},
        {.number = 4, .name = "base", .type = FieldType::Notes, .policy = Policy::Theirs},
        {.number = 5, .name = "a_value", .type = FieldType::Notes, .policy = Policy::Theirs},
        {.number = 6, .name = "a_user", .type = FieldType::Reference, .policy = Policy::Theirs, .references = "user"},
        {.number = 7, .name = "a_device", .max = 120, .policy = Policy::Theirs},
        {.number = 8, .name = "a_at", .type = FieldType::Instant, .policy = Policy::Theirs},
        {.number = 9, .name = "b_value", .type = FieldType::Notes, .policy = Policy::Theirs},
        {.number = 10, .name = "b_user", .type = FieldType::Reference, .policy = Policy::Theirs, .references = "user"},
        {.number = 11, .name = "b_device", .max = 120, .policy = Policy::Theirs},
        {.number = 12, .name = "b_at", .type = FieldType::Instant, .policy = Policy::Theirs},
        {.number = 13, .name = "rule", .max = 200, .policy = Policy::Theirs},
        {.number = 14, .name = "kept", .type = FieldType::Choice, .choices = {"a", "b", "both"}},
        {.number = 15, .name = "a_state", .type = FieldType::Choice,
         .choices = {"open", "merged", "rejected", "taken", "dismissed", "waiting"}},
        {.number = 16, .name = "b_state", .type = FieldType::Choice,
         .choices = {"open", "merged", "rejected", "taken", "dismissed", "waiting"}},
        {.number = 17, .name = "created_at", .type = FieldType::Instant, .policy = Policy::Theirs, .indexed = true},
        // Who wrote a side, where he may not read the item (any more): then a_user or b_user is empty.
        {.number = 18, .name = "a_author", .type = FieldType::Reference, .policy = Policy::Theirs, .references = "user"},
        {.number = 19, .name = "b_author", .type = FieldType::Reference, .policy = Policy::Theirs, .references = "user"},
    };
    return e;
}

// A list that somebody has made for himself and named: its own laptops have it. `body` is JSON (core/store/Condition.h).
Entity savedList()
{
    Entity e{.number = 37, .name = "saved_list", .since = 2, .label = {"name"}};
    e.scope.users = {"owner"};
    e.creators = e.updaters = e.deleters = everybody;
    e.fields = {
        {.number = 1, .name = "name", .max = 120, .required = true},
        {.number = 2, .name = "list", .max = 40, .required = true, .indexed = true}, // the kind of record in it
        {.number = 3, .name = "owner", .type = FieldType::Reference, .required = true, .references = "user", .initial = "$me"},
        {.number = 4, .name = "body", .type = FieldType::Notes, .max = 20000},
    };
    return e;
}

std::vector<Entity> indexed(std::vector<Entity> all)
{
    for (Entity& each : all)
        each.names = FieldIndex(each.fields);
    return all;
}

} // namespace

const std::vector<Entity>& entities()
{
    static const std::vector<Entity> all = indexed({
        territory(), user(), account(), accountTeam(), contact(), lead(), activity(), task(),
        product(), priceList(), priceRevision(), priceEntry(), conflict(),
        company(), productUnit(), optionGroup(), bundlePart(), productRule(), entitlement(), customerPart(), productCost(),
        agreement(), agreedPrice(), exchangeRate(), taxRate(), promotion(), discountAuthority(), deputy(),
        opportunity(), quote(), quoteGroup(), quoteLine(), approval(), quoteDocument(), order(), orderLine(), savedList()});
    return all;
}

} // namespace satchel::schema
