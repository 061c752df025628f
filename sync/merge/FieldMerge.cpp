// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/merge/FieldMerge.h"

#include "core/base/Bytes.h"
#include "core/schema/Composite.h"
#include "sync/merge/TextMerge.h"

#include <algorithm>
#include <limits>

namespace satchel {

namespace {

using List = std::vector<std::string>;

// An empty field is always Null, never "".
Value orNull(std::string text)
{
    return text.empty() ? Value() : Value(std::move(text));
}

std::optional<List> listOf(const Value& value)
{
    if (value.isNull())
        return List();
    auto list = readList(value.text());
    return list ? std::optional(std::move(list).value()) : std::nullopt;
}

bool contains(const List& list, const std::string& element)
{
    return std::find(list.begin(), list.end(), element) != list.end();
}

std::optional<std::vector<TimelineEntry>> entriesOf(const Value& value)
{
    if (value.isNull())
        return std::vector<TimelineEntry>();
    auto entries = readTimeline(value.text());
    return entries ? std::optional(std::move(entries).value()) : std::nullopt;
}

std::int64_t addClamped(std::int64_t a, std::int64_t b)
{
    using Limits = std::numeric_limits<std::int64_t>;
    if (b > 0 && a > Limits::max() - b)
        return Limits::max();
    if (b < 0 && a < Limits::min() - b)
        return Limits::min();
    return a + b;
}

std::int64_t negateClamped(std::int64_t a)
{
    using Limits = std::numeric_limits<std::int64_t>;
    return a == Limits::min() ? Limits::max() : -a;
}

} // namespace

std::optional<Merged> mergeTexts(const Field& field, const Value& before, const Value& theirs, const Value& mine)
{
    TextMergeResult merged = mergeText(before.text(), theirs.text(), mine.text());
    if (field.max > 0 && codePoints(merged.text) > static_cast<std::size_t>(field.max))
        return std::nullopt;
    return Merged{orNull(std::move(merged.text)), merged.overlap};
}

std::optional<Merged> mergeLists(const Value& before, const Value& theirs, const Value& mine)
{
    const auto baseList = listOf(before);
    const auto theirList = listOf(theirs);
    const auto myList = listOf(mine);
    if (!baseList || !theirList || !myList)
        return std::nullopt;
    List merged;
    for (const std::string& element : *theirList)
        if (!contains(*baseList, element) || contains(*myList, element))
            merged.push_back(element);
    for (const std::string& element : *myList)
        if (!contains(*baseList, element) && !contains(*theirList, element))
            merged.push_back(element);
    if (merged.size() > maxListElements)
        return std::nullopt;
    return Merged{orNull(writeList(merged))};
}

std::optional<Merged> appendEntries(const Value& theirs, const Value& mine)
{
    auto entries = entriesOf(theirs);
    const auto added = entriesOf(mine);
    if (!entries || !added)
        return std::nullopt;
    for (const TimelineEntry& entry : *added)
        if (std::none_of(entries->begin(), entries->end(), [&](const TimelineEntry& e) { return e.id == entry.id; }))
            entries->push_back(entry);
    return Merged{orNull(writeTimeline(std::move(*entries)))};
}

Value addDelta(const Value& before, const Value& theirs, const Value& mine)
{
    if (theirs == before)
        return mine;
    return addClamped(theirs.integer(), addClamped(mine.integer(), negateClamped(before.integer())));
}

const Value& greater(const Value& theirs, const Value& mine)
{
    if (theirs.isNull() || mine.isNull())
        return theirs.isNull() ? mine : theirs;
    return mine.integer() > theirs.integer() ? mine : theirs;
}

} // namespace satchel
