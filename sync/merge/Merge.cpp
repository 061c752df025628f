// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/merge/Merge.h"

#include "core/base/Planted.h"
#include "sync/merge/FieldMerge.h"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace satchel {

namespace {

using Effect = MergeResult::Effect;

// The ends of a stage. Nobody's move or better reason undoes that somebody has closed; of two ways of closing, which
// one is true is nobody's guess.
bool closes(const Field& stage, const Value& status)
{
    return std::find(stage.closing.begin(), stage.closing.end(), status.text()) != stage.closing.end();
}

bool typed(const FieldChange& change)
{
    return change.before != change.after;
}

bool isOwn(const Stamp& stamp, const Stamp& mine)
{
    return !mine.device.isNull() && stamp.device == mine.device;
}

// Whether somebody else wrote what this stamp stands on after the operation's author looked.
bool changedSince(const Stamp& stamp, const Operation& operation, const Stamp& mine)
{
    if (planted("a clock used for order"))
        return !isOwn(stamp, mine) && stamp.at > mine.at;
    return !isOwn(stamp, mine) && stamp.rev > operation.seenRev;
}

// Applies the fields of one Create or Update to a row, unit by unit; a unit is a field or a group of them.
class Application {
public:
    Application(const MergeRow& theirs, const Operation& operation, const Stamp& mine, MergeResult& result)
        : m_theirs(theirs), m_operation(operation), m_mine(mine), m_result(result)
    {}

    void run()
    {
        std::vector<bool> handled(m_operation.entity->fields.size());
        for (const FieldChange& change : m_operation.fields) {
            assert(change.field < handled.size());
            if (handled[change.field])
                continue;
            const Unit unit = unitOf(change.field);
            for (const FieldChange* member : unit)
                handled[member->field] = true;
            if (std::any_of(unit.begin(), unit.end(), [](const FieldChange* each) { return typed(*each); }))
                apply(unit);
        }
    }

private:
    using Unit = std::vector<const FieldChange*>;

    // The changes that travel with the field, in the order of the entity's fields.
    Unit unitOf(std::size_t field) const
    {
        Unit unit;
        for (const std::size_t member : m_operation.entity->groupOf(field))
            for (const FieldChange& change : m_operation.fields)
                if (change.field == member)
                    unit.push_back(&change);
        return unit;
    }

    const Field& declared(const FieldChange& change) const { return m_operation.entity->fields[change.field]; }
    const Value& theirs(const FieldChange& change) const { return m_theirs.record.values[change.field]; }
    bool concurrent(const FieldChange& change) const
    {
        if (planted("x to y to x taken for no change") && theirs(change) == change.before)
            return false;
        return changedSince(m_theirs.stampOf(change.field), m_operation, m_mine);
    }

    void write(const FieldChange& change, Value value, const char* why)
    {
        m_result.record.values[change.field] = std::move(value);
        m_result.written.push_back(change.field);
        m_result.rules.emplace_back(why);
    }

    // Records that both had changed the field, after what stands has been written.
    void conflict(const FieldChange& change, Kept kept, const char* why)
    {
        m_result.conflicts.push_back(FieldConflict{.field = change.field,
                                                   .base = change.before,
                                                   .theirs = theirs(change),
                                                   .theirStamp = m_theirs.stampOf(change.field),
                                                   .mine = change.after,
                                                   .result = m_result.record.values[change.field],
                                                   .kept = kept,
                                                   .rule = why});
    }

    void apply(const Unit& unit)
    {
        const FieldChange& first = *unit.front();
        switch (declared(first).policy) {
        case Policy::Plain: return later(unit);
        case Policy::Stage: return stage(unit);
        case Policy::Ask: return ask(first);
        case Policy::Theirs: return leave(first);
        case Policy::Sum: return sum(first);
        case Policy::Union: return unite(first);
        case Policy::Append: return append(first);
        case Policy::Text: return text(first);
        case Policy::Extreme: return extreme(first);
        }
    }

    // The later edit takes the whole unit.
    void later(const Unit& unit)
    {
        const Stamp* latest = nullptr; // of what others changed meanwhile
        for (const FieldChange* change : unit) {
            const Stamp& stamp = m_theirs.stampOf(change->field);
            if (concurrent(*change) && (latest == nullptr || isLater(stamp, *latest)))
                latest = &stamp;
        }
        const auto differs = [&](const FieldChange* change) { return theirs(*change) != change->after; };
        if (latest == nullptr)
            return take(unit, rule::set);
        const bool same = std::none_of(unit.begin(), unit.end(), differs);
        if (!same && m_mine.timeIsUncertain) // by a clock that was set, nothing is decided
            return stand(unit, false, rule::asked);
        const bool mineWins = !m_mine.timeIsUncertain && isLater(m_mine, *latest);
        if (!same)
            return stand(unit, mineWins, rule::laterEdit);
        if (mineWins)
            take(unit, rule::same); // the later stamp stays: a third edit between the two is earlier than what stands
    }

