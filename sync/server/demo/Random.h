// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>

namespace satchel::server::demo {

/// The demo company's own generator: xoshiro256** seeded by SplitMix64, with unbiased ranges. The same seed and stream
/// give the same numbers with every compiler and library, which the distributions of <random> do not promise. Owned by
/// the one function that draws from it. Never draw twice in one expression: the order of evaluation would decide.
class Random {
public:
    /// Streams of one seed are independent, so that one kind of record can change without changing the others.
    Random(std::uint64_t seed, std::uint64_t stream)
    {
        std::uint64_t state = seed ^ (stream * 0xD1342543DE82EF95U);
        for (std::uint64_t& word : m_state) {
            state += 0x9E3779B97F4A7C15U;
            std::uint64_t mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
            word = mixed ^ (mixed >> 31);
        }
    }

    std::uint64_t next()
    {
        const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

    /// 0 to count - 1, each equally likely: as many high bits as are needed, drawn again when they are too large.
    std::uint64_t below(std::uint64_t count)
    {
        if (count <= 1)
            return 0;
        const int unused = std::countl_zero(count - 1);
        std::uint64_t drawn = next() >> unused;
        while (drawn >= count)
            drawn = next() >> unused;
        return drawn;
    }
    /// first to last, both included.
    std::int64_t between(std::int64_t first, std::int64_t last)
    {
        return first + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(last - first) + 1));
    }
    bool chance(unsigned percent) { return below(100) < percent; }
    /// An element of a container that is not empty.
    template <typename Container>
    decltype(auto) pick(const Container& from)
    {
        return from[below(std::size(from))];
    }
    /// `count` decimal digits.
    std::string digits(int count)
    {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += static_cast<char>('0' + below(10));
        return text;
    }
    /// The random part of an id.
    std::array<char, 10> tenBytes()
    {
        std::array<char, 10> bytes{};
        std::uint64_t word = next();
        for (std::size_t i = 0; i < 8; ++i, word >>= 8)
            bytes[i] = static_cast<char>(word & 0xFF);
        word = next();
        bytes[8] = static_cast<char>(word & 0xFF);
        bytes[9] = static_cast<char>((word >> 8) & 0xFF);
        return bytes;
    }

private:
    std::array<std::uint64_t, 4> m_state{};
};

} // namespace satchel::server::demo
