// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Quotes.h"
#include "ui/quotes/QuoteSheet.h"

namespace satchel::ui {

/// Where lines of a grid go when they are moved by one step, and where a new one goes. Pure functions on its rows.

/// Nothing where there is no further to go. From one group into the next.
[[nodiscard]] std::optional<sales::Place> placeOneUp(const std::vector<QuoteRow>& rows, const std::vector<Id>& moved);
[[nodiscard]] std::optional<sales::Place> placeOneDown(const std::vector<QuoteRow>& rows, const std::vector<Id>& moved);
/// The group behind which a group stands after a step: null for the beginning; nothing if it stays.
[[nodiscard]] std::optional<Id> groupOneUp(const std::vector<QuoteRow>& rows, const Id& group);
[[nodiscard]] std::optional<Id> groupOneDown(const std::vector<QuoteRow>& rows, const Id& group);
/// Null if there are none.
[[nodiscard]] Id lastGroup(const std::vector<QuoteRow>& rows);
/// The normal line above this one, to which it may be an alternative; null if there is none.
[[nodiscard]] Id normalAbove(const std::vector<QuoteRow>& rows, const Id& line);

} // namespace satchel::ui
