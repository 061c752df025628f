// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/BarChart.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <QValueAxis>

namespace satchel::ui {

BarChart::BarChart(const QString& name, QWidget* parent) : QWidget(parent), m_name(name), m_view(new QChartView(this))
{
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->viewport()->setFocusPolicy(Qt::NoFocus);
    m_view->setInteractive(false);
    m_view->setAttribute(Qt::WA_TransparentForMouseEvents); // the wheel scrolls the page
    m_view->setAccessibleName(name);
    setAccessibleName(name);
    setFixedHeight(sizeHint().height());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
}

void BarChart::show(const std::vector<Bar>& bars, const Paint& paint)
{
    auto* chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->hide();
    chart->setAnimationOptions(QChart::NoAnimation);
    auto* set = new QBarSet(m_name);
    set->setColor(paint.bar);
    set->setBorderColor(paint.bar);
    QStringList labels, words;
    double most = 0;
    for (const Bar& bar : bars) {
        *set << bar.value;
        labels << bar.label;
        words << bar.words;
        most = qMax(most, bar.value);
    }
    auto* series = new QBarSeries(chart);
    series->setBarWidth(0.6);
    series->append(set);
    chart->addSeries(series);
    auto* years = new QBarCategoryAxis(chart);
    years->append(labels);
    years->setLabelsColor(paint.text);
    years->setLinePen(paint.line);
    years->setGridLineVisible(false);
    years->setLabelsFont(font());
    years->setReverse(layoutDirection() == Qt::RightToLeft);
    auto* values = new QValueAxis(chart);
    values->setRange(0, most > 0 ? most : 1);
    values->setTickCount(3);
    values->applyNiceNumbers();
    values->setLabelFormat(QStringLiteral("%.0f"));
    values->setLabelsColor(paint.text);
    values->setLabelsFont(font());
    values->setGridLinePen(paint.line);
    values->setLineVisible(false);
    chart->setLocalizeNumbers(true);
    chart->setLocale(QLocale());
    chart->addAxis(years, Qt::AlignBottom);
    chart->addAxis(values, layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    series->attachAxis(years);
    series->attachAxis(values);
    QChart* before = m_view->chart();
    m_view->setBackgroundBrush(paint.ground);
    m_view->setChart(chart);
    delete before;
    const QString spoken = QStringLiteral("%1: %2").arg(m_name, words.join(QStringLiteral(", ")));
    setAccessibleName(spoken);
    m_view->setAccessibleName(spoken);
    setToolTip(words.join(QLatin1Char('\n')));
}

} // namespace satchel::ui
