// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sales/Shop.h"

#include "core/base/TimeZone.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;
using sales::LineRole;

/// Writing a quote, far from any server.
class QuotesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQuoteBeginsWithWhatAccountListAndCompanySay()
    {
        Shop shop;
        // Half an hour before midnight in London it is tomorrow at the list's home.
        shop.profile.set("price_list", shop.list, {{"time_zone", "Europe/Berlin"}});
        shop.profile.clock.setNow(*parseInstant("2026-11-22T23:30:00Z"));
        const Id quote = shop.begin();
        const Record head = shop.records(quote).quote;
        QCOMPARE(head.value("date"), Value("2026-11-23"));
        QCOMPARE(head.value("valid_until"), Value("2026-12-23"));
        QCOMPARE(head.value("currency"), Value("EUR"));
        QCOMPARE(head.value("status"), Value("draft"));
        QCOMPARE(head.value("number"), Value());
        QVERIFY(!shop.quotes().create({}).ok()); // for nobody
        QVERIFY(!shop.quotes().create({.account = shop.acme, .currency = "euro"}).ok());
        QVERIFY(!shop.quotes().create({.account = shop.acme, .date = "2026-12-01", .validUntil = "2026-11-30"}).ok());
    }

    void linesArePricedByTheirLists()
    {
        Shop shop;
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "24");
        shop.line(quote, shop.hose, "158");
        QCOMPARE(shop.text(quote), "1 24 Pump 9.00 | 2 158 Hose 2.00");
        QCOMPARE(shop.net(quote), "532.00");
        QCOMPARE(shop.document(quote).gross.toString(2), "633.08");
        shop.setQuantity(pumps, "19");
        QCOMPARE(shop.text(quote), "1 19 Pump 10.00 | 2 158 Hose 2.00");
        QVERIFY(shop.isSettled(quote));
        // One action in history for each of these.
        QCOMPARE(idsOf(shop.records(quote).quote, "pins"), std::vector<Id>{shop.first});
    }

    void aPriceSetByHandStays()
    {
        Shop shop;
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "5");
        must(shop.quotes().changeLine(pumps, {.price = std::optional(Shop::dec("8.50"))}));
        shop.setQuantity(pumps, "30");
        QCOMPARE(shop.text(quote), "1 30 Pump 8.50");
        QCOMPARE(shop.document(quote).lines[0].listPrice->toString(2), "9.00");
        must(shop.quotes().changeLine(pumps, {.price = std::optional<Decimal>()}));
        QCOMPARE(shop.text(quote), "1 30 Pump 9.00");
    }

    void newListsDoNotReachAQuoteByThemselves()
    {
        Shop shop;
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "1");
        shop.publish(2, "2026-11-01", {{shop.pump, "12.00 EUR"}, {shop.hose, "3.00 EUR"}});
        shop.setQuantity(pumps, "2");
        shop.line(quote, shop.hose, "1");
        QCOMPARE(shop.text(quote), "1 2 Pump 10.00 | 2 1 Hose 2.00");
        const auto preview = must(sales::previewRepricing(*shop.profile.replica, quote));
        QCOMPARE(preview.lines.size(), 2U);
        QCOMPARE(preview.lines[0].before->toString(2), "10.00");
        QCOMPARE(preview.lines[0].after->toString(2), "12.00");
        QVERIFY(preview.lines[0].whyBefore != preview.lines[0].whyAfter);
        QCOMPARE(shop.text(quote), "1 2 Pump 10.00 | 2 1 Hose 2.00"); // only looked at
        must(sales::reprice(*shop.profile.replica, quote));
        QCOMPARE(shop.text(quote), "1 2 Pump 12.00 | 2 1 Hose 3.00");
        QCOMPARE(idsOf(shop.records(quote).quote, "pins"), std::vector<Id>{shop.newest});
        QCOMPARE(must(sales::reprice(*shop.profile.replica, quote)).receipt.number, 0); // twice is once
    }

    void repricingKeepsAndNamesWhatWasSetByHand()
    {
        Shop shop;
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "1");
        must(shop.quotes().changeLine(pumps, {.price = std::optional(Shop::dec("7"))}));
        shop.publish(2, "2026-11-01", {{shop.pump, "12.00 EUR"}});
        const auto preview = must(sales::previewRepricing(*shop.profile.replica, quote));
        QCOMPARE(preview.lines.size(), 1U);
        QVERIFY(preview.lines[0].byHand);
        must(sales::reprice(*shop.profile.replica, quote));
        QCOMPARE(shop.text(quote), "1 1 Pump 7.00");
        QCOMPARE(shop.document(quote).lines[0].listPrice->toString(2), "12.00");
    }

    void aThresholdThatAnEditCrossesTakesOtherLinesAlong()
    {
        Shop shop;
        shop.promote("SPRING", "percent", {{"percent", Shop::of("10")}, {"min_amount", "100.00 EUR"}});
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "5");
        QCOMPARE(shop.text(quote), "1 5 Pump 10.00");
        const auto edited = must(shop.quotes().addLines(quote, {{.product = shop.service}}));
        QCOMPARE(edited.repriced, std::vector<Id>{pumps});
        QCOMPARE(shop.text(quote), "1 5 Pump 9.00 | 2 1 Service 45.00");
        must(shop.quotes().removeLines(quote, edited.added));
        QCOMPARE(shop.text(quote), "1 5 Pump 10.00");
        QVERIFY(shop.isSettled(quote));
    }

    void whatHasBecomeDifferentMeanwhileWaitsForRepricing()
    {
        Shop shop;
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "5");
        const Id hoses = shop.line(quote, shop.hose, "1");
        shop.promote("NEW", "percent", {{"percent", Shop::of("50")}, {"min_amount", "20.00 EUR"}});
        shop.setQuantity(hoses, "2"); // only this line meets the promotion
        QCOMPARE(shop.text(quote), "1 5 Pump 10.00 | 2 2 Hose 1.00");
        QVERIFY(!shop.isSettled(quote));
        must(sales::reprice(*shop.profile.replica, quote));
        QCOMPARE(shop.text(quote), "1 5 Pump 5.00 | 2 2 Hose 1.00");
        static_cast<void>(pumps);
    }

    void freeGoodsComeChangeAndGoWithWhatEarnsThem()
    {
        Shop shop;
        shop.promote("TEN", "buy_get",
                     {{"products", R"([")" + shop.pump.toString() + R"("])"},
                      {"buy", Shop::of("10")},
                      {"free", Shop::of("1")},
                      {"repeats", std::int64_t{1}}});
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "10");
        shop.line(quote, shop.hose, "1");
        QCOMPARE(shop.text(quote), "1 10 Pump 10.00 | 2 1 Pump 0.00 free | 3 1 Hose 2.00");
        shop.setQuantity(pumps, "35");
        QCOMPARE(shop.text(quote), "1 35 Pump 9.00 | 2 3 Pump 0.00 free | 3 1 Hose 2.00");
        shop.setQuantity(pumps, "9");
        QCOMPARE(shop.text(quote), "1 9 Pump 10.00 | 2 1 Hose 2.00");
        shop.setQuantity(pumps, "20"); // the same row comes back
        QCOMPARE(shop.text(quote), "1 20 Pump 9.00 | 2 2 Pump 0.00 free | 3 1 Hose 2.00");
        QVERIFY(shop.isSettled(quote));
        const Id free = shop.document(quote).lines[1].id;
        QVERIFY(!shop.quotes().changeLine(free, {.quantity = Shop::dec("5")}).ok());
        must(shop.quotes().removeLines(quote, {free})); // he does not want them
        must(shop.quotes().discountLines(quote, {pumps}, Shop::dec("5"), {}));
        QCOMPARE(shop.text(quote), "1 20 Pump 8.55 | 2 1 Hose 2.00");
        must(shop.quotes().removeLines(quote, {pumps}));
        QCOMPARE(shop.text(quote), "1 1 Hose 2.00");
    }

    void optionsAndAlternativesStandOutsideTheTotal()
    {
        Shop shop;
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "1");
        const Id hoses = shop.line(quote, shop.hose, "1");
        const Id extra = shop.line(quote, shop.service, "1");
        must(shop.quotes().changeLine(extra, {.role = LineRole::Optional}));
        must(shop.quotes().changeLine(hoses, {.role = LineRole::Alternative, .alternativeTo = pumps}));
        QCOMPARE(shop.net(quote), "10.00");
        must(shop.quotes().changeLine(hoses, {.chosen = true}));
        QCOMPARE(shop.net(quote), "2.00");
        must(shop.quotes().changeLine(extra, {.chosen = true}));
        QCOMPARE(shop.net(quote), "52.00");
        QCOMPARE(shop.refusal(shop.quotes().changeLine(pumps, {.chosen = true})),
                 "Line 1 is not optional; it is in the quote already.");
        QVERIFY(!shop.quotes().changeLine(pumps, {.role = LineRole::Alternative, .alternativeTo = pumps}).ok());
        // An alternative to what is gone is an option.
        must(shop.quotes().removeLines(quote, {pumps}));
        QCOMPARE(shop.text(quote), "1 1 Hose 2.00 taken | 2 1 Service 50.00 taken");
    }

    void freeGoodsOfAnOptionAreOnlyOfferedToo()
    {
        Shop shop;
        shop.promote(
            "TEN", "buy_get",
            {{"products", R"([")" + shop.pump.toString() + R"("])"}, {"buy", Shop::of("10")}, {"free", Shop::of("1")}});
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "10");
        must(shop.quotes().changeLine(pumps, {.role = LineRole::Optional}));
        QCOMPARE(shop.text(quote), "1 10 Pump 10.00 offered | 2 1 Pump 0.00 free offered");
        must(shop.quotes().changeLine(pumps, {.chosen = true}));
        QCOMPARE(shop.text(quote), "1 10 Pump 10.00 taken | 2 1 Pump 0.00 free taken");
        QVERIFY(shop.isSettled(quote));
    }

    void groupsHaveSubtotalsAndLinesMoveBetweenThem()
    {
        Shop shop;
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "1");
        const Id hoses = shop.line(quote, shop.hose, "1");
        const Id hall = must(shop.quotes().addGroup(quote, "Hall")).added.front();
        const Id yard = must(shop.quotes().addGroup(quote, "Yard")).added.front();
        const Id office = must(shop.quotes().addGroup(quote, "Office", hall)).added.front();
        must(shop.quotes().moveLines(quote, {hoses, pumps}, {.group = yard}));
        must(shop.quotes().addLines(quote, {{.description = "All prices are good."}}));
        QCOMPARE(shop.text(quote), "T1 All prices are good. | 3.1 1 Hose 2.00 | 3.2 1 Pump 10.00");
        must(shop.quotes().moveLines(quote, {pumps}, {.group = yard, .first = true}));
        QCOMPARE(shop.text(quote), "T1 All prices are good. | 3.1 1 Pump 10.00 | 3.2 1 Hose 2.00");
        auto groups = shop.document(quote).groups;
        QCOMPARE(groups.size(), 3U);
        QCOMPARE(groups[1].title, "Office");
        QCOMPARE(groups[2].subtotal.toString(2), "12.00");
        must(shop.quotes().moveGroup(yard, {}));
        must(shop.quotes().moveGroup(hall, office));
        must(shop.quotes().renameGroup(office, "Bureau"));
        groups = shop.document(quote).groups;
        QCOMPARE(groups[0].id, yard);
        QCOMPARE(groups[1].title, "Bureau");
        QCOMPARE(groups[2].id, hall);
        must(shop.quotes().removeGroup(yard, false));
        QCOMPARE(shop.document(quote).lines.size(), 3U);
        must(shop.quotes().moveLines(quote, {pumps}, {.group = hall}));
        must(shop.quotes().removeGroup(hall, true));
        QCOMPARE(shop.text(quote), "T1 All prices are good. | 1 1 Hose 2.00");
    }

    void linesArePutBehindAnotherOneAfterTheOther()
    {
        Shop shop;
        const Id quote = shop.begin();
        const Id last = shop.line(quote, shop.pump, "1");
        Id anchor = shop.line(quote, shop.hose, "1");
        must(shop.quotes().moveLines(quote, {last}, {}));
        for (int i = 0; i < 30; ++i)
            must(shop.quotes().addLines(quote, {{.description = std::to_string(i)}}, {.after = anchor}));
        const auto lines = shop.document(quote).lines;
        QCOMPARE(lines.size(), 32U);
        QCOMPARE(lines[0].id, anchor);
        for (std::size_t i = 1; i <= 30; ++i)
            QCOMPARE(lines[i].description, std::to_string(30 - i));
        QCOMPARE(lines[31].id, last);
    }

    void discountsOfLinesSelectionsAndTheDocument()
    {
        Shop shop;
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "3");
        const Id hoses = shop.line(quote, shop.hose, "1");
        const Id note = must(shop.quotes().addLines(quote, {{.description = "Note"}})).added.front();
        must(shop.quotes().discountLines(quote, {pumps, hoses, note}, Shop::dec("10"), {}));
        QCOMPARE(shop.net(quote), "28.80");
        must(shop.quotes().changeLine(hoses, {.discountAmount = Shop::dec("0.30")}));
        QCOMPARE(shop.net(quote), "28.50");
        must(shop.quotes().discountDocument(quote, Shop::dec("1"), Shop::dec("0.10")));
        QCOMPARE(shop.net(quote), "28.11"); // 0.285 is 0.29, and 0.10
        QVERIFY(!shop.quotes().discountDocument(quote, {}, Shop::dec("1000")).ok());
        QVERIFY(!shop.quotes().discountLines(quote, {hoses}, {}, Shop::dec("2.01")).ok());
        QVERIFY(!shop.quotes().discountLines(quote, {hoses}, Shop::dec("101"), {}).ok());
        QCOMPARE(shop.net(quote), "28.11");
    }

    void badQuantitiesUnitsAndProductsAreRefused()
    {
        Shop shop;
        const Id quote = shop.begin();
        shop.add("product_unit", {{"product", shop.pump}, {"name", "box"}, {"factor", Shop::of("20")}});
        const Id boxes = must(shop.quotes().addLines(quote, {{.product = shop.pump, .unit = "box"}})).added.front();
        QCOMPARE(shop.text(quote), "1 1 Pump 180.00"); // twenty at 9.00
        for (const char* quantity : {"0", "-1", "10000000.0001", "99999999999999"})
            QVERIFY(!shop.quotes().changeLine(boxes, {.quantity = Shop::dec(quantity)}).ok());
        QVERIFY(!shop.quotes().changeLine(boxes, {.unit = "pallet"}).ok());
        QVERIFY(!shop.quotes().changeLine(boxes, {.price = std::optional(Shop::dec("-1"))}).ok());
        QVERIFY(!shop.quotes().addLines(quote, {{.product = shop.profile.clock.newId()}}).ok());
        QVERIFY(!shop.quotes().addLines(quote, {{}}).ok());
        must(shop.quotes().changeLine(boxes, {.quantity = Shop::dec("40"), .unit = "pc"}));
        QCOMPARE(shop.text(quote), "1 40 Pump 9.00");
        shop.profile.set("product", shop.hose, {{"active", std::int64_t{0}}});
        QCOMPARE(shop.refusal(shop.quotes().addLines(quote, {{.product = shop.hose}})),
                 "Hose (H-1) is no longer sold.");
    }

    void whatAnAccountMayNotBuyIsRefused()
    {
        Shop shop;
        shop.add("entitlement", {{"account", shop.acme}, {"family", "pumps"}, {"kind", "allow"}});
        const Id quote = shop.begin();
        shop.line(quote, shop.pump, "1");
        QCOMPARE(shop.refusal(shop.quotes().addLines(quote, {{.product = shop.hose}})),
                 "Acme may not buy Hose (H-1): its entitlements name other products only.");
    }

    void theCustomersPartNumbersFindAndNameProducts()
    {
        Shop shop;
        shop.add("customer_part", {{"account", shop.acme}, {"product", shop.pump}, {"part_number", "4711"}});
        const Id quote = shop.begin();
        must(shop.quotes().paste(quote, "4711\t2\nH-1\t3\nService\t1"));
        QCOMPARE(shop.text(quote), "1 2 Pump 10.00 | 2 3 Hose 2.00 | 3 1 Service 50.00");
        QCOMPARE(shop.document(quote).lines[0].partNumber, "4711");
    }

    void aHandedOverOrWaitingQuoteIsNotWritten()
    {
        Shop shop;
        const Id quote = shop.begin();
        shop.line(quote, shop.pump, "1");
        must(shop.profile.replica->commit(
            {Profile::edit(OperationKind::Update, "quote", quote, {{"status", "in_approval"}}),
             Profile::edit(OperationKind::Create, "approval", {},
                           {{"quote", quote},
                            {"reason", "too much"},
                            {"seal", quotes::sealOf(shop.document(quote))},
                            {"asked", must(shop.profile.replica->identity())->user}})}));
        QCOMPARE(shop.refusal(shop.quotes().addLines(quote, {{.product = shop.hose}})),
                 "The quote \"Pumps\" waits for approval; withdraw the request before you change the quote.");
    }

private:
    static std::vector<Id> idsOf(const Record& record, const char* field)
    {
        std::vector<Id> ids;
        const std::string& text = record.value(field).text();
        for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 38))
            ids.push_back(*Id::parse(text.substr(at + 1, 36)));
        return ids;
    }
};

QTEST_GUILESS_MAIN(QuotesTest)
#include "QuotesTest.moc"
