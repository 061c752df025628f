// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/Timeline.h"

#include <QWidget>

class QVBoxLayout;

namespace satchel::ui {

/// Shows a timeline grouped by day: what, who, when, and the first lines of the notes.
class TimelineView final : public QWidget {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent);
    void show(const std::vector<TimelineItem>& items, Milliseconds now);

private:
    void addItem(const TimelineItem& item, Milliseconds now);

    QVBoxLayout* m_layout;
};

} // namespace satchel::ui
