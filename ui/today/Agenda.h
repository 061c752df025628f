// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RecordRow.h"

#include <QMetaType>

#include <map>

namespace satchel::ui {

/// What a person has to do, in the order of the day.
struct AgendaItem {
    enum class Part {
        Overdue,   ///< what should have been done
        Timed,     ///< visits and calls by the clock
        FollowUps, ///< to-dos of the day
        Approvals, ///< open, and mine to decide, as the rail counts them
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

/// What a page of the day shows: no part of it is longer than was asked for.
struct Agenda {
    std::vector<AgendaItem> items;
    bool whole = true;                            ///< false: there is more
    std::map<AgendaItem::Part, std::int64_t> cut; ///< of those parts: how many there are in all; not of a glimpse
};

/// As many rows as hardly a window shows at once: read first, so that a laptop whose disk has yet to fetch everything
/// can be worked with; what comes behind them does not move them.
inline constexpr int agendaGlimpse = 20;
inline constexpr int wholeAgenda = 200; ///< of each part and kind

/// Of today, with what is overdue and the next days; `most`: wholeAgenda, or only the first agendaGlimpse of all, of
/// which nothing is counted. Runs on a worker thread.
[[nodiscard]] Agenda loadAgenda(Replica& replica, const Id& me, Milliseconds now, int most);
/// Of another day YYYY-MM-DD alone, done activities among it. Runs on a worker thread.
[[nodiscard]] Agenda loadDay(Replica& replica, const Id& me, const std::string& day, Milliseconds now);

} // namespace satchel::ui

Q_DECLARE_METATYPE(satchel::ui::AgendaItem)
