// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace satchel::simulation {

/// A small generator (SplitMix64) that gives the same numbers everywhere. Every step of a story has one of its own, so
/// that leaving a step out does not change what the others do.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// 0 to limit - 1.
    std::uint64_t below(std::uint64_t limit) { return limit == 0 ? 0 : next() % limit; }
    /// True once in `times`.
    bool once(std::uint64_t times) { return below(times) == 0; }

private:
    std::uint64_t m_state;
};

} // namespace satchel::simulation
