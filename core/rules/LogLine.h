// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <vector>

namespace satchel {

/// What one line about a dealing with a customer means: "called Ana, wants price for 40, back Tue" is a call, now, and
/// a to-do for next Tuesday. Only what is certain is taken: a date that has passed, that could be two days, or that
/// nothing marks as a follow-up is named as a doubt and makes no to-do. "tomorrow 10am visit to Ana" is a visit to
/// come. Pure; any thread.
struct LogLine {
    /// A part of the text, in bytes.
    struct Span {
        std::size_t begin = 0;
        std::size_t end = 0;
        [[nodiscard]] bool empty() const { return begin == end; }
        bool operator==(const Span&) const = default;
    };
    enum class Doubt {
        None,
        NoDate,      ///< a follow-up, but no day
        Past,        ///< the day has passed
        SeveralDays, ///< two days that are not the same
        TwoMeanings, ///< "next Tuesday" said on a Monday; 3/4
        NoSuchDay,   ///< the 31st of February
        NotAsked     ///< a day to come, but nothing says that somebody wants to be reminded
    };

    std::string kind; ///< a choice of activity.kind; "" if the line does not say
    Span kindAt;
    std::string day;           ///< when it was, YYYY-MM-DD; "": now
    std::optional<int> minute; ///< of that day, where it is said
    Span whenAt;
    bool planned = false; ///< it has not been: that day is to come

    std::string due; ///< the day of the follow-up; "": there is none
    std::optional<int> dueMinute;
    Span dueAt;       ///< all that is about the follow-up, with its words
    std::string what; ///< what is to be done then, if the line says it ("send brochure")

    Doubt doubt = Doubt::None;
    Span doubtAt;

    std::string rest; ///< the line without the follow-up and without the word for the kind; of a plan, without its day
};

/// Reads the line in a language ("en", "de", as a locale names it); what that does not understand is looked for in the
/// other one.
[[nodiscard]] LogLine readLogLine(std::string_view text, std::string_view language, Milliseconds now,
                                  std::string_view zone);
/// A day alone, as one types it where only a day is asked for: "Fri", "in 2 weeks", "15.3."; nothing if it is none, has
/// passed, or could be two.
[[nodiscard]] std::optional<std::string> readDay(std::string_view text, std::string_view language, Milliseconds now,
                                                 std::string_view zone);

/// Which of these people the line names: by first name, last name or both. Nothing if nobody or more than one is meant.
[[nodiscard]] std::optional<std::size_t> personNamedIn(std::string_view text, const std::vector<std::string>& names);

} // namespace satchel
