// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ActionText.h"

#include "core/schema/ValueJson.h"
#include "ui/widgets/Text.h"

#include <algorithm>

namespace satchel::ui {

namespace {

using ActionJson = nlohmann::ordered_json;

constexpr std::pair<OperationKind, const char*> kindWords[] = {{OperationKind::Create, "create"},
                                                               {OperationKind::Update, "update"},
                                                               {OperationKind::Delete, "delete"},
                                                               {OperationKind::Merge, "merge"},
                                                               {OperationKind::Unmerge, "unmerge"}};

const Error unreadable{ErrorKind::Invalid, "What was done was remembered by another version of Satchel."};

ActionJson editJson(const Edit& edit)
{
    ActionJson json;
    for (const auto& [kind, word] : kindWords)
        if (kind == edit.kind)
            json["do"] = word;
    json["entity"] = edit.entity->name;
    json["id"] = edit.id.toString();
    if (!edit.other.isNull())
        json["other"] = edit.other.toString();
    if (!edit.values.empty()) {
        json["values"] = ActionJson::object();
        for (const auto& [field, value] : edit.values)
            json["values"][edit.entity->fields[field].name] = valueToJson(edit.entity->fields[field], value);
    }
    return json;
}

std::string member(const ActionJson& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<std::pair<std::size_t, Value>> namedValue(const Entity& entity, const std::string& name, const ActionJson& json)
{
    const auto field = entity.indexOf(name);
    if (!field)
        return unreadable;
    SATCHEL_ASSIGN(Value value, valueFromJson(entity.fields[*field], json));
    return std::pair(*field, std::move(value));
}

Result<Edit> editFrom(const ActionJson& json)
{
    const auto kind = std::find_if(std::begin(kindWords), std::end(kindWords),
                                   [&](const auto& each) { return member(json, "do") == each.second; });
    const Entity* entity = schema::entityNamed(member(json, "entity"));
    const auto id = Id::parse(member(json, "id"));
    if (kind == std::end(kindWords) || entity == nullptr || !id)
        return unreadable;
    Edit edit{.kind = kind->first, .entity = entity, .id = *id};
    edit.other = Id::parse(member(json, "other")).value_or(Id{});
    if (const auto values = json.find("values"); values != json.end() && values->is_object())
        for (const auto& [name, content] : values->items()) {
            SATCHEL_ASSIGN(auto value, namedValue(*entity, name, content));
            edit.values.push_back(std::move(value));
        }
    return edit;
}

Result<Action::Expectation> expectationFrom(const ActionJson& json)
{
    const Entity* entity = schema::entityNamed(member(json, "entity"));
    const auto id = Id::parse(member(json, "id"));
    if (entity == nullptr || !id || !json.contains("value"))
        return unreadable;
    SATCHEL_ASSIGN(auto value, namedValue(*entity, member(json, "field"), json["value"]));
    return Action::Expectation{{entity->number, *id}, value.first, std::move(value.second)};
}

} // namespace

std::string writeAction(const Action& action)
{
    ActionJson json = {{"name", fromQString(action.name)}};
    if (action.apart)
        json["apart"] = true;
    json["edits"] = ActionJson::array();
    for (const Edit& edit : action.edits)
        json["edits"].push_back(editJson(edit));
    json["expected"] = ActionJson::array();
    for (const Action::Expectation& each : action.expected) {
        const Entity& entity = *schema::entityNumbered(each.row.entity);
        json["expected"].push_back({{"entity", entity.name},
                                    {"id", each.row.id.toString()},
                                    {"field", entity.fields[each.field].name},
                                    {"value", valueToJson(entity.fields[each.field], each.value)}});
    }
    return json.dump();
}

Result<Action> readAction(const std::string& text)
{
    const ActionJson json = ActionJson::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("edits") || !json.contains("expected"))
        return unreadable;
    Action action{.name = toQString(member(json, "name")), .apart = json.contains("apart")};
    for (const ActionJson& each : json["edits"]) {
        SATCHEL_ASSIGN(Edit edit, editFrom(each));
        action.edits.push_back(std::move(edit));
    }
    for (const ActionJson& each : json["expected"]) {
        SATCHEL_ASSIGN(auto expectation, expectationFrom(each));
        action.expected.push_back(std::move(expectation));
    }
    return action;
}

std::vector<Id> mentionedBy(const Action& action)
{
    std::vector<Id> ids;
    for (const Edit& edit : action.edits) {
        ids.push_back(edit.id);
        if (!edit.other.isNull())
            ids.push_back(edit.other);
        if (edit.kind == OperationKind::Create)
            for (const auto& [field, value] : edit.values)
                if (value.isId())
                    ids.push_back(value.id());
    }
    for (const Action::Expectation& each : action.expected)
        ids.push_back(each.row.id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace satchel::ui
