// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/MergeModel.h"

#include "ui/duplicates/TwinWords.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Icon.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

namespace satchel::ui {

void MergeModel::show(const TwinSheet& sheet, Role role)
{
    beginResetModel();
    m_sheet = sheet;
    m_merging = sales::Merging(sheet.first.record, sheet.second.record, role);
    m_shown = true;
    endResetModel();
}

const sales::Merging::Line* MergeModel::lineAt(int row) const
{
    const auto& lines = m_merging.lines();
    const int place = row - firstLine;
    return place < 0 || place >= static_cast<int>(lines.size()) ? nullptr : &lines[static_cast<std::size_t>(place)];
}

bool MergeModel::isKept(int row, int column) const
{
    if (row == staysRow)
        return m_merging.firstStays() == (column == 1);
    if (row == belongsRow)
        return true;
    const sales::Merging::Line* line = lineAt(row);
    return line != nullptr && (!line->differs || line->take == sales::Merging::Take::Both ||
                               (line->take == sales::Merging::Take::First) == (column == 1));
}

bool MergeModel::mayBeBoth(int row) const
{
    const sales::Merging::Line* line = lineAt(row);
    return line != nullptr && line->mayBeBoth;
}

void MergeModel::choose(int row, sales::Merging::Take take)
{
    if (row == staysRow && take != sales::Merging::Take::Both &&
        (take == sales::Merging::Take::First) != m_merging.firstStays())
        m_merging.setFirstStays(take == sales::Merging::Take::First);
    else if (lineAt(row) != nullptr)
        m_merging.choose(static_cast<std::size_t>(row - firstLine), take);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 2));
}

int MergeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_shown ? 0 : firstLine + static_cast<int>(m_merging.lines().size());
}

int MergeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 3;
}

QString MergeModel::textAt(int row, int column) const
{
    const ShownRecord& side = column == 2 ? m_sheet.second : m_sheet.first;
    if (row == staysRow)
        return column == 0 ? tr("Stays") : isKept(row, column) ? tr("This record stays") : tr("Goes into the other");
    if (row == belongsRow) {
        if (column == 0)
            return tr("Belongs to it");
        const QString hanging = hangingWords(column == 1 ? m_sheet.firstHas : m_sheet.secondHas);
        return hanging.isEmpty() ? tr("Nothing") : hanging;
    }
    const std::size_t field = lineAt(row)->field;
    if (column == 0)
        return fieldWord(side.record.entity->fields[field]);
    const QString text = side.shown.value(static_cast<qsizetype>(field));
    return text.isEmpty() ? QStringLiteral("–") : oneLine(text);
}

QVariant MergeModel::data(const QModelIndex& index, int role) const
{
    const int row = index.row(), column = index.column();
    const sales::Merging::Line* line = lineAt(row);
    const bool kept = column > 0 && isKept(row, column);
    const bool same = row == belongsRow || (line != nullptr && !line->differs);
    switch (role) {
    case Qt::DisplayRole: return textAt(row, column);
    case Qt::ToolTipRole:
        if (line != nullptr && line->locked && line->differs)
            return tr("Your role cannot change this.");
        return column == 0 ? QVariant()
                           : QVariant(line == nullptr ? textAt(row, column)
                                                      : (column == 1 ? m_sheet.first : m_sheet.second)
                                                            .shown.value(static_cast<qsizetype>(line->field)));
    case Qt::AccessibleTextRole: {
        const QString text = QStringLiteral("%1: %2").arg(textAt(row, 0), textAt(row, column));
        return column == 0 ? textAt(row, 0)
               : same      ? tr("%1, the same").arg(text)
               : kept      ? tr("%1, kept").arg(text)
                           : tr("%1, not kept").arg(text);
    }
    case Qt::DecorationRole:
        if (column == 0 || same)
            return {};
        return kept ? icon(QStringLiteral("check"), Tint::Accent) : icon(QStringLiteral("circle"), Tint::Muted);
    case Qt::FontRole: {
        QFont font;
        font.setBold(column == 0 ? !same : kept && !same);
        return font;
    }
    case Qt::ForegroundRole: {
        const Colors& colors = colorsOf(QGuiApplication::palette());
        return same || (column > 0 && !kept) ? QVariant(colors.muted) : QVariant(colors.text);
    }
    default: return {};
    }
}

QVariant MergeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section == 0 || !m_shown)
        return {};
    const Record& record = section == 1 ? m_sheet.first.record : m_sheet.second.record;
    return oneLine(toQString(record.label()), 60);
}

} // namespace satchel::ui
