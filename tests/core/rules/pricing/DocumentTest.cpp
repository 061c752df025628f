// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Document.h"
#include "core/base/Bytes.h"
#include "core/base/Planted.h"
#include "core/rules/pricing/Explanation.h"
#include "tests/core/rules/pricing/Hand.h"

// A quote as its reader gets it: its text is canonical, and its sums are looked at one by one.

using namespace satchel;
using namespace satchel::pricing;
using namespace satchel::pricing::test;

namespace {

Document::Line anyLine(Dice& dice, std::int64_t number)
{
    Document::Line line{.id = idOf(number),
                        .group = dice.chance(60) ? idOf(dice.from(100, 102)) : Id{},
                        .position = std::to_string(number),
                        .counted = dice.chance(80),
                        .product = idOf(dice.from(200, 300)),
                        .code = "P-" + std::to_string(number),
                        .description = "Schraube \"M6\"\n\\ 日本 عربي",
                        .quantity = Decimal{dice.from(1, 900'000)},
                        .unit = dice.chance(30) ? "box" : "",
                        .listPrice = Decimal{dice.from(1, 9'000'000)},
                        .taxPercent = dice.oneOf(std::vector<Decimal>{"0"_d, "7"_d, "19"_d})};
    if (dice.chance(20))
        line.handPrice = Decimal{dice.from(0, 9'000'000)};
    if (dice.chance(30))
        line.discountPercent = Decimal{dice.from(0, 1'000'000)};
    if (dice.chance(20))
        line.role = Document::Role::Optional;
    if (dice.chance(10))
        line.shipToAddress = {.street = "Am Kai 1", .city = "Bremen", .country = "DE"};
    if (dice.chance(10))
        line = {.id = line.id, .group = line.group, .kind = Document::Kind::Text, .description = "Ab Werk."};
    return line;
}

Document anyDocument(std::uint64_t seed)
{
    Dice dice(seed);
    Document document{.quote = idOf(1),
                      .number = "Q-000123",
                      .revision = dice.from(1, 3),
                      .title = "Für die neue Halle",
                      .date = "2026-11-28",
                      .currency = dice.oneOf(std::vector<std::string>{"EUR", "JPY", "KWD"}),
                      .taxInclusive = dice.chance(50),
                      .half = dice.chance(30) ? HalfRule::ToEven : HalfRule::AwayFromZero,
                      .customerAddress = {.street = "Weg 2", .postcode = "28195", .city = "Bremen"},
                      .groups = {{idOf(100), "A"}, {idOf(101), "B"}, {idOf(102), "C"}}};
    for (std::int64_t i = dice.from(1, 12); i > 0; --i)
        document.lines.push_back(anyLine(dice, i));
    document.discountPercent = Decimal{dice.from(0, 200'000)};
    return document;
}

/// Every amount of the document that follows from others.
std::vector<Decimal*> madeAmounts(Document& document)
{
    std::vector<Decimal*> amounts{&document.sum, &document.discount, &document.net, &document.tax, &document.gross};
    for (Document::Line& line : document.lines)
        for (Decimal* amount : {&line.unitPrice, &line.net, &line.share})
            amounts.push_back(amount);
    for (Document::Group& group : document.groups)
        amounts.push_back(&group.subtotal);
    for (Document::Tax& tax : document.taxes)
        for (Decimal* amount : {&tax.percent, &tax.net, &tax.tax})
            amounts.push_back(amount);
    return amounts;
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documentsGoThroughJsonByteForByte()
    {
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            Document document = anyDocument(seed);
            same(outcome(computeTotals(document)), "ok");
            const std::string json = writeDocument(document);
            const auto read = readDocument(json);
            QVERIFY2(read, outcome(read).c_str());
            QVERIFY(*read == document);
            same(writeDocument(*read), json);
        }
    }

    void theTextOfADocumentIsCanonical()
    {
        Document document{.quote = idOf(1), .currency = "EUR"};
        document.lines.push_back({.id = idOf(2), .counted = true, .quantity = "2.5"_d, .listPrice = "0"_d});
        same(outcome(computeTotals(document)), "ok");
        document.acceptedBy = "A. Kunde";
        document.signature = "M0 0";
        same(writeDocument(document),
             R"({"format":1,"quote":"00000000-0000-0000-0000-000000000001","revision":1,"currency":"EUR","lines":[)"
             R"({"id":"00000000-0000-0000-0000-000000000002","counted":true,"quantity":"2.5","list_price":"0"}],)"
             R"("taxes":[{}]})");
        same(hashOf("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    }

    void whatIsNoSuchTextIsCorrupt()
    {
        const std::string good = R"({"format":1,"quote":"00000000-0000-0000-0000-000000000001","revision":1})";
        same(outcome(readDocument(good)), "ok");
        const std::string corrupt = "The document cannot be read.";
        for (const char* text :
             {"", "[]", "null", "{", "{}", R"({"format":1})", R"({"revision":1,"format":1})",
              R"({"format":1,"revision":"1"})", R"({"format":1,"revision":18446744073709551615})",
              R"({"format":1,"revision":1,"sum":"0"})", R"({"format":1,"revision":1,"sum":1})",
              R"({"format":1,"revision":1,"sum":"1.00"})", R"({"format":1,"revision":1,"unknown":"x"})",
              R"({"format":1,"revision":1,"half":"up"})", R"({"format":1,"revision":1,"lines":[1]})",
              R"({"format":1,"revision":1} )", R"({"format":1,"revision":1,"title":"a","title":"a"})"})
            same(outcome(readDocument(text)), corrupt);
        const auto newer = readDocument(R"({"format":2,"revision":1})");
        QVERIFY(!newer && newer.error().kind == ErrorKind::TooNew);
    }

    void everySingleChangedAmountIsFound()
    {
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            Document document = anyDocument(seed);
            same(outcome(computeTotals(document)), "ok");
            same(outcome(checkArithmetic(document)), "ok");
            for (Decimal* amount : madeAmounts(document)) {
                for (const std::int64_t change : {-1, 1, 100}) {
                    amount->units += change;
                    QVERIFY(!checkArithmetic(document));
                    amount->units -= change;
                }
            }
            document.taxes.push_back({"3"_d, {}, {}});
            same(outcome(checkArithmetic(document)), "The document does not have one tax for each rate of its lines.");
        }
    }

    void theErrorNamesTheAmountAndTheLine()
    {
        Document document{.currency = "EUR"};
        document.lines.push_back({.kind = Document::Kind::Text, .description = "Ab Werk."});
        document.lines.push_back({.counted = true, .quantity = "2"_d, .listPrice = "10"_d});
        same(outcome(computeTotals(document)), "ok");
        document.lines[1].net = "21"_d;
        same(outcome(checkArithmetic(document)), "The net of line 2 is 21.00 but must be 20.00.");
        document.lines[1].quantity = "0"_d;
        same(outcome(computeTotals(document)), "Line 2: the quantity must be more than 0 and at most 10,000,000.");
    }

    void computingTwiceIsComputingOnceWhateverStoodThere()
    {
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            Document document = anyDocument(seed);
            same(outcome(computeTotals(document)), "ok");
            Document again = document;
            for (Decimal* amount : madeAmounts(again))
                amount->units += 12'345;
            same(outcome(computeTotals(again)), "ok");
            QVERIFY(again == document);
        }
    }

    void aLineIsWorthItsHandPriceElseItsListPriceElseNothing()
    {
        Document document{.currency = "EUR"};
        document.lines.push_back({.counted = true, .quantity = "1"_d, .listPrice = "10"_d, .handPrice = "0"_d});
        document.lines.push_back({.counted = true, .quantity = "1"_d, .listPrice = "10"_d});
        document.lines.push_back({.counted = true, .quantity = "1"_d});
        document.lines.push_back({.counted = true, .quantity = "1"_d, .listPrice = "5"_d, .free = true});
        same(outcome(computeTotals(document)), "ok");
        same(document.gross.toString(), "10");
    }

    void theSimulatorsBugIsOne()
    {
        Document document = anyDocument(5);
        same(outcome(computeTotals(document)), "ok");
        document.lines.push_back({.id = idOf(50), .counted = true, .quantity = "1"_d, .listPrice = "1000"_d});
        plantBugs([](std::string_view name) { return name == "a total not recomputed"; });
        const Status computed = computeTotals(document);
        plantBugs(nullptr);
        same(outcome(computed), "ok");
        QVERIFY(!checkArithmetic(document));
    }

    void stepsAreToldInASentenceAndKept()
    {
        const std::vector<Step> steps{
            {"list", {"EUR-Retail", "7"}}, {"break", {"20"}}, {"promotion", {"Spring", "-5 %"}}, {"rounded", {"0.05"}}};
        same(sentence(steps), "EUR-Retail r7, 20 or more, Spring -5 %, rounded to 0.05");
        same(writeSteps(steps),
             R"([["list","EUR-Retail","7"],["break","20"],["promotion","Spring","-5 %"],["rounded","0.05"]])");
        QVERIFY(*readSteps(writeSteps(steps)) == steps);
        same(writeSteps({}), "");
        QVERIFY(readSteps("")->empty());
        for (const char* text : {"{}", "[1]", "[[]]", "[[1]]", "["})
            same(outcome(readSteps(text)), "The explanation of a price cannot be read.");
    }

    void aVeryLongExplanationLosesItsLastSteps()
    {
        std::vector<Step> steps;
        for (int i = 0; i < 100; ++i)
            steps.push_back({"promotion", {"Größe " + std::to_string(i), "-5 %"}});
        const std::string text = writeSteps(steps);
        QVERIFY(codePoints(text) <= 2000 && codePoints(text) > 1900);
        const auto read = readSteps(text);
        QVERIFY(read && !read->empty() && std::equal(read->begin(), read->end(), steps.begin()));
    }
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "DocumentTest.moc"
