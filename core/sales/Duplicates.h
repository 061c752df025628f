// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Quotes.h"

namespace satchel::sales {

/// Adds these lines once more, behind the last of them: as if a person had typed them again, so prices are made anew
/// and what was set by hand stays. A bundle comes with the parts it has; free goods are left out.
[[nodiscard]] Result<Edited> duplicateLines(Replica& replica, const Id& quote, const std::vector<Id>& lines);

} // namespace satchel::sales
