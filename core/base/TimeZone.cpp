// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TimeZone.h"

#include <algorithm>
#include <memory>
#include <unicode/ucal.h>
#include <vector>

namespace satchel {

namespace {

struct CloseCalendar {
    void operator()(UCalendar* calendar) const { ucal_close(calendar); }
};

// The names of zones are ASCII.
std::vector<UChar> wide(std::string_view text)
{
    return {text.begin(), text.end()};
}

// What is to be added to UTC; nothing if there is no such zone.
std::optional<Milliseconds> offsetIn(std::string_view zone, Milliseconds instant)
{
    if (!isTimeZone(zone))
        return std::nullopt;
    const std::vector<UChar> name = wide(zone);
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UCalendar, CloseCalendar> calendar(
        ucal_open(name.data(), static_cast<std::int32_t>(name.size()), "en", UCAL_GREGORIAN, &error));
    if (U_FAILURE(error))
        return std::nullopt;
    ucal_setMillis(calendar.get(), static_cast<UDate>(instant), &error);
    const std::int32_t zoneOffset = ucal_get(calendar.get(), UCAL_ZONE_OFFSET, &error);
    const std::int32_t summer = ucal_get(calendar.get(), UCAL_DST_OFFSET, &error);
    return U_FAILURE(error) ? std::nullopt : std::optional<Milliseconds>(zoneOffset + summer);
}

} // namespace

bool isTimeZone(std::string_view zone)
{
    constexpr std::size_t longest = 60;
    if (zone.empty() || zone.size() > longest)
        return false;
    const std::vector<UChar> name = wide(zone);
    UChar canonical[2 * longest];
    UBool isSystem = 0;
    UErrorCode error = U_ZERO_ERROR;
    ucal_getCanonicalTimeZoneID(name.data(), static_cast<std::int32_t>(name.size()), canonical, 2 * longest, &isSystem,
                                &error);
    return U_SUCCESS(error) && isSystem != 0;
}

std::string dayIn(std::string_view zone, Milliseconds instant)
{
    return dateOf(instant + offsetIn(zone, instant).value_or(0));
}

int minuteIn(std::string_view zone, Milliseconds instant)
{
    constexpr Milliseconds minute = 60 * 1000;
    constexpr Milliseconds perDay = 24 * 60;
    const Milliseconds local = instant + offsetIn(zone, instant).value_or(0);
    const Milliseconds minutes = local / minute - (local % minute < 0 ? 1 : 0);
    return static_cast<int>((minutes % perDay + perDay) % perDay);
}

Milliseconds instantIn(std::string_view zone, std::string_view date, int minute)
{
    const auto midnight = isDate(date) ? parseInstant(std::string(date) + "T00:00:00Z") : std::nullopt;
    if (!midnight)
        return 0;
    const Milliseconds wanted = *midnight + Milliseconds{minute} * 60 * 1000;
    // The offset is that of the instant looked for: guessed with the one at the same time in UTC, then looked at again.
    const Milliseconds guess = wanted - offsetIn(zone, wanted).value_or(0);
    const Milliseconds better = wanted - offsetIn(zone, guess).value_or(0);
    return dayIn(zone, better) == date && minuteIn(zone, better) == minute ? better : std::max(guess, better);
}

std::string dayAfter(std::string_view date, std::int64_t days)
{
    constexpr Milliseconds day = 24 * 60 * 60 * 1000;
    const auto start = isDate(date) ? parseInstant(std::string(date) + "T00:00:00Z") : std::nullopt;
    constexpr std::int64_t most = 9999 * 366;
    if (!start || days > most || days < -most)
        return {};
    const std::string moved = dateOf(*start + days * day);
    return isDate(moved) ? moved : std::string();
}

} // namespace satchel
