// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/Timeline.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace satchel::ui {

class TimelineRow;

/// Shows a timeline grouped by day: what, who, when, and the first lines of the notes. Its rows are made once and
/// filled anew for every record: making them takes many times as long as a step through a list may.
class TimelineView final : public QWidget {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent);
    void show(const std::vector<TimelineItem>& items, Milliseconds now);

private:
    QVBoxLayout* m_layout;
    QLabel* m_empty;
    std::vector<TimelineRow*> m_rows; ///< those behind the last item are hidden
};

} // namespace satchel::ui
