// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RecordRow.h"
#include "ui/theme/Density.h"

#include <QStyledItemDelegate>

namespace satchel::ui {

/// Paints a record as two lines with its initials, a chip and an aside; null: a placeholder while it loads.
void paintRecordRow(QPainter& painter, const QRect& rect, const RecordRow* row, const QPalette& palette, bool badge);

/// Draws text whose digits all have the same width, right-aligned, so that columns of numbers and times stand straight
/// (Qt 6.4 cannot switch on the font's own tabular figures). Returns its width.
int drawTabular(QPainter& painter, const QRect& rect, const QString& text);

/// The delegate of all record lists.
class RecordDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, recordRowHeight()};
    }
};

} // namespace satchel::ui
