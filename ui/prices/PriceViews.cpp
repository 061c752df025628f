// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/PriceViews.h"

#include "core/schema/Schema.h"
#include "ui/fields/Reading.h"
#include "ui/theme/Density.h"
#include "ui/widgets/Kit.h"

#include <QAbstractItemModel>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>

namespace satchel::ui {

QTableView* makeTable(QAbstractItemModel* model, const QString& name, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setModel(model);
    table->setAccessibleName(name);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    keepGridRows(table);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    return table;
}

void setWidths(QTableView* table, std::initializer_list<int> widths)
{
    table->horizontalHeader()->ensurePolished();
    int column = 0;
    for (const int width : widths) {
        table->setColumnWidth(column, qMax(width, table->horizontalHeader()->sectionSizeHint(column)));
        ++column;
    }
}

QLineEdit* makeDayEdit(const QString& name, const QString& placeholder, QWidget* parent)
{
    auto* edit = new QLineEdit(parent);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(placeholder);
    edit->setFixedWidth(120);
    return edit;
}

Result<std::string> dayIn(QLineEdit* edit, Milliseconds now)
{
    const Entity& entity = schema::entity("price_revision");
    const auto day = readTyped(entity, *entity.field("effective_from"), edit->text().trimmed(), Value(), now);
    setProperty(edit, "wrong", !day.ok());
    if (!day.ok())
        return day.error();
    return day->text();
}

} // namespace satchel::ui
