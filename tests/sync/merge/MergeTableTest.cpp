// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Composite.h"
#include "tests/sync/merge/oracle/Stage.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace satchel;
using namespace satchel::test;

namespace {

const std::vector<std::vector<Milliseconds>> timesOfTwo = {{10, 20}, {20, 10}, {10, 10}};
const std::vector<std::vector<Milliseconds>> timesOfThree = {{10, 20, 30}, {10, 30, 20}, {20, 10, 30}, {20, 30, 10},
                                                             {30, 10, 20}, {30, 20, 10}, {10, 10, 10}};

// A replica's clock never stands still: of two deeds of one person the second is the later.
bool possibleTimes(const std::string& events, const std::vector<Milliseconds>& times)
{
    std::map<char, Milliseconds> last;
    std::size_t next = 0;
    for (const char event : events) {
        if (event < 'a' || event > 'c')
            continue;
        const Milliseconds at = times[next++];
        if (last.contains(event) && at <= last[event])
            return false;
        last[event] = at;
    }
    return true;
}

std::vector<std::vector<std::size_t>> allTyped(std::size_t deeds, bool removals)
{
    std::vector<std::vector<std::size_t>> all = {{}};
    for (std::size_t i = 0; i < deeds; ++i) {
        std::vector<std::vector<std::size_t>> longer;
        for (const auto& each : all)
            for (std::size_t value = 0; value < (removals ? 5U : 4U); ++value) {
                longer.push_back(each);
                longer.back().push_back(value);
            }
        all = std::move(longer);
    }
    return all;
}

std::string describe(const Kind& kind, bool revives, std::size_t base, const Scene& scene)
{
    std::string text = std::string(kind.name) + (revives ? "" : " (does not revive)") + ", base " +
                       std::to_string(base) + ", " + scene.events + ", typed";
    for (const std::size_t value : scene.typed)
        text += " " + std::to_string(value);
    text += ", at";
    for (const Milliseconds at : scene.times)
        text += " " + std::to_string(at);
    return text;
}

// Where three people begin: a value for all, and with stages what is open and what is closed.
std::vector<std::size_t> basesFor(const Kind& kind)
{
    return std::string(kind.name) == "stage" ? std::vector<std::size_t>{0, 2} : std::vector<std::size_t>{1};
}

struct Tally {
    int cases = 0;
    int conflicts = 0;
};

} // namespace

/// Every case of the table: what people see and type, in which order it arrives, who is later. The oracle stands in
/// oracle/ and shares nothing with sync/merge.
class MergeTableTest : public QObject {
    Q_OBJECT

private:
    // Plays every combination; the first that is not as it must be fails the test with its name.
    static void playAll(const Kind& kind, bool revives, const std::vector<std::size_t>& bases,
                        const std::vector<std::string>& scenes, std::size_t deeds, bool removals,
                        const std::vector<std::vector<Milliseconds>>& times, Tally& tally)
    {
        for (const std::size_t base : bases)
            for (const std::string& events : scenes)
                for (const auto& typed : allTyped(deeds, removals))
                    for (const auto& at : times) {
                        if (!possibleTimes(events, at))
                            continue;
                        const Scene scene{events, typed, at};
                        Play play(trialEntity(revives), kind, base);
                        const std::string wrong = play.run(scene);
                        if (!wrong.empty())
                            QFAIL((describe(kind, revives, base, scene) + "\n" + wrong).c_str());
                        tally.cases += play.possible() ? 1 : 0;
                        tally.conflicts += static_cast<int>(play.conflicts());
                    }
    }

    static void eachKind()
    {
        QTest::addColumn<int>("kind");
        for (std::size_t i = 0; i < trialKinds().size(); ++i)
            QTest::newRow(trialKinds()[i].name) << static_cast<int>(i);
    }
    static const Kind& kindOfRow()
    {
        QFETCH(int, kind);
        return trialKinds()[static_cast<std::size_t>(kind)];
    }

private Q_SLOTS:
    void oneOrTwoPeopleInEveryCaseOfTheTable_data() { eachKind(); }
    void oneOrTwoPeopleInEveryCaseOfTheTable()
    {
        Tally tally;
        for (const bool revives : {true, false})
            playAll(kindOfRow(), revives, {0, 1, 2, 3}, {"abAB", "abBA", "aA2bB", "aAbB", "aaAA", "aAaA", "aA1aA"}, 2,
                    true, timesOfTwo, tally);
        QVERIFY(tally.cases > 2000);
        qInfo("%s: %d cases, %d conflicts", QTest::currentDataTag(), tally.cases, tally.conflicts);
    }

    void threeDeedsOfTwoOrThreePeopleInEveryOrderOfArrival_data() { eachKind(); }
    void threeDeedsOfTwoOrThreePeopleInEveryOrderOfArrival()
    {
        const Kind& kind = kindOfRow();
        if (std::string(kind.name) == "text")
            return; // the oracle's lines are all different; three texts in one place are not: TextMergeTest
        Tally tally;
        playAll(kind, true, basesFor(kind),
                {"abcABC", "abcACB", "abcBAC", "abcBCA", "abcCAB", "abcCBA", // nobody knows of anybody
                 "aA2bB3cC", "aA2bcBC", "aA2bcCB", "aA2bB1aA",               // some do
                 "aabAAB", "aabABA", "aabBAA", "aAabAB", "abAB1aA", "abBA2bB"},
                3, false, timesOfThree, tally);
        QVERIFY(tally.cases > 5000);
        qInfo("%s: %d cases, %d conflicts", QTest::currentDataTag(), tally.cases, tally.conflicts);
    }

