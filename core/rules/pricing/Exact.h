// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/rules/pricing/Int128.h"

#include <vector>

namespace satchel::pricing {

/// A price while promotions change it one after the other: never rounded in between, so it may have any number of
/// places (each percentage adds six). A natural number of any size over a power of a million.
class Exact {
public:
    /// `price`: at least 0.
    explicit Exact(Decimal price);

    /// x (100 - percent) / 100; percentages below 0 and above 100 are taken for these. Whether it changed.
    bool takePercent(Decimal percent);
    /// - amount, at least 0. Whether it changed.
    bool takeAmount(Decimal amount);

    /// A fraction of ten-thousandths that lies on the same side of every ten-thousandth and of every half one, and on
    /// none that it is not: it rounds as the number itself does.
    struct Fraction {
        Int128 numerator;
        Int128 denominator;
    };
    [[nodiscard]] Fraction forRounding() const;

private:
    std::vector<std::uint32_t> m_limbs; ///< least first; the last is not 0
    std::size_t m_millions = 0;         ///< divided by a million to this power
};

} // namespace satchel::pricing
