// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/ImportView.h"

#include "core/base/Files.h"
#include "ui/prices/ColumnMapping.h"
#include "ui/prices/DifferenceView.h"
#include "ui/prices/PublishBar.h"
#include "ui/prices/RejectsView.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
QString whichColumns()
{
    return ImportView::tr("Say on the left which column has the product and which the price, then press Ctrl+Enter.");
}
} // namespace

ImportView::ImportView(const Desk& desk, PriceJobs& jobs, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_jobs(jobs),
      m_file(new QLineEdit(this)),
      m_trouble(makeLabel({}, "danger", this)),
      m_columns(new QWidget(this)),
      m_mapping(new ColumnMapping(m_columns)),
      m_keepMissing(new QCheckBox(tr("Products the file does not name keep their prices"), m_columns)),
      m_look(makeButton(tr("See what would change"), "primary", m_columns, QKeySequence(Qt::CTRL | Qt::Key_Return))),
      m_drop(makeButton(tr("Throw the draft away"), "quiet", this)),
      m_empty(new EmptyState(
          QStringLiteral("tag"), tr("Drop a price list here"),
          tr("A CSV file or an XLSX workbook. Ctrl+O chooses one. Nobody sees it until you publish."), this)),
      m_rejects(new RejectsView(this)),
      m_difference(new DifferenceView(this)),
      m_publish(new PublishBar(desk, this))
{
    makeParts();
    connect(m_file, &QLineEdit::returnPressed, this, [this] { take(m_file->text().trimmed()); });
    connect(m_look, &QPushButton::clicked, this, &ImportView::check);
    connect(m_keepMissing, &QCheckBox::toggled, this, &ImportView::checkAgain);
    connect(m_mapping, &ColumnMapping::changed, this, &ImportView::mapped);
    connect(m_drop, &QPushButton::clicked, this, &ImportView::drop);
    connect(m_rejects, &RejectsView::saveWanted, this, &ImportView::saveRejects);
    connect(m_difference, &DifferenceView::quoteWanted, this, &ImportView::quoteWanted);
    connect(m_difference, &DifferenceView::askWanted, this, &ImportView::askWanted);
    connect(m_publish, &PublishBar::published, this, [this](const QString& sentence) {
        forget();
        Q_EMIT published(sentence);
    });
    forget();
}

void ImportView::makeParts()
{
    m_file->setPlaceholderText(tr("File with prices (CSV or XLSX)"));
    m_file->setAccessibleName(m_file->placeholderText());
    m_keepMissing->setAccessibleName(m_keepMissing->text());
    wrap(m_trouble);
    QPushButton* chooser = makeButton(tr("Choose a file"), "", this, QKeySequence(Qt::CTRL | Qt::Key_O));
    connect(chooser, &QPushButton::clicked, this, &ImportView::choose);
    auto* bar = new QHBoxLayout;
    setMargins(bar, 0, 0, 0, 0, 8);
    bar->addWidget(m_file, 1);
    bar->addWidget(chooser);
    bar->addWidget(m_drop);
    auto* columns = new QVBoxLayout(m_columns);
    setMargins(columns, 0, 0, 0, 0, 8);
    columns->addWidget(makeLabel(tr("Which column is which"), "section", m_columns));
    columns->addWidget(m_mapping, 1);
    columns->addWidget(m_keepMissing);
    columns->addWidget(m_look, 0, Qt::AlignLeading);
    m_columns->setMaximumWidth(440);
    auto* result = new QVBoxLayout;
    setMargins(result, 0, 0, 0, 0, 8);
    result->addWidget(m_trouble);
    result->addWidget(m_publish);
    result->addWidget(m_rejects, 1);
    result->addWidget(m_difference, 1);
    result->addWidget(m_empty, 1);
    auto* sides = new QHBoxLayout;
    setMargins(sides, 0, 0, 0, 0, 16);
    sides->addWidget(m_columns, 2);
    sides->addLayout(result, 3);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 16, 16, 8, 16);
    layout->addLayout(bar);
    layout->addLayout(sides, 1);
}

void ImportView::setList(const Id& list, const QString& code)
{
    if (list == m_list)
        return;
    m_list = list;
    m_code = code;
    forget();
}

void ImportView::forget()
{
    m_path.clear();
    m_table.reset();
    m_report = {};
    m_file->clear();
    m_columns->hide();
    showPart(Shown::Nothing);
}

void ImportView::showPart(Shown part, const QString& trouble)
{
    m_trouble->setText(trouble);
    m_trouble->setVisible(part == Shown::Trouble);
    m_rejects->setVisible(part == Shown::Rejects);
    m_difference->setVisible(part == Shown::Difference);
    m_drop->setVisible(part == Shown::Difference);
    m_empty->setVisible(part == Shown::Nothing);
    setKind(m_look, part == Shown::Difference ? "" : "primary"); // then publishing comes next
    if (part != Shown::Difference)
        m_publish->withdraw();
}

void ImportView::enter()
{
    m_file->setFocus(Qt::OtherFocusReason);
    if (m_list.isNull() || m_table || m_difference->isVisibleTo(this))
        return;
    m_jobs.run(
        tr("Looking for a draft"), this,
        [list = m_list](Replica& replica, const PriceJobs::Ticket&) { return findDraft(replica, list); },
        [this, list = m_list](const Result<FoundDraft>& draft) {
            if (list != m_list || m_table)
                return;
            if (!draft.ok())
                showPart(Shown::Trouble, toQString(draft.error().message));
            else if (draft->difference)
                showDraft(*draft);
        });
}

