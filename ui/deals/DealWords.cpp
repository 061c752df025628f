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

} // namespace

QString moneyWord(const Record& record, const char* field)
{
    return valueWord(*record.entity->field(field), record.value(field), {});
}

QString quantityWord(const Decimal& quantity, const std::string& unit)
{
    const QString number = decimalWord(quantity);
    return unit.empty() ? number : QStringLiteral("%1 %2").arg(number, toQString(unit));
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
