// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Directory.h"

#include "core/model/Reading.h"
#include "core/sales/DealDesk.h"
#include "core/schema/Composite.h"
#include "core/schema/Schema.h"
#include "core/schema/Wording.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>
#include <set>

namespace satchel::sales {

namespace {

Value textOrNothing(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}

Value territoryList(const std::vector<Id>& territories)
{
    std::vector<std::string> texts;
    for (const Id& id : territories)
        texts.push_back(id.toString());
    return textOrNothing(writeList(texts));
}

bool mayComeIn(const Record& user)
{
    return user.value("active").isNull() || isSet(user, "active");
}

Status checkLogin(const Colleague& colleague, const std::vector<Record>& all)
{
    if (colleague.login.empty())
        return invalid("Give a login; it is what the person signs in with.", "login");
    if (std::any_of(colleague.login.begin(), colleague.login.end(),
                    [](char c) { return static_cast<unsigned char>(c) <= ' '; }))
        return invalid("A login has no spaces.", "login");
    for (const Record& each : all)
        if (each.id != colleague.id && each.value("login").text() == colleague.login)
            return Error{ErrorKind::Conflict,
                         "There is already a colleague with the login " + inQuotes(colleague.login) + ".", "login"};
    return Ok{};
}

// Somebody must be left who can put things right.
Status checkAdministrators(const Id& me, const Colleague& colleague, const std::vector<Record>& all)
{
    const bool administers = colleague.active && colleague.role == Role::Administrator;
    if (administers)
        return Ok{};
    if (colleague.id == me)
        return invalid(colleague.active ? "You cannot take the role of administrator from yourself."
                                        : "You cannot lock yourself out.",
                       colleague.active ? "role" : "active");
    const bool another = std::any_of(all.begin(), all.end(), [&](const Record& each) {
        return each.id != colleague.id && each.value("role").text() == "administrator" && mayComeIn(each);
    });
    if (!another)
        return invalid("Nobody would be left who may administer; make a colleague administrator first.", "role");
    return Ok{};
}

Status checkPlace(RecordSource& records, const TerritoryNode& node)
{
    if (node.name.empty())
        return invalid("Give the territory a name.", "name");
    SATCHEL_ASSIGN(const auto all, records.where(schema::entity("territory"), {}));
    std::map<Id, Id> above;
    for (const Record& each : all) {
        above[each.id] = each.value("parent").id();
        if (!node.code.empty() && each.id != node.id && each.value("code").text() == node.code)
            return Error{ErrorKind::Conflict, "There is already a territory with the code " + inQuotes(node.code) + ".",
                         "code"};
    }
    std::set<Id> line;
    for (Id at = node.parent; !at.isNull() && line.insert(at).second; at = above[at])
        if (!node.id.isNull() && at == node.id)
            return invalid("A territory cannot lie within itself.", "parent");
    return Ok{};
}

} // namespace

Result<Id> saveColleague(Replica& replica, const Colleague& colleague)
{
    SATCHEL_ASSIGN(const auto me, replica.identity());
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto all, records.where(schema::entity("user"), {}));
    SATCHEL_TRY(checkLogin(colleague, all));
    if (colleague.name.empty())
        return invalid("Give the person's name.", "name");
    if (!colleague.id.isNull())
        SATCHEL_TRY(checkAdministrators(me ? me->user : Id(), colleague, all));
    const NamedValues values = {{"login", colleague.login},
                                {"name", colleague.name},
                                {"role", std::string(roleName(colleague.role))},
                                {"territories", territoryList(colleague.territories)},
                                {"email", textOrNothing(colleague.email)},
                                {"phone", textOrNothing(colleague.phone)},
                                {"active", std::int64_t{colleague.active}}};
    if (colleague.id.isNull()) {
        SATCHEL_ASSIGN(const Receipt made, replica.commit({newRow("user", replica.environment().newId(), values)}));
        return made.rows.front().key.id;
    }
    const auto present =
        std::find_if(all.begin(), all.end(), [&](const Record& each) { return each.id == colleague.id; });
    if (present == all.end())
        return Error{ErrorKind::NotFound, "There is no such colleague on this laptop."};
    NamedValues different;
    for (const auto& [field, value] : values)
        if (present->value(field) != value)
            different.emplace_back(field, value);
    if (!different.empty())
        SATCHEL_TRY(replica.commit({changedRow(*present, different)}));
    return colleague.id;
}

Result<Id> saveTerritory(Replica& replica, const TerritoryNode& node)
{
    ReplicaRecords records(replica.connection());
    SATCHEL_TRY(checkPlace(records, node));
    const NamedValues values = {{"name", node.name},
                                {"code", textOrNothing(node.code)},
                                {"parent", node.parent.isNull() ? Value() : Value(node.parent)}};
    if (node.id.isNull()) {
        SATCHEL_ASSIGN(const Receipt made,
                       replica.commit({newRow("territory", replica.environment().newId(), values)}));
        return made.rows.front().key.id;
    }
    SATCHEL_ASSIGN(const auto present, records.find(schema::entity("territory"), node.id));
    if (!present)
        return Error{ErrorKind::NotFound, "There is no such territory on this laptop."};
    NamedValues different;
    for (const auto& [field, value] : values)
        if (present->value(field) != value)
            different.emplace_back(field, value);
    if (!different.empty())
        SATCHEL_TRY(replica.commit({changedRow(*present, different)}));
    return node.id;
}

Status retireTerritory(Replica& replica, const Id& territory)
{
    ReplicaRecords records(replica.connection());
    const Entity& entity = schema::entity("territory");
    SATCHEL_ASSIGN(const auto below, records.where(entity, {{*entity.indexOf("parent"), Value(territory)}}));
    if (!below.empty())
        return invalid("Territories lie below this one; move or retire them first.");
    for (const char* kind : {"account", "lead"}) {
        const Entity& what = schema::entity(kind);
        SATCHEL_ASSIGN(const std::int64_t count,
                       replica.count({.entity = &what,
                                      .search = {},
                                      .filters = {{*what.indexOf("territory"), Comparison::Equal, Value(territory)}},
                                      .after = {}}));
        if (count > 0 && what.name == "lead")
            return invalid("Leads still lie in this territory (" + std::to_string(count) +
                           "); give them to another one first.");
        if (count > 0)
            return invalid("Accounts still lie in this territory (" + std::to_string(count) +
                           "); give them to another one first.");
    }
    SATCHEL_ASSIGN(const auto users, records.where(schema::entity("user"), {}));
    std::vector<Edit> edits;
    for (const Record& user : users) { // nobody keeps what is no longer there
        std::vector<Id> nodes = idsOf(user, "territories");
        if (std::erase(nodes, territory) > 0)
            edits.push_back(changedRow(user, {{"territories", territoryList(nodes)}}));
    }
    edits.push_back({.kind = OperationKind::Delete, .entity = &entity, .id = territory});
    SATCHEL_TRY(replica.commit(edits));
    return Ok{};
}

} // namespace satchel::sales
