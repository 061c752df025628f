// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QFrame>
#include <QTableView>

class QLabel;
class QPushButton;

namespace satchel::ui {

class MergeModel;
struct TwinSheet;

/// The table of a merge: Up and Down move over the fields, Left and Right choose which of the two is kept (between them
/// both, where a field can hold both), a click does the same.
class MergeTable final : public QTableView {
    Q_OBJECT
public:
    MergeTable(MergeModel* model, QWidget* parent);
    /// Puts the selection where work begins: on the first field that differs.
    void begin();

Q_SIGNALS:
    void mergeWanted();
    void apartWanted();
    void left();
    void nextWanted(int by);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose(int row, int column);
    void goToRow(int row);

    MergeModel* m_merge;
};

/// Two records side by side with what is kept of each, and what becomes of them: Enter merges, D says that they are
/// different ones. Window's thread.
class MergeView final : public QFrame {
    Q_OBJECT
public:
    MergeView(const Desk& desk, QWidget* parent);
    void show(const TwinSheet& sheet);
    void focusTable();
    [[nodiscard]] MergeTable* table() const { return m_table; }
    [[nodiscard]] MergeModel& model() const { return *m_model; }

Q_SIGNALS:
    void mergeWanted();
    void apartWanted();

private:
    void describe();

    const Desk& m_desk;
    MergeModel* m_model;
    QLabel* m_heading;
    QLabel* m_why;
    MergeTable* m_table;
    QLabel* m_outcome;
    QPushButton* m_merge;
    QPushButton* m_apart;
};

} // namespace satchel::ui
