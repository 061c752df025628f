// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Days.h"
#include "core/rules/pricing/Eligibility.h"

#include <algorithm>

namespace satchel::pricing {

namespace {

/// Which of some products, as bits.
using ProductSet = std::vector<std::uint64_t>;

ProductSet productsOf(const Promotion& promotion, const Snapshot& snapshot, const std::vector<Id>& mayBuy)
{
    ProductSet set((mayBuy.size() + 63) / 64);
    for (std::size_t i = 0; i < mayBuy.size(); ++i) {
        const auto known = snapshot.products.find(mayBuy[i]);
        const Product unknown{.id = mayBuy[i]};
        if (isOn(promotion, known == snapshot.products.end() ? unknown : known->second))
            set[i / 64] |= std::uint64_t{1} << (i % 64);
    }
    return set;
}

bool meet(const ProductSet& a, const ProductSet& b)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        if ((a[i] & b[i]) != 0)
            return true;
    return false;
}

// The days both run, from `date` on.
Clash commonDays(const Promotion& a, const Promotion& b, const std::string& date)
{
    Clash days{.first = a.id, .second = b.id, .from = std::max({a.validFrom, b.validFrom, date})};
    days.to = a.validTo.empty() || (!b.validTo.empty() && b.validTo < a.validTo) ? b.validTo : a.validTo;
    return days;
}

} // namespace

std::vector<Clash> clashes(const Snapshot& snapshot, const Customer& customer, const std::string& date,
                           const std::vector<Id>& mayBuy)
{
    std::vector<const Promotion*> open;
    for (const Promotion& promotion : snapshot.promotions)
        if (isFor(promotion, customer))
            open.push_back(&promotion);
    std::sort(open.begin(), open.end(), comesBefore);
    std::vector<ProductSet> products;
    for (const Promotion* promotion : open)
        products.push_back(productsOf(*promotion, snapshot, mayBuy));
    std::vector<Clash> found;
    for (std::size_t i = 0; i < open.size(); ++i) {
        for (std::size_t j = i + 1; j < open.size(); ++j) {
            Clash clash = commonDays(*open[i], *open[j], date);
            clash.exclusive = open[i]->exclusive || open[j]->exclusive;
            if ((clash.exclusive || open[i]->priority == open[j]->priority) && isWithin({}, clash.to, clash.from) &&
                meet(products[i], products[j]))
                found.push_back(std::move(clash));
        }
    }
    return found;
}

} // namespace satchel::pricing
