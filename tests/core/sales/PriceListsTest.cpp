// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceLists.h"
#include "core/base/Files.h"
#include "core/sales/PriceRevisions.h"
#include "core/sales/PromotionCheck.h"
#include "core/store/PricedProducts.h"
#include "core/store/ReplicaRecords.h"
#include "tests/core/sales/Shop.h"
#include "tests/support/Workbooks.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

/// An administrator brings in price lists, publishes them and goes back: on his own laptop, without a server.
class PriceListsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileBecomesADraftWhichNobodySeesUntilItIsPublished()
    {
        Shop shop;
        const auto report = must(import(shop, "Article no.,Unit price,Min. qty\nP-1,11.00,\nP-1,9.50,20\nH-1,2.00,0\n"
                                              "Service,50,\n"));
        QCOMPARE(report.prices, std::size_t{4});
        QCOMPARE(report.followed, std::int64_t{1});
        QCOMPARE(told(report.difference), "0 added, 0 removed, 1 changed, 2 unchanged");
        QCOMPARE(report.difference.changes[0].percent->toString(), "10");
        QCOMPARE(sheet(shop), "H-1 2.00 EUR | P-1 10.00 EUR / 9.00 EUR from 20 | S-1 50.00 EUR");
        const auto made = must(publish(shop));
        QCOMPARE(made.number, std::int64_t{2});
        QCOMPARE(made.entries, std::size_t{2}); // of the one product that is different
        QCOMPARE(sheet(shop), "H-1 2.00 EUR | P-1 11.00 EUR / 9.50 EUR from 20 | S-1 50.00 EUR");
        const Record revision = *records(shop).newest();
        QCOMPARE(revision.value("name").text(), "EUR-Retail r2");
        QCOMPARE(revision.value("follows").id() == shop.first, true);
        QCOMPARE(revision.value("published_by").id() == must(shop.profile.replica->identity())->user, true);
        QVERIFY(!publish(shop).ok()); // the draft is gone
    }

    void aProductTheFileDoesNotNameIsTakenOutUnlessTheMissingAreKept()
    {
        Shop shop;
        must(import(shop, "code,price\nP-1,10.00\n", {.keepsMissing = true}));
        QCOMPARE(must(publish(shop)).entries, std::size_t{1}); // the break is gone
        QCOMPARE(sheet(shop), "H-1 2.00 EUR | P-1 10.00 EUR | S-1 50.00 EUR");
        must(import(shop, "code,price,kind\nP-1,10.00,\nH-1,,removed\n", {.keepsMissing = true}));
        must(publish(shop));
        QCOMPARE(sheet(shop), "P-1 10.00 EUR | S-1 50.00 EUR");
        must(import(shop, "code,price\nP-1,10.00\n"));
        must(publish(shop));
        QCOMPARE(sheet(shop), "P-1 10.00 EUR");
        must(import(shop, "code,price\nP-1,10.00\nH-1,3\n"));
        must(publish(shop));
        QCOMPARE(sheet(shop), "H-1 3.00 EUR | P-1 10.00 EUR");
        QCOMPARE(must(import(shop, "code,price\nP-1,10.00\nH-1,3\n")).difference.changes.size(), std::size_t{0});
        QCOMPARE(said(publish(shop)), "Nothing in the draft is different from r5; nothing was published.");
    }

    void goingBackSaysAgainWhatWasSaidThen()
    {
        Shop shop;
        const std::string before = sheet(shop);
        must(import(shop, "code,price\nP-1,12\n"));
        must(publish(shop));
        QCOMPARE(said(sales::rollBack(*shop.profile.replica, shop.list, records(shop).newest()->id, {})),
                 "r2 is the newest revision of EUR-Retail already.");
        const auto made = must(sales::rollBack(*shop.profile.replica, shop.list, shop.first, {}));
        QCOMPARE(made.number, std::int64_t{3});
        QCOMPARE(made.entries, std::size_t{0});
        QCOMPARE(sheet(shop), before);
        must(import(shop, "code,price\nP-1,12\n")); // and on from there
        must(publish(shop));
        QCOMPARE(sheet(shop), "P-1 12.00 EUR");
    }

    void aDraftThatWasComparedWithAnOlderRevisionIsNotPublished()
    {
        Shop shop;
        must(import(shop, "code,price\nP-1,12\n"));
        shop.publish(2, "2026-02-01", {{shop.hose, "2.50 EUR"}});
        QCOMPARE(said(publish(shop)), "r2 of EUR-Retail was published after this draft was made; import the file again "
                                      "and look at what would change.");
    }

    void germanListsAreReadAsTheyAreWritten()
    {
        Shop shop;
        const auto report = must(import(shop, "Artikel-Nr.;St\xC3\xBC"
                                              "ckpreis;Ab Menge;G\xC3\xBCltig ab;G\xC3\xBCltig bis;Lager\n"
                                              "P-1;1.234,50 \xE2\x82\xAC;;01.12.2026;31.12.2026;7\nH-1;2,5;10;;;\n"));
        QCOMPARE(report.ignored, (std::vector<std::string>{"Lager"}));
        must(publish(shop));
        QCOMPARE(sheet(shop), "H-1 2.50 EUR from 10 | P-1 1234.50 EUR, from 2026-12-01, until 2026-12-31");
    }

    void columnsAreMappedByHandWhereTheirNamesSayNothing()
    {
        Shop shop;
        const std::string file = "A,B,price\nP-1,7,99\n";
        QVERIFY(said(import(shop, file)).starts_with("No column has the product; say which one with --map"));
        sales::PriceImport wishes;
        wishes.columns.columns = {{"A", "product"}, {"B", "price"}};
        QCOMPARE(must(import(shop, file, wishes)).ignored, (std::vector<std::string>{"price"}));
        must(publish(shop));
        QCOMPARE(sheet(shop), "P-1 7.00 EUR");
        wishes.columns.constants = {{"min_quantity", "5"}};
        must(import(shop, file, wishes));
        must(publish(shop));
        QCOMPARE(sheet(shop), "P-1 7.00 EUR from 5");
        wishes.columns.columns.emplace_back("price", "price");
        QCOMPARE(said(import(shop, file, wishes)), "The field \"price\" would get its value from two places.");
        wishes.columns.columns = {{"C", "product"}};
        QCOMPARE(said(import(shop, file, wishes)), "The file has no column \"C\"; its columns are A, B and price.");
        wishes.columns.columns = {{"A", "colour"}};
        QVERIFY(said(import(shop, file, wishes)).starts_with("There is no field \"colour\" in a price"));
    }

    void everyRowThatIsNoPriceIsNamed_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* text, const char* reason) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(reason);
        };
        // product, price, currency, from, first day, last day, minimum, kind, percent, list
        row(",1,,,,,,,,", "The row names no product.");
        row("X-9,1,,,,,,,,", "There is no product \"X-9\".");
        row("P-1,,,,,,,,,", "The row has no price.");
        row("P-1,-1,,,,,,,,", "The price \"-1\" is less than 0.");
        row("P-1,ten,,,,,,,,", "The price \"ten\" is no amount; write it as 12.50 or 12.50 EUR.");
        row("P-1,1.00001,,,,,,,,", "The price \"1.00001\" has more than four decimals.");
        row("P-1,1000000000.01,,,,,,,,",
            "The price \"1000000000.01\" is more than 1,000,000,000, the most a price may be.");
        row("P-1,99999999999999999999,,,,,,,,",
            "The price \"99999999999999999999\" is larger than any that can be kept.");
        row("P-1,\"1,234\",,,,,,,,", "The price \"1,234\" may mean two numbers; write 1234 or 1.2340.");
        row("P-1,1e3,,,,,,,,", "The price \"1e3\" has no currency: a currency is three capital letters, such as EUR.");
        row("P-1,12 USD,,,,,,,,", "The price \"12 USD\" is in USD; the list is in EUR.");
        row("P-1,$12,,,,,,,,", "The price \"$12\" says $, which several currencies are; write the code of one.");
        row("P-1,1,Euro,,,,,,,", "The currency \"Euro\" is none: a currency is three capital letters, such as EUR.");
        row("P-1,1,XQZ,,,,,,,", "The price is in XQZ; the list is in EUR.");
        row("P-1,1,,-5,,,,,,", "The quantity \"-5\" is less than 0.");
        row("P-1,1,,1e9,,,,,,", "The quantity \"1e9\" is no number.");
        row("P-1,1,,10000001,,,,,,", "The quantity \"10000001\" is more than 10,000,000, the most a quantity may be.");
        row("P-1,1,,,2026-02-30,,,,,", "The first day \"2026-02-30\" is no day; write it as 2026-11-22.");
        row("P-1,1,,,,1/2/2026,,,,", "The last day \"1/2/2026\" is no day; write it as 2026-11-22.");
        row("P-1,1,,,2026-02-01,2026-01-31,,,,", "The last day (2026-01-31) is before the first one (2026-02-01).");
        row("P-1,1,,,,,-2,,,", "The minimum price \"-2\" is less than 0.");
        row("P-1,1,,,,,,dear,,", "The kind \"dear\" is none of fixed, percent_of_list, percent_of_cost and removed.");
        row("P-1,,,,,,,percent_of_list,,BASE", "The formula has no percentage.");
        row("P-1,,,,,,,,0,BASE", "The percentage \"0\" is not more than 0 and at most 1,000.");
        row("P-1,,,,,,,,1001%,BASE", "The percentage \"1001%\" is not more than 0 and at most 1,000.");
        row("P-1,,,,,,,,90,", "The formula does not say which list it is a percentage of, and the list has no parent.");
        row("P-1,,,,,,,,90,NONE", "There is no price list \"NONE\".");
        row("P-1,,,,,,,,90,EUR-Retail",
            "The price would be a percentage of itself: the lists refer to each other in a circle.");
        row("P-1,,,,,,,,90,BASE",
            "The price would be a percentage of itself: the lists refer to each other in a circle.");
        row("P-1,,,,,,,percent_of_cost,90,",
            "The product has no cost on 2026-11-22 that the price could be a percentage of.");
        row("H-1,5,,,,,,,,", "The file has this product with the same quantity and first day in line 2 already.");
        row("H-1,,,,,,,removed,,", "The file has a price of this product in line 2; it cannot be taken out as well.");
        row("P-1,1", "The row has 2 cells; the header has 10.");
    }
    void everyRowThatIsNoPriceIsNamed()
    {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, reason);
        Shop shop;
        const Id base = shop.add("price_list", {{"name", "Base"}, {"code", "BASE"}, {"currency", "EUR"}});
        shop.add("price_entry", {{"price_list", base},
                                 {"product", shop.pump},
                                 {"kind", "percent_of_list"},
                                 {"percent", Shop::of("50")},
                                 {"base_list", shop.list}});
        const auto report = must(import(shop, "product,price,currency,min_quantity,valid_from,valid_to,min_price,kind,"
                                              "percent,base_list\nH-1,3,EUR,,,,,,,\n" +
                                                  row.toStdString() + "\nS-1,60,,,,,,,,\n"));
        QCOMPARE(report.rejected.size(), std::size_t{1});
        QCOMPARE(report.rejected[0].line, std::size_t{3});
        QCOMPARE(QByteArray::fromStdString(report.rejected[0].reason), reason);
        QVERIFY(!publish(shop).ok()); // nothing was taken
        QVERIFY(sales::rejectsCsv(report).find(",rejected because\r\n" + row.toStdString().substr(0, 1)) !=
                std::string::npos);
    }

    void oneBadRowAmongSixteenThousandIsNamedAndNothingIsTaken()
    {
        Shop shop;
        std::vector<std::vector<Edit>> actions;
        for (int i = 0; i < 16'000; ++i) {
            if (i % 500 == 0)
                actions.emplace_back();
            actions.back().push_back(
                Profile::edit(OperationKind::Create, "product", shop.profile.clock.newId(),
                              {{"name", "Part " + std::to_string(i)}, {"code", "N" + std::to_string(i)}}));
        }
        must(shop.profile.replica->commitAll(actions));
        std::string file = "code,price\n";
        for (int i = 0; i < 16'000; ++i)
            file += "N" + std::to_string(i) + "," + (i == 12'345 ? "1O.00" : "10.00") + "\n";
        const auto report = must(import(shop, file));
        QCOMPARE(report.rejected.size(), std::size_t{1});
        QCOMPARE(report.rejected[0].line, std::size_t{12'347});
        QVERIFY(!fileLength(shop.profile.replica->folder() + "/price-drafts/EUR-Retail.json"));
        file.replace(file.find("1O.00"), 5, "10.00");
        must(import(shop, file));
        QCOMPARE(must(publish(shop)).bulk, true);
        QCOMPARE(must(sales::readSheet(*source(shop), records(shop), records(shop).newest()->id)).size(),
                 std::size_t{16'000});
    }

    void workbooksAreReadWithTheirRows()
    {
        Shop shop;
        Workbooks book;
        book.sheet = Workbooks::sheetOf(
            {{"Product code", "Price", "Valid from"}, {"P-1", "12.300000000000001", "2026-12-01"}, {"H-1", "-2", ""}});
        QCOMPARE(must(import(shop, book.bytes())).rejected[0].line, std::size_t{3});
        book.sheet = Workbooks::sheetOf({{"Product code", "Price"}, {"P-1", "12.300000000000001"}});
        must(import(shop, book.bytes()));
        must(publish(shop));
        QCOMPARE(sheet(shop), "P-1 12.30 EUR");
    }

    void formulasAndPercentagesOfCostAreKeptWithWhatTheyComeTo()
    {
        Shop shop;
        const Id base = shop.add("price_list", {{"name", "Base"}, {"code", "BASE"}, {"currency", "EUR"}});
        shop.add("product_cost", {{"product", shop.pump}, {"cost", "3.33 EUR"}, {"valid_from", "2026-01-01"}});
        shop.add("product_cost", {{"product", shop.pump}, {"cost", "9.99 EUR"}, {"valid_from", "2027-01-01"}});
        shop.add("product_cost", {{"product", shop.hose}, {"cost", "1.00 USD"}});
        const auto wrong = must(import(shop, "code,cost percent\nH-1,150\n"));
        QCOMPARE(wrong.rejected[0].reason, "The product's cost is in USD; the list is in EUR.");
        must(import(shop, "code,price,cost percent,percent,base list\nP-1,,150%,,\nH-1,,,90,BASE\n"));
        must(publish(shop));
        QCOMPARE(sheet(shop), "H-1 90 % of a list | P-1 5.00 EUR (150 % of cost)"); // 4.995
        QVERIFY(!base.isNull());
    }

    void aPriceFileOfAnotherCompanyIsReadByNames()
    {
        const auto file = readFile(SATCHEL_SHARED_DATA "/crm-northwind/Products.csv");
        if (!file.ok())
            QSKIP("the shared data are not there");
        Shop shop;
        const auto products = importCsv(*shop.profile.replica, *file,
                                        {.entity = &schema::entity("product"),
                                         .columns = {{"ProductName", "name"}, {"QuantityPerUnit", "unit"}},
                                         .key = {"name"}});
        QCOMPARE(must(products).created, 77);
        sales::PriceImport wishes;
        const auto report = must(import(shop, *file, wishes));
        QCOMPARE(report.columns, (std::vector<std::pair<std::string, std::string>>{{"ProductName", "product"},
                                                                                   {"UnitPrice", "price"}}));
        QCOMPARE(report.rejected.size(), std::size_t{0});
        QCOMPARE(report.prices, std::size_t{77});
        must(publish(shop));
        QVERIFY(sheet(shop).find("C\xC3\xB4te de Blaye 263.50 EUR") != std::string::npos);
    }

    void whatChangesNamesTheOpenQuotesItTouches()
    {
        Shop shop;
        const Id quote = shop.begin();
        shop.line(quote, shop.pump, "3");
        shop.line(quote, shop.hose, "3");
        const Id other = shop.begin();
        shop.line(other, shop.hose, "1");
        must(import(shop, "code,price\nP-1,12\nH-1,2\nS-1,55\n"));
        must(publish(shop));
        const auto list = records(shop);
        const auto difference = sales::compare(must(sales::readSheet(*source(shop), list, shop.first)),
                                               must(sales::readSheet(*source(shop), list, list.newest()->id)));
        QCOMPARE(told(difference), "0 added, 0 removed, 2 changed, 1 unchanged");
        const auto touched = must(sales::touchedQuotes(*source(shop), list, difference, "2026-11-22"));
        QCOMPARE(touched.size(), std::size_t{1});
        QVERIFY(touched[0].quote == quote);
        QCOMPARE(touched[0].lines, std::size_t{1});
        QCOMPARE(touched[0].accountName, "Acme");
    }

    void whoPublishesIsToldWhatWillNotCount()
    {
        Shop shop;
        must(import(shop, "code,price\nP-1,12\n"));
        must(sales::publishDraft(*shop.profile.replica, shop.list, {.effectiveFrom = "2027-01-01"}));
        shop.profile.set("price_list", shop.list, {{"active", std::int64_t{0}}});
        must(import(shop, "code,price\nP-1,13\n"));
        QCOMPARE(
            must(publish(shop)).notes,
            (std::vector<std::string>{"EUR-Retail is not active: nobody gets its prices.",
                                      "r2, which would begin on 2027-01-01, is overtaken by r3 and will not count."}));
    }

    void everyRevisionHasAPlaceInItsTime()
    {
        Shop shop;
        const auto states = [&](const std::string& day) {
            std::string text;
            for (const sales::RevisionState state : sales::statesOn(records(shop), day))
                text += (text.empty() ? "" : " ") + std::to_string(static_cast<int>(state));
            return text;
        };
        const auto is = [](std::initializer_list<sales::RevisionState> all) {
            std::string text;
            for (const sales::RevisionState state : all)
                text += (text.empty() ? "" : " ") + std::to_string(static_cast<int>(state));
            return text;
        };
        using State = sales::RevisionState;
        shop.publish(2, "2026-06-01", {{shop.pump, "11.00 EUR"}});
        shop.publish(3, "2027-01-01", {{shop.pump, "12.00 EUR"}});
        QCOMPARE(states("2026-11-22"), is({State::Earlier, State::Current, State::Coming}));
        QCOMPARE(states("2027-01-01"), is({State::Earlier, State::Earlier, State::Current}));
        QVERIFY(sales::revisionOn(records(shop), "2025-12-31").isNull());
        must(sales::rollBack(*shop.profile.replica, shop.list, shop.first, {}));
        QCOMPARE(states("2026-11-22"), is({State::Earlier, State::RolledBack, State::Overtaken, State::Current}));
    }

    void oneProductIsReadAsTheWholeListSaysIt()
    {
        Shop shop;
        must(import(shop, "code,price,min qty,valid from,valid to\nP-1,11,,,\nP-1,9,,2026-12-01,2026-12-31\n"
                          "P-1,8,20,,\nH-1,2,,,\n"));
        must(publish(shop));
        const auto list = records(shop);
        for (const Record& revision : list.revisions) {
            const auto whole = must(sales::readSheet(*source(shop), list, revision.id));
            for (const Id& product : {shop.pump, shop.hose, shop.service}) {
                const auto found = whole.find(product);
                QVERIFY(must(sales::readPrices(*source(shop), list, revision.id, product)) ==
                        (found == whole.end() ? sales::ProductPrices() : found->second));
            }
        }
        const auto pump = must(sales::readPrices(*source(shop), list, list.newest()->id, shop.pump));
        const auto prices = [&](const char* day) {
            std::string text;
            for (const auto& price : sales::validOn(pump, day))
                text += (text.empty() ? "" : " ") + price.price.toString();
            return text;
        };
        QCOMPARE(prices("2026-11-30"), "11 8");
        QCOMPARE(prices("2026-12-24"), "9 8"); // the one that began last
        QCOMPARE(prices("2027-01-01"), "11 8");
    }

    void aListOfManyProductsIsReadPageByPage()
    {
        Shop shop;
        std::vector<Edit> edits;
        std::string file = "code,price\n";
        for (int i = 0; i < 700; ++i) {
            const std::string code = "N" + std::to_string(1000 + i);
            edits.push_back(Profile::edit(OperationKind::Create, "product", shop.profile.clock.newId(),
                                          {{"name", "Part " + std::to_string(i)}, {"code", code}}));
            file += i % 2 == 0 ? code + ",10.00\n" : ""; // the others have no price in this list
        }
        edits.push_back(
            Profile::edit(OperationKind::Create, "product", shop.profile.clock.newId(), {{"name", "Without a code"}}));
        must(shop.profile.replica->commit(edits));
        must(import(shop, file + "Without a code,3\nH-1,2.00\n")); // the pump and the service are taken out
        must(publish(shop));
        const auto list = records(shop);
        const auto wish = [&](const Id& revision, const char* search = "") {
            return PricedProducts::Wish{list.list.id, sales::lineOfDescent(list, revision), search};
        };
        auto& connection = shop.profile.replica->connection();
        const PricedProducts products(connection, wish(list.newest()->id));
        QCOMPARE(must(products.count()), std::int64_t{352});
        std::vector<std::string> codes;
        std::string after;
        do {
            const auto page = must(products.page(after, 0, 100));
            for (const Record& product : page.rows)
                codes.push_back(product.value("code").text());
            after = page.next;
        } while (!after.empty());
        QCOMPARE(codes.size(), std::size_t{352});
        QCOMPARE(codes.front(), "");
        QCOMPARE(codes[1], "H-1");
        QVERIFY(std::is_sorted(codes.begin(), codes.end()));
        QCOMPARE(must(products.page({}, 200, 100)).rows.front().value("code").text(), codes[200]);
        QCOMPARE(must(PricedProducts(connection, wish(list.newest()->id, "hos")).count()), std::int64_t{1});
        QCOMPARE(must(PricedProducts(connection, wish(list.newest()->id, "pump")).count()), std::int64_t{0});
        QCOMPARE(must(PricedProducts(connection, wish(shop.first, "pump")).count()), std::int64_t{1});
        QCOMPARE(must(PricedProducts(connection, wish(Id{})).count()), std::int64_t{0});
        QVERIFY(!products.page("nonsense", 0, 10).ok());
    }

    void columnsThatAreNotMappedAreLeftOutWhereThatIsWanted()
    {
        Shop shop;
        QCOMPARE(sales::PriceColumns::guess({"Article no.", "Stock", "ab Menge"}),
                 (std::vector<std::pair<std::string, std::string>>{{"Article no.", "product"},
                                                                   {"ab Menge", "min_quantity"}}));
        sales::PriceImport wishes;
        wishes.columns = {.columns = {{"code", "product"}, {"price", "price"}}, .byName = false};
        const auto report = must(import(shop, "code,price,min qty\nP-1,7,5\n", wishes));
        QCOMPARE(report.ignored, (std::vector<std::string>{"min qty"}));
        must(publish(shop));
        QCOMPARE(sheet(shop), "P-1 7.00 EUR");
    }

    void anImportThatIsStoppedLeavesNothing()
    {
        Shop shop;
        sales::PriceImport wishes;
        wishes.progress = [](std::size_t) { return false; };
        const auto stopped = import(shop, "code,price\nP-1,12\n", wishes);
        QVERIFY(!stopped.ok() && stopped.error().kind == ErrorKind::Busy);
        QVERIFY(!publish(shop).ok());
    }

    void promotionsAreThoseOfTheCustomerAndTheDay()
    {
        Shop shop;
        shop.promote("Late", "percent", {{"percent", Shop::of("5")}, {"priority", std::int64_t{20}}});
        shop.promote("Early", "percent", {{"percent", Shop::of("3")}, {"priority", std::int64_t{10}}});
        shop.promote("Over", "percent", {{"percent", Shop::of("9")}, {"valid_to", "2026-06-30"}});
        shop.promote("Others", "percent", {{"percent", Shop::of("9")}, {"segments", R"(["bakers"])"}});
        const auto names = [&](const Id& account, const char* day) {
            std::string text;
            for (const auto& promotion : must(sales::promotionsFor(*shop.profile.replica, account, day)))
                text += (text.empty() ? "" : " ") + promotion.name;
            return text;
        };
        QCOMPARE(names(shop.acme, "2026-11-22"), "Early Late");
        QCOMPARE(names(shop.acme, "2026-06-30"), "Early Late Over");
    }

    void aDamagedDraftIsNoDraft()
    {
        Shop shop;
        must(import(shop, "code,price\nP-1,12\n"));
        const std::string file = sales::draftFile(shop.profile.replica->folder(), records(shop));
        const std::string whole = must(readFile(file));
        for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
            must(writeFile(file, whole.substr(0, size)));
            QCOMPARE(said(publish(shop)), "The draft of EUR-Retail on this laptop is damaged; import the file again.");
        }
        must(writeFile(file, whole));
        must(publish(shop));
        const auto strange = sales::PriceListRecords{.list = [&] {
            Record record(schema::entity("price_list"), shop.list);
            record.set("code", "../a/\xC3\xBC.x");
            return record;
        }()};
        QCOMPARE(sales::draftFile("/p", strange), "/p/price-drafts/%2E.%2Fa%2F%C3%BC.x.json");
    }

private:
    static Result<sales::PriceImportReport> import(Shop& shop, const std::string& file,
                                                   const sales::PriceImport& wishes = {})
    {
        SATCHEL_ASSIGN(const Table table, readTable(file));
        return sales::importPrices(*shop.profile.replica, shop.list, table, wishes);
    }
    static Result<sales::Published> publish(Shop& shop)
    {
        return sales::publishDraft(*shop.profile.replica, shop.list, {});
    }
    template <typename T>
    static std::string said(const Result<T>& result)
    {
        return result.ok() ? "(done)" : result.error().message;
    }
    static std::unique_ptr<ReplicaRecords> source(Shop& shop)
    {
        return std::make_unique<ReplicaRecords>(shop.profile.replica->connection());
    }
    static sales::PriceListRecords records(Shop& shop) { return must(sales::readPriceList(*source(shop), shop.list)); }
    static std::string told(const sales::PriceDifference& difference)
    {
        return std::to_string(difference.added) + " added, " + std::to_string(difference.removed) + " removed, " +
               std::to_string(difference.changed) + " changed, " + std::to_string(difference.unchanged) + " unchanged";
    }
    /// "H-1 2.00 EUR | P-1 10.00 EUR / 9.00 EUR from 20": what the newest revision says, by code.
    static std::string sheet(Shop& shop)
    {
        const auto list = records(shop);
        std::map<std::string, std::string> lines;
        for (const auto& [product, prices] : must(sales::readSheet(*source(shop), list, list.newest()->id))) {
            const Record record = *must(shop.profile.replica->find(schema::entity("product"), product));
            std::string text = record.value("code").isNull() ? record.label() : record.value("code").text();
            const char* divider = " ";
            for (const sales::ListPrice& price : prices) {
                text += divider + sales::priceText(price, list, "a list");
                divider = " / ";
            }
            lines.emplace(text, text);
        }
        std::string all;
        for (const auto& [key, text] : lines)
            all += (all.empty() ? "" : " | ") + text;
        return all;
    }
};

QTEST_GUILESS_MAIN(PriceListsTest)
#include "PriceListsTest.moc"
