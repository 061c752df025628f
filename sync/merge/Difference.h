// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace satchel {

/// One changed place: base[baseBegin, baseEnd) became other[begin, end). Hunks are ordered and never touch.
struct Hunk {
    std::size_t baseBegin = 0;
    std::size_t baseEnd = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// What it takes to turn `base` into `other`: a shortest edit script (Myers 1986) where the two differ in up to
/// maxEdits pieces, else one hunk over all between what they begin and end with alike. The same at every end: merging
/// depends on where hunks lie. O((n + m) * edits) in time, O(edits squared) in memory.
[[nodiscard]] std::vector<Hunk> difference(const std::vector<std::string_view>& base,
                                           const std::vector<std::string_view>& other);

inline constexpr int maxEdits = 2000;

} // namespace satchel
