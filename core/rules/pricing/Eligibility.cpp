// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Eligibility.h"

#include <algorithm>
#include <tuple>

namespace satchel::pricing {

namespace {

template <typename T>
bool contains(const std::vector<T>& values, const T& value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

template <typename T>
bool containsAny(const std::vector<T>& values, const std::vector<T>& wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const T& value) { return contains(values, value); });
}

} // namespace

bool isFor(const Promotion& promotion, const Customer& customer)
{
    return promotion.active &&
           (promotion.territories.empty() || containsAny(promotion.territories, customer.territories)) &&
           (promotion.segments.empty() || contains(promotion.segments, customer.segment)) &&
           (promotion.accounts.empty() || containsAny(promotion.accounts, customer.accounts));
}

bool isOn(const Promotion& promotion, const Product& product)
{
    return (promotion.products.empty() && promotion.families.empty()) || contains(promotion.products, product.id) ||
           contains(promotion.families, product.family);
}

bool comesBefore(const Promotion* a, const Promotion* b)
{
    return std::tie(a->priority, a->code, a->id) < std::tie(b->priority, b->code, b->id);
}

} // namespace satchel::pricing
