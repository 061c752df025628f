// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QString>

namespace satchel::ui {

/// One thing to have in order before a person leaves the network for a while: how it stands, and what mends it.
struct TravelCheck {
    /// What the person, or "Get ready", can do about it.
    enum class Way { None, Sync, Password, Inbox, Prices };
    QString what;  ///< "Records", "Quote numbers"
    QString state; ///< a sentence
    bool fine = true;
    Way way = Way::None;
};

/// What only the window knows.
struct TravelFacts {
    bool needsPassword = false;
    bool hasKeyring = true;
    bool downloading = false; ///< a first sync, or a large one, is not whole yet
};

/// All checks in the order they are shown. Runs on a worker thread.
[[nodiscard]] std::vector<TravelCheck> travelChecks(Replica& replica, const TravelFacts& facts, Milliseconds now);

} // namespace satchel::ui
