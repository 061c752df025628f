// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/ReassignSight.h"

#include "core/model/Reading.h"
#include "core/schema/Schema.h"

namespace satchel::sales {

namespace {

constexpr int highestLine = 32; // longer ones are rings

std::set<Id> withThoseBelow(std::set<Id> nodes, const std::vector<Record>& territories)
{
    for (std::size_t before = 0; before != nodes.size();) {
        before = nodes.size();
        for (const Record& territory : territories)
            if (nodes.contains(territory.value("parent").id()))
                nodes.insert(territory.id);
    }
    return nodes;
}

bool isActive(const Record& user)
{
    return user.value("active").isNull() || isSet(user, "active");
}

} // namespace

Result<AccountSight> AccountSight::open(RecordSource& records)
{
    AccountSight sight(records);
    SATCHEL_ASSIGN(const auto territories, records.where(schema::entity("territory"), {}));
    SATCHEL_ASSIGN(const auto users, records.where(schema::entity("user"), {}));
    for (const Record& user : users) {
        sight.m_names[user.id] = user.label();
        const auto role = roleNamed(user.value("role").text());
        if (!role || !isActive(user) || *role == Role::Administrator)
            continue;
        const std::vector<Id> assigned = idsOf(user, "territories");
        Person person{*role, {assigned.begin(), assigned.end()}};
        if (*role == Role::SalesManager)
            person.nodes = withThoseBelow(std::move(person.nodes), territories);
        sight.m_people.emplace(user.id, std::move(person));
    }
    SATCHEL_ASSIGN(const auto teams, records.where(schema::entity("account_team"), {}));
    for (const Record& seat : teams)
        sight.m_teams[seat.value("account").id()].insert(seat.value("user").id());
    return sight;
}

Result<AccountSight::Place> AccountSight::placeOf(const Record& account)
{
    Place place{.territory = account.value("territory").id(), .owner = account.value("owner").id(), .team = {}};
    const Record* at = &account;
    for (int up = 0; up < highestLine; ++up) {
        if (const auto team = m_teams.find(at->id); team != m_teams.end())
            place.team.insert(team->second.begin(), team->second.end());
        const Id parent = at->value("parent").id();
        if (parent.isNull())
            break;
        auto known = m_above.find(parent);
        if (known == m_above.end()) {
            SATCHEL_ASSIGN(auto row, m_records.find(schema::entity("account"), parent));
            if (!row)
                break;
            known = m_above.emplace(parent, std::move(*row)).first;
        }
        at = &known->second;
        if (place.territory.isNull())
            place.territory = at->value("territory").id();
    }
    return place;
}

bool AccountSight::sees(const Id& user, const Place& place) const
{
    const auto found = m_people.find(user);
    if (found == m_people.end())
        return m_names.contains(user); // an administrator; a person who is locked sees nothing that matters here
    const Person& person = found->second;
    if (place.territory.isNull() && place.owner == user)
        return true;
    if (person.role == Role::AccountManager && place.team.contains(user))
        return true;
    if (person.role == Role::Marketing)
        return !place.territory.isNull();
    return person.role != Role::InsideSales && person.nodes.contains(place.territory);
}

std::set<Id> AccountSight::whoSees(const Place& place) const
{
    std::set<Id> all;
    for (const auto& [user, person] : m_people)
        if (sees(user, place))
            all.insert(user);
    return all;
}

} // namespace satchel::sales
