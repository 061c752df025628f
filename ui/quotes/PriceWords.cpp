// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/PriceWords.h"

#include "core/base/Decimal.h"
#include "core/rules/pricing/Explanation.h"
#include "core/schema/Schema.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>

namespace satchel::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PriceWords", text);
}

// A number or an amount of the explanation in the locale; anything else as it is.
QString local(const std::string& text)
{
    static const Field number{.type = FieldType::Decimal};
    static const Field money{.type = FieldType::Money};
    if (const auto decimal = Decimal::parse(text))
        return valueWord(number, Value(decimal->units), {});
    return Money::parse(text) ? valueWord(money, Value(text), {}) : toQString(text);
}

QString word(const pricing::Step& step)
{
    const auto said = [&](std::size_t i) { return i < step.arguments.size() ? local(step.arguments[i]) : QString(); };
    const std::string& code = step.code;
    if (code == "list")
        return said(1).isEmpty() ? tr("Price list %1").arg(said(0))
                                 : tr("Price list %1, revision %2").arg(said(0), said(1));
    if (code == "agreement")
        return tr("Agreement %1").arg(said(0));
    if (code == "break")
        return tr("Price from a quantity of %1 on").arg(said(0));
    if (code == "graduated")
        return tr("Graduated price over %1 parts").arg(said(0));
    if (code == "percent")
        return tr("%1 % of list %2").arg(said(0), said(1));
    if (code == "rounded")
        return tr("Rounded to %1").arg(said(0));
    if (code == "minimum")
        return tr("At least %1").arg(said(0));
    if (code == "converted")
        return tr("%1 is %2 at the rate of %3").arg(said(0), said(1), said(2));
    if (code == "net_of")
        return tr("Without %1 % tax").arg(said(0));
    if (code == "with_tax")
        return tr("With %1 % tax").arg(said(0));
    if (code == "promotion")
        return said(1).isEmpty() ? tr("Promotion %1").arg(said(0)) : tr("Promotion %1: %2").arg(said(0), said(1));
    if (code == "part")
        return said(0).isEmpty() ? tr("Included in a bundle") : tr("Included in %1").arg(said(0));
    if (code == "free")
        return said(0).isEmpty() ? tr("Free") : tr("Free with the promotion %1").arg(said(0));
    if (code == "by_hand")
        return said(0).isEmpty() ? tr("Set by hand") : tr("Set by hand instead of %1").arg(said(0));
    return toQString(pricing::sentence({step}));
}

} // namespace

QStringList priceSteps(const std::string& why)
{
    QStringList steps;
    if (const auto read = pricing::readSteps(why); read.ok())
        for (const pricing::Step& step : *read)
            steps << word(step);
    return steps;
}

} // namespace satchel::ui
