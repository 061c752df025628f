// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Document.h"
#include "core/store/Replica.h"

#include <functional>

namespace satchel::sales {

/// What tells two quotes apart, to be shown side by side. Plain values; texts as satchelctl writes them (a dot, no
/// grouping, dates YYYY-MM-DD), "" for nothing.
struct QuoteDifference {
    /// One thing that stands otherwise: `field` as the declaration calls it ("quantity", "discount_percent"), or
    /// unit_price, net, group, customer.
    struct Change {
        std::string field;
        std::string before;
        std::string after;
    };
    enum class Kind { Added, Removed, Changed, Same };
    struct Line {
        Kind kind = Kind::Same;
        std::optional<std::size_t> before = {}; ///< place in left.lines
        std::optional<std::size_t> after = {};  ///< place in right.lines
        std::vector<Change> changes = {};
    };

    pricing::Document left; ///< the one that was before
    pricing::Document right;
    std::vector<Change> changes =
        {};                       ///< of the quote itself: dates, discount, texts, and sum, discount, net, tax, gross
    std::vector<Line> lines = {}; ///< in the order of the right one; what was removed stands where it was
    bool sameCurrency = true;     ///< else amounts cannot be compared

    [[nodiscard]] bool isEmpty() const;
};

/// What has become of the id of a line of the left quote in the right one: that of its copy, or itself.
using Descent = std::function<Id(const Id& line)>;

/// Lines are matched by descent; of what is left those of one product, in their order. Pure.
[[nodiscard]] QuoteDifference differenceOf(pricing::Document left, pricing::Document right, const Descent& descent);

/// Two quotes of this replica as they are now, or two revisions of one in either order. The left one is the older
/// revision where one was made from the other.
[[nodiscard]] Result<QuoteDifference> differenceOf(Replica& replica, const Id& left, const Id& right);

} // namespace satchel::sales
