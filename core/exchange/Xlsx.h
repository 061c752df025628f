// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/Table.h"

namespace satchel {

/// Workbooks as spreadsheet programs write them (Office Open XML). Only what their cells say is read, and only of the
/// one sheet: no macros, links, pictures, outside references. Pure functions on bytes; any thread.

/// Whether the file is a ZIP file, as all workbooks are.
[[nodiscard]] bool isXlsx(std::string_view bytes);

/// The sheet of this name, else the first one that is shown; its first row that is not blank names the columns. Blank
/// rows are left out; cells behind the last column that are empty too. Texts (shared, inline, rich) as they are;
/// numbers, percentages and days as XlsxText.h says; true and false; of formulas the value that was kept. A row with a
/// formula that came to an error or was never worked out has that as its trouble. Limits: Package.h, Xml.h, Table.h,
/// 2,000,000 shared strings, 1 MiB a text. Invalid or TooLarge, with a sentence that says what to do.
[[nodiscard]] Result<Table> readXlsx(std::string_view bytes, const std::string& sheet = {});

} // namespace satchel
