// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"

#include "core/base/Files.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace satchel {

namespace {

using namespace std::chrono;

// Reads exactly `digits` digits at text[at], -1 if they are not there.
int number(std::string_view text, std::size_t at, std::size_t digits)
{
    if (at + digits > text.size())
        return -1;
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::optional<year_month_day> parseDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const int y = number(text, 0, 4);
    const int m = number(text, 5, 2);
    const int d = number(text, 8, 2);
    if (y < 1 || m < 0 || d < 0)
        return std::nullopt;
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

} // namespace

std::string formatInstant(Milliseconds instant)
{
    const sys_time<milliseconds> point{milliseconds{instant}};
    const auto days = floor<std::chrono::days>(point);
    const year_month_day date{days};
    const hh_mm_ss time{point - days};
    char buffer[64];
    int length = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                               static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                               static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                               static_cast<int>(time.seconds().count()));
    std::string text(buffer, static_cast<std::size_t>(length));
    if (const auto fraction = time.subseconds().count(); fraction != 0) {
        length = std::snprintf(buffer, sizeof buffer, ".%03d", static_cast<int>(fraction));
        text.append(buffer, static_cast<std::size_t>(length));
    }
    return text + "Z";
}

std::optional<Milliseconds> parseInstant(std::string_view text)
{
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ') || text[13] != ':' ||
        text[16] != ':')
        return std::nullopt;
    const auto date = parseDate(text.substr(0, 10));
    const int hour = number(text, 11, 2);
    const int minute = number(text, 14, 2);
    const int second = number(text, 17, 2);
    if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return std::nullopt;
    std::size_t at = 19;
    int thousandths = 0;
    if (text[at] == '.') {
        int digits = 0;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++digits)
            if (digits < 3)
                thousandths = thousandths * 10 + (text[at] - '0');
        if (digits == 0)
            return std::nullopt;
        for (; digits < 3; ++digits)
            thousandths *= 10;
    }
    int offset = 0;
    const std::string_view zone = text.substr(at);
    if (zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == ':') {
        const int hours = number(zone, 1, 2);
        const int minutes = number(zone, 4, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
            return std::nullopt;
        offset = (hours * 60 + minutes) * (zone[0] == '-' ? -1 : 1);
    } else if (zone != "Z" && zone != "z") {
        return std::nullopt;
    }
    const Milliseconds days = sys_days{*date}.time_since_epoch().count();
    return ((days * 24 + hour) * 60 + minute - offset) * 60000 + second * 1000 + thousandths;
}

bool isDate(std::string_view text)
{
    return parseDate(text).has_value();
}

std::string dateOf(Milliseconds instant)
{
    return formatInstant(instant).substr(0, 10);
}

Milliseconds SystemEnvironment::now()
{
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

Milliseconds SystemEnvironment::sinceBoot()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return Milliseconds{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
}

std::string SystemEnvironment::bootName()
{
    const auto name = readFile("/proc/sys/kernel/random/boot_id");
    return name ? *name : std::string();
}

Bytes SystemEnvironment::random(std::size_t size)
{
    return randomBytes(size);
}

} // namespace satchel
