// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace satchel::pricing {

/// Whether a validity, both ends of it inclusive and an empty one open, contains the date. Dates compare as texts.
[[nodiscard]] inline bool isWithin(const std::string& from, const std::string& to, const std::string& date)
{
    return from <= date && (to.empty() || date <= to);
}

} // namespace satchel::pricing
