// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/RowPainting.h"

#include "ui/models/RecordListModel.h"
#include "ui/theme/Colors.h"
#include "ui/widgets/Badge.h"

#include <QPainter>
#include <QStyle>

namespace satchel::ui {

namespace {

void paintPlaceholder(QPainter& painter, const QRect& rect, const Colors& colors)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.hover);
    painter.drawEllipse(QRectF(rect.left() + 12, rect.center().y() - 16, 32, 32));
    painter.drawRoundedRect(QRectF(rect.left() + 56, rect.top() + 15, 140, 9), 4, 4);
    painter.drawRoundedRect(QRectF(rect.left() + 56, rect.top() + 33, 96, 8), 4, 4);
}

} // namespace

int drawTabular(QPainter& painter, const QRect& rect, const QString& text)
{
    const QFontMetricsF metrics = QFontMetricsF(painter.font());
    qreal digit = 0;
    for (char c = '0'; c <= '9'; ++c)
        digit = qMax(digit, metrics.horizontalAdvance(QLatin1Char(c)));
    QStringList pieces; // runs of other text stay whole, so that other scripts are shaped as they must be
    for (const QChar c : text)
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            pieces << QString(c);
        else if (pieces.isEmpty() || pieces.last().at(0).isDigit())
            pieces << QString(c);
        else
            pieces.last() += c;
    const auto widthOf = [&](const QString& piece) {
        return piece.at(0) <= QLatin1Char('9') && piece.at(0) >= QLatin1Char('0') ? digit
                                                                                  : metrics.horizontalAdvance(piece);
    };
    qreal width = 0;
    for (const QString& piece : pieces)
        width += widthOf(piece);
    qreal x = painter.layoutDirection() == Qt::RightToLeft ? rect.left() : rect.right() + 1 - width;
    for (const QString& piece : pieces) {
        const qreal advance = widthOf(piece);
        painter.drawText(
            QRectF(x, rect.top(), advance + 0.5, rect.height()),
            static_cast<int>(Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextDontClip | Qt::TextIncludeTrailingSpaces),
            piece);
        x += advance;
    }
    return qCeil(width);
}

void paintRecordRow(QPainter& painter, const QRect& rect, const RecordRow* row, const QPalette& palette, bool badge)
{
    const Colors& colors = colorsOf(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (row == nullptr) {
        paintPlaceholder(painter, rect, colors);
        painter.restore();
        return;
    }
    const auto placed = [&](const QRect& place) { return QStyle::visualRect(painter.layoutDirection(), rect, place); };
    int left = rect.left() + (badge ? 12 : 8);
    if (badge) {
        paintInitials(painter, placed(QRect(left, rect.center().y() - 15, 32, 32)), row->title, colors.dark);
        left += 44;
    }
    const int right = rect.right() - 12;
    const QRect first = placed(QRect(left, rect.top() + 9, right - left, 20));
    const QRect second = placed(QRect(left, rect.top() + 28, right - left, 18));
    const int pill = paintPill(painter, first, row->pill, toneOf(row->pillValue), colors.dark);

    QFont strong = painter.font();
    strong.setWeight(QFont::DemiBold);
    const QFont plain = painter.font();
    painter.setFont(strong);
    painter.setPen(colors.text);
    const int room = first.width() - pill - (pill > 0 ? 8 : 0);
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row->title, Qt::ElideRight, room));

    QFont small = plain;
    small.setPixelSize(12);
    painter.setFont(small);
    painter.setPen(colors.muted);
    const int aside = row->aside.isEmpty() ? 0 : drawTabular(painter, second, row->aside);
    painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row->subtitle, Qt::ElideRight, second.width() - aside - 12));
    painter.restore();
}

void RecordDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& colors = colorsOf(option.palette);
    const QRectF ground = QRectF(option.rect).adjusted(4, 1, -4, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool focused = selected && option.widget != nullptr && option.widget->hasFocus();
        painter->setPen(focused ? QPen(colors.accentText, 1) : QPen(Qt::NoPen));
        painter->setBrush(selected ? colors.accentSoft : colors.hover);
        painter->drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        painter->restore();
    }
    const QVariant data = index.data(RecordListModel::RowRole);
    const RecordRow row = data.value<RecordRow>();
    painter->setFont(option.font);
    paintRecordRow(*painter, option.rect, data.isValid() ? &row : nullptr, option.palette, true);
}

} // namespace satchel::ui
