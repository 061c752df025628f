// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Record.h"

namespace satchel::sales {

/// So many places between two neighbours, ascending, as short as they can be; none if there is no room.
[[nodiscard]] std::vector<std::string> positionsBetween(const std::string& before, const std::string& after,
                                                        std::size_t count);

/// Gives `count` rows from `first` on their position between their neighbours. Where there is no room, all rows get new
/// ones. `rows` in the order they are to have.
void givePositions(const std::vector<Record*>& rows, std::size_t first, std::size_t count);

} // namespace satchel::sales
