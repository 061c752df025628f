// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/TimelineRow.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/LayoutPause.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr qsizetype mostOfNotes = 400;
}

TimelineRow::TimelineRow(QWidget* parent)
    : QWidget(parent),
      m_day(makeLabel({}, "small", this)),
      m_icon(new IconLabel({}, Tint::Muted, 16, this)),
      m_title(new ElidedLabel({}, "strong", this)),
      m_line(new ElidedLabel({}, "small", this)),
      m_notes(makeLabel({}, "muted", this))
{
    m_day->setContentsMargins(0, 8, 0, 4);
    wrap(m_notes);
    auto* words = new QVBoxLayout;
    setMargins(words, 0, 0, 0, 0, 1);
    words->addWidget(m_title);
    words->addWidget(m_line);
    words->addWidget(m_notes);
    auto* entry = new QHBoxLayout;
    setMargins(entry, 0, 4, 0, 6, 10);
    entry->addWidget(m_icon, 0, Qt::AlignTop);
    entry->addLayout(words, 1);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 0);
    layout->addWidget(m_day);
    layout->addLayout(entry);
}

void TimelineRow::show(const TimelineItem& item, const std::string& day, Milliseconds now)
{
    const LayoutPause pause(layout());
    if (!day.empty()) {
        QString heading = dateWord(day, now);
        heading[0] = heading[0].toUpper();
        m_day->setText(heading);
        m_day->setToolTip(exactTime(item.at));
    }
    m_day->setVisible(!day.empty());
    m_icon->setIcon(item.icon, item.planned ? Tint::Accent : Tint::Muted);
    m_title->setWhole(item.title);
    const QString state = item.planned ? (item.at < now ? tr("planned, overdue · ") : tr("planned · ")) : QString();
    const QString clock = timeWord(item.at, item.at); // the day stands above
    m_line->setWhole(state + isolated(clock) +
                     (item.who.isEmpty() ? QString() : QStringLiteral(" · ") + isolated(item.who)));
    const bool noted = !item.notes.isEmpty() && item.notes != item.title;
    if (noted)
        m_notes->setText(item.notes.left(mostOfNotes));
    m_notes->setVisible(noted);
    setVisible(true);
}

} // namespace satchel::ui
