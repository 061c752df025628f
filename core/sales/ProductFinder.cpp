// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/ProductFinder.h"

#include "core/schema/Wording.h"
#include "core/store/ReplicaRecords.h"

namespace satchel::sales {

Result<ProductFinder> ProductFinder::make(Replica& replica, const Id& account)
{
    ProductFinder finder(replica);
    ReplicaRecords records(replica.connection());
    const Entity& parts = schema::entity("customer_part");
    std::set<Id> seen;
    for (Id at = account; !at.isNull() && seen.insert(at).second;) {
        SATCHEL_ASSIGN(const auto rows, records.where(parts, {{*parts.indexOf("account"), at}}));
        for (const Record& row : rows) { // the first is the nearest
            finder.m_byNumber.emplace(row.value("part_number").text(), row.value("product").id());
            finder.m_numbers.emplace(row.value("product").id(), row.value("part_number").text());
        }
        SATCHEL_ASSIGN(const auto record, records.find(schema::entity("account"), at));
        at = record ? record->value("parent").id() : Id{};
    }
    return finder;
}

Result<Id> ProductFinder::find(std::string_view text)
{
    const Entity& products = schema::entity("product");
    ReplicaRecords records(m_replica->connection());
    if (!Id::parse(text)) {
        SATCHEL_ASSIGN(const auto byCode,
                       records.where(products, {{*products.indexOf("code"), Value(std::string(text))}}));
        if (byCode.size() == 1)
            return byCode.front().id;
        if (const auto own = m_byNumber.find(text); own != m_byNumber.end())
            return own->second;
    }
    return m_replica->resolve(products, text);
}

std::string ProductFinder::partNumber(const Id& product) const
{
    const auto number = m_numbers.find(product);
    return number == m_numbers.end() ? std::string() : number->second;
}

} // namespace satchel::sales
