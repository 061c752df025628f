// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/LogLine.h"

#include "core/base/TimeZone.h"
#include "core/rules/log/FollowUp.h"
#include "core/rules/log/Plan.h"

#include <algorithm>

namespace satchel::logline {

namespace {

using Doubt = LogLine::Doubt;

Today todayIn(std::string_view zone, Milliseconds now, std::string_view language)
{
    return {dayOf(dayIn(zone, now)), minuteIn(zone, now), language.starts_with("de")};
}

LogLine::Span spanOf(const Tokens& tokens, std::size_t begin, std::size_t end)
{
    return begin < end ? LogLine::Span{tokens[begin].begin, tokens[end - 1].end} : LogLine::Span{};
}

void doubt(LogLine& line, Doubt why, const LogLine::Span& at)
{
    if (line.doubt == Doubt::None) {
        line.doubt = why;
        line.doubtAt = at;
    }
}

// The day it was, of the clause that says what happened.
void readWhen(const Tokens& tokens, const Clause& clause, const Today& today, LogLine& line)
{
    bool toCome = false; // a day to come is named: no hour is one of today
    for (std::size_t at = clause.begin; at < clause.end; ++at) {
        const auto found = dayAt(tokens, at, clause.end, today);
        if (!found) {
            if (const auto time = minuteAt(tokens, at, clause.end, today.german); time && !line.minute) {
                line.minute = time->minute;
                if (line.whenAt.empty())
                    line.whenAt = spanOf(tokens, time->begin, time->end);
                at = time->end - 1;
            }
            continue;
        }
        const LogLine::Span span = spanOf(tokens, found->begin, found->end);
        toCome = toCome || (found->certain && !found->bare && found->day && *found->day > today.day);
        if (found->certain && (found->bare || !found->day))
            doubt(line, line.kind.empty() ? Doubt::NotAsked : Doubt::TwoMeanings, span);
        else if (found->certain && *found->day > today.day)
            doubt(line, Doubt::NotAsked, span);
        else if (found->certain && line.day.empty()) {
            line.day = textOf(*found->day);
            line.whenAt = span;
        }
        at = found->end - 1;
    }
    const bool isToday = line.day.empty() || line.day == textOf(today.day);
    if (isToday && line.minute && (toCome || *line.minute > today.minute)) { // what is still to come has not been
        line.minute.reset();
        line.whenAt = {};
    }
    if (isToday && !line.minute)
        line.whenAt = line.day.empty() ? LogLine::Span{} : line.whenAt;
}

// Days of clauses that only tell something.
void readOthers(const Tokens& tokens, const Clause& clause, const Today& today, LogLine& line)
{
    for (std::size_t at = clause.begin; at < clause.end; ++at)
        if (const auto found = dayAt(tokens, at, clause.end, today)) {
            if (found->certain && (!found->day || *found->day > today.day))
                doubt(line, Doubt::NotAsked, spanOf(tokens, found->begin, found->end));
            at = found->end - 1;
        }
}

void takeFollowUp(const FollowUp& followUp, const Tokens& tokens, LogLine& line)
{
    const LogLine::Span span = spanOf(tokens, followUp.begin, followUp.end);
    if (followUp.doubt != Doubt::None || !followUp.day) {
        doubt(line, followUp.doubt, span);
        return;
    }
    const std::string day = textOf(*followUp.day);
    if (!line.due.empty() && line.due != day) {
        line.due.clear();
        line.what.clear();
        line.dueMinute.reset();
        line.dueAt = {};
        doubt(line, Doubt::SeveralDays, span);
        return;
    }
    line.due = day;
    line.dueMinute = followUp.minute;
    line.what = followUp.what;
    line.dueAt = span;
}

void takePlan(const Plan& plan, const Tokens& tokens, LogLine& line)
{
    line.planned = true;
    line.kind = plan.kind;
    line.kindAt = spanOf(tokens, plan.kindAt, plan.kindAt + 1);
    line.day = textOf(plan.day);
    line.minute = plan.minute;
    line.whenAt = spanOf(tokens, plan.begin, plan.end);
}

std::string restOf(std::string_view text, const LogLine& line)
{
    std::string rest(text);
    if (line.planned) // its kind is a part of what is planned: "visit to Ana"
        return trimmedOfJoints(rest.erase(line.whenAt.begin, line.whenAt.end - line.whenAt.begin));
    if (!line.dueAt.empty())
        rest.erase(line.dueAt.begin, line.dueAt.end - line.dueAt.begin);
    if (!line.kindAt.empty() && text.substr(0, line.kindAt.begin).find_first_not_of(' ') == std::string_view::npos)
        rest.erase(0, line.kindAt.end);
    return trimmedOfJoints(rest);
}

LogLine readIn(std::string_view text, const Today& today)
{
    LogLine line;
    const Tokens tokens = tokensOf(text);
    const std::vector<Clause> clauses = clausesOf(tokens);
    if (clauses.size() == 1 && !followUpIn(text, tokens, clauses[0], today, true))
        if (const auto plan = planIn(tokens, clauses[0], today)) {
            takePlan(*plan, tokens, line);
            line.rest = restOf(text, line);
            return line;
        }
    bool asked = false;
    std::vector<Clause> telling; // what is left of each clause without its follow-up
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        const Kind kind = i == 0 ? kindIn(tokens, clauses[i], tokens.size()) : Kind{};
        const auto followUp = followUpIn(text, tokens, clauses[i], today, i > 0 || kind.name.empty());
        telling.push_back(clauses[i]);
        if (followUp) {
            telling.back().end = std::max(clauses[i].begin, followUp->begin);
            asked = asked || followUp->doubt == Doubt::None;
            takeFollowUp(*followUp, tokens, line);
        }
        if (i > 0)
            continue;
        if (const Kind still = kindIn(tokens, clauses[0], telling[0].end); !still.name.empty()) {
            line.kind = still.name;
            line.kindAt = spanOf(tokens, still.at, still.at + 1);
        }
    }
    for (std::size_t i = 0; i < telling.size(); ++i) {
        const Doubt before = line.doubt;
        if (i == 0)
            readWhen(tokens, telling[0], today, line);
        else
            readOthers(tokens, telling[i], today, line);
        if (asked && line.doubt == Doubt::NotAsked && before != Doubt::NotAsked) { // it is asked for elsewhere
            line.doubt = before;
            line.doubtAt = before == Doubt::None ? LogLine::Span{} : line.doubtAt;
        }
    }
    line.rest = restOf(text, line);
    return line;
}

bool saysNothing(const LogLine& line)
{
    return line.kind.empty() && line.due.empty() && line.day.empty();
}

} // namespace

} // namespace satchel::logline

