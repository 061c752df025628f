// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/rules/pricing/Shop.h"

namespace satchel::pricing::test {

/// A catalogue and a document made by chance: lists in two currencies with parents, revisions, breaks and formulas, and
/// promotions of every kind. Every line has a price or none; nothing in it is refused.
[[nodiscard]] inline Shop anyShop(std::uint64_t seed)
{
    Dice dice(seed);
    Shop shop;
    constexpr std::int64_t lists = 5, products = 6;
    for (std::int64_t i = 1; i < products; ++i)
        shop.product(100 + i, dice.chance(30) ? "reduced" : "");
    shop.snapshot.rates.push_back({idOf(20), "EUR", "USD", "2026-11-01", "1"_d, "1.0850"_d});
    for (std::int64_t i = 1; i <= lists; ++i) {
        List& list = shop.list(i, "L" + std::to_string(i), i > 1 && dice.chance(25) ? "USD" : "EUR");
        list.converts = true;
        list.breaks = dice.chance(30) ? Breaks::Graduated : Breaks::Slab;
        list.taxInclusive = dice.chance(20);
        list.parent = i > 1 && dice.chance(40) ? idOf(i - 1) : Id{};
        list.segment = i > 1 && dice.chance(50) ? "bakers" : "";
        if (dice.chance(50))
            list.rounding = {dice.oneOf(std::vector{Direction::Nearest, Direction::Up, Direction::Down}),
                             dice.oneOf(std::vector{"0"_d, "0.05"_d, "1"_d}),
                             dice.oneOf(std::vector{"0"_d, "0.99"_d, "0.5"_d})};
        shop.revision(i, 10 * i + 500, 1);
        for (std::int64_t product = 100; product < 100 + products; ++product) {
            if (i > 1 && dice.chance(60))
                continue;
            for (std::int64_t from = 0; from < 30; from += dice.from(5, 30)) {
                Entry& entry = i > 1 && dice.chance(30)
                                   ? shop.formula(i, Decimal{dice.from(500'000, 1'500'000)}, i - 1, product)
                                   : shop.entry(i, Decimal{dice.from(1, 2'000'000)}, {}, product);
                entry.minQuantity = Decimal{from * Decimal::scale};
                entry.revision = idOf(10 * i + 500);
                if (dice.chance(20))
                    entry.minPrice = Decimal{dice.from(1, 2'000'000)};
            }
        }
    }
    for (std::int64_t i = dice.from(0, 6); i > 0; --i) {
        using Kind = Promotion::Kind;
        const Kind kind = dice.oneOf(std::vector{Kind::Percent, Kind::Amount, Kind::BuyGet, Kind::FreeItem});
        Promotion& promotion = shop.promotion(200 + i, "P" + std::to_string(i), kind, Decimal{dice.from(1, 400'000)});
        promotion.priority = dice.from(1, 3);
        promotion.exclusive = dice.chance(30);
        promotion.buy = Decimal{dice.from(10'000, 100'000)};
        promotion.free = "1"_d;
        promotion.repeats = dice.chance(50);
        promotion.freeProduct = kind == Kind::FreeItem || dice.chance(30) ? idOf(dice.from(100, 105)) : Id{};
        if (dice.chance(40))
            promotion.minQuantity = Decimal{dice.from(10'000, 200'000)};
        if (dice.chance(30))
            promotion.products = {idOf(dice.from(100, 105)), idOf(dice.from(100, 105))};
    }
    shop.request.customer.segment = dice.chance(70) ? "bakers" : "";
    shop.request.taxInclusive = dice.chance(30);
    for (std::int64_t i = dice.from(1, 8); i > 0; --i) {
        LineRequest& line = shop.line(Decimal{dice.from(1, 600'000)}, dice.from(100, 105));
        if (dice.chance(15))
            line.handPrice = "410.00"_d;
        if (dice.chance(20))
            line.role = LineRequest::Role::Optional;
        line.chosen = dice.chance(50);
    }
    return shop;
}

} // namespace satchel::pricing::test
