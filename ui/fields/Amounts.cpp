// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/Amounts.h"

#include "core/rules/pricing/Rounding.h"
#include "core/schema/Schema.h"
#include "ui/fields/Reading.h"
#include "ui/widgets/Words.h"

namespace satchel::ui {

namespace {

const Field& moneyField()
{
    return *schema::entity("quote_line").field("price");
}

const Field& decimalField()
{
    return *schema::entity("quote_line").field("quantity");
}

QString withoutCurrency(QString text, const std::string& currency)
{
    text.chop(static_cast<qsizetype>(currency.size()) + 1);
    return text;
}

} // namespace

QString moneyWord(const Decimal& amount, const std::string& currency)
{
    return valueWord(moneyField(), Value(Money{amount, currency}.toString()), {});
}

QString amountWord(const Decimal& amount, const std::string& currency)
{
    return withoutCurrency(moneyWord(amount, currency), currency);
}

QString roundedAmountWord(const Decimal& amount, const std::string& currency)
{
    const auto rounded = pricing::roundedToMinor(amount.units, 1, currency);
    const bool nothingLeft = !rounded || (rounded->units == 0 && amount.units != 0); // the price of one screw
    return amountWord(nothingLeft ? amount : *rounded, currency);
}

QString decimalWord(const Decimal& number)
{
    return valueWord(decimalField(), Value(number.units), {});
}

QString percentWord(const Decimal& percent)
{
    return decimalWord(percent) + QChar(0xA0) + QLatin1Char('%');
}

QString discountWord(const Decimal& percent)
{
    return percent.units == 0 ? QString() : percentWord(percent);
}

QString dayWord(const std::string& date)
{
    return date.empty() ? QString() : valueWord(*schema::entity("quote").field("date"), Value(date), {});
}

QString typedAmount(const Decimal& amount, const std::string& currency)
{
    return withoutCurrency(typedForm(moneyField(), Value(Money{amount, currency}.toString())), currency);
}

QString typedDecimal(const Decimal& number)
{
    return typedForm(decimalField(), Value(number.units));
}

} // namespace satchel::ui
