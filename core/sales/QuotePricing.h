// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Pricing.h"
#include "core/sales/QuoteWork.h"

#include <set>

namespace satchel::sales {

/// Prices what `work.touched` names at the quote's pins and rates, lets other lines' prices and free goods follow where
/// the edit is what changes them (Quotes.h), and adds revisions and rates used for the first time to the quote's.
[[nodiscard]] Status settle(QuoteWork& work);

/// Makes every price, and the free goods, what lists and promotions give by this request.
[[nodiscard]] Status priceAnew(QuoteWork& work, const pricing::Request& request);

[[nodiscard]] std::set<Id> productsOf(const pricing::Request& request);

/// Everything the engine needs for these lines.
[[nodiscard]] Result<pricing::Snapshot> snapshotFor(RecordSource& records, const pricing::Request& request);

} // namespace satchel::sales
