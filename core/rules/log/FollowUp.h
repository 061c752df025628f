// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/log/Days.h"

namespace satchel::logline {

/// The word that says what kind of dealing it was, before the token `end`.
struct Kind {
    std::string name; ///< a choice of activity.kind; "": there is none
    std::size_t at = 0;
};
[[nodiscard]] Kind kindIn(const Tokens& tokens, const Clause& clause, std::size_t end);

/// A clause, or its end, that asks to be reminded. Without a doubt it has a day.
struct FollowUp {
    std::size_t begin = 0; ///< tokens
    std::size_t end = 0;
    std::optional<Day> day = std::nullopt;
    std::optional<int> minute = std::nullopt;
    std::string what = {};
    LogLine::Doubt doubt = LogLine::Doubt::None;
};
/// `alone`: the clause tells nothing else, so all of it may be what is to be done.
[[nodiscard]] std::optional<FollowUp> followUpIn(std::string_view text, const Tokens& tokens, const Clause& clause,
                                                 const Today& today, bool alone);

/// Without commas, spaces and "and" at its ends.
[[nodiscard]] std::string trimmedOfJoints(std::string text);

} // namespace satchel::logline
