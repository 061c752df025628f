// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Replica.h"

#include "core/model/Rule.h"
#include "core/schema/ValueJson.h"

namespace satchel {

namespace {

const char* stateField(const Record& row, const Id& me)
{
    return row.value("b_user").id() == me ? "b_state" : "a_state";
}

InboxItem itemOf(const Record& row, const Id& me)
{
    const auto side = [&](const std::string& prefix) {
        const Value& reader = row.value(prefix + "_user"); // or one who may not read it
        return InboxItem::Side{row.value(prefix + "_value").text(),
                               (reader.isNull() ? row.value(prefix + "_author") : reader).id(),
                               row.value(prefix + "_device").text(), row.value(prefix + "_at").integer()};
    };
    const Entity* entity = schema::entityNamed(row.value("entity").text());
    InboxItem item{
        .id = row.id,
        .row = {entity == nullptr ? 0 : entity->number, Id::parse(row.value("record").text()).value_or(Id{})},
        .field = row.value("field").text(),
        .base = row.value("base").text(),
        .a = side("a"),
        .b = side("b"),
        .kept = row.value("kept").text(),
        .rule = row.value("rule").text(),
        .state = {}};
    item.state = row.value(stateField(row, me)).text();
    return item;
}

// Fields that mean one thing were decided as one, so they are taken as one: half of one side's would stand beside half
// of the other's. One change had them all, in one edit of one row; `field` itself is among them.
Result<std::vector<Record>> decidedTogether(Replica& replica, const Record& item)
{
    const Entity& conflict = *item.entity;
    const Entity* entity = schema::entityNamed(item.value("entity").text());
    const auto field = entity == nullptr ? std::nullopt : entity->indexOf(item.value("field").text());
    if (!field || entity->fields[*field].group.empty())
        return std::vector<Record>{item};
    SATCHEL_ASSIGN(
        const Page page,
        replica.list({.entity = &conflict,
                      .filters = {{*conflict.indexOf("record"), Comparison::Equal, item.value("record")},
                                  {*conflict.indexOf("created_at"), Comparison::Equal, item.value("created_at")}},
                      .limit = 1000}));
    std::vector<Record> together;
    for (const std::size_t member : entity->groupOf(*field))
        for (const Record& each : page.rows) {
            const auto alike = [&](const char* name) { return each.value(name) == item.value(name); };
            if (each.value("field").text() == entity->fields[member].name && alike("entity") && alike("rule") &&
                alike("a_at") && alike("a_device") && alike("b_at") && alike("b_device"))
                together.push_back(each);
        }
    return together;
}

} // namespace

Result<std::vector<InboxItem>> Replica::inbox()
{
    SATCHEL_ASSIGN(const auto identity, this->identity());
    const Entity& conflict = schema::entity("conflict");
    std::vector<InboxItem> items;
    Query query{.entity = &conflict,
                .search = {},
                .filters = {},
                .orderBy = conflict.indexOf("created_at"),
                .descending = true,
                .limit = 1000};
    for (;;) {
        SATCHEL_ASSIGN(const Page page, list(query));
        // An administrator's laptop also holds other people's.
        for (const Record& row : page.rows)
            if (identity && (row.value("a_user").id() == identity->user || row.value("b_user").id() == identity->user))
                items.push_back(itemOf(row, identity->user));
        if (page.next.empty())
            return items;
        query.after = page.next;
    }
}

Status Replica::takeInbox(const Id& item, char side)
{
    SATCHEL_ASSIGN(const auto identity, this->identity());
    const Entity& conflict = schema::entity("conflict");
    SATCHEL_ASSIGN(const auto row, find(conflict, item));
    if (!row || !identity)
        return Error{ErrorKind::NotFound, "There is no such item in the inbox."};
    const InboxItem taken = itemOf(*row, identity->user);
    const Entity* entity = schema::entityNumbered(taken.row.entity);
    const std::string kept(1, side);
    SATCHEL_ASSIGN(const auto together, decidedTogether(*this, *row));
    std::vector<Edit> edits;
    for (const Record& each : together)
        edits.push_back({.kind = OperationKind::Update,
                         .entity = &conflict,
                         .id = each.id,
                         .values = {{*conflict.indexOf("kept"), Value(kept)},
                                    {*conflict.indexOf(stateField(each, identity->user)), Value("taken")}}});
    // The server does what follows from these: a proposal is carried out or not, a deleted record comes back.
    if (taken.rule == rule::proposal || (taken.rule == rule::deleted && taken.kept != kept)) {
        SATCHEL_TRY(commit(edits));
        return Ok{};
    }
    if (entity == nullptr || !entity->indexOf(taken.field))
        return invalid(
            "This item is about a whole record; there is no value to take. Dismiss it when you have read it.");
    SATCHEL_ASSIGN(const auto record, find(*entity, taken.row.id));
    if (!record)
        return Error{ErrorKind::NotFound, "The record is no longer on this laptop."};
    Edit edit{.kind = OperationKind::Update, .entity = entity, .id = taken.row.id};
    for (const Record& each : together) {
        const std::size_t field = *entity->indexOf(each.value("field").text());
        const auto json = nlohmann::ordered_json::parse(each.value(kept + "_value").text(), nullptr, false);
        SATCHEL_ASSIGN(const Value value, valueFromJson(entity->fields[field], json));
        if (record->values[field] != value)
            edit.values.emplace_back(field, value);
    }
    if (!edit.values.empty())
        edits.push_back(std::move(edit));
    SATCHEL_TRY(commit(edits));
    return Ok{};
}

Status Replica::dismissInbox(const Id& item)
{
    SATCHEL_ASSIGN(const auto identity, this->identity());
    const Entity& conflict = schema::entity("conflict");
    SATCHEL_ASSIGN(const auto row, find(conflict, item));
    if (!row || !identity)
        return Error{ErrorKind::NotFound, "There is no such item in the inbox."};
    SATCHEL_TRY(commit({{.kind = OperationKind::Update,
                         .entity = &conflict,
                         .id = item,
                         .values = {{*conflict.indexOf(stateField(*row, identity->user)), Value("dismissed")}}}}));
    return Ok{};
}

} // namespace satchel
