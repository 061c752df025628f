// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/RevisionDelegate.h"

#include "ui/prices/Revisions.h"
#include "ui/theme/Colors.h"
#include "ui/widgets/Badge.h"

#include <QPainter>

namespace satchel::ui {

namespace {

constexpr int lineHeight = 18;

Tone toneOf(sales::RevisionState state)
{
    switch (state) {
    case sales::RevisionState::Current: return Tone::Good;
    case sales::RevisionState::Coming: return Tone::Accent;
    case sales::RevisionState::RolledBack:
    case sales::RevisionState::Overtaken: return Tone::Caution;
    default: return Tone::Neutral;
    }
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Colors& colors)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (!selected && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    const bool focused = selected && option.widget != nullptr && option.widget->hasFocus();
    painter.setPen(focused ? QPen(colors.accentText, 1) : QPen(Qt::NoPen));
    painter.setBrush(selected ? colors.accentSoft : colors.hover);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6);
}

} // namespace

QSize RevisionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const auto entry = index.data(entryRole).value<RevisionEntry>();
    const int lines = 1 + (entry.who.isEmpty() ? 0 : 1) + (entry.note.isEmpty() ? 0 : 1);
    return {200, 36 + lines * lineHeight};
}

void RevisionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& colors = colorsOf(option.palette);
    const auto entry = index.data(entryRole).value<RevisionEntry>();
    const bool mirrored = option.direction == Qt::RightToLeft;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, colors);
    const int x = mirrored ? option.rect.right() - 20 : option.rect.left() + 20;
    painter->setPen(QPen(colors.border, 2));
    painter->drawLine(x, option.rect.top() + (index.row() == 0 ? 20 : 0), x, option.rect.bottom());
    const bool counts = entry.state == sales::RevisionState::Current;
    painter->setPen(QPen(counts ? colors.accentText : colors.muted, 2));
    painter->setBrush(counts ? colors.accentText : colors.surface);
    painter->drawEllipse(QPointF(x, option.rect.top() + 20), 5, 5);

    QRect text = mirrored ? option.rect.adjusted(16, 10, -40, -8) : option.rect.adjusted(40, 10, -16, -8);
    // The painter mirrors the alignment by itself.
    const int alignment = static_cast<int>(Qt::AlignTop | Qt::AlignLeft);
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    painter->setPen(colors.text);
    painter->drawText(text, alignment, revisionWord(entry.number));
    QRect pill(text.left(), text.top(), text.width(), 20);
    if (mirrored) // the chip is painted at the end of its line
        pill.setRight(text.left() + painter->fontMetrics().horizontalAdvance(stateWord(entry.state)) + 16);
    paintPill(*painter, pill, stateWord(entry.state), toneOf(entry.state), colors.dark);
    QFont small = option.font;
    small.setPixelSize(12);
    painter->setFont(small);
    text.setTop(text.top() + 22);
    for (const QString& line : {entry.when, entry.who, entry.note}) {
        if (line.isEmpty())
            continue;
        painter->setPen(colors.muted);
        painter->drawText(text, alignment, painter->fontMetrics().elidedText(line, Qt::ElideRight, text.width()));
        text.setTop(text.top() + lineHeight);
    }
    painter->restore();
}

} // namespace satchel::ui
