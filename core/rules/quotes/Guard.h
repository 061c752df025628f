// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"
#include "core/model/RecordSource.h"
#include "core/schema/Role.h"

namespace satchel::quotes {

/// What a change did to one row: as it was before (nothing for a new one). How it is now the RecordSource says.
struct Touched {
    const Entity* entity = nullptr;
    Id id;
    std::optional<Record> before;
};

/// Who made the change, when (ms, and the calendar day of it), and on which end it is looked at: a laptop refuses more
/// than the server, which takes facts as they are (core/rules/QUOTES.md).
struct Author {
    Id user;
    Role role = Role::Salesperson;
    std::int64_t at = 0;
    bool onServer = false;
};

/// Why a change may not be: one sentence, and the field at fault if there is one.
struct Objection {
    std::string text;
    std::string field = {};
};

/// Whether `entity` is one that QUOTES.md guards at all; for the others there is nothing to look at.
[[nodiscard]] bool isGuarded(const Entity& entity);
/// Of prices that were looked at with an earlier part of a large action: a hash of what no two may have in common, and
/// the row.
using PriceKeys = std::vector<std::pair<Bytes16, Id>>;
/// Looks at a change after it was carried out and before it is committed: an objection means that it is to be taken
/// back. The rules of core/rules/QUOTES.md that are about states and arithmetic; who sees a row is not its business.
[[nodiscard]] Result<std::optional<Objection>> objectionTo(const std::vector<Touched>& change, const Author& author,
                                                           RecordSource& now, PriceKeys* earlier = nullptr);

} // namespace satchel::quotes
