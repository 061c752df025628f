// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/rules/pricing/AnyShop.h"

#include <algorithm>

// What must be so of every catalogue and every document.

using namespace satchel;
using namespace satchel::pricing;
using namespace satchel::pricing::test;

namespace {

std::string told(const Pricing& pricing)
{
    std::map<Id, std::string> lines;
    for (const LinePrice& price : pricing.lines)
        lines[price.line] = text(price.listPrice) + " at least " + text(price.minimum) + " tax " +
                            price.taxPercent.toString() + " " + writeSteps(price.steps) + "\n";
    std::string all;
    for (const auto& [id, line] : lines)
        all += line;
    for (const FreeGoods& goods : pricing.free)
        all += goods.promotion.toString() + goods.line.toString() + " " + goods.quantity.toString() +
               (goods.counted ? "\n" : " uncounted\n");
    return all;
}

/// A later revision of every list the pricing was taken from, and later rates: everything becomes dearer.
void publish(Shop& shop, const Pricing& pricing)
{
    for (auto& [id, list] : shop.snapshot.lists) {
        const Id old = list.revisions.front().id;
        if (std::find(pricing.revisions.begin(), pricing.revisions.end(), old) == pricing.revisions.end())
            continue;
        const Id fresh = Id::derived("fresh", id.view());
        list.revisions.push_back({fresh, 2, true, {}, old});
        for (auto& [product, entries] : list.entries) {
            const std::vector<Entry> before = entries;
            for (Entry entry : before) {
                entry.id = Id::derived("fresh", entry.id.view());
                entry.revision = fresh;
                entry.price.units += 10'000'000;
                entry.percent.units += 1'000'000;
                entries.push_back(entry);
            }
        }
    }
    if (!pricing.rates.empty())
        shop.snapshot.rates.push_back({idOf(21), "EUR", "USD", "2026-11-20", "1"_d, "0.5"_d});
}

} // namespace

class PricingPropertiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pricingTwiceIsPricingOnceWhateverWasPublishedSince()
    {
        int changed = 0;
        for (std::uint64_t seed = 1; seed <= 700; ++seed) {
            Shop shop = anyShop(seed);
            const auto once = shop.priced();
            QVERIFY2(once, (std::to_string(seed) + ": " + outcome(once)).c_str());
            publish(shop, *once);
            const auto anew = shop.priced();
            changed += !anew || told(*anew) != told(*once) ? 1 : 0;
            shop.request.pins = once->revisions;
            shop.request.rates = once->rates;
            const auto twice = shop.priced();
            QVERIFY2(twice, (std::to_string(seed) + ": " + outcome(twice)).c_str());
            same(told(*twice), told(*once));
            if (QTest::currentTestFailed())
                QFAIL(("seed " + std::to_string(seed)).c_str());
        }
        QVERIFY(changed > 500); // without pins it would have been otherwise
    }

    void theOrderOfLinesAndOfTheCatalogueDoesNotMatter()
    {
        for (std::uint64_t seed = 1; seed <= 700; ++seed) {
            Shop shop = anyShop(seed);
            Dice dice(seed);
            const std::string before = told(*shop.priced());
            std::shuffle(shop.request.lines.begin(), shop.request.lines.end(), dice.engine());
            std::shuffle(shop.snapshot.promotions.begin(), shop.snapshot.promotions.end(), dice.engine());
            std::shuffle(shop.snapshot.taxRates.begin(), shop.snapshot.taxRates.end(), dice.engine());
            for (auto& [id, list] : shop.snapshot.lists)
                for (auto& [product, entries] : list.entries)
                    std::shuffle(entries.begin(), entries.end(), dice.engine());
            same(told(*shop.priced()), before);
            if (QTest::currentTestFailed())
                QFAIL(("seed " + std::to_string(seed)).c_str());
        }
    }

    void aViewInAnotherCurrencyChangesNothingThatWasEntered()
    {
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            Shop shop = anyShop(seed);
            const std::string before = told(*shop.priced());
            shop.request.currency = "USD";
            const auto view = shop.priced();
            QVERIFY2(view, outcome(view).c_str());
            shop.request.currency = "EUR";
            same(told(*shop.priced()), before);
            for (std::size_t i = 0; i < shop.request.lines.size(); ++i)
                if (shop.request.lines[i].handPrice)
                    same(shop.request.lines[i].handPrice->toString(2), "410.00");
        }
        same(Money::parse("410.00 EUR")->toString(), "410.00 EUR");
    }

    void noPromotionMakesALineDearerAndNoneGoesBelowTheMinimum()
    {
        for (std::uint64_t seed = 1; seed <= 700; ++seed) {
            Shop shop = anyShop(seed);
            const auto with = shop.priced();
            shop.snapshot.promotions.clear();
            const auto without = shop.priced();
            for (std::size_t i = 0; i < with->lines.size(); ++i) {
                const LinePrice& line = with->lines[i];
                QVERIFY2(line.listPrice <= without->lines[i].listPrice, std::to_string(seed).c_str());
                QVERIFY(!line.minimum || !line.listPrice || *line.listPrice >= *line.minimum);
                QVERIFY(!shop.request.lines[i].handPrice || line.listPrice == without->lines[i].listPrice);
            }
        }
    }
};

QTEST_GUILESS_MAIN(PricingPropertiesTest)
#include "PricingPropertiesTest.moc"
