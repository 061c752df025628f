// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Orders.h"
#include "ui/records/DetailCard.h"

class QPushButton;
class QVBoxLayout;

namespace satchel::ui {

/// What an account and its sites have bought: when, how much, at what price, by which promotion. The newest ones, or
/// all of the last years.
class PurchasesCard final : public DetailCard {
    Q_OBJECT
public:
    PurchasesCard(const Desk& desk, QWidget* parent);
    void show(const Id& account) override;

private:
    void ask();
    void display(const Result<std::vector<sales::Purchase>>& purchases);
    [[nodiscard]] QPushButton* makeRow(const sales::Purchase& purchase);

    const Desk& m_desk;
    Id m_account;
    std::size_t m_limit;
    std::uint64_t m_asked = 0;
    QVBoxLayout* m_rows;
    QPushButton* m_more;
};

} // namespace satchel::ui
