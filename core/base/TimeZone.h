// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

namespace satchel {

/// The calendar day YYYY-MM-DD that it is at `instant` in a time zone by its IANA name ("Europe/Berlin"), summer time
/// among it. A zone that is "" or not known: UTC. Safe from any thread.
[[nodiscard]] std::string dayIn(std::string_view zone, Milliseconds instant);
/// The minute of that day, 0 to 1439.
[[nodiscard]] int minuteIn(std::string_view zone, Milliseconds instant);
/// The instant at which it is `minute` minutes past midnight on a day YYYY-MM-DD in a time zone; the hour that summer
/// time leaves out is the one after it. 0 if that is no date.
[[nodiscard]] Milliseconds instantIn(std::string_view zone, std::string_view date, int minute);
/// Whether there is a time zone of this name.
[[nodiscard]] bool isTimeZone(std::string_view zone);

/// The day `days` after a date YYYY-MM-DD (before it, if negative); "" if that is no date.
[[nodiscard]] std::string dayAfter(std::string_view date, std::int64_t days);

} // namespace satchel
