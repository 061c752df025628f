// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/People.h"

#include "core/model/Reading.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>
#include <map>
#include <set>

namespace satchel::sales {

namespace {

constexpr int deepest = 32;

bool isBelow(Id node, const std::set<Id>& tops, const std::map<Id, Id>& parents)
{
    for (int up = 0; up < deepest && !node.isNull(); ++up) {
        if (tops.contains(node))
            return true;
        const auto parent = parents.find(node);
        node = parent == parents.end() ? Id() : parent->second;
    }
    return false;
}

} // namespace

Result<std::vector<Id>> peopleBelow(Replica& replica, const Id& user)
{
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto me, records.find(schema::entity("user"), user));
    if (!me || me->value("role").text() != "sales_manager")
        return std::vector<Id>();
    const std::vector<Id> mine = idsOf(*me, "territories");
    const std::set<Id> tops(mine.begin(), mine.end());
    std::map<Id, Id> parents;
    SATCHEL_ASSIGN(const auto territories, records.where(schema::entity("territory"), {}));
    for (const Record& territory : territories)
        parents[territory.id] = territory.value("parent").id();
    std::vector<Id> people;
    SATCHEL_ASSIGN(const auto users, records.where(schema::entity("user"), {}));
    for (const Record& each : users) {
        const std::vector<Id> nodes = idsOf(each, "territories");
        if (each.id != user &&
            std::any_of(nodes.begin(), nodes.end(), [&](const Id& node) { return isBelow(node, tops, parents); }))
            people.push_back(each.id);
    }
    return people;
}

} // namespace satchel::sales
