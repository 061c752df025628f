// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/today/Calendar.h"

#include <QWidget>

namespace satchel::ui {

/// The days of one week with what is still to be done on each. Arrows move, Enter or a click chooses the day. Window's
/// thread.
class WeekStrip final : public QWidget {
    Q_OBJECT
public:
    explicit WeekStrip(QWidget* parent);
    void setDays(QDate chosen, QDate today);
    void setLoad(const WeekLoad& load);
    [[nodiscard]] QDate firstDay() const { return weekOf(m_chosen); }
    [[nodiscard]] QSize sizeHint() const override { return {320, 56}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 56}; }

Q_SIGNALS:
    void chosen(QDate day);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRect cell(int place) const;
    [[nodiscard]] qint64 openOn(QDate day) const;
    void name();

    QDate m_chosen;
    QDate m_today;
    int m_cursor = 0;
    WeekLoad m_load;
};

} // namespace satchel::ui
