// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Composite.h"
#include "sync/merge/Merge.h"

#include <set>

/// What the tests of merging share: a thing with a field of each policy, people who change it, and how two of them
/// meet.
namespace satchel::test {

using Effect = MergeResult::Effect;

// An entity with a field of each policy. Merging looks at nothing but the declaration, so a test may declare its own.
inline Entity makeEntity(bool revives)
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
                {.number = 11,
                 .name = "status",
                 .type = FieldType::Choice,
                 .policy = Policy::Stage,
                 .group = "stage",
                 .closing = {"converted", "disqualified", "forwarded"}},
                {.number = 12, .name = "reason", .policy = Policy::Stage, .group = "stage"}};
    return e;
}

inline const Entity& thing()
{
    static const Entity entity = makeEntity(true);
    return entity;
}

inline const Entity& mortal()
{
    static const Entity entity = makeEntity(false);
    return entity;
}

inline std::size_t at(const char* field)
{
    return *thing().indexOf(field);
}

inline Value number(std::int64_t value)
{
    return value;
}

inline Id id(char name)
{
    Id made;
    made.bytes[0] = static_cast<unsigned char>(name);
    return made;
}

inline constexpr std::int64_t seen = 100;
inline constexpr std::int64_t unseen = 101;

inline Stamp stamp(char device, Milliseconds when, std::int64_t rev)
{
    Stamp made{.rev = rev, .at = when, .user = id(device), .device = id(device), .deviceName = {}, .change = {}};
    made.change[0] = static_cast<unsigned char>(device);
    made.change[1] = static_cast<unsigned char>(when);
    return made;
}

// A row born before anybody of the test looked at it.
inline MergeRow row(const Entity& entity = thing())
{
    MergeRow made;
    made.record = Record(entity, id('r'));
    made.born = stamp('s', 1, 50);
    return made;
}

inline MergeRow rowWith(const char* field, Value value)
{
    MergeRow made = row();
    made.record.values[at(field)] = std::move(value);
    return made;
}

inline Operation update(std::vector<FieldChange> fields, const Entity& entity = thing())
{
    return {
        .kind = OperationKind::Update, .entity = &entity, .id = id('r'), .seenRev = seen, .fields = std::move(fields)};
}

inline Operation removal(const Entity& entity)
{
    return {.kind = OperationKind::Delete, .entity = &entity, .id = id('r'), .seenRev = seen, .fields = {}};
}

// The row after a result, as the server keeps it.
inline MergeRow after(const MergeRow& before, const MergeResult& result, Stamp written, std::int64_t rev)
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

inline Meeting meet(const MergeRow& start, const Operation& first, const Stamp& firstStamp, const Operation& second,
                    const Stamp& secondStamp)
{
    Meeting meeting;
    meeting.first = merge(start, first, firstStamp);
    const MergeRow between = after(start, meeting.first, firstStamp, unseen);
    meeting.second = merge(between, second, secondStamp);
    meeting.end = after(between, meeting.second, secondStamp, unseen + 1);
    return meeting;
}

inline std::string list(const std::vector<std::string>& elements)
{
    return writeList(elements);
}

inline Value listValue(const std::vector<std::string>& elements)
{
    return elements.empty() ? Value() : Value(writeList(elements));
}

inline std::set<std::string> elements(const Value& value)
{
    const auto read = readList(value.text());
    return {read->begin(), read->end()};
}

inline Value entries(const std::vector<TimelineEntry>& all)
{
    return all.empty() ? Value() : Value(writeTimeline(all));
}

inline TimelineEntry entry(const char* name, std::int64_t when)
{
    return {.id = name, .at = when * 1000, .by = "x", .text = std::string("text of ") + name};
}

} // namespace satchel::test
