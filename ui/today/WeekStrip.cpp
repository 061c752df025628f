// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/WeekStrip.h"

#include "ui/theme/Colors.h"
#include "ui/widgets/Words.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace satchel::ui {

namespace {
constexpr int daysShown = daysOfWeek;
}

WeekStrip::WeekStrip(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Arrows choose a day, Enter opens it"));
}

void WeekStrip::setDays(QDate chosen, QDate today)
{
    m_chosen = chosen;
    m_today = today;
    m_cursor = static_cast<int>(firstDay().daysTo(chosen));
    name();
}

void WeekStrip::setLoad(const WeekLoad& load)
{
    m_load = load;
    name();
}

qint64 WeekStrip::openOn(QDate day) const
{
    return m_load.value(day);
}

void WeekStrip::name()
{
    const QDate day = firstDay().addDays(m_cursor);
    setAccessibleName(tr("Week: %1, %n to do", nullptr, static_cast<int>(openOn(day)))
                          .arg(QLocale().toString(day, QStringLiteral("dddd d MMMM"))));
    update();
}

QRect WeekStrip::cell(int place) const
{
    const int left = width() * place / daysShown, right = width() * (place + 1) / daysShown;
    return QStyle::visualRect(layoutDirection(), rect(), QRect(left + 2, 0, right - left - 4, height()));
}

void WeekStrip::paintEvent(QPaintEvent*)
{
    const Colors& colors = colorsOf(palette());
    const QLocale locale;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font(), strong = font();
    small.setPixelSize(12);
    strong.setWeight(QFont::DemiBold);
    for (int i = 0; i < daysShown; ++i) {
        const QDate day = firstDay().addDays(i);
        const QRect box = cell(i);
        const bool isChosen = day == m_chosen;
        painter.setPen(hasFocus() && i == m_cursor ? QPen(colors.accentText, 1.5) : QPen(colors.border, 1));
        painter.setBrush(isChosen ? colors.accentSoft : colors.surface);
        painter.drawRoundedRect(QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6);
        painter.setFont(day == m_today ? strong : font());
        painter.setPen(day == m_today ? colors.accentText : day < m_today ? colors.muted : colors.text);
        painter.drawText(box.adjusted(4, 8, -4, -28), Qt::AlignCenter,
                         locale.dayName(day.dayOfWeek(), QLocale::ShortFormat) + QLatin1Char(' ') +
                             locale.toString(day.day()));
        const qint64 open = openOn(day);
        painter.setFont(small);
        painter.setPen(open == 0 ? colors.muted : day < m_today ? colors.danger : colors.text);
        painter.drawText(box.adjusted(4, 28, -4, -8), Qt::AlignCenter,
                         open == 0 ? QStringLiteral("–") : numberWord(open));
    }
}

void WeekStrip::keyPressEvent(QKeyEvent* event)
{
    const int ahead = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Right: m_cursor = qBound(0, m_cursor + ahead, daysShown - 1); break;
    case Qt::Key_Left: m_cursor = qBound(0, m_cursor - ahead, daysShown - 1); break;
    case Qt::Key_Home: m_cursor = 0; break;
    case Qt::Key_End: m_cursor = daysShown - 1; break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: Q_EMIT chosen(firstDay().addDays(m_cursor)); return;
    default: QWidget::keyPressEvent(event); return;
    }
    name();
}

void WeekStrip::mouseReleaseEvent(QMouseEvent* event)
{
    for (int i = 0; i < daysShown; ++i)
        if (cell(i).contains(event->position().toPoint())) {
            Q_EMIT chosen(firstDay().addDays(i));
            return;
        }
}

void WeekStrip::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void WeekStrip::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_cursor = static_cast<int>(firstDay().daysTo(m_chosen));
    name();
}

} // namespace satchel::ui
