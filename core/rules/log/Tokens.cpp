// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/log/Tokens.h"

#include <map>

namespace satchel::logline {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// German letters are two bytes in UTF-8; all others that are not ASCII stay as they are.
void fold(std::string_view text, std::size_t& at, std::string& folded)
{
    static const std::map<std::string_view, std::string_view> written = {
        {"ä", "ae"}, {"Ä", "ae"}, {"ö", "oe"}, {"Ö", "oe"}, {"ü", "ue"}, {"Ü", "ue"}, {"ß", "ss"}};
    if (const auto found = written.find(text.substr(at, 2)); found != written.end()) {
        folded += found->second;
        at += 2;
        return;
    }
    const char c = text[at++];
    folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// "–" and typographic spaces are letters by their first byte; a dash between spaces ends a clause.
bool isDash(std::string_view text, std::size_t at)
{
    return text.substr(at, 3) == "–" || text.substr(at, 3) == "—";
}

Token wordAt(std::string_view text, std::size_t& at)
{
    Token token{.kind = Token::Kind::Word, .text = {}, .begin = at};
    token.capital = (text[at] >= 'A' && text[at] <= 'Z') || text.substr(at, 2) == "Ü";
    while (at < text.size() && isLetter(text[at]) && !isDash(text, at))
        fold(text, at, token.text);
    token.end = at;
    return token;
}

Token numberAt(std::string_view text, std::size_t& at)
{
    Token token{.kind = Token::Kind::Number, .text = {}, .begin = at};
    while (at < text.size() && isDigit(text[at]))
        token.text += text[at++];
    token.number = token.text.size() <= 4 ? std::stoi(token.text) : -1; // no day or time has more digits
    token.end = at;
    return token;
}

// "15.3. Brochure": the point belongs to the date; "Di. 15 Uhr": to the short name.
bool endsSentence(const Tokens& tokens, std::size_t at)
{
    if (at == 0 || !tokens[at].glued)
        return true;
    const Token& before = tokens[at - 1];
    const bool isLast = at + 1 == tokens.size();
    if (before.isNumber())
        return false;
    if (isLast)
        return true;
    return tokens[at + 1].glued ? false : weekdayNamed(before.text).number == 0 && monthNamed(before.text) == 0;
}

// "Tuesday, 1 December" is one date.
bool joinsDate(const Tokens& tokens, std::size_t at)
{
    return at > 0 && at + 1 < tokens.size() && weekdayNamed(tokens[at - 1].text).number != 0 &&
           (tokens[at + 1].isNumber() || monthNamed(tokens[at + 1].text) != 0 ||
            tokens[at + 1].isOneOf({"den", "dem", "the"}));
}

bool separates(const Tokens& tokens, std::size_t at)
{
    const Token& token = tokens[at];
    if (token.kind != Token::Kind::Mark)
        return false;
    if (token.isOneOf({";", "!", "?", "\n", "–"}))
        return true;
    if (token.is(","))
        return !joinsDate(tokens, at) && !(token.glued && at + 1 < tokens.size() && tokens[at + 1].glued);
    if (token.is("-"))
        return !token.glued && at + 1 < tokens.size() && !tokens[at + 1].glued;
    return token.is(".") && endsSentence(tokens, at);
}

} // namespace

Tokens tokensOf(std::string_view text)
{
    Tokens tokens;
    std::size_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == ' ' || c == '\t' || text.substr(at, 2) == "\xC2\xA0") {
            at += c == '\xC2' ? 2 : 1;
            continue;
        }
        Token token;
        const std::size_t begin = at;
        if (isDash(text, at)) {
            at += 3;
            token = {.text = "–", .begin = begin, .end = at};
        } else if (isDigit(c)) {
            token = numberAt(text, at);
        } else if (isLetter(c)) {
            token = wordAt(text, at);
        } else {
            token = {.text = std::string(1, c), .begin = begin, .end = ++at};
        }
        token.glued = !tokens.empty() && last == begin;
        last = at;
        tokens.push_back(std::move(token));
    }
    return tokens;
}

std::vector<Clause> clausesOf(const Tokens& tokens)
{
    std::vector<Clause> clauses;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= tokens.size(); ++at) {
        if (at < tokens.size() && !separates(tokens, at))
            continue;
        if (at > begin)
            clauses.push_back({begin, at});
        begin = at + 1;
    }
    return clauses;
}

Weekday weekdayNamed(std::string_view word)
{
    static const std::map<std::string_view, Weekday> names = {
        {"monday", {1}},     {"mon", {1}},     {"montag", {1}},    {"mo", {1, false}},  {"tuesday", {2}},
        {"tue", {2}},        {"tues", {2}},    {"dienstag", {2}},  {"di", {2, false}},  {"wednesday", {3}},
        {"wed", {3}},        {"weds", {3}},    {"mittwoch", {3}},  {"mi", {3, false}},  {"thursday", {4}},
        {"thu", {4}},        {"thur", {4}},    {"thurs", {4}},     {"donnerstag", {4}}, {"do", {4, false}},
        {"friday", {5}},     {"fri", {5}},     {"freitag", {5}},   {"fr", {5, false}},  {"saturday", {6}},
        {"sat", {6, false}}, {"samstag", {6}}, {"sonnabend", {6}}, {"sa", {6, false}},  {"sunday", {7}},
        {"sun", {7, false}}, {"sonntag", {7}}, {"so", {7, false}}};
    const auto found = names.find(word);
    return found == names.end() ? Weekday{0, false} : found->second;
}

int monthNamed(std::string_view word)
{
    static const std::map<std::string_view, int> names = {
        {"jan", 1},      {"january", 1}, {"januar", 1},    {"jaenner", 1}, {"feb", 2},       {"february", 2},
        {"februar", 2},  {"mar", 3},     {"march", 3},     {"maerz", 3},   {"maer", 3},      {"mrz", 3},
        {"apr", 4},      {"april", 4},   {"may", 5},       {"mai", 5},     {"jun", 6},       {"june", 6},
        {"juni", 6},     {"jul", 7},     {"july", 7},      {"juli", 7},    {"aug", 8},       {"august", 8},
        {"sep", 9},      {"sept", 9},    {"september", 9}, {"oct", 10},    {"october", 10},  {"okt", 10},
        {"oktober", 10}, {"nov", 11},    {"november", 11}, {"dec", 12},    {"december", 12}, {"dez", 12},
        {"dezember", 12}};
    const auto found = names.find(word);
    return found == names.end() ? 0 : found->second;
}

int countNamed(std::string_view word)
{
    static const std::map<std::string_view, int> names = {
        {"a", 1},     {"an", 1},   {"one", 1},   {"ein", 1},   {"eine", 1},    {"einer", 1},   {"einem", 1},
        {"two", 2},   {"zwei", 2}, {"three", 3}, {"drei", 3},  {"four", 4},    {"vier", 4},    {"five", 5},
        {"fuenf", 5}, {"six", 6},  {"sechs", 6}, {"seven", 7}, {"sieben", 7},  {"eight", 8},   {"acht", 8},
        {"nine", 9},  {"neun", 9}, {"ten", 10},  {"zehn", 10}, {"twelve", 12}, {"zwoelf", 12}, {"vierzehn", 14}};
    const auto found = names.find(word);
    return found == names.end() ? 0 : found->second;
}

} // namespace satchel::logline
