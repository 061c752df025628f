// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel::sales {

/// What a quote for an account has from its first price list and the company.
struct Origin {
    std::string listCurrency = {}; ///< "": there is no list
    bool taxInclusive = false;
    std::string zone = {};  ///< whose calendar its dates are of
    std::string today = {}; ///< in that zone
    std::optional<Record> company = {};
};

/// `list`: the one that was chosen, or null. Invalid where the account's lists refer to each other in a circle.
[[nodiscard]] Result<Origin> originFor(Replica& replica, const Id& account, const Id& list);

} // namespace satchel::sales
