// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Pricing.h"

#include "core/base/Clock.h"
#include "core/rules/pricing/Eligibility.h"
#include "core/rules/pricing/Limits.h"
#include "core/rules/pricing/Promotions.h"
#include "core/rules/pricing/Rounding.h"

#include <algorithm>
#include <deque>
#include <tuple>
#include <unordered_set>

namespace satchel::pricing {

namespace {

Status checkRequest(const Request& request)
{
    if (request.lines.size() > mostLines)
        return invalid("A document has at most 10,000 lines.");
    if (!isCurrencyCode(request.currency))
        return invalid("The currency must be three capital letters such as EUR.", "currency");
    if (!isDate(request.date))
        return invalid("The date must be a date such as 2026-11-22.", "date");
    return Ok{};
}

Error ofLine(std::size_t index, const Error& error)
{
    return invalid("Line " + std::to_string(index + 1) + ": " + error.message, error.field);
}

// A sentence of its own, of what begins in lower case.
Error ofDocument(Error error)
{
    if (!error.message.empty() && error.message.front() >= 'a' && error.message.front() <= 'z')
        error.message.front() = static_cast<char>(error.message.front() - 'a' + 'A');
    return error;
}

std::optional<Decimal> factorOf(const Product& product, const std::string& unit)
{
    if (unit.empty() || unit == product.unit)
        return Decimal{Decimal::scale};
    const auto found = product.units.find(unit);
    if (found == product.units.end() || found->second <= Decimal{})
        return std::nullopt;
    return found->second;
}

void sortUnique(std::vector<Id>& ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

/// A line on its way: what it asks for, and what its lists have.
struct Item {
    const LineRequest* request = nullptr;
    const Product* product = nullptr;
    Decimal factor = {};
    Quantity quantity = {};
    bool counted = false;
    std::optional<ListPrice> list = {};
};

/// Prices one document.
class Pricer {
public:
    Pricer(const Snapshot& snapshot, const Request& request, ListPrices lists)
        : m_snapshot(snapshot),
          m_request(request),
          m_lists(std::move(lists)),
          m_promotions(snapshot, request, m_lists),
          m_replaced(replacedLines(request))
    {}
    Pricer(const Pricer&) = delete;

    Result<Pricing> run()
    {
        for (std::size_t i = 0; i < m_request.lines.size(); ++i) {
            auto item = begin(m_request.lines[i]);
            if (!item)
                return ofLine(i, item.error());
            m_items.push_back(std::move(item).value());
            if (takesPart(m_items.back()))
                m_promotions.add(promoted(m_items.back()));
        }
        for (std::size_t i = 0; i < m_items.size(); ++i)
            if (const Status finished = finish(m_items[i]); !finished)
                return ofLine(i, finished.error());
        if (const Status given = giveForAll(); !given)
            return ofDocument(given.error());
        sortResult();
        return std::move(m_result);
    }

private:
    static bool takesPart(const Item& item) { return item.list && !item.request->handPrice; }
    static PromotedLine promoted(const Item& item)
    {
        return {*item.request, *item.product, *item.list, item.quantity, item.counted};
    }

    [[nodiscard]] bool isCounted(const LineRequest& line) const
    {
        return line.role == LineRequest::Role::Normal ? m_replaced.count(line.id) == 0 : line.chosen;
    }

    // Looks at what is asked for, and asks the lists: a to c.
    Result<Item> begin(const LineRequest& line)
    {
        Item item{.request = &line, .counted = isCounted(line)};
        const auto product = m_snapshot.products.find(line.product);
        if (product == m_snapshot.products.end())
            return invalid("there is no such product.", "product");
        item.product = &product->second;
        const auto factor = factorOf(*item.product, line.unit);
        if (!factor)
            return invalid("the product has no unit \"" + line.unit + "\".", "unit");
        item.factor = *factor;
        if (line.quantity <= Decimal{} || line.quantity > mostQuantity)
            return invalid("the quantity must be more than 0 and at most 10,000,000.", "quantity");
        const auto quantity = Quantity::of(line.quantity, *factor);
        if (!quantity)
            return invalid("the quantity in the product's own unit must be at most 10,000,000.", "quantity");
        item.quantity = *quantity;
        if (line.handPrice && !isUnitPrice(line.handPrice->units))
            return invalid("the price must be at least 0 and at most 1,000,000,000.", "price");
        if (!line.includedPart)
            SATCHEL_TRY(askLists(item));
        return item;
    }

    Status askLists(Item& item)
    {
        SATCHEL_ASSIGN(item.list, m_lists.find(*item.product, item.quantity));
        return Ok{};
    }

    Status finish(Item& item)
    {
        LinePrice price{.line = item.request->id, .taxPercent = m_lists.taxes().of(*item.product)};
        if (item.request->includedPart) {
            price.listPrice = Decimal{};
            price.steps.push_back({"part", {""}});
        } else if (item.list) {
            SATCHEL_TRY(setListPrice(item, price));
        }
        if (item.request->handPrice)
            price.steps.push_back({"by_hand", {amount(item.list ? price.listPrice : std::nullopt)}});
        m_result.lines.push_back(std::move(price));
        return Ok{};
    }

    // The list's price, and d for lines that take part in it.
    Status setListPrice(Item& item, LinePrice& price)
    {
        price.list = item.list->list->id;
        price.revision = item.list->revision;
        price.rate = item.list->rate;
        price.steps = std::move(item.list->steps);
        m_result.revisions.insert(m_result.revisions.end(), item.list->revisions.begin(), item.list->revisions.end());
        m_result.rates.insert(m_result.rates.end(), item.list->rates.begin(), item.list->rates.end());
        Decimal perOwnUnit = item.list->price;
        if (takesPart(item)) {
            SATCHEL_ASSIGN(const Offer offer, m_promotions.bestFor(promoted(item)));
            perOwnUnit = offer.price;
            price.steps.insert(price.steps.end(), offer.steps.begin(), offer.steps.end());
            for (const Promotion* promotion : offer.effective)
                price.promotions.push_back(promotion->id);
            for (const Gift& gift : offer.gifts)
                give(gift, item.request->id, item.counted);
        }
        SATCHEL_ASSIGN(price.listPrice, perUnit(item, perOwnUnit));
        if (item.list->minimum) {
            SATCHEL_ASSIGN(price.minimum, perUnit(item, *item.list->minimum));
        }
        return Ok{};
    }

    static Result<Decimal> perUnit(const Item& item, Decimal price)
    {
        const auto made = roundedToPlaces(static_cast<Int128>(price.units) * item.factor.units, Decimal::scale);
        if (!made || !isUnitPrice(made->units))
            return invalid("the price of its unit is more than 1,000,000,000.");
        return *made;
    }

    [[nodiscard]] std::string amount(const std::optional<Decimal>& price) const
    {
        return price ? price->toString(currencyDecimals(m_request.currency)) : std::string();
    }

    Status giveForAll()
    {
        SATCHEL_ASSIGN(const std::vector<Gift> gifts, m_promotions.giftsForAll());
        for (const Gift& gift : gifts)
            give(gift, {}, true);
        return Ok{};
    }

    void give(const Gift& gift, const Id& line, bool counted)
    {
        FreeGoods goods{.promotion = gift.promotion->id,
                        .line = line,
                        .product = gift.product->id,
                        .quantity = gift.quantity,
                        .taxPercent = m_lists.taxes().of(*gift.product),
                        .counted = counted};
        goods.steps.push_back({"free", {gift.promotion->name.empty() ? gift.promotion->code : gift.promotion->name}});
        m_given.push_back({gift.promotion, std::move(goods)});
    }

    void sortResult()
    {
        std::stable_sort(m_given.begin(), m_given.end(), [](const Given& a, const Given& b) {
            return a.promotion == b.promotion ? a.goods.line < b.goods.line : comesBefore(a.promotion, b.promotion);
        });
        for (Given& given : m_given)
            m_result.free.push_back(std::move(given.goods));
        sortUnique(m_result.revisions);
        sortUnique(m_result.rates);
    }

    struct Given {
        const Promotion* promotion;
        FreeGoods goods;
    };

    const Snapshot& m_snapshot;
    const Request& m_request;
    ListPrices m_lists;
    Promotions m_promotions;
    std::unordered_set<Id> m_replaced;
    std::deque<Item> m_items;
    std::vector<Given> m_given;
    Pricing m_result;
};

} // namespace

std::unordered_set<Id> replacedLines(const Request& request)
{
    std::unordered_set<Id> replaced;
    for (const LineRequest& line : request.lines)
        if (line.role == LineRequest::Role::Alternative && line.chosen)
            replaced.insert(line.alternativeTo);
    return replaced;
}

Result<Pricing> price(const Snapshot& snapshot, const Request& request)
{
    SATCHEL_TRY(checkRequest(request));
    auto lists = ListPrices::of(snapshot, request);
    if (!lists)
        return ofDocument(lists.error());
    return Pricer(snapshot, request, std::move(lists).value()).run();
}

} // namespace satchel::pricing
