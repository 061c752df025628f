// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/today/Calendar.h"

#include <QWidget>

namespace satchel::ui {

/// A week or a month as a sheet of days with what is on them. Arrows move from day to day, Page Up and Page Down by a
/// week or month, Home goes to today, Enter or a double click opens the day. Window's thread.
class CalendarView final : public QWidget {
    Q_OBJECT
public:
    enum class Span { Week, Month };
    explicit CalendarView(QWidget* parent);

    void setSpan(Span span);
    [[nodiscard]] Span span() const { return m_span; }
    void setDay(QDate day, QDate today);
    [[nodiscard]] QDate day() const { return m_day; }
    [[nodiscard]] QDate firstDay() const;
    [[nodiscard]] QDate lastDay() const { return firstDay().addDays(m_span == Span::Week ? 6 : 41); }
    void setEntries(const CalendarDays& days);
    /// "December 2026", "30 November – 6 December 2026".
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QSize minimumSizeHint() const override { return {420, 260}; }

Q_SIGNALS:
    /// Other days are shown.
    void moved();
    void opened(QDate day);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRect cell(int place) const;
    [[nodiscard]] QDate dayAt(const QPoint& point) const;
    void paintDay(QPainter& painter, const QRect& box, QDate day) const;
    void goTo(QDate day);
    void name();

    Span m_span = Span::Week;
    QDate m_day;
    QDate m_today;
    CalendarDays m_days;
};

} // namespace satchel::ui
