// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Orders.h"
#include "ui/fields/RecordForm.h"
#include "ui/models/Desk.h"
#include "ui/models/ShownRecord.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace satchel::ui {

class EmptyState;
class Sheet;

/// One order: how it stands, whose it is, what of it may still be changed, its lines with prices and the promotion that
/// closed them, and how its status went. All data come with one question to the reader. Window's thread.
class OrderView final : public QWidget {
    Q_OBJECT
public:
    OrderView(const Desk& desk, QWidget* parent);

    void show(const Id& order);
    void refresh();
    void focusFirst();
    /// Saves what is being typed.
    void finish();
    [[nodiscard]] Id shownId() const { return m_id; }
    [[nodiscard]] QString title() const { return m_title; }

Q_SIGNALS:
    void openRequested(satchel::RowKey row);
    void loaded();

private:
    struct Data {
        sales::OrderSheet sheet;
        ShownRecord shown;
        QString quote; ///< its name; "" for none
        struct Stage {
            QString status, when, who;
        };
        std::vector<Stage> stages;
    };
    static Result<Data> load(Replica& replica, const Id& order, Milliseconds now);
    [[nodiscard]] QWidget* makeHeader(QWidget* parent);
    [[nodiscard]] QWidget* makeLines(QWidget* parent);
    void display(const Result<Data>& content);
    void displayHeader(const Data& content);
    void displayLines(const Data& content);
    void displayStages(const Data& content);

    const Desk& m_desk;
    Id m_id;
    Id m_account, m_quote;
    QString m_title;
    std::uint64_t m_asked = 0;
    QScrollArea* m_scroll;
    EmptyState* m_empty;
    QLabel* m_number = nullptr;
    QHBoxLayout* m_pills = nullptr;
    QLabel* m_facts = nullptr;
    QPushButton* m_customer = nullptr;
    QPushButton* m_from = nullptr;
    RecordForm* m_form = nullptr;
    Sheet* m_lines = nullptr;
    QLabel* m_totals = nullptr;
    QVBoxLayout* m_stages = nullptr;
};

} // namespace satchel::ui
