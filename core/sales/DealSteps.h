// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel::sales {

/// Which steps the user of this laptop may take with a quote now, and what has to be known before he does: for windows,
/// which offer exactly these. The calls of Deals look again. Plain values, read in one go.
struct DealSteps {
    Record quote;
    std::string name = {};                 ///< as sentences call it
    std::string state = {};                ///< on this day: a sent one whose last day has passed is expired
    std::string today = {};                ///< of the company
    std::vector<std::string> reasons = {}; ///< of a draft: what goes beyond what this user may give, sentences
    bool allowed = false;                  ///< reasons there are, but an approval that fits the quote as it is, too
    std::optional<Record> approval = {};   ///< the open one, else the newest
    std::string askedName = {}, askedByName = {}, decidedByName = {}; ///< of that approval
    std::optional<Record> order = {};
    std::vector<Record> others = {}; ///< revisions to compare with: the former one first, then the newest

    bool mayReprice = false, mayAsk = false, mayWithdraw = false, mayDecide = false, mayHandOver = false;
    bool mayAccept = false, mayDecline = false, mayExpire = false, mayRevise = false;
};

[[nodiscard]] Result<DealSteps> stepsFor(Replica& replica, const Id& quote);

/// Somebody who may decide an approval of this quote, and who stands in for him today.
struct Approver {
    Id user;
    std::string name = {};
    std::vector<std::string> deputies = {};
};
/// The one who is asked if nobody is named stands first.
[[nodiscard]] Result<std::vector<Approver>> approversFor(Replica& replica, const Id& quote);

} // namespace satchel::sales
