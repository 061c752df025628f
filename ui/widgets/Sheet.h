// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

namespace satchel::ui {

/// A plain table of some hundred rows to be read: rows are chosen by arrows, numbers stand in columns of their own with
/// figures of one width. The column that `wide` names takes the room that is left.
class Sheet final : public QTableWidget {
    Q_OBJECT
public:
    Sheet(const QString& name, const QStringList& heads, int wide, QWidget* parent);

    /// From this call on the column holds numbers.
    void setFigures(int column);
    /// Cells of one row; answers its index.
    int addRow(const QStringList& cells);
    void clearRows() { setRowCount(0); }
    /// As many rows high as it has, up to `most`.
    void fitHeight(int most);
};

} // namespace satchel::ui
