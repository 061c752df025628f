// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/models/RecordListModel.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace satchel::ui {

class EmptyState;

/// A choice above a list: which rows, in which order.
struct ListChoice {
    QString id; ///< remembered over restarts
    QString name;
    std::vector<Filter> filters = {};
    std::optional<std::size_t> orderBy = std::nullopt;
    bool descending = false;
};

/// A list of one kind of record: filter box, choice of rows, the rows themselves, their number. Arrows move, Enter
/// opens,
/// "/" goes to the filter box and Esc comes back. Window's thread.
class ListPane final : public QWidget {
    Q_OBJECT
public:
    ListPane(const Desk& desk, const Entity& entity, std::vector<ListChoice> choices, QWidget* parent);

    void refresh();
    /// What brings the first record, where it is not the key N.
    void setEmptyHint(const QString& hint) { m_emptyHint = hint; }
    void focusList();
    void focusFilter();
    [[nodiscard]] std::optional<Record> current() const;
    /// Selects the record if it is among the rows that are here (or when they come).
    void select(const Id& id);
    /// The record `by` rows further on than this one; null if there is none among the rows that are here.
    [[nodiscard]] Id neighbour(const Id& id, int by) const;
    [[nodiscard]] const RecordListModel& model() const { return *m_model; }

    [[nodiscard]] QString filterText() const;
    [[nodiscard]] QString choiceId() const;
    void restore(const QString& filter, const QString& choice);

Q_SIGNALS:
    void currentChanged(const satchel::Id& id);
    void opened(const satchel::Id& id);
    void deleteRequested(const satchel::Id& id);
    void stateChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void showLoaded(bool fresh);
    void announceCurrent();

    const Entity& m_entity;
    std::vector<ListChoice> m_choices;
    RecordListModel* m_model;
    QLineEdit* m_filter;
    QComboBox* m_choice;
    QTableView* m_table;
    QLabel* m_count;
    EmptyState* m_empty;
    QString m_emptyHint;
    Id m_current;
    QTimer m_settle;
};

} // namespace satchel::ui
