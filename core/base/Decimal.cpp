// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Decimal.h"

#include <algorithm>
#include <array>

namespace satchel {

std::optional<Decimal> Decimal::parse(std::string_view text)
{
    const bool negative = !text.empty() && text.front() == '-';
    if (negative)
        text.remove_prefix(1);
    const std::size_t dot = text.find('.');
    const std::string_view whole = text.substr(0, dot);
    const std::string_view places = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
    const auto digits = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (whole.empty() || whole.size() > 14 || places.size() > 4 || !digits(whole) || !digits(places) ||
        (dot != std::string_view::npos && places.empty()))
        return std::nullopt;
    std::int64_t units = 0;
    for (const char c : whole)
        units = units * 10 + (c - '0');
    for (std::size_t i = 0; i < 4; ++i)
        units = units * 10 + (i < places.size() ? places[i] - '0' : 0);
    return Decimal{negative ? -units : units};
}

std::string Decimal::toString(int places) const
{
    const std::uint64_t magnitude =
        units < 0 ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
    std::string fraction = std::to_string(magnitude % scale);
    fraction.insert(0, 4 - fraction.size(), '0');
    while (!fraction.empty() && fraction.back() == '0' && fraction.size() > static_cast<std::size_t>(places))
        fraction.pop_back();
    std::string text = (units < 0 ? "-" : "") + std::to_string(magnitude / scale);
    return fraction.empty() ? text : text + "." + fraction;
}

int currencyDecimals(std::string_view currency)
{
    // ISO 4217 amendment list: the codes whose minor unit is not two decimals.
    static constexpr std::array<std::string_view, 16> none = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                                              "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF"};
    static constexpr std::array<std::string_view, 7> three = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    if (std::find(none.begin(), none.end(), currency) != none.end() || currency == "XPF")
        return 0;
    return std::find(three.begin(), three.end(), currency) != three.end() ? 3 : 2;
}

bool isCurrencyCode(std::string_view currency)
{
    return currency.size() == 3 &&
           std::all_of(currency.begin(), currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<Money> Money::parse(std::string_view text)
{
    if (text.size() < 4 || !isCurrencyCode(text.substr(text.size() - 3)))
        return std::nullopt;
    std::string_view amount = text.substr(0, text.size() - 3);
    if (amount.back() == ' ')
        amount.remove_suffix(1);
    const auto parsed = Decimal::parse(amount);
    if (!parsed)
        return std::nullopt;
    return Money{*parsed, std::string(text.substr(text.size() - 3))};
}

std::string Money::toString() const
{
    return amount.toString(currencyDecimals(currency)) + " " + currency;
}

} // namespace satchel
