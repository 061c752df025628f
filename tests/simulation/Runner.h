// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Story.h"

#include <optional>

namespace satchel::simulation {

/// What became of one story.
struct Verdict {
    std::string wrong; ///< "" if all was well
    std::size_t step = 0;
    std::uint64_t hash = 0;
};

/// Plays a story in a world of its own. `tells`: prints what happens.
[[nodiscard]] Verdict play(const Story& story, bool tells = false);

/// A shorter story that still goes wrong: laptops and steps are left out for as long as it does. `tries` bounds how
/// many stories are played for it.
[[nodiscard]] Story shortened(const Story& story, int tries);

/// The bugs that are in the code on purpose (core/base/Planted.h).
[[nodiscard]] const std::vector<std::string>& bugs();
/// One of them is there from now on; "" for none.
void plant(const std::string& bug);

/// How a run went.
struct Tally {
    std::uint64_t played = 0;
    double seconds = 0;
    std::vector<std::uint64_t> failed;
};
struct Plan {
    std::uint64_t from = 1;
    std::uint64_t seeds = 1000;
    double budget = 0; ///< seconds, 0: as long as it takes
    unsigned processes = 1;
    std::size_t enough = 5; ///< failures after which it stops
};
/// Plays the seeds, spread over processes; every hundredth twice, for the same hash.
[[nodiscard]] Tally run(const Plan& plan);

} // namespace satchel::simulation
