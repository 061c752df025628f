// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/base/Result.h"

namespace satchel::sales {

/// Numbers and days as people and spreadsheets write them. Never by way of floating point. Pure; reasons begin with
/// `what` ("The price").

/// What the comma in a number is: anywhere but in a file whose numbers have it for their decimals, "1.234" is less
/// than 2.
enum class Comma { Either, Decimals };

/// "1234.5", "1,234.50", "1.234,50", "1 234,50", "12,3". Where it cannot be told what is meant ("1,234"), it is
/// refused. Invalid for more than four decimals, and for what does not fit.
[[nodiscard]] Result<Decimal> readNumber(const std::string& what, std::string_view text, Comma comma = Comma::Either);

struct WrittenPrice {
    Decimal amount = {};
    std::string currency = {}; ///< "": none is written
};
/// A number with a currency before or behind it: "12.30 EUR", "EUR 12.30", "12,30 €".
[[nodiscard]] Result<WrittenPrice> readPrice(const std::string& what, std::string_view text,
                                             Comma comma = Comma::Either);

/// A percentage, with or without its sign: more than 0 and at most 1,000.
[[nodiscard]] Result<Decimal> readPercent(const std::string& what, std::string_view text, Comma comma = Comma::Either);

/// YYYY-MM-DD, or DD.MM.YYYY; "" for "".
[[nodiscard]] Result<std::string> readDay(const std::string& what, std::string_view text);

} // namespace satchel::sales
