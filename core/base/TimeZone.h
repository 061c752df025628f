// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

namespace satchel {

/// The calendar day YYYY-MM-DD that it is at `instant` in a time zone by its IANA name ("Europe/Berlin"), summer time
/// among it. A zone that is "" or not known: UTC. Safe from any thread.
[[nodiscard]] std::string dayIn(std::string_view zone, Milliseconds instant);
/// Whether there is a time zone of this name.
[[nodiscard]] bool isTimeZone(std::string_view zone);

/// The day `days` after a date YYYY-MM-DD (before it, if negative); "" if that is no date.
[[nodiscard]] std::string dayAfter(std::string_view date, std::int64_t days);

} // namespace satchel
