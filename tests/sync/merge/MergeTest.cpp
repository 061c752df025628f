// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/merge/Meeting.h"

#include <QTest>

#include <limits>

using namespace satchel;
using namespace satchel::test;

namespace {

// What must come of theirs and mine, told by hand for each policy: the oracle of the enumeration below.
struct Expected {
    Value value;
    bool conflict = false;
    Kept kept = Kept::Theirs;
    std::string rule = {};
};

Expected winner(const Value& theirs, const Value& mine, bool mineWins, const char* why)
{
    if (theirs == mine)
        return {theirs};
    return {mineWins ? mine : theirs, true, mineWins ? Kept::Mine : Kept::Theirs, why};
}

Expected expected(Policy policy, const Value& base, const Value& theirs, const Value& mine, bool both, bool mineLater)
{
    if (base == mine)
        return {theirs};
    if (policy == Policy::Theirs)
        return winner(theirs, mine, false, "theirs");
    if (!both)
        return {mine};
    switch (policy) {
    case Policy::Plain: return winner(theirs, mine, mineLater, "later_edit");
    case Policy::Ask: return winner(theirs, mine, false, "ask");
    case Policy::Sum: {
        const std::int64_t total = theirs.integer() + mine.integer() - base.integer();
        return {theirs == base ? mine : number(total), true, Kept::Both, "sum"};
    }
    case Policy::Extreme:
        return winner(theirs, mine, theirs.isNull() || (!mine.isNull() && mine.integer() > theirs.integer()),
                      "extreme");
    default: return {};
    }
}

} // namespace