    void threeDeedsOfWhichSomeDelete_data()
    {
        QTest::addColumn<int>("kind");
        for (const int kind : {0, 4, 9})
            QTest::newRow(trialKinds()[static_cast<std::size_t>(kind)].name) << kind;
    }
    void threeDeedsOfWhichSomeDelete()
    {
        Tally tally;
        for (const bool revives : {true, false})
            playAll(kindOfRow(), revives, {1},
                    {"abcABC", "abcACB", "abcBAC", "abcBCA", "abcCAB", "abcCBA", "aA2bB3cC", "aA2bcBC", "aA2bcCB",
                     "aabAAB", "aabABA", "aabBAA"},
                    3, true, {{10, 20, 30}, {30, 20, 10}}, tally);
        QVERIFY(tally.cases > 2000);
    }

    /// Where nothing is asked of anybody, what stands does not depend on whose change arrives first.
    void theOrderOfArrivalDoesNotMatterWhereThatIsPromised_data()
    {
        QTest::addColumn<int>("kind");
        for (const int kind : {0, 3, 4, 6, 7, 8, 9, 10})
            QTest::newRow(trialKinds()[static_cast<std::size_t>(kind)].name) << kind;
    }
    void theOrderOfArrivalDoesNotMatterWhereThatIsPromised()
    {
        const Kind& kind = kindOfRow();
        const std::string name = kind.name;
        int cases = 0;
        for (const std::size_t base : basesFor(kind))
            for (const auto& typed : allTyped(3, false))
                for (const auto& times : timesOfThree) {
                    std::set<std::vector<std::string>> ends;
                    for (const char* arrivals : {"ABC", "ACB", "BAC", "BCA", "CAB", "CBA"}) {
                        Play play(trialEntity(true), kind, base);
                        QCOMPARE(play.run({std::string("abc") + arrivals, typed, times}), std::string());
                        ends.insert(outcome(kind, play.server()));
                    }
                    const bool asked = name == "stage" && closings(typed, base) > 1;
                    if (!asked && ends.size() != 1)
                        QFAIL((describe(kind, true, base, {"abc", typed, times}) + ": depends on the order").c_str());
                    ++cases;
                }
        QVERIFY(cases > 400);
    }

    void twoPeopleEndAlikeWhoeverIsUploadedFirst_data() { eachKind(); }
    void twoPeopleEndAlikeWhoeverIsUploadedFirst()
    {
        const Kind& kind = kindOfRow();
        const std::string name = kind.name;
        if (name == "ask" || name == "theirs" || name == "text")
            return; // there the server's stands, or stands first
        for (const bool revives : {true, false})
            for (std::size_t base = 0; base < 4; ++base)
                for (const auto& typed : allTyped(2, true))
                    for (const auto& times : timesOfTwo) {
                        Play one(trialEntity(revives), kind, base);
                        Play other(trialEntity(revives), kind, base);
                        QCOMPARE(one.run({"abAB", typed, times}), std::string());
                        QCOMPARE(other.run({"abBA", typed, times}), std::string());
                        if (name == "stage" && closings(typed, base) > 1)
                            continue;
                        if (name == "append" && base != 0)
                            continue; // adding an entry that is there is no edit
                        QVERIFY2(outcome(kind, one.server()) == outcome(kind, other.server()),
                                 describe(kind, revives, base, {"ab", typed, times}).c_str());
                    }
    }

private:
    // What can be compared of an end: of a set its elements, and an emptied counter is 0.
    static std::vector<std::string> outcome(const Kind& kind, const MergeRow& row)
    {
        if (row.deleted)
            return {"gone"};
        std::vector<std::string> values;
        for (const std::size_t field : kind.fields) {
            const Value& value = row.record.values[field];
            if (std::string(kind.name) == "union" && !value.isNull()) {
                auto list = readList(value.text()).value();
                std::sort(list.begin(), list.end());
                values.push_back(writeList(list));
            } else if (std::string(kind.name) == "sum") {
                values.push_back(std::to_string(value.integer()));
            } else {
                values.push_back(value.isNull() ? "empty" : value.text() + "/" + std::to_string(value.integer()));
            }
        }
        return values;
    }
    // Ways of closing that are typed: values 2 and 3 of the stage, where the base is another.
    static std::size_t closings(const std::vector<std::size_t>& typed, std::size_t base)
    {
        std::set<std::size_t> ways;
        for (const std::size_t value : typed)
            if (value >= 2 && value < 4 && value != base)
                ways.insert(value);
        return ways.size();
    }
};

QTEST_GUILESS_MAIN(MergeTableTest)
#include "MergeTableTest.moc"
