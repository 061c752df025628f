// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel::sales {

/// What happened with a customer, or is to happen, and what is to be done next.
struct Dealing {
    RowKey customer;           ///< an account, a contact or a lead
    Id contact;                ///< whom it was with, where the customer is an account; may be null
    std::string kind = "note"; ///< a choice of activity.kind
    std::string subject;
    std::string notes = {};
    Milliseconds at = 0;  ///< 0: now
    bool planned = false; ///< it is to come
    std::string due = {}; ///< the day of the to-do, YYYY-MM-DD; "": there is none
    std::string todo = {};
};

struct Logged {
    Id activity;
    Id task; ///< null: no follow-up
};

/// Writes a dealing into the customer's timeline and its follow-up among the to-dos of this user, in one change. A lead
/// that was spoken to counts a touch, and a new one has been contacted from here on. On the replica's thread.
[[nodiscard]] Result<Logged> logDealing(Replica& replica, const Dealing& dealing);

} // namespace satchel::sales
