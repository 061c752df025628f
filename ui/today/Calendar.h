// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QDate>
#include <QMap>
#include <QString>

namespace satchel::ui {

/// One entry of a calendar: an activity at its time, or a to-do of the day.
struct CalendarEntry {
    QString title;
    QString time = {}; ///< on the clock; "" for a to-do
    QString who = {};  ///< whose it is, if it is somebody else's
    qint64 order = 0;
    bool done = false;
};
using CalendarDays = QMap<QDate, QList<CalendarEntry>>;

/// Activities and open to-dos of a user between two days (both included), for a sales manager also those of the people
/// below him. Runs on a worker thread.
[[nodiscard]] CalendarDays loadCalendar(Replica& replica, const Id& me, QDate first, QDate last);

/// What is still to be done on each day of a week, planned activities and open to-dos, of the same people: only
/// counted, which costs no record. Runs on a worker thread.
using WeekLoad = QMap<QDate, qint64>;
inline constexpr int daysOfWeek = 7;
[[nodiscard]] WeekLoad loadWeek(Replica& replica, const Id& me, QDate first);

/// The first day of the week a day is in, as the locale has it, and of the weeks that a month is shown in.
[[nodiscard]] QDate weekOf(QDate day);
[[nodiscard]] QDate monthSheetOf(QDate day);

} // namespace satchel::ui
