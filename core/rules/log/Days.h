// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/LogLine.h"
#include "core/rules/log/Tokens.h"

#include <chrono>

namespace satchel::logline {

namespace chrono = std::chrono;
using Day = chrono::sys_days;

/// What days are counted from, and how what two languages write alike is read.
struct Today {
    Day day;
    int minute = 0; ///< of the day
    bool german = false;
};

/// A day as it stands in a line. Without `day` it is one that nobody can be sure of; `doubt` says why.
struct FoundDay {
    std::size_t begin = 0;
    std::size_t end = 0; ///< the token after it
    std::optional<Day> day = std::nullopt;
    std::optional<int> minute = std::nullopt; ///< "in 2 hours"
    LogLine::Doubt doubt = LogLine::Doubt::None;
    bool certain = true; ///< the words mean nothing else
    bool bare = false;   ///< a weekday alone: the last one or the next, as the rest of the line has it
};
[[nodiscard]] std::optional<FoundDay> dayAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today);

struct FoundMinute {
    std::size_t begin = 0;
    std::size_t end = 0;
    int minute = 0;
};
/// "3pm", "15 Uhr", "14:30", "noon"; "at 3" could be two, and is none.
[[nodiscard]] std::optional<FoundMinute> minuteAt(const Tokens& tokens, std::size_t at, std::size_t end, bool german);

[[nodiscard]] std::string textOf(const Day& day); ///< YYYY-MM-DD
[[nodiscard]] Day dayOf(const std::string& date); ///< of YYYY-MM-DD
[[nodiscard]] int weekdayOf(const Day& day);      ///< 1 Monday ... 7 Sunday
[[nodiscard]] Day mondayOf(const Day& day);       ///< of its week

/// Days in figures or with the name of a month ("15.3.", "3/15", "15 March", "2027-03-15"), from a token that is no
/// preposition any more; `ordinal`: "the 15th" is meant to be one.
[[nodiscard]] std::optional<FoundDay> calendarDayAt(const Tokens& tokens, std::size_t at, std::size_t end,
                                                    const Today& today, bool ordinal);

} // namespace satchel::logline
