// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QString>

#include <vector>

namespace satchel::ui {

/// Something a person wants to be told of, with the record it is about.
struct Notable {
    enum class Kind { ToDo, Visit, Approval, Decided, Inbox, Account };
    static constexpr int kinds = 6;

    Kind kind = Kind::ToDo;
    QString key; ///< the same as long as it is the same news
    QString heading;
    QString text;
    RowKey row;
    Milliseconds at = 0; ///< since when
};

/// What there is to tell at `now`, newest first: to-dos of the day, a visit within a quarter of an hour, approvals
/// asked of the user or decided for him, the inbox, and accounts that somebody handed to him in the last fourteen days.
/// Runs on a worker thread.
[[nodiscard]] std::vector<Notable> loadNotables(Replica& replica, const Id& me, Milliseconds now);

} // namespace satchel::ui
