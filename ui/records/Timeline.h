// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QString>

namespace satchel::ui {

/// One line of a record's timeline: an activity by anyone, or an entry of its timeline field.
struct TimelineItem {
    Milliseconds at = 0;
    QString icon;
    QString title;
    QString who;
    QString notes;
    bool planned = false;
    RowKey activity; ///< none for a timeline entry
};

/// Activities and timeline entries of a record, newest first, at most `limit`. Runs on a worker thread.
[[nodiscard]] std::vector<TimelineItem> loadTimeline(Replica& replica, const Record& record, int limit);

} // namespace satchel::ui
