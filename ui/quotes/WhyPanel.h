// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "ui/models/Desk.h"
#include "ui/quotes/QuoteSheet.h"

#include <QFrame>
#include <QLineEdit>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace satchel::ui {

/// "Why this price" for the line the person is on: how it came about, what each price list says today, what stands
/// against it; and where a price is set by hand or taken back. Window's thread.
class WhyPanel final : public QFrame {
    Q_OBJECT
public:
    WhyPanel(const Desk& desk, QWidget* parent);

    /// Null: the person is on no priced line.
    void show(const QuoteRow* row, const QStringList& notes, const Record& quote, bool editable);
    /// Why the price that stands in it was not taken; "": there is none.
    [[nodiscard]] QString trouble() const;
    void focusPrice() { m_price->setFocus(Qt::OtherFocusReason); }

Q_SIGNALS:
    void priceTyped(const satchel::Id& line, const std::optional<satchel::Decimal>& price);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void askLists(const Record& quote, const QuoteRow& row);
    void save();

    const Desk& m_desk;
    Id m_line;
    QuoteRow m_row;
    std::string m_currency;
    std::uint64_t m_asked = 0;
    QLabel* m_name;
    QVBoxLayout* m_steps;
    QLabel* m_listsHeading;
    QVBoxLayout* m_lists;
    QWidget* m_byHand;
    QLineEdit* m_price;
    QPushButton* m_back;
    QLabel* m_trouble;
};

} // namespace satchel::ui
