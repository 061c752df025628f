// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace satchel {

/// Writing comma separated values (RFC 4180), for every end that does; reading them is core/exchange/Csv. Pure
/// functions on text; any thread.

/// One line, ended by CRLF, quotation marks where they are needed.
[[nodiscard]] std::string csvLine(const std::vector<std::string>& cells);

/// A cell that a spreadsheet would run as a formula (it begins with = + - @ TAB or CR, also after spaces and
/// apostrophes) gets an apostrophe in front. What is plainly a number or a phone number of digits, dots, spaces and
/// brackets after one sign is left alone ("-5", "+49 170 12"): a spreadsheet can only read it as a number or as text.
[[nodiscard]] std::string harmlessCell(std::string_view cell);
/// The inverse: takes that apostrophe away, and no other.
[[nodiscard]] std::string plainCell(std::string_view cell);

} // namespace satchel
