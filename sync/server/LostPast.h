// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"
#include "sync/server/Database.h"

namespace satchel::server::lostPast {

/// What laptops looked at that a restored server has lost. A server that was put back without a word counts on from
/// its backup until it notices, so a seq after the branch may meanwhile be that of something else: what was sealed
/// before the laptop came to know of it is read as if its author had seen the branch and nothing later. Within the
/// caller's transaction.

struct Lost {
    Id incarnation;
    Id history;
    std::int64_t branch = 0; ///< the newest checkpoint that is not lost, 0: not known
    std::int64_t last = 0;   ///< the newest that is
};
/// The incarnation had checkpoints of a lost past. `noticed`: by this the server has noticed that it was put back.
/// Where that was declared no number was given again, and nothing need be remembered.
[[nodiscard]] Status remember(Database& database, const Lost& lost, bool noticed);
/// The new incarnation seals anew what waited under the old one.
[[nodiscard]] Status inherit(Database& database, const Id& from, const Id& to);
/// Makes what the change says of seqs true today.
[[nodiscard]] Status translate(Database& database, const Id& incarnation, Change& change);

} // namespace satchel::server::lostPast
