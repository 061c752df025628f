// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/ListColumns.h"

#include <QTableView>
#include <QTimer>

namespace satchel::ui {

/// The rows of a list, with a head over them where there are columns. Arrows move; Shift with arrows or a click, Ctrl
/// with a click or Space, and Ctrl+A mark; Esc takes the marks away; Left, Right and Space close and open a heading.
/// The head sorts by a click and is moved and widened with the mouse. Window's thread.
class ListTable final : public QTableView {
    Q_OBJECT
public:
    ListTable(RecordListModel* model, const QString& name, QWidget* parent);

    /// The widths of the name's column and the others; shows the head where there are others.
    void showColumns(int nameWidth, const std::vector<int>& widths);
    [[nodiscard]] int nameWidth() const { return columnWidth(0); }
    /// The columns as they stand now, by their place before they were moved.
    [[nodiscard]] std::vector<int> order() const;
    void showSort(int column, bool descending);
    /// After the rows have become others.
    void layOutHeadings();

Q_SIGNALS:
    void sortWanted(int column);
    /// Columns were moved or widened with the mouse.
    void columnsShaped();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    bool extend(QKeyEvent* event);
    bool openOrClose(int key);
    void toggle(int row);

    RecordListModel* m_rows;
    int m_anchor = -1; ///< where the range being marked began
    int m_end = -1;
    bool m_shaping = false;
    QTimer m_shaped;
};

} // namespace satchel::ui
