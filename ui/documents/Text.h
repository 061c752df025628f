// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace satchel::documents {

/// Text of records on its way to paper. Nothing here or in this room reads text as markup: what was typed is what is
/// printed.

/// Valid UTF-8 without control characters, line ends as "\n", a tab as a space: what can be set in type.
[[nodiscard]] std::string plain(std::string_view text);
/// The same on one line: line ends are spaces, none at its ends.
[[nodiscard]] std::string oneLine(std::string_view text);
/// Puts values in the place of %1 and %2; a %1 inside a value stays one.
[[nodiscard]] std::string filled(std::string_view phrase, std::string_view first, std::string_view second = {});
/// The parts that are not empty, with `separator` between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);

} // namespace satchel::documents
