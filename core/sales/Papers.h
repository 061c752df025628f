// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Document.h"
#include "core/store/Replica.h"

namespace satchel::sales {

/// What a quote's paper is made of, for whoever prints it. Plain values.
struct QuoteSheet {
    pricing::Document document;           ///< handed over: what the customer got, with his word where there is one
    Milliseconds madeAt = 0;              ///< when it was handed over, else now
    std::optional<Record> company = {};   ///< whose letterhead it has
    std::optional<Record> recipient = {}; ///< the contact it goes to
};
[[nodiscard]] Result<QuoteSheet> quoteSheet(Replica& replica, const Id& quote);

} // namespace satchel::sales