namespace satchel {

LogLine readLogLine(std::string_view text, std::string_view language, Milliseconds now, std::string_view zone)
{
    logline::Today today = logline::todayIn(zone, now, language);
    LogLine line = logline::readIn(text, today);
    if (!logline::saysNothing(line))
        return line;
    today.german = !today.german;
    LogLine other = logline::readIn(text, today);
    return logline::saysNothing(other) ? line : other;
}

std::optional<std::string> readDay(std::string_view text, std::string_view language, Milliseconds now,
                                   std::string_view zone)
{
    const logline::Today today = logline::todayIn(zone, now, language);
    const logline::Tokens tokens = logline::tokensOf(text);
    if (tokens.empty())
        return std::nullopt;
    const auto found = logline::dayAt(tokens, 0, tokens.size(), today);
    if (!found || !found->day || found->end != tokens.size() || *found->day < today.day)
        return std::nullopt;
    return logline::textOf(*found->day);
}

std::optional<std::size_t> personNamedIn(std::string_view text, const std::vector<std::string>& names)
{
    const logline::Tokens tokens = logline::tokensOf(text);
    const auto says = [&](const logline::Token& name) {
        return std::any_of(tokens.begin(), tokens.end(), [&](const logline::Token& token) {
            // "may", "mark", "will": a name only where it is written as one
            const bool alsoWord =
                logline::monthNamed(name.text) != 0 || name.isOneOf({"mark", "will", "bill", "frank", "pat"});
            return token.kind == logline::Token::Kind::Word && token.text == name.text && (!alsoWord || token.capital);
        });
    };
    std::optional<std::size_t> whole, part;
    int wholes = 0, parts = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::size_t words = 0, said = 0;
        for (const logline::Token& name : logline::tokensOf(names[i]))
            if (name.kind == logline::Token::Kind::Word && name.text.size() > 1) {
                ++words;
                said += says(name) ? 1 : 0;
            }
        if (said > 0 && said == words) {
            whole = i;
            ++wholes;
        } else if (said > 0) {
            part = i;
            ++parts;
        }
    }
    if (wholes == 1 && (parts == 0 || logline::tokensOf(names[*whole]).size() > 1))
        return whole;
    return wholes == 0 && parts == 1 ? part : std::nullopt;
}

} // namespace satchel
