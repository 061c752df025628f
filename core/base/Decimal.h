// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace satchel {

/// An exact decimal with four places, kept as a 64-bit count of ten-thousandths. No floating point anywhere near money.
struct Decimal {
    static constexpr std::int64_t scale = 10000;
    std::int64_t units = 0;

    auto operator<=>(const Decimal&) const = default;

    /// Reads "-12.5" (a dot, at most four places, no grouping); nothing if it is anything else or does not fit.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);
    /// The shortest form with at least `places` decimals: 12.5, or 12.50 with places = 2.
    [[nodiscard]] std::string toString(int places = 0) const;
};

/// Number of decimals of the minor unit of an ISO 4217 currency (2 for EUR, 0 for JPY, 3 for KWD).
[[nodiscard]] int currencyDecimals(std::string_view currency);
/// Whether `currency` has the form of an ISO 4217 code: three capital letters.
[[nodiscard]] bool isCurrencyCode(std::string_view currency);

/// An amount in a currency; unit prices may have up to four decimals.
struct Money {
    Decimal amount;
    std::string currency;

    bool operator==(const Money&) const = default;

    /// Reads "12.30 EUR" or "12.30EUR"; nothing for anything else.
    [[nodiscard]] static std::optional<Money> parse(std::string_view text);
    /// The canonical form: at least the currency's own decimals, one space, the code: "12.30 EUR", "1250 JPY".
    [[nodiscard]] std::string toString() const;
};

} // namespace satchel
