// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/rules/pricing/Explanation.h"
#include "core/rules/pricing/Snapshot.h"

#include <unordered_set>

namespace satchel::pricing {

/// A line as a person enters it.
struct LineRequest {
    enum class Role { Normal, Optional, Alternative };
    Id id;
    Id product;
    Decimal quantity = {};
    std::string unit = {}; ///< "" or the product's own, or one of Product::units
    Role role = Role::Normal;
    bool chosen = false;
    Id alternativeTo;                      ///< of an alternative: the line whose place it would take
    bool includedPart = false;             ///< of a bundle, whose price it is part of
    std::optional<Decimal> handPrice = {}; ///< per unit, in the document's currency

    bool operator==(const LineRequest&) const = default;
};

struct Request {
    std::string date = {};
    std::string currency = {};
    bool taxInclusive = false;
    Customer customer = {};
    Id list;                    ///< null: by the customer
    std::vector<Id> pins = {};  ///< revisions
    std::vector<Id> rates = {}; ///< exchange rates that were used
    std::vector<LineRequest> lines = {};

    bool operator==(const Request&) const = default;
};

/// What a to d of PRICING.md make of a line.
struct LinePrice {
    Id line;
    std::optional<Decimal> listPrice = {}; ///< per the line's unit, after promotions; nothing: no list has one
    Decimal taxPercent = {};
    std::vector<Id> promotions = {};     ///< that changed the price or gave something, in their order
    std::optional<Decimal> minimum = {}; ///< per the line's unit: the least its list allows
    Id list;                             ///< that gave it
    Id revision;                         ///< of that list; null: none
    Id rate;                             ///< exchange rate that was used; null: none
    std::vector<Step> steps = {};
};

/// Goods a promotion gives away. `line`: whose buying earned them; null: the document's as a whole.
struct FreeGoods {
    Id promotion;
    Id line;
    Id product;
    Decimal quantity = {}; ///< of the product's own unit
    Decimal taxPercent = {};
    bool counted = true;
    std::vector<Step> steps = {};
};

struct Pricing {
    std::vector<LinePrice> lines = {}; ///< in the order of the request
    std::vector<FreeGoods> free = {};  ///< by promotion's priority, code, id, then line
    std::vector<Id> revisions =
        {};                     ///< all that the prices were taken from, smallest id first: what a quote is pinned to
    std::vector<Id> rates = {}; ///< all that were used
};

/// Prices all lines of a document: steps a to d of core/rules/PRICING.md. A pure function of its arguments; no clock,
/// no storage, no floating point. Invalid, with the line's number (from 1) and the reason, for a quantity or unit that
/// makes no sense, a product that is not in the snapshot, lists that refer to each other in a circle, or a number that
/// does not fit. A line for which no list has a price is not an error here: its listPrice is nothing.
[[nodiscard]] Result<Pricing> price(const Snapshot& snapshot, const Request& request);

/// Lines in whose place a chosen alternative stands: they do not count.
[[nodiscard]] std::unordered_set<Id> replacedLines(const Request& request);

/// The lists of step a, in order, for a customer on a date; for people who ask why.
[[nodiscard]] Result<std::vector<Id>> chainOf(const Snapshot& snapshot, const Request& request);
/// The revision of a list that counts on the date; null: none.
[[nodiscard]] Id revisionOn(const List& list, const std::string& date);
/// A line's tax rate, and the rate its class would have if the customer paid tax.
[[nodiscard]] Decimal taxPercentOf(const Snapshot& snapshot, const Customer& customer, const Product& product,
                                   const std::string& date, bool whateverTaxation = false);

/// Two promotions that both could be on one product of one customer, of which one is exclusive or whose order is open.
struct Clash {
    Id first;
    Id second;
    std::string from = {}; ///< the days both run
    std::string to = {};
    bool exclusive = false; ///< else: the same priority
};
/// Clashes among the snapshot's promotions for a customer, from `date` on (PRICING.md, "What clashes"). `mayBuy`:
/// products he may buy; only these count.
[[nodiscard]] std::vector<Clash> clashes(const Snapshot& snapshot, const Customer& customer, const std::string& date,
                                         const std::vector<Id>& mayBuy);

} // namespace satchel::pricing
