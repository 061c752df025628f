// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/RecordSource.h"
#include "core/rules/pricing/Document.h"
#include "core/store/Replica.h"

#include <map>

namespace satchel::sales {

/// What is left of what the customer pays, without tax, when the costs of the goods are taken off; in the document's
/// currency, rounded to its minor unit.
struct Margin {
    Decimal net = {};
    Decimal cost = {};
    Decimal margin = {};                 ///< net - cost
    std::optional<Decimal> percent = {}; ///< of the net, to one decimal; nothing where the net is 0
};

struct Margins {
    std::map<Id, Margin> lines = {};  ///< item lines whose cost is known
    std::optional<Margin> total = {}; ///< of the counted lines; nothing unless all their costs are known
    std::vector<Id> unknown = {};     ///< counted lines whose cost is not known
};

/// Nothing for roles that do not know costs. Costs are those of the document's date, in its currency or by the rate of
/// that date; a bundle costs what it is said to cost, else what its parts cost.
[[nodiscard]] Result<std::optional<Margins>> marginsOf(Replica& replica, const pricing::Document& document);
/// The same, reading from `records` what it needs of the replica's.
[[nodiscard]] Result<std::optional<Margins>> marginsOf(Replica& replica, RecordSource& records,
                                                       const pricing::Document& document);

} // namespace satchel::sales
