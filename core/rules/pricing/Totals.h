// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/rules/pricing/Int128.h"
#include "core/rules/pricing/Snapshot.h"

#include <span>

namespace satchel::pricing {

/// What steps e to h of PRICING.md need to know of a line. All prices in the document's currency, per the line's unit.
struct LineTerms {
    Id id;
    Id group; ///< null: none
    Decimal quantity = {};
    Decimal price = {}; ///< the list's or the one set by hand
    Decimal discountPercent = {};
    Decimal discountAmount = {}; ///< per unit
    Decimal taxPercent = {};
    bool counted = true;
};

struct DocumentTerms {
    std::string currency = {};
    bool taxInclusive = false;
    HalfRule half = HalfRule::AwayFromZero;
    Decimal discountPercent = {};
    Decimal discountAmount = {};
};

struct LineTotal {
    Id id;
    Decimal unitPrice = {}; ///< after line discounts
    Decimal net = {};       ///< quantity x unit price; with the tax in it if the document is inclusive
    Decimal share = {};     ///< of the document discount
};

struct TaxTotal {
    Decimal percent = {};
    Decimal net = {};
    Decimal tax = {};
};

struct Totals {
    std::vector<LineTotal> lines = {}; ///< of all lines, in their order
    std::map<Id, Decimal> groups = {}; ///< sub-totals of all groups that lines name; the null id: lines of no group
    Decimal sum = {};                  ///< of the counted lines' nets
    Decimal discount = {};             ///< of the document
    std::vector<TaxTotal> taxes = {};  ///< by rate, ascending
    Decimal net = {};
    Decimal tax = {};
    Decimal gross = {};
};

/// Steps e to h of core/rules/PRICING.md: the arithmetic of a document whose prices are known. Pure, exact; 10,000
/// lines in time proportional to n log n. Invalid, naming the line by its number (from 1), where a discount is more
/// than the price, a quantity or price is beyond the limits, or an amount does not fit.
[[nodiscard]] Result<Totals> totalsOf(const DocumentTerms& document, std::span<const LineTerms> lines);

/// Rounds numerator / denominator (> 0), a number of ten-thousandths, to a multiple of `unit` ten-thousandths; nothing
/// if that is no amount (Limits.h). The numbers behind U and M.
[[nodiscard]] std::optional<Decimal> roundedQuotient(Int128 numerator, Int128 denominator, std::int64_t unit,
                                                     HalfRule half = HalfRule::AwayFromZero);
/// One minor unit of a currency in ten-thousandths: 100 for EUR, 10000 for JPY, 10 for KWD.
[[nodiscard]] std::int64_t minorUnit(std::string_view currency);

} // namespace satchel::pricing
