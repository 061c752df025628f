// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/XlsxText.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace satchel {

namespace {

constexpr double largestWhole = 9007199254740992.0; // 2^53
constexpr std::size_t maxSheetColumns = 16384;
constexpr std::size_t maxSheetRows = 1048576;

std::optional<double> parsed(std::string_view written)
{
    const std::size_t first = written.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return std::nullopt;
    written = written.substr(first, written.find_last_not_of(" \t\r\n") - first + 1);
    if (written.starts_with('+'))
        written.remove_prefix(1);
    double value = 0;
    const auto [end, trouble] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (trouble != std::errc() || end != written.data() + written.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

// Digits and the power of ten of the first: 12.3 is "123" and 1.
struct Digits {
    bool negative = false;
    std::string digits;
    int exponent = 0;
};

// Reads what to_chars wrote in scientific form.
Digits digitsOf(std::string_view text)
{
    Digits made;
    made.negative = text.starts_with('-');
    const std::size_t e = text.find('e');
    for (const char c : text.substr(0, e))
        if (c >= '0' && c <= '9')
            made.digits += c;
    std::string_view exponent = text.substr(e + 1);
    if (exponent.starts_with('+'))
        exponent.remove_prefix(1);
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), made.exponent);
    made.digits.erase(std::max<std::size_t>(made.digits.find_last_not_of('0') + 1, 1));
    return made;
}

Digits shownDigits(double value)
{
    std::array<char, 64> buffer{};
    auto [end, trouble] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
    Digits made = digitsOf({buffer.data(), end});
    if (made.digits.size() <= 15 || (std::abs(value) <= largestWhole && value == std::floor(value)))
        return made;
    end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 14).ptr;
    return digitsOf({buffer.data(), end});
}

std::string fixedText(const Digits& number, int shift)
{
    std::string digits = number.digits;
    if (digits == "0")
        return digits;
    const int exponent = number.exponent + shift;
    if (exponent < 0)
        digits.insert(0, static_cast<std::size_t>(-exponent), '0');
    const std::size_t whole = exponent < 0 ? 1 : static_cast<std::size_t>(exponent) + 1;
    if (digits.size() < whole)
        digits.append(whole - digits.size(), '0');
    if (digits.size() > whole)
        digits.insert(whole, 1, '.');
    return (number.negative ? "-" : "") + digits;
}

std::string padded(std::int64_t number, std::size_t size)
{
    std::string text = std::to_string(number);
    return text.size() < size ? std::string(size - text.size(), '0') + text : text;
}

std::string clock(std::int64_t seconds)
{
    return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2);
}

// In the older of the two counts there is a 29 February 1900, which never was.
std::optional<std::string> dayText(std::int64_t serial, bool since1904)
{
    if (!since1904 && serial == 60)
        return std::nullopt;
    const std::chrono::sys_days zero = since1904     ? std::chrono::year(1904) / 1 / 1
                                       : serial < 60 ? std::chrono::year(1899) / 12 / 31
                                                     : std::chrono::year(1899) / 12 / 30;
    const std::chrono::year_month_day day(zero + std::chrono::days(serial));
    if (int(day.year()) > 9999)
        return std::nullopt;
    return padded(int(day.year()), 4) + "-" + padded(unsigned(day.month()), 2) + "-" + padded(unsigned(day.day()), 2);
}

} // namespace

NumberKind kindOfBuiltIn(std::int64_t format)
{
    if (format == 9 || format == 10)
        return NumberKind::Percent;
    if ((format >= 14 && format <= 17) || (format >= 27 && format <= 31) || format == 36 ||
        (format >= 50 && format <= 54) || format == 57 || format == 58)
        return NumberKind::Date;
    if ((format >= 18 && format <= 21) || (format >= 32 && format <= 35) || (format >= 45 && format <= 47) ||
        format == 55 || format == 56)
        return NumberKind::Time;
    return format == 22 ? NumberKind::DateTime : NumberKind::Plain;
}

