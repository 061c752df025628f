// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/log/FollowUp.h"

#include <algorithm>
#include <map>

namespace satchel::logline {

namespace {

using Doubt = LogLine::Doubt;

// Words that ask to be reminded. `strong`: they mean nothing else, so a day is missed where there is none. `announces`:
// what is to be done stands beside them. `german`: short names of days beside them are German.
struct Marker {
    std::size_t at = 0;
    std::size_t end = 0;
    bool strong = false;
    bool announces = false;
    bool german = false;
};

std::optional<Marker> markerAt(const Tokens& tokens, std::size_t at, const Clause& clause, const Today& today)
{
    const Token& token = tokens[at];
    const auto next = [&](std::size_t ahead, std::initializer_list<std::string_view> words) {
        return at + ahead < clause.end && tokens[at + ahead].isOneOf(words);
    };
    const auto marker = [&](std::size_t words, bool strong, bool announces, bool german) {
        return Marker{at, at + words, strong, announces, german};
    };
    if (token.is("follow") && next(1, {"up"}))
        return marker(2, true, true, false);
    if (token.is("follow") && next(1, {"-"}) && next(2, {"up"}))
        return marker(3, true, true, false);
    if (token.isOneOf({"followup", "remind", "reminder", "todo"}))
        return marker(1, true, true, false);
    if (token.isOneOf({"call", "ring", "phone", "check"}) && next(1, {"back", "again"}))
        return marker(2, true, false, false);
    if (token.isOneOf({"callback"}))
        return marker(1, true, false, false);
    if (token.is("back"))
        return marker(1, at == clause.begin, false, false);
    if (token.isOneOf({"wiedervorlage", "wv", "erinnern", "erinnere", "erinnerung"}))
        return marker(1, true, true, true);
    if (token.isOneOf({"zurueckrufen", "zuruckrufen", "zurueckmelden", "rueckruf", "nachfassen", "nachhaken"}))
        return marker(1, true, false, true);
    if (token.isOneOf({"wieder", "nochmal", "nochmals", "erneut"}) && next(1, {"anrufen", "melden", "besuchen"}))
        return marker(2, true, false, true);
    if (token.is("zurueck"))
        return marker(1, false, false, true);
    if (token.is("bis") && dayAt(tokens, at + 1, clause.end, {today.day, today.minute, true})) // not "20 bis 30"
        return marker(1, false, true, true);
    return std::nullopt;
}

struct Times {
    std::vector<FoundDay> days;
    std::vector<FoundMinute> minutes;
};

Times timesIn(const Tokens& tokens, std::size_t begin, std::size_t end, const Today& today)
{
    Times times;
    for (std::size_t at = begin; at < end; ++at) {
        if (const auto minute = minuteAt(tokens, at, end, today.german)) {
            times.minutes.push_back(*minute);
            at = minute->end - 1;
        } else if (const auto day = dayAt(tokens, at, end, today)) {
            times.days.push_back(*day);
            at = day->end - 1;
        }
    }
    return times;
}

// The one day that all of them are.
void settle(const Times& times, const Today& today, FollowUp& followUp)
{
    if (!times.minutes.empty())
        followUp.minute = times.minutes.front().minute;
    for (const FoundDay& found : times.days) {
        if (found.minute)
            followUp.minute = found.minute;
        if (!found.day)
            followUp.doubt = found.doubt;
        else if (followUp.day && *followUp.day != *found.day)
            followUp.doubt = Doubt::SeveralDays;
        else
            followUp.day = found.day;
    }
    if (times.days.empty() && followUp.minute) // "back at 3pm"
        followUp.day = today.day;
    if (followUp.doubt != Doubt::None)
        return;
    if (!followUp.day)
        followUp.doubt = Doubt::NoDate;
    else if (*followUp.day < today.day ||
             (*followUp.day == today.day && followUp.minute.value_or(24 * 60) <= today.minute))
        followUp.doubt = Doubt::Past;
}

bool isJoint(const Token& token)
{
    return token.isOneOf({"and", "und", "please", "bitte", "then",  "dann", "to",  "me",  "mich",  "mir", "on",
                          "am",  "an",  "with",   "about", "wegen", "zu",   "um",  "the", "den",   "der", ",",
                          ":",   "-",   "–",      ".",     ";",     "by",   "bis", "in",  "daran", "of"});
}

// What stands in the clause beside the marker and its days.
std::string whatIn(std::string_view text, const Tokens& tokens, const FollowUp& followUp, const Marker& marker,
                   const Times& times)
{
    std::vector<std::size_t> kept;
    for (std::size_t at = followUp.begin; at < followUp.end; ++at) {
        const auto covers = [at](const auto& found) { return at >= found.begin && at < found.end; };
        if ((at < marker.at || at >= marker.end) && std::none_of(times.days.begin(), times.days.end(), covers) &&
            std::none_of(times.minutes.begin(), times.minutes.end(), covers))
            kept.push_back(at);
    }
    while (!kept.empty() && isJoint(tokens[kept.front()]))
        kept.erase(kept.begin());
    while (!kept.empty() && isJoint(tokens[kept.back()]))
        kept.pop_back();
    std::string what;
    for (const std::size_t at : kept) {
        const Token& token = tokens[at];
        if (!what.empty() && !token.glued)
            what += ' ';
        what += text.substr(token.begin, token.end - token.begin);
    }
    return what;
}

} // namespace

Kind kindIn(const Tokens& tokens, const Clause& clause, std::size_t end)
{
    static const std::map<std::string_view, std::string_view> verbs = {
        {"called", "call"}, {"phoned", "call"}, {"rang", "call"},    {"telephoned", "call"}, {"visited", "visit"},
        {"met", "meeting"}, {"mailed", "mail"}, {"emailed", "mail"}, {"wrote", "mail"},      {"noted", "note"}};
    static const std::map<std::string_view, std::string_view> participles = {
        {"angerufen", "call"}, {"telefoniert", "call"}, {"besucht", "visit"},  {"getroffen", "meeting"},
        {"gemailt", "mail"},   {"geschrieben", "mail"}, {"angemailt", "mail"}, {"notiert", "note"}};
    static const std::map<std::string_view, std::string_view> nouns = {
        {"call", "call"},       {"mail", "mail"},           {"email", "mail"},      {"visit", "visit"},
        {"meeting", "meeting"}, {"note", "note"},           {"anruf", "call"},      {"telefonat", "call"},
        {"besuch", "visit"},    {"besprechung", "meeting"}, {"treffen", "meeting"}, {"termin", "meeting"},
        {"notiz", "note"}};
    for (std::size_t at = clause.begin; at < std::min(clause.end, end); ++at) {
        const std::string_view word = tokens[at].text;
        const bool negated =
            at > 0 && (tokens[at - 1].isOneOf({"not", "never", "nicht", "nie", "t", "was", "be", "to"}) ||
                       (at > 1 && tokens[at - 2].isOneOf({"not", "nicht"})));
        if (negated)
            continue;
        if (at < clause.begin + 4)
            if (const auto found = verbs.find(word); found != verbs.end())
                return {std::string(found->second), at};
        if (const auto found = participles.find(word); found != participles.end())
            return {std::string(found->second), at};
        if (at == clause.begin)
            if (const auto found = nouns.find(word); found != nouns.end())
                return {std::string(found->second), at};
    }
    return {};
}

std::optional<FollowUp> followUpIn(std::string_view text, const Tokens& tokens, const Clause& clause,
                                   const Today& today, bool alone)
{
    std::optional<Marker> marker;
    for (std::size_t at = clause.begin; at < clause.end && !marker; ++at)
        marker = markerAt(tokens, at, clause, today);
    if (!marker)
        return std::nullopt;
    const Today counted{today.day, today.minute, today.german || marker->german};
    FollowUp followUp{.begin = marker->at, .end = clause.end};
    Times times = timesIn(tokens, marker->end, clause.end, counted);
    if (times.days.empty()) { // "am Dienstag zurückrufen"
        Times before = timesIn(tokens, clause.begin, marker->at, counted);
        if (!before.days.empty()) {
            followUp.begin = before.days.front().begin;
            if (!before.minutes.empty() && times.minutes.empty()) {
                followUp.begin = std::min(followUp.begin, before.minutes.front().begin);
                times.minutes = before.minutes;
            }
            times.days = std::move(before.days);
        }
    }
    if (alone && marker->announces)
        followUp.begin = clause.begin;
    while (followUp.begin > clause.begin && isJoint(tokens[followUp.begin - 1]))
        --followUp.begin;
    settle(times, today, followUp);
    const bool tellsOfBefore = !marker->strong && (followUp.doubt == Doubt::NoDate ||
                                                   (followUp.doubt == Doubt::Past && times.minutes.empty()));
    if (tellsOfBefore) // "sent the sample back", "came back yesterday"
        return std::nullopt;
    if (marker->announces)
        followUp.what = whatIn(text, tokens, followUp, *marker, times);
    return followUp;
}

std::string trimmedOfJoints(std::string text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == ',' || c == ';' || c == ':' || c == '\t' || c == '-'; };
    const auto endsWith = [&](std::string_view word) {
        return text.size() > word.size() && text.ends_with(word) && text[text.size() - word.size() - 1] == ' ';
    };
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && isSpace(text.back()))
            text.pop_back();
        while (!text.empty() && isSpace(text.front()))
            text.erase(0, 1);
        for (const std::string_view word : {"and", "und"})
            if (endsWith(word)) {
                text.resize(text.size() - word.size());
                again = true;
            }
    }
    return text;
}

} // namespace satchel::logline
