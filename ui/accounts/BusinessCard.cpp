// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/BusinessCard.h"

#include "ui/charts/BarChart.h"
#include "ui/deals/DealWords.h"
#include "ui/fields/Amounts.h"
#include "ui/theme/Colors.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr std::size_t mostYears = 8;
constexpr std::size_t mostPromotions = 8;
} // namespace

BusinessCard::BusinessCard(const Desk& desk, QWidget* parent)
    : DetailCard(parent),
      m_desk(desk),
      m_total(makeLabel({}, "heading", this)),
      m_about(makeLabel({}, "small", this)),
      m_chart(new BarChart(tr("Net order value by year"), this)),
      m_promotions(new QVBoxLayout)
{
    wrap(m_about);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 12, 16, 12, 4);
    layout->addWidget(makeLabel(tr("Lifetime value"), "section", this));
    layout->addWidget(m_total);
    layout->addWidget(m_about);
    layout->addWidget(m_chart);
    layout->addSpacing(8);
    layout->addWidget(makeLabel(tr("Promotions received"), "section", this));
    setMargins(m_promotions, 0, 0, 0, 0, 2);
    layout->addLayout(m_promotions);
    m_chart->hide();
}

void BusinessCard::show(const Id& account)
{
    m_desk.reader.ask(
        this, [account](Replica& replica) { return sales::businessWith(replica, account); },
        [this, asked = ++m_asked](const Result<sales::CustomerBusiness>& business) {
            if (asked == m_asked)
                display(business);
        });
}

void BusinessCard::display(const Result<sales::CustomerBusiness>& business)
{
    m_value = business.ok() ? business->value : sales::CustomerValue();
    QStringList totals;
    for (const sales::CustomerValue::Sum& sum : m_value.sums)
        totals << moneyWord(sum.net, sum.currency);
    m_total->setText(totals.join(QStringLiteral(" + ")));
    m_total->setVisible(!totals.isEmpty());
    m_about->setText(!business.ok()        ? sentenceOf(business.error())
                     : m_value.orders == 0 ? tr("Nothing ordered yet.")
                                           : tr("Orders: %1, the first on %2, with all sites, without taxes")
                                                 .arg(numberWord(m_value.orders), dayWord(m_value.since)));
    drawChart();
    clearLayout(m_promotions);
    const std::size_t rows = business.ok() ? std::min(business->promotions.size(), mostPromotions) : 0;
    if (rows == 0)
        m_promotions->addWidget(makeLabel(tr("None yet."), "muted", this));
    for (std::size_t i = 0; i < rows; ++i) {
        const sales::ReceivedPromotion& promotion = business->promotions[i];
        QStringList how;
        if (promotion.ordered > 0)
            how << tr("ordered lines: %1").arg(numberWord(promotion.ordered));
        if (promotion.quoted > 0)
            how << tr("quoted lines: %1").arg(numberWord(promotion.quoted));
        how << dayWord(promotion.lastOn);
        auto* row = new QHBoxLayout;
        setMargins(row, 0, 0, 0, 0, 8);
        row->addWidget(new ElidedLabel(oneLine(toQString(promotion.name), 80), "strong", this), 1);
        row->addWidget(makeLabel(how.join(QStringLiteral(" · ")), "small", this));
        m_promotions->addLayout(row);
    }
}

void BusinessCard::drawChart()
{
    std::vector<BarChart::Bar> bars;
    if (!m_value.sums.empty()) {
        const sales::CustomerValue::Sum& sum = m_value.sums.front();
        const std::size_t from = sum.years.size() > mostYears ? sum.years.size() - mostYears : 0;
        for (std::size_t i = from; i < sum.years.size(); ++i) {
            const QString year = QString::number(sum.years[i].year);
            bars.push_back({year, toQString(sum.years[i].net.toString()).toDouble(),
                            QStringLiteral("%1: %2").arg(year, moneyWord(sum.years[i].net, sum.currency))});
        }
    }
    const Colors& colors = colorsOf(palette());
    m_chart->setVisible(!bars.empty());
    if (!bars.empty())
        m_chart->show(bars,
                      {.bar = colors.accent, .text = colors.muted, .line = colors.border, .ground = colors.surface});
}

void BusinessCard::changeEvent(QEvent* event)
{
    DetailCard::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_chart != nullptr && !m_value.sums.empty())
        drawChart();
}

} // namespace satchel::ui
