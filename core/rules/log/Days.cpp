// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/log/Days.h"

namespace satchel::logline {

namespace {

using Doubt = LogLine::Doubt;

constexpr int minutesOfDay = 24 * 60;

bool has(const Tokens& tokens, std::size_t at, std::size_t end, std::initializer_list<std::string_view> words)
{
    return at < end && tokens[at].isOneOf(words);
}

FoundDay on(std::size_t end, const Day& day)
{
    return {.end = end, .day = day};
}

bool begins(const Token& token, std::initializer_list<std::string_view> stems)
{
    for (const std::string_view stem : stems)
        if (token.text.starts_with(stem) && token.text.size() <= stem.size() + 2)
            return true;
    return false;
}

// "tomorrow", "heute morgen", "the day after tomorrow".
std::optional<FoundDay> relativeAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    const Token& token = tokens[at];
    const auto withPart = [&](int days) { // of the day
        const bool part = has(tokens, at + 1, end,
                              {"morning", "afternoon", "evening", "night", "frueh", "morgen", "vormittag", "mittag",
                               "nachmittag", "abend"});
        return on(at + (part ? 2 : 1), today.day + chrono::days{days});
    };
    if (token.isOneOf({"today", "heute"}))
        return withPart(0);
    if (token.is("tonight"))
        return on(at + 1, today.day);
    if (token.is("this") && has(tokens, at + 1, end, {"morning", "afternoon", "evening"}))
        return on(at + 2, today.day);
    if (token.is("day") && has(tokens, at + 1, end, {"after"}) && has(tokens, at + 2, end, {"tomorrow"}))
        return on(at + 3, today.day + chrono::days{2});
    if (token.isOneOf({"tomorrow", "tmrw", "tmr", "tomorow"}))
        return withPart(1);
    if (token.is("morgen") && !(at > 0 && tokens[at - 1].isOneOf({"guten", "jeden", "am", "heute", "gestern"})))
        return withPart(1);
    if (token.is("uebermorgen"))
        return withPart(2);
    if (token.isOneOf({"yesterday", "gestern"}))
        return withPart(-1);
    return token.is("vorgestern") ? std::optional(withPart(-2)) : std::nullopt;
}

Day workingDays(Day day, int count)
{
    while (count > 0) {
        day += chrono::days{1};
        if (weekdayOf(day) < 6)
            --count;
    }
    return day;
}

Day monthsLater(const Day& day, int count)
{
    const chrono::year_month_day from{day};
    chrono::year_month_day to = from + chrono::months{count};
    if (!to.ok()) // the 31st of a month that has none
        to = to.year() / to.month() / chrono::last;
    return chrono::sys_days{to};
}

// The unit at `at` and what `count` of it make; nothing if it is none.
std::optional<FoundDay> unitsFrom(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today, int count)
{
    if (at >= end || count == 0 || count > 999 || count < -999)
        return std::nullopt;
    const Token& unit = tokens[at];
    if (has(tokens, at, end, {"working", "business"}) && has(tokens, at + 1, end, {"days", "day"}))
        return on(at + 2, workingDays(today.day, count));
    if (begins(unit, {"werktag", "arbeitstag"}))
        return on(at + 1, workingDays(today.day, count));
    if (begins(unit, {"day", "tag"}) && !unit.is("daily"))
        return on(at + 1, today.day + chrono::days{count});
    if (begins(unit, {"week", "woche"}))
        return on(at + 1, today.day + chrono::days{7 * count});
    if (unit.is("fortnight"))
        return on(at + 1, today.day + chrono::days{14 * count});
    if (begins(unit, {"month", "monat"}))
        return on(at + 1, monthsLater(today.day, count));
    if (begins(unit, {"year", "jahr"}))
        return on(at + 1, monthsLater(today.day, 12 * count));
    const bool hours = begins(unit, {"hour", "stunde"}), minutes = begins(unit, {"minute", "min"});
    if ((!hours && !minutes) || count < 0)
        return std::nullopt;
    const int then = today.minute + count * (hours ? 60 : 1);
    FoundDay found = on(at + 1, today.day + chrono::days{then / minutesOfDay});
    found.minute = then % minutesOfDay;
    return found;
}

// "in 3 days", "in einer Woche"; "vor 3 Tagen", "3 days ago".
std::optional<FoundDay> countedAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    const auto countAt = [&](std::size_t i) {
        return i < end ? (tokens[i].isNumber() ? tokens[i].number : countNamed(tokens[i].text)) : 0;
    };
    if (tokens[at].isOneOf({"in", "vor"}) && countAt(at + 1) > 0) {
        if (at + 3 < end && tokens[at + 2].is(".")) // 2.5 weeks
            return std::nullopt;
        return unitsFrom(tokens, at + 2, end, today, tokens[at].is("vor") ? -countAt(at + 1) : countAt(at + 1));
    }
    if (countAt(at) > 0)
        if (auto found = unitsFrom(tokens, at + 1, end, today, -countAt(at));
            found && has(tokens, found->end, end, {"ago"})) {
            ++found->end;
            return found;
        }
    return std::nullopt;
}

