// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace satchel::ui {

/// Paints a RevisionEntry on the line of a timeline: number and state, from when it counts, who published it, his note.
class RevisionDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int entryRole = Qt::UserRole + 1;
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace satchel::ui
