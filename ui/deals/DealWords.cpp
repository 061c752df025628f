// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/DealWords.h"

#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>

namespace satchel::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("DealWords", text);
}

QString shown(const char* entity, const char* field, const Value& value)
{
    return valueWord(*schema::entity(entity).field(field), value, {});
}

} // namespace

QString moneyWord(const Decimal& amount, const std::string& currency)
{
    return shown("order", "gross", Value(Money{amount, currency}.toString()));
}

QString moneyWord(const Record& record, const char* field)
{
    return valueWord(*record.entity->field(field), record.value(field), {});
}

QString quantityWord(const Decimal& quantity, const std::string& unit)
{
    const QString number = shown("order_line", "quantity", Value(quantity.units));
    return unit.empty() ? number : QStringLiteral("%1 %2").arg(number, toQString(unit));
}

QString percentWord(const Decimal& percent)
{
    return tr("%1 %").arg(shown("order_line", "tax_percent", Value(percent.units)));
}

QString dayWord(const std::string& date)
{
    return date.empty() ? QString() : shown("order", "ordered_on", Value(date));
}

QString quoteWord(const Record& quote)
{
    const QString title = oneLine(toQString(quote.value("title").text()), 80);
    if (quote.value("number").isNull())
        return title.isEmpty() ? tr("Draft without a title") : title;
    const QString number = toQString(quote.value("number").text());
    const std::int64_t revision = quote.value("revision").integer();
    return revision > 1 ? tr("%1, revision %2").arg(number, numberWord(revision)) : number;
}

QString sentenceOf(const Error& error)
{
    return toQString(error.message);
}

} // namespace satchel::ui
