// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Database.h"

namespace satchel::server {

/// "($3, $4, ...)" for an IN, with the values, of which there is at least one, appended to the parameters. The number
/// of marks is rounded up to a power of two by repeating the last value, so that few different statements are prepared.
template <typename Values, typename ToCell>
[[nodiscard]] std::string marksFor(const Values& values, std::vector<Cell>& parameters, const ToCell& toCell)
{
    std::string text;
    const auto add = [&](Cell value) {
        parameters.push_back(std::move(value));
        text += (text.empty() ? "($" : ", $") + std::to_string(parameters.size());
    };
    std::size_t count = 0;
    for (const auto& value : values) {
        add(toCell(value));
        ++count;
    }
    for (; (count & (count - 1)) != 0; ++count)
        add(Cell(parameters.back()));
    return text + ")";
}

} // namespace satchel::server
