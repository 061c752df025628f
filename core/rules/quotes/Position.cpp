// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/QuoteReader.h"

#include <algorithm>

namespace satchel::quotes {

namespace {

// Digits in the order of their bytes. A position is a fraction between 0 and 1 to this base, without a last "0".
constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t longest = 60;

// -1 for the end of a text and for what is no digit.
int digitAt(std::string_view position, std::size_t place)
{
    const auto digit = place < position.size() ? digits.find(position[place]) : std::string_view::npos;
    return digit == std::string_view::npos ? -1 : static_cast<int>(digit);
}

} // namespace

std::string positionBetween(std::string_view before, std::string_view after)
{
    std::string position;
    bool below = after.empty(); // already less than `after`, so that everything up to 1 is open
    for (std::size_t place = 0; position.size() < longest; ++place) {
        const int low = std::max(0, digitAt(before, place));
        const int high = below ? static_cast<int>(digits.size()) : digitAt(after, place);
        if (high < 0)
            return {}; // `after` is not behind `before`
        if (high - low > 1) {
            // At the ends a small step, so that adding line after line takes few digits; between two the middle.
            const int step = after.empty() ? 1 : before.empty() ? high - low - 1 : (high - low) / 2;
            return position + digits[static_cast<std::size_t>(low + step)];
        }
        if (high < low)
            return {};
        position += digits[static_cast<std::size_t>(low)];
        below = below || high > low;
    }
    return {};
}

} // namespace satchel::quotes
