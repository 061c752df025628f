// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/model/RecordSource.h"

#include <map>
#include <set>

namespace satchel {

/// Products that consist of others, and what products say about each other: plain values and pure functions, the same
/// at both ends; the reading functions fetch the values from records.

struct BundlePart {
    enum class Kind {
        Fixed,    ///< always there
        Standard, ///< there unless it is taken out
        Option    ///< there if it is chosen
    };
    Id id;
    Id product;
    Id group;                                     ///< null: of none
    Decimal quantity = {.units = Decimal::scale}; ///< in one bundle
    Kind kind = Kind::Fixed;
    bool included = true; ///< in the bundle's price; else it has its own
};

/// At least so many and at most so many of the parts in it must be there.
struct OptionGroup {
    Id id;
    std::string name = {};
    std::int64_t least = 0;
    std::optional<std::int64_t> most = {};
};

/// Who has `product` must have `other`, or must not.
struct ProductRule {
    Id product;
    bool excludes = false; ///< else: requires
    Id other;
    Id bundle; ///< null: in every quote; else only among the parts of this bundle
};

/// A bundle and the rules among its parts; groups and parts by position, then id.
struct Bundle {
    Id product;
    std::vector<OptionGroup> groups = {};
    std::vector<BundlePart> parts = {};
    std::vector<ProductRule> rules = {};
};

/// What a product is called in a sentence.
using ProductNames = std::map<Id, std::string>;

/// The parts (their ids) that are there when nobody has chosen: fixed and standard ones.
[[nodiscard]] std::set<Id> usualChoice(const Bundle& bundle);
/// What is wrong with a choice of parts (ids of parts; fixed ones need not be among them), one sentence each: a part
/// that is none of the bundle, a group with too few or too many, a rule among the parts that is not kept.
[[nodiscard]] std::vector<std::string> objectionsTo(const Bundle& bundle, const std::set<Id>& chosen,
                                                    const ProductNames& names);
/// The rules that are not kept by these products together, one sentence each. Each pair that excludes each other is
/// named once.
[[nodiscard]] std::vector<std::string> brokenRules(const std::vector<ProductRule>& rules, const std::set<Id>& products,
                                                   const ProductNames& names);
/// How many of a part so many bundles hold; nothing where that needs more than four decimals or does not fit.
[[nodiscard]] std::optional<Decimal> quantityIn(const BundlePart& part, const Decimal& bundles);

/// The bundle as it is now; a product that is none has no parts.
[[nodiscard]] Result<Bundle> readBundle(RecordSource& records, const Id& product);
/// The rules of every quote that speak of one of these products.
[[nodiscard]] Result<std::vector<ProductRule>> readRules(RecordSource& records, const std::set<Id>& products);
[[nodiscard]] Result<ProductNames> readNames(RecordSource& records, const std::set<Id>& products);
/// The products of a circle of bundles that is reached from `product` (each holds the next, the last the first); empty
/// if there is none.
[[nodiscard]] Result<std::vector<Id>> circleOf(RecordSource& records, const Id& product);

} // namespace satchel
