// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/QuoteReader.h"
#include "core/store/Replica.h"

namespace satchel::sales {

/// The quote as it is when the customer wants these optional and alternative lines and no others: what belongs to a
/// line (parts of a bundle, free goods) comes and goes with it. Answers what is to be changed in the rows; only
/// `chosen` is, because the paper is what it is.
[[nodiscard]] Result<std::vector<Edit>> choose(quotes::QuoteRecords& quote, const std::vector<Id>& chosen,
                                               RecordSource& records);

/// The document that this choice makes of a quote, nothing of it written.
[[nodiscard]] Result<pricing::Document> documentWith(Replica& replica, const Id& quote, const std::vector<Id>& chosen);

} // namespace satchel::sales
