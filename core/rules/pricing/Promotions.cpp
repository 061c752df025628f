// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Promotions.h"

#include "core/rules/pricing/Days.h"
#include "core/rules/pricing/Eligibility.h"
#include "core/rules/pricing/Exact.h"
#include "core/rules/pricing/Rounding.h"

#include <algorithm>

namespace satchel::pricing {

namespace {

using Kind = Promotion::Kind;

Int128 costOf(const Offer& offer, Quantity quantity)
{
    Int128 cost = static_cast<Int128>(offer.price.units) * quantity.units;
    for (const Gift& gift : offer.gifts)
        cost -= gift.value * Decimal::scale;
    return cost;
}

Step stepOf(const Promotion& promotion)
{
    std::string what;
    if (promotion.kind == Kind::Percent)
        what = "-" + promotion.percent.toString() + " %";
    else if (promotion.kind == Kind::Amount)
        what = "-" + promotion.amount->toString();
    else if (promotion.kind == Kind::BuyGet)
        what = promotion.buy.toString() + " + " + promotion.free.toString();
    return {"promotion", {promotion.name.empty() ? promotion.code : promotion.name, what}};
}

// What is left after the promotions is rounded as the list that gave the price does it, to the customer's favour at
// most.
std::optional<Decimal> rounded(const Exact& exact, const ListPrice& before, const std::string& currency)
{
    const Exact::Fraction fraction = exact.forRounding();
    const ListRounding& rounding = before.list->rounding;
    auto price = roundsItsOwnWay(rounding)
                     ? roundedForList(fraction.numerator, fraction.denominator, rounding, currency)
                     : roundedToPlaces(fraction.numerator, fraction.denominator);
    if (price)
        price = std::min(*price, before.price);
    return price;
}

} // namespace

Promotions::Promotions(const Snapshot& snapshot, const Request& request, ListPrices& lists)
    : m_snapshot(snapshot), m_request(request), m_lists(lists)
{
    for (const Promotion& promotion : snapshot.promotions)
        if (isFor(promotion, request.customer) && isWithin(promotion.validFrom, promotion.validTo, request.date))
            m_open.push_back(&promotion);
    std::sort(m_open.begin(), m_open.end(), comesBefore);
}

const Promotions::Several& Promotions::promotionsOn(const Product& product)
{
    const auto [found, fresh] = m_onProduct.try_emplace(product.id);
    if (fresh)
        for (const Promotion* promotion : m_open)
            if (isOn(*promotion, product))
                found->second.push_back(promotion);
    return found->second;
}

void Promotions::add(const PromotedLine& line)
{
    if (!line.counted)
        return;
    for (const Promotion* promotion : promotionsOn(line.product)) {
        Sum& sum = m_sums[promotion];
        sum.amount += static_cast<Int128>(line.price.price.units) * line.quantity.units;
        sum.quantity += line.quantity.units;
    }
}

bool Promotions::reachesAmount(const Promotion& promotion) const
{
    if (!promotion.minAmount)
        return true;
    const auto sum = m_sums.find(&promotion);
    const Int128 amount = sum == m_sums.end() ? 0 : sum->second.amount;
    return promotion.minAmount->currency == m_request.currency &&
           amount >= static_cast<Int128>(promotion.minAmount->amount.units) * Quantity::scale;
}

bool Promotions::appliesTo(const Promotion& promotion, const PromotedLine& line) const
{
    if (promotion.kind == Kind::FreeItem || line.quantity.units < Quantity::unitsOf(promotion.minQuantity))
        return false;
    if (promotion.kind == Kind::Amount && (!promotion.amount || promotion.amount->currency != m_request.currency))
        return false;
    return reachesAmount(promotion);
}

Result<Offer> Promotions::bestFor(const PromotedLine& line)
{
    Several exclusive, others;
    for (const Promotion* promotion : promotionsOn(line.product))
        if (appliesTo(*promotion, line))
            (promotion->exclusive ? exclusive : others).push_back(promotion);
    if (exclusive.empty())
        return offerOf(others, line);
    SATCHEL_ASSIGN(Offer best, offerOf({exclusive.front()}, line));
    const auto compete = [&](const Several& promotions) -> Status {
        SATCHEL_ASSIGN(Offer offer, offerOf(promotions, line));
        if (costOf(offer, line.quantity) < costOf(best, line.quantity))
            best = std::move(offer);
        return Ok{};
    };
    for (auto promotion = exclusive.begin() + 1; promotion != exclusive.end(); ++promotion)
        SATCHEL_TRY(compete({*promotion}));
    if (!others.empty())
        SATCHEL_TRY(compete(others));
    return best;
}

Result<Offer> Promotions::offerOf(const Several& promotions, const PromotedLine& line)
{
    Offer offer{.price = line.price.price};
    Exact exact(line.price.price);
    bool changed = false;
    for (const Promotion* promotion : promotions) {
        const std::size_t gifts = offer.gifts.size();
        bool effective = false;
        if (promotion->kind == Kind::Percent)
            effective = exact.takePercent(promotion->percent);
        else if (promotion->kind == Kind::Amount)
            effective = exact.takeAmount(promotion->amount->amount);
        else
            SATCHEL_TRY(addGift(*promotion, line, offer));
        changed = changed || effective;
        if (!effective && offer.gifts.size() == gifts)
            continue;
        offer.effective.push_back(promotion);
        offer.steps.push_back(stepOf(*promotion));
    }
    if (!changed)
        return offer;
    const auto price = rounded(exact, line.price, m_request.currency);
    if (!price)
        return invalid("its price cannot be rounded.");
    offer.price = *price;
    if (roundsItsOwnWay(line.price.list->rounding))
        offer.steps.push_back({"rounded", {roundsTo(line.price.list->rounding, m_request.currency)}});
    if (line.price.minimum && line.price.price >= *line.price.minimum && offer.price < *line.price.minimum) {
        offer.price = *line.price.minimum;
        offer.steps.push_back({"minimum", {offer.price.toString(currencyDecimals(m_request.currency))}});
    }
    return offer;
}

Status Promotions::addGift(const Promotion& promotion, const PromotedLine& line, Offer& offer)
{
    if (promotion.buy <= Decimal{})
        return Ok{};
    Int128 times = line.quantity.units / Quantity::unitsOf(promotion.buy);
    if (!promotion.repeats)
        times = std::min<Int128>(times, 1);
    const auto quantity = multiple(times, promotion.free);
    if (!quantity)
        return invalid("more than 10,000,000 would come free.");
    if (*quantity == Decimal{})
        return Ok{};
    Gift gift{.promotion = &promotion, .product = &line.product, .quantity = *quantity};
    if (promotion.freeProduct.isNull() || promotion.freeProduct == line.product.id) {
        gift.value = static_cast<Int128>(quantity->units) * line.price.price.units;
    } else {
        SATCHEL_TRY(identify(gift));
        SATCHEL_TRY(appraise(gift));
    }
    offer.gifts.push_back(gift);
    return Ok{};
}

// Another product than the line's own.
Status Promotions::identify(Gift& gift) const
{
    const auto product = m_snapshot.products.find(gift.promotion->freeProduct);
    if (product == m_snapshot.products.end())
        return invalid("the promotion " + gift.promotion->code + " gives away a product that is not there.");
    gift.product = &product->second;
    return Ok{};
}

// What the lists would have for it.
Status Promotions::appraise(Gift& gift)
{
    SATCHEL_ASSIGN(const auto price, m_lists.find(*gift.product, *Quantity::of(gift.quantity)));
    if (price)
        gift.value = static_cast<Int128>(gift.quantity.units) * price->price.units;
    return Ok{};
}

Result<std::optional<Gift>> Promotions::giftForAll(const Promotion& promotion)
{
    const auto found = m_sums.find(&promotion);
    if (promotion.kind != Kind::FreeItem || promotion.freeProduct.isNull() || found == m_sums.end() ||
        found->second.quantity < Quantity::unitsOf(promotion.minQuantity) || !reachesAmount(promotion))
        return std::optional<Gift>();
    Int128 times = 1;
    if (promotion.repeats && promotion.minAmount && promotion.minAmount->amount > Decimal{})
        times = found->second.amount / (static_cast<Int128>(promotion.minAmount->amount.units) * Quantity::scale);
    else if (promotion.repeats && promotion.minQuantity > Decimal{})
        times = found->second.quantity / Quantity::unitsOf(promotion.minQuantity);
    const auto quantity = multiple(times, promotion.free);
    if (!quantity)
        return invalid("the promotion " + promotion.code + " would give away more than 10,000,000.");
    if (*quantity == Decimal{})
        return std::optional<Gift>();
    Gift gift{.promotion = &promotion, .quantity = *quantity};
    SATCHEL_TRY(identify(gift));
    if (promotion.exclusive) // else nothing is compared, and lists that cannot say what it is worth do no harm
        SATCHEL_TRY(appraise(gift));
    return std::optional(gift);
}

Result<std::vector<Gift>> Promotions::giftsForAll()
{
    std::vector<Gift> gifts;
    std::optional<Gift> best; // of the exclusive ones
    for (const Promotion* promotion : m_open) {
        SATCHEL_ASSIGN(const std::optional<Gift> gift, giftForAll(*promotion));
        if (!gift)
            continue;
        if (!promotion->exclusive)
            gifts.push_back(*gift);
        else if (!best || gift->value > best->value)
            best = gift;
    }
    return best ? std::vector{*best} : gifts;
}

} // namespace satchel::pricing
