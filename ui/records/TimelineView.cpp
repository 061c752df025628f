// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/TimelineView.h"

#include "ui/records/TimelineRow.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/LayoutPause.h"
#include "ui/widgets/Words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace satchel::ui {

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent),
      m_layout(new QVBoxLayout(this)),
      m_empty(makeLabel(tr("Nothing has happened here yet. Write a line above."), "muted", this))
{
    setMargins(m_layout, 0, 0, 0, 0, 0);
    m_layout->addWidget(m_empty);
}

void TimelineView::show(const std::vector<TimelineItem>& items, Milliseconds now)
{
    const LayoutPause pause(m_layout);
    m_empty->setVisible(items.empty());
    std::string day;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i == m_rows.size()) {
            m_rows.push_back(new TimelineRow(this));
            m_layout->addWidget(m_rows.back());
        }
        const std::string itsDay = localDay(items[i].at);
        m_rows[i]->show(items[i], itsDay == day ? std::string() : itsDay, now);
        day = itsDay;
    }
    for (std::size_t i = items.size(); i < m_rows.size(); ++i)
        m_rows[i]->hide();
}

} // namespace satchel::ui
