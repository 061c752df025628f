// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Commands.h"
#include "app/ctl/Session.h"
#include "core/schema/ValueJson.h"
#include "core/schema/Wording.h"

#include <algorithm>

namespace satchel::ctl {

namespace {

// ID is an id; what else names one row is as good.
Result<Record> recordOf(const Entity& entity, const std::string& id, Session& session)
{
    SATCHEL_ASSIGN(const Id row, session.replica().resolve(entity, id));
    SATCHEL_ASSIGN(auto record, session.replica().find(entity, row));
    if (!record)
        return Error{ErrorKind::NotFound,
                     "There is no " + spoken(entity.name) + " " + inQuotes(id) + " on this laptop."};
    return std::move(*record);
}

// The currency of the price list that the edit names, or the record has.
Result<std::string> currencyOf(const Record& record, const std::vector<std::pair<std::size_t, Value>>& values,
                               Session& session)
{
    const auto field = record.entity->indexOf("price_list");
    if (!field)
        return std::string();
    Id list = record.values[*field].id();
    for (const auto& [index, value] : values)
        if (index == *field)
            list = value.id();
    SATCHEL_ASSIGN(const auto found, session.replica().find(schema::entity("price_list"), list));
    return found ? found->value("currency").text() : std::string();
}

// FIELD=VALUE... as values, read against the record as it is; a timeline given twice is added to twice.
Result<std::vector<std::pair<std::size_t, Value>>> readValues(const Arguments& arguments, const Record& record,
                                                              Session& session)
{
    const Entity& entity = *record.entity;
    std::vector<std::pair<std::size_t, Value>> values;
    ValueContext context = session.valueContext();
    for (const auto& [name, text] : arguments.values) {
        SATCHEL_ASSIGN(const std::size_t index, fieldNamed(entity, name));
        const Field& field = entity.fields[index];
        const auto earlier =
            std::find_if(values.begin(), values.end(), [&](const auto& entry) { return entry.first == index; });
        if (earlier != values.end() && field.type != FieldType::Timeline)
            return invalid("The field " + inQuotes(name) + " is given twice.", name);
        if (field.type == FieldType::Money) {
            SATCHEL_ASSIGN(context.currency, currencyOf(record, values, session));
        }
        const Value& current = earlier != values.end() ? earlier->second : record.values[index];
        SATCHEL_ASSIGN(Value value, parseValue(entity, field, text, current, context));
        if (earlier != values.end())
            earlier->second = std::move(value);
        else
            values.emplace_back(index, std::move(value));
    }
    return values;
}

// A record for people: labels in the place of ids, empty fields left out.
Result<std::string> recordText(const Record& record, Session& session)
{
    std::string text = "id: " + record.id.toString() + "\n";
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const Field& field = record.entity->fields[i];
        std::string shown = formatValue(field, record.values[i]);
        if (shown.empty())
            continue;
        if (field.type == FieldType::Reference) {
            const Entity& target = schema::entity(field.references);
            SATCHEL_ASSIGN(const std::string label, session.replica().label({target.number, record.values[i].id()}));
            shown = label.empty() ? shown : label + " (" + shown + ")";
        }
        text += field.name + ": " + shown + "\n";
    }
    return text;
}

Reply changedReply(const Receipt& receipt, const Entity& entity, const Id& id)
{
    Json changed = Json::array();
    for (const Receipt::Row& row : receipt.rows)
        if (row.key.id == id)
            for (const std::size_t index : row.changed)
                changed.push_back(entity.fields[index].name);
    return plainReply({{"id", id.toString()}, {"changed", changed}});
}

} // namespace

Result<Reply> show(const Arguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const Entity* entity, entityNamed(arguments.entity));
    SATCHEL_ASSIGN(const Record record, recordOf(*entity, arguments.id, session));
    SATCHEL_ASSIGN(std::string text, recordText(record, session));
    return Reply{.json = recordJson(record), .text = std::move(text)};
}

