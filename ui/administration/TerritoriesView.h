// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/administration/AdminView.h"
#include "ui/deals/DealPanel.h"

class QComboBox;
class QLineEdit;

namespace satchel::ui {

/// The tree of territories: N adds one below the chosen one, Enter renames, M moves, Delete retires one that is empty,
/// G gives away what lies in it.
class TerritoriesView final : public AdminView {
    Q_OBJECT
public:
    TerritoriesView(const Desk& desk, ServerView& server, QWidget* parent);
    void show(const DirectoryRows& rows) override;
    void serverChanged() override {}
    void add();

private:
    [[nodiscard]] const DirectoryRows::Territory* current() const;
    void edit(bool move);
    void retire();

    DirectoryRows m_rows;
    std::vector<Id> m_ids;
};

/// One territory: its name, its code, where it lies. Needs no server.
class TerritoryPanel final : public DealPanel {
    Q_OBJECT
public:
    /// `move`: it is opened for another place in the tree.
    TerritoryPanel(const Desk& desk, const sales::TerritoryNode& node, const DirectoryRows& rows, bool move,
                   QWidget* parent);
    void begin() override;

private:
    void save();

    sales::TerritoryNode m_node;
    bool m_move;
    QLineEdit* m_name;
    QLineEdit* m_code;
    QComboBox* m_parent;
};

} // namespace satchel::ui
