// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ProductCodes.h"

#include "core/sqlite/Connection.h"
#include "core/store/SearchText.h"

namespace satchel {

namespace {

std::string bare(std::string_view code)
{
    std::string letters = foldText(code);
    std::erase_if(letters, [](char c) { return std::string_view(" -_./").find(c) != std::string_view::npos; });
    return letters;
}

} // namespace

Result<std::vector<Id>> productsCodedLike(sqlite::Connection& connection, std::string_view typed, int limit)
{
    std::vector<Id> products;
    const std::string beginning = bare(typed);
    if (beginning.empty())
        return products;
    SATCHEL_ASSIGN(auto codes,
                   connection.prepare("SELECT code, n FROM product WHERE code IS NOT NULL ORDER BY code, n"));
    while (static_cast<int>(products.size()) < limit) {
        SATCHEL_ASSIGN(const bool found, codes.step());
        if (!found)
            break;
        if (!bare(codes.text(0)).starts_with(beginning))
            continue;
        SATCHEL_ASSIGN(auto product, connection.prepare("SELECT id FROM product WHERE n=?1 AND active IS 1"));
        SATCHEL_ASSIGN(const bool sold, product.bind(1, codes.integer(1)).step());
        if (sold)
            products.push_back(product.id(0));
    }
    return products;
}

} // namespace satchel
