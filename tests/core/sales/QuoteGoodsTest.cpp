// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sales/Shop.h"

#include "core/sales/Margins.h"
#include "core/sales/Pasting.h"
#include "core/sales/QuoteWarnings.h"

#include <QTest>
#include <chrono>

using namespace satchel;
using namespace satchel::test;
using sales::LineRole;

namespace {

// A pump station: always a pump, usually a hose, and of two drives one, of which the strong one has its own price.
struct Station {
    explicit Station(Shop& shop)
    {
        bundle = shop.product("B-1", "Station", "pumps", "bundle");
        weak = shop.product("D-1", "Weak drive", "drives");
        strong = shop.product("D-2", "Strong drive", "drives");
        shop.publish(2, "2026-01-02", {{bundle, "100.00 EUR"}, {strong, "30.00 EUR"}, {weak, "20.00 EUR"}});
        const Id drives =
            shop.add("option_group",
                     {{"bundle", bundle}, {"name", "Drive"}, {"least", std::int64_t{1}}, {"most", std::int64_t{1}}});
        pumpPart = part(shop, shop.pump, "fixed", "included", "2", {}, "1");
        hosePart = part(shop, shop.hose, "standard", "included", "1", {}, "2");
        weakPart = part(shop, weak, "option", "included", "1", drives, "3");
        strongPart = part(shop, strong, "option", "own", "1", drives, "4");
    }
    Id part(Shop& shop, const Id& product, const char* kind, const char* priced, const char* quantity, const Id& group,
            const char* position) const
    {
        return shop.add("bundle_part", {{"bundle", bundle},
                                        {"product", product},
                                        {"kind", kind},
                                        {"priced", priced},
                                        {"quantity", Shop::of(quantity)},
                                        {"option_group", group.isNull() ? Value() : Value(group)},
                                        {"position", position}});
    }
    Id bundle, weak, strong, pumpPart, hosePart, weakPart, strongPart;
};

std::vector<std::string> codes(Shop& shop, const Id& quote)
{
    std::vector<std::string> all;
    for (const auto& warning : must(sales::warningsFor(*shop.profile.replica, quote)))
        all.push_back(warning.code);
    return all;
}

} // namespace

