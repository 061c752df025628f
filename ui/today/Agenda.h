// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RecordRow.h"

#include <QMetaType>

namespace satchel::ui {

/// What a person has to do, in the order of the day: overdue, today by the clock, the next days.
struct AgendaItem {
    enum class Part { Overdue, Today, Soon };
    Part part = Part::Today;
    RecordRow row; ///< a task or a planned activity
    QString icon = {};
    Milliseconds order = 0;
    std::optional<RowKey> customer = std::nullopt; ///< account, contact or lead it is about
};

/// Runs on a worker thread.
[[nodiscard]] std::vector<AgendaItem> loadAgenda(Replica& replica, const Id& me, Milliseconds now);
/// Marks an item done, or puts it off to tomorrow.
[[nodiscard]] std::vector<Edit> doneEdits(const Record& item, Milliseconds now);
[[nodiscard]] std::vector<Edit> snoozeEdits(const Record& item, Milliseconds now);

} // namespace satchel::ui

Q_DECLARE_METATYPE(satchel::ui::AgendaItem)
