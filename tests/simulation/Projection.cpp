// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Projection.h"

#include "core/schema/Composite.h"
#include "sync/server/EntityTables.h"
#include "tests/support/world/Must.h"

#include <algorithm>

namespace satchel::simulation {

using test::must;

Rows readRows(server::Database& database)
{
    Rows rows;
    for (const Entity& entity : schema::entities())
        for (const server::Row& row : must(database.query("SELECT " + server::EntityTables::columns(entity, "e") +
                                                          " FROM e_" + entity.name + " e WHERE e.deleted=0"))) {
            Record record = server::EntityTables::read(entity, row);
            rows.emplace(RowKey{entity.number, record.id}, std::move(record));
        }
    return rows;
}

Projection::Projection(const Rows& rows) : m_rows(rows)
{
    for (const auto& [key, row] : rows)
        if (row.entity->name == "account_team") {
            m_team.emplace(row.value("account").id(), row.value("user").id());
            m_teams.insert(row.value("account").id());
        }
}

const Record* Projection::find(const char* entity, const Value& id) const
{
    const auto found = m_rows.find({schema::entity(entity).number, id.id()});
    return id.isNull() || found == m_rows.end() ? nullptr : &found->second;
}

bool Projection::isOneOf(const Record& row, std::initializer_list<const char*> names) const
{
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return row.entity->name == name; });
}

const Record* Projection::rootOf(const Record& row) const
{
    const Record* above = &row;
    for (int depth = 0; depth < 32; ++depth) {
        const Record* next = nullptr;
        for (const char* parent : {"account", "contact", "lead", "agreement", "quote",
                                   "order"}) { // as declared: the first that is set and there
            const auto& parents = above->entity->scope.parents;
            if (next == nullptr && std::find(parents.begin(), parents.end(), parent) != parents.end())
                next = find(parent, above->value(parent));
        }
        if (next == nullptr)
            return above;
        above = next;
    }
    return above;
}

std::vector<const Record*> Projection::lineOf(const Record& account) const
{
    std::vector<const Record*> line = {&account};
    while (line.size() < 32) {
        const Record* above = find("account", line.back()->value("parent"));
        if (above == nullptr || std::find(line.begin(), line.end(), above) != line.end())
            break;
        line.push_back(above);
    }
    return line;
}

Id Projection::territoryOf(const Record& root) const
{
    if (root.entity->name == "lead")
        return root.value("territory").id();
    if (root.entity->name != "account")
        return {};
    for (const Record* account : lineOf(root))
        if (!account->value("territory").isNull())
            return account->value("territory").id();
    return {};
}

std::set<Id> Projection::nodesOf(const Record& user) const
{
    std::set<Id> nodes;
    for (const std::string& text : must(readList(user.value("territories").text())))
        nodes.insert(*Id::parse(text));
    if (user.value("role").text() != "sales_manager")
        return nodes;
    for (std::size_t before = 0; before != nodes.size();) {
        before = nodes.size();
        for (const auto& [key, row] : m_rows)
            if (row.entity->name == "territory" && nodes.contains(row.value("parent").id()))
                nodes.insert(row.id);
    }
    return nodes;
}

std::set<RowKey> Projection::visibleTo(const Id& user) const
{
    std::set<RowKey> visible;
    const Record* me = find("user", user);
    if (me == nullptr)
        return visible;
    const std::string role = me->value("role").text();
    const std::set<Id> nodes = nodesOf(*me);
    std::set<Id> existing;
    for (const auto& [key, row] : m_rows)
        if (row.entity->name == "territory")
            existing.insert(row.id);
    for (const auto& [key, row] : m_rows) {
        bool sees = row.entity->scope.company || row.entity->scope.catalogue || role == "administrator";
        if (row.entity->scope.margin)
            sees = sees || role == "account_manager" || role == "sales_manager";
        if (row.entity->name == "conflict")
            sees = sees || row.value("a_user").id() == user || row.value("b_user").id() == user;
        if (row.entity->name == "task")
            sees = sees || row.value("assignee").id() == user;
        if (isOneOf(row, {"account", "account_team", "contact", "lead", "activity", "task", "quote", "quote_group",
                          "quote_line", "quote_document", "approval", "order", "order_line"})) {
            const Record& root = *rootOf(row);
            const Id territory = territoryOf(root);
            const bool ofLead = root.entity->name == "lead" && isOneOf(row, {"lead", "activity", "task"});
            const bool isNode = !territory.isNull() && nodes.contains(territory);
            if (!territory.isNull()) {
                sees =
                    sees || (isNode && (role == "salesperson" || role == "sales_manager" || role == "account_manager"));
                sees = sees || (isNode && role == "inside_sales" && ofLead);
                sees = sees || (role == "marketing" && isOneOf(row, {"account", "contact"}) &&
                                root.entity->name == "account" && existing.contains(territory));
            } else if (root.entity->indexOf("owner")) {
                sees = sees || root.value("owner").id() == user;
            }
            if (role == "account_manager" && root.entity->name == "account")
                for (const Record* account : lineOf(root))
                    sees = sees || m_team.contains({account->id, user});
        }
        if (sees)
            visible.insert(key);
    }
    return visible;
}

} // namespace satchel::simulation
