// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/merge/Difference.h"
#include "sync/merge/FieldMerge.h"
#include "sync/merge/TextMerge.h"
#include "tests/sync/merge/Meeting.h"

#include <QTest>

#include <limits>

using namespace satchel;
using namespace satchel::test;

namespace {

std::string linesUpTo(int count, const std::string& first, const std::string& last)
{
    std::string text = first;
    for (int i = 2; i < count; ++i)
        text += "\n" + std::to_string(i);
    return text + "\n" + last;
}

std::string wordsUpTo(int count, const std::string& first, const std::string& last)
{
    std::string text = first;
    for (int i = 3; i < count; i += 2) // a word and a space each
        text += " " + std::to_string(i);
    return text + " " + last;
}

// Whether what stands left and right of `between` are pieces of their own: then two people may change one each.
bool splits(const std::string& between)
{
    return !mergeText("q" + between + "r", "s" + between + "r", "q" + between + "t").overlap;
}

} // namespace

/// The edges: limits exactly reached, words exactly bounded, which rule is named, values that are not what they should.
class MergeEdgesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWrittenFieldNamesItsRule()
    {
        const auto rulesOf = [](const char* field, Value there, Value mine, bool both) {
            MergeRow start = rowWith(field, std::move(there));
            start.stamps[at(field)] = stamp('a', 10, both ? unseen : seen);
            const auto result = merge(start, update({{at(field), {}, std::move(mine)}}), stamp('b', 20, 0));
            return result.rules.empty() ? std::string() : result.rules.front();
        };
        QCOMPARE(rulesOf("ask", {}, "x", false), std::string(rule::set));
        QCOMPARE(rulesOf("plain", {}, "x", false), std::string(rule::set));
        QCOMPARE(rulesOf("plain", "y", "x", true), std::string(rule::laterEdit));
        QCOMPARE(rulesOf("plain", "x", "x", true), std::string(rule::same));
        QCOMPARE(rulesOf("sum", {}, number(1), false), std::string(rule::set));
        QCOMPARE(rulesOf("sum", number(2), number(1), true), std::string(rule::summed));
        QCOMPARE(rulesOf("extreme", {}, number(1), false), std::string(rule::set));
        QCOMPARE(rulesOf("extreme", number(0), number(1), true), std::string(rule::extreme));
        QCOMPARE(rulesOf("text", {}, "x", false), std::string(rule::set));
        QCOMPARE(rulesOf("text", "y", "x", true), std::string(rule::textBoth));
        QCOMPARE(rulesOf("list", {}, list({"x"}), false), std::string(rule::set));
        QCOMPARE(rulesOf("list", list({"y"}), list({"x"}), true), std::string(rule::united));
        QCOMPARE(rulesOf("entries", {}, entries({entry("x", 1)}), false), std::string(rule::set));
        QCOMPARE(rulesOf("entries", {}, entries({entry("x", 1)}), true), std::string(rule::appended));
    }

    void whatIsThereAlreadyTakesTheStampOfWhoKnewOfIt()
    {
        MergeRow start = rowWith("text", "new");
        start.stamps[at("text")] = stamp('a', 10, seen);
        const MergeResult result = merge(start, update({{at("text"), "old", "new"}}), stamp('b', 20, 0));
        QCOMPARE(result.record.values[at("text")].text(), std::string("new"));
        QCOMPARE(result.rules.front(), std::string(rule::set));
    }

    void aGroupHasChangedIfOneOfItsFieldsHas()
    {
        MergeRow start = row();
        start.record.values[at("status")] = "new";
        start.record.values[at("reason")] = "theirs";
        start.stamps[at("reason")] = stamp('a', 20, unseen);
        const Operation closing = update({{at("status"), "new", "converted"}, {at("reason"), {}, "mine"}});
        const MergeResult result = merge(start, closing, stamp('b', 10, 0));
        QCOMPARE(result.record.values[at("status")].text(), std::string("converted"));
        QCOMPARE(result.record.values[at("reason")].text(), std::string("mine"));
        QCOMPARE(result.conflicts.front().rule, std::string(rule::stage));
        const Operation priced = update({{at("price"), {}, "1"}, {at("currency"), {}, "EUR"}});
        start.record.values[at("currency")] = "USD";
        start.stamps[at("currency")] = stamp('a', 20, unseen);
        QVERIFY(merge(start, priced, stamp('b', 10, 0)).written.empty());
    }

    void anEditOfAClockThatWasSetDecidesNothing()
    {
        MergeRow start = rowWith("plain", "theirs");
        start.stamps[at("plain")] = stamp('a', 10, unseen);
        Stamp uncertain = stamp('b', 20, 0);
        uncertain.timeIsUncertain = true;
        const MergeResult asked = merge(start, update({{at("plain"), "old", "mine"}}), uncertain);
        QCOMPARE(asked.effect, Effect::None);
        QCOMPARE(asked.conflicts.front().rule, std::string(rule::asked));
        QCOMPARE(asked.conflicts.front().kept, Kept::Theirs);
        const MergeResult same = merge(start, update({{at("plain"), "old", "theirs"}}), uncertain);
        QVERIFY(same.written.empty() && same.conflicts.empty());
        // Where nobody else wrote there is nothing to decide.
        start.stamps[at("plain")] = stamp('a', 10, seen);
        QCOMPARE(merge(start, update({{at("plain"), "old", "mine"}}), uncertain).rules.front(), std::string(rule::set));
    }

    void nobodysReplicaIsNobodysOwn()
    {
        MergeRow start = rowWith("plain", "theirs");
        start.stamps[at("plain")] = Stamp{.rev = unseen, .at = 10}; // imported: no replica wrote it
        const MergeResult result = merge(start, update({{at("plain"), "old", "mine"}}), Stamp{.at = 5});
        QCOMPARE(result.conflicts.size(), std::size_t{1});
    }

    void aReasonWithoutAStatusIsTheLaterEdit()
    {
        MergeRow start = rowWith("reason", "theirs");
        start.stamps[at("reason")] = stamp('a', 10, unseen);
        const Operation lone = update({{at("reason"), {}, "mine"}});
        QCOMPARE(merge(start, lone, stamp('b', 20, 0)).record.values[at("reason")].text(), std::string("mine"));
        QCOMPARE(merge(start, lone, stamp('b', 5, 0)).record.values[at("reason")].text(), std::string("theirs"));
    }

    void aRowMadeByOthersAndNeverSeenIsNotDeleted()
    {
        MergeRow start = row();
        start.born = stamp('b', 5, unseen);
        const MergeResult kept = merge(start, removal(thing()), stamp('a', 9, 0));
        QCOMPARE(kept.effect, Effect::None);
        QVERIFY(kept.conflicts.front().theirStamp == start.born);
    }

    void makingADeletedRowAgainBringsItBack()
    {
        MergeRow gone = rowWith("entries", entries({entry("a", 1)}));
        gone.record.values[at("ask")] = "stays";
        gone.deleted = true;
        Operation again{.kind = OperationKind::Create, .entity = &thing(), .id = id('r')};
        again.fields = {{at("plain"), {}, "x"}, {at("entries"), {}, entries({entry("b", 2)})}};
        const MergeResult result = merge(gone, again, stamp('a', 9, 0));
        QCOMPARE(result.effect, Effect::Revived);
        QCOMPARE(result.record.values[at("plain")].text(), std::string("x"));
        QCOMPARE(result.record.values[at("ask")].text(), std::string("stays"));
        QVERIFY(result.record.values[at("entries")] == entries({entry("a", 1), entry("b", 2)}));
        QVERIFY((result.rules == std::vector<std::string>{rule::set, rule::set}));
        QCOMPARE(result.written.size(), std::size_t{2});
    }

    void whatHappensToAnAbsentRowIsToldOfThatRow()
    {
        const MergeResult result = merge(std::nullopt, removal(thing()), stamp('a', 1, 0));
        QVERIFY(result.record.id == id('r') && result.record.entity == &thing());
    }

    void countersStopAtTheirEnds()
    {
        const std::int64_t most = std::numeric_limits<std::int64_t>::max();
        const std::int64_t least = std::numeric_limits<std::int64_t>::min();
        QCOMPARE(addDelta(number(1), number(most), number(2)).integer(), most);
        QCOMPARE(addDelta(number(2), number(least), number(1)).integer(), least);
        QCOMPARE(addDelta(number(1), number(most - 1), number(2)).integer(), most);
        QCOMPARE(addDelta(number(2), number(least + 1), number(1)).integer(), least);
        QCOMPARE(addDelta(number(1), number(7), number(1)).integer(), std::int64_t{7});
    }

    void aMergedTextMayBeExactlyAsLongAsItsField()
    {
        const Field five{.number = 1, .name = "t", .type = FieldType::Notes, .max = 5, .policy = Policy::Text};
        const Field one{.number = 1, .name = "t", .type = FieldType::Notes, .max = 1, .policy = Policy::Text};
        const Field any{.number = 1, .name = "t", .type = FieldType::Notes, .policy = Policy::Text};
        const Value base = "a\nb\nc";
        QVERIFY(mergeTexts(five, base, "A\nb\nc", "a\nb\nC").has_value());
        QVERIFY(!mergeTexts(five, base, "AA\nb\nc", "a\nb\nC").has_value());
        QVERIFY(!mergeTexts(one, base, "A\nb\nc", "a\nb\nC").has_value());
        QVERIFY(mergeTexts(any, base, "A\nb\nc", "a\nb\nC").has_value());
    }

    void aListMayHaveExactlyItsMostElements()
    {
        std::vector<std::string> many;
        for (std::size_t i = 0; i + 1 < maxListElements; ++i)
            many.push_back("e" + std::to_string(i));
        QVERIFY(mergeLists({}, list(many), list({"x"})).has_value());
        QVERIFY(!mergeLists({}, list(many), list({"x", "y"})).has_value());
    }

    void storedValuesThatAreNotWhatTheirTypeSaysAreNoOnesMerge()
    {
        const Value good = list({"a"});
        for (const Value& bad : {Value("{"), Value("[1]"), Value("[\"a\",\"a\"]")}) {
            QVERIFY(!mergeLists(bad, good, good).has_value());
            QVERIFY(!mergeLists(good, bad, good).has_value());
            QVERIFY(!mergeLists(good, good, bad).has_value());
        }
        const Value some = entries({entry("a", 1)});
        QVERIFY(!appendEntries(Value("["), some).has_value());
        QVERIFY(!appendEntries(some, Value("[")).has_value());
    }

    void anEntryThatIsThereIsNotReplacedByAnotherOfItsId()
    {
        TimelineEntry forged = entry("a", 1);
        forged.text = "something else";
        QVERIFY(appendEntries(entries({entry("a", 1)}), entries({forged}))->value == entries({entry("a", 1)}));
        forged.at = 99'000;
        QVERIFY(appendEntries(entries({entry("a", 1)}), entries({forged}))->value == entries({entry("a", 1)}));
    }

    void wordsEndWhereLettersAndDigitsDo()
    {
        for (const char* letter : {"0", "9", "A", "Z", "a", "z", "m", "\xc3\x80", "\xc3\xbf", "\xd0\x96"})
            QVERIFY2(!splits(letter), letter);
        for (const char* other :
             {" ", "/", ":", "@", "[", "`", "{", ".", "\xe3\x80\x80", "\xe9\xbf\xbf", "\xe4\xb8\x80"})
            QVERIFY2(splits(other), other);
        QVERIFY(!splits("\xe2\xbf\xbf") && !splits("\xea\x80\x80")); // beside the ideographs
    }

    void anIdeographIsOnePiece()
    {
        // One changes its first byte, the other its last: taken together they were one that nobody has typed.
        QVERIFY(mergeText("\xe4\xb8\x81", "\xe5\xb8\x81", "\xe4\xb8\x82").overlap);
        // One, three and another that differ in one byte each: never half of one and half of the other.
        const TextMergeResult met = mergeText("\xe4\xb8\x80", "\xe4\xb8\x89", "\xe4\xb9\x80");
        QVERIFY(met.overlap);
        const TextMergeResult apart =
            mergeText("\xe4\xb8\x80\xe4\xba\x8c", "\xe4\xb8\x89\xe4\xba\x8c", "\xe4\xb8\x80\xe5\x9b\x9b");
        QVERIFY(!apart.overlap);
        QCOMPARE(apart.text, std::string("\xe4\xb8\x89\xe5\x9b\x9b"));
    }

    void aLineThatStaysAmongOthersThatGoIsNoPartOfTheChange()
    {
        const auto hunks = difference({"a", "b", "c"}, {"b"});
        QCOMPARE(hunks.size(), std::size_t{2});
        QVERIFY(hunks[0].baseBegin == 0 && hunks[0].baseEnd == 1 && hunks[0].begin == 0 && hunks[0].end == 0);
        QVERIFY(hunks[1].baseBegin == 2 && hunks[1].baseEnd == 3 && hunks[1].begin == 1 && hunks[1].end == 1);
    }

    void twoThousandChangesAreToldApartAndOneMoreIsNot()
    {
        for (const std::size_t changes : {std::size_t{2000}, std::size_t{2001}}) {
            std::vector<std::string> texts;
            for (std::size_t i = 0; i <= changes; ++i)
                texts.push_back(std::to_string(i));
            std::vector<std::string_view> base;
            std::vector<std::string_view> other;
            for (const std::string& text : texts) {
                if (!base.empty())
                    other.emplace_back("new");
                base.emplace_back(text);
                other.emplace_back(text);
            }
            QCOMPARE(difference(base, other).size(), changes > 2000 ? std::size_t{1} : changes);
        }
    }

    void twentyThousandLinesAreMergedAndOneMoreIsNot()
    {
        for (const int lines : {20'000, 20'001}) {
            const std::string base = linesUpTo(lines, "1", "z");
            const std::string theirs = linesUpTo(lines, "one", "z");
            const std::string mine = linesUpTo(lines, "1", "Z");
            const TextMergeResult met = mergeText(base, theirs, mine);
            QCOMPARE(met.overlap, lines > 20'000);
            const std::string both = ">>> 1\n" + theirs + "\n>>> 2\n" + mine + "\n<<<";
            QCOMPARE(met.text, met.overlap ? both : linesUpTo(lines, "one", "Z"));
        }
        // The limit is one for each of the three, and none where there is nothing to merge.
        const std::string huge = linesUpTo(20'001, "1", "z");
        QVERIFY(mergeText("1\nz", huge, "one\nz").overlap);
        QVERIFY(mergeText("1\nz", "one\nz", huge).overlap);
        QVERIFY(mergeText(huge, "1\nz", "one\nz").overlap);
        QVERIFY(mergeText(huge, huge + "\nmore", huge).text == huge + "\nmore");
        QVERIFY(mergeText(huge, huge, huge + "\nmore").text == huge + "\nmore");
        QVERIFY(!mergeText(huge, huge, huge + "\nmore").overlap);
        QVERIFY(!mergeText(huge, huge + "\nmore", huge + "\nmore").overlap);
        QVERIFY(mergeText("", "a\n" + huge, "b\n" + huge).text.starts_with(">>> 1\na\n>>> 2\nb\n<<<\n1\n"));
    }

    void twentyThousandWordsOfALineAreMergedAndMoreAreNot()
    {
        for (const int words : {19'999, 20'001}) { // and the end of the line is one
            const std::string base = wordsUpTo(words, "1", "z");
            const TextMergeResult merged = mergeText(base, wordsUpTo(words, "one", "z"), wordsUpTo(words, "1", "Z"));
            QCOMPARE(merged.overlap, words > 20'000);
            if (words <= 20'000)
                QCOMPARE(merged.text, wordsUpTo(words, "one", "Z"));
        }
        const std::string huge = wordsUpTo(20'001, "1", "z");
        QVERIFY(mergeText("1 2 3", "one 2 3", "1 2 " + huge).overlap);
    }
};

QTEST_GUILESS_MAIN(MergeEdgesTest)
#include "MergeEdgesTest.moc"
