// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/prices/Difference.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QTableView;

namespace satchel::ui {

class DifferenceModel;

/// What is different between two states of a list: a sentence, the changes (by kind, by letters, sorted by any column),
/// and the open quotes they touch; Enter opens one. Window's thread.
class DifferenceView final : public QWidget {
    Q_OBJECT
public:
    explicit DifferenceView(QWidget* parent);
    void show(const SharedDifference& difference);
    void clear(const QString& sentence);
    void focusTable();

Q_SIGNALS:
    void quoteWanted(const satchel::Id& quote);
    void askWanted(const satchel::Id& product);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow();
    void showQuotes(const Difference& difference);
    void openQuote();

    DifferenceModel* m_model;
    QLabel* m_sentence;
    QWidget* m_bar;
    QComboBox* m_what;
    QLineEdit* m_letters;
    QTableView* m_table;
    QLabel* m_touched;
    QListWidget* m_quotes;
};

} // namespace satchel::ui
