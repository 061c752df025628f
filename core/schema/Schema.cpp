// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Schema.h"

#include <algorithm>
#include <atomic>
#include <cassert>

namespace satchel {

namespace {

#ifdef SATCHEL_OLDER_PROGRAMS // tests are built
std::atomic<int> spoken = schema::version;

bool isKnown(const Field& field)
{
    return field.since <= spoken.load(std::memory_order_relaxed);
}
#else
bool isKnown(const Field&)
{
    return true;
}
#endif

} // namespace

#ifdef SATCHEL_OLDER_PROGRAMS
int schema::speakAs(int version)
{
    return spoken.exchange(version);
}
#endif

FieldIndex::FieldIndex(const std::vector<Field>& fields)
{
    if (fields.size() >= none)
        return;
    std::size_t size = 16;
    while (size < 2 * fields.size())
        size *= 2;
    m_places.assign(size, none);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::size_t at = hashOf(fields[i].name) & (size - 1);
        while (m_places[at] != none)
            at = (at + 1) & (size - 1);
        m_places[at] = static_cast<std::uint8_t>(i);
    }
}

std::optional<std::size_t> Entity::indexOf(std::string_view fieldName) const
{
    const auto isIt = [&](std::size_t i) { return i < fields.size() && fields[i].name == fieldName; };
    if (const auto place = names.find(fieldName, isIt))
        return place;
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == fieldName; });
    return found == fields.end() ? std::nullopt : std::optional<std::size_t>(found - fields.begin());
}

std::optional<std::size_t> Entity::indexOfNumber(int fieldNumber) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.number == fieldNumber; });
    if (found != fields.end() && !isKnown(*found))
        return std::nullopt;
    return found == fields.end() ? std::nullopt : std::optional<std::size_t>(found - fields.begin());
}

const Field* Entity::field(std::string_view fieldName) const
{
    const auto index = indexOf(fieldName);
    return index ? &fields[*index] : nullptr;
}

std::vector<std::size_t> Entity::groupOf(std::size_t index) const
{
    if (fields[index].group.empty())
        return {index};
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].group == fields[index].group)
            members.push_back(i);
    return members;
}

std::string_view fieldTypeName(FieldType type)
{
    switch (type) {
    case FieldType::Text: return "text";
    case FieldType::Notes: return "notes";
    case FieldType::Choice: return "choice";
    case FieldType::Boolean: return "boolean";
    case FieldType::Integer: return "integer";
    case FieldType::Decimal: return "decimal";
    case FieldType::Money: return "money";
    case FieldType::Date: return "date";
    case FieldType::Instant: return "instant";
    case FieldType::Reference: return "reference";
    case FieldType::TextList: return "text_list";
    case FieldType::ReferenceList: return "reference_list";
    case FieldType::Group: return "group";
    case FieldType::Timeline: return "timeline";
    }
    return "";
}

std::string_view policyName(Policy policy)
{
    switch (policy) {
    case Policy::Plain: return "plain";
    case Policy::Ask: return "ask";
    case Policy::Theirs: return "theirs";
    case Policy::Sum: return "sum";
    case Policy::Union: return "union";
    case Policy::Append: return "append";
    case Policy::Text: return "text";
    case Policy::Extreme: return "extreme";
    case Policy::Stage: return "stage";
    }
    return "";
}

namespace schema {

const Entity* entityNamed(std::string_view name)
{
    const auto& all = entities();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Entity& e) { return e.name == name; });
    return found == all.end() ? nullptr : &*found;
}

const Entity* entityNumbered(int number)
{
    const auto& all = entities();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Entity& e) { return e.number == number; });
    return found == all.end() ? nullptr : &*found;
}

const Entity& entity(std::string_view name)
{
    const Entity* found = entityNamed(name);
    assert(found != nullptr);
    return *found;
}

} // namespace schema
} // namespace satchel
