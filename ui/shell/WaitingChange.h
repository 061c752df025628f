// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QString>

namespace satchel::ui {

/// A change that the server has not got, or has not decided, in words.
struct WaitingChange {
    std::int64_t number = 0;
    RowKey row;   ///< the first record it is about
    QString what; ///< "Phone of Ana Ruiz: 111 → 222"
    QString when;
    QString why;      ///< what it waits for on the server; "" if it has not been sent
    QString whyFixed; ///< why it cannot be taken back; "" if it can
};

/// The newest first, at most `most`. Runs on a worker thread.
[[nodiscard]] std::vector<WaitingChange> waitingChanges(Replica& replica, Milliseconds now, std::size_t most = 200);

} // namespace satchel::ui
