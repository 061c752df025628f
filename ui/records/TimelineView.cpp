// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/TimelineView.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace satchel::ui {

TimelineView::TimelineView(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setMargins(m_layout, 0, 0, 0, 0, 0);
}

void TimelineView::show(const std::vector<TimelineItem>& items, Milliseconds now)
{
    setUpdatesEnabled(false);
    clearLayout(m_layout);
    if (items.empty())
        m_layout->addWidget(makeLabel(tr("Nothing has happened here yet. Write a line above."), "muted", this));
    std::string day;
    for (const TimelineItem& item : items) {
        const std::string itsDay = localDay(item.at);
        if (itsDay != day) {
            QString heading = dateWord(itsDay, now);
            heading[0] = heading[0].toUpper();
            QLabel* label = makeLabel(heading, "small", this);
            label->setToolTip(exactTime(item.at));
            if (!day.empty())
                m_layout->addSpacing(8);
            m_layout->addWidget(label);
            m_layout->addSpacing(4);
            day = itsDay;
        }
        addItem(item, now);
    }
    setUpdatesEnabled(true);
}

void TimelineView::addItem(const TimelineItem& item, Milliseconds now)
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    setMargins(layout, 0, 4, 0, 6, 10);
    layout->addWidget(new IconLabel(item.icon, item.planned ? Tint::Accent : Tint::Muted, 16, row), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    setMargins(column, 0, 0, 0, 0, 1);
    column->addWidget(new ElidedLabel(item.title, "strong", row));
    const QString state = item.planned ? (item.at < now ? tr("planned, overdue · ") : tr("planned · ")) : QString();
    const QString clock = timeWord(item.at, item.at); // the day stands above
    column->addWidget(new ElidedLabel(
        state + clock + (item.who.isEmpty() ? QString() : QStringLiteral(" · ") + item.who), "small", row));
    if (!item.notes.isEmpty() && item.notes != item.title) {
        QLabel* notes = makeLabel(item.notes.left(400), "muted", row);
        wrap(notes);
        column->addWidget(notes);
    }
    layout->addLayout(column, 1);
    m_layout->addWidget(row);
}

} // namespace satchel::ui
