// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/Import.h"

#include <QAbstractTableModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace satchel::ui {

/// The rows of a file that cannot be taken, all of them, narrowed by letters. Window's thread.
class RejectsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Line, Reason, Cells, Columns };
    using QAbstractTableModel::QAbstractTableModel;
    void show(std::vector<RejectedRow> rows);
    void narrow(const QString& letters);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<RejectedRow> m_rows;
    std::vector<std::size_t> m_chosen;
    QString m_letters;
};

/// These rows with their number and reason, and the button that writes them beside the file. Window's thread.
class RejectsView final : public QWidget {
    Q_OBJECT
public:
    explicit RejectsView(QWidget* parent);
    void show(const QString& sentence, const std::vector<RejectedRow>& rows);
    void focusTable();

Q_SIGNALS:
    void saveWanted();

private:
    RejectsModel* m_model;
    QLabel* m_sentence;
    QLineEdit* m_letters;
    QTableView* m_table;
};

} // namespace satchel::ui
