// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel::sales {

/// Something to know before a quote goes out: a plain sentence with the way out.
struct Warning {
    Id line;          ///< null: the whole quote
    std::string code; ///< no_price, below_floor, authority, superseded, promotion_ended, inactive, minimum, price,
                      ///< free, bundle, rule, entitlement, draft_number, review, expired, total
    std::string text;
};

/// In the order of the lines, then the quote's own. Only this laptop is asked.
[[nodiscard]] Result<std::vector<Warning>> warningsFor(Replica& replica, const Id& quote);

} // namespace satchel::sales
