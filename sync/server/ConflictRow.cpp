// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ConflictRow.h"

#include "core/schema/ValueJson.h"

namespace satchel::server {

namespace {

void setSide(Record& row, const std::string& side, const std::string& json, const Stamp& stamp, const char* state)
{
    row.set(side + "_value", json);
    row.set(side + "_user", stamp.user.isNull() ? Value() : Value(stamp.user));
    row.set(side + "_device", stamp.deviceName.empty() ? Value() : Value(stamp.deviceName));
    row.set(side + "_at", stamp.at == 0 ? Value() : Value(stamp.at));
    row.set(side + "_state", state);
}

std::string json(const Entity& entity, std::size_t field, const Value& value)
{
    return field == wholeRow ? "null" : valueToJson(entity.fields[field], value).dump();
}

const char* keptName(Kept kept)
{
    return kept == Kept::Theirs ? "a" : kept == Kept::Mine ? "b" : "both";
}

} // namespace

Id conflictId(const Bytes16& change, const RowKey& row, const std::string& field)
{
    return Id::derived(view(change), std::to_string(row.entity) + ":" + row.id.toString() + ":" + field);
}

Record conflictRow(const Entity& entity, const FieldConflict& conflict, const Stamp& mine)
{
    Record row(schema::entity("conflict"));
    // Where both values stand in the result there is nothing to answer; it is kept to be read.
    const bool lossless = conflict.kept == Kept::Both && conflict.rule != rule::textBoth;
    const char* state = lossless ? "merged" : "open";
    row.set("base", json(entity, conflict.field, conflict.base));
    setSide(row, "a", json(entity, conflict.field, conflict.theirs), conflict.theirStamp, state);
    setSide(row, "b", json(entity, conflict.field, conflict.mine), mine, state);
    row.set("kept", keptName(conflict.kept));
    row.set("rule", conflict.rule);
    return row;
}

Record refusedField(const Entity& entity, const FieldChange& change, const Stamp& mine, const std::string& reason)
{
    Record row(schema::entity("conflict"));
    row.set("base", json(entity, change.field, change.before));
    setSide(row, "a", json(entity, change.field, change.before), Stamp{}, "rejected");
    setSide(row, "b", json(entity, change.field, change.after), mine, "rejected");
    row.set("kept", "a");
    row.set("rule", reason.substr(0, 200));
    return row;
}

Record refusedRow(const Operation& operation, const Stamp& mine, const std::string& reason)
{
    nlohmann::ordered_json values = nlohmann::ordered_json::object();
    for (const FieldChange& change : operation.fields)
        values[operation.entity->fields[change.field].name] =
            valueToJson(operation.entity->fields[change.field], change.after);
    Record row(schema::entity("conflict"));
    row.set("base", "null");
    setSide(row, "a", "null", Stamp{}, "rejected");
    setSide(row, "b", operation.kind == OperationKind::Delete ? "null" : values.dump(), mine, "rejected");
    row.set("kept", "a");
    row.set("rule", reason.substr(0, 200));
    return row;
}

} // namespace satchel::server
