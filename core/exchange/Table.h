// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace satchel {

/// What a file of rows and columns says, whatever its format: CSV (Csv.h) or a sheet of an XLSX workbook (Xlsx.h).
/// Everything that imports reads this. Plain values; any thread.

struct TableRow {
    std::size_t line = 0; ///< as a person sees it: line of the file, or number of the row in the sheet, from 1
    std::vector<std::string> cells;
    std::string trouble = {}; ///< not empty: why nothing can be taken from this row (a formula's error)
};

struct Table {
    std::vector<std::string> header; ///< trimmed; all different, unnamed ones empty
    std::vector<TableRow> rows;      ///< as they are: a row may have more or fewer cells than the header
    bool sheet = false;              ///< `line` counts the rows of a sheet
    bool semicolons = false;         ///< a CSV file divided by these: the comma is in its numbers
};

inline constexpr std::size_t maxTableBytes = 256U * 1024 * 1024; ///< of all texts together
inline constexpr std::size_t maxTableRows = 1'000'000;
inline constexpr std::size_t maxTableColumns = 500;

/// Invalid, TooLarge or Ok for the names of the columns.
[[nodiscard]] Status checkHeader(const std::vector<std::string>& header);
[[nodiscard]] std::string trimmed(std::string_view text);
/// "line 12" or "row 12", for sentences.
[[nodiscard]] std::string placeOf(const Table& table, std::size_t line);

/// Reads a file by what it is: XLSX (the sheet named, else the first one that is shown) or CSV, whose cells lose the
/// apostrophe that only keeps a spreadsheet from running them. Where the first line has semicolons and no comma, these
/// divide the cells, as a spreadsheet program writes them where the comma is in the numbers. Invalid, with a sentence,
/// for anything else.
[[nodiscard]] Result<Table> readTable(std::string_view bytes, const std::string& sheet = {});
/// The same for a file on the disk, which is not read where it is too large.
[[nodiscard]] Result<Table> readTableFile(const std::string& path, const std::string& sheet = {});

} // namespace satchel
