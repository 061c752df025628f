// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/prices/PriceFile.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;

namespace satchel::ui {

class ColumnMapping;
class DifferenceView;
class EmptyState;
class PublishBar;
class RejectsView;

/// A file with prices becomes a revision, in steps that can be seen: the file, which column is which, what would change
/// or which rows cannot be taken, the day and the note. Nothing is taken unless every row is good; until it is
/// published a draft is on this laptop alone. For administrators; window's thread.
class ImportView final : public QWidget {
    Q_OBJECT
public:
    ImportView(const Desk& desk, PriceJobs& jobs, QWidget* parent);

    void setList(const Id& list, const QString& code);
    /// Looks for a draft, if nothing else is shown.
    void enter();
    /// Reads a file; the old one is forgotten.
    void take(const QString& path);
    void choose();
    /// What the person most likely wants next: look at the rows, or publish.
    void goOn();
    /// Writes the rows that cannot be taken beside the file, with their reasons.
    void saveRejects();
    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    void quoteWanted(const satchel::Id& quote);
    void askWanted(const satchel::Id& product);
    void published(const QString& sentence);
    void said(const QString& sentence);

private:
    enum class Shown { Nothing, Trouble, Rejects, Difference };
    void makeParts();
    void check();
    void checkAgain();
    void mapped();
    void showChecked(const Result<CheckedFile>& checked);
    void showDraft(const FoundDraft& draft);
    void offer(const QString& sentence);
    void showPart(Shown part, const QString& trouble = {});
    void drop();
    void forget();

    const Desk& m_desk;
    PriceJobs& m_jobs;
    Id m_list;
    QString m_code;
    QString m_path;
    SharedTable m_table;
    sales::PriceImportReport m_report;
    QLineEdit* m_file;
    QLabel* m_trouble;
    QWidget* m_columns;
    ColumnMapping* m_mapping;
    QCheckBox* m_keepMissing;
    QPushButton* m_look;
    QPushButton* m_drop;
    EmptyState* m_empty;
    RejectsView* m_rejects;
    DifferenceView* m_difference;
    PublishBar* m_publish;
};

} // namespace satchel::ui
