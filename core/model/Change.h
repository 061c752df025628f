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

enum class OperationKind : std::uint8_t { Create = 1, Update = 2, Delete = 3 };

/// What a change does to one row. `seenRev` is the row's rev its author looked at (0 for a row only he knows);
/// a field has changed since if and only if its stamp's rev is higher. Fields of one group come all together.
struct Operation {
    OperationKind kind = OperationKind::Update;
    const Entity* entity = nullptr;
    Id id;
    std::int64_t seenRev = 0;
    std::vector<FieldChange> fields;
    bool operator==(const Operation&) const = default;
};

/// One business action of a person: applied as a whole or not at all. `number` counts 1, 2, 3... within an
/// incarnation of a replica; `editedAt` is the device clock corrected by the offset to the server, monotonic.
struct Change {
    std::int64_t number = 0;
    Milliseconds editedAt = 0;
    std::int64_t seenCheckpoint = 0;
    std::vector<Operation> operations;
    bool operator==(const Change&) const = default;
};

/// When and by whom a field got its value. `rev` orders; `at` only picks a default winner.
struct Stamp {
    std::int64_t rev = 0;
    Milliseconds at = 0;
    Id user;
    Id device;
    std::string deviceName;
    Bytes16 change{};
    bool operator==(const Stamp&) const = default;
};

/// An (entity, row) pair.
struct RowKey {
    int entity = 0;
    Id id;
    auto operator<=>(const RowKey&) const = default;
};

} // namespace satchel
