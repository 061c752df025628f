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
    std::vector<Edit> edits = {{.kind = OperationKind::Update,
                                .entity = &conflict,
                                .id = item,
                                .values = {{*conflict.indexOf("kept"), Value(kept)},
                                           {*conflict.indexOf(stateField(*row, identity->user)), Value("taken")}}}};
    // The server does what follows from these: a proposal is carried out or not, a deleted record comes back.
    if (taken.rule == rule::proposal || (taken.rule == rule::deleted && taken.kept != kept)) {
        SATCHEL_TRY(commit(edits));
        return Ok{};
    }
    const auto field = entity == nullptr ? std::nullopt : entity->indexOf(taken.field);
    if (!field)
        return invalid(
            "This item is about a whole record; there is no value to take. Dismiss it when you have read it.");
    const auto json = nlohmann::ordered_json::parse(side == 'a' ? taken.a.value : taken.b.value, nullptr, false);
    SATCHEL_ASSIGN(const Value value, valueFromJson(entity->fields[*field], json));

    SATCHEL_ASSIGN(const auto record, find(*entity, taken.row.id));
    if (!record)
        return Error{ErrorKind::NotFound, "The record is no longer on this laptop."};
    if (record->values[*field] != value)
        edits.push_back(
            {.kind = OperationKind::Update, .entity = entity, .id = taken.row.id, .values = {{*field, value}}});
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
