// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/PriceWords.h"

#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>
#include <QStringList>

namespace satchel::ui {

namespace {

using Kind = pricing::Entry::Kind;

QString tr(const char* text)
{
    return QCoreApplication::translate("PriceWords", text);
}

} // namespace

QString signedPercentWord(const Decimal& percent)
{
    return (percent.units > 0 ? QStringLiteral("+") : QString()) + percentWord(percent);
}

Result<ListWords> listWords(RecordSource& records, const sales::PriceListRecords& list)
{
    ListWords words{.currency = list.currency(),
                    .graduated = list.list.value("breaks").text() == "graduated",
                    .parent = list.list.value("parent").id()};
    SATCHEL_ASSIGN(const auto all, records.where(schema::entity("price_list"), {}));
    for (const Record& each : all)
        words.lists[each.id] = toQString(each.value("code").isNull() ? each.label() : each.value("code").text());
    return words;
}

QString formulaWord(const sales::ListPrice& price, const ListWords& list)
{
    if (price.kind == Kind::PercentOfCost)
        return tr("%1 of cost").arg(percentWord(price.percent));
    if (price.kind != Kind::PercentOfList)
        return {};
    const auto base = list.lists.find(price.baseList.isNull() ? list.parent : price.baseList);
    return tr("%1 of %2")
        .arg(percentWord(price.percent), base == list.lists.end() ? tr("a list that is not here") : base->second);
}

QString amountWord(const sales::ListPrice& price, const ListWords& list)
{
    return price.kind == Kind::PercentOfList ? formulaWord(price, list) : moneyWord(price.price, list.currency);
}

QString pricesWord(const sales::ProductPrices& prices, const ListWords& list)
{
    QStringList parts;
    for (const sales::ListPrice& price : prices) {
        QString part = amountWord(price, list);
        if (price.minQuantity.units != 0)
            part = tr("%1 from %2").arg(part, decimalWord(price.minQuantity));
        if (price.minPrice)
            part = tr("%1, at least %2").arg(part, moneyWord(*price.minPrice, list.currency));
        if (!price.validFrom.empty() && !price.validTo.empty())
            part = tr("%1 (%2 to %3)").arg(part, dayWord(price.validFrom), dayWord(price.validTo));
        else if (!price.validFrom.empty())
            part = tr("%1 (from %2)").arg(part, dayWord(price.validFrom));
        else if (!price.validTo.empty())
            part = tr("%1 (until %2)").arg(part, dayWord(price.validTo));
        parts << part;
    }
    return parts.join(QStringLiteral("; "));
}

QString breaksWord(const sales::ProductPrices& prices, const ListWords& list)
{
    QStringList parts;
    for (std::size_t i = 0; i < prices.size(); ++i) {
        const QString from = decimalWord(prices[i].minQuantity);
        if (i == 0 && prices[i].minQuantity.units > Decimal::scale)
            parts << tr("sold from %1 on").arg(from);
        else if (i != 0)
            parts << (list.graduated ? tr("what is above %1: %2") : tr("%1 or more: %2"))
                         .arg(from, amountWord(prices[i], list));
    }
    return parts.join(QStringLiteral("; "));
}

QString stateWord(sales::RevisionState state)
{
    switch (state) {
    case sales::RevisionState::Draft: return tr("Draft");
    case sales::RevisionState::Coming: return tr("Coming");
    case sales::RevisionState::Current: return tr("Current");
    case sales::RevisionState::Earlier: return tr("Earlier");
    case sales::RevisionState::RolledBack: return tr("Rolled back");
    case sales::RevisionState::Overtaken: return tr("Overtaken");
    case sales::RevisionState::Withdrawn: return tr("Withdrawn");
    }
    return {};
}

QString revisionWord(std::int64_t number)
{
    return number == 0 ? tr("the empty list") : tr("r%1").arg(number);
}

QString stepWord(const pricing::Step& step)
{
    const auto at = [&](std::size_t i) { return i < step.arguments.size() ? toQString(step.arguments[i]) : QString(); };
    const std::string& code = step.code;
    if (code == "list")
        return at(1).isEmpty() ? tr("List %1").arg(at(0)) : tr("List %1, revision %2").arg(at(0), at(1));
    if (code == "agreement")
        return tr("Agreement %1").arg(at(0));
    if (code == "break")
        return tr("The price for %1 or more").arg(at(0));
    if (code == "graduated")
        return tr("Graduated over %1 parts").arg(at(0));
    if (code == "percent")
        return tr("%1 % of list %2").arg(at(0), at(1));
    if (code == "rounded")
        return tr("Rounded to %1").arg(at(0));
    if (code == "minimum")
        return tr("Raised to the minimum of %1").arg(at(0));
    if (code == "converted")
        return tr("%1 is %2 at the rate of %3").arg(at(0), at(1), at(2));
    if (code == "net_of")
        return tr("Without %1 % tax").arg(at(0));
    if (code == "with_tax")
        return tr("With %1 % tax").arg(at(0));
    if (code == "promotion")
        return tr("Promotion %1: %2").arg(at(0), at(1));
    return toQString(pricing::sentence({step})); // rare here, or of a newer program
}

QString benefitWord(const pricing::Promotion& promotion, const QString& freeProduct)
{
    using What = pricing::Promotion::Kind;
    QStringList parts;
    const QString own = freeProduct.isEmpty() ? tr("of the same") : freeProduct;
    switch (promotion.kind) {
    case What::Percent: parts << tr("%1 off").arg(percentWord(promotion.percent)); break;
    case What::Amount:
        if (promotion.amount)
            parts << tr("%1 off each").arg(moneyWord(promotion.amount->amount, promotion.amount->currency));
        break;
    case What::FreeItem: parts << tr("%1 × %2 free").arg(decimalWord(promotion.free), own); break;
    case What::BuyGet:
        parts << tr("buy %1, get %2 %3 free").arg(decimalWord(promotion.buy), decimalWord(promotion.free), own);
        break;
    }
    if (promotion.minQuantity.units > 0)
        parts << tr("from %1 on").arg(decimalWord(promotion.minQuantity));
    if (promotion.minAmount)
        parts << tr("for %1 or more").arg(moneyWord(promotion.minAmount->amount, promotion.minAmount->currency));
    return parts.join(QStringLiteral(", "));
}

} // namespace satchel::ui
