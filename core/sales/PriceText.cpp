// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceText.h"

#include "core/base/Clock.h"
#include "core/schema/Wording.h"

#include <algorithm>
#include <array>

namespace satchel::sales {

namespace {

constexpr Decimal mostPercent{1000 * Decimal::scale};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Without what only groups digits for the eye: spaces of all widths, and apostrophes.
std::string withoutSpaces(std::string_view text)
{
    static constexpr std::array<std::string_view, 7> gaps = {
        "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", " ", "\t", "\xE2\x80\x99", "'"};
    std::string made;
    for (std::size_t i = 0; i < text.size();) {
        const auto gap = std::find_if(gaps.begin(), gaps.end(),
                                      [&](std::string_view each) { return text.substr(i).starts_with(each); });
        if (gap == gaps.end())
            made += text[i++];
        else
            i += gap->size();
    }
    return made;
}

// Whether the text is groups of three digits divided by `mark`, the first of one to three.
bool isGrouped(std::string_view text, char mark)
{
    const std::size_t first = text.find(mark);
    if (first == 0 || first > 3)
        return false;
    for (std::size_t at = first; at < text.size(); at += 4)
        if (text[at] != mark || text.size() < at + 4 ||
            !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at + 1),
                         text.begin() + static_cast<std::ptrdiff_t>(at + 4), isDigit))
            return false;
    return true;
}

std::string without(std::string text, char mark)
{
    std::erase(text, mark);
    return text;
}

// Digits with a point, or nothing and why.
Result<std::string> plainNumber(const std::string& what, const std::string& text, const std::string& written,
                                Comma meaning)
{
    const auto either = [&](std::size_t mark) {
        return invalid(what + " " + inQuotes(written) + " may mean two numbers; write " + text.substr(0, mark) +
                       text.substr(mark + 1) + " or " + text.substr(0, mark) +
                       (meaning == Comma::Decimals ? "," : ".") + text.substr(mark + 1) + "0.");
    };
    const auto count = [&](char mark) { return std::count(text.begin(), text.end(), mark); };
    const std::size_t comma = text.rfind(',');
    const std::size_t point = text.rfind('.');
    if (comma == std::string::npos && meaning == Comma::Decimals && count('.') == 1 && isGrouped(text, '.'))
        return either(point);
    if (comma == std::string::npos)
        return count('.') > 1 && isGrouped(text, '.') ? without(text, '.') : text;
    if (point != std::string::npos) { // the one that stands last begins the decimals
        const char grouping = comma < point ? ',' : '.';
        const std::size_t decimal = std::max(comma, point);
        if (!isGrouped(std::string_view(text).substr(0, decimal), grouping))
            return invalid(what + " " + inQuotes(written) + " is no number.");
        return without(text.substr(0, decimal), grouping) + "." + text.substr(decimal + 1);
    }
    if (count(',') > 1)
        return isGrouped(text, ',') ? Result<std::string>(without(text, ','))
                                    : invalid(what + " " + inQuotes(written) + " is no number.");
    if (meaning == Comma::Either && isGrouped(text, ',') && text.front() != '0')
        return either(comma);
    return text.substr(0, comma) + "." + text.substr(comma + 1);
}

} // namespace

Result<Decimal> readNumber(const std::string& what, std::string_view text, Comma comma)
{
    const std::string written(text);
    std::string digits = withoutSpaces(text);
    for (const std::string_view minus : {"\xE2\x88\x92", "\xE2\x80\x93"})
        if (digits.starts_with(minus))
            digits = "-" + digits.substr(minus.size());
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+'))
        digits.erase(0, 1);
    if (digits.find_first_not_of("0123456789.,") != std::string::npos || digits.empty() || !isDigit(digits.back()))
        return invalid(what + " " + inQuotes(written) + " is no number.");
    SATCHEL_ASSIGN(std::string plain, plainNumber(what, digits, written, comma));
    if (const std::size_t point = plain.find('.'); point != std::string::npos) {
        plain.erase(std::max(plain.find_last_not_of('0') + 1, point));
        if (plain.ends_with('.'))
            plain.pop_back();
        else if (plain.size() - point - 1 > 4)
            return invalid(what + " " + inQuotes(written) + " has more than four decimals.");
    }
    if (plain.empty() || plain.starts_with('.'))
        plain.insert(0, 1, '0');
    const auto number = Decimal::parse((negative ? "-" : "") + plain);
    if (!number)
        return invalid(plain.size() > 14 ? what + " " + inQuotes(written) + " is larger than any that can be kept."
                                         : what + " " + inQuotes(written) + " is no number.");
    return *number;
}

Result<WrittenPrice> readPrice(const std::string& what, std::string_view text, Comma comma)
{
    const std::string written(text);
    const auto isMark = [&](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '$'; };
    std::string number;
    std::string mark;
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> symbols = {
        {{"\xE2\x82\xAC", "EUR"}, {"\xC2\xA3", "GBP"}, {"\xC2\xA5", "JPY"}}};
    for (std::size_t i = 0; i < written.size();) {
        const auto symbol = std::find_if(symbols.begin(), symbols.end(), [&](const auto& each) {
            return std::string_view(written).substr(i).starts_with(each.first);
        });
        if (symbol != symbols.end()) {
            mark += symbol->second;
            i += symbol->first.size();
        } else {
            (isMark(written[i]) ? mark : number) += written[i];
            ++i;
        }
    }
    if (mark.find('$') != std::string::npos)
        return invalid(what + " " + inQuotes(written) +
                       " says $, which several currencies are; write the code of one.");
    if (!mark.empty() && std::none_of(number.begin(), number.end(), isDigit))
        return invalid(what + " " + inQuotes(written) + " is no amount; write it as 12.50 or 12.50 EUR.");
    if (!mark.empty() && !isCurrencyCode(mark))
        return invalid(what + " " + inQuotes(written) +
                       " has no currency: a currency is three capital letters, such as EUR.");
    SATCHEL_ASSIGN(const Decimal amount, readNumber(what, number, comma));
    return WrittenPrice{amount, mark};
}

Result<Decimal> readPercent(const std::string& what, std::string_view text, Comma comma)
{
    const std::string_view number = text.ends_with('%') ? text.substr(0, text.size() - 1) : text;
    SATCHEL_ASSIGN(const Decimal percent, readNumber(what, number, comma));
    if (percent.units <= 0 || percent > mostPercent)
        return invalid(what + " " + inQuotes(text) + " is not more than 0 and at most 1,000.");
    return percent;
}

Result<std::string> readDay(const std::string& what, std::string_view text)
{
    std::string day(text);
    const std::size_t first = day.find('.');
    const std::size_t second = first == std::string::npos ? first : day.find('.', first + 1);
    if (second != std::string::npos && day.size() == second + 5) {
        const auto two = [](std::string part) { return part.size() == 1 ? "0" + part : part; };
        day = day.substr(second + 1) + "-" + two(day.substr(first + 1, second - first - 1)) + "-" +
              two(day.substr(0, first));
    }
    if (!day.empty() && !isDate(day))
        return invalid(what + " " + inQuotes(text) + " is no day; write it as 2026-11-22.");
    return day;
}

} // namespace satchel::sales
