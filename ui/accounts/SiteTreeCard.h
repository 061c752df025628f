// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/CustomerValue.h"
#include "ui/records/DetailCard.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace satchel::ui {

/// The sites of a company as a tree, the account on the page among them: arrows move and fold, Enter opens. Window's
/// thread.
class SiteTreeCard final : public DetailCard {
    Q_OBJECT
public:
    SiteTreeCard(const Desk& desk, QWidget* parent);
    void show(const Id& account) override;

private:
    void display(const Result<std::vector<sales::SiteNode>>& tree);
    void open(const QTreeWidgetItem* item);
    void fitHeight();

    const Desk& m_desk;
    Id m_account;
    std::uint64_t m_asked = 0;
    std::vector<std::pair<Id, QString>> m_shown;
    QLabel* m_count;
    QTreeWidget* m_tree;
    QLabel* m_empty;
};

} // namespace satchel::ui
