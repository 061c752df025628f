// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/FieldRow.h"
#include "ui/quotes/QuoteSheet.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace satchel::ui {

/// The head of a quote: number, state, title, and what it is about, edited where it stands. Says why a quote that is no
/// draft cannot be changed. Window's thread.
class QuoteHeader final : public QFrame {
    Q_OBJECT
public:
    QuoteHeader(const Desk& desk, QWidget* parent);

    void show(const QuoteSheet& sheet, const std::string& today);
    void finish();
    void focusFields();
    [[nodiscard]] QString title() const { return m_name; }

Q_SIGNALS:
    void openRequested(satchel::RowKey row);
    void historyRequested();
    void deleteRequested();

private:
    [[nodiscard]] FieldRow* addField(const Desk& desk, const char* field, FieldRow::Layout layout);
    void showState(const QuoteSheet& sheet, const std::string& today);

    QString m_name;
    std::vector<FieldRow*> m_rows; ///< before those who add themselves to it
    QLabel* m_number;
    QHBoxLayout* m_state;
    FieldRow* m_title;
    FieldRow* m_currency = nullptr;
    QFrame* m_locked;
    QLabel* m_why;
};

} // namespace satchel::ui
