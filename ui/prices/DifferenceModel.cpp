// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/DifferenceModel.h"

#include <algorithm>

namespace satchel::ui {

void DifferenceModel::show(SharedDifference difference)
{
    m_difference = std::move(difference);
    choose();
}

void DifferenceModel::narrow(std::optional<Difference::What> what, const QString& letters)
{
    m_what = what;
    m_letters = letters;
    choose();
}

void DifferenceModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    choose();
}

void DifferenceModel::choose()
{
    beginResetModel();
    m_chosen.clear();
    const std::size_t all = m_difference ? m_difference->rows.size() : 0;
    for (std::size_t i = 0; i < all; ++i) {
        const Difference::Row& row = m_difference->rows[i];
        const bool fits = m_letters.isEmpty() || row.code.contains(m_letters, Qt::CaseInsensitive) ||
                          row.name.contains(m_letters, Qt::CaseInsensitive);
        if (fits && (!m_what || *m_what == row.what))
            m_chosen.push_back(i);
    }
    std::stable_sort(m_chosen.begin(), m_chosen.end(), [this](std::size_t a, std::size_t b) {
        return m_order == Qt::AscendingOrder ? comesBefore(a, b) : comesBefore(b, a);
    });
    endResetModel();
}

bool DifferenceModel::comesBefore(std::size_t a, std::size_t b) const
{
    const Difference::Row& first = m_difference->rows[a];
    const Difference::Row& second = m_difference->rows[b];
    switch (m_column) {
    case Name: return first.name < second.name;
    case What: return first.what < second.what;
    case Percent: { // what has no percentage comes last, going down
        const auto& x = m_difference->prices.changes[a].percent;
        const auto& y = m_difference->prices.changes[b].percent;
        if (x != y)
            return x < y;
        return first.what != second.what ? first.what > second.what : first.code > second.code;
    }
    default: return first.code < second.code;
    }
}

Id DifferenceModel::product(int row) const
{
    return row >= 0 && row < rowCount() ? m_difference->prices.changes[m_chosen[static_cast<std::size_t>(row)]].product
                                        : Id{};
}

int DifferenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_chosen.size());
}

int DifferenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Columns);
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Percent ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Code"), tr("Product"), tr("What"), tr("Before"), tr("Now"), tr("By")};
    return names[section];
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const std::size_t at = m_chosen[static_cast<std::size_t>(index.row())];
    const Difference::Row& row = m_difference->rows[at];
    const sales::PriceChange& change = m_difference->prices.changes[at];
    switch (index.column()) {
    case Code: return row.code;
    case Name: return row.name;
    case What: return whatWord(row.what);
    case Before: return change.isNew() ? QStringLiteral("–") : pricesWord(change.before, m_difference->words);
    case After: return change.isRemoved() ? QStringLiteral("–") : pricesWord(change.after, m_difference->words);
    case Percent: return change.percent ? signedPercentWord(*change.percent) : QString();
    default: return {};
    }
}

} // namespace satchel::ui
