// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Limits.h"

#include <optional>

namespace satchel::pricing {

/// A quantity in the product's own unit, exact: quantity x factor has eight places.
struct Quantity {
    static constexpr std::int64_t scale = Decimal::scale * Decimal::scale;
    std::int64_t units = 0; ///< hundred-millionths

    auto operator<=>(const Quantity&) const = default;
    [[nodiscard]] static constexpr Int128 unitsOf(Decimal decimal)
    {
        return static_cast<Int128>(decimal.units) * Decimal::scale;
    }
    /// Nothing if it is beyond the limit.
    [[nodiscard]] static std::optional<Quantity> of(Decimal quantity, Decimal factor = {Decimal::scale})
    {
        const Int128 product = static_cast<Int128>(quantity.units) * factor.units;
        if (product <= 0 || product > unitsOf(mostQuantity))
            return std::nullopt;
        return Quantity{static_cast<std::int64_t>(product)};
    }
};

/// n times `each` (0 or more), for large n; nothing if it is beyond the limit.
[[nodiscard]] inline std::optional<Decimal> multiple(Int128 n, Decimal each)
{
    if (n <= 0 || each.units <= 0)
        return Decimal{};
    if (n > mostQuantity.units / each.units)
        return std::nullopt;
    return Decimal{static_cast<std::int64_t>(n) * each.units};
}

} // namespace satchel::pricing
