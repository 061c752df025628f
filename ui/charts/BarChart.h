// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

#include <vector>

class QChartView;

namespace satchel::ui {

/// A small bar chart for a card, drawn by Qt Charts, which nobody outside of this room includes. What it shows is also
/// said in words for whoever does not see it. Window's thread.
class BarChart final : public QWidget {
    Q_OBJECT
public:
    struct Bar {
        QString label;
        double value = 0;
        QString words; ///< the value as it is spoken: "2025: 12,400 EUR"
    };
    struct Paint {
        QColor bar;
        QColor text;
        QColor line;
        QColor ground;
    };
    BarChart(const QString& name, QWidget* parent);
    void show(const std::vector<Bar>& bars, const Paint& paint);
    [[nodiscard]] QSize sizeHint() const override { return {240, 150}; }

private:
    QString m_name;
    QChartView* m_view;
};

} // namespace satchel::ui
