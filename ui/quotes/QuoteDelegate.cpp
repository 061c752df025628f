// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteDelegate.h"

#include "ui/quotes/ProductChoice.h"
#include "ui/quotes/QuoteModel.h"
#include "ui/records/RowPainting.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Icon.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>

namespace satchel::ui {

namespace {

constexpr int cellMargin = 8;
constexpr int indent = 16;
constexpr int iconSize = 14;

bool isNumber(QuoteColumn column)
{
    return column >= QuoteColumn::Quantity && column != QuoteColumn::Unit;
}

QColor groundOf(const QuoteRow& row, const QStyleOptionViewItem& option, const Colors& colors)
{
    if (option.state.testFlag(QStyle::State_Selected))
        return colors.accentSoft;
    if (row.kind == QuoteRow::Kind::Group)
        return colors.window;
    return colors.surface;
}

bool isCurrent(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view != nullptr && view->hasFocus() && view->currentIndex() == index;
}

// A small picture at the beginning of the cell; answers what is left of it.
QRect paintIcon(QPainter& painter, const QRect& cell, const QString& name, const QColor& color,
                const QStyleOptionViewItem& option)
{
    const QRect logical(cell.left(), cell.center().y() - iconSize / 2, iconSize, iconSize);
    const QRect place = QStyle::visualRect(option.direction, cell, logical);
    painter.drawPixmap(place, iconPixmap(name, iconSize, color, painter.device()->devicePixelRatioF()));
    return QStyle::visualRect(option.direction, cell, cell.adjusted(iconSize + 4, 0, 0, 0));
}

} // namespace

QuoteDelegate::QuoteDelegate(QuoteModel& model, ReplicaReader& reader, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model), m_reader(reader)
{}

void QuoteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& colors = colorsOf(option.palette);
    const QuoteRow& row = m_model.row(index.row());
    const auto column = static_cast<QuoteColumn>(index.column());
    const QuoteModel::Typed* typed = m_model.typed(index.row(), column);
    const bool wrong = typed != nullptr && !typed->wrong.isEmpty();
    painter->save();
    painter->fillRect(option.rect, wrong ? colors.dangerSoft : groundOf(row, option, colors));
    painter->setPen(colors.border);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (isCurrent(option, index)) {
        painter->setPen(QPen(wrong ? colors.danger : colors.accentText, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }

    QRect cell = option.rect.adjusted(cellMargin, 0, -cellMargin, -1);
    QFont font = option.font;
    font.setWeight(row.kind == QuoteRow::Kind::Group ? QFont::DemiBold : font.weight());
    font.setItalic(row.kind == QuoteRow::Kind::Text);
    painter->setFont(font);
    const bool quiet = row.kind == QuoteRow::Kind::Entry || !row.counted || column == QuoteColumn::Number ||
                       column == QuoteColumn::Unit || column == QuoteColumn::ListPrice ||
                       (typed != nullptr && typed->wrong.isEmpty());
    painter->setPen(wrong ? colors.danger : quiet ? colors.muted : colors.text);
    if (column == QuoteColumn::Number && !m_model.notesOf(row.id).isEmpty())
        cell = paintIcon(*painter, cell, QStringLiteral("circle-alert"), colors.warning, option);
    if (column == QuoteColumn::UnitPrice && row.byHand && typed == nullptr)
        cell = paintIcon(*painter, cell, QStringLiteral("pencil"), colors.muted, option);
    if (column == QuoteColumn::Description) {
        if (!row.bundle.isNull())
            cell = QStyle::visualRect(option.direction, cell, cell.adjusted(indent, 0, 0, 0));
        if (!row.mark.isEmpty()) { // chips are painted at the right; mirrored where text runs the other way
            QFont small = option.font;
            small.setPixelSize(11);
            const int width = QFontMetrics(small).horizontalAdvance(row.mark) + 20;
            const QRect chip = QStyle::visualRect(option.direction, cell,
                                                  QRect(cell.right() - width, cell.top(), width, cell.height()));
            paintPill(*painter, chip, row.mark, row.free ? Tone::Good : Tone::Accent, colors.dark);
            cell = QStyle::visualRect(option.direction, cell, cell.adjusted(0, 0, -width - 4, 0));
        }
    }
    const QString text = index.data().toString();
    if (isNumber(column)) {
        painter->setLayoutDirection(Qt::LeftToRight); // decimals below decimals, also mirrored
        drawTabular(*painter, cell, text);
    } else {
        painter->drawText(cell,
                          static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(isolated(text), Qt::ElideRight, cell.width()));
    }
    painter->restore();
}

QWidget* QuoteDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const auto column = static_cast<QuoteColumn>(index.column());
    const QuoteRow& row = m_model.row(index.row());
    const QString name = m_model.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    const bool entry = row.kind == QuoteRow::Kind::Entry && !m_model.entryPlace().text;
    if (column != QuoteColumn::Code && !entry) {
        auto* line = new QLineEdit(parent);
        line->setAccessibleName(name);
        setKind(line, "cell");
        if (isNumber(column))
            line->setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
        return line;
    }
    auto* picker = new PickerLine(m_reader, productSource(m_account), name, parent);
    setKind(picker, "cell");
    connect(picker, &PickerLine::chosen, this,
            [self = const_cast<QuoteDelegate*>(this), picker] { self->finish(picker, Way::Enter); });
    return picker;
}

void QuoteDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* line = qobject_cast<QLineEdit*>(editor);
    if (line == nullptr || line->property("begun").toBool())
        return; // a new sheet must not write over what is being typed
    line->setProperty("begun", true);
    line->setText(index.data(Qt::EditRole).toString());
    line->selectAll();
    line->setModified(false);
}

void QuoteDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const
{
    const auto* line = qobject_cast<QLineEdit*>(editor);
    if (line == nullptr || line->text() == index.data(Qt::EditRole).toString())
        return;
    const auto* picker = qobject_cast<const PickerLine*>(editor);
    Q_EMIT m_model.edited(m_model.row(index.row()).id, static_cast<QuoteColumn>(index.column()), line->text(),
                          picker == nullptr ? Id{} : picker->picked());
}

void QuoteDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
}

void QuoteDelegate::finish(QWidget* editor, Way way)
{
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor, QAbstractItemDelegate::NoHint);
    Q_EMIT left(way);
}

bool QuoteDelegate::eventFilter(QObject* watched, QEvent* event)
{
    auto* editor = qobject_cast<QWidget*>(watched);
    if (editor == nullptr || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QStyledItemDelegate::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        if (key->key() == Qt::Key_Escape) // ours while a cell is edited
            event->accept();
        return key->key() == Qt::Key_Escape;
    }
    const auto* picker = qobject_cast<const PickerLine*>(editor);
    const bool listed = picker != nullptr && picker->isListShown();
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: finish(editor, Way::Enter); return true;
    case Qt::Key_Tab: finish(editor, Way::Tab); return true;
    case Qt::Key_Backtab: finish(editor, Way::BackTab); return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (listed)
            return false;
        finish(editor, key->key() == Qt::Key_Up ? Way::Up : Way::Down);
        return true;
    case Qt::Key_Escape:
        Q_EMIT closeEditor(editor, QAbstractItemDelegate::RevertModelCache);
        Q_EMIT left(Way::Stay);
        return true;
    default: return false;
    }
}

} // namespace satchel::ui
