// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/ExportPanel.h"

#include "ui/deals/PaperFiles.h"
#include "ui/widgets/FileLinks.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <atomic>

namespace satchel::ui {

namespace {

constexpr int rowsAtOnce = 1'000;
constexpr int mostFileNames = 1'000;

// A name that is not taken: "Accounts 2026-11-22 - 2.xlsx".
QString freePath(const QString& name, const QString& ending)
{
    const QDir folder(papersFolder());
    QString path = folder.filePath(QStringLiteral("%1.%2").arg(name, ending));
    for (int i = 2; QFileInfo::exists(path) && i < mostFileNames; ++i)
        path = folder.filePath(QStringLiteral("%1 - %2.%3").arg(name, QString::number(i), ending));
    return path;
}

QString exportTrouble(const Error& error, const std::string& path)
{
    if (error.kind == ErrorKind::TooLarge)
        return ExportPanel::tr("A spreadsheet holds 1,048,576 rows and this list is longer. Write it as CSV, or narrow "
                               "it first.");
    if (error.kind == ErrorKind::Full)
        return ExportPanel::tr("The file %1 cannot be written. Is there room on the disk, and may you write there?")
            .arg(toQString(path));
    return toQString(error.message);
}

} // namespace

struct ExportPanel::Work {
    std::string path;
    TableFormat format = TableFormat::Workbook;
    std::vector<std::string> heads;
    std::string sheet;
    std::unique_ptr<TableFile> file;
    Query query;
    std::vector<ListColumn> columns;
    std::optional<RowMarks> marks; ///< only these
    std::int64_t wanted = 0;       ///< as many as there were
    std::int64_t rows = 0;
    bool whole = false;
    std::atomic<bool> stopped = false;

    Status go(Replica& replica)
    {
        if (!file) {
            SATCHEL_ASSIGN(file, TableFile::create(path, format, heads, sheet));
        }
        SATCHEL_ASSIGN(const auto page, replica.list(query));
        for (const Record& record : page.rows) {
            if (marks && !marks->isMarked(record.id))
                continue;
            SATCHEL_TRY(file->add(fileCells(replica, record, columns)));
            ++rows;
        }
        query.after = page.next;
        const bool foundAll = marks && !marks->all && rows >= wanted; // a few of a million rows
        if (!page.next.empty() && !foundAll)
            return Ok{};
        SATCHEL_TRY(file->finish());
        whole = true;
        return Ok{};
    }
};

ExportPanel::ExportPanel(const Desk& desk, const Entity& entity, QWidget* parent)
    : ListPanel(tr("Export"), parent),
      m_desk(desk),
      m_entity(entity),
      m_title(makeLabel({}, "heading", this)),
      m_onlyMarked(new QCheckBox(this)),
      m_trouble(makeLabel({}, "danger", this)),
      m_progress(new QProgressBar(this)),
      m_workbook(makeButton(tr("Spreadsheet"), "primary", this, QKeySequence(Qt::Key_Return))),
      m_csv(makeButton(tr("CSV"), "", this)),
      m_stop(makeButton(tr("Stop"), "", this)),
      m_files(new FileLinks(this))
{
    QToolButton* leaving = makeIconButton(QStringLiteral("x"), tr("Close"), this, QKeySequence(Qt::Key_Escape));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    wrap(m_title);
    wrap(m_trouble);
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, 0, 0, 8);
    head->addWidget(m_title, 1);
    head->addWidget(leaving);
    auto* buttons = new FlowLayout(8);
    buttons->addWidget(m_workbook);
    buttons->addWidget(m_csv);
    buttons->addWidget(m_stop);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 12, 8, 12, 12, 8);
    layout->addLayout(head);
    layout->addWidget(m_onlyMarked);
    layout->addLayout(buttons);
    layout->addWidget(m_progress);
    layout->addWidget(m_trouble);
    layout->addWidget(m_files);
    connect(m_workbook, &QPushButton::clicked, this, [this] { begin(TableFormat::Workbook); });
    connect(m_csv, &QPushButton::clicked, this, [this] { begin(TableFormat::Csv); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_work)
            m_work->stopped = true;
    });
    connect(m_onlyMarked, &QCheckBox::toggled, this, &ExportPanel::showTitle);
    connect(leaving, &QToolButton::clicked, this, &ExportPanel::closed);
}

