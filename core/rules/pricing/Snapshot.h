// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/base/Id.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace satchel::pricing {

/// A catalogue as far as one document needs it: plain values, which the price engine never goes beyond. Made by
/// SnapshotReader from records; tests make them by hand. What each value does to a price: core/rules/PRICING.md.
/// Dates are YYYY-MM-DD, "" where there is none; decimals have four places.

enum class Breaks { Slab, Graduated };
enum class Direction { Nearest, Up, Down };
/// How amounts are rounded to the minor unit (M of PRICING.md).
enum class HalfRule { AwayFromZero, ToEven };

/// How computed prices of a list are rounded (L of PRICING.md).
struct ListRounding {
    Direction direction = Direction::Nearest;
    Decimal step = {};   ///< 0: the currency's minor unit
    Decimal endsIn = {}; ///< 0: anything
    bool operator==(const ListRounding&) const = default;
};

struct Entry {
    enum class Kind { Fixed, PercentOfList, PercentOfCost, Removed };
    Id id;
    Id revision; ///< null: of none
    Kind kind = Kind::Fixed;
    Decimal price = {}; ///< in the list's currency
    Decimal minQuantity = {};
    Decimal percent = {};
    Id baseList;
    std::optional<Decimal> minPrice = {}; ///< in the list's currency
    std::string validFrom = {};
    std::string validTo = {};
};

struct Revision {
    Id id;
    std::int64_t number = 0;
    bool published = false;
    std::string effectiveFrom = {};
    Id follows; ///< null: nothing
};

/// A price list, or an agreement with an account (then `account` is set, and there are no revisions and no parent).
struct List {
    Id id;
    std::string code = {};
    std::string name = {};
    std::string currency = {};
    bool active = true;
    Id parent;
    std::string segment = {};
    Id territory;
    Breaks breaks = Breaks::Slab;
    bool taxInclusive = false;
    bool converts = false;
    ListRounding rounding = {};
    std::vector<Revision> revisions = {};
    std::map<Id, std::vector<Entry>> entries = {}; ///< by product
    // Of an agreement:
    Id account;
    std::string validFrom = {};
    std::string validTo = {};
    Id baseList; ///< with percent: for what it does not name
    Decimal percent = {};
};

struct Product {
    Id id;
    std::string code = {};
    std::string name = {};
    std::string family = {};
    std::string unit = {};
    std::string taxClass = {}; ///< "": standard
    bool active = true;
    std::map<std::string, Decimal> units = {}; ///< other units and how many of its own each holds
};

/// From `date` on, `fromAmount` of the one currency is `toAmount` of the other.
struct Rate {
    Id id;
    std::string from = {};
    std::string to = {};
    std::string date = {};
    Decimal fromAmount = {};
    Decimal toAmount = {};
};

struct TaxRate {
    Id id;
    std::string country = {};
    std::string region = {};
    std::string taxClass = {};
    Decimal percent = {};
    std::string validFrom = {};
    std::string validTo = {};
};

struct Promotion {
    enum class Kind { Percent, Amount, FreeItem, BuyGet };
    Id id;
    std::string code = {};
    std::string name = {};
    Kind kind = Kind::Percent;
    std::int64_t priority = 100;
    bool exclusive = false;
    bool active = true;
    std::string validFrom = {};
    std::string validTo = {};
    std::vector<Id> territories = {};
    std::vector<std::string> segments = {};
    std::vector<Id> accounts = {};
    std::vector<Id> products = {};
    std::vector<std::string> families = {};
    Decimal minQuantity = {};
    std::optional<Money> minAmount = {};
    Decimal percent = {};
    std::optional<Money> amount = {};
    Decimal buy = {};
    Decimal free = {};
    Id freeProduct; ///< null: the line's own
    bool repeats = false;
};

enum class Taxation { Normal, ReverseCharge, Exempt };

struct Customer {
    std::vector<Id> accounts = {}; ///< itself, then its parents, nearest first
    std::string segment = {};
    std::vector<Id> territories = {}; ///< its own node, then those above, nearest first
    std::string country = {};
    std::string region = {};
    Taxation taxation = Taxation::Normal;

    bool operator==(const Customer&) const = default;
};

struct Snapshot {
    std::map<Id, List> lists = {}; ///< agreements too
    Id companyList;
    std::map<Id, Product> products = {}; ///< of the document's lines, and what promotions give away
    std::vector<Rate> rates = {};
    std::vector<TaxRate> taxRates = {};
    std::vector<Promotion> promotions = {};
};

} // namespace satchel::pricing
