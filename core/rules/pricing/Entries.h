// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Pricing.h"

namespace satchel::pricing {

/// "Which entries of a list" of PRICING.md.

/// The revision that counts on the date, or one of this list among the pins; null: none.
[[nodiscard]] Id revisionOn(const List& list, const std::string& date, const std::vector<Id>& pins);
/// The revision, what it follows, and so on; in the end the null id: entries that name no revision.
[[nodiscard]] std::vector<Id> lineOfDescent(const List& list, const Id& revision);

/// What a list says about a product on a date.
struct ProductEntries {
    std::vector<const Entry*> entries = {}; ///< by minimum quantity, each only once
    bool removed = false;
};
[[nodiscard]] ProductEntries entriesOf(const List& list, const std::vector<Id>& descent, const Id& product,
                                       const std::string& date);

} // namespace satchel::pricing
