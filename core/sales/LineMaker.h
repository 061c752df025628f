// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/Bundles.h"
#include "core/rules/Entitlement.h"
#include "core/sales/ProductFinder.h"
#include "core/sales/QuoteWork.h"

namespace satchel::sales {

/// Makes rows of what a person wants in a quote, and says what cannot be: products that are not sold or that the
/// account may not buy, quantities and units that make no sense. Lives for one deed, on the replica's thread.
class LineMaker {
public:
    [[nodiscard]] static Result<LineMaker> make(Replica& replica, const Id& account);

    /// Why there can be no such line: one sentence; nothing if there can.
    [[nodiscard]] Result<std::optional<std::string>> objectionTo(const NewLine& wish);
    /// Adds the line, and the parts of a bundle, to the quote without a place or a price; answers them in their order.
    [[nodiscard]] Result<std::vector<Id>> add(QuoteWork& work, const NewLine& wish);
    /// Gives a bundle's line these parts and no others; nothing: the usual ones.
    [[nodiscard]] Result<std::vector<Id>> giveParts(QuoteWork& work, const Id& line,
                                                    const std::optional<std::set<Id>>& chosen);
    /// After the quantity of a bundle's line has changed.
    [[nodiscard]] Status scaleParts(QuoteWork& work, const Id& line);

    [[nodiscard]] Result<std::optional<Record>> product(const Id& id);
    [[nodiscard]] ProductFinder& finder() { return m_finder; }

private:
    LineMaker(Replica& replica, ProductFinder finder) : m_replica(&replica), m_finder(std::move(finder)) {}
    [[nodiscard]] Result<bool> hasUnit(const Record& product, const std::string& unit);
    [[nodiscard]] Result<std::string> refusal(const Record& product, const Entitlement::Row& row);

    Replica* m_replica;
    ProductFinder m_finder;
    Entitlement m_entitlement;
    Id m_account;
};

/// Most of a quantity (core/rules/PRICING.md, "Limits").
inline constexpr Decimal maxQuantity = {.units = 10'000'000 * Decimal::scale};

} // namespace satchel::sales
