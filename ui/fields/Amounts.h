// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"

#include <QString>

namespace satchel::ui {

/// Amounts, numbers and days outside fields, in the person's locale. Pure; any thread.

[[nodiscard]] QString moneyWord(const Decimal& amount, const std::string& currency);  ///< "1,234.50 EUR"
[[nodiscard]] QString amountWord(const Decimal& amount, const std::string& currency); ///< the same without the currency
/// "1,234.50" with the decimals of the currency, also of an amount that has more: for columns.
[[nodiscard]] QString roundedAmountWord(const Decimal& amount, const std::string& currency);
[[nodiscard]] QString decimalWord(const Decimal& number);   ///< "12.5"
[[nodiscard]] QString percentWord(const Decimal& percent);  ///< "12.5 %"
[[nodiscard]] QString discountWord(const Decimal& percent); ///< the same; "" for 0
[[nodiscard]] QString dayWord(const std::string& date);     ///< of YYYY-MM-DD; "" for ""
/// What an editor starts with, which Reading reads back to the same value.
[[nodiscard]] QString typedAmount(const Decimal& amount, const std::string& currency);
[[nodiscard]] QString typedDecimal(const Decimal& number);

} // namespace satchel::ui
