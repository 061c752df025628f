// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string_view>

namespace satchel {

/// Bugs that are in the code on purpose, by name, and do nothing: the simulator (tests/simulation) switches one on and
/// must find it, which proves that it would find its like. Pure functions have some too, so this is not handed around.
/// Outside of test builds there is no function that switches one on. Safe from any thread.
using PlantedBugs = bool (*)(std::string_view name);

namespace internal {
extern std::atomic<PlantedBugs> plantedBugs;
}

/// Whether the bug of this name is there now.
[[nodiscard]] inline bool planted(std::string_view name)
{
    const PlantedBugs bugs = internal::plantedBugs.load(std::memory_order_relaxed);
    return bugs != nullptr && bugs(name);
}

/// For tests only; nullptr takes all out.
void plantBugs(PlantedBugs bugs);

} // namespace satchel
