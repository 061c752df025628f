// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;
class QLabel;
class QLineEdit;
class QTableView;
class QWidget;

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <initializer_list>

namespace satchel::ui {

/// Parts that the views of the prices page share. Window's thread; what they return belongs to the parent.

/// A table of plain rows: one is chosen, nothing is edited.
[[nodiscard]] QTableView* makeTable(QAbstractItemModel* model, const QString& name, QWidget* parent);
/// Pixels of the columns from the first on, more where a head in the person's language needs it.
void setWidths(QTableView* table, std::initializer_list<int> widths);
/// A line for a day, and the day that stands in it: "" where it is empty; Invalid with a sentence for what is no day.
[[nodiscard]] QLineEdit* makeDayEdit(const QString& name, const QString& placeholder, QWidget* parent);
[[nodiscard]] Result<std::string> dayIn(QLineEdit* edit, Milliseconds now);

} // namespace satchel::ui
