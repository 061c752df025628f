// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/MergeView.h"

#include "ui/duplicates/MergeModel.h"
#include "ui/duplicates/TwinWords.h"
#include "ui/theme/Density.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int fieldColumnWidth = 150;
constexpr int narrowestFieldColumn = 96; ///< names of fields are said by the row anyway; names of people are not
} // namespace

MergeTable::MergeTable(MergeModel* model, QWidget* parent) : QTableView(parent), m_merge(model)
{
    setModel(model);
    setAccessibleName(tr("What is kept"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    keepGridRows(this);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    horizontalHeader()->resizeSection(0, fieldColumnWidth);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() > 0)
            choose(index.row(), index.column());
        else
            goToRow(index.row());
    });
}

void MergeTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    horizontalHeader()->resizeSection(0, qBound(narrowestFieldColumn, viewport()->width() / 5, fieldColumnWidth));
}

void MergeTable::begin()
{
    goToRow(m_merge->rowCount() > MergeModel::firstLine ? MergeModel::firstLine : 0);
}

void MergeTable::goToRow(int row)
{
    if (row < 0 || row >= m_merge->rowCount())
        return;
    const int column = m_merge->isKept(row, 1) ? 1 : 2; // the frame stands on what is kept
    setCurrentIndex(m_merge->index(row, column));
}

void MergeTable::choose(int row, int column)
{
    using Take = sales::Merging::Take;
    const Take wanted = column == 1 ? Take::First : Take::Second;
    const bool both = m_merge->isKept(row, 1) && m_merge->isKept(row, 2);
    const bool other = m_merge->isKept(row, column == 1 ? 2 : 1) && !both;
    m_merge->choose(row, other && m_merge->mayBeBoth(row) ? Take::Both : wanted);
    setCurrentIndex(m_merge->index(row, m_merge->isKept(row, column) ? column : column == 1 ? 2 : 1));
}

void MergeTable::keyPressEvent(QKeyEvent* event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int row = currentIndex().row();
    switch (event->key()) {
    case Qt::Key_Left: return choose(row, mirrored ? 2 : 1);
    case Qt::Key_Right: return choose(row, mirrored ? 1 : 2);
    case Qt::Key_Up: return goToRow(row - 1);
    case Qt::Key_Down: return goToRow(row + 1);
    case Qt::Key_Home: return goToRow(0);
    case Qt::Key_End: return goToRow(m_merge->rowCount() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT mergeWanted(); return;
    case Qt::Key_D: Q_EMIT apartWanted(); return;
    case Qt::Key_J: Q_EMIT nextWanted(1); return;
    case Qt::Key_K: Q_EMIT nextWanted(-1); return;
    case Qt::Key_Escape: Q_EMIT left(); return;
    default: QTableView::keyPressEvent(event);
    }
}

MergeView::MergeView(const Desk& desk, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_model(new MergeModel(this)),
      m_heading(makeLabel({}, "heading", this)),
      m_why(makeLabel({}, "muted", this)),
      m_table(new MergeTable(m_model, this)),
      m_outcome(makeLabel({}, "", this)),
      m_merge(makeButton(tr("Merge"), "primary", this, QKeySequence(Qt::Key_Return))),
      m_apart(makeButton(tr("Not a duplicate"), "", this, QKeySequence(Qt::Key_D)))
{
    setProperty("kind", QStringLiteral("card"));
    for (QLabel* label : {m_heading, m_why, m_outcome})
        wrap(label);
    auto* buttons = new QHBoxLayout;
    setMargins(buttons, 16, 0, 16, 0, 8);
    buttons->addWidget(m_merge);
    buttons->addWidget(m_apart);
    buttons->addStretch();
    auto* texts = new QVBoxLayout;
    setMargins(texts, 16, 0, 16, 0, 4);
    texts->addWidget(m_heading);
    texts->addWidget(m_why);
    auto* foot = new QVBoxLayout;
    setMargins(foot, 16, 0, 16, 0, 0);
    foot->addWidget(m_outcome);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 1, 16, 1, 16, 8);
    layout->addLayout(texts);
    layout->addWidget(m_table, 1);
    layout->addLayout(foot);
    layout->addLayout(buttons);
    connect(m_merge, &QPushButton::clicked, this, &MergeView::mergeWanted);
    connect(m_apart, &QPushButton::clicked, this, &MergeView::apartWanted);
    connect(m_table, &MergeTable::mergeWanted, this, &MergeView::mergeWanted);
    connect(m_table, &MergeTable::apartWanted, this, &MergeView::apartWanted);
    connect(m_model, &MergeModel::dataChanged, this, &MergeView::describe);
}

void MergeView::show(const TwinSheet& sheet)
{
    m_model->show(sheet, m_desk.me.role);
    m_heading->setText(tr("Is this the same %1?").arg(inSentence(entityWord(*sheet.first.record.entity))));
    const QString why = alikeWords(sheet.by);
    m_why->setText(why.isEmpty() ? tr("You have chosen these two.") : tr("They look alike: %1.").arg(why));
    m_table->begin();
    describe();
}

void MergeView::describe()
{
    const sales::Merging& merging = m_model->merging();
    const QString goes = oneLine(toQString(merging.loser().label()), 60);
    const QString stays = oneLine(toQString(merging.survivor().label()), 60);
    const QString hanging = hangingWords(merging.firstStays() ? m_model->sheet().secondHas : m_model->sheet().firstHas);
    QString sentence = goes == stays ? tr("One %1 remains.").arg(goes) : tr("%1 goes into %2.").arg(goes, stays);
    if (sentence.endsWith(QLatin1String(".."))) // "... S.L."
        sentence.chop(1);
    if (!hanging.isEmpty())
        sentence += QLatin1Char(' ') + tr("What belongs to it comes along (%1).").arg(hanging);
    QStringList beside;
    for (const std::string& each : merging.keptBeside())
        beside << oneLine(toQString(each), 60);
    if (!beside.isEmpty())
        sentence += QLatin1Char(' ') + tr("Also kept: %1.").arg(beside.join(QStringLiteral(", ")));
    m_outcome->setText(sentence);
}

void MergeView::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace satchel::ui
