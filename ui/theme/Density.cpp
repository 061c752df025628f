// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Density.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace satchel::ui {

namespace {

constexpr const char* compactProperty = "satchelCompact";

// Another density comes as another style sheet.
class RowKeeper final : public QObject {
public:
    explicit RowKeeper(QTableView* table) : QObject(table), m_table(table) { table->installEventFilter(this); }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        QHeaderView* rows = m_table->verticalHeader();
        if (event->type() == QEvent::StyleChange && rows->defaultSectionSize() != gridRowHeight())
            rows->setDefaultSectionSize(gridRowHeight());
        return QObject::eventFilter(watched, event);
    }

private:
    QTableView* m_table;
};

} // namespace

Density density()
{
    return qApp->property(compactProperty).toBool() ? Density::Compact : Density::Comfortable;
}

void setDensity(Density density)
{
    qApp->setProperty(compactProperty, density == Density::Compact);
}

int recordRowHeight()
{
    return density() == Density::Compact ? 44 : 56;
}

int gridRowHeight()
{
    return density() == Density::Compact ? 26 : 32;
}

int choiceRowHeight()
{
    return density() == Density::Compact ? 24 : 28;
}

void keepGridRows(QTableView* table)
{
    table->verticalHeader()->setMinimumSectionSize(24);
    table->verticalHeader()->setDefaultSectionSize(gridRowHeight());
    new RowKeeper(table);
}

} // namespace satchel::ui
