// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "ui/quotes/QuoteSheet.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace satchel::ui {

/// What stands below the lines: at the leading side what to know before the quote goes out, at the trailing side what
/// it comes to, with the discount of the whole. Window's thread.
class QuoteFoot final : public QFrame {
    Q_OBJECT
public:
    explicit QuoteFoot(QWidget* parent);

    void show(const QuoteSheet& sheet);
    void setNotes(const std::vector<QuoteNote>& notes);
    /// What it all comes to, as it is shown.
    [[nodiscard]] QString totalWord() const { return m_total; }
    /// Another quote: what was refused in the last one is not of this one.
    void forget();
    /// Why the discount that stands in it was not taken; "": there is none.
    [[nodiscard]] QString trouble() const;
    void focusDiscount();

Q_SIGNALS:
    void discountTyped(const satchel::Decimal& percent, const satchel::Decimal& amount);
    void lineWanted(const satchel::Id& line);
    /// The focus should go back to the lines.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void save();
    void complain(const QString& sentence, QLineEdit* edit);
    void showTotals(const QuoteSheet& sheet);
    void buildTotals(const QuoteSheet& sheet);
    void showNotes();

    struct Amount {
        QString name;
        bool strong;
        QLabel* label;
    };
    std::vector<Amount> m_amounts;
    std::vector<QWidget*> m_rest; ///< what stands below the discount
    QString m_shownTrouble;
    std::string m_currency;
    QString m_total;
    QString m_savedPercent;
    QString m_savedAmount;
    std::vector<QuoteNote> m_notes;
    bool m_allNotes = false;
    QVBoxLayout* m_noteRows;
    QGridLayout* m_totals;
    QLabel* m_sum;
    QLabel* m_discount;
    QLineEdit* m_percent;
    QLineEdit* m_amount;
    QLabel* m_trouble;
};

} // namespace satchel::ui
