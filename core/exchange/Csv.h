// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CsvText.h"
#include "core/exchange/Table.h"

#include <string>
#include <string_view>
#include <vector>

namespace satchel {

/// Comma separated values as RFC 4180 has them: UTF-8 (a byte order mark is tolerated), a header row, quotation marks
/// doubled inside quotation marks, lines ended by LF or CRLF. Pure functions on text; any thread.

inline constexpr std::size_t maxCsvBytes = 256U * 1024 * 1024;

/// Invalid, with the line, for anything that is not such a file; TooLarge over the limits. Blank lines are left out.
[[nodiscard]] Result<Table> readCsv(std::string_view text, char delimiter = ',');

} // namespace satchel
