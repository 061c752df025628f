// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Pricing.h"
#include "core/sales/PriceRevisions.h"
#include "ui/fields/Amounts.h"

#include <QString>

#include <map>

namespace satchel::ui {

/// Prices, revisions and promotions in a person's words and locale. Pure; any thread.

[[nodiscard]] QString signedPercentWord(const Decimal& percent); ///< "+2.5 %"

/// What is needed to say the prices of one list.
struct ListWords {
    std::string currency = {};
    bool graduated = false;
    std::map<Id, QString> lists = {}; ///< codes of all lists, for formulas
    Id parent = {};
};
[[nodiscard]] Result<ListWords> listWords(RecordSource& records, const sales::PriceListRecords& list);

[[nodiscard]] QString amountWord(const sales::ListPrice& price, const ListWords& list);  ///< "10.00 EUR", "90 % of X"
[[nodiscard]] QString formulaWord(const sales::ListPrice& price, const ListWords& list); ///< "" for a fixed price
/// All prices of a product in one line: "10.00 EUR; 9.00 EUR from 20".
[[nodiscard]] QString pricesWord(const sales::ProductPrices& prices, const ListWords& list);
/// All but the first, as they are meant: "20 or more: 9.00 EUR each", "what is above 20: 9.00 EUR each".
[[nodiscard]] QString breaksWord(const sales::ProductPrices& prices, const ListWords& list);

[[nodiscard]] QString stateWord(sales::RevisionState state);
[[nodiscard]] QString revisionWord(std::int64_t number); ///< "r7"; 0: "the empty list"
[[nodiscard]] QString stepWord(const pricing::Step& step);
[[nodiscard]] QString benefitWord(const pricing::Promotion& promotion, const QString& freeProduct);

} // namespace satchel::ui
