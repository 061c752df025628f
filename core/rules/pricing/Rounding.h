// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Totals.h"

namespace satchel::pricing {

/// 100 %, in ten-thousandths.
inline constexpr Int128 percentScale = 100 * Decimal::scale;

/// U, M and L of PRICING.md, of numerator / denominator ten-thousandths (denominator > 0). Nothing where the result is
/// no amount.
[[nodiscard]] std::optional<Decimal> roundedToPlaces(Int128 numerator, Int128 denominator);
[[nodiscard]] std::optional<Decimal> roundedToMinor(Int128 numerator, Int128 denominator, std::string_view currency,
                                                    HalfRule half = HalfRule::AwayFromZero);
[[nodiscard]] std::optional<Decimal> roundedForList(Int128 numerator, Int128 denominator, const ListRounding& rounding,
                                                    std::string_view currency);

/// Whether a list rounds otherwise than to the minor unit.
[[nodiscard]] inline bool roundsItsOwnWay(const ListRounding& rounding)
{
    return rounding.step.units > 0 || rounding.endsIn.units > 0;
}
/// What a list rounds to, for people: "0.05", "x.99".
[[nodiscard]] std::string roundsTo(const ListRounding& rounding, std::string_view currency);

} // namespace satchel::pricing
