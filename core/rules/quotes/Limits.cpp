// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/Limits.h"

#include "core/schema/Composite.h"

#include <algorithm>

namespace satchel::quotes {

namespace {

constexpr Decimal everything{100 * Decimal::scale};

// Whether a row speaks of this person by name (`user`) or by his role.
bool speaksOf(const Record& row, const Id& user, Role role, bool byName)
{
    const Id named = row.value("user").id();
    return byName ? named == user : named.isNull() && row.value("role").text() == roleName(role);
}

} // namespace

Result<Limits> Limits::read(RecordSource& records)
{
    Limits limits;
    SATCHEL_ASSIGN(limits.m_rows, records.where(schema::entity("discount_authority"), {}));
    return limits;
}

Decimal Limits::of(const Id& user, Role role, const std::string& family) const
{
    if (m_rows.empty() || role == Role::Administrator)
        return everything;
    for (const bool byName : {true, false}) {
        for (const bool ofFamily : {true, false}) {
            if (ofFamily && family.empty())
                continue;
            std::optional<Decimal> largest;
            for (const Record& row : m_rows)
                if (speaksOf(row, user, role, byName) && row.value("family").text() == (ofFamily ? family : ""))
                    largest = std::max(largest.value_or(Decimal{}), Decimal{row.value("percent").integer()});
            if (largest)
                return *largest;
        }
    }
    return {};
}

std::optional<Person> personIn(const Record& user)
{
    const auto role = roleNamed(user.value("role").text());
    const Value& active = user.value("active");
    if (!role || (active.isInteger() && active.integer() == 0))
        return std::nullopt;
    Person person{.id = user.id, .role = *role, .territories = {}};
    if (const auto nodes = readList(user.value("territories").text()); nodes.ok())
        for (const std::string& node : *nodes)
            if (const auto id = Id::parse(node))
                person.territories.push_back(*id);
    return person;
}

Result<std::optional<Person>> personOf(const Id& user, RecordSource& records)
{
    SATCHEL_ASSIGN(const auto record, records.find(schema::entity("user"), user));
    return record ? personIn(*record) : std::nullopt;
}

} // namespace satchel::quotes