/// What becomes of the values of fields that two people changed, policy by policy.
class MergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCaseOfTheSimplePoliciesIsDecidedAsTheTableSays()
    {
        const std::vector<Value> texts = {Value(), "x", "y", "z"};
        const std::vector<Value> numbers = {Value(), number(-2), number(1), number(5)};
        int cases = 0;
        for (const char* field : {"plain", "ask", "theirs", "sum", "extreme"}) {
            const Policy policy = thing().fields[at(field)].policy;
            const auto& values = policy == Policy::Sum || policy == Policy::Extreme ? numbers : texts;
            for (const Value& base : values)
                for (const Value& theirs : values)
                    for (const Value& mine : values)
                        for (const bool both : {false, true})
                            for (const bool mineLater : {false, true}) {
                                if (!both && theirs != base)
                                    continue; // nobody wrote, so nothing can differ
                                ++cases;
                                MergeRow start = rowWith(field, theirs);
                                start.stamps[at(field)] = stamp('a', 10, both ? unseen : seen);
                                const MergeResult result =
                                    merge(start, update({{at(field), base, mine}}), stamp('b', mineLater ? 11 : 9, 0));
                                const Expected wanted = expected(policy, base, theirs, mine, both, mineLater);
                                const std::string what = std::string(field) + " case " + std::to_string(cases);
                                QVERIFY2(result.record.values[at(field)] == wanted.value, what.c_str());
                                QVERIFY2(result.conflicts.size() == (wanted.conflict ? 1U : 0U), what.c_str());
                                if (wanted.conflict) {
                                    const FieldConflict& conflict = result.conflicts.front();
                                    QCOMPARE(conflict.rule, wanted.rule);
                                    QCOMPARE(conflict.kept, wanted.kept);
                                    QVERIFY(conflict.base == base && conflict.theirs == theirs &&
                                            conflict.mine == mine);
                                    QVERIFY(conflict.result == wanted.value &&
                                            conflict.theirStamp == start.stamps[at(field)]);
                                }
                                QCOMPARE(result.written.size(), result.rules.size());
                                QCOMPARE(result.effect, result.written.empty() ? Effect::None : Effect::Updated);
                                if (wanted.value != theirs)
                                    QVERIFY2(result.written == std::vector<std::size_t>{at(field)}, what.c_str());
                            }
        }
        QVERIFY(cases > 400);
    }

    void bothEditsSurviveWhenTwoPeopleEditDifferentFields()
    {
        const Operation a = update({{at("plain"), {}, "a"}});
        const Operation b = update({{at("price"), {}, "1"}, {at("currency"), {}, "EUR"}});
        const Meeting meeting = meet(row(), a, stamp('a', 10, 0), b, stamp('b', 9, 0));
        QCOMPARE(meeting.end.record.values[at("plain")].text(), std::string("a"));
        QCOMPARE(meeting.end.record.values[at("currency")].text(), std::string("EUR"));
        QVERIFY(meeting.second.conflicts.empty());
    }

    void theLaterEditStandsWhicheverIsUploadedLast()
    {
        const MergeRow start = rowWith("plain", "old");
        const Operation a = update({{at("plain"), "old", "a"}});
        const Operation b = update({{at("plain"), "old", "b"}});
        const Stamp early = stamp('a', 10, 0);
        const Stamp late = stamp('b', 20, 0);
        for (const Meeting& meeting : {meet(start, a, early, b, late), meet(start, b, late, a, early)}) {
            QCOMPARE(meeting.end.record.values[at("plain")].text(), std::string("b"));
            QCOMPARE(meeting.second.conflicts.size(), std::size_t{1});
            QCOMPARE(meeting.second.conflicts[0].rule, std::string(rule::laterEdit));
        }
        QCOMPARE(meet(start, a, early, b, late).second.conflicts[0].kept, Kept::Mine);
        QCOMPARE(meet(start, b, late, a, early).second.conflicts[0].kept, Kept::Theirs);
    }

    void editsOfTheSameInstantAreDecidedByDeviceAndChangeSoThatBothOrdersAgree()
    {
        const MergeRow start = rowWith("plain", "old");
        const Operation a = update({{at("plain"), "old", "a"}});
        const Operation b = update({{at("plain"), "old", "b"}});
        QVERIFY(isLater(stamp('b', 10, 0), stamp('a', 10, 0)));
        QVERIFY(!isLater(stamp('a', 10, 0), stamp('a', 10, 0)));
        const auto one = meet(start, a, stamp('a', 10, 0), b, stamp('b', 10, 0)).end.record;
        const auto other = meet(start, b, stamp('b', 10, 0), a, stamp('a', 10, 0)).end.record;
        QVERIFY(one == other);
    }

    void aValueChangedThereAndBackIsAChange()
    {
        MergeRow start = rowWith("plain", "x"); // x to y to x
        start.stamps[at("plain")] = stamp('a', 20, unseen);
        const MergeResult result = merge(start, update({{at("plain"), "x", "mine"}}), stamp('b', 10, 0));
        QCOMPARE(result.effect, Effect::None);
        QCOMPARE(result.conflicts.size(), std::size_t{1});
        QCOMPARE(result.record.values[at("plain")].text(), std::string("x"));
    }

    void aFieldWithoutAStampOfItsOwnHasTheOneOfItsRow()
    {
        MergeRow start = rowWith("plain", "x");
        start.born = stamp('a', 20, unseen);
        QCOMPARE(merge(start, update({{at("plain"), {}, "y"}}), stamp('b', 10, 0)).conflicts.size(), std::size_t{1});
    }

    void aGroupTravelsAndWinsTogether()
    {
        MergeRow start = row();
        start.record.values[at("price")] = "10";
        start.record.values[at("currency")] = "EUR";
        const Operation a = update({{at("price"), "10", "12"}, {at("currency"), "EUR", "EUR"}});
        const Operation b = update({{at("price"), "10", "10"}, {at("currency"), "EUR", "USD"}});
        for (const bool aLater : {false, true}) {
            const Stamp ofA = stamp('a', aLater ? 20 : 10, 0);
            const Stamp ofB = stamp('b', aLater ? 10 : 20, 0);
            const std::string price = aLater ? "12" : "10";
            const std::string currency = aLater ? "EUR" : "USD";
            for (const Meeting& meeting : {meet(start, a, ofA, b, ofB), meet(start, b, ofB, a, ofA)}) {
                QCOMPARE(meeting.end.record.values[at("price")].text(), price);
                QCOMPARE(meeting.end.record.values[at("currency")].text(), currency);
                QCOMPARE(meeting.second.conflicts.size(), std::size_t{2});
                QVERIFY(meeting.end.stamps.at(at("price")).change == meeting.end.stamps.at(at("currency")).change);
            }
        }
    }

    void aGroupThatWasOnlySentAlongDoesNotCountAsChanged()
    {
        MergeRow start = row();
        start.record.values[at("price")] = "11";
        start.stamps[at("price")] = stamp('a', 10, unseen);
        const MergeResult result =
            merge(start, update({{at("price"), "10", "10"}, {at("currency"), "EUR", "EUR"}}), stamp('b', 20, 0));
        QCOMPARE(result.effect, Effect::None);
        QVERIFY(result.conflicts.empty());
    }

    void theSameNewGroupOnBothSidesIsNoConflict()
    {
        const Operation same = update({{at("price"), {}, "12"}, {at("currency"), {}, "EUR"}});
        const Meeting meeting = meet(row(), same, stamp('a', 10, 0), same, stamp('b', 20, 0));
        QVERIFY(meeting.second.conflicts.empty());
        QCOMPARE(meeting.second.rules.front(), std::string(rule::same));
        QCOMPARE(meeting.end.stamps.at(at("price")).at, Milliseconds{20}); // the later stamp stays
        const Meeting other = meet(row(), same, stamp('b', 20, 0), same, stamp('a', 10, 0));
        QVERIFY(other.second.conflicts.empty() && other.second.written.empty());
    }

    void twoWaysOfClosingAreAsked()
    {
        MergeRow start = row();
        start.record.values[at("status")] = "new";
        const Operation won = update({{at("status"), "new", "converted"}, {at("reason"), {}, "good"}});
        const Operation lost = update({{at("status"), "new", "disqualified"}, {at("reason"), {}, "bad"}});
        const Operation moved = update({{at("status"), "new", "qualified"}, {at("reason"), {}, {}}});
        const Meeting asked = meet(start, won, stamp('a', 10, 0), lost, stamp('b', 20, 0));
        QCOMPARE(asked.end.record.values[at("status")].text(), std::string("converted"));
        QCOMPARE(asked.end.record.values[at("reason")].text(), std::string("good"));
        QCOMPARE(asked.second.conflicts.size(), std::size_t{2});
        for (const FieldConflict& conflict : asked.second.conflicts) {
            QCOMPARE(conflict.rule, std::string(rule::asked));
            QCOMPARE(conflict.kept, Kept::Theirs);
        }
        QCOMPARE(meet(start, moved, stamp('a', 10, 0), lost, stamp('b', 20, 0)).end.record.values[at("status")].text(),
                 std::string("disqualified"));
        QCOMPARE(meet(start, won, stamp('a', 20, 0), moved, stamp('b', 10, 0)).end.record.values[at("status")].text(),
                 std::string("converted"));
    }

    void theSameWayOfClosingForTwoReasonsIsTheLaterEdit()
    {
        MergeRow start = row();
        start.record.values[at("status")] = "new";
        const Operation a = update({{at("status"), "new", "disqualified"}, {at("reason"), {}, "a"}});
        const Operation b = update({{at("status"), "new", "disqualified"}, {at("reason"), {}, "b"}});
        const Meeting meeting = meet(start, a, stamp('a', 10, 0), b, stamp('b', 20, 0));
        QCOMPARE(meeting.end.record.values[at("reason")].text(), std::string("b"));
        QCOMPARE(meeting.second.conflicts.size(), std::size_t{1});
        QCOMPARE(meeting.second.conflicts[0].rule, std::string(rule::laterEdit));
    }

    void editsOfTwoPlacesOfATextAreMergedAndTold()
    {
        const MergeRow start = rowWith("text", "a\nb");
        const Operation mine = update({{at("text"), "a\nb", "a\nB"}});
        const Operation theirs = update({{at("text"), "a\nb", "A\nb"}});
        const Meeting one = meet(start, theirs, stamp('a', 10, 0), mine, stamp('b', 9, 0));
        const Meeting other = meet(start, mine, stamp('b', 9, 0), theirs, stamp('a', 10, 0));
        QCOMPARE(one.end.record.values[at("text")].text(), std::string("A\nB"));
        QVERIFY(one.end.record == other.end.record);
        QCOMPARE(one.second.conflicts[0].rule, std::string(rule::textMerged));
        QCOMPARE(one.second.conflicts[0].kept, Kept::Both);
        QCOMPARE(one.second.rules.front(), std::string(rule::textMerged));
    }

    void editsOfTheSamePlaceOfATextBothStand()
    {
        const Meeting meeting = meet(rowWith("text", "a"), update({{at("text"), "a", "x"}}), stamp('a', 10, 0),
                                     update({{at("text"), "a", "y"}}), stamp('b', 9, 0));
        QCOMPARE(meeting.end.record.values[at("text")].text(), std::string(">>> 1\nx\n>>> 2\ny\n<<<"));
        QCOMPARE(meeting.second.conflicts[0].rule, std::string(rule::textBoth));
        QCOMPARE(meeting.second.conflicts[0].kept, Kept::Both);
    }

    void aMergedTextThatWouldBeTooLongIsDecidedByTheLaterEdit()
    {
        const std::string a(30, 'a');
        const std::string b(30, 'b');
        const Meeting meeting = meet(row(), update({{at("text"), {}, a}}), stamp('a', 10, 0),
                                     update({{at("text"), {}, b}}), stamp('b', 20, 0));
        QCOMPARE(meeting.end.record.values[at("text")].text(), b);
        QCOMPARE(meeting.second.conflicts[0].rule, std::string(rule::laterEdit));
        QCOMPARE(meeting.second.conflicts[0].theirs.text(), a);
    }

    void lettersAreCountedNotBytes()
    {
        std::string wide;
        for (int i = 0; i < 30; ++i)
            wide += "\xc3\xa4"; // 60 bytes, 30 letters, below the limit of 40
        const MergeRow start = rowWith("text", wide + "\nb");
        const Meeting meeting =
            meet(start, update({{at("text"), wide + "\nb", "A\n" + wide + "\nb"}}), stamp('a', 10, 0),
                 update({{at("text"), wide + "\nb", wide + "\nB"}}), stamp('b', 9, 0));
        QCOMPARE(meeting.end.record.values[at("text")].text(), "A\n" + wide + "\nB");
    }

    void clearedTextsAreNullAndNeverEmpty()
    {
        const MergeRow start = rowWith("text", "a\nb");
        const Meeting meeting = meet(start, update({{at("text"), "a\nb", "a"}}), stamp('a', 10, 0),
                                     update({{at("text"), "a\nb", "b"}}), stamp('b', 9, 0));
        QVERIFY(meeting.end.record.values[at("text")].isNull());
        const MergeRow tags = rowWith("list", list({"a", "b"}));
        const Meeting emptied = meet(tags, update({{at("list"), list({"a", "b"}), list({"a"})}}), stamp('a', 10, 0),
                                     update({{at("list"), list({"a", "b"}), list({"b"})}}), stamp('b', 9, 0));
        QVERIFY(emptied.end.record.values[at("list")].isNull());
    }

    void everyPairOfEditsOfASetIsUnitedWhicheverComesFirst()
    {
        const std::vector<std::string> names = {"a", "b", "c"};
        std::vector<std::vector<std::string>> sets(8);
        for (std::size_t bits = 0; bits < 8; ++bits)
            for (std::size_t i = 0; i < 3; ++i)
                if (bits >> i & 1U)
                    sets[bits].push_back(names[i]);
        for (std::size_t base = 0; base < 8; ++base)
            for (std::size_t theirs = 0; theirs < 8; ++theirs)
                for (std::size_t mine = 0; mine < 8; ++mine) {
                    const MergeRow start = rowWith("list", listValue(sets[base]));
                    const Operation a = update({{at("list"), listValue(sets[base]), listValue(sets[theirs])}});
                    const Operation b = update({{at("list"), listValue(sets[base]), listValue(sets[mine])}});
                    // An element is in the result if a side put it in, or if it was there and no side took it out.
                    const std::size_t wanted = ((theirs | mine) & ~base) | (base & theirs & mine);
                    const std::set<std::string> expectedSet(sets[wanted].begin(), sets[wanted].end());
                    const Meeting one = meet(start, a, stamp('a', 10, 0), b, stamp('b', 9, 0));
                    const Meeting other = meet(start, b, stamp('b', 9, 0), a, stamp('a', 10, 0));
                    QVERIFY(elements(one.end.record.values[at("list")]) == expectedSet);
                    QVERIFY(elements(other.end.record.values[at("list")]) == expectedSet);
                    const bool bothChanged = base != theirs && base != mine && theirs != mine;
                    QCOMPARE(one.second.conflicts.size(), bothChanged ? std::size_t{1} : std::size_t{0});
                    if (bothChanged) {
                        QCOMPARE(one.second.conflicts[0].rule, std::string(rule::united));
                        QCOMPARE(one.second.conflicts[0].kept, Kept::Both);
                    }
                }
    }

    void aUnitedListKeepsTheirOrderAndPutsMineBehind()
    {
        const MergeRow start = rowWith("list", list({"a", "b"}));
        const Meeting meeting =
            meet(start, update({{at("list"), list({"a", "b"}), list({"x", "b", "a"})}}), stamp('a', 10, 0),
                 update({{at("list"), list({"a", "b"}), list({"z", "a", "b", "y"})}}), stamp('b', 9, 0));
        QCOMPARE(meeting.end.record.values[at("list")].text(), list({"x", "b", "a", "z", "y"}));
    }

    void aStoredListThatIsNoneIsDecidedByTheLaterEdit()
    {
        MergeRow start = rowWith("list", "{broken");
        start.stamps[at("list")] = stamp('a', 10, unseen);
        const MergeResult result = merge(start, update({{at("list"), {}, list({"a"})}}), stamp('b', 20, 0));
        QCOMPARE(result.record.values[at("list")].text(), list({"a"}));
        QCOMPARE(result.conflicts[0].rule, std::string(rule::laterEdit));
    }

    void appendedEntriesOfBothStandOnceInOrder()
    {
        const MergeRow start = rowWith("entries", entries({entry("m", 5)}));
        const Operation a = update({{at("entries"), {}, entries({entry("z", 3), entry("b", 9)})}});
        const Operation b = update({{at("entries"), {}, entries({entry("a", 9), entry("b", 9)})}});
        const std::string wanted = entries({entry("z", 3), entry("m", 5), entry("a", 9), entry("b", 9)}).text();
        const Meeting one = meet(start, a, stamp('a', 10, 0), b, stamp('b', 9, 0));
        const Meeting other = meet(start, b, stamp('b', 9, 0), a, stamp('a', 10, 0));
        QCOMPARE(one.end.record.values[at("entries")].text(), wanted);
        QCOMPARE(other.end.record.values[at("entries")].text(), wanted);
        QVERIFY(one.second.conflicts.empty());
        QCOMPARE(one.second.rules.front(), std::string(rule::appended));
        QCOMPARE(one.first.rules.front(), std::string(rule::set));
    }

    void appendingTheSameEntriesTwiceChangesNothing()
    {
        const Operation append = update({{at("entries"), {}, entries({entry("a", 1)})}});
        const Meeting meeting = meet(row(), append, stamp('a', 10, 0), append, stamp('a', 10, 0));
        QCOMPARE(meeting.second.effect, Effect::None);
        QCOMPARE(meeting.end.record.values[at("entries")].text(), entries({entry("a", 1)}).text());
    }

    void countersAddWithoutOverflow()
    {
        const std::int64_t most = std::numeric_limits<std::int64_t>::max();
        const std::int64_t least = std::numeric_limits<std::int64_t>::min();
        MergeRow start = rowWith("sum", number(most));
        start.stamps[at("sum")] = stamp('a', 10, unseen);
        QCOMPARE(merge(start, update({{at("sum"), number(1), number(5)}}), stamp('b', 9, 0))
                     .record.values[at("sum")]
                     .integer(),
                 most);
        QCOMPARE(merge(start, update({{at("sum"), number(least), number(5)}}), stamp('b', 9, 0))
                     .record.values[at("sum")]
                     .integer(),
                 most);
        start.record.values[at("sum")] = number(least);
        QCOMPARE(merge(start, update({{at("sum"), number(5), number(1)}}), stamp('b', 9, 0))
                     .record.values[at("sum")]
                     .integer(),
                 least);
    }
};

QTEST_GUILESS_MAIN(MergeTest)
#include "MergeTest.moc"
