// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Sheet.h"

#include "ui/records/RowPainting.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Density.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace satchel::ui {

namespace {

constexpr int headHeight = 32;
constexpr int headPadding = 32;

class FigureDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem bare = option;
        initStyleOption(&bare, index);
        const QString text = bare.text;
        bare.text.clear();
        const QStyle* style = bare.widget == nullptr ? QApplication::style() : bare.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &bare, painter, bare.widget);
        if (text.isEmpty())
            return;
        painter->save();
        painter->setFont(bare.font);
        painter->setPen(colorsOf(option.palette).text);
        drawTabular(*painter, option.rect.adjusted(8, 0, -8, 0), text);
        painter->restore();
    }
};

} // namespace

Sheet::Sheet(const QString& name, const QStringList& heads, int wide, QWidget* parent)
    : QTableWidget(0, static_cast<int>(heads.size()), parent)
{
    setAccessibleName(name);
    setHorizontalHeaderLabels(heads);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(wide, QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    // A head is wider than Qt takes it for: its weight and padding are those of the style sheet.
    QFont strong = font();
    strong.setBold(true);
    for (int column = 0; column < heads.size(); ++column)
        horizontalHeaderItem(column)->setSizeHint(
            {QFontMetrics(strong).horizontalAdvance(heads[column]) + headPadding, headHeight});
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    keepGridRows(this);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
}

void Sheet::setFigures(int column)
{
    setItemDelegateForColumn(column, new FigureDelegate(this));
    horizontalHeaderItem(column)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
}

int Sheet::addRow(const QStringList& cells)
{
    const int row = rowCount();
    insertRow(row);
    for (int column = 0; column < cells.size(); ++column) {
        auto* cell = new QTableWidgetItem(cells[column]);
        cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        if (cells[column].trimmed().isEmpty()) // so that it can be said what is empty
            cell->setData(Qt::AccessibleTextRole, horizontalHeaderItem(column)->text());
        if (cells[column].size() > 40)
            cell->setToolTip(cells[column].toHtmlEscaped());
        setItem(row, column, cell);
    }
    return row;
}

void Sheet::fitHeight(int most)
{
    const int rows = qBound(1, rowCount(), most);
    setFixedHeight(horizontalHeader()->sizeHint().height() + rows * gridRowHeight() + 4);
}

} // namespace satchel::ui
