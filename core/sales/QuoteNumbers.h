// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/QuoteReader.h"

#include <map>

namespace satchel::sales {

/// The lines of a quote as they stand on the screen: those of no group first, then group by group, each by position,
/// the parts of a bundle behind it.
[[nodiscard]] std::vector<const Record*> inOrder(const quotes::QuoteRecords& records);

/// How people call the lines and groups (core/rules/quotes/LineNumbers.h): "1", "2", in the third group "3.1", parts of
/// a bundle "2.1", texts "T1".
[[nodiscard]] std::map<Id, std::string> numbersOf(const quotes::QuoteRecords& records);

/// The line that `text` means: its number or id.
[[nodiscard]] Result<Id> lineNamed(const quotes::QuoteRecords& records, std::string_view text);
/// The group that `text` means: its title where only one has it, its number or id.
[[nodiscard]] Result<Id> groupNamed(const quotes::QuoteRecords& records, std::string_view text);

} // namespace satchel::sales
