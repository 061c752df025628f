// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/ProductSearch.h"

#include "core/sales/LineMaker.h"
#include "core/store/ProductCodes.h"

#include <algorithm>

namespace satchel::sales {

namespace {

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

Result<ProductMatch> matchOf(LineMaker& maker, const Record& product)
{
    SATCHEL_ASSIGN(const auto objection, maker.objectionTo({.product = product.id}));
    return ProductMatch{.product = product.id,
                        .code = product.value("code").text(),
                        .name = product.label(),
                        .partNumber = maker.finder().partNumber(product.id),
                        .objection = objection.value_or(std::string())};
}

} // namespace

Result<std::vector<ProductMatch>> productsLike(Replica& replica, const Id& account, const std::string& text, int limit)
{
    const Entity& products = schema::entity("product");
    SATCHEL_ASSIGN(LineMaker maker, LineMaker::make(replica, account));
    const auto exact = text.empty() ? Result<Id>(Id{}) : maker.finder().find(text);
    // More than are shown, because a code may come late among what the words fit.
    SATCHEL_ASSIGN(Page page,
                   replica.list({.entity = &products,
                                 .search = text,
                                 .filters = {{*products.indexOf("active"), Comparison::Equal, Value(std::int64_t{1})}},
                                 .limit = 8 * limit}));
    if (page.rows.empty()) {
        SATCHEL_ASSIGN(const auto coded, productsCodedLike(replica.connection(), text, limit));
        for (const Id& id : coded) {
            SATCHEL_ASSIGN(auto product, replica.find(products, id));
            if (product)
                page.rows.push_back(std::move(*product));
        }
    }
    const std::string begin = lowered(text);
    std::stable_partition(page.rows.begin(), page.rows.end(), [&](const Record& product) {
        return lowered(product.value("code").text()).starts_with(begin);
    });
    if (exact.ok() && !exact->isNull()) {
        std::erase_if(page.rows, [&](const Record& product) { return product.id == *exact; });
        SATCHEL_ASSIGN(auto product, replica.find(products, *exact));
        if (product)
            page.rows.insert(page.rows.begin(), std::move(*product));
    }
    if (page.rows.size() > static_cast<std::size_t>(limit))
        page.rows.resize(static_cast<std::size_t>(limit));
    std::vector<ProductMatch> matches;
    for (const Record& product : page.rows) {
        SATCHEL_ASSIGN(auto match, matchOf(maker, product));
        matches.push_back(std::move(match));
    }
    std::stable_partition(matches.begin(), matches.end(),
                          [](const ProductMatch& each) { return each.objection.empty(); });
    return matches;
}

} // namespace satchel::sales
