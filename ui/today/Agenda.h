// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RecordRow.h"

#include <QMetaType>

namespace satchel::ui {

/// What a person has to do, in the order of the day.
struct AgendaItem {
    enum class Part {
        Overdue,   ///< what should have been done
        Timed,     ///< visits and calls by the clock
        FollowUps, ///< to-dos of the day
        Approvals, ///< asked of me and open
        Leads,     ///< new ones whose deadline comes or has passed
        Soon       ///< the next days
    };
    Part part = Part::FollowUps;
    RecordRow row; ///< a task, a planned activity, an approval or a lead
    QString icon = {};
    Milliseconds order = 0;
    std::optional<RowKey> customer = std::nullopt; ///< account, contact or lead it is about
    std::optional<Id> quote = std::nullopt;        ///< of an approval
    bool late = false;
};

/// Of today, with what is overdue and the next days. Runs on a worker thread.
[[nodiscard]] std::vector<AgendaItem> loadAgenda(Replica& replica, const Id& me, Milliseconds now);
/// Of another day YYYY-MM-DD alone, done activities among it. Runs on a worker thread.
[[nodiscard]] std::vector<AgendaItem> loadDay(Replica& replica, const Id& me, const std::string& day, Milliseconds now);

} // namespace satchel::ui

Q_DECLARE_METATYPE(satchel::ui::AgendaItem)
