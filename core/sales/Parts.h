// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/Bundles.h"
#include "core/store/Replica.h"

namespace satchel::sales {

/// A bundle's line with what may be chosen in it: for asking a person, who then calls Quotes::chooseParts.
struct PartChoice {
    Bundle bundle;
    ProductNames names = {};
    std::set<Id> chosen = {}; ///< parts that are there and could be taken out
};

/// Nothing where the line is no bundle's, or is gone.
[[nodiscard]] Result<std::optional<PartChoice>> partChoiceOf(Replica& replica, const Id& line);

} // namespace satchel::sales
