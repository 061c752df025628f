// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/merge/Replay.h"
#include "tests/sync/merge/Meeting.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <limits>
#include <random>

using namespace satchel;
using namespace satchel::test;

/// What becomes of whole rows: made, deleted, revived, edited twice; and the laws that hold for all of merging.
class MergeRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void createMakesARowAndDoesNothingToOneThatExists()
    {
        Operation create{.kind = OperationKind::Create, .entity = &thing(), .id = id('r'), .seenRev = 0, .fields = {}};
        create.fields = {{at("plain"), {}, "x"}, {at("theirs"), {}, "t"}, {at("sum"), {}, number(2)}};
        const MergeResult made = merge(std::nullopt, create, stamp('a', 1, 0));
        QCOMPARE(made.effect, Effect::Created);
        QVERIFY(made.record.id == id('r') && made.record.entity == &thing());
        QCOMPARE(made.record.values[at("theirs")].text(), std::string("t"));
        QCOMPARE(made.record.values[at("sum")].integer(), std::int64_t{2});
        QCOMPARE(made.written.size(), std::size_t{3});
        const MergeResult again = merge(rowWith("plain", "there"), create, stamp('a', 1, 0));
        QCOMPARE(again.effect, Effect::None);
        QCOMPARE(again.record.values[at("plain")].text(), std::string("there"));
        QVERIFY(again.written.empty() && again.conflicts.empty());
    }

    void updatesAndDeletesOfAnAbsentRowHaveNoEffect()
    {
        QCOMPARE(merge(std::nullopt, update({{at("plain"), {}, "x"}}), stamp('a', 1, 0)).effect, Effect::None);
        QCOMPARE(merge(std::nullopt, removal(thing()), stamp('a', 1, 0)).effect, Effect::None);
    }

    void aDeleteThatSawEverythingDeletes()
    {
        for (const Entity* entity : {&thing(), &mortal()}) {
            QCOMPARE(merge(row(*entity), removal(*entity), stamp('a', 1, 0)).effect, Effect::Deleted);
            MergeRow gone = row(*entity);
            gone.deleted = true;
            QCOMPARE(merge(gone, removal(*entity), stamp('a', 1, 0)).effect, Effect::None);
        }
    }

    void ofTwoRecordsThatAreMergedTheOneThatGoesIsGoneWhateverWasTyped()
    {
        MergeRow start = rowWith("plain", "there");
        start.stamps[at("plain")] = stamp('b', 5, unseen);
        MergeRow gone = start;
        gone.deleted = true;
        for (const OperationKind kind : {OperationKind::Merge, OperationKind::Unmerge})
            for (const MergeRow& theirs : {start, gone}) {
                const Operation operation{.kind = kind, .entity = &thing(), .id = id('r'), .other = id('s')};
                const MergeResult result = merge(theirs, operation, stamp('a', 9, 0));
                const bool goes = kind == OperationKind::Merge && !theirs.deleted;
                QCOMPARE(result.effect, goes ? Effect::Deleted : Effect::None);
                QVERIFY(result.record.entity == &thing() && result.record.id == id('r'));
                QCOMPARE(result.record.values[at("plain")].text(), std::string("there"));
                QVERIFY(result.written.empty() && result.conflicts.empty());
            }
    }

    void ofOnesOwnChangeOnlyWhatTheServerMadeDifferentlyIsNeeded()
    {
        Record shown = rowWith("plain", "old").record;
        shown.values[at("entries")] = entries({entry("x", 1)});
        const Operation edit = update(
            {{at("plain"), "old", "mine"}, {at("sum"), {}, number(2)}, {at("entries"), {}, entries({entry("y", 2)})}});
        // The head of its aggregate is another, a field has another value, and one field only newer programs know.
        replay(shown, edit, {{0, Value(id('h'))}, {thing().fields[at("sum")].number, number(5)}, {999, number(1)}});
        QCOMPARE(shown.values[at("plain")].text(), std::string("mine"));
        QCOMPARE(shown.values[at("sum")].integer(), std::int64_t{5});
        QVERIFY(shown.values[at("entries")] == entries({entry("x", 1), entry("y", 2)}));
        QVERIFY(shown.root == id('h'));

        Record damaged = shown;
        damaged.values[at("entries")] = Value("no list of entries");
        replay(damaged, edit, {{0, number(1)}});
        QVERIFY(damaged.values[at("entries")] == entries({entry("y", 2)}));
        QVERIFY(damaged.root == id('h')); // a number is nobody's head

        const Record before = shown;
        replay(shown, removal(thing()), {{0, Value(id('k'))}});
        QVERIFY(shown.values == before.values && shown.root == before.root);
    }

    void anEditTheDeleterHadNotSeenKeepsTheRowWhereRowsRevive()
    {
        MergeRow start = row();
        start.stamps[at("plain")] = stamp('b', 5, unseen);
        const MergeResult kept = merge(start, removal(thing()), stamp('a', 9, 0));
        QCOMPARE(kept.effect, Effect::None);
        QCOMPARE(kept.conflicts.size(), std::size_t{1});
        QCOMPARE(kept.conflicts[0].field, wholeRow);
        QCOMPARE(kept.conflicts[0].rule, std::string(rule::revived));
        QVERIFY(kept.conflicts[0].theirStamp == start.stamps[at("plain")]);
        MergeRow other = row(mortal());
        other.stamps[at("plain")] = stamp('b', 5, unseen);
        QCOMPARE(merge(other, removal(mortal()), stamp('a', 9, 0)).effect, Effect::Deleted);
    }

    void anEditThatHadNotSeenTheDeleteRevivesTheRow()
    {
        MergeRow start = rowWith("plain", "old");
        start.deleted = true;
        start.removed = stamp('a', 9, unseen);
        const MergeResult result = merge(start, update({{at("plain"), "old", "new"}}), stamp('b', 5, 0));
        QCOMPARE(result.effect, Effect::Revived);
        QCOMPARE(result.record.values[at("plain")].text(), std::string("new"));
        QCOMPARE(result.conflicts.size(), std::size_t{1});
        QCOMPARE(result.conflicts[0].field, wholeRow);
        QCOMPARE(result.conflicts[0].rule, std::string(rule::revived));
        QCOMPARE(result.conflicts[0].kept, Kept::Mine);
    }

    void anEditOfARowThatStaysDeletedKeepsEveryTypedValueReadable()
    {
        MergeRow start = row(mortal());
        start.deleted = true;
        start.removed = stamp('a', 9, unseen);
        const MergeResult result = merge(
            start, update({{at("plain"), "old", "new"}, {at("text"), {}, "typed"}, {at("ask"), "q", "q"}}, mortal()),
            stamp('b', 20, 0));
        QCOMPARE(result.effect, Effect::None);
        QCOMPARE(result.conflicts.size(), std::size_t{2});
        QCOMPARE(result.conflicts[0].mine.text(), std::string("new"));
        QCOMPARE(result.conflicts[1].mine.text(), std::string("typed"));
        QCOMPARE(result.conflicts[0].rule, std::string(rule::deleted));
        MergeRow seenDelete = row();
        seenDelete.deleted = true;
        seenDelete.removed = stamp('a', 9, seen);
        QCOMPARE(merge(seenDelete, update({{at("plain"), {}, "x"}}), stamp('b', 20, 0)).effect, Effect::None);
    }

    void deletesAndEditsEndAlikeInEitherOrder()
    {
        const Operation edit = update({{at("plain"), {}, "typed"}});
        const Meeting editFirst = meet(row(), edit, stamp('a', 5, 0), removal(thing()), stamp('b', 9, 0));
        const Meeting deleteFirst = meet(row(), removal(thing()), stamp('b', 9, 0), edit, stamp('a', 5, 0));
        QVERIFY(!editFirst.end.deleted && !deleteFirst.end.deleted);
        QVERIFY(editFirst.end.record == deleteFirst.end.record);
        const Operation mortalEdit = update({{at("plain"), {}, "typed"}}, mortal());
        QVERIFY(meet(row(mortal()), mortalEdit, stamp('a', 5, 0), removal(mortal()), stamp('b', 9, 0)).end.deleted);
        QVERIFY(meet(row(mortal()), removal(mortal()), stamp('b', 9, 0), mortalEdit, stamp('a', 5, 0)).end.deleted);
    }

    void aDevicesOwnEarlierEditsAreNoConflict()
    {
        // Twice edited offline: the second edit says it saw rev 100, and meets the first one at rev 101.
        const MergeRow start = rowWith("plain", "old");
        const Meeting twice = meet(start, update({{at("plain"), "old", "one"}}), stamp('a', 10, 0),
                                   update({{at("plain"), "one", "two"}}), stamp('a', 11, 0));
        QCOMPARE(twice.end.record.values[at("plain")].text(), std::string("two"));
        QVERIFY(twice.second.conflicts.empty());
        QCOMPARE(twice.second.rules.front(), std::string(rule::set));
        const Meeting deleted =
            meet(start, update({{at("plain"), "old", "one"}}), stamp('a', 10, 0), removal(thing()), stamp('a', 11, 0));
        QVERIFY(deleted.end.deleted);
    }

    void aSecondOfflineEditDoesNotTakeOutWhatOthersWroteMeanwhile()
    {
        MergeRow start = rowWith("text", "a\nb\nc");
        start = after(start, merge(start, update({{at("text"), "a\nb\nc", "A\nb\nc"}}), stamp('b', 5, 0)),
                      stamp('b', 5, 0), unseen);
        const Meeting mine = meet(start, update({{at("text"), "a\nb\nc", "a\nb\nC"}}), stamp('a', 10, 0),
                                  update({{at("text"), "a\nb\nC", "a\nB\nC"}}), stamp('a', 11, 0));
        QCOMPARE(mine.end.record.values[at("text")].text(), std::string("A\nB\nC"));
        QCOMPARE(mine.first.conflicts.size(), std::size_t{1});
        QVERIFY(mine.second.conflicts.empty());

        MergeRow tags = rowWith("list", list({"a"}));
        tags = after(tags, merge(tags, update({{at("list"), list({"a"}), list({"a", "x"})}}), stamp('b', 5, 0)),
                     stamp('b', 5, 0), unseen);
        const Meeting more = meet(tags, update({{at("list"), list({"a"}), list({"a", "y"})}}), stamp('a', 10, 0),
                                  update({{at("list"), list({"a", "y"}), list({"a", "y", "z"})}}), stamp('a', 11, 0));
        QCOMPARE(more.end.record.values[at("list")].text(), list({"a", "x", "y", "z"}));
    }

    void theLaptopsPredictionIsTheServersOutcomeWhenNobodyElseWrote()
    {
        // Any sequence of one laptop's edits, folded over its base with the stamps of pending changes, ends as it ends
        // on the server, where each gets its rev when it arrives.
        std::mt19937 random(42);
        const auto any = [&](std::size_t below) { return static_cast<std::size_t>(random()) % below; };
        for (int round = 0; round < 1000; ++round) {
            MergeRow laptop = row();
            MergeRow server = laptop;
            int entryNumber = 0;
            for (int step = 1; step <= 6; ++step) {
                std::vector<FieldChange> fields;
                for (const char* name : {"plain", "ask", "theirs", "sum", "extreme", "text", "list", "entries", "price",
                                         "currency", "status", "reason"}) {
                    const Field& field = thing().fields[at(name)];
                    if (any(3) == 0 && field.group.empty())
                        continue;
                    const Value shown = laptop.record.values[at(name)];
                    Value typed = Value(std::string(1, "abc"[any(3)]) + "\n" + "xyz"[any(3)]);
                    if (field.type == FieldType::Integer)
                        typed = any(4) == 0 ? Value() : number(static_cast<std::int64_t>(any(9)) - 4);
                    else if (field.policy == Policy::Union)
                        typed = any(4) == 0 ? Value() : Value(list({"e" + std::to_string(any(4)), "f"}));
                    else if (field.policy == Policy::Append)
                        typed =
                            entries({entry(std::to_string(++entryNumber).c_str(), static_cast<std::int64_t>(any(5)))});
                    else if (field.type == FieldType::Choice)
                        typed = std::array{"new", "converted", "disqualified"}[any(3)];
                    fields.push_back({at(name), field.policy == Policy::Append ? Value() : shown, typed});
                }
                const Operation operation = update(fields);
                const Stamp mine = stamp('a', 10 + step, 0);
                const MergeResult predicted = merge(laptop, operation, mine);
                const MergeResult outcome = merge(server, operation, mine);
                QVERIFY(predicted.effect == outcome.effect && predicted.record == outcome.record);
                QVERIFY(predicted.written == outcome.written && predicted.rules == outcome.rules);
                for (const FieldConflict& conflict : outcome.conflicts)
                    QCOMPARE(conflict.rule, std::string(rule::theirs)); // the one thing a laptop may not decide
                laptop = after(laptop, predicted, mine, std::numeric_limits<std::int64_t>::max());
                server = after(server, outcome, mine, unseen + step);
            }
        }
    }

    void noValueAnybodyTypedIsLost()
    {
        // Whatever two people write, in either order and whoever is later: each value stands in the row, or in the
        // record of the conflict.
        const std::vector<Value> typed = {"a", "b", "c"};
        for (const char* field : {"plain", "ask", "theirs", "text"})
            for (const Value& base : typed)
                for (const Value& theirs : typed)
                    for (const Value& mine : typed)
                        for (const bool mineLater : {false, true}) {
                            if (theirs == base || mine == base)
                                continue;
                            const MergeRow start = rowWith(field, base);
                            const Meeting meeting =
                                meet(start, update({{at(field), base, theirs}}), stamp('a', 10, 0),
                                     update({{at(field), base, mine}}), stamp('b', mineLater ? 11 : 9, 0));
                            std::vector<Value> readable = {meeting.end.record.values[at(field)]};
                            for (const MergeResult* result : {&meeting.first, &meeting.second})
                                for (const FieldConflict& conflict : result->conflicts) {
                                    readable.push_back(conflict.theirs);
                                    readable.push_back(conflict.mine);
                                }
                            QVERIFY(std::find(readable.begin(), readable.end(), theirs) != readable.end());
                            QVERIFY(std::find(readable.begin(), readable.end(), mine) != readable.end());
                        }
    }
};

QTEST_GUILESS_MAIN(MergeRowsTest)
#include "MergeRowsTest.moc"
