// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/QuoteReader.h"

#include <map>

namespace satchel::sales {

/// The lines of a quote as they stand on the screen: those of no group first, then group by group, each by position,
/// the parts of a bundle behind it.
[[nodiscard]] std::vector<const Record*> inOrder(const quotes::QuoteRecords& records);

/// How people call the lines: items "1", "2", parts of a bundle "2.1", "2.2", texts "T1", "T2".
[[nodiscard]] std::map<Id, std::string> numbersOf(const quotes::QuoteRecords& records);

/// The line that `text` means: such a number, or an id.
[[nodiscard]] Result<Id> lineNamed(const quotes::QuoteRecords& records, std::string_view text);
/// The group that `text` means: its title, where only one has it, or an id.
[[nodiscard]] Result<Id> groupNamed(const quotes::QuoteRecords& records, std::string_view text);

} // namespace satchel::sales
