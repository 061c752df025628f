// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/PriceSheet.h"

namespace satchel::sales {

/// Where the revisions of a list stand on a day (core/rules/PRICING.md, "Which entries of a list"). Pure.

enum class RevisionState {
    Draft,      ///< not published
    Coming,     ///< begins later
    Current,    ///< counts today
    Earlier,    ///< was current, or was replaced before it was; what counts today still follows it
    RolledBack, ///< what it said does not count any more, because a later one went back behind it
    Overtaken,  ///< would begin later, but a newer one begins by then
    Withdrawn
};

/// The revision that counts on a day; null: none.
[[nodiscard]] Id revisionOn(const PriceListRecords& list, const std::string& date);
/// A revision with all it follows, newest first; in the end the null id: entries that name no revision.
[[nodiscard]] std::vector<Id> lineOfDescent(const PriceListRecords& list, const Id& revision);
/// In the order of list.revisions.
[[nodiscard]] std::vector<RevisionState> statesOn(const PriceListRecords& list, const std::string& date);

} // namespace satchel::sales