    // A stage that one of the two closed stays closed, whoever is later.
    void stage(const Unit& unit)
    {
        const bool others = std::any_of(unit.begin(), unit.end(), [&](const FieldChange* c) { return concurrent(*c); });
        const auto status = std::find_if(unit.begin(), unit.end(), [&](const FieldChange* change) {
            return declared(*change).type == FieldType::Choice;
        });
        if (!others || status == unit.end())
            return later(unit);
        const Value& there = theirs(**status);
        const bool mineCloses = (*status)->after != (*status)->before && closes(declared(**status), (*status)->after);
        const bool theyClosed = there != (*status)->before && closes(declared(**status), there);
        if (mineCloses == theyClosed && (!mineCloses || there == (*status)->after))
            return later(unit);
        stand(unit, mineCloses && !theyClosed, mineCloses && theyClosed ? rule::asked : rule::stage);
    }

    // Both had changed the unit: one side's values stand, and each that differs is told.
    void stand(const Unit& unit, bool mineWins, const char* why)
    {
        if (mineWins)
            take(unit, why);
        for (const FieldChange* change : unit)
            if (theirs(*change) != change->after)
                conflict(*change, mineWins ? Kept::Mine : Kept::Theirs, why);
    }

    void take(const Unit& unit, const char* why)
    {
        for (const FieldChange* change : unit)
            if (change == unit.front() || !planted("half-merged group"))
                write(*change, change->after, why);
    }

    void ask(const FieldChange& change)
    {
        if (!concurrent(change))
            return write(change, change.after, rule::set);
        if (theirs(change) != change.after)
            conflict(change, Kept::Theirs, rule::asked);
    }

    void leave(const FieldChange& change)
    {
        if (theirs(change) != change.after)
            conflict(change, Kept::Theirs, rule::theirs);
    }

    void sum(const FieldChange& change)
    {
        const bool both = concurrent(change);
        write(change, addDelta(change.before, theirs(change), change.after), both ? rule::summed : rule::set);
        if (both)
            conflict(change, Kept::Both, rule::summed);
    }

    void extreme(const FieldChange& change)
    {
        if (!concurrent(change))
            return write(change, change.after, rule::set);
        if (theirs(change) == change.after)
            return;
        const bool mineWins = greater(theirs(change), change.after) == change.after;
        if (mineWins)
            write(change, change.after, rule::extreme);
        conflict(change, mineWins ? Kept::Mine : Kept::Theirs, rule::extreme);
    }

    void append(const FieldChange& change)
    {
        const auto merged = appendEntries(theirs(change), change.after);
        if (merged && merged->value != theirs(change))
            write(change, merged->value, concurrent(change) ? rule::appended : rule::set);
    }

    void unite(const FieldChange& change)
    {
        combine(change, mergeLists(change.before, theirs(change), change.after), rule::united);
    }

    void text(const FieldChange& change)
    {
        const auto merged = mergeTexts(declared(change), change.before, theirs(change), change.after);
        combine(change, merged, merged && merged->overlap ? rule::textBoth : rule::textMerged);
    }

    // What text and union have in common: both sides' edits stand, and both authors are told.
    void combine(const FieldChange& change, const std::optional<Merged>& merged, const char* why)
    {
        const bool both = concurrent(change);
        if (theirs(change) == change.before && !both)
            return write(change, change.after, rule::set);
        if (theirs(change) == change.after)
            return both ? void() : write(change, change.after, rule::set);
        if (!merged)
            return later({&change});
        if (merged->value != theirs(change))
            write(change, merged->value, why);
        // An edit merged into what its own author's earlier edit had become was already told to both then.
        if (both || merged->overlap)
            conflict(change, Kept::Both, why);
    }

