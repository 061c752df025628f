// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace satchel::bench {

/// The limit of what a window can do: a program with one label, which says on its standard output when it can be seen.
/// For a process of its own.
int showEmptyWindow(int argc, char** argv);

/// Resident memory of a process in MiB, without the pages of a mapped replica: those are the system's, which takes them
/// back when it needs them.
[[nodiscard]] double residentMegabytes(std::int64_t process);

/// Rows that are their number: the limit of what a list can do.
class NumberModel final : public QAbstractTableModel {
public:
    explicit NumberModel(int rows) : m_rows(rows) {}
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(index.row()) : QVariant();
    }

private:
    int m_rows;
};

} // namespace satchel::bench
