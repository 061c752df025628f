// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Commands.h"
#include "app/ctl/Session.h"
#include "core/rules/Access.h"

namespace satchel::ctl {

namespace {

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

// The roles that may set the field: those that may write the record and are not left out by the field itself.
Json writersOf(const Entity& entity, const Field& field)
{
    Json names = Json::array();
    for (const Role role : allRoles())
        if ((mayCreate(role, entity) || mayUpdate(role, entity)) && mayWriteField(role, entity, field))
            names.push_back(roleName(role));
    return names;
}

Json fieldJson(const Entity& entity, const Field& field)
{
    Json json = {{"name", field.name},
                 {"type", fieldTypeName(field.type)},
                 {"required", field.required},
                 {"max", field.max > 0 ? Json(field.max) : Json(nullptr)},
                 {"policy", policyName(field.policy)},
                 {"group", textOrNull(field.group)},
                 {"writers", writersOf(entity, field)},
                 {"searchable", field.searchable || field.phone},
                 {"references", textOrNull(field.references)}};
    if (!field.choices.empty())
        json["choices"] = field.choices;
    if (!field.members.empty())
        json["members"] = field.members;
    return json;
}

std::string fieldText(const Field& field)
{
    std::string text = field.name;
    text.resize(std::max<std::size_t>(text.size(), 20), ' ');
    text += " " + std::string(fieldTypeName(field.type));
    if (!field.references.empty())
        text += " of " + field.references;
    text += field.required ? ", required" : "";
    text += field.max > 0 ? ", at most " + std::to_string(field.max) : "";
    text += field.policy != Policy::Plain ? ", " + std::string(policyName(field.policy)) : "";
    for (const std::string& choice : field.choices)
        text += (&choice == &field.choices.front() ? ": " : " | ") + choice;
    for (const std::string& member : field.members)
        text += (&member == &field.members.front() ? ": " : ", ") + member;
    return text + "\n";
}

} // namespace

Result<Reply> showSchema(const Arguments& arguments)
{
    Reply reply;
    if (arguments.entity.empty()) {
        Json names = Json::array();
        for (const Entity& entity : schema::entities()) {
            if (entity.internal)
                continue;
            names.push_back(entity.name);
            reply.text += entity.name + "\n";
        }
        reply.json = {{"entities", names}};
        return reply;
    }
    SATCHEL_ASSIGN(const Entity* entity, entityNamed(arguments.entity));
    Json fields = Json::array();
    for (const Field& field : entity->fields) {
        fields.push_back(fieldJson(*entity, field));
        reply.text += fieldText(field);
    }
    reply.json = {{"entity", entity->name}, {"fields", fields}, {"key", entity->naturalKey}};
    return reply;
}

} // namespace satchel::ctl
