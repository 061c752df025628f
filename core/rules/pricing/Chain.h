// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Pricing.h"

namespace satchel::pricing {

/// Step a of PRICING.md. Lists live as long as the snapshot. Errors begin in lower case: what they happened to is put
/// before them.
using Lists = std::vector<const List*>;

/// The list and its parents, nearest first, as far as they are not left out on the date.
[[nodiscard]] Result<Lists> withParents(const Snapshot& snapshot, const Id& list, const std::string& date);
[[nodiscard]] Result<Lists> chain(const Snapshot& snapshot, const Request& request);
/// These lists refer to each other in a circle.
[[nodiscard]] Error circleOf(const Lists& lists);

} // namespace satchel::pricing
