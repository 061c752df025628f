// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Orders.h"
#include "core/exchange/Csv.h"
#include "core/rules/orders/OrderRows.h"
#include "tests/core/sales/DealStory.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;
using sales::Deals;

/// What customers bought, and orders for other programs.
class OrdersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAccountShowsWhatItAndItsSitesHaveBought()
    {
        DealStory story;
        const Id hose = story.admin.add("product", {{"name", "Hose"}, {"code", "H-1"}});
        const Id spring =
            story.admin.add("promotion", {{"name", "Spring"}, {"code", "SPR"}, {"kind", "percent"}, {"percent", "5"}});
        story.admin.sync();
        Laptop& ana = story.company.laptop("ana");
        const Id site = ana.add("account", {{"name", "Acme Works"}, {"parent", story.company.acme.toString()}});
        const auto first = story.write(ana, {{.quantity = "24", .list = "8.55 EUR"}});
        ana.set("quote_line", first.lines[0], {{"promotion", spring.toString()}});
        const auto second = story.write(ana, {{.quantity = "2", .list = "50.00 EUR"}, {.list = "9.00 EUR"}},
                                        {{"account", site}, {"contact", Value()}});
        ana.set("quote_line", second.lines[1], {{"product", hose.toString()}});
        for (const auto& written : {first, second}) {
            must(Deals(ana.replica()).handOver(written.quote));
            must(Deals(ana.replica()).accept(written.quote, {.name = "Ana Ruiz"}));
            story.company.clock().advance(HandEnvironment::day);
        }
        const auto all = must(sales::purchasesOf(ana.replica(), story.company.acme));
        QCOMPARE(all.size(), 3U);
        QCOMPARE(all[0].orderedOn, "2026-11-23");
        QCOMPARE(all[0].accountName, "Acme Works");
        QCOMPARE(all[0].code, "P-1");
        QCOMPARE(all[1].code, "H-1");
        QCOMPARE(all[2].orderedOn, "2026-11-22");
        QCOMPARE(all[2].quantity.toString(), "24");
        QCOMPARE(all[2].unitPrice.toString(2), "8.55");
        QCOMPARE(all[2].net.toString(2), "205.20");
        QCOMPARE(all[2].promotionName, "Spring");
        QCOMPARE(must(sales::purchasesOf(ana.replica(), story.company.acme, hose)).size(), 1U);
        QCOMPARE(must(sales::purchasesOf(ana.replica(), site)).size(), 2U);
        QVERIFY(must(sales::purchasesOf(ana.replica(), story.company.zeta)).empty());

        const auto orders = must(sales::listOrders(ana.replica(), {}));
        QCOMPARE(orders.size(), 2U);
        QCOMPARE(orders[0].order.value("number").text(), "O-000102");
        QCOMPARE(orders[0].lines, 2U);
        QCOMPARE(must(sales::listOrders(ana.replica(), {.from = "2026-11-23"})).size(), 1U);
        QCOMPARE(must(sales::listOrders(ana.replica(), {.to = "2026-11-21"})).size(), 0U);
        QCOMPARE(must(sales::listOrders(ana.replica(), {.status = "new", .limit = 1})).size(), 1U);
        QVERIFY(must(sales::listOrders(ana.replica(), {.status = "shipped"})).empty());
    }

    void anExportIsReadAgainWhateverPeopleAreCalled()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        ana.set("account", story.company.acme,
                {{"name", "=HYPERLINK(\"http://x\",\"a\")"},
                 {"address", "{\"street\":\"1, \\\"Main\\\" St\",\"city\":\"@Madrid\"}"}});
        ana.set("contact", story.company.anaRuiz, {{"first_name", "+1"}, {"last_name", "cmd|' /C calc'!A0"}});
        const auto written = story.handedOver(
            ana, {{.quantity = "2.5", .description = "-1+1\nsecond \"line\", too"}, {.description = "\t=1"}});
        must(Deals(ana.replica()).accept(written.quote, {.name = "Ana Ruiz", .reference = "@SUM(A1)"}));
        const auto exported = must(sales::exportOrders(ana.replica(), {}));
        QCOMPARE(exported.orders, 1);
        QCOMPARE(exported.lines, 2);

        const auto table = must(readCsv(exported.text));
        QCOMPARE(table.header, orders::orderColumns());
        QCOMPARE(table.rows.size(), 2U);
        const auto cell = [&](std::size_t row, const char* column) {
            const auto at = std::find(table.header.begin(), table.header.end(), column) - table.header.begin();
            return table.rows[row].cells.at(static_cast<std::size_t>(at));
        };
        QCOMPARE(cell(0, "order"), "O-000101");
        QCOMPARE(cell(0, "quote"), "Q-000101");
        QCOMPARE(cell(0, "account_name"), "'=HYPERLINK(\"http://x\",\"a\")");
        QCOMPARE(cell(0, "address"), "1, \"Main\" St, @Madrid");
        QCOMPARE(cell(0, "contact"), "'+1 cmd|' /C calc'!A0");
        QCOMPARE(cell(0, "reference"), "'@SUM(A1)");
        QCOMPARE(cell(0, "owner"), "ana");
        QCOMPARE(cell(0, "quantity"), "2.5");
        QCOMPARE(cell(0, "unit_price"), "100.00");
        QCOMPARE(cell(0, "net"), "250.00");
        QCOMPARE(cell(0, "order_net"), "350.00");
        QCOMPARE(cell(0, "order_gross"), "416.50");
        QCOMPARE(cell(0, "description"), "'-1+1\nsecond \"line\", too");
        QCOMPARE(plainCell(cell(0, "description")), "-1+1\nsecond \"line\", too");
        QCOMPARE(cell(1, "line"), "2");
        QVERIFY(cell(1, "description").starts_with('\''));
        for (const auto& row : table.rows)
            for (const std::string& each : row.cells)
                QVERIFY(each.empty() || std::string_view("=+-@\t\r").find(each.front()) == std::string_view::npos);
    }
};

QTEST_GUILESS_MAIN(OrdersTest)
#include "OrdersTest.moc"
