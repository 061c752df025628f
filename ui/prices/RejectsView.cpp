// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/RejectsView.h"

#include "ui/language/Sentences.h"
#include "ui/prices/PriceViews.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

QString cellsOf(const RejectedRow& row)
{
    QStringList cells;
    for (const std::string& cell : row.cells)
        cells << oneLine(toQString(cell), 60);
    return cells.join(QStringLiteral(" | "));
}

} // namespace

void RejectsModel::show(std::vector<RejectedRow> rows)
{
    m_rows = std::move(rows);
    narrow({});
}

void RejectsModel::narrow(const QString& letters)
{
    beginResetModel();
    m_letters = letters;
    m_chosen.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (letters.isEmpty() || sentenceWord(toQString(m_rows[i].reason)).contains(letters, Qt::CaseInsensitive) ||
            cellsOf(m_rows[i]).contains(letters, Qt::CaseInsensitive))
            m_chosen.push_back(i);
    endResetModel();
}

int RejectsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_chosen.size());
}

int RejectsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Columns);
}

QVariant RejectsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const RejectedRow& row = m_rows[m_chosen[static_cast<std::size_t>(index.row())]];
    switch (index.column()) {
    case Line: return numberWord(static_cast<std::int64_t>(row.line));
    case Reason: return sentenceWord(toQString(row.reason));
    case Cells: return cellsOf(row);
    default: return {};
    }
}

QVariant RejectsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Line ? tr("Row") : section == Reason ? tr("Why it cannot be taken") : tr("What stands there");
}

RejectsView::RejectsView(QWidget* parent)
    : QWidget(parent),
      m_model(new RejectsModel(this)),
      m_sentence(makeLabel({}, "danger", this)),
      m_letters(new QLineEdit(this)),
      m_table(makeTable(m_model, tr("Rows that cannot be taken"), this))
{
    wrap(m_sentence);
    m_letters->setPlaceholderText(tr("Filter these rows"));
    m_letters->setAccessibleName(m_letters->placeholderText());
    addLeadingIcon(m_letters, QStringLiteral("list-filter"));
    addClearButton(m_letters);
    QPushButton* save = makeButton(tr("Save these rows"), "", this, QKeySequence(Qt::CTRL | Qt::Key_S));
    m_table->setColumnWidth(RejectsModel::Line, 72);
    m_table->setColumnWidth(RejectsModel::Reason, 360);
    auto* bar = new QHBoxLayout;
    setMargins(bar, 0, 0, 0, 0, 8);
    bar->addWidget(m_letters, 1);
    bar->addWidget(save);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 8);
    layout->addWidget(m_sentence);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    connect(m_letters, &QLineEdit::textChanged, this,
            [this](const QString& letters) { m_model->narrow(letters.trimmed()); });
    connect(save, &QPushButton::clicked, this, &RejectsView::saveWanted);
}

void RejectsView::show(const QString& sentence, const std::vector<RejectedRow>& rows)
{
    m_letters->clear();
    m_sentence->setText(sentence);
    m_model->show(rows);
    m_table->setCurrentIndex(m_model->index(0, 0));
}

void RejectsView::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace satchel::ui
