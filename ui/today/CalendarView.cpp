// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/CalendarView.h"

#include "ui/theme/Colors.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace satchel::ui {

namespace {

constexpr int columns = 7;
constexpr int headerHeight = 24;
constexpr int lineHeight = 20;

// "10:30 Visit Acme", "Ben: Call back".
QString lineOf(const CalendarEntry& entry)
{
    QString line = entry.time.isEmpty() ? entry.title : entry.time + QLatin1Char(' ') + entry.title;
    return entry.who.isEmpty() ? line : CalendarView::tr("%1: %2", "a colleague and his entry").arg(entry.who, line);
}

} // namespace

CalendarView::CalendarView(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Calendar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CalendarView::setSpan(Span span)
{
    m_span = span;
    name();
}

void CalendarView::setDay(QDate day, QDate today)
{
    m_day = day;
    m_today = today;
    name();
}

QDate CalendarView::firstDay() const
{
    return m_span == Span::Week ? weekOf(m_day) : monthSheetOf(m_day);
}

void CalendarView::setEntries(const CalendarDays& days)
{
    m_days = days;
    name();
}

QString CalendarView::heading() const
{
    const QLocale locale;
    if (m_span == Span::Month)
        return locale.toString(m_day, QStringLiteral("MMMM yyyy"));
    return tr("%1 – %2", "first and last day of a week")
        .arg(locale.toString(firstDay(), QStringLiteral("d MMMM")),
             locale.toString(lastDay(), QStringLiteral("d MMMM yyyy")));
}

void CalendarView::name()
{
    QStringList lines;
    for (const CalendarEntry& entry : m_days.value(m_day))
        lines << lineOf(entry);
    const QString count = lines.size() == 1 ? tr("one entry") : tr("%1 entries").arg(lines.size());
    setAccessibleName(tr("Calendar: %1, %2").arg(QLocale().toString(m_day, QStringLiteral("dddd d MMMM")), count));
    setAccessibleDescription(lines.join(QStringLiteral(", ")));
    update();
}

QRect CalendarView::cell(int place) const
{
    const int rows = m_span == Span::Week ? 1 : 6;
    const int column = place % columns, row = place / columns;
    const int left = width() * column / columns, right = width() * (column + 1) / columns;
    const int room = height() - headerHeight;
    const int top = headerHeight + room * row / rows, bottom = headerHeight + room * (row + 1) / rows;
    return QStyle::visualRect(layoutDirection(), rect(), QRect(left, top, right - left, bottom - top));
}

QDate CalendarView::dayAt(const QPoint& point) const
{
    for (int i = 0; i <= firstDay().daysTo(lastDay()); ++i)
        if (cell(i).contains(point))
            return firstDay().addDays(i);
    return {};
}

void CalendarView::paintEvent(QPaintEvent*)
{
    const Colors& colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(12);
    painter.setFont(small);
    for (int i = 0; i < columns; ++i) {
        QRect head = cell(i);
        head.setTop(0);
        head.setHeight(headerHeight);
        painter.setPen(colors.muted);
        painter.drawText(head.adjusted(8, 0, -8, 0), Qt::AlignLeading | Qt::AlignVCenter,
                         QLocale().dayName(firstDay().addDays(i).dayOfWeek(), QLocale::ShortFormat));
    }
    for (int i = 0; i <= firstDay().daysTo(lastDay()); ++i)
        paintDay(painter, cell(i), firstDay().addDays(i));
}

void CalendarView::paintDay(QPainter& painter, const QRect& box, QDate day) const
{
    const Colors& colors = colorsOf(palette());
    const bool isCurrent = day == m_day;
    const bool outside = m_span == Span::Month && day.month() != m_day.month();
    painter.setPen(
        QPen(isCurrent && hasFocus() ? colors.accentText : colors.border, isCurrent && hasFocus() ? 1.5 : 1));
    painter.setBrush(isCurrent ? colors.accentSoft : outside ? colors.window : colors.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
    const QRect inside = box.adjusted(8, 6, -6, -4);
    QFont strong = font(), small = font();
    small.setPixelSize(12);
    strong.setWeight(QFont::DemiBold);
    painter.setFont(day == m_today ? strong : font());
    painter.setPen(day == m_today ? colors.accentText : outside ? colors.muted : colors.text);
    painter.drawText(inside, Qt::AlignLeading | Qt::AlignTop, QLocale().toString(day.day()));
    painter.setFont(small);
    const QList<CalendarEntry> entries = m_days.value(day);
    const int room = qMax(0, (inside.height() - 20) / lineHeight);
    const int shown = entries.size() <= room ? static_cast<int>(entries.size()) : qMax(0, room - 1);
    for (int i = 0; i < shown; ++i) {
        const CalendarEntry& entry = entries[i];
        const QRect line(inside.left(), inside.top() + 20 + i * lineHeight, inside.width(), lineHeight);
        painter.setPen(entry.done ? colors.muted : day < m_today ? colors.danger : colors.text);
        painter.drawText(line, Qt::AlignLeading | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(lineOf(entry), Qt::ElideRight, line.width()));
    }
    if (shown < entries.size() && inside.height() >= 36) {
        painter.setPen(colors.muted);
        painter.drawText(QRect(inside.left(), inside.top() + 20 + shown * lineHeight, inside.width(), lineHeight),
                         Qt::AlignLeading | Qt::AlignVCenter,
                         tr("%n more", nullptr, static_cast<int>(entries.size()) - shown));
    }
}

void CalendarView::goTo(QDate day)
{
    const QDate first = firstDay();
    m_day = day;
    name();
    if (first != firstDay())
        Q_EMIT moved();
}

void CalendarView::keyPressEvent(QKeyEvent* event)
{
    const int ahead = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Right: goTo(m_day.addDays(ahead)); return;
    case Qt::Key_Left: goTo(m_day.addDays(-ahead)); return;
    case Qt::Key_Down: goTo(m_day.addDays(columns)); return;
    case Qt::Key_Up: goTo(m_day.addDays(-columns)); return;
    case Qt::Key_PageDown: goTo(m_span == Span::Week ? m_day.addDays(columns) : m_day.addMonths(1)); return;
    case Qt::Key_PageUp: goTo(m_span == Span::Week ? m_day.addDays(-columns) : m_day.addMonths(-1)); return;
    case Qt::Key_Home: goTo(m_today); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT opened(m_day); return;
    default: QWidget::keyPressEvent(event);
    }
}

void CalendarView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (const QDate day = dayAt(event->position().toPoint()); day.isValid())
        goTo(day);
}

void CalendarView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const QDate day = dayAt(event->position().toPoint()); day.isValid())
        Q_EMIT opened(day);
}

void CalendarView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void CalendarView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace satchel::ui
