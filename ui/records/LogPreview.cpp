// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/LogPreview.h"

#include "ui/records/RowMakers.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace satchel::ui {

LogPreview::LogPreview(QWidget* parent)
    : QWidget(parent),
      m_chips(new QHBoxLayout),
      m_todo(makeLabel({}, "small", this)),
      m_doubt(makeLabel({}, "warning", this))
{
    setMargins(m_chips, 0, 0, 0, 0, 4);
    wrap(m_todo);
    wrap(m_doubt);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 4);
    layout->addLayout(m_chips);
    layout->addWidget(m_todo);
    layout->addWidget(m_doubt);
}

QString LogPreview::show(const LogMeaning& meaning, Milliseconds now)
{
    clearLayout(m_chips);
    const LogLine& line = meaning.line;
    QStringList spoken;
    const auto chip = [&](const QString& text, Tone tone) {
        spoken << text;
        m_chips->addWidget(new Pill(text, tone, this));
    };
    m_chips->addWidget(new IconLabel(activityIcon(meaning.kind), Tint::Muted, 16, this));
    chip(choiceWord(meaning.kind), Tone::Neutral);
    if (!meaning.person.isEmpty())
        chip(meaning.person, Tone::Neutral);
    chip(line.day.empty() && !line.minute ? tr("now")
                                          : dayAndTime(line.day.empty() ? localDay(now) : line.day, line.minute, now),
         Tone::Neutral);
    const bool due = !line.due.empty();
    if (line.planned)
        chip(choiceWord("planned"), Tone::Accent);
    else if (due)
        chip(tr("To-do %1").arg(dayAndTime(line.due, line.dueMinute, now)), Tone::Accent);
    else
        chip(tr("No to-do"), Tone::Neutral);
    m_chips->addStretch(1);
    m_todo->setText(meaning.todo);
    m_todo->setVisible(due);
    if (due)
        spoken << meaning.todo;
    m_doubt->setText(meaning.doubt);
    m_doubt->setVisible(!meaning.doubt.isEmpty());
    if (!meaning.doubt.isEmpty())
        spoken << meaning.doubt;
    return spoken.join(QStringLiteral(", "));
}

QString dayAndTime(const std::string& day, const std::optional<int>& minute, Milliseconds now)
{
    const QLocale locale;
    const QDate date = QDate::fromString(toQString(day), Qt::ISODate);
    const bool thisYear = date.year() == QDateTime::fromMSecsSinceEpoch(now).date().year();
    const QString words =
        locale.toString(date, thisYear ? QStringLiteral("ddd d MMM") : QStringLiteral("ddd d MMM yyyy"));
    if (!minute)
        return words;
    return words + QStringLiteral(", ") + locale.toString(QTime(*minute / 60, *minute % 60), QLocale::ShortFormat);
}

QString doubtSentence(LogLine::Doubt doubt, const QString& words)
{
    using Doubt = LogLine::Doubt;
    switch (doubt) {
    case Doubt::None: return {};
    case Doubt::NoDate: return LogPreview::tr("No day for the follow-up. Write one, such as \"back Tue\".");
    case Doubt::Past: return LogPreview::tr("\"%1\" has passed already, so there is no to-do.").arg(words);
    case Doubt::SeveralDays: return LogPreview::tr("\"%1\" is more than one day. Write one of them.").arg(words);
    case Doubt::TwoMeanings:
        return LogPreview::tr("\"%1\" could be two days. Write the date, such as 1 December.").arg(words);
    case Doubt::NoSuchDay: return LogPreview::tr("\"%1\" is not in the calendar.").arg(words);
    case Doubt::NotAsked:
        return LogPreview::tr("\"%1\" makes no to-do. Write \"back\" before it to be reminded.").arg(words);
    }
    return {};
}

} // namespace satchel::ui
