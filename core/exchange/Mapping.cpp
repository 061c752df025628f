// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Mapping.h"

#include "core/schema/Wording.h"

#include <algorithm>

namespace satchel {

namespace {

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

std::vector<std::string> namesOf(const Entity& entity)
{
    std::vector<std::string> names;
    for (const Field& field : entity.fields)
        names.push_back(field.name);
    return names;
}

class Maker {
public:
    Maker(const ImportOptions& options, const std::vector<std::string>& header)
        : m_options(options), m_entity(*options.entity), m_header(header), m_used(header.size())
    {}

    Result<Mapping> make()
    {
        SATCHEL_TRY(mapNamedColumns());
        SATCHEL_TRY(setConstants());
        mapSelfEvidentColumns();
        SATCHEL_TRY(chooseKey());
        std::stable_partition(m_mapping.sources.begin(), m_mapping.sources.end(), [&](const Source& source) {
            return m_entity.fields[source.field].type == FieldType::Reference;
        });
        for (std::size_t i = 0; i < m_header.size(); ++i)
            if (!m_used[i] && !m_header[i].empty())
                m_mapping.ignored.push_back(m_header[i]);
        return std::move(m_mapping);
    }

private:
    // "address.street" or "name", as a source without a column yet.
    Result<Source> target(const std::string& text) const
    {
        const std::size_t dot = text.find('.');
        const std::string name = text.substr(0, dot);
        const auto index = m_entity.indexOf(name);
        if (!index)
            return invalid("There is no field " + inQuotes(name) + " in " + oneOf(m_entity) + "; its fields are " +
                               enumerated(namesOf(m_entity)) + ".",
                           name);
        Source source{.field = *index, .column = std::nullopt};
        if (dot == std::string::npos)
            return source;
        const Field& field = m_entity.fields[*index];
        source.member = text.substr(dot + 1);
        if (std::find(field.members.begin(), field.members.end(), source.member) == field.members.end())
            return invalid(field.members.empty()
                               ? theField(m_entity, field) + " has no parts to map to."
                               : theField(m_entity, field) + " has the members " + enumerated(field.members) + "; " +
                                     inQuotes(source.member) + " is none of these.",
                           name);
        return source;
    }

    bool isTaken(const Source& wanted) const
    {
        return std::any_of(m_mapping.sources.begin(), m_mapping.sources.end(), [&](const Source& present) {
            return present.field == wanted.field &&
                   (present.member == wanted.member || present.member.empty() || wanted.member.empty());
        });
    }

    Status add(Source source, const std::string& written)
    {
        if (isTaken(source))
            return invalid("The field " + inQuotes(written) + " would get its value from two places.",
                           m_entity.fields[source.field].name);
        if (source.column)
            m_used[*source.column] = true;
        m_mapping.sources.push_back(std::move(source));
        return Ok{};
    }

    Status mapNamedColumns()
    {
        for (const auto& [column, field] : m_options.columns) {
            const auto found = std::find(m_header.begin(), m_header.end(), column);
            if (found == m_header.end() || column.empty())
                return invalid("The file has no column " + inQuotes(column) + "; its columns are " +
                               enumerated(m_header) + ".");
            SATCHEL_ASSIGN(Source source, target(field));
            source.column = static_cast<std::size_t>(found - m_header.begin());
            SATCHEL_TRY(add(std::move(source), field));
        }
        return Ok{};
    }

    Status setConstants()
    {
        for (const auto& [field, value] : m_options.constants) {
            SATCHEL_ASSIGN(Source source, target(field));
            source.constant = value;
            SATCHEL_TRY(add(std::move(source), field));
        }
        return Ok{};
    }

    void mapSelfEvidentColumns()
    {
        for (std::size_t i = 0; i < m_header.size(); ++i) {
            if (m_used[i])
                continue;
            const std::string name = lower(m_header[i]);
            const auto index = m_entity.indexOf(name);
            if (name == "id") {
                m_mapping.idColumn = i;
                m_used[i] = true;
            } else if (index && !isTaken(Source{.field = *index, .column = std::nullopt})) {
                m_mapping.sources.push_back(Source{.field = *index, .column = i});
                m_used[i] = true;
            }
        }
    }

    Status chooseKey()
    {
        const auto& names = m_options.key.empty() ? m_entity.naturalKey : m_options.key;
        bool any = false;
        for (const std::string& name : names) {
            SATCHEL_ASSIGN(const Source source, target(name));
            if (!source.member.empty() || m_entity.fields[source.field].type == FieldType::Timeline)
                return invalid("The field " + inQuotes(name) + " cannot be a key.", name);
            m_mapping.key.push_back(source.field);
            any = any || isTaken(source);
        }
        if (any || m_mapping.idColumn)
            return Ok{};
        if (names.empty())
            return invalid(spokenPlural() + " have no natural key; say with --key which fields tell them apart.");
        return invalid("No column goes to " + enumerated(names) + ", by which " + spokenPlural() +
                       " are told apart; map one to it or name other fields with --key.");
    }

    std::string spokenPlural() const { return "rows of " + spoken(m_entity.name); }

    const ImportOptions& m_options;
    const Entity& m_entity;
    const std::vector<std::string>& m_header;
    std::vector<bool> m_used;
    Mapping m_mapping;
};

} // namespace

Result<Mapping> makeMapping(const ImportOptions& options, const std::vector<std::string>& header)
{
    return Maker(options, header).make();
}

} // namespace satchel
