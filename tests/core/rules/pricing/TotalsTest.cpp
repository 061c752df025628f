// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/rules/pricing/Hand.h"

#include <algorithm>

// Steps e to h of PRICING.md: the arithmetic of a document.

using namespace satchel;
using namespace satchel::pricing;
using namespace satchel::pricing::test;

namespace {

const std::vector<std::string> currencies = {"EUR", "JPY", "KWD"}; // 2, 0 and 3 decimals

LineTerms line(std::int64_t number, Decimal quantity, Decimal price, Decimal tax = "19"_d)
{
    return LineTerms{.id = idOf(number), .quantity = quantity, .price = price, .taxPercent = tax};
}

LineTerms anyLine(Dice& dice, std::int64_t number)
{
    LineTerms made = line(number, Decimal{dice.from(1, 5'000'000)}, Decimal{dice.from(0, 90'000'000)},
                          dice.oneOf(std::vector<Decimal>{"0"_d, "7"_d, "19"_d, "8.875"_d}));
    if (dice.chance(50))
        made.group = idOf(dice.from(1, 4));
    if (dice.chance(40))
        made.discountPercent = Decimal{dice.from(0, 1'000'000)};
    made.counted = dice.chance(85);
    return made;
}

std::vector<LineTerms> anyLines(Dice& dice)
{
    std::vector<LineTerms> lines;
    for (std::int64_t i = dice.from(1, 30); i > 0; --i)
        lines.push_back(anyLine(dice, i));
    return lines;
}

DocumentTerms anyDocument(Dice& dice, const std::string& currency)
{
    return DocumentTerms{.currency = currency,
                         .taxInclusive = dice.chance(50),
                         .half = dice.chance(50) ? HalfRule::ToEven : HalfRule::AwayFromZero,
                         .discountPercent = dice.chance(50) ? Decimal{dice.from(0, 1'000'000)} : Decimal{}};
}

std::string told(const Totals& totals)
{
    std::string text = totals.sum.toString() + " - " + totals.discount.toString();
    for (const TaxTotal& tax : totals.taxes)
        text += ", " + tax.percent.toString() + " % of " + tax.net.toString() + ": " + tax.tax.toString();
    return text + " = " + totals.net.toString() + " + " + totals.tax.toString() + " = " + totals.gross.toString();
}

std::string refusal(const LineTerms& terms, const DocumentTerms& document = {.currency = "EUR"})
{
    return outcome(totalsOf(document, std::vector{line(1, "1"_d, "1"_d), terms}));
}

/// What a seed's totals must satisfy, reckoned with here once more.
void checkSums(const DocumentTerms& document, const std::vector<LineTerms>& lines, const Totals& totals)
{
    const std::int64_t unit = minorUnit(document.currency);
    Decimal sum, shares, net, tax;
    std::map<Id, Decimal> groups;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        QCOMPARE(totals.lines[i].net.units % unit, 0);
        QCOMPARE(totals.lines[i].share.units % unit, 0);
        QVERIFY(totals.lines[i].share <= totals.lines[i].net);
        QVERIFY(lines[i].counted || totals.lines[i].share == Decimal{});
        groups[lines[i].group].units += lines[i].counted ? totals.lines[i].net.units : 0;
        sum.units += lines[i].counted ? totals.lines[i].net.units : 0;
        shares.units += totals.lines[i].share.units;
    }
    QVERIFY(groups == totals.groups);
    QVERIFY(sum == totals.sum);
    QVERIFY(shares == totals.discount);
    for (const TaxTotal& rate : totals.taxes) {
        QCOMPARE(rate.tax.units % unit, 0);
        net.units += rate.net.units;
        tax.units += rate.tax.units;
    }
    QVERIFY(net == totals.net && tax == totals.tax);
    QCOMPARE(totals.gross.units, net.units + tax.units);
    QCOMPARE(document.taxInclusive ? totals.gross.units : totals.net.units, sum.units - shares.units);
}

} // namespace

class TotalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hundredAndFiftyEightTimesTwoIsThreeHundredAndSixteen()
    {
        const auto totals = totalsOf({.currency = "EUR"}, std::vector{line(1, "158"_d, "2.00"_d)});
        same(told(*totals), "316 - 0, 19 % of 316: 60.04 = 316 + 60.04 = 376.04");
    }

    void fourHundredAndTenStaysFourHundredAndTen()
    {
        for (const std::string& currency : currencies) {
            const auto totals = totalsOf({.currency = currency}, std::vector{line(1, "1"_d, "410.00"_d, "0"_d)});
            same(told(*totals), "410 - 0, 0 % of 410: 0 = 410 + 0 = 410");
            same(totals->lines[0].unitPrice.toString(2), "410.00");
        }
    }

    void aDiscountIsSpreadByLargestRemainder() // worked example 4
    {
        const std::vector lines{line(7, "1"_d, "10"_d), line(5, "1"_d, "10"_d), line(9, "1"_d, "10"_d)};
        const auto even = totalsOf({.currency = "EUR", .discountPercent = "1"_d}, lines);
        for (const LineTotal& total : even->lines)
            same(total.share.toString(), "0.1");
        const auto odd = totalsOf({.currency = "EUR", .discountAmount = "0.10"_d}, lines);
        same(odd->lines[0].share.toString() + " " + odd->lines[1].share.toString() + " " +
                 odd->lines[2].share.toString(),
             "0.03 0.04 0.03");
    }

    void ofEqualRemaindersTheLargerNetComesFirst()
    {
        // A discount of 0.02 on 1.00 and 3.00: 0.5 and 1.5 minor units.
        const std::vector lines{line(1, "1"_d, "1"_d), line(2, "1"_d, "3"_d)};
        const auto totals = totalsOf({.currency = "EUR", .discountAmount = "0.02"_d}, lines);
        same(totals->lines[0].share.toString() + " " + totals->lines[1].share.toString(), "0 0.02");
    }

    void taxIsTakenOutOfInclusivePricesForEachRate() // worked example 5
    {
        const std::vector lines{line(1, "1"_d, "119"_d, "19"_d), line(2, "1"_d, "107"_d, "7"_d)};
        const auto totals = totalsOf({.currency = "EUR", .taxInclusive = true}, lines);
        same(told(*totals), "226 - 0, 7 % of 100: 7, 19 % of 100: 19 = 200 + 26 = 226");
    }

    void halvesGoAwayFromZeroOrToEven() // worked example 6
    {
        const std::vector lines{line(1, "1"_d, "2.125"_d)};
        same(totalsOf({.currency = "EUR"}, lines)->sum.toString(), "2.13");
        same(totalsOf({.currency = "EUR", .half = HalfRule::ToEven}, lines)->sum.toString(), "2.12");
        same(text(roundedQuotient(-5, 2, 1)), "-0.0003");
        same(text(roundedQuotient(-5, 2, 1, HalfRule::ToEven)), "-0.0002");
        same(text(roundedQuotient(7, 2, 1, HalfRule::ToEven)), "0.0004");
        same(text(roundedQuotient(-5, 3, 1)), "-0.0002");
    }

    void lineDiscountsArePercentFirstThenAmount()
    {
        LineTerms terms = line(1, "3"_d, "10.00"_d);
        terms.discountPercent = "12.5"_d;
        terms.discountAmount = "0.25"_d;
        const auto totals = totalsOf({.currency = "EUR"}, std::vector{terms});
        same(totals->lines[0].unitPrice.toString(2) + " " + totals->lines[0].net.toString(2), "8.50 25.50");
    }

    void whatDoesNotCountHasANetAndIsInNoTotal()
    {
        LineTerms optional = line(2, "2"_d, "50"_d, "7"_d);
        optional.counted = false;
        optional.group = idOf(4);
        const auto totals = totalsOf({.currency = "EUR"}, std::vector{line(1, "1"_d, "10"_d), optional});
        same(told(*totals), "10 - 0, 19 % of 10: 1.9 = 10 + 1.9 = 11.9");
        same(totals->lines[1].net.toString() + " " + totals->groups.at(idOf(4)).toString(), "100 0");
    }

    void totalsAreTheSumsInEveryCurrency()
    {
        for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
            Dice dice(seed);
            const std::vector<LineTerms> lines = anyLines(dice);
            DocumentTerms document = anyDocument(dice, dice.oneOf(currencies));
            const auto before = totalsOf(document, lines);
            QVERIFY2(before, outcome(before).c_str());
            document.discountAmount = Decimal{(before->sum.units - before->discount.units) / 3};
            const auto totals = totalsOf(document, lines);
            QVERIFY2(totals, outcome(totals).c_str());
            checkSums(document, lines, *totals);
            if (QTest::currentTestFailed())
                QFAIL(("seed " + std::to_string(seed) + ": " + told(*totals)).c_str());
        }
    }

    void orderOfLinesAndGroupingDoNotMatter()
    {
        for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
            Dice dice(seed);
            std::vector<LineTerms> lines = anyLines(dice);
            const DocumentTerms document = anyDocument(dice, dice.oneOf(currencies));
            const auto before = totalsOf(document, lines);
            std::map<Id, Decimal> shares;
            for (const LineTotal& total : before->lines)
                shares[total.id] = total.share;
            std::shuffle(lines.begin(), lines.end(), dice.engine());
            for (LineTerms& terms : lines)
                terms.group = idOf(dice.from(0, 3));
            const auto again = totalsOf(document, lines);
            same(told(*again), told(*before));
            for (const LineTotal& total : again->lines)
                QVERIFY(total.share == shares[total.id]);
            if (QTest::currentTestFailed())
                QFAIL(("seed " + std::to_string(seed)).c_str());
        }
    }

    void inclusiveAndExclusiveAgreeWhereTheConversionIsExact()
    {
        // 20 % on multiples of 5 minor units: the price with tax is exact too.
        for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
            Dice dice(seed);
            const std::string currency = dice.oneOf(currencies);
            std::vector<LineTerms> without, with;
            for (std::int64_t i = dice.from(1, 20); i > 0; --i) {
                without.push_back(line(i, Decimal{dice.from(1, 100) * Decimal::scale},
                                       Decimal{dice.from(0, 100'000) * 5 * minorUnit(currency)}, "20"_d));
                with.push_back(without.back());
                with.back().price.units = without.back().price.units / 5 * 6;
            }
            const auto exclusive = totalsOf({.currency = currency}, without);
            const auto inclusive = totalsOf({.currency = currency, .taxInclusive = true}, with);
            same(inclusive->net.toString() + " " + inclusive->tax.toString() + " " + inclusive->gross.toString(),
                 exclusive->net.toString() + " " + exclusive->tax.toString() + " " + exclusive->gross.toString());
        }
    }

    void absurdTermsAreRefusedWithTheLineAndTheReason()
    {
        const std::string quantity = "Line 2: the quantity must be more than 0 and at most 10,000,000.";
        same(refusal(line(2, "0"_d, "1"_d)), quantity);
        same(refusal(line(2, "-1"_d, "1"_d)), quantity);
        same(refusal(line(2, "10000000.0001"_d, "1"_d)), quantity);
        const std::string price = "Line 2: the price must be at least 0 and at most 1,000,000,000.";
        same(refusal(line(2, "1"_d, "-0.01"_d)), price);
        same(refusal(line(2, "1"_d, "1000000000.0001"_d)), price);
        same(refusal(line(2, "1"_d, {INT64_MAX})), price);
        LineTerms terms = line(2, "1"_d, "5"_d);
        terms.discountPercent = "100.0001"_d;
        same(refusal(terms), "Line 2: the discount must be 0 to 100 percent.");
        terms.discountPercent = "50"_d;
        terms.discountAmount = "2.51"_d;
        same(refusal(terms), "Line 2: the discount is more than the price.");
        terms.discountAmount = "2.50"_d;
        same(refusal(terms), "ok");
    }

    void whatDoesNotFitIsRefused()
    {
        same(refusal(line(2, "10000000"_d, "1000000000"_d)), "Line 2: it comes to more than can be reckoned with.");
        const LineTerms much = line(2, "99999.9999"_d, "1000000000"_d, "0"_d);
        const std::string tooMuch = "The document comes to more than can be reckoned with.";
        same(refusal(much), "ok");
        same(outcome(totalsOf({.currency = "EUR"}, std::vector{much, much})), tooMuch);
        same(refusal(line(2, "99999.9999"_d, "1000000000"_d)), tooMuch); // with its tax
    }

    void theDiscountOfADocumentIsAtMostItsSum()
    {
        const std::string more = "The discount of the document is more than its sum.";
        const LineTerms terms = line(2, "1"_d, "9"_d);
        same(refusal(terms, {.currency = "EUR", .discountAmount = "10"_d}), "ok");
        same(refusal(terms, {.currency = "EUR", .discountAmount = "10.01"_d}), more);
        same(refusal(terms, {.currency = "EUR", .discountPercent = "50"_d, .discountAmount = "5.01"_d}), more);
        same(outcome(totalsOf({.currency = "EUR", .discountAmount = "0.01"_d}, {})), more);
        same(refusal(terms, {.currency = "EUR", .discountAmount = "-1"_d}),
             "The discount of the document must not be less than 0.");
        same(refusal(terms, {.currency = "euro"}), "The currency must be three capital letters such as EUR.");
    }

    void aDocumentHasAtMostTenThousandLines()
    {
        std::vector<LineTerms> lines(10'000, line(1, "1"_d, "0.01"_d));
        same(outcome(totalsOf({.currency = "EUR"}, lines)), "ok");
        lines.push_back(lines.front());
        same(outcome(totalsOf({.currency = "EUR"}, lines)), "A document has at most 10,000 lines.");
    }
};

QTEST_GUILESS_MAIN(TotalsTest)
#include "TotalsTest.moc"
