// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Pricing.h"
#include "tests/core/rules/pricing/Hand.h"

namespace satchel::pricing::test {

/// A small catalogue and one document, put together by hand. Ids are numbers: lists from 1, products from 100,
/// promotions from 200, lines from 300 in the order they are added.
class Shop {
public:
    Snapshot snapshot;
    Request request;

    Shop()
    {
        request.date = "2026-11-28";
        request.currency = "EUR";
        request.customer.country = "DE";
        snapshot.taxRates.push_back({idOf(901), "DE", "", "standard", "19"_d});
        snapshot.taxRates.push_back({idOf(902), "DE", "", "reduced", "7"_d});
        product(100);
        list(1, "EUR-Retail");
        snapshot.companyList = idOf(1);
    }

    Product& product(std::int64_t number, const std::string& taxClass = {})
    {
        Product& made = snapshot.products[idOf(number)];
        made.id = idOf(number);
        made.unit = "piece";
        made.taxClass = taxClass;
        return made;
    }
    List& list(std::int64_t number, const std::string& code, const std::string& currency = "EUR")
    {
        List& made = snapshot.lists[idOf(number)];
        made.id = idOf(number);
        made.code = code;
        made.currency = currency;
        return made;
    }
    /// A list with a price for product 100.
    List& list(std::int64_t number, const std::string& code, Decimal price)
    {
        List& made = list(number, code);
        entry(number, price);
        return made;
    }
    List& at(std::int64_t number) { return snapshot.lists[idOf(number)]; }
    Entry& entry(std::int64_t list, Decimal price, Decimal from = {}, std::int64_t product = 100)
    {
        std::vector<Entry>& entries = at(list).entries[idOf(product)];
        entries.push_back({.id = idOf(1000 + ++m_entries), .price = price, .minQuantity = from});
        return entries.back();
    }
    Entry& formula(std::int64_t list, Decimal percent, std::int64_t base, std::int64_t product = 100)
    {
        Entry& made = entry(list, {}, {}, product);
        made.kind = Entry::Kind::PercentOfList;
        made.percent = percent;
        made.baseList = idOf(base);
        return made;
    }
    void revision(std::int64_t list, std::int64_t id, std::int64_t number, const std::string& from = {},
                  std::int64_t follows = 0)
    {
        at(list).revisions.push_back({idOf(id), number, true, from, idOf(follows)});
    }
    Promotion& promotion(std::int64_t number, const std::string& name, Promotion::Kind kind, Decimal value = {})
    {
        Promotion made{.id = idOf(number), .code = name, .name = name, .kind = kind};
        if (kind == Promotion::Kind::Amount)
            made.amount = Money{value, "EUR"};
        else
            made.percent = value;
        snapshot.promotions.push_back(made);
        return snapshot.promotions.back();
    }
    /// "buy so much, get so much".
    Promotion& deal(std::int64_t number, const std::string& name, Decimal buy, Decimal free)
    {
        Promotion& made = promotion(number, name, Promotion::Kind::BuyGet);
        made.buy = buy;
        made.free = free;
        return made;
    }
    LineRequest& line(Decimal quantity, std::int64_t product = 100)
    {
        const auto number = static_cast<std::int64_t>(request.lines.size());
        request.lines.push_back({.id = idOf(300 + number), .product = idOf(product), .quantity = quantity});
        return request.lines.back();
    }

    [[nodiscard]] Result<Pricing> priced() const { return price(snapshot, request); }
    /// The price of a line and how it came about, or why there is none.
    [[nodiscard]] std::string told(std::size_t line = 0) const
    {
        const auto made = priced();
        if (!made)
            return made.error().message;
        const LinePrice& price = made->lines.at(line);
        return text(price.listPrice) + ": " + sentence(price.steps);
    }
    /// The price of so many of product 100, in a document of this line alone.
    [[nodiscard]] std::string priceOf(Decimal quantity) const
    {
        Shop alone = *this;
        alone.request.lines.clear();
        alone.line(quantity);
        const auto made = alone.priced();
        return made ? text(made->lines.front().listPrice) : made.error().message;
    }

private:
    std::int64_t m_entries = 0;
};

} // namespace satchel::pricing::test