    const MergeRow& m_theirs;
    const Operation& m_operation;
    const Stamp& m_mine;
    MergeResult& m_result;
};

// On an empty row that nobody changed, every policy but one takes the value as it is: an entry list is put in order. A
// row that was deleted comes back under its id: what the creation names stands as named (entries are added), the rest
// as it was, so that nothing its author did not know of is lost with it.
MergeResult create(const std::optional<MergeRow>& theirs, const Operation& operation)
{
    MergeResult result;
    if (theirs && !theirs->deleted) {
        result.record = theirs->record;
        return result;
    }
    result.record = theirs ? theirs->record : Record(*operation.entity, operation.id);
    for (const FieldChange& change : operation.fields) {
        Value& value = result.record.values[change.field];
        const bool entries = operation.entity->fields[change.field].policy == Policy::Append;
        const auto ordered = entries ? appendEntries(value, change.after) : std::nullopt;
        value = ordered ? ordered->value : change.after;
        result.written.push_back(change.field);
        result.rules.emplace_back(rule::set);
    }
    result.effect = theirs ? Effect::Revived : Effect::Created;
    return result;
}

// The newest edit somebody made after the deleter had looked; nullptr if there is none.
const Stamp* unseenEdit(const MergeRow& theirs, const Operation& operation, const Stamp& mine)
{
    const Stamp* newest = nullptr;
    const auto consider = [&](const Stamp& stamp) {
        if (changedSince(stamp, operation, mine) && (newest == nullptr || stamp.rev > newest->rev))
            newest = &stamp;
    };
    consider(theirs.born);
    for (const auto& [field, stamp] : theirs.stamps)
        consider(stamp);
    return newest;
}

// What others typed in a row that goes, and its deleter had not seen, stays readable.
void tellUnseenEdits(const MergeRow& theirs, const Operation& operation, const Stamp& mine, MergeResult& result)
{
    for (const auto& [field, stamp] : theirs.stamps)
        if (changedSince(stamp, operation, mine) && !theirs.record.values[field].isNull())
            result.conflicts.push_back(FieldConflict{.field = field,
                                                     .base = {},
                                                     .theirs = theirs.record.values[field],
                                                     .theirStamp = stamp,
                                                     .mine = {},
                                                     .result = {},
                                                     .kept = Kept::Mine,
                                                     .rule = rule::deleted});
}

MergeResult remove(const MergeRow& theirs, const Operation& operation, const Stamp& mine)
{
    MergeResult result;
    result.record = theirs.record;
    if (theirs.deleted)
        return result;
    const Stamp* edit = operation.entity->revives ? unseenEdit(theirs, operation, mine) : nullptr;
    if (edit == nullptr) {
        result.effect = Effect::Deleted;
        tellUnseenEdits(theirs, operation, mine, result);
        return result;
    }
    result.conflicts.push_back(FieldConflict{.field = wholeRow,
                                             .base = {},
                                             .theirs = {},
                                             .theirStamp = *edit,
                                             .mine = {},
                                             .result = {},
                                             .kept = Kept::Theirs,
                                             .rule = rule::revived});
    return result;
}

// An edit that had not seen the delete, of a row whose kind does not come back: every value typed stays readable.
MergeResult lostToDelete(const MergeRow& theirs, const Operation& operation)
{
    MergeResult result;
    result.record = theirs.record;
    for (const FieldChange& change : operation.fields)
        if (typed(change))
            result.conflicts.push_back(FieldConflict{.field = change.field,
                                                     .base = change.before,
                                                     .theirs = {},
                                                     .theirStamp = theirs.removed,
                                                     .mine = change.after,
                                                     .result = {},
                                                     .kept = Kept::Theirs,
                                                     .rule = rule::deleted});
    return result;
}

MergeResult update(const MergeRow& theirs, const Operation& operation, const Stamp& mine)
{
    const bool unseenDelete = theirs.removed.rev > operation.seenRev || isOwn(theirs.removed, mine);
    if (theirs.deleted && !(operation.entity->revives && unseenDelete))
        return lostToDelete(theirs, operation);

    MergeResult result;
    result.record = theirs.record;
    if (std::none_of(operation.fields.begin(), operation.fields.end(), typed))
        return result; // nothing was typed, and nothing comes back because of it
    Application(theirs, operation, mine, result).run();
    if (theirs.deleted) {
        result.effect = Effect::Revived;
        result.conflicts.push_back(FieldConflict{.field = wholeRow,
                                                 .base = {},
                                                 .theirs = {},
                                                 .theirStamp = theirs.removed,
                                                 .mine = {},
                                                 .result = {},
                                                 .kept = Kept::Mine,
                                                 .rule = rule::revived});
    } else if (!result.written.empty()) {
        result.effect = Effect::Updated;
    }
    return result;
}

} // namespace

const Stamp& MergeRow::stampOf(std::size_t field) const
{
    const auto own = stamps.find(field);
    return own == stamps.end() ? born : own->second;
}

MergeResult merge(const std::optional<MergeRow>& theirs, const Operation& operation, const Stamp& mine)
{
    if (operation.kind == OperationKind::Create)
        return create(theirs, operation);
    if (theirs && !writesFields(operation.kind) && operation.kind != OperationKind::Delete) {
        MergeResult result; // of the two records only the loser changes: it is gone, or not yet back
        result.record = theirs->record;
        if (operation.kind == OperationKind::Merge && !theirs->deleted)
            result.effect = Effect::Deleted;
        return result;
    }
    if (theirs)
        return operation.kind == OperationKind::Delete ? remove(*theirs, operation, mine)
                                                       : update(*theirs, operation, mine);
    MergeResult result;
    result.record = Record(*operation.entity, operation.id);
    return result;
}

bool isLater(const Stamp& a, const Stamp& b)
{
    return std::tie(a.at, a.device.bytes) > std::tie(b.at, b.device.bytes);
}

} // namespace satchel