Result<Reply> add(const Arguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const Entity* entity, entityNamed(arguments.entity));
    Edit edit{.kind = OperationKind::Create, .entity = entity, .id = session.environment().newId()};
    SATCHEL_ASSIGN(edit.values, readValues(arguments, Record(*entity), session));
    SATCHEL_TRY(session.replica().commit({edit}));
    return plainReply({{"id", edit.id.toString()}});
}

Result<Reply> set(const Arguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const Entity* entity, entityNamed(arguments.entity));
    SATCHEL_ASSIGN(const Record record, recordOf(*entity, arguments.id, session));
    Edit edit{.kind = OperationKind::Update, .entity = entity, .id = record.id};
    SATCHEL_ASSIGN(edit.values, readValues(arguments, record, session));
    SATCHEL_ASSIGN(const Receipt receipt, session.replica().commit({edit}));
    return changedReply(receipt, *entity, record.id);
}

Result<Reply> remove(const Arguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const Entity* entity, entityNamed(arguments.entity));
    SATCHEL_ASSIGN(const Record record, recordOf(*entity, arguments.id, session));
    SATCHEL_TRY(session.replica().commit({Edit{.kind = OperationKind::Delete, .entity = entity, .id = record.id}}));
    return plainReply({{"id", record.id.toString()}});
}

Result<Reply> merge(const Arguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const Entity* entity, entityNamed(arguments.entity));
    SATCHEL_ASSIGN(const Record loser, recordOf(*entity, arguments.id, session));
    SATCHEL_ASSIGN(const Record survivor, recordOf(*entity, arguments.other, session));
    SATCHEL_TRY(session.replica().commit(
        {Edit{.kind = OperationKind::Merge, .entity = entity, .id = loser.id, .other = survivor.id}}));
    return plainReply({{"id", survivor.id.toString()}, {"merged", loser.id.toString()}});
}

Result<Reply> unmerge(const Arguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const Entity* entity, entityNamed(arguments.entity));
    const auto id = Id::parse(arguments.id); // the record is not on this laptop, so it has no other name
    if (!id)
        return Error{ErrorKind::NotFound, inQuotes(arguments.id) + " is not the id of a record."};
    SATCHEL_TRY(session.replica().commit({Edit{.kind = OperationKind::Unmerge, .entity = entity, .id = *id}}));
    return plainReply({{"id", id->toString()}});
}

Result<Reply> history(const Arguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const Entity* entity, entityNamed(arguments.entity));
    // The history of a deleted record can still be read, by its id.
    Id id = Id::parse(arguments.id).value_or(Id{});
    if (id.isNull()) {
        SATCHEL_ASSIGN(id, session.replica().resolve(*entity, arguments.id));
    }
    SATCHEL_ASSIGN(const auto entries, session.replica().history({entity->number, id}));
    if (entries.empty()) {
        SATCHEL_TRY(recordOf(*entity, arguments.id, session));
    }
    Reply reply;
    Json rows = Json::array();
    for (const HistoryEntry& entry : entries) {
        const auto index = entity->indexOfNumber(entry.field);
        const Field* field = index ? &entity->fields[*index] : nullptr;
        SATCHEL_ASSIGN(const std::string by, session.loginOf(entry.user));
        rows.push_back({{"field", field != nullptr ? Json(field->name) : Json(nullptr)},
                        {"from", field != nullptr ? valueToJson(*field, entry.from) : Json(nullptr)},
                        {"to", field != nullptr ? valueToJson(*field, entry.to) : Json(nullptr)},
                        {"by", by},
                        {"device", entry.device},
                        {"at", formatInstant(entry.at)},
                        {"rule", entry.rule}});
        reply.text += formatInstant(entry.at) + "  " + by + " (" + entry.device + ")  ";
        reply.text += field == nullptr ? entry.rule
                                       : field->name + ": " + inQuotes(formatValue(*field, entry.from)) + " -> " +
                                             inQuotes(formatValue(*field, entry.to)) + "  [" + entry.rule + "]";
        reply.text += "\n";
    }
    reply.json = {{"rows", rows}};
    return reply;
}

} // namespace satchel::ctl
