// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/RowPainting.h"

#include "ui/models/RecordListModel.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Icon.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QPainter>
#include <QStyle>

namespace satchel::ui {

namespace {

void paintPlaceholder(QPainter& painter, const QRect& rect, const Colors& colors)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.hover);
    painter.drawEllipse(QRectF(rect.left() + 12, rect.center().y() - 16, 32, 32));
    painter.drawRoundedRect(QRectF(rect.left() + 56, rect.center().y() - 12, 140, 9), 4, 4);
    painter.drawRoundedRect(QRectF(rect.left() + 56, rect.center().y() + 6, 96, 8), 4, 4);
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
        paintInitials(painter, placed(QRect(left, rect.center().y() - 15, 32, 32)),
                      row->badge.isEmpty() ? row->title : row->badge, colors.dark);
        left += 44;
    }
    const int right = rect.right() - 12;
    const QRect first = placed(QRect(left, rect.center().y() - 18, right - left, 20));
    const QRect second = placed(QRect(left, rect.center().y() + 1, right - left, 18));
    const int pill = paintPill(painter, first, row->pill, toneOf(row->pillValue), colors.dark);

    QFont strong = painter.font();
    strong.setWeight(QFont::DemiBold);
    const QFont plain = painter.font();
    painter.setFont(strong);
    painter.setPen(colors.text);
    const int room = first.width() - pill - (pill > 0 ? 8 : 0);
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(isolated(row->title), Qt::ElideRight, room));

    QFont small = plain;
    small.setPixelSize(12);
    painter.setFont(small);
    painter.setPen(row->late ? colors.danger : colors.muted);
    const int aside = row->aside.isEmpty() ? 0 : drawTabular(painter, second, isolated(row->aside));
    painter.setPen(colors.muted);
    painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row->subtitle, Qt::ElideRight, second.width() - aside - 12));
    painter.restore();
}

namespace {

void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const RowHeading& heading)
{
    const Colors& colors = colorsOf(option.palette);
    const auto placed = [&](const QRect& place) { return QStyle::visualRect(option.direction, option.rect, place); };
    const QRect rect = option.rect;
    const char* arrow = heading.open                          ? "chevron-down"
                        : option.direction == Qt::RightToLeft ? "chevron-left"
                                                              : "chevron-right";
    icon(QString::fromLatin1(arrow), Tint::Muted)
        .paint(&painter, placed(QRect(rect.left() + 12, rect.center().y() - 7, 16, 16)));
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(colors.text);
    const QString count = numberWord(heading.rows);
    const int room = rect.width() - 36 - 24 - painter.fontMetrics().horizontalAdvance(count);
    const QString label = painter.fontMetrics().elidedText(heading.label, Qt::ElideRight, qMax(24, room));
    const int width = painter.fontMetrics().horizontalAdvance(label);
    painter.drawText(placed(QRect(rect.left() + 36, rect.top(), width + 2, rect.height())),
                     Qt::AlignVCenter | Qt::AlignLeft, label);
    painter.setFont(option.font);
    painter.setPen(colors.muted);
    painter.drawText(placed(QRect(rect.left() + 36 + width + 10, rect.top(), 100, rect.height())),
                     Qt::AlignVCenter | Qt::AlignLeft, count);
}

// Over the initials: the record is marked.
void paintMark(QPainter& painter, const QStyleOptionViewItem& option)
{
    const Colors& colors = colorsOf(option.palette);
    const QRect badge = QStyle::visualRect(option.direction, option.rect,
                                           QRect(option.rect.left() + 12, option.rect.center().y() - 15, 32, 32));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    painter.drawEllipse(QRectF(badge));
    painter.restore();
    icon(QStringLiteral("check"), Tint::OnAccent).paint(&painter, badge.adjusted(7, 7, -7, -7));
}

void paintColumn(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const Colors& colors = colorsOf(option.palette);
    const QRect rect = option.rect.adjusted(8, 0, -8, 0);
    painter.setFont(option.font);
    painter.setPen(colors.text);
    const QString words =
        painter.fontMetrics().elidedText(isolated(index.data().toString()), Qt::ElideRight, rect.width());
    if (index.data(RecordListModel::FigureRole).toBool())
        drawTabular(painter, rect, words);
    else
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, words);
}

} // namespace

void RecordDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& colors = colorsOf(option.palette);
    const bool columns = index.model()->columnCount() > 1;
    const QRectF ground =
        columns ? QRectF(option.rect).adjusted(-8, 1, 8, -1) : QRectF(option.rect).adjusted(4, 1, -4, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool marked = index.data(RecordListModel::MarkedRole).toBool();
    painter->save();
    painter->setClipRect(option.rect);
    if (selected || marked || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool focused = selected && option.widget != nullptr && option.widget->hasFocus();
        painter->setPen(focused ? QPen(colors.accentText, 1) : QPen(Qt::NoPen));
        painter->setBrush(selected || marked ? colors.accentSoft : colors.hover);
        painter->drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), columns ? 0 : 6, columns ? 0 : 6);
        painter->restore();
    }
    painter->setFont(option.font);
    const QVariant heading = index.data(RecordListModel::HeadingRole);
    if (heading.isValid()) {
        paintHeading(*painter, option, heading.value<RowHeading>());
    } else if (index.column() > 0) {
        paintColumn(*painter, option, index);
    } else {
        const QVariant held = index.data(RecordListModel::RowRole);
        const RecordRow row = held.value<RecordRow>();
        paintRecordRow(*painter, option.rect, held.isValid() ? &row : nullptr, option.palette, true);
        if (marked)
            paintMark(*painter, option);
    }
    painter->restore();
}

} // namespace satchel::ui
