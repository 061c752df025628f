// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/RowReader.h"

#include "core/schema/Composite.h"
#include "core/schema/Wording.h"

#include <algorithm>

namespace satchel {

namespace {

bool isBlank(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

bool looksLikeObject(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string::npos && text[first] == '{';
}

} // namespace

const Value& valueOf(const FieldValues& values, std::size_t field)
{
    static const Value none;
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const auto& entry) { return entry.first == field; });
    return found == values.end() ? none : found->second;
}

RowReader::RowReader(Replica& replica, const Entity& entity, const Mapping& mapping, const Id& user)
    : m_replica(replica), m_entity(entity), m_mapping(mapping)
{
    m_context.resolve = [this](const Entity& target, std::string_view text) { return resolve(target, text); };
    m_context.newId = [this] { return m_replica.environment().newId(); };
    m_context.now = replica.environment().now();
    m_context.me = user;
}

Result<FieldValues> RowReader::read(const TableRow& row, const Record* present)
{
    FieldValues values;
    for (const Source& source : m_mapping.sources)
        SATCHEL_TRY(readSource(source, row, present, values));
    return values;
}

Result<FieldValues> RowReader::readKey(const TableRow& row)
{
    FieldValues values;
    for (const Source& source : m_mapping.sources)
        if (std::find(m_mapping.key.begin(), m_mapping.key.end(), source.field) != m_mapping.key.end())
            SATCHEL_TRY(readSource(source, row, nullptr, values));
    return values;
}

Status RowReader::readSource(const Source& source, const TableRow& row, const Record* present, FieldValues& values)
{
    const std::string& text = source.column ? row.cells[*source.column] : source.constant;
    if (isBlank(text))
        return Ok{};
    const Field& field = m_entity.fields[source.field];
    const Value& earlier = valueOf(values, source.field);
    const Value current = !earlier.isNull() || present == nullptr ? earlier : present->values[source.field];
    if (field.type == FieldType::Money) {
        SATCHEL_ASSIGN(m_context.currency, currency(values, present));
    }
    SATCHEL_ASSIGN(Value read, value(source, text, current));
    std::erase_if(values, [&](const auto& entry) { return entry.first == source.field; });
    values.emplace_back(source.field, std::move(read));
    return Ok{};
}

void RowReader::remember(const Id& id, const FieldValues& values)
{
    std::string label;
    for (const std::string& name : m_entity.label) {
        const std::string part = formatValue(*m_entity.field(name), valueOf(values, *m_entity.indexOf(name)));
        label += (label.empty() || part.empty() ? "" : " ") + part;
    }
    if (!label.empty())
        m_added.emplace(label, id);
    if (m_entity.naturalKey.size() == 1) {
        const std::string& name = m_entity.naturalKey.front();
        const std::string key = formatValue(*m_entity.field(name), valueOf(values, *m_entity.indexOf(name)));
        if (!key.empty())
            m_added.insert_or_assign(key, id);
    }
}

Result<Value> RowReader::value(const Source& source, const std::string& text, const Value& current)
{
    const Field& field = m_entity.fields[source.field];
    if (!source.member.empty())
        return member(field, source.member, text, current);
    if (!current.isNull() && text == formatValue(field, current))
        return current; // also a reference to what is not on this laptop
    if (field.type == FieldType::Group && !looksLikeObject(text))
        return member(field, field.members.front(), text, current);
    if (field.type == FieldType::Timeline)
        return timeline(field, text, current);
    return parseValue(m_entity, field, text, current, m_context);
}

Result<Value> RowReader::member(const Field& field, const std::string& name, const std::string& text,
                                const Value& current) const
{
    GroupMembers present;
    if (!current.isNull()) {
        SATCHEL_ASSIGN(present, readGroup(current.text()));
    }
    GroupMembers members;
    for (const std::string& declared : field.members) {
        const auto found =
            std::find_if(present.begin(), present.end(), [&](const auto& entry) { return entry.first == declared; });
        if (declared == name)
            members.emplace_back(declared, text);
        else if (found != present.end())
            members.push_back(*found);
    }
    return parseValue(m_entity, field, writeGroup(members), Value(), m_context);
}

// Adds the entries whose id and text the timeline does not have, so that a second import adds nothing.
Result<Value> RowReader::timeline(const Field& field, const std::string& text, const Value& current) const
{
    SATCHEL_ASSIGN(const Value read, parseValue(m_entity, field, text, Value(), m_context));
    if (current.isNull() || read.isNull())
        return read.isNull() ? current : read;
    SATCHEL_ASSIGN(auto entries, readTimeline(current.text()));
    SATCHEL_ASSIGN(const auto more, readTimeline(read.text()));
    for (const TimelineEntry& entry : more)
        if (std::none_of(entries.begin(), entries.end(), [&](const TimelineEntry& present) {
                return present.id == entry.id || present.text == entry.text;
            }))
            entries.push_back(entry);
    return Value(writeTimeline(std::move(entries)));
}

Result<Id> RowReader::resolve(const Entity& target, std::string_view text)
{
    const auto key = std::pair(target.number, std::string(text));
    if (const auto found = m_resolved.find(key); found != m_resolved.end())
        return found->second;
    if (target.number == m_entity.number)
        if (const auto found = m_added.find(key.second); found != m_added.end())
            return found->second;
    SATCHEL_ASSIGN(const Id id, m_replica.resolve(target, text));
    m_resolved.emplace(key, id);
    return id;
}

Result<std::string> RowReader::currency(const FieldValues& values, const Record* present)
{
    const auto field = m_entity.indexOf("price_list");
    if (!field || m_entity.fields[*field].references != "price_list")
        return std::string();
    const Value& chosen = valueOf(values, *field);
    const Id list = !chosen.isNull() || present == nullptr ? chosen.id() : present->values[*field].id();
    if (list.isNull())
        return std::string();
    if (const auto found = m_currencies.find(list); found != m_currencies.end())
        return found->second;
    SATCHEL_ASSIGN(const auto record, m_replica.find(schema::entity("price_list"), list));
    const std::string code = record ? record->value("currency").text() : std::string();
    m_currencies.emplace(list, code);
    return code;
}

} // namespace satchel
