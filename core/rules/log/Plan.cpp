// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/log/Plan.h"

#include <algorithm>
#include <map>

namespace satchel::logline {

namespace {

constexpr std::size_t mostBetween = 5; // words between the visit and its day: whom it is to

struct When {
    std::size_t end = 0;
    std::optional<Day> day = std::nullopt;
    std::optional<int> minute = std::nullopt;
};

// A day that is certain and to come, and the hour beside it, in either order.
When whenAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    When when{.end = at};
    while (when.end < end) {
        if (const auto time = minuteAt(tokens, when.end, end, today.german); time && !when.minute) {
            when.minute = time->minute;
            when.end = time->end;
            continue;
        }
        const auto found = dayAt(tokens, when.end, end, today);
        if (!found || !found->day || !found->certain || found->bare || when.day || *found->day <= today.day)
            break;
        when.day = found->day;
        when.end = found->end;
    }
    return when;
}

std::string kindNamed(const Token& token)
{
    static const std::map<std::string_view, std::string_view> names = {
        {"call", "call"},       {"phone", "call"},       {"visit", "visit"},         {"meeting", "meeting"},
        {"meet", "meeting"},    {"anruf", "call"},       {"telefonat", "call"},      {"besuch", "visit"},
        {"treffen", "meeting"}, {"termin", "meeting"},   {"besprechung", "meeting"}, {"anrufen", "call"},
        {"besuchen", "visit"},  {"telefonieren", "call"}};
    const auto found = names.find(token.text);
    return found == names.end() ? std::string() : std::string(found->second);
}

// "call with Ana about the visit tomorrow" has been.
bool tellsOfSomethingElse(const Token& token)
{
    return token.isOneOf({"about", "for", "regarding", "re", "was", "wegen", "fuer", "ueber", "zu", "war"});
}

// "Tomorrow 10am visit to Ana", "morgen um 10 Uhr Ana anrufen".
std::optional<Plan> planBehindDay(const Tokens& tokens, const Clause& clause, const Today& today)
{
    const When when = whenAt(tokens, clause.begin, clause.end, today);
    std::size_t at = when.end;
    while (at < clause.end && tokens[at].isOneOf({"a", "an", "the", "ein", "eine", "einen", "der", "das", ":", "-"}))
        ++at;
    if (!when.day || at >= clause.end)
        return std::nullopt;
    for (const std::size_t place : {at, clause.end - 1})
        if (const std::string kind = kindNamed(tokens[place]); !kind.empty())
            return Plan{kind, place, clause.begin, when.end, *when.day, when.minute};
    return std::nullopt;
}

// "Visit to Ana tomorrow at 10", "Besuch bei Ana am 3.12. um 10 Uhr": the day is the last that is said.
std::optional<Plan> planBeforeDay(const Tokens& tokens, const Clause& clause, const Today& today)
{
    const std::string kind = kindNamed(tokens[clause.begin]);
    const std::size_t last = std::min(clause.end, clause.begin + 1 + mostBetween);
    for (std::size_t at = clause.begin + 1; !kind.empty() && at < last; ++at) {
        if (tellsOfSomethingElse(tokens[at]))
            return std::nullopt;
        if (const When when = whenAt(tokens, at, clause.end, today); when.day && when.end == clause.end)
            return Plan{kind, clause.begin, at, when.end, *when.day, when.minute};
    }
    return std::nullopt;
}

} // namespace

std::optional<Plan> planIn(const Tokens& tokens, const Clause& clause, const Today& today)
{
    auto plan = planBehindDay(tokens, clause, today);
    return plan ? plan : planBeforeDay(tokens, clause, today);
}

} // namespace satchel::logline
