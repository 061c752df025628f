// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/LineMaker.h"

namespace satchel::sales {

/// Rows as a spreadsheet copies them: cells parted by tabs, else by semicolons, else by commas; a cell in quotation
/// marks may have all of these, and line breaks. Empty rows are left out. Invalid for an unfinished quotation.
struct PastedRow {
    std::size_t number = 0; ///< from 1, empty rows counted
    std::vector<std::string> cells = {};
};
[[nodiscard]] Result<std::vector<PastedRow>> readRows(const std::string& text);

/// A row that cannot become a line, and why.
struct BadRow {
    std::size_t row = 0;
    std::string why;
};

struct Pasted {
    std::vector<NewLine> lines = {};
    std::vector<BadRow> bad = {};
};

/// Lines of rows. The columns are product, quantity, unit, discount in percent, price and description, as far as they
/// are there; a first row that names its columns ("Artikel", "Menge", "qty" ...) puts them in its own order. Numbers
/// may have a decimal comma, percentages a "%", prices the quote's currency; what can be read in two ways ("1,000") is
/// bad.
[[nodiscard]] Result<Pasted> linesOf(const std::vector<PastedRow>& rows, LineMaker& maker, const std::string& currency);

/// One sentence that names the bad rows; the first twenty with their reasons.
[[nodiscard]] Error refusalOf(const std::vector<BadRow>& bad);

/// A number as people write it: "1,5", "1.5", "1 234,50"; nothing for what is none or could be two.
[[nodiscard]] std::optional<Decimal> readNumber(std::string text);

} // namespace satchel::sales
