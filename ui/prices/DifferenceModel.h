// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/prices/Difference.h"

#include <QAbstractTableModel>

namespace satchel::ui {

/// The changes of a difference as rows that can be sorted and narrowed; only what is looked at is put into words.
/// Window's thread.
class DifferenceModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Code, Name, What, Before, After, Percent, Columns };
    using QAbstractTableModel::QAbstractTableModel;

    void show(SharedDifference difference);
    /// Of one kind only, or all; with these letters in code or name.
    void narrow(std::optional<Difference::What> what, const QString& letters);
    void sort(int column, Qt::SortOrder order) override;
    [[nodiscard]] Id product(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();
    [[nodiscard]] bool comesBefore(std::size_t a, std::size_t b) const;

    SharedDifference m_difference;
    std::vector<std::size_t> m_chosen; ///< places in the difference, in the order shown
    std::optional<Difference::What> m_what;
    QString m_letters;
    int m_column = Percent;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace satchel::ui
