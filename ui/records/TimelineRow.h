// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/Timeline.h"

#include <QWidget>

class QLabel;

namespace satchel::ui {

class ElidedLabel;
class IconLabel;

/// One thing that happened, with the day above it where another day begins. Owned by its TimelineView, which fills it
/// again and again; window's thread.
class TimelineRow final : public QWidget {
    Q_OBJECT
public:
    explicit TimelineRow(QWidget* parent);
    /// `day`: as YYYY-MM-DD where the row is the first of its day, else "".
    void show(const TimelineItem& item, const std::string& day, Milliseconds now);

private:
    QLabel* m_day;
    IconLabel* m_icon;
    ElidedLabel* m_title;
    ElidedLabel* m_line;
    QLabel* m_notes;
};

} // namespace satchel::ui
