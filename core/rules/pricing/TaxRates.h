// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Pricing.h"

namespace satchel::pricing {

/// taxPercentOf() for many products of one document: each tax class is looked up once.
class TaxRates {
public:
    TaxRates(const Snapshot& snapshot, const Customer& customer, const std::string& date)
        : m_snapshot(snapshot), m_customer(customer), m_date(date)
    {}
    [[nodiscard]] Decimal of(const Product& product);
    [[nodiscard]] Decimal whateverTaxation(const Product& product);

private:
    const Snapshot& m_snapshot;
    const Customer& m_customer;
    const std::string& m_date;
    std::map<std::string, Decimal> m_known; ///< by tax class
};

} // namespace satchel::pricing