std::int64_t ExportPanel::rowsWanted() const
{
    return m_onlyMarked->isChecked() ? m_marked : m_rows;
}

void ExportPanel::showTitle()
{
    m_title->setText(tr("Export %Ln rows as", nullptr, static_cast<int>(rowsWanted())));
}

void ExportPanel::ask(const Query& query, const std::vector<ListColumn>& columns, std::int64_t rows,
                      const RowMarks& marks, std::int64_t marked)
{
    show();
    if (m_work) // it is still at it
        return;
    m_query = query;
    m_query.limit = rowsAtOnce;
    m_query.after.clear();
    m_columns = columns.empty() ? usualColumns(m_entity) : columns;
    m_rows = rows;
    m_marks = marks;
    m_marked = marked;
    const QString only = tr("Only the %Ln marked", nullptr, static_cast<int>(marked));
    m_onlyMarked->setText(only);
    m_onlyMarked->setAccessibleName(only);
    m_onlyMarked->setChecked(marked > 0);
    m_onlyMarked->setVisible(marked > 0);
    showTitle();
    m_files->hide();
    end({}, {});
    m_workbook->setFocus(Qt::OtherFocusReason);
}

void ExportPanel::begin(TableFormat format)
{
    if (m_work)
        return;
    const QString folder = papersFolder();
    if (!QDir().mkpath(folder)) {
        end(tr("The folder %1 cannot be made. Choose another one.").arg(folder), {});
        return;
    }
    const QString name =
        QStringLiteral("%1 %2").arg(entitiesWord(m_entity), toQString(localDay(m_desk.environment.now())));
    m_work = std::make_shared<Work>();
    m_work->format = format;
    m_work->path =
        fromQString(freePath(name, format == TableFormat::Csv ? QStringLiteral("csv") : QStringLiteral("xlsx")));
    m_work->sheet = fromQString(entitiesWord(m_entity));
    m_work->heads = {fromQString(tr("Name"))};
    for (const ListColumn& column : m_columns)
        m_work->heads.push_back(fromQString(columnWord(m_entity, column)));
    m_work->query = m_query;
    m_work->columns = m_columns;
    m_work->marks = m_onlyMarked->isChecked() ? std::optional(m_marks) : std::nullopt;
    m_work->wanted = rowsWanted();
    m_trouble->hide();
    m_files->hide();
    m_progress->setMaximum(static_cast<int>(qMax<std::int64_t>(1, rowsWanted())));
    m_progress->setValue(0);
    m_progress->show();
    m_stop->show();
    m_workbook->hide();
    m_csv->hide();
    m_stop->setFocus(Qt::OtherFocusReason);
    next();
}

void ExportPanel::next()
{
    m_desk.reader.ask(
        this, [work = m_work](Replica& replica) { return work->stopped ? Status(Ok{}) : work->go(replica); },
        [this](const Status& went) {
            const auto work = m_work;
            if (went.ok() && !work->stopped && !work->whole) {
                m_progress->setValue(static_cast<int>(work->rows));
                next();
                return;
            }
            m_work = nullptr;
            if (!went.ok())
                end(exportTrouble(went.error(), work->path), {});
            else if (!work->whole)
                end(tr("Stopped. No file was written."), {});
            else
                end({}, {toQString(work->path)});
            if (work->whole)
                m_files->show(tr("Wrote %Ln rows.", nullptr, static_cast<int>(work->rows)), {toQString(work->path)});
        });
}

void ExportPanel::end(const QString& sentence, const QStringList& files)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
    m_progress->hide();
    m_stop->hide();
    m_workbook->show();
    m_csv->show();
    if (!files.isEmpty() || !sentence.isEmpty())
        m_workbook->setFocus(Qt::OtherFocusReason);
}

void ExportPanel::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_csv->hasFocus())
        begin(TableFormat::Csv);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        begin(TableFormat::Workbook);
    else
        ListPanel::keyPressEvent(event);
}

} // namespace satchel::ui
