// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Pricing.h"
#include "core/sales/QuoteWork.h"

#include <map>
#include <set>

namespace satchel::sales {

/// Which row holds the free goods of a promotion: the same on every laptop. `line`: whose buying earned them; null: the
/// document's as a whole.
[[nodiscard]] Id freeGoodsId(const Id& quote, const Id& promotion, const Id& line);
/// Which line's buying earned free goods. Lives while the quote's records stay where they are.
class Earners {
public:
    Earners(const quotes::QuoteRecords& quote, RecordSource& records);
    /// Null: the document's as a whole, or it is gone. In a revision rows have other ids; there it is the line that the
    /// free goods stand behind.
    [[nodiscard]] Result<Id> of(const Record& freeLine);

private:
    const quotes::QuoteRecords& m_quote;
    RecordSource& m_records;
    std::map<Id, Id> m_precedents;
};

/// Prices what `work.touched` names at the quote's pins and rates, lets other lines' prices and free goods follow where
/// the edit is what changes them (Quotes.h), and adds revisions and rates used for the first time to the quote's.
[[nodiscard]] Status settle(QuoteWork& work);

/// Makes every price, and the free goods, what lists and promotions give by this request.
[[nodiscard]] Status priceAnew(QuoteWork& work, const pricing::Request& request);

[[nodiscard]] std::set<Id> productsOf(const pricing::Request& request);

/// Everything the engine needs for these lines.
[[nodiscard]] Result<pricing::Snapshot> snapshotFor(RecordSource& records, const pricing::Request& request);

} // namespace satchel::sales
