// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/rules/pricing/Int128.h"

#include <cstddef>

namespace satchel::pricing {

/// "Limits" of PRICING.md.
constexpr std::size_t mostLines = 10'000;
constexpr Decimal mostQuantity{10'000'000 * Decimal::scale};
constexpr Decimal mostUnitPrice{1'000'000'000 * Decimal::scale};
constexpr Decimal hundredPercent{100 * Decimal::scale};
/// 14 digits before the point: what Decimal::parse() reads again.
constexpr Decimal mostAmount{999'999'999'999'999'999};

[[nodiscard]] constexpr bool isAmount(Int128 units)
{
    return -mostAmount.units <= units && units <= mostAmount.units;
}
[[nodiscard]] constexpr bool isUnitPrice(Int128 units)
{
    return 0 <= units && units <= mostUnitPrice.units;
}
[[nodiscard]] constexpr bool isDiscountPercent(Decimal percent)
{
    return Decimal{0} <= percent && percent <= hundredPercent;
}

} // namespace satchel::pricing
