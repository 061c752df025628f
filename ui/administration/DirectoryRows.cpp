// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/DirectoryRows.h"

#include "core/model/Reading.h"
#include "ui/widgets/Text.h"

#include <algorithm>
#include <set>

namespace satchel::ui {

namespace {

constexpr int pageOfDirectory = 1000;

Result<std::vector<Record>> allOf(Replica& replica, const char* name)
{
    std::vector<Record> rows;
    Query query{.entity = &schema::entity(name), .search = {}, .limit = pageOfDirectory, .after = {}};
    do {
        SATCHEL_ASSIGN(Page page, replica.list(query));
        std::move(page.rows.begin(), page.rows.end(), std::back_inserter(rows));
        query.after = page.next;
    } while (!query.after.empty());
    return rows;
}

sales::Colleague colleagueOf(const Record& row)
{
    return {.id = row.id,
            .login = row.value("login").text(),
            .name = row.value("name").text(),
            .role = roleNamed(row.value("role").text()).value_or(Role::Salesperson),
            .territories = idsOf(row, "territories"),
            .email = row.value("email").text(),
            .phone = row.value("phone").text(),
            .active = row.value("active").isNull() || isSet(row, "active")};
}

// Depth first; a node whose parent is not here, or in a ring, stands at the top.
void addBelow(const Id& parent, int depth, const std::vector<Record>& rows, std::set<Id>& done, DirectoryRows& into)
{
    for (const Record& row : rows)
        if (row.value("parent").id() == parent && done.insert(row.id).second) {
            into.territories.push_back(
                {{row.id, row.value("name").text(), row.value("code").text(), row.value("parent").id()}, depth});
            addBelow(row.id, depth + 1, rows, done, into);
        }
}

} // namespace

QString DirectoryRows::nameOf(const Id& id) const
{
    const auto found = names.find(id);
    return found == names.end() ? QString() : found->second;
}

QStringList DirectoryRows::territoryNames(const std::vector<Id>& ids) const
{
    QStringList all;
    for (const Id& id : ids)
        if (const QString name = nameOf(id); !name.isEmpty())
            all << name;
    return all;
}

Result<DirectoryRows> loadDirectory(Replica& replica)
{
    DirectoryRows rows;
    SATCHEL_ASSIGN(const auto users, allOf(replica, "user"));
    SATCHEL_ASSIGN(const auto territories, allOf(replica, "territory"));
    for (const Record& user : users)
        rows.people.push_back(colleagueOf(user));
    std::set<Id> done;
    addBelow({}, 0, territories, done, rows);
    for (const Record& each : territories)
        if (!done.contains(each.id)) {
            done.insert(each.id);
            rows.territories.push_back(
                {{each.id, each.value("name").text(), each.value("code").text(), each.value("parent").id()}, 0});
            addBelow(each.id, 1, territories, done, rows);
        }
    for (const Record& each : territories)
        rows.names[each.id] = oneLine(toQString(each.value("name").text()), 120);
    for (const sales::Colleague& each : rows.people)
        rows.names[each.id] = oneLine(toQString(each.name), 120);
    const Entity& account = schema::entity("account");
    for (DirectoryRows::Territory& territory : rows.territories) {
        const Id id = territory.node.id;
        territory.people = std::count_if(rows.people.begin(), rows.people.end(), [&](const sales::Colleague& each) {
            return each.active &&
                   std::find(each.territories.begin(), each.territories.end(), id) != each.territories.end();
        });
        SATCHEL_ASSIGN(territory.accounts,
                       replica.count({.entity = &account,
                                      .search = {},
                                      .filters = {{*account.indexOf("territory"), Comparison::Equal, Value(id)}},
                                      .after = {}}));
    }
    return rows;
}

} // namespace satchel::ui
