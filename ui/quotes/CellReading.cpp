// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/CellReading.h"

#include "ui/fields/Reading.h"
#include "ui/widgets/Text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace satchel::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CellReading", text);
}

Result<Value> read(const char* field, const QString& text, const Value& current = {})
{
    const Entity& line = schema::entity("quote_line");
    return readTyped(line, *line.field(field), text, current, 0);
}

} // namespace

Result<Decimal> readPercent(const QString& text)
{
    QString plain = text.trimmed();
    if (plain.endsWith(QLatin1Char('%')))
        plain.chop(1);
    SATCHEL_ASSIGN(const Value value, read("discount_percent", plain.trimmed()));
    return Decimal{value.integer()};
}

Result<Decimal> readAmount(const QString& text, const std::string& currency)
{
    SATCHEL_ASSIGN(const Value value, read("price", text, Value(Money{Decimal{}, currency}.toString())));
    if (value.isNull())
        return Decimal{};
    const auto money = Money::parse(value.text());
    if (!money || money->currency != currency)
        return invalid(fromQString(tr("This quote is in %1.").arg(toQString(currency))));
    return money->amount;
}

Result<sales::LineChange> readCell(QuoteColumn column, const QString& text, const std::string& currency)
{
    sales::LineChange change;
    switch (column) {
    case QuoteColumn::Description: change.description = fromQString(text); return change;
    case QuoteColumn::Unit: change.unit = fromQString(text.trimmed()); return change;
    case QuoteColumn::Quantity: {
        SATCHEL_ASSIGN(const Value value, read("quantity", text));
        if (value.isNull())
            return invalid(fromQString(tr("Type how many, or press Delete to take the line out.")));
        change.quantity = Decimal{value.integer()};
        return change;
    }
    case QuoteColumn::Discount: {
        SATCHEL_ASSIGN(change.discountPercent, readPercent(text));
        if (text.trimmed().isEmpty())
            change.discountAmount = Decimal{};
        return change;
    }
    case QuoteColumn::UnitPrice: {
        if (text.trimmed().isEmpty()) {
            change.price = std::optional<Decimal>();
            return change;
        }
        SATCHEL_ASSIGN(const Decimal price, readAmount(text, currency));
        change.price = std::optional(price);
        change.discountPercent = Decimal{}; // the price typed is the one the customer pays
        change.discountAmount = Decimal{};
        return change;
    }
    default: return invalid(fromQString(tr("This column is worked out from the others.")));
    }
}

TypedProduct readProduct(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*(\\d+(?:[.,]\\d{1,4})?)(?:\\s*[x×*]\\s+|\\s+|(?=\\p{L}{2}))(\\S.*)$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {text.trimmed()};
    const auto quantity = read("quantity", match.captured(1));
    if (!quantity.ok() || quantity->integer() <= 0)
        return {text.trimmed()};
    return {match.captured(2).trimmed(), Decimal{quantity->integer()}};
}

} // namespace satchel::ui
