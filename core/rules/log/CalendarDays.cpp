// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/log/Days.h"

namespace satchel::logline {

namespace {

using Doubt = LogLine::Doubt;

constexpr int rememberedDays = 92; // a day without a year that is longer ago is one of next year

const Token* tokenAt(const Tokens& tokens, std::size_t at, std::size_t end)
{
    return at < end ? &tokens[at] : nullptr;
}

bool isMark(const Token* token, std::string_view mark)
{
    return token != nullptr && token->kind == Token::Kind::Mark && token->glued && token->is(mark);
}

bool isNumber(const Token* token, bool glued)
{
    return token != nullptr && token->isNumber() && (!glued || token->glued);
}

bool isYear(const Token* token)
{
    return token != nullptr && token->isNumber() && token->text.size() == 4 && token->number >= 1970 &&
           token->number < 2200;
}

// Of a day and month; `yearText` is "" where none is written.
FoundDay made(std::size_t begin, std::size_t end, int dayNumber, int monthNumber, std::optional<int> yearNumber,
              const Today& today)
{
    FoundDay found{.begin = begin, .end = end};
    const auto of = [&](int which) {
        return chrono::year_month_day{chrono::year{which}, chrono::month{static_cast<unsigned>(monthNumber)},
                                      chrono::day{static_cast<unsigned>(dayNumber)}};
    };
    const int thisYear = static_cast<int>(chrono::year_month_day{today.day}.year());
    chrono::year_month_day date = of(yearNumber.value_or(thisYear));
    if (!yearNumber && date.ok() && today.day - chrono::sys_days{date} > chrono::days{rememberedDays})
        date = of(thisYear + 1);
    if (date.ok())
        found.day = chrono::sys_days{date};
    else
        found.doubt = Doubt::NoSuchDay;
    return found;
}

// 27 is 2027.
std::optional<int> yearOf(const Token& token)
{
    if (token.text.size() == 2)
        return 2000 + token.number;
    return token.text.size() == 4 ? std::optional(token.number) : std::nullopt;
}

std::optional<FoundDay> isoAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    if (at + 4 >= end || !isYear(&tokens[at]) || !isMark(&tokens[at + 1], "-") || !isNumber(&tokens[at + 2], true) ||
        !isMark(&tokens[at + 3], "-") || !isNumber(&tokens[at + 4], true))
        return std::nullopt;
    return made(at, at + 5, tokens[at + 4].number, tokens[at + 2].number, tokens[at].number, today);
}

// "15.3.", "15.3.27", "15. 3."; "15.3" may be a price and is therefore not certain.
std::optional<FoundDay> dottedAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    const Token* second = tokenAt(tokens, at + 2, end);
    if (!isMark(tokenAt(tokens, at + 1, end), ".") || !isNumber(second, false) || tokens[at].text.size() > 2 ||
        second->text.size() > 2 || second->number > 12)
        return std::nullopt;
    const bool closed = isMark(tokenAt(tokens, at + 3, end), ".");
    if (!closed && !second->glued)
        return std::nullopt;
    const Token* after = tokenAt(tokens, at + (closed ? 4 : 3), end);
    if (!closed && after != nullptr && (after->isOneOf({"uhr", "h", "%", ",", "am", "pm"}) && after->text != "am"))
        return std::nullopt;
    if (closed && isNumber(after, false) && (after->glued || isYear(after)) && yearOf(*after))
        return made(at, at + 5, tokens[at].number, second->number, yearOf(*after), today);
    FoundDay found = made(at, at + (closed ? 4 : 3), tokens[at].number, second->number, std::nullopt, today);
    found.certain = closed;
    return found;
}