/// What is in a quote: bundles, rows of a spreadsheet, copies of other quotes; and what one should know of it.
class QuoteGoodsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBundleComesWithItsParts()
    {
        Shop shop;
        const Station station(shop);
        const Id quote = shop.begin();
        const Id line =
            must(shop.quotes().addLines(quote, {{.product = station.bundle,
                                                 .quantity = Shop::dec("3"),
                                                 .parts = std::set<Id>{station.hosePart, station.strongPart}},
                                                {.product = shop.service}}))
                .added.front();
        QCOMPARE(shop.text(quote),
                 "1 3 Station 100.00 | 1.1 6 Pump 0.00 | 1.2 3 Hose 0.00 | 1.3 3 Strong drive 30.00 | "
                 "2 1 Service 50.00");
        QCOMPARE(shop.net(quote), "440.00");
        shop.setQuantity(line, "1");
        QCOMPARE(shop.text(quote),
                 "1 1 Station 100.00 | 1.1 2 Pump 0.00 | 1.2 1 Hose 0.00 | 1.3 1 Strong drive 30.00 | "
                 "2 1 Service 50.00");
        must(shop.quotes().chooseParts(line, {station.weakPart}));
        QCOMPARE(shop.text(quote), "1 1 Station 100.00 | 1.1 2 Pump 0.00 | 1.2 1 Weak drive 0.00 | 2 1 Service 50.00");
        QVERIFY(shop.isSettled(quote));
        QVERIFY(!shop.quotes().chooseParts(line, {station.weakPart, station.strongPart}).ok());
        QVERIFY(!shop.quotes().chooseParts(line, {}).ok());
        QVERIFY(!shop.quotes().addLines(quote, {{.product = station.bundle, .parts = std::set<Id>{}}}).ok());
        const Id part = shop.document(quote).lines[1].id;
        QCOMPARE(shop.refusal(shop.quotes().removeLines(quote, {part})),
                 "Line 1.1 is part of a bundle; choose the bundle's parts instead.");
        QVERIFY(!shop.quotes().changeLine(part, {.quantity = Shop::dec("9")}).ok());
        must(shop.quotes().moveLines(quote, {line}, {}));
        QCOMPARE(shop.text(quote), "1 1 Service 50.00 | 2 1 Station 100.00 | 2.1 2 Pump 0.00 | 2.2 1 Weak drive 0.00");
        must(shop.quotes().removeLines(quote, {line}));
        QCOMPARE(shop.text(quote), "1 1 Service 50.00");
    }

    void whatABundleWantsChosenIsSaid()
    {
        Shop shop;
        const Station station(shop);
        const Id quote = shop.begin();
        shop.line(quote, station.bundle, "1");
        QCOMPARE(shop.text(quote), "1 1 Station 100.00 | 1.1 2 Pump 0.00 | 1.2 1 Hose 0.00");
        QCOMPARE(codes(shop, quote), (std::vector<std::string>{"bundle", "draft_number"}));
    }

    void theOwnPricedPartsOfAnOptionAreOfferedToo()
    {
        Shop shop;
        const Station station(shop);
        const Id quote = shop.begin();
        const Id line =
            must(shop.quotes().addLines(quote, {{.product = station.bundle,
                                                 .role = LineRole::Optional,
                                                 .parts = std::set<Id>{station.hosePart, station.strongPart}}}))
                .added.front();
        QCOMPARE(shop.net(quote), "0.00");
        must(shop.quotes().changeLine(line, {.chosen = true}));
        QCOMPARE(shop.net(quote), "130.00");
        const Id other = must(shop.quotes().addLines(quote, {{.product = shop.service}})).added.front();
        must(shop.quotes().changeLine(line, {.role = LineRole::Normal}));
        QCOMPARE(shop.net(quote), "180.00");
        must(shop.quotes().changeLine(other, {.role = LineRole::Alternative, .alternativeTo = line}));
        must(shop.quotes().changeLine(other, {.chosen = true}));
        QCOMPARE(shop.net(quote), "50.00");
        must(shop.quotes().changeLine(other, {.chosen = false}));
        QCOMPARE(shop.net(quote), "130.00");
    }

    void rowsArePastedAllOrNone()
    {
        Shop shop;
        const Id quote = shop.begin();
        must(shop.quotes().paste(quote, "Menge;Artikel;Rabatt;Preis\r\n"
                                        "2,5;P-1;10 %;\r\n"
                                        "\r\n"
                                        "1;\"Hose\";;1,99 EUR\r\n"));
        QCOMPARE(shop.text(quote), "1 2.5 Pump 9.00 | 2 1 Hose 1.99");
        const auto refused = shop.quotes().paste(quote, "P-1\t1\nX-1\t2\nH-1\tmany\nH-1\t1,000\nH-1\t0\n\t5\nP-1\t3");
        const std::string why = shop.refusal(refused);
        QVERIFY2(why.starts_with("5 rows cannot be taken, so none was: row 2: "), why.c_str());
        for (const char* part : {"Row 3: The quantity \"many\"", "Row 4: The quantity \"1,000\"",
                                 "Row 5: The quantity must be more than 0.", "Row 6: No product is named."})
            QVERIFY2(why.find(part) != std::string::npos, part);
        QCOMPARE(shop.document(quote).lines.size(), 2U);
        QVERIFY(!shop.quotes().paste(quote, "P-1\t\"1").ok());
        QVERIFY(!shop.quotes().paste(quote, "\n\n").ok());
    }

    void numbersAreReadAsPeopleWriteThem()
    {
        const auto read = [](const char* text) {
            const auto number = sales::readNumber(text);
            return number ? number->toString() : std::string("-");
        };
        QCOMPARE(read("1,5"), "1.5");
        QCOMPARE(read("1.5"), "1.5");
        QCOMPARE(read("1 234,50"), "1234.5");
        QCOMPARE(read("1.234,50"), "1234.5");
        QCOMPARE(read("1,234.50"), "1234.5");
        QCOMPARE(read("0,125"), "0.125");
        QCOMPARE(read("1500"), "1500");
        QCOMPARE(read("1,000"), "-");
        QCOMPARE(read("12.345"), "-");
        QCOMPARE(read("1,2,3"), "-");
        QCOMPARE(read("1e3"), "-");
        QCOMPARE(read(""), "-");
    }

    void fiveHundredRowsAreOneChange()
    {
        Shop shop;
        std::string rows;
        std::vector<Shop::Price> prices;
        std::vector<std::string> texts(500);
        for (std::size_t i = 0; i < 500; ++i) {
            const std::string code = "N-" + std::to_string(i);
            texts[i] = std::to_string(i + 1) + ".00 EUR";
            prices.push_back({shop.product(code.c_str(), code.c_str(), "many"), texts[i].c_str()});
            rows += code + "\t2\n";
        }
        shop.publish(2, "2026-01-02", prices);
        const Id quote = shop.begin();
        const auto waiting = must(shop.profile.replica->status()).waiting;
        const auto start = std::chrono::steady_clock::now();
        must(shop.quotes().paste(quote, rows));
        const auto took =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
        qInfo("500 rows: %lld ms", static_cast<long long>(took.count()));
        QCOMPARE(must(shop.profile.replica->status()).waiting, waiting + 1);
        QCOMPARE(shop.document(quote).lines.size(), 500U);
        QCOMPARE(shop.net(quote), "250500.00");
        QVERIFY(shop.isSettled(quote));
    }

    void aTemplateMakesQuotesThatArePricedForTheirAccount()
    {
        Shop shop;
        const Id quote = shop.begin();
        const Id hall = must(shop.quotes().addGroup(quote, "Hall")).added.front();
        must(shop.quotes().addLines(quote, {{.product = shop.pump, .quantity = Shop::dec("2")}}, {.group = hall}));
        const Id hoses = shop.line(quote, shop.hose, "1");
        must(shop.quotes().changeLine(hoses, {.price = std::optional(Shop::dec("1.50"))}));
        const Id model = must(shop.quotes().copy(quote, {.title = "Usual hall", .isTemplate = true})).added.front();
        const Record head = shop.records(model).quote;
        QCOMPARE(head.value("account"), Value());
        QCOMPARE(head.value("template"), Value(std::int64_t{1}));
        QVERIFY(!shop.quotes().copy(model, {}).ok()); // for nobody
        const Id zeta = shop.add("account", {{"name", "Zeta"}, {"address", R"({"country":"DE"})"}});
        const Id agreement =
            shop.add("agreement", {{"account", zeta}, {"name", "Zeta 2026"}, {"code", "Z"}, {"currency", "EUR"}});
        shop.add("agreed_price", {{"agreement", agreement}, {"product", shop.pump}, {"price", "7.00 EUR"}});
        const Id made = must(shop.quotes().copy(model, {.account = zeta, .title = "For Zeta"})).added.front();
        QCOMPARE(shop.text(made), "1 1 Hose 1.50 | 2.1 2 Pump 7.00");
        QCOMPARE(shop.document(made).groups.at(0).subtotal.toString(2), "14.00");
        QCOMPARE(shop.text(quote), "1 1 Hose 1.50 | 2.1 2 Pump 10.00");
    }

    void aDuplicateInAnotherCurrencyLeavesAmountsSetByHandBehind()
    {
        Shop shop;
        shop.profile.set("price_list", shop.list, {{"converts", std::int64_t{1}}});
        shop.add("exchange_rate", {{"from_currency", "EUR"},
                                   {"to_currency", "USD"},
                                   {"date", "2026-11-01"},
                                   {"from_amount", Shop::of("1")},
                                   {"to_amount", Shop::of("1.0850")}});
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "1");
        must(shop.quotes().changeLine(pumps,
                                      {.price = std::optional(Shop::dec("8")), .discountPercent = Shop::dec("10")}));
        const Id same = must(shop.quotes().copy(quote, {})).added.front();
        QCOMPARE(shop.text(same), "1 1 Pump 7.20");
        const Id dollars = must(shop.quotes().copy(quote, {.currency = "USD"})).added.front();
        QCOMPARE(shop.text(dollars), "1 1 Pump 9.765"); // 10.85 and 10 % off
        QCOMPARE(shop.records(dollars).quote.value("rates").isNull(), false);
        QCOMPARE(shop.text(quote), "1 1 Pump 7.20");
        // Free goods are not copied but earned.
        shop.promote("TWO", "buy_get", {{"buy", Shop::of("1")}, {"free", Shop::of("1")}});
        const Id again = must(shop.quotes().copy(dollars, {})).added.front();
        QCOMPARE(shop.text(again), "1 1 Pump 9.765 | 2 1 Pump 0.00 free");
        const Id third = must(shop.quotes().copy(again, {})).added.front();
        QCOMPARE(shop.text(third), "1 1 Pump 9.765 | 2 1 Pump 0.00 free");
    }

    void aCopyLeavesOutWhatIsNotSoldAndSaysSo()
    {
        Shop shop;
        const Id quote = shop.begin();
        shop.line(quote, shop.pump, "1");
        shop.line(quote, shop.hose, "1");
        shop.profile.set("product", shop.hose, {{"active", std::int64_t{0}}});
        const auto copied = must(shop.quotes().copy(quote, {}));
        QCOMPARE(copied.notes, std::vector<std::string>{"Hose (H-1) is no longer sold. It was left out."});
        QCOMPARE(shop.text(copied.added.front()), "1 1 Pump 10.00");
        QCOMPARE(codes(shop, quote), (std::vector<std::string>{"inactive", "draft_number"}));
    }

    void marginsAreForThoseWhoKnowCosts()
    {
        Shop shop;
        shop.add("product_cost", {{"product", shop.pump}, {"cost", "6.00 EUR"}});
        const Id quote = shop.begin();
        shop.line(quote, shop.pump, "2");
        auto margins = must(sales::marginsOf(*shop.profile.replica, shop.document(quote)));
        QCOMPARE(margins->total->margin.toString(2), "8.00");
        QCOMPARE(margins->total->percent->toString(), "40");
        must(shop.quotes().discountDocument(quote, Shop::dec("10"), {}));
        margins = must(sales::marginsOf(*shop.profile.replica, shop.document(quote)));
        QCOMPARE(margins->lines.begin()->second.margin.toString(2), "6.00");
        shop.line(quote, shop.hose, "1");
        margins = must(sales::marginsOf(*shop.profile.replica, shop.document(quote)));
        QVERIFY(!margins->total);
        QCOMPARE(margins->unknown.size(), 1U);
        auto identity = *must(shop.profile.replica->identity());
        identity.role = Role::Salesperson;
        must(shop.profile.replica->setIdentity(identity));
        QVERIFY(!must(sales::marginsOf(*shop.profile.replica, shop.document(quote))));
    }

    void whatStandsAgainstHandingOverIsSaidWithTheWayOut()
    {
        Shop shop;
        const Id quote = shop.begin();
        const Id loose = shop.product("L-1", "Loose", "other");
        shop.line(quote, loose, "1");
        const Id pumps = shop.line(quote, shop.pump, "1");
        shop.publish(2, "2026-02-01", {{shop.pump, "12.00 EUR"}});
        shop.add("product_rule", {{"product", shop.pump}, {"kind", "requires"}, {"other", shop.hose}});
        QCOMPARE(codes(shop, quote), (std::vector<std::string>{"no_price", "rule", "superseded", "draft_number"}));
        const auto warnings = must(sales::warningsFor(*shop.profile.replica, quote));
        QCOMPARE(warnings[0].text, "Line 1 has no price: no list of this customer has one in EUR. Set one by hand, or "
                                   "choose another list.");
        QCOMPARE(warnings[2].text, "The quote has the prices of EUR Retail r1; r2 is in force by now. Reprice it, or "
                                   "leave it as it was offered.");
        // Somebody wrote another price into the row, past the lists.
        shop.profile.set("quote_line", pumps, {{"list_price", "1.00 EUR"}});
        shop.profile.set("quote", quote, {{"review", "merged"}, {"valid_until", "2026-11-21"}, {"date", "2026-11-01"}});
        const auto more = codes(shop, quote);
        QCOMPARE(more, (std::vector<std::string>{"no_price", "price", "rule", "superseded", "review", "draft_number",
                                                 "expired"}));
    }
};

QTEST_GUILESS_MAIN(QuoteGoodsTest)
#include "QuoteGoodsTest.moc"
