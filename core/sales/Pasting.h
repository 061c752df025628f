// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/ProductFinder.h"
#include "core/sales/Quotes.h"

namespace satchel::sales {

/// Rows as they come from a spreadsheet: cells of a line parted by tabs, semicolons or commas. The columns are product,
/// quantity, unit, discount in percent, price, description, as far as they are there; a first row that names its
/// columns in any of the words of columnNames() puts them in its own order.
[[nodiscard]] Result<std::vector<std::vector<std::string>>> readRows(const std::string& text);

/// A row that cannot become a line, and why.
struct BadRow {
    std::size_t row = 0; ///< from 1, as it was pasted
    std::string why;
};

struct Pasted {
    std::vector<NewLine> lines = {};
    std::vector<BadRow> bad = {};
};

/// Lines of rows: quantities and percentages with a point or a decimal comma ("1,5", "5 %"). Nothing is written; a
/// caller adds the lines only if no row is bad.
[[nodiscard]] Result<Pasted> linesOf(const std::vector<std::vector<std::string>>& rows, ProductFinder& products);

/// One sentence that names all bad rows (the first twenty).
[[nodiscard]] Error refusalOf(const std::vector<BadRow>& bad);

} // namespace satchel::sales
