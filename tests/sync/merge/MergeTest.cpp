// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/merge/Merge.h"

#include "core/schema/Composite.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>
#include <set>

using namespace satchel;
using Effect = MergeResult::Effect;

namespace {

// An entity with a field of each policy. Merging looks at nothing but the declaration, so a test may declare its own.
Entity makeEntity(bool revives)
{
    Entity e{.number = 900, .name = "thing"};
    e.revives = revives;
    e.fields = {{.number = 1, .name = "plain"},
                {.number = 2, .name = "ask", .policy = Policy::Ask},
                {.number = 3, .name = "theirs", .policy = Policy::Theirs},
                {.number = 4, .name = "sum", .type = FieldType::Integer, .policy = Policy::Sum},
                {.number = 5, .name = "extreme", .type = FieldType::Integer, .policy = Policy::Extreme},
                {.number = 6, .name = "text", .type = FieldType::Notes, .max = 40, .policy = Policy::Text},
                {.number = 7, .name = "list", .type = FieldType::TextList, .max = 60, .policy = Policy::Union},
                {.number = 8, .name = "entries", .type = FieldType::Timeline, .policy = Policy::Append},
                {.number = 9, .name = "price", .group = "price"},
                {.number = 10, .name = "currency", .group = "price"},
                {.number = 11, .name = "status", .type = FieldType::Choice, .policy = Policy::Stage, .group = "stage"},
                {.number = 12, .name = "reason", .policy = Policy::Stage, .group = "stage"}};
    return e;
}

const Entity& thing()
{
    static const Entity entity = makeEntity(true);
    return entity;
}

const Entity& mortal()
{
    static const Entity entity = makeEntity(false);
    return entity;
}

std::size_t at(const char* field)
{
    return *thing().indexOf(field);
}

Value number(std::int64_t value)
{
    return value;
}

Id id(char name)
{
    Id made;
    made.bytes[0] = static_cast<unsigned char>(name);
    return made;
}

constexpr std::int64_t seen = 100;
constexpr std::int64_t unseen = 101;

Stamp stamp(char device, Milliseconds when, std::int64_t rev)
{
    Stamp made{.rev = rev, .at = when, .user = id(device), .device = id(device), .deviceName = {}, .change = {}};
    made.change[0] = static_cast<unsigned char>(device);
    made.change[1] = static_cast<unsigned char>(when);
    return made;
}

// A row born before anybody of the test looked at it.
MergeRow row(const Entity& entity = thing())
{
    MergeRow made;
    made.record = Record(entity, id('r'));
    made.born = stamp('s', 1, 50);
    return made;
}

MergeRow rowWith(const char* field, Value value)
{
    MergeRow made = row();
    made.record.values[at(field)] = std::move(value);
    return made;
}

Operation update(std::vector<FieldChange> fields, const Entity& entity = thing())
{
    return {
        .kind = OperationKind::Update, .entity = &entity, .id = id('r'), .seenRev = seen, .fields = std::move(fields)};
}

Operation removal(const Entity& entity)
{
    return {.kind = OperationKind::Delete, .entity = &entity, .id = id('r'), .seenRev = seen, .fields = {}};
}

// The row after a result, as the server keeps it.
MergeRow after(const MergeRow& before, const MergeResult& result, Stamp written, std::int64_t rev)
{
    written.rev = rev;
    MergeRow next = before;
    next.record = result.record;
    for (const std::size_t field : result.written)
        next.stamps[field] = written;
    if (result.effect == Effect::Deleted) {
        next.deleted = true;
        next.removed = written;
    }
    if (result.effect == Effect::Revived)
        next.deleted = false;
    return next;
}

// Two people who both saw rev 100 change the same row; `first` is uploaded first.
struct Meeting {
    MergeResult first;
    MergeResult second;
    MergeRow end;
};

Meeting meet(const MergeRow& start, const Operation& first, const Stamp& firstStamp, const Operation& second,
             const Stamp& secondStamp)
{
    Meeting meeting;
    meeting.first = merge(start, first, firstStamp);
    const MergeRow between = after(start, meeting.first, firstStamp, unseen);
    meeting.second = merge(between, second, secondStamp);
    meeting.end = after(between, meeting.second, secondStamp, unseen + 1);
    return meeting;
}

std::string list(const std::vector<std::string>& elements)
{
    return writeList(elements);
}

Value listValue(const std::vector<std::string>& elements)
{
    return elements.empty() ? Value() : Value(writeList(elements));
}

std::set<std::string> elements(const Value& value)
{
    const auto read = readList(value.text());
    return {read->begin(), read->end()};
}

Value entries(const std::vector<TimelineEntry>& all)
{
    return all.empty() ? Value() : Value(writeTimeline(all));
}

TimelineEntry entry(const char* name, std::int64_t when)
{
    return {.id = name, .at = when * 1000, .by = "x", .text = std::string("text of ") + name};
}

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
        QVERIFY(meeting.second.conflicts.empty() && meeting.second.written.empty());
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

QTEST_GUILESS_MAIN(MergeTest)
#include "MergeTest.moc"
