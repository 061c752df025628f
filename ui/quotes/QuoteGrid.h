// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quotes/QuoteDelegate.h"

#include <QTableView>

namespace satchel::ui {

/// The lines of a quote like a spreadsheet: typing begins to edit a cell, Enter, Tab and arrows go on, rows are what is
/// selected. Knows nothing of what a key does to the quote; that is in QuoteTyping and QuoteRowDeeds. Window's thread.
class QuoteGrid final : public QTableView {
    Q_OBJECT
public:
    QuoteGrid(QuoteModel& model, ReplicaReader& reader, QWidget* parent);

    void setAccount(const Id& account) { m_delegate->setAccount(account); }
    void setMargins(bool known);
    /// Lines and groups that are selected, in their order.
    [[nodiscard]] std::vector<Id> selectedRows() const;
    [[nodiscard]] Id currentRow() const;
    [[nodiscard]] QuoteColumn currentColumn() const;
    void goTo(const Id& row, QuoteColumn column);
    void goToEntry();
    /// Where Enter and Tab lead from the product that was just typed into the entry row.
    void setNext(const Id& line, bool quantityGiven);
    /// Goes to a row as soon as it is there; `editing`: and begins to edit it.
    void awaitRow(const Id& row, QuoteColumn column, bool editing);
    /// Begins to edit where the person is.
    void editCurrent();
    [[nodiscard]] bool isEditing() const { return state() == EditingState; }
    /// Does something that changes rows; whoever was selected or current stays so.
    void keeping(const std::function<void()>& change);
    void select(const std::vector<Id>& rows);

Q_SIGNALS:
    void currentRowChanged(const satchel::Id& row);
    void deleteWanted();
    void toggleWanted();
    /// Rows of a spreadsheet.
    void pasteWanted(const QString& text);
    /// Esc where a refused value stands: it is to be forgotten.
    void forgetWanted();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyboardSearch(const QString&) override {}

private:
    void put(const QModelIndex& index);
    void go(QuoteDelegate::Way way);
    void step(int by);
    [[nodiscard]] bool isWrongHere() const;
    void fitColumns();
    void copy() const;
    void paste();
    void arrive();

    QuoteModel& m_model;
    QuoteDelegate* m_delegate;
    bool m_margins = false;
    Id m_next;
    bool m_quantityGiven = false;
    Id m_awaited;
    QuoteColumn m_awaitedColumn = QuoteColumn::Code;
    bool m_awaitedEditing = false;
};

} // namespace satchel::ui
