// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/QuoteReader.h"
#include "core/sales/Quotes.h"
#include "core/sales/Repricing.h"
#include "core/store/ReplicaRecords.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

namespace {

Decimal dec(const char* text)
{
    return *Decimal::parse(text);
}

/// Acme's account manager ben and its seller ana write the same quote on two laptops.
struct TwoWriters {
    TwoWriters()
    {
        admin.set("price_list", company.priceList, {{"active", "true"}});
        admin.add("company", {{"name", "Pumps"}, {"currency", "EUR"}, {"country", "DE"}, {"price_list", list()}});
        admin.add("tax_rate", {{"name", "VAT"}, {"country", "DE"}, {"tax_class", "standard"}, {"percent", "19"}});
        admin.add(
            "promotion",
            {{"name", "Ten"}, {"code", "TEN"}, {"kind", "buy_get"}, {"buy", "10"}, {"free", "1"}, {"repeats", "true"}});
        admin.sync();
        ana.sync();
        ben.sync();
    }
    std::string list() const { return company.priceList.toString(); }

    pricing::Document document(Laptop& laptop, const Id& quote)
    {
        ReplicaRecords records(laptop.replica().connection());
        quotes::QuoteReader reader(records);
        auto document = must(reader.document(must(reader.records(quote))));
        must(pricing::checkArithmetic(document)); // P10
        return document;
    }
    std::string lines(Laptop& laptop, const Id& quote)
    {
        std::string text;
        for (const auto& line : document(laptop, quote).lines)
            text += (text.empty() ? "" : " | ") + line.quantity.toString() + " " + line.description +
                    (line.free ? " free" : " " + line.unitPrice.toString(2));
        return text;
    }
    void tick() { company.clock().advance(HandEnvironment::second); }
    void everybodySyncs()
    {
        for (int round = 0; round < 2; ++round)
            for (Laptop* laptop : {&ana, &ben})
                laptop->sync();
    }

    Company company;
    Laptop& admin = company.laptop("admin");
    Laptop& ana = company.laptop("ana");
    Laptop& ben = company.laptop("ben");
};

} // namespace

/// One draft on two laptops that do not hear of each other.
class QuoteSyncTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differentLinesOfOneDraftAreBothThere()
    {
        TwoWriters story;
        sales::Quotes anas(story.ana.replica());
        sales::Quotes bens(story.ben.replica());
        const Id quote = must(anas.create({.account = story.company.acme, .title = "Hall"})).added.front();
        const auto added = must(anas.addLines(quote, {{.product = story.company.product, .quantity = dec("1")},
                                                      {.product = story.company.product, .quantity = dec("2")}}))
                               .added;
        story.everybodySyncs();
        QCOMPARE(story.lines(story.ben, quote), "1 Pump 12.30 | 2 Pump 12.30");
        story.tick();
        must(anas.changeLine(added[0], {.quantity = dec("5")}));
        must(anas.addLines(quote, {{.description = "From ana"}}, {.after = added[0]}));
        story.tick();
        must(bens.changeLine(added[1], {.quantity = dec("7"), .discountPercent = dec("10")}));
        story.everybodySyncs();
        QCOMPARE(story.lines(story.ana, quote), "5 Pump 12.30 | 0 From ana 0.00 | 7 Pump 11.07");
        QCOMPARE(story.lines(story.ben, quote), story.lines(story.ana, quote));
        QCOMPARE(story.document(story.ben, quote).net.toString(2), "138.99");
        QCOMPARE(story.ana.value("quote", quote, "review"), "merged");
        QVERIFY(story.ana.inbox().empty());
        QVERIFY(story.ana.agreesWithServer());
    }

    void theSamePromotionFoundTwiceIsOneLine()
    {
        TwoWriters story;
        sales::Quotes anas(story.ana.replica());
        sales::Quotes bens(story.ben.replica());
        const Id quote = must(anas.create({.account = story.company.acme, .title = "Hall"})).added.front();
        const Id line = must(anas.addLines(quote, {{.product = story.company.product}})).added.front();
        story.everybodySyncs();
        story.tick();
        must(anas.changeLine(line, {.quantity = dec("20")}));
        story.tick();
        must(bens.changeLine(line, {.quantity = dec("30")}));
        story.everybodySyncs();
        // One row, as it came first; that it no longer fits the line is said, and put right by hand.
        QCOMPARE(story.lines(story.ana, quote), "30 Pump 12.30 | 2 Pump free");
        QCOMPARE(story.lines(story.ben, quote), story.lines(story.ana, quote));
        QCOMPARE(story.ben.value("quote", quote, "review"), "merged");
        story.tick();
        must(sales::reprice(story.ben.replica(), quote, {.atPins = true}));
        QCOMPARE(story.lines(story.ben, quote), "30 Pump 12.30 | 3 Pump free");
        // They go and come again on one laptop and on the other.
        story.tick();
        must(bens.changeLine(line, {.quantity = dec("5")}));
        story.everybodySyncs();
        QCOMPARE(story.lines(story.ana, quote), "5 Pump 12.30");
        story.tick();
        must(anas.changeLine(line, {.quantity = dec("10")}));
        story.everybodySyncs();
        QCOMPARE(story.lines(story.ben, quote), "10 Pump 12.30 | 1 Pump free");
        QVERIFY(story.ben.agreesWithServer());
    }
};

QTEST_GUILESS_MAIN(QuoteSyncTest)
#include "QuoteSyncTest.moc"
