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

/// A bug that is in the code on purpose (core/base/Planted.h), and what it makes a story say: who finds something else
/// has not found it.
struct Bug {
    std::string name;
    std::vector<std::string> says; ///< one of these is in the sentence
};
[[nodiscard]] const std::vector<Bug>& bugs();
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
    std::size_t enough = 5;        ///< failures after which it stops
    std::vector<std::string> says; ///< only failures that say one of these count; empty: all
};
/// Plays the seeds, spread over processes; every hundredth twice, for the same hash.
[[nodiscard]] Tally run(const Plan& plan);

} // namespace satchel::simulation
