// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/log/Days.h"

namespace satchel::logline {

/// A clause that says nothing but that something is to come: "tomorrow 10am visit to Ana", "Besuch bei Ana am 3.12.".
struct Plan {
    std::string kind; ///< a choice of activity.kind
    std::size_t kindAt = 0;
    std::size_t begin = 0; ///< tokens of when
    std::size_t end = 0;
    Day day;
    std::optional<int> minute = std::nullopt;
};
[[nodiscard]] std::optional<Plan> planIn(const Tokens& tokens, const Clause& clause, const Today& today);

} // namespace satchel::logline