// A weekday at `at` or behind "on"; 0 if there is none.
int weekdayFrom(const Tokens& tokens, std::size_t& at, std::size_t end)
{
    const std::size_t behind = has(tokens, at, end, {"on", "am", "den"}) ? at + 1 : at;
    const int number = behind < end ? weekdayNamed(tokens[behind].text).number : 0;
    if (number != 0)
        at = behind + 1;
    return number;
}

// "next week", "nächsten Dienstag", "this Friday", "last Monday".
std::optional<FoundDay> namedPeriodAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    if (at + 1 >= end)
        return std::nullopt;
    const Token& which = tokens[at];
    const bool next = which.is("next") || begins(which, {"naechste"});
    const bool afterNext = begins(which, {"uebernaechste"});
    const bool coming = which.isOneOf({"coming", "upcoming"}) || begins(which, {"kommende"});
    const bool current = which.is("this") || begins(which, {"diese"});
    const bool former = which.is("last") || begins(which, {"letzte", "vergangene", "vorige"});
    if (!next && !afterNext && !coming && !current && !former)
        return std::nullopt;
    const Day monday = mondayOf(today.day);
    if (tokens[at + 1].isOneOf({"week", "woche"})) {
        std::size_t last = at + 2;
        const int weekday = weekdayFrom(tokens, last, end);
        if (weekday == 0 && (current || former))
            return std::nullopt; // some day of it
        const int weeks = afterNext ? 2 : next || coming ? 1 : former ? -1 : 0;
        return on(last, monday + chrono::days{7 * weeks + (weekday == 0 ? 0 : weekday - 1)});
    }
    if (tokens[at + 1].isOneOf({"month", "monat"}) && (next || coming)) {
        const chrono::year_month_day now{today.day};
        return on(at + 2,
                  chrono::sys_days{(chrono::year_month{now.year(), now.month()} + chrono::months{1}) / chrono::day{1}});
    }
    std::size_t last = at + 1;
    const int weekday = weekdayFrom(tokens, last, end);
    if (weekday == 0 || afterNext)
        return std::nullopt;
    const int ahead = (weekday - weekdayOf(today.day) + 6) % 7 + 1; // 1 to 7
    if (current)
        return on(last, monday + chrono::days{weekday - 1});
    if (former)
        return on(last, today.day + chrono::days{ahead - (ahead == 7 ? 14 : 7)});
    FoundDay found = on(last, today.day + chrono::days{ahead});
    if (next && *found.day < monday + chrono::days{7}) { // the one of this week, or the one of next week?
        found.day.reset();
        found.doubt = Doubt::TwoMeanings;
    }
    return found;
}

// "the week after next", "end of the month", "KW 12".
std::optional<FoundDay> weekOrEndAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    const Day monday = mondayOf(today.day);
    if (tokens[at].is("week") && has(tokens, at + 1, end, {"after"}) && has(tokens, at + 2, end, {"next"}))
        return on(at + 3, monday + chrono::days{14});
    if (tokens[at].is("kw") && at + 1 < end && tokens[at + 1].isNumber() && tokens[at + 1].number >= 1 &&
        tokens[at + 1].number <= 53) {
        const auto of = [&](int which) {
            return mondayOf(chrono::sys_days{chrono::year{which} / chrono::January / 4}) +
                   chrono::days{7 * (tokens[at + 1].number - 1)};
        };
        const int thisYear = static_cast<int>(chrono::year_month_day{monday + chrono::days{3}}.year());
        return on(at + 2, monday - of(thisYear) > chrono::days{92} ? of(thisYear + 1) : of(thisYear));
    }
    const chrono::year_month_day now{today.day};
    const Day monthEnd = chrono::sys_days{now.year() / now.month() / chrono::last};
    if (tokens[at].is("monatsende"))
        return on(at + 1, monthEnd);
    if (!tokens[at].isOneOf({"end", "ende"}))
        return std::nullopt;
    std::size_t i = at + 1;
    while (has(tokens, i, end, {"of", "the", "der", "des"}))
        ++i;
    const bool next = i < end && (tokens[i].is("next") || begins(tokens[i], {"naechste"}));
    i += next ? 1 : 0;
    if (has(tokens, i, end, {"week", "woche"}))
        return on(i + 1, monday + chrono::days{next ? 11 : 4});
    if (has(tokens, i, end, {"month", "monat", "monats"}))
        return on(i + 1, next ? chrono::sys_days{(chrono::year_month{now.year(), now.month()} + chrono::months{1}) /
                                                 chrono::last}
                              : monthEnd);
    return std::nullopt;
}

// "Di", "do": everyday words unless they are written as a day is.
bool looksLikeDay(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    const Token& token = tokens[at];
    if (token.text.size() > 2)
        return true;
    if (!today.german)
        return false;
    return token.capital || at + 1 == end || (tokens[at + 1].glued && tokens[at + 1].is("."));
}

