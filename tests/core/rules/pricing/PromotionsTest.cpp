// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Exact.h"
#include "tests/core/rules/pricing/Shop.h"

// Step d of PRICING.md, and which promotions clash.

using namespace satchel;
using namespace satchel::pricing;
using namespace satchel::pricing::test;

namespace {

using Kind = Promotion::Kind;

std::string freeGoods(const Shop& shop)
{
    const auto priced = shop.priced();
    if (!priced)
        return priced.error().message;
    std::string told;
    for (const FreeGoods& goods : priced->free)
        told += (told.empty() ? "" : ", ") + goods.quantity.toString() + " of " +
                std::to_string(goods.product.bytes[15]) + (goods.counted ? "" : " uncounted") + " " +
                sentence(goods.steps);
    return told;
}

std::string clashesOf(const Shop& shop, const std::vector<Id>& mayBuy = {idOf(100)})
{
    std::string told;
    for (const Clash& clash : clashes(shop.snapshot, shop.request.customer, shop.request.date, mayBuy))
        told += std::to_string(clash.first.bytes[15]) + (clash.exclusive ? " excludes " : " or ") +
                std::to_string(clash.second.bytes[15]) + " " + clash.from + "-" + clash.to + "; ";
    return told;
}

} // namespace

class PromotionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBetterOffer() // worked example 8
    {
        Shop shop;
        shop.entry(1, "100.00"_d);
        shop.promotion(200, "A", Kind::Percent, "5"_d);
        shop.promotion(201, "B", Kind::Percent, "4"_d);
        shop.line("10"_d);
        same(shop.told(), "91.2: EUR-Retail, A -5 %, B -4 %");
        shop.deal(202, "C", "10"_d, "1"_d).exclusive = true;
        same(shop.told(), "100: EUR-Retail, C 10 + 1");
        same(freeGoods(shop), "1 of 100 free with C");
    }

    void severalFollowEachOtherByPriorityAndAreRoundedOnce()
    {
        Shop shop;
        shop.entry(1, "10"_d);
        shop.promotion(200, "A", Kind::Percent, "33.3333"_d).priority = 2;
        shop.promotion(201, "B", Kind::Amount, "1"_d).priority = 1;
        shop.promotion(202, "C", Kind::Percent, "0"_d);
        shop.line("1"_d);
        same(shop.told(), "6: EUR-Retail, B -1.00 EUR, A -33.3333 %"); // 6.000003
        QVERIFY((shop.priced()->lines[0].promotions == std::vector{idOf(201), idOf(200)}));
        shop.snapshot.promotions[1].amount = Money{"11"_d, "EUR"};
        same(shop.told(), "0: EUR-Retail, B -11.00 EUR");
        shop.snapshot.promotions[1].amount = Money{"1"_d, "USD"};
        same(shop.told(), "6.6667: EUR-Retail, A -33.3333 %");
    }

    void aHundredPromotionsAreStillExact()
    {
        // 1,000,000,000 x 0.99^100, by a calculator with enough places: 366,032,341.2732...
        Shop shop;
        shop.entry(1, "1000000000"_d);
        for (int i = 0; i < 100; ++i)
            shop.promotion(400 + i, "P" + std::to_string(i), Kind::Percent, "1"_d);
        shop.line("1"_d);
        same(text(shop.priced()->lines[0].listPrice), "366032341.2732");
        // Exactly between two ten-thousandths, and a hair above.
        Exact between("0.0001"_d);
        between.takePercent("50"_d);
        QVERIFY(between.forRounding().numerator * 2 == between.forRounding().denominator);
        Exact above("0.0002"_d);
        above.takePercent("74.9999"_d);
        QVERIFY(above.forRounding().numerator * 2 > above.forRounding().denominator);
    }

    void roundingAfterAPromotionNeverMakesDearer()
    {
        Shop shop;
        shop.at(1).rounding = {Direction::Up, "1"_d, {}};
        shop.entry(1, "9.30"_d).minPrice = "9.10"_d;
        shop.promotion(200, "Spring", Kind::Percent, "1"_d);
        shop.line("1"_d);
        same(shop.told(), "9.3: EUR-Retail, Spring -1 %, rounded to 1.00");
        shop.at(1).rounding.direction = Direction::Down;
        same(shop.told(), "9.1: EUR-Retail, Spring -1 %, rounded to 1.00, at least 9.10");
    }

    void promotionsAreForWhomAndWhatAndWhenTheySay()
    {
        Shop shop;
        shop.product(100).family = "screws";
        shop.entry(1, "10"_d);
        shop.line("1"_d);
        shop.request.customer.segment = "bakers";
        shop.request.customer.accounts = {idOf(60), idOf(61)};
        shop.request.customer.territories = {idOf(50), idOf(51)};
        Promotion& promotion = shop.promotion(200, "P", Kind::Percent, "10"_d);
        const auto applies = [&] { return shop.priceOf("1"_d) == "9"; };
        QVERIFY(applies());
        promotion.families = {"screws", "nails"};
        promotion.products = {idOf(101)};
        promotion.accounts = {idOf(61)};
        promotion.territories = {idOf(51)};
        promotion.segments = {"bakers"};
        promotion.validFrom = promotion.validTo = "2026-11-28";
        QVERIFY(applies());
        promotion.families = {"nails"};
        QVERIFY(!applies());
        promotion.products = {idOf(100)};
        QVERIFY(applies());
        promotion.segments = {"butchers"};
        QVERIFY(!applies());
        promotion.segments = {};
        promotion.validTo = "2026-11-27";
        QVERIFY(!applies());
        promotion.validTo = {};
        promotion.active = false;
        QVERIFY(!applies());
    }

    void thresholdsLookAtTheLineAndAtAllLinesTogether()
    {
        Shop shop;
        shop.entry(1, "10"_d);
        Promotion& promotion = shop.promotion(200, "P", Kind::Percent, "10"_d);
        promotion.minQuantity = "5"_d;
        promotion.minAmount = Money{"100"_d, "EUR"};
        shop.line("5"_d);
        shop.line("4"_d);
        same(shop.told(0) + "; " + shop.told(1), "10: EUR-Retail; 10: EUR-Retail");
        shop.line("1"_d);
        same(shop.told(0) + "; " + shop.told(1), "9: EUR-Retail, P -10 %; 10: EUR-Retail");
        shop.request.lines[2].handPrice = "10"_d; // has no part in promotions
        same(shop.told(0), "10: EUR-Retail");
        shop.request.lines[2].handPrice = {};
        shop.request.lines[2].role = LineRequest::Role::Optional; // does not count
        same(shop.told(0), "10: EUR-Retail");
        shop.request.lines[2].chosen = true;
        promotion.minAmount->currency = "USD";
        same(shop.told(0), "10: EUR-Retail");
    }

    void buySoManyGetSoMany()
    {
        Shop shop;
        shop.product(101, "reduced");
        shop.entry(1, "10"_d);
        shop.deal(200, "Deal", "10"_d, "1"_d);
        shop.line("9"_d);
        same(freeGoods(shop), "");
        shop.request.lines[0].quantity = "35"_d;
        same(freeGoods(shop), "1 of 100 free with Deal");
        shop.snapshot.promotions[0].repeats = true;
        same(freeGoods(shop), "3 of 100 free with Deal");
        shop.snapshot.promotions[0].freeProduct = idOf(101);
        same(freeGoods(shop), "3 of 101 free with Deal");
        same(shop.priced()->free[0].taxPercent.toString(), "7");
        shop.request.lines[0].role = LineRequest::Role::Optional;
        same(freeGoods(shop), "3 of 101 uncounted free with Deal");
        shop.snapshot.promotions[0].free = "5000000"_d;
        same(freeGoods(shop), "Line 1: more than 10,000,000 would come free.");
        shop.snapshot.promotions[0].freeProduct = idOf(199);
        shop.snapshot.promotions[0].free = "1"_d;
        same(freeGoods(shop), "Line 1: the promotion Deal gives away a product that is not there.");
    }

    void whatAFreeItemIsWorthIsAskedOnlyWhereItIsCompared()
    {
        Shop shop;
        shop.entry(1, "10"_d);
        shop.list(2, "Odd").parent = idOf(2); // nobody can say what its products cost
        shop.product(101);
        shop.formula(1, "50"_d, 2, 101);
        shop.line("10"_d);
        Promotion& gift = shop.promotion(200, "A", Kind::FreeItem);
        gift.freeProduct = idOf(101);
        gift.free = "1"_d;
        same(freeGoods(shop), "1 of 101 free with A");
        gift.exclusive = true;
        same(freeGoods(shop), "The price lists Odd refer to each other in a circle.");
    }

    void aFreeItemComesForTheDocumentAsAWhole()
    {
        Shop shop;
        shop.product(101);
        shop.entry(1, "10"_d);
        shop.entry(1, "4"_d, {}, 101);
        const auto freeItem = [&](std::int64_t number, const char* name, Decimal free) -> Promotion& {
            Promotion& made = shop.promotion(number, name, Kind::FreeItem);
            made.free = free;
            made.freeProduct = idOf(101);
            return made;
        };
        freeItem(200, "Gift", "1"_d).minAmount = Money{"100"_d, "EUR"};
        shop.line("9"_d);
        same(freeGoods(shop), "");
        shop.line("16"_d);
        same(freeGoods(shop), "1 of 101 free with Gift");
        shop.snapshot.promotions[0].repeats = true;
        same(freeGoods(shop), "2 of 101 free with Gift");
        freeItem(201, "Small", "1"_d).exclusive = true;
        freeItem(202, "Large", "2.5"_d).exclusive = true;
        same(freeGoods(shop), "2.5 of 101 free with Large");
        QVERIFY(shop.priced()->free[0].line.isNull() && shop.priced()->free[0].counted);
    }

    void aChosenAlternativeTakesItsLinesPlace()
    {
        Shop shop;
        shop.entry(1, "10"_d);
        shop.deal(200, "Deal", "1"_d, "1"_d);
        shop.line("1"_d);
        LineRequest& other = shop.line("1"_d);
        other.role = LineRequest::Role::Alternative;
        other.alternativeTo = idOf(300);
        same(freeGoods(shop), "1 of 100 free with Deal, 1 of 100 uncounted free with Deal");
        other.chosen = true;
        same(freeGoods(shop), "1 of 100 uncounted free with Deal, 1 of 100 free with Deal");
    }

    void clashesAreNamedWithTheirDays()
    {
        Shop shop;
        shop.product(100).family = "screws";
        shop.promotion(200, "A", Kind::Percent, "5"_d).validTo = "2026-12-31";
        shop.promotion(201, "B", Kind::Percent, "4"_d).priority = 50;
        same(clashesOf(shop), "");
        shop.snapshot.promotions[1].priority = 100;
        shop.snapshot.promotions[1].validFrom = "2026-12-24";
        same(clashesOf(shop), "200 or 201 2026-12-24-2026-12-31; ");
        shop.snapshot.promotions[1].priority = 50;
        shop.snapshot.promotions[0].exclusive = true;
        same(clashesOf(shop), "201 excludes 200 2026-12-24-2026-12-31; ");
        shop.snapshot.promotions[1].families = {"nails"};
        same(clashesOf(shop), "");
        shop.snapshot.promotions[1].families = {"screws"};
        same(clashesOf(shop, {}), "");
        shop.snapshot.promotions[0].validTo = "2026-11-27"; // over
        same(clashesOf(shop), "");
    }
};

QTEST_GUILESS_MAIN(PromotionsTest)
#include "PromotionsTest.moc"
