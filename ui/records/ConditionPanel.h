// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Condition.h"
#include "ui/models/Desk.h"
#include "ui/records/ListPanel.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace satchel::ui {

class ConditionRow;

/// Builds what a list shows, condition by condition; the list follows while it is built. A name keeps it, for this
/// person's other laptops too. Enter in a value adds the next condition, Esc closes. Window's thread.
class ConditionPanel final : public ListPanel {
    Q_OBJECT
public:
    ConditionPanel(const Desk& desk, const Entity& entity, QWidget* parent);

    /// `saved`: the name of the saved list it is about, "" for none.
    void edit(const std::vector<Condition>& conditions, const QString& saved);
    void begin();

Q_SIGNALS:
    void changed(const std::vector<satchel::Condition>& conditions);
    /// Under this name: the saved list it is about gets it, or a new one is made.
    void saveWanted(const QString& name, bool anew);
    void deleteWanted();

private:
    ConditionRow* addRow();
    void remove(ConditionRow* row);
    void fit();
    void orderTabs();
    void tell();
    void save(bool anew);

    const Desk& m_desk;
    const Entity& m_entity;
    QScrollArea* m_room;
    QVBoxLayout* m_rows;
    std::vector<ConditionRow*> m_all;
    QToolButton* m_leave;
    QPushButton* m_more;
    QLabel* m_trouble;
    QLineEdit* m_name;
    QPushButton* m_save;
    QPushButton* m_saveNew;
    QPushButton* m_delete;
    QString m_saved;
    QTimer m_settle;
    bool m_filling = false;
};

} // namespace satchel::ui
