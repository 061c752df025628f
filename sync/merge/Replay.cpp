// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/merge/Replay.h"

#include "sync/merge/FieldMerge.h"

namespace satchel {

void replay(Record& row, const Operation& operation, const std::vector<std::pair<int, Value>>& different)
{
    if (!writesFields(operation.kind))
        return;
    for (const FieldChange& change : operation.fields) {
        Value& value = row.values[change.field];
        // Of entries only the new ones travel.
        const bool entries = operation.entity->fields[change.field].policy == Policy::Append;
        const auto merged = entries ? appendEntries(value, change.after) : std::nullopt;
        value = merged ? merged->value : change.after;
    }
    for (const auto& [number, value] : different) {
        if (number == 0 && value.isId())
            row.root = value.id();
        else if (const auto field = operation.entity->indexOfNumber(number))
            row.values[*field] = value;
    }
}

} // namespace satchel
