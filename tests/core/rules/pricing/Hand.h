// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Totals.h"

#include <QTest>

#include <random>

namespace satchel::pricing::test {

/// Values as a person writes them down: "12.50"_d, and ids by number, in the order of their numbers.
inline Decimal operator""_d(const char* text, std::size_t size)
{
    const auto parsed = Decimal::parse(std::string_view(text, size));
    return parsed ? *parsed : Decimal{-1};
}

inline Id idOf(std::int64_t number)
{
    Id id;
    for (std::size_t i = 0; i < 8; ++i)
        id.bytes[15 - i] = static_cast<unsigned char>((number >> (8 * i)) & 0xFF);
    return id;
}

/// Chance from a seed: the same run every time.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}
    std::int64_t from(std::int64_t least, std::int64_t most)
    {
        return std::uniform_int_distribution<std::int64_t>(least, most)(m_engine);
    }
    bool chance(int percent) { return from(1, 100) <= percent; }
    template <typename T>
    const T& oneOf(const std::vector<T>& values)
    {
        return values[static_cast<std::size_t>(from(0, static_cast<std::int64_t>(values.size()) - 1))];
    }
    std::mt19937_64& engine() { return m_engine; }

private:
    std::mt19937_64 m_engine;
};

inline std::string text(const std::optional<Decimal>& decimal)
{
    return decimal ? decimal->toString() : "none";
}

template <typename T>
std::string outcome(const Result<T>& result)
{
    return result ? "ok" : result.error().message;
}

/// Compares two texts and shows both where they differ.
inline void same(const std::string& found, const std::string& wanted)
{
    QCOMPARE(QString::fromStdString(found), QString::fromStdString(wanted));
}

} // namespace satchel::pricing::test
