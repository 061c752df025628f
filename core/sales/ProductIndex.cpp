// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceReader.h"
#include "core/schema/Wording.h"

namespace satchel::sales {

Result<ProductIndex> ProductIndex::read(RecordSource& records)
{
    SATCHEL_ASSIGN(const auto rows, records.where(schema::entity("product"), {}));
    ProductIndex index;
    for (const Record& row : rows) {
        index.m_all.insert(row.id);
        if (const std::string& code = row.value("code").text(); !code.empty())
            index.m_byCode[code].push_back(row.id);
        index.m_byName[row.value("name").text()].push_back(row.id);
    }
    return index;
}

Result<Id> ProductIndex::find(const std::string& text) const
{
    for (const auto* by : {&m_byCode, &m_byName}) {
        const auto found = by->find(text);
        if (found == by->end())
            continue;
        if (found->second.size() == 1)
            return found->second.front();
        return invalid(by == &m_byName ? "More than one product is called " + inQuotes(text) + "; give its code."
                                       : "More than one product is called " + inQuotes(text) + ".");
    }
    if (const auto id = Id::parse(text); id && m_all.contains(*id))
        return *id;
    return invalid("There is no product " + inQuotes(text) + ".");
}

Result<const FormulaCircles::Known*> FormulaCircles::known(const Id& list)
{
    if (const auto found = m_known.find(list); found != m_known.end())
        return &found->second;
    Known known;
    SATCHEL_ASSIGN(const auto record, m_records.find(schema::entity("price_list"), list));
    known.parent = record ? record->value("parent").id() : Id{};
    const Entity& entity = schema::entity("price_entry");
    SATCHEL_ASSIGN(const auto rows, m_records.where(entity, {{*entity.indexOf("price_list"), list},
                                                             {*entity.indexOf("kind"), Value("percent_of_list")}}));
    for (const Record& row : rows) {
        const Id base = row.value("base_list").isNull() ? known.parent : row.value("base_list").id();
        if (base.isNull())
            continue;
        known.bases[row.value("product").id()].insert(base);
        known.all.insert(base);
    }
    return &m_known.emplace(list, std::move(known)).first->second;
}

// Whether there is any way at all, whatever the product: mostly there is none, and nothing more needs to be asked.
Result<bool> FormulaCircles::mayReach(const Id& from, std::set<Id>& seen)
{
    if (from == m_list)
        return true;
    if (!seen.insert(from).second)
        return false;
    SATCHEL_ASSIGN(const Known* at, known(from));
    std::set<Id> next = at->all;
    if (!at->parent.isNull())
        next.insert(at->parent);
    for (const Id& base : next) {
        SATCHEL_ASSIGN(const bool back, mayReach(base, seen));
        if (back)
            return true;
    }
    return false;
}

Result<bool> FormulaCircles::reaches(const Id& from, const Id& product, std::set<Id>& seen)
{
    if (from == m_list)
        return true;
    if (!seen.insert(from).second)
        return false;
    SATCHEL_ASSIGN(const Known* at, known(from));
    std::set<Id> next;
    if (const auto bases = at->bases.find(product); bases != at->bases.end())
        next = bases->second;
    if (!at->parent.isNull()) { // it is asked where the list has no price of the product
        const Entity& entity = schema::entity("price_entry");
        SATCHEL_ASSIGN(const auto rows, m_records.where(entity, {{*entity.indexOf("price_list"), Value(from)},
                                                                 {*entity.indexOf("product"), Value(product)}}));
        if (rows.empty())
            next.insert(at->parent);
    }
    for (const Id& base : next) {
        SATCHEL_ASSIGN(const bool back, reaches(base, product, seen));
        if (back)
            return true;
    }
    return false;
}

Result<bool> FormulaCircles::comesBack(const Id& base, const Id& product)
{
    const auto decided = m_mayReach.find(base);
    if (decided == m_mayReach.end()) {
        std::set<Id> seen;
        SATCHEL_ASSIGN(const bool may, mayReach(base, seen));
        m_mayReach.emplace(base, may);
        if (!may)
            return false;
    } else if (!decided->second) {
        return false;
    }
    std::set<Id> seen;
    return reaches(base, product, seen);
}

} // namespace satchel::sales