// Day and month stand in either order in English.
std::optional<FoundDay> slashedAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    const Token* second = tokenAt(tokens, at + 2, end);
    if (!isMark(tokenAt(tokens, at + 1, end), "/") || !isNumber(second, true) || tokens[at].text.size() > 2 ||
        second->text.size() > 2)
        return std::nullopt;
    std::size_t last = at + 3;
    std::optional<int> yearNumber;
    if (isMark(tokenAt(tokens, last, end), "/") && isNumber(tokenAt(tokens, last + 1, end), true)) {
        yearNumber = yearOf(tokens[last + 1]);
        last += 2;
    }
    const int a = tokens[at].number, b = second->number;
    FoundDay found{.begin = at, .end = last, .certain = false};
    if (!today.german && a <= 12 && b <= 12 && a != b) {
        found.doubt = Doubt::TwoMeanings;
        return found;
    }
    const bool monthFirst = !today.german && b > 12;
    found = made(at, last, monthFirst ? b : a, monthFirst ? a : b, yearNumber, today);
    found.certain = false;
    return found;
}

// Behind a number: "th", or the point of a German ordinal.
std::size_t suffixAt(const Tokens& tokens, std::size_t at, std::size_t end)
{
    const Token* token = tokenAt(tokens, at, end);
    const bool is = token != nullptr && token->glued && token->isOneOf({"st", "nd", "rd", "th", "."});
    return is ? 1 : 0;
}

std::optional<FoundDay> withMonthAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    int dayNumber = 0, monthNumber = 0;
    std::size_t last = at;
    bool certain = true;
    if (tokens[at].isNumber()) { // 15th of March
        dayNumber = tokens[at].number;
        last = at + 1 + suffixAt(tokens, at + 1, end);
        if (last < end && tokens[last].isOneOf({"of", "de"}))
            ++last;
        monthNumber = last < end ? monthNamed(tokens[last].text) : 0;
        ++last;
    } else { // March 15
        monthNumber = monthNamed(tokens[at].text);
        certain = !tokens[at].is("may") && !tokens[at].is("mar");
        if (!isNumber(tokenAt(tokens, at + 1, end), false))
            return std::nullopt;
        dayNumber = tokens[at + 1].number;
        last = at + 2 + suffixAt(tokens, at + 2, end);
    }
    if (monthNumber == 0 || dayNumber < 1 || tokens[at].text.size() > 9 || dayNumber > 99)
        return std::nullopt;
    if (isMark(tokenAt(tokens, last, end), ".") && isYear(tokenAt(tokens, last + 1, end)))
        ++last;
    std::optional<int> yearNumber;
    if (isYear(tokenAt(tokens, last, end)))
        yearNumber = tokens[last++].number;
    FoundDay found = made(at, last, dayNumber, monthNumber, yearNumber, today);
    found.certain = certain;
    return found;
}

// "the 15th": the next one.
std::optional<FoundDay> ordinalAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today)
{
    const std::size_t suffix = suffixAt(tokens, at + 1, end);
    const int number = tokens[at].number;
    if (suffix == 0 || number < 1 || number > 31 || isNumber(tokenAt(tokens, at + 2, end), true))
        return std::nullopt;
    const chrono::year_month_day now{today.day};
    for (int ahead = 0; ahead < 4; ++ahead) {
        const chrono::year_month later = chrono::year_month{now.year(), now.month()} + chrono::months{ahead};
        const chrono::year_month_day date = later / chrono::day{static_cast<unsigned>(number)};
        if (date.ok() && chrono::sys_days{date} > today.day)
            return FoundDay{.begin = at, .end = at + 1 + suffix, .day = chrono::sys_days{date}};
    }
    return std::nullopt;
}

} // namespace

std::optional<FoundDay> calendarDayAt(const Tokens& tokens, std::size_t at, std::size_t end, const Today& today,
                                      bool ordinal)
{
    if (at >= end)
        return std::nullopt;
    if (auto found = withMonthAt(tokens, at, end, today))
        return found;
    if (!tokens[at].isNumber() || (at > 0 && tokens[at].glued && tokens[at - 1].isOneOf({".", ",", "/"})))
        return std::nullopt;
    if (auto found = isoAt(tokens, at, end, today))
        return found;
    if (auto found = dottedAt(tokens, at, end, today))
        return found;
    if (auto found = slashedAt(tokens, at, end, today))
        return found;
    return ordinal ? ordinalAt(tokens, at, end, today) : std::nullopt;
}

} // namespace satchel::logline
