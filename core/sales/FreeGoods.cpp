// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/FreeGoods.h"

#include "core/rules/quotes/Ids.h"
#include "core/sales/QuoteNumbers.h"

#include <set>

namespace satchel::sales {

Result<GoodsNames> GoodsNames::of(const Record& quote, RecordSource& records)
{
    const Entity& lines = schema::entity("quote_line");
    GoodsNames names;
    names.m_first = quote.id;
    std::set<Id> seen;
    for (std::optional<Record> at = quote; at && !at->value("former").isNull() && seen.insert(at->id).second;) {
        const Id former = at->value("former").id();
        SATCHEL_ASSIGN(const auto originals, records.where(lines, {{*lines.indexOf("quote"), Value(former)}}));
        Revision revision{.quote = at->id, .originals = {}};
        for (const Record& line : originals)
            revision.originals.emplace(quotes::copiedRowIdOf(at->id, line.id), line.id);
        names.m_revisions.push_back(std::move(revision));
        names.m_first = former;
        SATCHEL_ASSIGN(at, records.find(*quote.entity, former));
    }
    return names;
}

Id GoodsNames::operator()(const Id& promotion, const Id& line) const
{
    Id original = line;
    for (const Revision& revision : m_revisions)
        if (const auto found = revision.originals.find(original); found != revision.originals.end())
            original = found->second;
    Id name = quotes::freeGoodsIdOf(m_first, promotion, original);
    for (auto revision = m_revisions.rbegin(); revision != m_revisions.rend(); ++revision)
        name = quotes::copiedRowIdOf(revision->quote, name);
    return name;
}

// Behind which line it stands.
Id Earners::precedentOf(const Id& freeLine)
{
    if (!m_precedents) {
        m_precedents.emplace();
        Id last;
        for (const Record* line : inOrder(m_quote)) {
            if (line->value("free").integer() == 1)
                m_precedents->emplace(line->id, last);
            else if (line->value("part_of").isNull() && !line->value("product").isNull())
                last = line->id;
        }
    }
    return (*m_precedents)[freeLine];
}

Result<Id> Earners::of(const Record& freeLine)
{
    const Id promotion = freeLine.value("promotion").id();
    if (!m_names) {
        SATCHEL_ASSIGN(m_names, GoodsNames::of(m_quote.quote, m_records));
    }
    const auto earned = [&](const Id& line) { return (*m_names)(promotion, line) == freeLine.id; };
    const Id precedent = precedentOf(freeLine.id);
    if (earned(precedent))
        return precedent;
    if (earned({}))
        return Id{};
    for (const Record& line : m_quote.lines)
        if (earned(line.id))
            return line.id;
    SATCHEL_ASSIGN(const auto record, m_records.find(schema::entity("promotion"), promotion));
    return record && record->value("kind").text() == "buy_get" ? precedent : Id{};
}

} // namespace satchel::sales
