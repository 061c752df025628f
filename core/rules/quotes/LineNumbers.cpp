// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/LineNumbers.h"

#include <set>

namespace satchel::quotes {

namespace {

using pricing::Document;

class Numbering {
public:
    explicit Numbering(const Document& document)
    {
        for (const Document::Line& line : document.lines)
            m_lines[line.id] = &line;
        for (const Document::Group& group : document.groups)
            m_groups.insert(group.id);
        for (const Document::Line& line : document.lines)
            (bundleOf(line) ? m_parts[line.partOf] : m_heads[groupOf(line)]).push_back(&line);
    }

    std::map<Id, std::string> run(const Document& document)
    {
        int count = 0;
        numberAll(m_heads[Id()], "", count);
        for (const Document::Group& group : document.groups) {
            const std::string number = std::to_string(++count);
            m_numbers[group.id] = number;
            int within = 0;
            numberAll(m_heads[group.id], number + ".", within);
        }
        return std::move(m_numbers);
    }

private:
    using Lines = std::vector<const Document::Line*>;

    Id groupOf(const Document::Line& line) const { return m_groups.contains(line.group) ? line.group : Id(); }

    // The bundle whose part a line is, where it stands in the same group; a circle of parts has none.
    const Document::Line* bundleOf(const Document::Line& line) const
    {
        std::set<Id> met = {line.id};
        const Document::Line* bundle = nullptr;
        for (const Document::Line* at = &line; !at->partOf.isNull();) {
            const auto above = m_lines.find(at->partOf);
            if (above == m_lines.end() || groupOf(*above->second) != groupOf(line))
                break;
            if (!met.insert(above->first).second)
                return nullptr;
            bundle = bundle == nullptr ? above->second : bundle;
            at = above->second;
        }
        return bundle;
    }

    void numberAll(const Lines& lines, const std::string& before, int& count)
    {
        for (const Document::Line* line : lines) {
            const bool isText = line->kind == Document::Kind::Text;
            const std::string number = isText ? "T" + std::to_string(++m_texts) : before + std::to_string(++count);
            m_numbers[line->id] = number;
            int within = 0;
            numberAll(m_parts[line->id], number + ".", within);
        }
    }

    std::map<Id, const Document::Line*> m_lines;
    std::set<Id> m_groups;
    std::map<Id, Lines> m_heads; ///< by group
    std::map<Id, Lines> m_parts; ///< by the bundle's line
    std::map<Id, std::string> m_numbers;
    int m_texts = 0;
};

} // namespace

std::map<Id, std::string> lineNumbers(const Document& document)
{
    return Numbering(document).run(document);
}

} // namespace satchel::quotes
