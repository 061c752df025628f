// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/ProductSearch.h"
#include "ui/quotes/CellReading.h"
#include "ui/quotes/PickerLine.h"

namespace satchel::ui {

/// What a person means by what stands in a product cell: "pum", "P-1", "5 pump". On a replica's thread.
struct MeantProducts {
    std::vector<sales::ProductMatch> matches = {};
    std::optional<Decimal> quantity = {}; ///< typed in front of it
};
[[nodiscard]] Result<MeantProducts> productsMeant(Replica& replica, const Id& account, const QString& text, int limit);
/// The one to take without asking; Invalid with a sentence if there is none, or the customer cannot have it.
[[nodiscard]] Result<sales::NewLine> lineMeant(Replica& replica, const Id& account, const QString& text,
                                               const Id& picked);

/// For the list below the cell: what the customer cannot have says why and cannot be chosen.
[[nodiscard]] PickerLine::Source productSource(const Id& account);

} // namespace satchel::ui