NumberKind kindOfCode(std::string_view code)
{
    bool day = false;
    bool hour = false;
    bool month = false;
    bool percent = false;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i] >= 'A' && code[i] <= 'Z' ? static_cast<char>(code[i] + 32) : code[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '[') { // a colour, a condition, a currency; or elapsed time
            const std::size_t end = std::min(code.find(']', i), code.size());
            const std::string_view inside = code.substr(i + 1, end - i - 1);
            hour = hour || (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos);
            i = end;
        } else if (code.substr(i).starts_with("General") || code.substr(i).starts_with("GENERAL")) {
            i += 6;
        } else {
            day = day || c == 'y' || c == 'd';
            hour = hour || c == 'h' || c == 's';
            percent = percent || c == '%';
            month = month || c == 'm'; // beside hours or seconds: minutes
        }
    }
    if (day || (month && !hour))
        return hour ? NumberKind::DateTime : NumberKind::Date;
    return hour ? NumberKind::Time : percent ? NumberKind::Percent : NumberKind::Plain;
}

std::optional<std::string> numberText(std::string_view written)
{
    return numberText(written, NumberKind::Plain, false);
}

std::optional<std::string> numberText(std::string_view written, NumberKind kind, bool since1904)
{
    const auto value = parsed(written);
    if (!value)
        return std::nullopt;
    const std::string plain = fixedText(shownDigits(*value), 0);
    if (kind == NumberKind::Plain)
        return plain;
    if (kind == NumberKind::Percent)
        return fixedText(shownDigits(*value), 2) + "%";
    if (*value < 0 || *value >= 2958466) // behind 9999-12-31
        return plain;
    std::int64_t day = static_cast<std::int64_t>(*value);
    std::int64_t seconds = std::llround((*value - static_cast<double>(day)) * 86400);
    if (kind == NumberKind::Time)
        return clock(seconds + day * 86400);
    if (seconds == 86400) {
        ++day;
        seconds = 0;
    }
    const auto text = dayText(day, since1904);
    if (!text)
        return plain;
    return kind == NumberKind::Date || seconds == 0 ? *text : *text + "T" + clock(seconds) + "Z";
}

std::string unescaped(std::string_view text)
{
    std::string made;
    const auto unit = [&](std::size_t at) -> std::optional<std::uint32_t> {
        std::uint32_t value = 0;
        if (text.size() < at + 7 || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_')
            return std::nullopt;
        const auto [end, trouble] = std::from_chars(text.data() + at + 2, text.data() + at + 6, value, 16);
        return trouble == std::errc() && end == text.data() + at + 6 ? std::optional(value) : std::nullopt;
    };
    const auto put = [&](std::uint32_t code) {
        if (code < 0x80)
            made += static_cast<char>(code);
        else if (code < 0x800)
            made += {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
        else if (code < 0x10000)
            made += {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
                     static_cast<char>(0x80 | (code & 0x3F))};
        else
            made += {static_cast<char>(0xF0 | code >> 18), static_cast<char>(0x80 | (code >> 12 & 0x3F)),
                     static_cast<char>(0x80 | (code >> 6 & 0x3F)), static_cast<char>(0x80 | (code & 0x3F))};
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto first = unit(i);
        const auto second = first && *first >= 0xD800 && *first < 0xDC00 ? unit(i + 7) : std::nullopt;
        if (second && *second >= 0xDC00 && *second < 0xE000) {
            put(0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
            i += 14;
        } else if (first && *first != 0 && (*first < 0xD800 || *first >= 0xE000)) {
            put(*first);
            i += 7;
        } else {
            made += text[i++]; // also what is no character by itself
        }
    }
    return made;
}

std::optional<CellPlace> placeOfCell(std::string_view reference)
{
    CellPlace place;
    std::size_t i = 0;
    for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z' && i < 4; ++i)
        place.column = place.column * 26 + static_cast<std::size_t>(reference[i] - 'A') + 1;
    const char* end = reference.data() + reference.size();
    const auto [at, trouble] = std::from_chars(reference.data() + i, end, place.row);
    if (i == 0 || trouble != std::errc() || at != end || place.column > maxSheetColumns || place.row == 0 ||
        place.row > maxSheetRows)
        return std::nullopt;
    --place.column;
    return place;
}

std::string columnName(std::size_t column)
{
    std::string name;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
    return name;
}

} // namespace satchel
