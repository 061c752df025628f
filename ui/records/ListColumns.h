// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/TableFile.h"
#include "ui/models/RecordListModel.h"

#include <QStringList>

namespace satchel::ui {

/// A field, or a part of one, that stands in a column of its own. The functions are pure; makers run on the reader's
/// thread.
struct ListColumn {
    std::size_t field = 0;
    std::string member = {};
    int width = 0; ///< 0: as wide as its kind wants
    [[nodiscard]] bool isSamePlace(const ListColumn& other) const
    {
        return field == other.field && member == other.member;
    }
};

[[nodiscard]] QString columnWord(const Entity& entity, const ListColumn& column);
[[nodiscard]] bool holdsFigures(const Entity& entity, const ListColumn& column);
[[nodiscard]] int widthOf(const Entity& entity, const ListColumn& column);
/// Everything that can be a column, in the order of the declaration.
[[nodiscard]] std::vector<ListColumn> possibleColumns(const Entity& entity);
/// Those by whose values rows may stand under headings.
[[nodiscard]] std::vector<ListColumn> possibleHeadings(const Entity& entity);
/// What a list without columns of its own says in its two lines, for exporting it.
[[nodiscard]] std::vector<ListColumn> usualColumns(const Entity& entity);

/// "address.city:140", as the settings keep it; nothing for what the declaration does not have (any more).
[[nodiscard]] QString columnText(const Entity& entity, const ListColumn& column);
[[nodiscard]] std::optional<ListColumn> columnFrom(const Entity& entity, const QString& text);

/// Makes the cells of the columns; nothing where there are none.
[[nodiscard]] CellMaker cellsOf(std::vector<ListColumn> columns);
/// The cells of a record for a file: its name, then the columns; numbers and days as such.
[[nodiscard]] std::vector<TableCell> fileCells(Replica& replica, const Record& record,
                                               const std::vector<ListColumn>& columns);

} // namespace satchel::ui