std::optional<FoundDay> weekdayAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    const Weekday weekday = weekdayNamed(tokens[at].text);
    if (weekday.number == 0 || !looksLikeDay(tokens, at, end, today))
        return std::nullopt;
    std::size_t i = at + 1;
    if (has(tokens, i, end, {"."}) && tokens[i].glued)
        ++i;
    FoundDay found = on(i, today.day + chrono::days{(weekday.number - weekdayOf(today.day) + 6) % 7 + 1});
    found.certain = weekday.certain;
    found.bare = true;
    while (has(tokens, i, end, {",", "den", "dem", "the", "in", "der"}))
        ++i;
    if (i < end)
        if (const auto week = namedPeriodAt(tokens, i, end, today);
            week && week->end == i + 2 && tokens[i + 1].isOneOf({"week", "woche"})) {
            found = on(week->end, *week->day + chrono::days{weekday.number - 1});
            return found;
        }
    if (const auto date = calendarDayAt(tokens, i, end, today, true)) {
        FoundDay both = *date;
        if (both.day && weekdayOf(*both.day) != weekday.number) {
            both.day.reset();
            both.doubt = Doubt::SeveralDays;
        }
        both.certain = true;
        return both;
    }
    if (weekday.number == weekdayOf(today.day)) { // today, or in a week?
        found.day.reset();
        found.doubt = Doubt::TwoMeanings;
    }
    return found;
}

} // namespace

std::optional<FoundDay> dayAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    std::size_t i = at;
    const bool within = has(tokens, i, end, {"in"}) && i + 1 < end &&
                        (tokens[i + 1].isOneOf({"der", "the", "next"}) ||
                         begins(tokens[i + 1], {"naechste", "kommende", "uebernaechste"}));
    i += within ? 1 : 0;
    while (i < at + 3 && has(tokens, i, end, {"on", "am", "at", "den", "dem", "der", "the", "ab", "from", "by", "zum"}))
        ++i;
    if (i >= end)
        return std::nullopt;
    std::optional<FoundDay> found;
    for (const auto& reading : {relativeAt, countedAt, namedPeriodAt, weekOrEndAt, weekdayAt})
        if (!found)
            found = reading(tokens, i, end, today);
    if (!found)
        found = calendarDayAt(tokens, i, end, today, i > at);
    if (found)
        found->begin = at;
    return found;
}

std::optional<FoundMinute> minuteAt(const Tokens& tokens, std::size_t at, std::size_t end, bool german)
{
    std::size_t i = at;
    if (has(tokens, i, end, {"at", "um", "gegen", "@", "around", "ab"}))
        ++i;
    if (has(tokens, i, end, {"noon", "mittags"}))
        return FoundMinute{at, i + 1, 12 * 60};
    if (i >= end || !tokens[i].isNumber() || tokens[i].text.size() > 2 || tokens[i].number > 23 ||
        (tokens[i].glued && i > 0 && !tokens[i - 1].is("@")))
        return std::nullopt;
    int hour = tokens[i].number, minute = 0;
    std::size_t last = i + 1;
    const auto isMinute = [&](std::size_t which) {
        return which < end && tokens[which].isNumber() && tokens[which].text.size() == 2 && tokens[which].number < 60;
    };
    const bool colon = has(tokens, last, end, {":"}) && isMinute(last + 1) && tokens[last + 1].glued;
    const bool point = has(tokens, last, end, {"."}) && isMinute(last + 1) && has(tokens, last + 2, end, {"uhr"});
    if (colon || point) {
        minute = tokens[last + 1].number;
        last += 2;
    }
    const bool half = has(tokens, last, end, {"am", "pm"}) && (!german || tokens[last].glued);
    if (half) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        return FoundMinute{at, last + 1, (hour % 12 + (tokens[last].is("pm") ? 12 : 0)) * 60 + minute};
    }
    if (has(tokens, last, end, {"uhr"})) {
        ++last;
        if (minute == 0 && !colon && isMinute(last)) // 8 Uhr 30
            minute = tokens[last++].number;
        return FoundMinute{at, last, hour * 60 + minute};
    }
    if (!colon || (!german && hour >= 1 && hour <= 6)) // 3:30: in the night or in the afternoon?
        return std::nullopt;
    return FoundMinute{at, last, hour * 60 + minute};
}

std::string textOf(const Day& day)
{
    return dateOf(chrono::duration_cast<chrono::milliseconds>(day.time_since_epoch()).count());
}

Day dayOf(const std::string& date)
{
    return chrono::floor<chrono::days>(
        chrono::sys_time<chrono::milliseconds>{chrono::milliseconds{parseInstant(date + "T00:00:00Z").value_or(0)}});
}

int weekdayOf(const Day& day)
{
    return static_cast<int>(chrono::weekday{day}.iso_encoding());
}

Day mondayOf(const Day& day)
{
    return day - chrono::days{weekdayOf(day) - 1};
}

} // namespace satchel::logline
