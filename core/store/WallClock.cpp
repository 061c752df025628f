// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/WallClock.h"

#include "core/store/Meta.h"

#include <cstdlib>

namespace satchel {

namespace {
constexpr Milliseconds worthWriting = 1000;
}

// What the wall clock shows for the moment the machine was started: a constant, while nobody sets the clock.
Status WallClock::remember(Milliseconds started)
{
    Meta meta(m_replica.connection());
    SATCHEL_TRY(meta.setText("clock_boot", m_replica.environment().bootName()));
    return meta.set("clock_started", started);
}

Result<bool> WallClock::wasSet()
{
    Environment& environment = m_replica.environment();
    Meta meta(m_replica.connection());
    const Milliseconds started = environment.now() - environment.sinceBoot();
    SATCHEL_ASSIGN(const std::string boot, meta.text("clock_boot"));
    if (boot != environment.bootName()) {
        SATCHEL_TRY(remember(started));
        return false;
    }
    SATCHEL_ASSIGN(const std::int64_t known, meta.integer("clock_started"));
    return std::abs(started - known) > tolerance;
}

Status WallClock::compared()
{
    Environment& environment = m_replica.environment();
    Meta meta(m_replica.connection());
    const Milliseconds started = environment.now() - environment.sinceBoot();
    SATCHEL_ASSIGN(const std::string boot, meta.text("clock_boot"));
    SATCHEL_ASSIGN(const std::int64_t known, meta.integer("clock_started"));
    if (boot == environment.bootName() && std::abs(started - known) < worthWriting)
        return Ok{};
    return remember(started);
}

} // namespace satchel
