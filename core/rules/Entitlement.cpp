// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/Entitlement.h"

#include <algorithm>

namespace satchel {

namespace {

bool isAbout(const Entitlement::Row& row, const Id& product, std::string_view family)
{
    return (row.product.isNull() || row.product == product) && (row.family.empty() || row.family == family);
}

} // namespace

bool Entitlement::permits(const Id& product, std::string_view family) const
{
    return refusalOf(product, family) == nullptr;
}

const Entitlement::Row* Entitlement::refusalOf(const Id& product, std::string_view family) const
{
    const Row* others = nullptr;
    bool allowed = false;
    for (const Row& row : rows) {
        const bool about = isAbout(row, product, family);
        if (row.denies && about)
            return &row;
        if (row.denies)
            continue;
        allowed = allowed || about;
        others = others == nullptr ? &row : others;
    }
    return allowed ? nullptr : others;
}

Result<Entitlement> readEntitlement(RecordSource& records, const Id& account)
{
    const Entity& accounts = schema::entity("account");
    const Entity& entity = schema::entity("entitlement");
    const std::size_t field = *entity.indexOf("account");
    Entitlement entitlement;
    std::vector<Id> seen; // parents that go in a circle are each looked at once
    for (Id at = account; !at.isNull() && std::find(seen.begin(), seen.end(), at) == seen.end();) {
        seen.push_back(at);
        SATCHEL_ASSIGN(const auto rows, records.where(entity, {{field, at}}));
        for (const Record& row : rows)
            entitlement.rows.push_back({.denies = row.value("kind").text() == "deny",
                                        .product = row.value("product").id(),
                                        .family = row.value("family").text(),
                                        .account = at});
        SATCHEL_ASSIGN(const auto record, records.find(accounts, at));
        at = record ? record->value("parent").id() : Id{};
    }
    return entitlement;
}

} // namespace satchel
