// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Merging.h"
#include "core/sales/Twins.h"
#include "ui/models/ShownRecord.h"

#include <QAbstractTableModel>
#include <QIcon>

namespace satchel::ui {

/// Two records as they are set side by side; made on a worker thread.
struct TwinSheet {
    ShownRecord first;
    ShownRecord second;
    std::vector<sales::Hanging> firstHas;
    std::vector<sales::Hanging> secondHas;
    std::vector<sales::Alike> by;
    bool found = false;
};

/// The rows of a merge: which record stays, what belongs to each (all of it comes along), then field by field what is
/// kept, marked by a tick and not by colour alone. Columns: the field, the first record, the second. Window's thread.
class MergeModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int staysRow = 0;
    static constexpr int belongsRow = 1;
    static constexpr int firstLine = 2;

    explicit MergeModel(QObject* parent) : QAbstractTableModel(parent) {}
    void show(const TwinSheet& sheet, Role role);
    [[nodiscard]] const sales::Merging& merging() const { return m_merging; }
    [[nodiscard]] const TwinSheet& sheet() const { return m_sheet; }

    /// Whether this row's value of the column (1 or 2) is kept; both may be.
    [[nodiscard]] bool isKept(int row, int column) const;
    [[nodiscard]] bool mayBeBoth(int row) const;
    void choose(int row, sales::Merging::Take take);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textAt(int row, int column) const;
    [[nodiscard]] const sales::Merging::Line* lineAt(int row) const;

    sales::Merging m_merging;
    TwinSheet m_sheet;
    bool m_shown = false;
};

} // namespace satchel::ui
