// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/QuoteReader.h"

namespace satchel::sales {

/// Whether the line counts towards totals (core/rules/PRICING.md, "Counted").
[[nodiscard]] bool counts(const Record& line, const quotes::QuoteRecords& quote);

/// Parts of a bundle and free goods count exactly when the line they belong to counts: gives them the role and `chosen`
/// that say so. Whoever changes what is chosen calls this. Answers the lines it changed.
[[nodiscard]] Result<std::vector<Id>> alignFollowers(quotes::QuoteRecords& quote, RecordSource& records);

} // namespace satchel::sales
