// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Field.h"
#include "core/schema/Value.h"

#include <optional>

namespace satchel {

/// The values that each policy makes of two edits of one field: pure functions for Merge.cpp. Nothing where the policy
/// has no answer (over a limit, stored text that is not what its type says); then the later edit decides.

struct Merged {
    Value value;
    bool overlap = false; ///< text: the same place was changed twice
};

/// Three-way merge of free text (TextMerge.h), unless the result is longer than the field may be.
[[nodiscard]] std::optional<Merged> mergeTexts(const Field& field, const Value& before, const Value& theirs,
                                               const Value& mine);
/// Three-way merge of sets: theirs in their order, without what I took out, then what I put in.
[[nodiscard]] std::optional<Merged> mergeLists(const Value& before, const Value& theirs, const Value& mine);
/// Theirs and my new entries, ordered by (at, id), one per id (theirs).
[[nodiscard]] std::optional<Merged> appendEntries(const Value& theirs, const Value& mine);
/// theirs + (mine - before), an empty field counting as 0, held within 64 bits.
[[nodiscard]] Value addDelta(const Value& before, const Value& theirs, const Value& mine);
/// The greater integer; an empty field is less than any.
[[nodiscard]] const Value& greater(const Value& theirs, const Value& mine);

} // namespace satchel
