// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/CustomerValue.h"
#include "ui/records/DetailCard.h"

class QLabel;
class QVBoxLayout;

namespace satchel::ui {

class BarChart;

/// What an account and its sites were worth, year by year, and the promotions they were given. Window's thread.
class BusinessCard final : public DetailCard {
    Q_OBJECT
public:
    BusinessCard(const Desk& desk, QWidget* parent);
    void show(const Id& account) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void display(const Result<sales::CustomerBusiness>& business);
    void drawChart();

    const Desk& m_desk;
    std::uint64_t m_asked = 0;
    sales::CustomerValue m_value;
    QLabel* m_total;
    QLabel* m_about;
    BarChart* m_chart;
    QVBoxLayout* m_promotions;
};

} // namespace satchel::ui
