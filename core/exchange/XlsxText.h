// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace satchel {

/// How a workbook writes numbers, days and texts, and what people read. Pure functions; any thread.

/// What a number format makes of a number.
enum class NumberKind { Plain, Percent, Date, DateTime, Time };

/// Of the formats that every workbook has (ECMA-376, 18.8.30).
[[nodiscard]] NumberKind kindOfBuiltIn(std::int64_t format);
/// Of a format code such as `dd/mm/yyyy` or `0.0%`; what stands in quotation marks or behind a backslash is text.
[[nodiscard]] NumberKind kindOfCode(std::string_view code);

/// The decimal number that a person typed or sees, in full and without an exponent. A workbook keeps numbers as binary
/// doubles and writes 12.3 as 12.300000000000001; the shortest decimal that is this double is 12.3. Where even that has
/// more than the 15 digits a spreadsheet shows (4.1 * 3 is 12.299999999999999), it is rounded to 15 digits, as shown.
/// Whole numbers up to 2^53 keep all their digits. Nothing for what is no finite number.
[[nodiscard]] std::optional<std::string> numberText(std::string_view written);
/// The same as the kind shows it: 2026-11-22, 2026-11-22T09:30:00Z (a workbook knows no time zones), 09:30:00, 19%.
/// Days that no calendar has, as the number itself.
[[nodiscard]] std::optional<std::string> numberText(std::string_view written, NumberKind kind, bool since1904);

/// Texts escape what XML cannot hold as _x000D_; _x005F_ is the underscore itself.
[[nodiscard]] std::string unescaped(std::string_view text);

/// Column and row of "AB12", from 0 and from 1; nothing for anything else, or beyond the columns and rows a sheet has.
struct CellPlace {
    std::size_t column = 0;
    std::size_t row = 0;
};
[[nodiscard]] std::optional<CellPlace> placeOfCell(std::string_view reference);
/// "AB" of 27.
[[nodiscard]] std::string columnName(std::size_t column);

} // namespace satchel
