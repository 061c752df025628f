// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SearchText.h"

#include "core/schema/Composite.h"
#include "core/store/FoldTable.h"

#include <algorithm>
#include <iterator>

namespace satchel {

namespace {

// The code point at text[i] of valid UTF-8, and its length.
std::pair<std::uint32_t, std::size_t> codePointAt(std::string_view text, std::size_t i)
{
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    if (lead < 0xE0 && i + 1 < text.size())
        return {(lead & 0x1FU) << 6 | (byte(1) & 0x3FU), 2};
    if (lead < 0xF0 && i + 2 < text.size())
        return {(lead & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU), 3};
    if (i + 3 < text.size())
        return {(lead & 0x07U) << 18 | (byte(1) & 0x3FU) << 12 | (byte(2) & 0x3FU) << 6 | (byte(3) & 0x3FU), 4};
    return {lead, 1};
}

const char* folding(std::uint32_t point)
{
    const auto* found = std::lower_bound(std::begin(foldTable), std::end(foldTable), point,
                                         [](const Folding& folding, std::uint32_t p) { return folding.from < p; });
    return found != std::end(foldTable) && found->from == point ? found->to : nullptr;
}

// Scripts written without spaces, where every character is looked for by itself.
bool standsAlone(std::uint32_t point)
{
    return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x4DBF) ||
           (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF) ||
           (point >= 0x20000 && point <= 0x3FFFF);
}

// What FTS5's unicode61 takes for a part of a word, as far as ASCII goes; beyond it everything counts but the usual
// punctuation blocks, so that a query is cut where the index was cut.
bool isWordPoint(std::uint32_t point)
{
    if (point < 0x80)
        return (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
    return !(point >= 0x80 && point <= 0xBF && point != 0xAA && point != 0xB5 && point != 0xBA) && point != 0xD7 &&
           point != 0xF7 && !(point >= 0x2000 && point <= 0x206F) && !(point >= 0x20A0 && point <= 0x2BFF) &&
           !(point >= 0x3000 && point <= 0x303F) && !(point >= 0xFE30 && point <= 0xFE6F) && point != 0xFEFF &&
           !(point >= 0x1F000 && point <= 0x1FAFF);
}

// ASCII folds without the table; most text is nothing else.
char foldAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

std::string digitsOf(std::string_view text)
{
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

// The forms in which one phone number is found: from its beginning, from behind a country code of one to three digits
// or a national zero, and (reversed, marked with r) from its end.
void appendPhone(std::string& forms, std::string_view phone)
{
    std::string digits = digitsOf(phone);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.size() < 3)
        return;
    for (std::size_t skip = 0; skip < 4 && digits.size() >= skip + 3; ++skip)
        forms += " " + digits.substr(skip);
    forms += " r" + std::string(digits.rbegin(), digits.rend());
}

void appendWords(std::string& words, std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        if (isAscii(text[i])) {
            words.push_back(foldAscii(text[i++]));
            continue;
        }
        const auto [point, length] = codePointAt(text, i);
        const bool alone = standsAlone(point);
        if (alone)
            words.push_back(' ');
        const char* folded = folding(point);
        words += folded == nullptr ? text.substr(i, length) : std::string_view(folded);
        if (alone)
            words.push_back(' ');
        i += length;
    }
    words.push_back(' ');
}

std::vector<std::string> partsOf(const Field& field, const Value& value)
{
    std::vector<std::string> parts;
    if (field.type == FieldType::TextList) {
        if (auto list = readList(value.text()); list.ok())
            parts = *list;
    } else if (field.type == FieldType::Group) {
        if (auto members = readGroup(value.text()); members.ok())
            for (auto& [name, text] : *members)
                parts.push_back(std::move(text));
    }
    return parts;
}

// The words of a query, folded and cut as the index cuts them. Consecutive stand-alone characters are one phrase.
std::vector<std::string> queryTerms(std::string_view typed)
{
    const std::string folded = foldText(typed);
    std::vector<std::string> terms;
    std::string term;
    const auto finish = [&] {
        if (!term.empty())
            terms.push_back(term);
        term.clear();
    };
    bool alone = false;
    for (std::size_t i = 0; i < folded.size();) {
        const auto [point, length] = codePointAt(folded, i);
        if (!isWordPoint(point)) {
            finish();
        } else {
            if (!term.empty() && standsAlone(point) != alone)
                finish();
            alone = standsAlone(point);
            if (alone && !term.empty())
                term.push_back(' ');
            term += folded.substr(i, length);
        }
        i += length;
    }
    finish();
    return terms;
}

// A character that is a word is none.
bool isSingleLetter(const std::string& term)
{
    const auto [point, length] = codePointAt(term, 0);
    return length == term.size() && !standsAlone(point);
}

} // namespace

std::string foldText(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if (isAscii(text[i])) {
            folded.push_back(foldAscii(text[i++]));
            continue;
        }
        const auto [point, length] = codePointAt(text, i);
        const char* replacement = folding(point);
        folded += replacement == nullptr ? text.substr(i, length) : std::string_view(replacement);
        i += length;
    }
    return folded;
}

SearchText searchText(const Record& record)
{
    SearchText result;
    const auto& fields = record.entity->fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (record.values[i].isNull() || (!fields[i].searchable && !fields[i].phone))
            continue;
        const auto append = [&](std::string_view part) {
            if (fields[i].searchable)
                appendWords(result.words, part);
            if (fields[i].phone)
                appendPhone(result.digits, part);
        };
        if (fields[i].type == FieldType::TextList || fields[i].type == FieldType::Group)
            for (const std::string& part : partsOf(fields[i], record.values[i]))
                append(part);
        else
            append(record.values[i].text());
    }
    return result;
}

std::string searchQuery(std::string_view typed, SearchBy by)
{
    std::string query;
    std::vector<std::string> terms = queryTerms(typed);
    if (by == SearchBy::LongBeginnings && !std::all_of(terms.begin(), terms.end(), isSingleLetter))
        std::erase_if(terms, isSingleLetter);
    for (const std::string& term : terms)
        query += (query.empty() ? "" : " AND ") + ("words : \"" + term + (by == SearchBy::WholeWords ? "\"" : "\" *"));
    const bool onlyDigits = std::all_of(typed.begin(), typed.end(), [](char c) {
        return (c >= '0' && c <= '9') || std::string_view(" +()-./").find(c) != std::string_view::npos;
    });
    std::string digits = digitsOf(typed);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (onlyDigits && digits.size() >= 3) {
        const std::string backwards(digits.rbegin(), digits.rend());
        const std::string phone = "digits : (\"" + digits + "\" * OR \"r" + backwards + "\" *)";
        query = query.empty() ? phone : "(" + query + ") OR (" + phone + ")";
    }
    return query;
}

std::string sortKey(const Record& record)
{
    std::string key = foldText(record.label());
    std::size_t points = 0;
    for (std::size_t i = 0; i < key.size(); i += codePointAt(key, i).second)
        if (++points > 80) {
            key.resize(i);
            break;
        }
    return key;
}

} // namespace satchel
