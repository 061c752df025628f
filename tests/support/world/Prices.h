// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "tests/support/world/Company.h"

namespace satchel::test {

/// So many new prices of the company's product, each for another quantity; nobody has committed them yet.
inline std::vector<Edit> newPrices(Company& company, int count)
{
    const Entity& type = schema::entity("price_entry");
    std::vector<Edit> edits;
    for (int i = 0; i < count; ++i)
        edits.push_back({.kind = OperationKind::Create,
                         .entity = &type,
                         .id = company.clock().newId(),
                         .values = {{*type.indexOf("price_list"), Value(company.priceList)},
                                    {*type.indexOf("product"), Value(company.product)},
                                    {*type.indexOf("min_quantity"), Value((i + 1) * Decimal::scale)},
                                    {*type.indexOf("price"), Value(std::to_string(i + 1) + ".00 EUR")}}});
    return edits;
}

} // namespace satchel::test
