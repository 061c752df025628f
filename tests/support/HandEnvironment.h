// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <atomic>
#include <functional>
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

    /// What goes wrong at which place of the code (core/base/Failpoint.h); set before threads start.
    std::function<Status(std::string_view place, std::string_view about)> failing;
    Status reach(std::string_view place, std::string_view about) override
    {
        return failing ? failing(place, about) : Status(Ok{});
    }

    Milliseconds sinceBoot() override { return m_now - m_started; }

    void advance(Milliseconds by) { m_now += by; }
    void setNow(Milliseconds now) { m_now = now; }
    /// Somebody sets the clock of the machine.
    void setClock(Milliseconds by)
    {
        m_now += by;
        m_started += by;
    }

    static constexpr Milliseconds second = 1000;
    static constexpr Milliseconds minute = 60 * second;
    static constexpr Milliseconds hour = 60 * minute;
    static constexpr Milliseconds day = 24 * hour;

private:
    std::atomic<Milliseconds> m_now = 1'795'339'800'000; // 2026-11-22T09:30:00Z
    std::atomic<Milliseconds> m_started = 0; ///< what the clock would have shown when the machine was started
    std::mutex m_mutex;
    std::mt19937_64 m_generator;
};

} // namespace satchel::test
