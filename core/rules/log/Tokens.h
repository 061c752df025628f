// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace satchel::logline {

/// One word, number or mark of a line, in lower case with umlauts written out ("Übermorgen" is "uebermorgen").
struct Token {
    enum class Kind { Word, Number, Mark };
    Kind kind = Kind::Mark;
    std::string text;
    int number = 0;
    std::size_t begin = 0; ///< bytes of the line
    std::size_t end = 0;
    bool glued = false;   ///< no space before it
    bool capital = false; ///< as it was typed

    [[nodiscard]] bool is(std::string_view word) const { return text == word; }
    [[nodiscard]] bool isOneOf(std::initializer_list<std::string_view> words) const
    {
        for (const std::string_view word : words)
            if (text == word)
                return true;
        return false;
    }
    [[nodiscard]] bool isNumber() const { return kind == Kind::Number; }
};
using Tokens = std::vector<Token>;

[[nodiscard]] Tokens tokensOf(std::string_view text);

/// A part of a line between commas and ends of sentences, as positions of tokens.
struct Clause {
    std::size_t begin = 0;
    std::size_t end = 0;
};
[[nodiscard]] std::vector<Clause> clausesOf(const Tokens& tokens);

/// 1 Monday ... 7 Sunday; 0 for another word. `certain`: not also an everyday word ("so", "do", "sat", "sun").
struct Weekday {
    int number = 0;
    bool certain = true;
};
[[nodiscard]] Weekday weekdayNamed(std::string_view word);
/// 1 to 12; 0 for another word.
[[nodiscard]] int monthNamed(std::string_view word);
/// "two", "drei"; 0 for another word.
[[nodiscard]] int countNamed(std::string_view word);

} // namespace satchel::logline
