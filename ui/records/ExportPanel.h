// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/models/RecordListModel.h"
#include "ui/records/ListColumns.h"
#include "ui/records/ListPanel.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace satchel::ui {

class FileLinks;

/// Writes what a list shows, with its columns and in its order, or the marked rows of it, as a spreadsheet or as CSV,
/// batch by batch, so that the list can be used meanwhile; it can be stopped, and then there is no file. Window's
/// thread.
class ExportPanel final : public ListPanel {
    Q_OBJECT
public:
    ExportPanel(const Desk& desk, const Entity& entity, QWidget* parent);

    /// `rows`: of the whole list; `marked`: those of `marks`, which are offered first.
    void ask(const Query& query, const std::vector<ListColumn>& columns, std::int64_t rows, const RowMarks& marks,
             std::int64_t marked);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Work;
    void begin(TableFormat format);
    void next();
    void showTitle();
    [[nodiscard]] std::int64_t rowsWanted() const;
    void end(const QString& sentence, const QStringList& files);

    const Desk& m_desk;
    const Entity& m_entity;
    Query m_query;
    std::vector<ListColumn> m_columns;
    std::int64_t m_rows = 0;
    RowMarks m_marks;
    std::int64_t m_marked = 0;
    std::shared_ptr<Work> m_work; ///< its file is touched on the reader's thread
    QLabel* m_title;
    QCheckBox* m_onlyMarked;
    QLabel* m_trouble;
    QProgressBar* m_progress;
    QPushButton* m_workbook;
    QPushButton* m_csv;
    QPushButton* m_stop;
    FileLinks* m_files;
};

} // namespace satchel::ui
