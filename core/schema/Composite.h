// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace satchel {

/// Fields of several parts are stored as canonical JSON text: no white space, strings escaped as RFC 8785 says, so that
/// the same content always has the same bytes (digests and merges compare bytes). These read and write that text; what
/// is empty has none: "" stands for it here, Null in a Value.

/// Elements of a TextList or ReferenceList, in order; none for "". Corrupt if `json` is not an array of different
/// strings.
[[nodiscard]] Result<std::vector<std::string>> readList(std::string_view json);
/// "" for an empty list.
[[nodiscard]] std::string writeList(const std::vector<std::string>& elements);

/// Members of a Group, in order, empty ones left out.
using GroupMembers = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Result<GroupMembers> readGroup(std::string_view json);
[[nodiscard]] std::string writeGroup(const GroupMembers& members);

/// One entry of a Timeline. `at` is ms since 1970 UTC; `by` a user's id in text form.
struct TimelineEntry {
    std::string id;
    std::int64_t at = 0;
    std::string by;
    std::string text;
    bool operator==(const TimelineEntry&) const = default;
};
[[nodiscard]] Result<std::vector<TimelineEntry>> readTimeline(std::string_view json);
/// Writes the entries ordered by (at, id), one per id.
[[nodiscard]] std::string writeTimeline(std::vector<TimelineEntry> entries);

} // namespace satchel
