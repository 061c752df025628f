// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/models/RecordListModel.h"
#include "ui/records/ColumnPanel.h"
#include "ui/records/SavedLists.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSplitter;
class QVBoxLayout;

namespace satchel::ui {

class BulkPanel;
class ConditionPanel;
class EmptyState;
class ExportPanel;
class ListTable;
class PeekPanel;

/// A choice above a list: which rows, in which order.
struct ListChoice {
    QString id; ///< remembered over restarts
    QString name;
    std::vector<Filter> filters = {};
    std::optional<std::size_t> orderBy = std::nullopt;
    bool descending = false;
};

/// A list of one kind of record: filter box, choice of rows (fixed ones, saved ones, conditions of one's own), the rows
/// themselves with columns and headings, their number, and what is done with many of them. Arrows move, Enter opens,
/// Space peeks,
/// "/" goes to the filter box and Esc comes back. Ctrl+Shift+F conditions, Ctrl+Shift+C columns, Ctrl+Shift+E changes
/// what is marked, Ctrl+E exports. Window's thread.
class ListPane final : public QWidget {
    Q_OBJECT
public:
    /// `exported`: the list has no way of its own to become a file.
    ListPane(const Desk& desk, const Entity& entity, std::vector<ListChoice> choices, QWidget* parent,
             bool exported = true);

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
    /// Filter, choice, conditions, columns with their widths, order, headings.
    void save(QSettings& settings, const QString& group) const;
    void restore(const QSettings& settings, const QString& group);

Q_SIGNALS:
    void currentChanged(const satchel::Id& id);
    void opened(const satchel::Id& id);
    void deleteRequested(const satchel::Id& id);
    void stateChanged();
    /// Columns were added: this many pixels would show them all.
    void roomWanted(int width);
    void notice(const QString& sentence, bool undoable);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // ListPane.cpp: the list
    void buildBars();
    void ask();
    [[nodiscard]] Query query() const;
    void showLoaded(bool fresh);
    void announceCurrent();
    void addKeys();
    void showPanel(QWidget* panel);
    void closePanels();
    bool peekKey(int key);

    // ListPaneChoices.cpp: which rows, and how they are shown
    void fillChoices();
    void readSaved();
    void choose();
    [[nodiscard]] const SavedList* savedNow() const;
    [[nodiscard]] const ListChoice* fixedNow() const;
    void setChoice(const QString& id);
    void editConditions();
    void takeConditions(const std::vector<Condition>& conditions);
    void saveList(const QString& name, bool anew);
    void deleteList();
    void takeShape(const ColumnPanel::Shape& shape);
    void editColumns();
    void applyShape();
    void sortBy(int column);
    void takeMouseShape();
    void showMarks();
    void changeMarked();
    void exportList();
    [[nodiscard]] ListBody body() const;

    const Desk& m_desk;
    const Entity& m_entity;
    std::vector<ListChoice> m_choices;
    bool m_exported;
    RecordListModel* m_model;
    QLineEdit* m_filter;
    QComboBox* m_choice;
    ListTable* m_table;
    QLabel* m_count;
    QFrame* m_marks = nullptr;
    QLabel* m_marksSaid = nullptr;
    QPushButton* m_change = nullptr;
    QLabel* m_said;
    EmptyState* m_empty;
    PeekPanel* m_peek;
    QVBoxLayout* m_panels;
    ConditionPanel* m_conditionPanel = nullptr;
    ColumnPanel* m_columnPanel = nullptr;
    BulkPanel* m_bulkPanel = nullptr;
    ExportPanel* m_exportPanel = nullptr;
    QString m_emptyHint;
    std::vector<SavedList> m_saved;
    QString m_wanted;                    ///< a saved list that is not here yet
    std::vector<Condition> m_conditions; ///< of a saved list, or of one's own
    ColumnPanel::Shape m_shape;
    int m_nameWidth = 0;
    Id m_current;
    bool m_filling = false;
    QTimer m_settle;
};

/// Widens a list that stands before its record to `wanted` pixels, as far as the record's smallest width allows.
void giveListRoom(QSplitter& splitter, int wanted);

} // namespace satchel::ui
