// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/model/Record.h"

namespace satchel {

/// One field of an update: what its author saw and what he wrote. For Append fields `before` is Null and `after`
/// holds only the new entries; for Sum fields the delta is after - before.
struct FieldChange {
    std::size_t field = 0; ///< position in entity.fields
    Value before;
    Value after;
    bool operator==(const FieldChange&) const = default;
};

/// Merge: the row is another one's duplicate and goes into it (Operation::other). Unmerge takes that back.
enum class OperationKind : std::uint8_t { Create = 1, Update = 2, Delete = 3, Merge = 4, Unmerge = 5 };

/// Whether an operation of this kind says what stands in fields.
[[nodiscard]] constexpr bool writesFields(OperationKind kind)
{
    return kind == OperationKind::Create || kind == OperationKind::Update;
}

/// What a change does to one row. `seenRev` is the row's rev its author looked at (0 for a row only he knows);
/// a field has changed since if and only if its stamp's rev is higher. Fields of one group come all together.
struct Operation {
    OperationKind kind = OperationKind::Update;
    const Entity* entity = nullptr;
    Id id;
    std::int64_t seenRev = 0;
    std::vector<FieldChange> fields = {};
    Id other = {}; ///< Merge: the row that stays
    bool operator==(const Operation&) const = default;
};

/// An action too large for one change travels as several, which take effect together when the last one is there.
struct BulkPart {
    Id bulk;               ///< null: the change is the whole action
    std::int64_t part = 0; ///< 0, 1, ... parts - 1
    std::int64_t parts = 0;
    bool operator==(const BulkPart&) const = default;
};

/// One business action of a person: applied as a whole or not at all. `number` counts 1, 2, 3... within an
/// incarnation of a replica; `editedAt` is the device clock corrected by the offset to the server, monotonic.
struct Change {
    std::int64_t number = 0;
    Milliseconds editedAt = 0;
    std::int64_t seenCheckpoint = 0;
    std::vector<Operation> operations;
    /// The clock of the laptop was set meanwhile: when this was edited is not known, so nothing is decided by it.
    bool timeIsUncertain = false;
    BulkPart bulk = {};
    /// Its id when it was sealed first, if a restored or copied replica sealed it anew; else zero. Copies may each do
    /// so with the same change: it counts once.
    Bytes16 origin{};
    bool operator==(const Change&) const = default;
};

/// When and by whom a field got its value. `rev` orders; `at` only picks a default winner.
struct Stamp {
    std::int64_t rev = 0;
    Milliseconds at = 0;
    Id user;
    Id device; ///< the incarnation of the replica that wrote it: a clone is another author
    std::string deviceName;
    Bytes16 change{};
    bool timeIsUncertain = false; ///< of an arriving change; not kept
    bool operator==(const Stamp&) const = default;
};

/// An (entity, row) pair.
struct RowKey {
    int entity = 0;
    Id id;
    auto operator<=>(const RowKey&) const = default;
};

} // namespace satchel
