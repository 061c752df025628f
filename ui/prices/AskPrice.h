// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include "core/sales/PriceExplanation.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace satchel::ui {

class RecordChooser;

/// What a product costs a customer, and why: every step, and why the lists that were asked before had no price.
/// Window's thread.
class AskPrice final : public QWidget {
    Q_OBJECT
public:
    AskPrice(const Desk& desk, QWidget* parent);
    void setProduct(const Id& product);
    void refresh();
    void focusLine();

private:
    struct Answer {
        sales::PriceExplanation explanation;
        QStringList lines = {}; ///< how the price came about
        QStringList free = {};
        QString price = {};
    };
    static Result<Answer> answer(Replica& replica, const sales::PriceQuestion& question);
    void ask();
    void show(const Result<Answer>& answer);
    void addLines(const QString& heading, const QStringList& lines);

    const Desk& m_desk;
    RecordChooser* m_customer;
    RecordChooser* m_product;
    QLineEdit* m_quantity;
    QLineEdit* m_day;
    QLabel* m_price;
    QLabel* m_trouble;
    QVBoxLayout* m_why;
    std::uint64_t m_asked = 0;
};

} // namespace satchel::ui
