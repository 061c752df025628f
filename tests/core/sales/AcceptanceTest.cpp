// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/Ids.h"
#include "core/sales/Orders.h"
#include "tests/core/sales/DealStory.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;
using sales::Deals;

/// The customer's word, and the order that comes of it.
class AcceptanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheCustomerChoseIsOrdered()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        ana.line().offline = true;
        const auto written = story.handedOver(ana,
                                              {{.quantity = "3", .list = "33.33 EUR", .description = "First"},
                                               {.list = "10.00 EUR", .role = "optional", .description = "Second"},
                                               {.list = "20.00 EUR", .role = "optional", .description = "Third"}},
                                              {{"discount_percent", Decimal::parse("5")->units}, {"terms", "30 days"}});
        must(pricing::checkArithmetic(story.paper(ana, written.quote)));
        const std::int64_t before = story.changes(ana);
        const Id order = must(Deals(ana.replica())
                                  .accept(written.quote, {.name = "Ana Ruiz",
                                                          .signature = "M 10 10 L 200.5 30",
                                                          .chosen = std::vector<Id>{written.lines[2]},
                                                          .reference = "PO 7"}));
        QCOMPARE(story.changes(ana), before + 1);
        QCOMPARE(order, quotes::orderIdOf(written.quote));
        for (const auto& [field, value] :
             std::vector<std::pair<std::string, std::string>>{{"status", "accepted"},
                                                              {"accepted_by", "Ana Ruiz"},
                                                              {"signature", "M 10 10 L 200.5 30"},
                                                              {"reference", "PO 7"},
                                                              {"closed_on", "2026-11-22"}})
            QCOMPARE(ana.value("quote", written.quote, field), value);
        QCOMPARE(ana.value("quote_line", written.lines[1], "chosen"), "");
        QCOMPARE(ana.value("quote_line", written.lines[2], "chosen"), "true");

        // 99.99 + 20.00 = 119.99; 5 % are 6.00, of which 5.00 and 1.00; 19 % of 113.99 are 21.66
        const auto sheet = must(sales::orderSheet(ana.replica(), order));
        QCOMPARE(ana.value("order", order, "number"), "O-000101");
        QCOMPARE(ana.value("order", order, "net"), "113.99 EUR");
        QCOMPARE(ana.value("order", order, "tax"), "21.66 EUR");
        QCOMPARE(ana.value("order", order, "gross"), "135.65 EUR");
        QCOMPARE(ana.value("order", order, "ordered_on"), "2026-11-22");
        QCOMPARE(ana.value("order", order, "status"), "new");
        QCOMPARE(ana.value("order", order, "terms"), "30 days");
        QCOMPARE(ana.value("order", order, "reference"), "PO 7");
        QCOMPARE(sheet.accountName, "Acme");
        QCOMPARE(sheet.lines.size(), 2U);
        QCOMPARE(sheet.lines[0].description, "First");
        QCOMPARE(sheet.lines[0].line, quotes::orderLineIdOf(order, written.lines[0]));
        QCOMPARE(sheet.lines[0].unitPrice.toString(2), "33.33");
        QCOMPARE(sheet.lines[0].net.toString(2), "94.99");
        QCOMPARE(sheet.lines[1].description, "Third");
        QCOMPARE(sheet.lines[1].net.toString(2), "19.00");

        ana.line().offline = false;
        ana.sync();
        Laptop& dora = story.company.laptop("dora");
        QCOMPARE(dora.value("order", order, "gross"), "135.65 EUR");
        QCOMPARE(dora.count("order_line"), 2);
        QVERIFY(ana.agreesWithServer());
        QVERIFY(dora.agreesWithServer());
    }

    void anAlternativeTakesThePlaceOfItsLine()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        auto written = story.write(ana, {{.list = "100.00 EUR"}});
        const Id alternative = story.company.clock().newId();
        must(ana.replica().commit({story.lineEdit(written.quote, alternative, 2,
                                                  {.list = "80.00 EUR",
                                                   .role = "alternative",
                                                   .alternativeTo = written.lines[0],
                                                   .description = "Cheaper"})}));
        must(Deals(ana.replica()).handOver(written.quote));
        const Id order = must(
            Deals(ana.replica()).accept(written.quote, {.name = "Ana Ruiz", .chosen = std::vector<Id>{alternative}}));
        const auto sheet = must(sales::orderSheet(ana.replica(), order));
        QCOMPARE(sheet.lines.size(), 1U);
        QCOMPARE(sheet.lines[0].description, "Cheaper");
        QCOMPARE(ana.value("order", order, "net"), "80.00 EUR");
        must(pricing::checkArithmetic(story.document(ana, written.quote)));
        ana.sync();
        QVERIFY(ana.agreesWithServer());
    }

    void whatBelongsToALineIsOrderedWithIt()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        auto written = story.write(ana, {{}, {.role = "optional", .description = "Machine"}});
        const Id part = story.company.clock().newId();
        Edit edit =
            story.lineEdit(written.quote, part, 3, {.list = "0.00 EUR", .role = "optional", .description = "Part"});
        edit.values.emplace_back(*edit.entity->indexOf("part_of"), written.lines[1]);
        must(ana.replica().commit({edit}));
        must(Deals(ana.replica()).handOver(written.quote));
        const Id order = must(
            Deals(ana.replica()).accept(written.quote, {.name = "A", .chosen = std::vector<Id>{written.lines[1]}}));
        QCOMPARE(ana.value("quote_line", part, "chosen"), "true");
        QCOMPARE(must(sales::orderSheet(ana.replica(), order)).lines.size(), 3U);
    }

    void anAlternativeToABundleIsNoWayToOrderItsParts()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        auto written = story.write(ana, {{.description = "Machine"}});
        const Id part = story.company.clock().newId();
        Edit edit = story.lineEdit(written.quote, part, 3, {.list = "0.00 EUR", .description = "Part"});
        edit.values.emplace_back(*edit.entity->indexOf("part_of"), written.lines[0]);
        const Id other = story.company.clock().newId();
        must(ana.replica().commit({edit, story.lineEdit(written.quote, other, 4,
                                                        {.role = "alternative", .alternativeTo = written.lines[0]})}));
        must(Deals(ana.replica()).handOver(written.quote));
        QVERIFY(refusal(Deals(ana.replica()).accept(written.quote, {.name = "A", .chosen = std::vector<Id>{other}}))
                    .starts_with("The alternative takes the place of a line with parts"));
        must(Deals(ana.replica()).accept(written.quote, {.name = "A", .chosen = std::vector<Id>{}}));
    }

    void acceptedOnTwoLaptopsItIsOneOrder()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        Laptop& ben = story.company.laptop("ben");
        const auto written = story.handedOver(ana, {{}, {}});
        ana.sync();
        ben.sync();
        ana.line().offline = ben.line().offline = true;
        const Id first = must(Deals(ana.replica()).accept(written.quote, {.name = "Ana Ruiz"}));
        story.company.clock().advance(HandEnvironment::minute);
        const Id second = must(Deals(ben.replica()).accept(written.quote, {.name = "Bo Lee"}));
        QCOMPARE(first, second);
        ana.line().offline = ben.line().offline = false;
        ana.sync();
        ben.sync();
        ana.sync();
        for (Laptop* laptop : {&ana, &ben}) {
            QCOMPARE(laptop->count("order"), 1);
            QCOMPARE(laptop->count("order_line"), 2);
            QCOMPARE(laptop->value("order", first, "gross"), "238.00 EUR");
            QVERIFY(laptop->agreesWithServer());
        }
        QCOMPARE(ana.value("order", first, "number"), ben.value("order", first, "number"));
        QCOMPARE(ana.value("quote", written.quote, "accepted_by"), ben.value("quote", written.quote, "accepted_by"));
    }

    void afterItsLastDayAQuoteIsAcceptedOnlyIfTheWordCameInTime()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        const auto late = story.handedOver(ana, {{}}, {{"valid_until", "2026-11-22"}});
        const auto inTime = story.handedOver(ana, {{}}, {{"valid_until", "2026-11-22"}});
        const Milliseconds thatDay = story.company.clock().now();
        Deals deals(ana.replica());
        QCOMPARE(refusal(deals.expire(late.quote)),
                 "The quote is valid until 2026-11-22; it can be closed after that day.");
        story.company.clock().advance(HandEnvironment::day); // it expired yesterday
        QCOMPARE(refusal(deals.accept(late.quote, {.name = "Ana Ruiz"})),
                 "The quote was valid until 2026-11-22 and cannot be accepted on 2026-11-23; make the next revision.");
        must(deals.expire(late.quote));
        QCOMPARE(ana.value("quote", late.quote, "status"), "expired");
        QCOMPARE(ana.value("quote", late.quote, "closed_on"), "2026-11-23");
        const Id order = must(deals.accept(inTime.quote, {.name = "Ana Ruiz", .at = thatDay}));
        QCOMPARE(ana.value("order", order, "ordered_on"), "2026-11-22");
        const Id next = must(deals.revise(late.quote));
        QCOMPARE(ana.value("quote", next, "valid_until"), "2026-11-23"); // as long again: it was for the day itself
    }

    void theDayIsThatOfTheCompany()
    {
        DealStory story;
        story.admin.add("company", {{"name", "Pumps Ltd"}, {"time_zone", "Pacific/Auckland"}});
        story.admin.sync();
        Laptop& ana = story.company.laptop("ana");
        const auto written = story.handedOver(ana, {{}}, {{"valid_until", "2026-11-22"}});
        story.company.clock().advance(2 * HandEnvironment::hour); // 11:30 UTC, and 00:30 of the next day there
        QVERIFY(!Deals(ana.replica()).accept(written.quote, {.name = "Ana Ruiz"}).ok());
        must(Deals(ana.replica()).expire(written.quote));
    }

    void theCustomersNoHasAReason()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        const auto written = story.handedOver(ana, {{}});
        Deals deals(ana.replica());
        QCOMPARE(refusal(deals.decline(written.quote, "")), "Say why the customer does not want it.");
        must(deals.decline(written.quote, "Too late"));
        QCOMPARE(ana.value("quote", written.quote, "status"), "rejected");
        QCOMPARE(ana.value("quote", written.quote, "reason"), "Too late");
        QCOMPARE(refusal(deals.accept(written.quote, {.name = "Ana Ruiz"})),
                 "The quote Q-000101 is rejected; for another offer make the next revision.");
        ana.sync();
        QVERIFY(ana.agreesWithServer());
    }

    void whatIsNoWordOfTheCustomerIsRefused()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        Deals deals(ana.replica());
        const auto draft = story.write(ana, {{}});
        QCOMPARE(refusal(deals.accept(draft.quote, {.name = "Ana Ruiz"})),
                 "The quote \"Pumps for the north\" has not been handed over to the customer yet.");
        const auto written = story.handedOver(ana, {{}, {.role = "optional"}});
        QCOMPARE(refusal(deals.accept(written.quote, {})), "Say who accepted the quote.");
        QVERIFY(
            !deals.accept(written.quote, {.name = "A", .at = story.company.clock().now() + HandEnvironment::day}).ok());
        QVERIFY(!deals.accept(written.quote, {.name = "A", .signature = "<script>alert(1)</script>"}).ok());
        QVERIFY(!deals.accept(written.quote, {.name = "A", .chosen = std::vector<Id>{written.lines[0]}}).ok());
        QVERIFY(!deals.accept(written.quote, {.name = "A", .chosen = std::vector<Id>{draft.lines[0]}}).ok());
        QCOMPARE(ana.count("order"), 0);
        must(deals.accept(written.quote, {.name = "A"}));
        QCOMPARE(refusal(deals.accept(written.quote, {.name = "A"})),
                 "The quote Q-000101 has been accepted already. The order is O-000101.");
    }
};

QTEST_GUILESS_MAIN(AcceptanceTest)
#include "AcceptanceTest.moc"
