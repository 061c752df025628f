// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quotes/PickerLine.h"
#include "ui/quotes/QuoteSheet.h"
#include "ui/theme/Density.h"

#include <QStyledItemDelegate>

namespace satchel::ui {

class QuoteModel;

/// Paints the cells of a quote's grid and makes their editors: one line, with the products that fit below it in the
/// product cells. The editor stands exactly over its cell. Owned by the grid.
class QuoteDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    QuoteDelegate(QuoteModel& model, ReplicaReader& reader, QObject* parent);

    /// Whose products are looked for.
    void setAccount(const Id& account) { m_account = account; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {40, gridRowHeight()};
    }
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

    enum class Way { Stay, Enter, Tab, BackTab, Up, Down };

Q_SIGNALS:
    /// A cell was left by this key; what was typed has been handed to the model.
    void left(satchel::ui::QuoteDelegate::Way way) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void finish(QWidget* editor, Way way);

    QuoteModel& m_model;
    ReplicaReader& m_reader;
    Id m_account;
};

} // namespace satchel::ui
