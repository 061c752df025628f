// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace satchel::ui {

class EmptyState;
class PriceModel;

/// What a list says on a day: filter box, day, the prices, their number. Enter asks what a product costs a customer.
/// Window's thread.
class PriceTable final : public QWidget {
    Q_OBJECT
public:
    PriceTable(const Desk& desk, QWidget* parent);

    void setList(const Id& list, const QString& code);
    void refresh();
    void focusTable();
    void focusFilter();
    [[nodiscard]] std::optional<Id> currentProduct() const;

Q_SIGNALS:
    void askWanted(const satchel::Id& product);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void showLoaded(bool fresh);
    void share();

    const Desk& m_desk;
    Id m_list;
    QString m_code;
    PriceModel* m_model;
    QLineEdit* m_filter;
    QLineEdit* m_day;
    QLabel* m_count;
    QLabel* m_trouble;
    QTableView* m_table;
    EmptyState* m_empty;
};

} // namespace satchel::ui
