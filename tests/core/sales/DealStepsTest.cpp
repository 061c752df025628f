// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/DealSteps.h"
#include "core/sales/Choice.h"
#include "core/sales/Orders.h"
#include "core/sales/Papers.h"
#include "tests/core/sales/DealStory.h"
#include "tests/core/sales/Shop.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;
using sales::Deals;

/// What a window has to know before it offers a step with a quote, and small calls it makes.
class DealStepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachSideIsOfferedWhatItMayDo()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        Laptop& dora = story.company.laptop("dora");
        const auto written = story.write(ana, {{.discount = "20"}});
        auto steps = must(sales::stepsFor(ana.replica(), written.quote));
        QVERIFY(steps.mayAsk && steps.mayReprice);
        QVERIFY(!steps.mayHandOver && !steps.mayRevise && !steps.mayAccept && !steps.mayDecide);
        QCOMPARE(steps.reasons.size(), 1U);

        must(Deals(ana.replica()).submit(written.quote));
        ana.sync();
        dora.sync();
        steps = must(sales::stepsFor(ana.replica(), written.quote));
        QVERIFY(steps.mayWithdraw);
        QVERIFY(!steps.mayDecide && !steps.mayAsk && !steps.mayReprice);
        QCOMPARE(steps.askedName, "Dora Chief");
        steps = must(sales::stepsFor(dora.replica(), written.quote));
        QVERIFY(steps.mayDecide);
        QVERIFY(!steps.mayWithdraw);
        QCOMPARE(steps.askedByName, "Ana Seller");

        must(Deals(dora.replica()).approve(written.quote));
        dora.sync();
        ana.sync();
        steps = must(sales::stepsFor(ana.replica(), written.quote));
        QVERIFY(steps.allowed && steps.mayHandOver);
        must(Deals(ana.replica()).handOver(written.quote));
        steps = must(sales::stepsFor(ana.replica(), written.quote));
        QVERIFY(steps.mayAccept && steps.mayDecline && steps.mayRevise);
        QVERIFY(!steps.mayExpire && !steps.mayHandOver);

        story.company.clock().advance(40 * HandEnvironment::day);
        steps = must(sales::stepsFor(ana.replica(), written.quote));
        QCOMPARE(steps.state, "expired");
        QVERIFY(steps.mayExpire);
    }

    void theManagerWhoIsNearestIsNamedFirstWithHisDeputy()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        Laptop& dora = story.company.laptop("dora");
        dora.add("deputy", {{"deputy", "ben"}, {"valid_from", "2026-11-22"}, {"valid_to", "2026-11-23"}});
        dora.sync();
        ana.sync();
        const auto written = story.write(ana, {{.discount = "20"}});
        const auto approvers = must(sales::approversFor(ana.replica(), written.quote));
        QCOMPARE(approvers.size(), 2U); // dora and the administrator
        QCOMPARE(approvers[0].name, "Dora Chief");
        QCOMPARE(approvers[0].deputies, std::vector<std::string>{"Ben Keys"});
        const auto large = story.write(ana, {{.discount = "50"}});
        const auto others = must(sales::approversFor(ana.replica(), large.quote));
        QCOMPARE(others.size(), 1U);
        QCOMPARE(others[0].name, "Adam Admin");
    }

    void aRevisionIsComparedWithTheFormerFirst()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        const auto written = story.handedOver(ana, {{}});
        QVERIFY(must(sales::stepsFor(ana.replica(), written.quote)).others.empty());
        const Id second = must(Deals(ana.replica()).revise(written.quote));
        const auto steps = must(sales::stepsFor(ana.replica(), second));
        QCOMPARE(steps.others.size(), 1U);
        QCOMPARE(steps.others[0].id, written.quote);
    }

    void onlyTheLinesThatAreWantedGetThePricesOfNow()
    {
        Shop shop;
        const Id quote = shop.begin();
        const Id pump = shop.line(quote, shop.pump, "3");
        const Id hose = shop.line(quote, shop.hose, "5");
        shop.publish(2, "2026-11-01", {{shop.pump, "11.00 EUR"}, {shop.hose, "2.50 EUR"}});
        static_cast<void>(must(sales::reprice(*shop.profile.replica, quote, {.only = std::set<Id>{hose}})));
        QCOMPARE(shop.profile.value("quote_line", pump, "list_price"), Value("10.00 EUR"));
        QCOMPARE(shop.profile.value("quote_line", hose, "list_price"), Value("2.50 EUR"));
        const auto left = must(sales::previewRepricing(*shop.profile.replica, quote));
        QCOMPARE(left.lines.size(), 1U);
        QCOMPARE(left.lines[0].line, pump);
    }

    void theSumOfAChoiceIsKnownBeforeItIsMade()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        const auto written = story.handedOver(ana, {{.quantity = "2"}, {.role = "optional"}});
        QCOMPARE(must(sales::documentWith(ana.replica(), written.quote, {})).gross.toString(2), "238.00");
        QCOMPARE(must(sales::documentWith(ana.replica(), written.quote, {written.lines[1]})).gross.toString(2),
                 "357.00");
        QCOMPARE(ana.value("quote_line", written.lines[1], "chosen"), "");
    }

    void thePaperIsWhatTheCustomerGot()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        const auto written = story.handedOver(ana, {{}});
        const std::int64_t handed = story.company.clock().now();
        story.company.clock().advance(HandEnvironment::day);
        must(Deals(ana.replica()).accept(written.quote, {.name = "Bo Lee"}));
        const auto sheet = must(sales::quoteSheet(ana.replica(), written.quote));
        QCOMPARE(sheet.madeAt, handed);
        QCOMPARE(sheet.document.acceptedBy, "Bo Lee");
        QCOMPARE(sheet.recipient->label(), "Ana Ruiz");
    }

    void whatAListShowsIsExportedAndNothingElse()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        for (int i = 0; i < 2; ++i) {
            const auto written = story.handedOver(ana, {{}});
            must(Deals(ana.replica()).accept(written.quote, {.name = "Bo Lee"}));
        }
        const Entity& order = schema::entity("order");
        const auto orders = must(sales::listOrders(ana.replica(), {}));
        const std::string number = orders[0].order.value("number").text();
        const Query all{.entity = &order, .search = {}, .filters = {}, .after = {}};
        QCOMPARE(must(sales::exportListed(ana.replica(), all)).orders, 2);
        QCOMPARE(must(sales::exportListed(ana.replica(), all)).text, must(sales::exportOrders(ana.replica(), {})).text);
        Query one = all;
        one.filters = {{*order.indexOf("number"), Comparison::Equal, Value(number)}};
        const auto exported = must(sales::exportListed(ana.replica(), one));
        QCOMPARE(exported.orders, 1);
        QVERIFY(exported.text.find(number) != std::string::npos);
        QCOMPARE(must(sales::purchasesOf(ana.replica(), story.company.acme, {}, 1)).size(), 1U);
    }
};

QTEST_GUILESS_MAIN(DealStepsTest)
#include "DealStepsTest.moc"
