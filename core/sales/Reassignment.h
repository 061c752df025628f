// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel::sales {

/// What is to change hands. A person's: everything he owns that is still open, and his seats in account teams. An
/// account's or a territory's: the accounts themselves, and what hangs on them and belonged to the same owner.
struct ReassignWish {
    enum class What { Account, Person, Territory };
    What what = What::Account;
    Id subject;     ///< the account, the user, the territory
    Id toUser;      ///< null: the owner stays
    Id toTerritory; ///< null: the territory stays
};

/// What a reassignment moves, and who sees more or less of it afterwards. Rows count that get another owner, and those
/// of accounts that go into another territory.
struct Reassignment {
    std::int64_t accounts = 0;
    std::int64_t contacts = 0;
    std::int64_t leads = 0;         ///< open ones
    std::int64_t opportunities = 0; ///< deals
    std::int64_t quotes = 0;        ///< open ones
    std::int64_t tasks = 0;         ///< open to-dos
    std::int64_t activities = 0;    ///< planned ones
    struct Sight {
        Id user;
        std::string name;
        std::int64_t gains = 0; ///< accounts he sees afterwards and did not before
        std::int64_t loses = 0;
        bool owned = false; ///< something of his changes hands
    };
    std::vector<Sight> people; ///< whom it concerns, by name
    std::int64_t unseen = 0;   ///< accounts that the new owner would not see
    std::int64_t changes = 0;  ///< rows that are written
    [[nodiscard]] bool movesAnything() const { return changes > 0; }
};

/// For administrators and sales managers, whose laptops have what they may give away. Needs no server.
/// What the wish would do; nothing is changed. Invalid, with a sentence, for a wish that makes no sense.
[[nodiscard]] Result<Reassignment> previewReassignment(Replica& replica, const ReassignWish& wish);
/// The same with the edits that do it, for who performs them as an action that can be undone.
struct PlannedReassignment {
    Reassignment found;
    std::vector<Edit> edits;
};
[[nodiscard]] Result<PlannedReassignment> planReassignment(Replica& replica, const ReassignWish& wish);
/// Does it, as one action: all or nothing, here and on the server.
[[nodiscard]] Result<Reassignment> reassign(Replica& replica, const ReassignWish& wish);

} // namespace satchel::sales
