// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/Ids.h"
#include "core/rules/quotes/QuoteReader.h"
#include "core/sales/Deals.h"
#include "core/sales/QuoteWarnings.h"
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

struct Revised {
    Id quote;
    Id line;
    Id revision;
    Id copy; ///< of the line, in the revision
};

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
    static std::string warnings(Laptop& laptop, const Id& quote)
    {
        std::string text;
        for (const auto& warning : must(sales::warningsFor(laptop.replica(), quote)))
            if (warning.code == "free")
                text += (text.empty() ? "" : " | ") + warning.text;
        return text;
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
    /// A quote of five pumps that ana has handed over, without knowing that ben had made six of them; ben has not heard
    /// of it. His edit is in the revision.
    Revised revised()
    {
        Revised made{
            .quote = must(sales::Quotes(ana.replica()).create({.account = company.acme, .title = "Hall"})).added[0]};
        made.line =
            must(
                sales::Quotes(ana.replica()).addLines(made.quote, {{.product = company.product, .quantity = dec("5")}}))
                .added.front();
        everybodySyncs();
        tick();
        must(sales::Quotes(ben.replica()).changeLine(made.line, {.quantity = dec("6")}));
        sentUnheard(ben);
        tick();
        must(sales::Deals(ana.replica()).handOver(made.quote));
        const Id paper = only(ana, "quote_document");
        ana.sync();
        made.revision = quotes::revisionIdOf(made.quote, paper);
        made.copy = quotes::copiedRowIdOf(made.revision, made.line);
        return made;
    }
    /// What waits on the laptop is sent, and the line breaks before it hears anything.
    static void sentUnheard(Laptop& laptop)
    {
        laptop.line().losesReplies = 1;
        QVERIFY(!laptop.trySync().ok());
    }
    static Id only(Laptop& laptop, const char* entity)
    {
        return must(laptop.replica().list({.entity = &schema::entity(entity), .limit = 2})).rows.front().id;
    }
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

    void foundInAQuoteThatWentOutAndInItsRevisionItIsOneLineToo()
    {
        TwoWriters story;
        const Revised revised = story.revised();
        QCOMPARE(story.lines(story.ana, revised.revision), "6 Pump 12.30");
        // Ben, who does not know of either, goes on with the quote; ana with the revision that has his first edit.
        story.tick();
        must(sales::Quotes(story.ana.replica()).changeLine(revised.copy, {.quantity = dec("30")}));
        story.tick();
        must(sales::Quotes(story.ben.replica()).changeLine(revised.line, {.quantity = dec("20")}));
        story.tick();
        must(sales::Quotes(story.ben.replica()).changeLine(revised.line, {.quantity = dec("40")}));
        QCOMPARE(story.lines(story.ana, revised.revision), "30 Pump 12.30 | 3 Pump free");
        QCOMPARE(story.lines(story.ben, revised.quote), "40 Pump 12.30 | 4 Pump free");
        story.everybodySyncs();
        QCOMPARE(story.lines(story.ana, revised.quote), "5 Pump 12.30"); // as the customer has it
        QCOMPARE(story.lines(story.ana, revised.revision), "40 Pump 12.30 | 4 Pump free");
        QCOMPARE(story.lines(story.ben, revised.revision), story.lines(story.ana, revised.revision));
        QCOMPARE(story.ben.value("quote", revised.revision, "review"), "merged");
        QVERIFY(story.ana.agreesWithServer());
        QVERIFY(story.ben.agreesWithServer());
        // They go and come again, whoever was there first.
        story.tick();
        must(sales::Quotes(story.ben.replica()).changeLine(revised.copy, {.quantity = dec("5")}));
        story.everybodySyncs();
        QCOMPARE(story.lines(story.ana, revised.revision), "5 Pump 12.30");
        for (Laptop* laptop : {&story.ana, &story.ben}) {
            story.tick();
            must(sales::Quotes(laptop->replica()).changeLine(revised.copy, {.quantity = dec("10")}));
        }
        story.everybodySyncs();
        QCOMPARE(story.lines(story.ben, revised.revision), "10 Pump 12.30 | 1 Pump free");
        QVERIFY(story.ben.agreesWithServer());
    }

    void earnedByALineThatCameTooLateItIsOneLineToo()
    {
        TwoWriters story;
        const Revised revised = story.revised();
        QCOMPARE(story.lines(story.ana, revised.revision), "6 Pump 12.30");
        story.tick();
        const Id late = must(sales::Quotes(story.ben.replica())
                                 .addLines(revised.quote, {{.product = story.company.product, .quantity = dec("2")}}))
                            .added.front();
        TwoWriters::sentUnheard(story.ben);
        story.ana.sync();
        QCOMPARE(story.lines(story.ana, revised.revision), "6 Pump 12.30 | 2 Pump 12.30");
        story.tick();
        must(sales::Quotes(story.ana.replica()).changeLine(late, {.quantity = dec("30")}));
        story.tick();
        must(sales::Quotes(story.ben.replica()).changeLine(late, {.quantity = dec("20")}));
        story.everybodySyncs();
        QCOMPARE(story.lines(story.ana, revised.revision), "6 Pump 12.30 | 20 Pump 12.30 | 3 Pump free");
        QCOMPARE(story.lines(story.ben, revised.revision), story.lines(story.ana, revised.revision));
        QCOMPARE(TwoWriters::warnings(story.ana, revised.revision),
                 "A promotion gives 2 of \"Pump\" free, which the quote does not have. Reprice it to add them. | "
                 "The quote gives 3 of \"Pump\" free, and promotions only 2. Reprice it to put that right.");
        must(sales::reprice(story.ana.replica(), revised.revision, {.atPins = true}));
        QCOMPARE(story.lines(story.ana, revised.revision), "6 Pump 12.30 | 20 Pump 12.30 | 2 Pump free");
        QCOMPARE(TwoWriters::warnings(story.ana, revised.revision), "");
    }
};

QTEST_GUILESS_MAIN(QuoteSyncTest)
#include "QuoteSyncTest.moc"
