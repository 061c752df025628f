// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/rules/pricing/Shop.h"

// Steps a to c of PRICING.md: lists, revisions, breaks, formulas, currencies and taxes.

using namespace satchel;
using namespace satchel::pricing;
using namespace satchel::pricing::test;

namespace {

std::string codes(const Shop& shop)
{
    const auto chain = chainOf(shop.snapshot, shop.request);
    if (!chain)
        return chain.error().message;
    std::string found;
    for (const Id& id : *chain)
        found += (found.empty() ? "" : " ") + shop.snapshot.lists.at(id).code;
    return found;
}

} // namespace

class PricingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void breakAndPromotion() // worked example 1
    {
        Shop shop;
        shop.at(1).rounding.step = "0.05"_d;
        shop.revision(1, 11, 7);
        shop.entry(1, "10.00"_d, "1"_d).revision = idOf(11);
        shop.entry(1, "9.00"_d, "20"_d).revision = idOf(11);
        shop.promotion(200, "Spring", Promotion::Kind::Percent, "5"_d);
        shop.line("24"_d);
        same(shop.told(), "8.55: EUR-Retail r7, 20 or more, Spring -5 %, rounded to 0.05");
        const auto priced = shop.priced();
        QVERIFY(priced->lines[0].promotions == std::vector{idOf(200)});
        QVERIFY(priced->revisions == std::vector{idOf(11)} && priced->lines[0].revision == idOf(11));
        const LineTerms terms{.quantity = "24"_d, .price = *priced->lines[0].listPrice};
        same(totalsOf({.currency = "EUR"}, std::vector{terms})->sum.toString(2), "205.20");
    }

    void graduatedBreaks() // worked example 2
    {
        Shop shop;
        shop.at(1).breaks = Breaks::Graduated;
        shop.entry(1, "2.00"_d);
        shop.entry(1, "1.50"_d, "10"_d).minPrice = "1.40"_d;
        shop.entry(1, "1.00"_d, "100"_d);
        shop.line("120"_d);
        same(shop.told(), "1.4583: EUR-Retail, graduated over 3 parts");
        same(shop.priceOf("10"_d), "2");      // the first part alone
        same(shop.priceOf("10.0001"_d), "2"); // U(20.00015 / 10.0001)
        same(shop.priceOf("11"_d), "1.9545"); // 21.50 / 11
        same(shop.priceOf("100"_d), "1.55");  // 155 / 100
        shop.entry(1, "0.10"_d, "1000"_d).minPrice = "1.20"_d;
        same(shop.priceOf("100000"_d), "1.2"); // the minimum of the last part
    }

    void formulaAndEnding() // worked example 3
    {
        Shop shop;
        shop.entry(1, "10.00"_d);
        shop.list(2, "Shops").rounding.endsIn = "0.99"_d;
        shop.formula(2, "110"_d, 1);
        shop.snapshot.companyList = idOf(2);
        shop.line("1"_d);
        same(shop.told(), "10.99: Shops, 110 % of EUR-Retail, rounded to x.99");
        shop.at(2).rounding.direction = Direction::Up;
        same(shop.priceOf("1"_d), "11.99");
        shop.at(2).rounding.direction = Direction::Down;
        same(shop.priceOf("1"_d), "10.99");
        shop.at(2).rounding = {Direction::Up, "0.25"_d, {}};
        shop.at(2).entries[idOf(100)][0].percent = "110.01"_d;
        same(shop.priceOf("1"_d), "11.25");
        shop.at(2).rounding = {Direction::Down, "3"_d, "9.5"_d};
        same(shop.priceOf("1"_d), "9.5"); // 9, and nothing ends so below it
    }

    void anotherCurrency() // worked example 7
    {
        Shop shop;
        shop.list(2, "USD", "USD").converts = true;
        shop.entry(2, "10.00"_d);
        shop.snapshot.companyList = idOf(2);
        shop.snapshot.rates.push_back({idOf(20), "EUR", "USD", "2026-11-01", "1"_d, "1.0850"_d});
        shop.snapshot.rates.push_back({idOf(21), "EUR", "USD", "2026-11-29", "1"_d, "9"_d}); // tomorrow
        shop.line("1"_d);
        same(shop.told(), "9.22: USD, 10.00 USD = 9.22 EUR at the rate of 2026-11-01");
        QVERIFY(shop.priced()->rates == std::vector{idOf(20)});
        // On one day the direction list to document counts; a rate the document names, before all.
        shop.snapshot.rates.push_back({idOf(22), "USD", "EUR", "2026-11-01", "1"_d, "0.9"_d});
        same(shop.priceOf("1"_d), "9");
        shop.request.rates = {idOf(21)};
        same(shop.priceOf("1"_d), "1.11");
        shop.at(2).converts = false;
        same(shop.priceOf("1"_d), "none");
    }

    void taxBasis() // worked example 9
    {
        Shop shop;
        shop.list(2, "Shop", "119"_d).taxInclusive = true;
        shop.snapshot.companyList = idOf(2);
        shop.at(2).entries[idOf(100)][0].minPrice = "59.50"_d;
        shop.line("1"_d);
        same(shop.told(), "100: Shop, without 19 % tax");
        same(text(shop.priced()->lines[0].minimum), "50");
        shop.request.customer.taxation = Taxation::ReverseCharge; // who pays no tax pays the net all the same
        same(shop.told(), "100: Shop, without 19 % tax");
        same(shop.priced()->lines[0].taxPercent.toString(), "0");
        shop.request.taxInclusive = true;
        same(shop.told(), "119: Shop");
        shop.at(2).taxInclusive = false;
        same(shop.told(), "141.61: Shop, with 19 % tax");
    }

    void theChainGoesFromTheNearestToTheCompany()
    {
        Shop shop;
        shop.list(2, "Parent").parent = idOf(1);
        shop.list(3, "Bakers").segment = "bakers";
        shop.at(3).parent = idOf(2);
        shop.list(4, "Artisans").segment = "bakers";
        shop.list(5, "North").territory = idOf(50);
        shop.list(6, "Country").territory = idOf(51);
        shop.list(7, "Gone").territory = idOf(50);
        shop.at(7).active = false;
        for (const auto& [number, code, account, from, to] :
             {std::tuple{8, "Old", 60, "2025-01-01", "2026-11-27"},
              std::tuple{9, "Now", 60, "2025-01-01", "2026-11-28"}, std::tuple{10, "Later", 60, "2026-11-28", ""},
              std::tuple{11, "Group", 61, "", ""}}) {
            shop.list(number, code).account = idOf(account);
            shop.at(number).validFrom = from;
            shop.at(number).validTo = to;
        }
        shop.request.customer.accounts = {idOf(60), idOf(61)};
        shop.request.customer.segment = "bakers";
        shop.request.customer.territories = {idOf(50), idOf(51)};
        same(codes(shop), "Later Now Group Artisans Bakers Parent EUR-Retail North Country");
        shop.request.list = idOf(5);
        same(codes(shop), "Later Now Group North");
        shop.request.list = idOf(7);
        same(codes(shop), "Later Now Group");
    }

    void theFirstListThatHasAPriceGivesIt()
    {
        Shop shop;
        shop.entry(1, "10"_d);
        shop.list(2, "Bakers").segment = "bakers";
        shop.request.customer.segment = "bakers";
        shop.entry(2, "8"_d, "10"_d);
        shop.line("10"_d);
        shop.line("9"_d);
        same(shop.told(0), "8: Bakers, 10 or more");
        same(shop.told(1), "10: EUR-Retail");
    }

    void aRevisionCountsFromItsDayAndAPinHoldsIt()
    {
        Shop shop;
        shop.entry(1, "10"_d);
        shop.revision(1, 11, 1, "2026-01-01");
        shop.revision(1, 12, 2, "2026-11-28", 11);
        shop.revision(1, 13, 3, "2026-11-29", 12);
        shop.at(1).revisions.push_back({idOf(14), 4, false, "2026-01-01", idOf(13)}); // withdrawn
        shop.entry(1, "11"_d).revision = idOf(11);
        shop.entry(1, "12"_d).revision = idOf(12);
        shop.entry(1, "13"_d).revision = idOf(13);
        shop.entry(1, "14"_d).revision = idOf(14);
        same(shop.priceOf("1"_d), "12");
        shop.request.date = "2026-11-27";
        same(shop.priceOf("1"_d), "11");
        QVERIFY(revisionOn(shop.at(1), "2026-11-29") == idOf(13));
        shop.request.date = "2025-12-31";
        same(shop.priceOf("1"_d), "10");
        shop.request.pins = {idOf(13)};
        same(shop.priceOf("1"_d), "13");
    }

    void aRollbackIsARevisionThatFollowsAnOlderOne()
    {
        Shop shop;
        shop.product(101);
        shop.revision(1, 11, 1);
        shop.revision(1, 12, 2, {}, 11);
        shop.entry(1, "10"_d).revision = idOf(11);
        shop.entry(1, "9"_d, "10"_d).revision = idOf(11);
        shop.entry(1, "20"_d).revision = idOf(12);
        shop.entry(1, "5"_d, {}, 101).revision = idOf(11);
        shop.line("10"_d);
        shop.line("10"_d, 101);
        same(shop.told(0), "20: EUR-Retail r2"); // says everything about the product: no break any more
        same(shop.told(1), "5: EUR-Retail r2");  // says nothing about it: what it follows does
        shop.revision(1, 13, 3, {}, 11);
        same(shop.told(0), "9: EUR-Retail r3, 10 or more");
    }

    void aRemovedProductHasNoPriceInTheListButInItsParent()
    {
        Shop shop;
        shop.entry(1, "10"_d);
        shop.list(2, "Child", "8"_d).parent = idOf(1);
        shop.revision(2, 12, 1);
        Entry& removed = shop.entry(2, {});
        removed.revision = idOf(12);
        removed.kind = Entry::Kind::Removed;
        shop.snapshot.companyList = idOf(2);
        shop.line("1"_d);
        same(shop.told(), "10: EUR-Retail");
        shop.at(2).parent = {};
        same(shop.told(), "none: ");
    }

    void entriesAreValidOnBothTheirEndsAndTheLatestCounts()
    {
        Shop shop;
        shop.entry(1, "10"_d);
        Entry& november = shop.entry(1, "9"_d);
        november.validFrom = "2026-11-01";
        november.validTo = "2026-11-28";
        same(shop.priceOf("1"_d), "9");
        shop.request.date = "2026-11-29";
        same(shop.priceOf("1"_d), "10");
        shop.request.date = "2026-11-01";
        same(shop.priceOf("1"_d), "9");
    }

    void anAgreementsPercentageIsForWhatItDoesNotName()
    {
        Shop shop;
        shop.product(101);
        shop.entry(1, "10"_d);
        shop.entry(1, "5.05"_d, {}, 101);
        List& agreement = shop.list(2, "K-1", "7"_d);
        agreement.name = "Frame 2026";
        agreement.account = idOf(60);
        agreement.baseList = idOf(1);
        agreement.percent = "90"_d;
        shop.request.customer.accounts = {idOf(60)};
        shop.line("1"_d);
        shop.line("1"_d, 101);
        same(shop.told(0), "7: Frame 2026");
        same(shop.told(1), "4.55: Frame 2026, 90 % of EUR-Retail, rounded to 0.01");
    }

    void theMinimumIsTheLeastAListAllows()
    {
        Shop shop;
        shop.entry(1, "10"_d);
        shop.list(2, "Half");
        shop.formula(2, "50"_d, 1).minPrice = "6.50"_d;
        shop.snapshot.companyList = idOf(2);
        shop.snapshot.products[idOf(100)].units["box"] = "12"_d;
        shop.line("1"_d).unit = "box";
        same(shop.told(), "78: Half, 50 % of EUR-Retail, at least 6.50");
        same(text(shop.priced()->lines[0].minimum), "78");
    }

    void pricesOfListsAreForOneOfTheProductsOwnUnit()
    {
        Shop shop;
        shop.entry(1, "0.0125"_d);
        shop.entry(1, "0.01"_d, "24"_d);
        shop.snapshot.products[idOf(100)].units["box"] = "12"_d;
        shop.line("1"_d).unit = "box";
        shop.line("2"_d).unit = "box";
        shop.line("1"_d).unit = "piece";
        shop.line("1"_d).unit = "pallet";
        shop.request.lines.pop_back();
        same(shop.told(0), "0.15: EUR-Retail");
        same(shop.told(1), "0.12: EUR-Retail, 24 or more");
        same(shop.told(2), "0.0125: EUR-Retail");
        shop.line("1"_d).unit = "pallet";
        same(shop.told(), "Line 4: the product has no unit \"pallet\".");
    }

    void circlesAreNamed()
    {
        Shop shop;
        shop.line("1"_d);
        shop.entry(1, "1"_d);
        shop.list(2, "Second").parent = idOf(1);
        shop.at(1).parent = idOf(2);
        same(shop.told(), "The price lists EUR-Retail, Second refer to each other in a circle.");
        shop.at(1).parent = {};
        shop.at(1).entries.clear();
        shop.formula(1, "90"_d, 2);
        shop.at(2).parent = {};
        shop.formula(2, "110"_d, 1);
        same(shop.told(), "Line 1: the price lists EUR-Retail, Second refer to each other in a circle.");
        shop.at(2).entries.clear();
        shop.entry(2, "10"_d);
        same(shop.told(), "9: EUR-Retail, 90 % of Second");
        shop.at(2).parent = idOf(3);
        shop.list(3, "Third").parent = idOf(3);
        same(shop.told(), "Line 1: the price lists Third refer to each other in a circle.");
    }

    void handPricesStandBesideTheListsPrice()
    {
        Shop shop;
        shop.product(101);
        shop.entry(1, "10"_d);
        shop.promotion(200, "Spring", Promotion::Kind::Percent, "5"_d);
        shop.line("1"_d).handPrice = "410.00"_d;
        shop.line("1"_d, 101).handPrice = "1"_d;
        same(shop.told(0), "10: EUR-Retail, set by hand instead of 10.00");
        same(shop.told(1), "none: set by hand");
        QVERIFY(shop.priced()->lines[0].promotions.empty());
    }

    void anIncludedPartCostsNothing()
    {
        Shop shop;
        shop.entry(1, "10"_d);
        shop.line("1"_d).includedPart = true;
        same(shop.told(), "0: included in a bundle");
        QVERIFY(shop.priced()->lines[0].list.isNull());
    }

    void taxRatesOfARegionComeFirst()
    {
        Shop shop;
        shop.entry(1, "10"_d);
        shop.snapshot.taxRates = {{idOf(1), "US", "", "standard", "0"_d},
                                  {idOf(2), "US", "CA", "", "7.25"_d},
                                  {idOf(3), "US", "CA", "standard", "7.5"_d, "2027-01-01"},
                                  {idOf(4), "US", "NY", "standard", "8.875"_d}};
        const auto percent = [&](const std::string& region, const std::string& date) {
            const Customer customer{.country = "US", .region = region};
            return taxPercentOf(shop.snapshot, customer, shop.product(100), date).toString();
        };
        same(percent("CA", "2026-11-28"), "7.25");
        same(percent("CA", "2027-01-01"), "7.5");
        same(percent("NY", "2026-11-28"), "8.875");
        same(percent("TX", "2026-11-28"), "0");
    }

    void absurdInputIsRefusedWithTheLineAndTheReason()
    {
        Shop shop;
        shop.entry(1, "10"_d);
        shop.snapshot.products[idOf(100)].units["pallet"] = "1000"_d;
        shop.line("1"_d);
        shop.line("1"_d);
        LineRequest& line = shop.request.lines[1];
        const std::string quantity = "Line 2: the quantity must be more than 0 and at most 10,000,000.";
        for (const Decimal absurd : {"0"_d, "-3"_d, "10000000.0001"_d, Decimal{INT64_MAX}, Decimal{INT64_MIN}}) {
            line.quantity = absurd;
            same(shop.told(), quantity);
        }
        line.quantity = "10001"_d;
        line.unit = "pallet";
        same(shop.told(), "Line 2: the quantity in the product's own unit must be at most 10,000,000.");
        line.quantity = "1"_d;
        line.handPrice = "-0.01"_d;
        same(shop.told(), "Line 2: the price must be at least 0 and at most 1,000,000,000.");
        line.handPrice = {};
        line.product = idOf(999);
        same(shop.told(), "Line 2: there is no such product.");
        line.product = idOf(100);
        shop.at(1).entries[idOf(100)][0].price = "1000000000.01"_d;
        same(shop.told(), "Line 1: a price on the way is less than 0 or more than 1,000,000,000.");
        shop.at(1).entries[idOf(100)][0].price = "1000000000"_d;
        same(shop.told(), "Line 2: the price of its unit is more than 1,000,000,000.");
        shop.request.date = "2026-02-30";
        same(shop.told(), "The date must be a date such as 2026-11-22.");
        shop.request.currency = "Euro";
        same(shop.told(), "The currency must be three capital letters such as EUR.");
    }
};

QTEST_GUILESS_MAIN(PricingTest)
#include "PricingTest.moc"
