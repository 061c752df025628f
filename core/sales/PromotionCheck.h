// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Pricing.h"
#include "core/store/Replica.h"

namespace satchel::sales {

/// Two promotions that clash (core/rules/PRICING.md), and for whom.
struct PromotionClash {
    pricing::Clash clash;
    std::string first = {}; ///< name of the promotion
    std::string second = {};
    std::vector<Id> accounts = {};
    std::vector<std::string> names = {}; ///< of the accounts
    /// "Spring and Easter clash for Acme from 2026-03-01 to 2026-04-10: Easter is exclusive."
    [[nodiscard]] std::string sentence() const;
};

/// For one customer, or (null) for all accounts on this laptop, from `date` on ("": today, UTC). What a customer may
/// not buy does not count. In the order of the promotions' ids.
[[nodiscard]] Result<std::vector<PromotionClash>> checkPromotions(Replica& replica, const Id& account,
                                                                  std::string date = {});

/// Promotions that are open to a customer (null: to nobody in particular) on a day ("": today, UTC), in the order in
/// which they are applied. Whether one applies to a line, its quantity decides.
[[nodiscard]] Result<std::vector<pricing::Promotion>> promotionsFor(Replica& replica, const Id& account,
                                                                    std::string date = {});

} // namespace satchel::sales
