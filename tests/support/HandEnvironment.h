// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <atomic>
#include <mutex>
#include <random>

namespace satchel::test {

/// An Environment for tests: a clock that stands still until it is moved by hand, and a generator that gives the same
/// bytes for the same seed. Owned by the test; may be used from several threads.
class HandEnvironment final : public Environment {
public:
    explicit HandEnvironment(std::uint64_t seed = 1) : m_generator(seed) {}

    Milliseconds now() override { return m_now; }
    Bytes random(std::size_t size) override;

    void advance(Milliseconds by) { m_now += by; }
    void setNow(Milliseconds now) { m_now = now; }

    static constexpr Milliseconds second = 1000;
    static constexpr Milliseconds minute = 60 * second;
    static constexpr Milliseconds hour = 60 * minute;
    static constexpr Milliseconds day = 24 * hour;

private:
    std::atomic<Milliseconds> m_now = 1'795'339'800'000; // 2026-11-22T09:30:00Z
    std::mutex m_mutex;
    std::mt19937_64 m_generator;
};

} // namespace satchel::test
