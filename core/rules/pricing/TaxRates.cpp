// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/TaxRates.h"

#include "core/rules/pricing/Days.h"

#include <tuple>

namespace satchel::pricing {

namespace {

const std::string& classOf(const std::string& taxClass)
{
    static const std::string standard = "standard";
    return taxClass.empty() ? standard : taxClass;
}

bool fits(const TaxRate& rate, const Customer& customer, const std::string& taxClass, const std::string& date)
{
    return rate.country == customer.country && classOf(rate.taxClass) == classOf(taxClass) &&
           (rate.region.empty() || rate.region == customer.region) && isWithin(rate.validFrom, rate.validTo, date);
}

bool isNearer(const TaxRate& a, const TaxRate& b)
{
    if (a.region.empty() != b.region.empty())
        return b.region.empty();
    return std::tie(b.validFrom, a.id) < std::tie(a.validFrom, b.id);
}

Decimal percentOfClass(const Snapshot& snapshot, const Customer& customer, const std::string& taxClass,
                       const std::string& date)
{
    const TaxRate* best = nullptr;
    for (const TaxRate& rate : snapshot.taxRates)
        if (fits(rate, customer, taxClass, date) && (best == nullptr || isNearer(rate, *best)))
            best = &rate;
    return best == nullptr ? Decimal{} : best->percent;
}

} // namespace

Decimal taxPercentOf(const Snapshot& snapshot, const Customer& customer, const Product& product,
                     const std::string& date, bool whateverTaxation)
{
    if (customer.taxation != Taxation::Normal && !whateverTaxation)
        return {};
    return percentOfClass(snapshot, customer, product.taxClass, date);
}

Decimal TaxRates::of(const Product& product)
{
    return m_customer.taxation == Taxation::Normal ? whateverTaxation(product) : Decimal{};
}

Decimal TaxRates::whateverTaxation(const Product& product)
{
    const auto known = m_known.find(product.taxClass);
    if (known != m_known.end())
        return known->second;
    return m_known[product.taxClass] = percentOfClass(m_snapshot, m_customer, product.taxClass, m_date);
}

} // namespace satchel::pricing