void ImportView::showDraft(const FoundDraft& draft)
{
    m_difference->show(draft.difference);
    showPart(Shown::Difference);
    if (draft.difference->rows.empty())
        return m_publish->withdraw(); // there is nothing to publish
    offer(tr("A draft from %1, made %2. %3. Publish it for everybody?")
              .arg(oneLine(draft.source, 80), agoWord(draft.madeAt, m_desk.environment.now()),
                   draft.difference->outcome()));
}

void ImportView::choose()
{
    // Not modal: a file can be chosen while everything else goes on.
    auto* dialog = new QFileDialog(window(), tr("File with prices"), QString(),
                                   tr("Price lists (*.csv *.txt *.xlsx *.xlsm);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportView::take);
    dialog->show();
}

void ImportView::take(const QString& path)
{
    forget();
    if (m_list.isNull()) {
        showPart(Shown::Trouble, tr("There is no price list yet that these prices could be of; N adds one."));
        return;
    }
    if (path.isEmpty())
        return;
    m_path = path;
    m_file->setText(path);
    m_jobs.run(
        tr("Reading the file"), this,
        [path](Replica&, const PriceJobs::Ticket& ticket) { return readPriceFile(path, ticket); },
        [this](const Result<SharedTable>& table) {
            if (!table.ok()) {
                showPart(Shown::Trouble, toQString(table.error().message));
                return;
            }
            m_table = *table;
            m_mapping->show(*m_table);
            m_columns->show();
            check(); // mostly the columns are what they are called
        });
}

void ImportView::check()
{
    if (!m_table || m_list.isNull())
        return;
    if (!m_mapping->isEnough()) {
        showPart(Shown::Trouble, whichColumns());
        return;
    }
    const sales::PriceImport wishes{.columns = m_mapping->wishes(),
                                    .source = fromQString(QFileInfo(m_path).fileName()),
                                    .keepsMissing = m_keepMissing->isChecked()};
    m_jobs.run(
        tr("Looking at every row"), this,
        [list = m_list, table = m_table, wishes](Replica& replica, const PriceJobs::Ticket& ticket) {
            return checkPriceFile(replica, list, table, wishes, ticket);
        },
        [this](const Result<CheckedFile>& checked) { showChecked(checked); });
}

// What was offered does not say what is wished any more; who is choosing keeps the keyboard.
void ImportView::checkAgain()
{
    if (!m_table)
        return;
    m_publish->hold(tr("Looking at every row"));
    check();
}

// Columns are chosen one after the other, and what stands between two choices is not worth a look.
void ImportView::mapped()
{
    m_jobs.stop();
    m_report = {};
    showPart(Shown::Trouble, whichColumns());
}

void ImportView::showChecked(const Result<CheckedFile>& checked)
{
    if (!checked.ok()) {
        showPart(Shown::Trouble, toQString(checked.error().message));
        return;
    }
    m_mapping->keep();
    m_report = checked->report;
    const auto number = [](std::size_t count) { return numberWord(static_cast<std::int64_t>(count)); };
    if (!m_report.rejected.empty()) {
        m_rejects->show(m_report.rejected.size() == 1
                            ? tr("Nothing was taken: one of %1 rows cannot be a price.").arg(number(m_report.rows))
                            : tr("Nothing was taken: %1 of %2 rows cannot be prices.")
                                  .arg(number(m_report.rejected.size()), number(m_report.rows)),
                        m_report.rejected);
        showPart(Shown::Rejects);
        if (!m_keepMissing->hasFocus())
            m_rejects->focusTable();
        return;
    }
    m_difference->show(checked->difference);
    showPart(Shown::Difference);
    if (checked->difference->rows.empty())
        return m_publish->withdraw(); // there is nothing to publish
    offer(tr("All %1 rows are good: %2 prices of %3 products. %4. Publish them for everybody?")
              .arg(number(m_report.rows), number(m_report.prices), number(m_report.products),
                   checked->difference->outcome()));
    if (!m_keepMissing->hasFocus())
        m_publish->focusDay();
}

void ImportView::offer(const QString& sentence)
{
    m_publish->offer(sentence, m_code, [list = m_list](Replica& replica, const sales::Publication& wishes) {
        return sales::publishDraft(replica, list, wishes);
    });
}

void ImportView::goOn()
{
    if (m_publish->isOffered())
        m_publish->publish();
    else
        check();
}

void ImportView::saveRejects()
{
    if (m_report.rejected.empty())
        return;
    const QString path = m_path + QStringLiteral(".rejects.csv");
    m_jobs.run(
        tr("Saving the rows"), this,
        [path, report = m_report](Replica&, const PriceJobs::Ticket&) {
            return writeFile(path.toStdString(), sales::rejectsCsv(report));
        },
        [this, path](const Status& written) {
            Q_EMIT said(written.ok() ? tr("Saved these rows with their reasons as %1.").arg(path)
                                     : toQString(written.error().message));
        });
}

void ImportView::drop()
{
    m_jobs.run(
        tr("Throwing the draft away"), this,
        [list = m_list](Replica& replica, const PriceJobs::Ticket&) { return dropDraft(replica, list); },
        [this](const Status& dropped) {
            forget();
            Q_EMIT said(dropped.ok() ? tr("The draft is gone; nothing was published.")
                                     : toQString(dropped.error().message));
        });
}

void ImportView::save(QSettings& settings) const
{
    m_mapping->save(settings);
}

void ImportView::restore(const QSettings& settings)
{
    m_mapping->restore(settings);
}

} // namespace satchel::ui
