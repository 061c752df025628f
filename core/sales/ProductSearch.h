// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel::sales {

/// A product that somebody may mean by what he has typed so far, for one customer.
struct ProductMatch {
    Id product;
    std::string code = {};
    std::string name = {};
    std::string partNumber = {}; ///< the customer's own
    std::string objection = {};  ///< why this customer cannot have it, one sentence; "" if he can
};

/// Best first: what ProductFinder takes for it, then codes that begin like it, then whatever the search finds, or codes
/// without their hyphens where it finds nothing; what the customer cannot have comes last. Products that are no longer
/// sold are left out. `account`: null for a template.
[[nodiscard]] Result<std::vector<ProductMatch>> productsLike(Replica& replica, const Id& account,
                                                             const std::string& text, int limit);

} // namespace satchel::sales
