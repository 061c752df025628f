// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Pricing.h"
#include "core/rules/pricing/Totals.h"
#include "tests/bench/Stage.h"
#include "tests/support/world/Must.h"

// Re-pricing a quote: the engine alone, on a catalogue that is in memory, with its totals. Four lists (the customer's
// segment, its parent, his territory, the company's), five breaks a product, ten promotions. The limit is what the
// 500-line quote of the same run costs for each line: a ratio of 1 is growth in step with the lines; about 2 where the
// catalogue no longer fits into the processor's caches, from some thousand lines on.

namespace satchel::bench {

using pricing::Entry;
using pricing::List;
using pricing::Promotion;
using pricing::Snapshot;
using test::must;

namespace {

constexpr std::int64_t lists = 4;
constexpr std::int64_t breaks = 5;
constexpr std::int64_t promotions = 10;

Decimal whole(std::int64_t number)
{
    return Decimal{number * Decimal::scale};
}

Id idOf(char kind, std::int64_t number)
{
    return Id::derived(std::string(1, kind), std::to_string(number));
}

void addList(Snapshot& snapshot, std::int64_t number)
{
    List& list = snapshot.lists[idOf('l', number)];
    list.id = idOf('l', number);
    list.code = "L" + std::to_string(number);
    list.currency = "EUR";
    list.rounding.step = Decimal{500}; // 0.05
    for (std::int64_t i = 1; i <= 3; ++i)
        list.revisions.push_back(
            {idOf('r', number * 10 + i), i, true, "2026-01-01", i > 1 ? idOf('r', number * 10 + i - 1) : Id{}});
}

// Every product is in the company's list, every tenth with a formula in one before it.
void addEntries(Snapshot& snapshot, std::int64_t product)
{
    const Id id = idOf('p', product);
    List& company = snapshot.lists[idOf('l', lists)];
    for (std::int64_t i = 0; i < breaks; ++i)
        company.entries[id].push_back({.id = idOf('e', product * 10 + i),
                                       .revision = company.revisions[static_cast<std::size_t>(product % 3)].id,
                                       .price = Decimal{10'000 + product * 7 - i * 100},
                                       .minQuantity = whole(i * 10)});
    if (product % 10 == 0)
        snapshot.lists[idOf('l', 1 + product / 10 % (lists - 1))].entries[id].push_back(
            {.id = idOf('f', product),
             .kind = Entry::Kind::PercentOfList,
             .percent = whole(95),
             .baseList = idOf('l', lists)});
}

void addPromotion(Snapshot& snapshot, std::int64_t number)
{
    Promotion promotion{.id = idOf('o', number), .code = "P" + std::to_string(number), .name = "Promotion"};
    promotion.kind = number % 5 == 4 ? Promotion::Kind::BuyGet : Promotion::Kind::Percent;
    promotion.percent = whole(1 + number);
    promotion.exclusive = number % 5 == 3;
    promotion.priority = number;
    promotion.buy = whole(10);
    promotion.free = whole(1);
    promotion.minQuantity = whole(number);
    for (std::int64_t family = 0; family < 20; family += 1 + number)
        promotion.families.push_back("F" + std::to_string(family));
    snapshot.promotions.push_back(std::move(promotion));
}

Snapshot catalogue(std::int64_t products)
{
    Snapshot snapshot;
    for (std::int64_t i = 1; i <= lists; ++i)
        addList(snapshot, i);
    snapshot.lists[idOf('l', 1)].segment = "bakers";
    snapshot.lists[idOf('l', 1)].parent = idOf('l', 2);
    snapshot.lists[idOf('l', 3)].territory = idOf('t', 1);
    snapshot.companyList = idOf('l', lists);
    for (std::int64_t i = 0; i < products; ++i) {
        snapshot.products[idOf('p', i)] = {.id = idOf('p', i), .family = "F" + std::to_string(i % 20), .unit = "piece"};
        addEntries(snapshot, i);
    }
    for (std::int64_t i = 0; i < promotions; ++i)
        addPromotion(snapshot, i);
    snapshot.taxRates.push_back({idOf('x', 1), "DE", {}, "standard", whole(19)});
    return snapshot;
}

pricing::Request quoteOf(std::int64_t lines)
{
    pricing::Request quote{.date = "2026-11-28", .currency = "EUR"};
    quote.customer = {.segment = "bakers", .territories = {idOf('t', 1)}, .country = "DE"};
    for (std::int64_t i = 0; i < lines; ++i)
        quote.lines.push_back({.id = idOf('q', i), .product = idOf('p', i), .quantity = whole(1 + i % 60)});
    return quote;
}

// Prices and adds up, as a window does after a change.
Decimal gross(const Snapshot& snapshot, const pricing::Request& quote)
{
    const pricing::Pricing priced = must(pricing::price(snapshot, quote));
    std::vector<pricing::LineTerms> terms;
    for (std::size_t i = 0; i < quote.lines.size(); ++i)
        terms.push_back({.id = quote.lines[i].id,
                         .quantity = quote.lines[i].quantity,
                         .price = priced.lines[i].listPrice.value_or(Decimal{}),
                         .taxPercent = priced.lines[i].taxPercent});
    const pricing::DocumentTerms document{.currency = quote.currency, .discountPercent = whole(3)};
    return must(pricing::totalsOf(document, terms)).gross;
}

} // namespace

void measurePricing(const Request& request, Report& report)
{
    constexpr std::int64_t few = 500;
    constexpr std::int64_t many = 10'000;
    const Snapshot snapshot = catalogue(many);
    Samples base;
    for (const std::int64_t lines : {few, std::int64_t{1000}, std::int64_t{5000}, many}) {
        const pricing::Request quote = quoteOf(lines);
        Line line{.name = "price a quote of " + std::to_string(lines) + " lines", .budget = 2.5};
        Line each{.name = "  each line", .unit = "us"};
        for (std::int64_t run = 0; run < std::max<std::int64_t>(request.samples * few / lines, 5); ++run) {
            const double product = milliseconds([&] { (void)gross(snapshot, quote); });
            line.product.add(product);
            each.product.add(product * 1000.0 / static_cast<double>(lines));
        }
        if (lines == few)
            base = line.product;
        line.limit.add(base.median() * static_cast<double>(lines) / few);
        line.note = lines == few ? "promised: under 20 ms" : "limit: as much for each line as with 500";
        report.add(std::move(line));
        report.add(std::move(each));
    }
}

} // namespace satchel::bench
