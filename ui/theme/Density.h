// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace satchel::ui {

/// How close rows stand. Chosen like light and dark (Theme::setDensity); whatever has rows asks here how high they are,
/// so that all lists and grids follow. Window's thread.
enum class Density { Comfortable, Compact };

[[nodiscard]] Density density();
void setDensity(Density density); ///< for Theme, which then dresses everything anew

[[nodiscard]] int recordRowHeight(); ///< two lines: a record of a list
[[nodiscard]] int gridRowHeight();   ///< one line: a grid, a table
[[nodiscard]] int choiceRowHeight(); ///< one line of a list to choose from

/// The rows of a table of one line each are as high as they are to be, now and when another density is chosen.
void keepGridRows(QTableView* table);

} // namespace satchel::ui
