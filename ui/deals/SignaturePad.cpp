// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/SignaturePad.h"

#include "ui/theme/Colors.h"

#include <QMouseEvent>
#include <QPainter>

namespace satchel::ui {

namespace {
constexpr qreal unitsWide = 1000;
constexpr qreal nearest = 1.5; ///< pixels between two points that are kept
constexpr qsizetype mostPoints = 6000;
} // namespace

SignaturePad::SignaturePad(QWidget* parent) : QWidget(parent)
{
    setFixedSize(sizeHint());
    setAccessibleName(tr("Signature, drawn with the mouse or a pen"));
    setToolTip(tr("Draw with the mouse or a pen; it can be left out"));
    setCursor(Qt::CrossCursor);
    setAttribute(Qt::WA_StaticContents);
}

std::string SignaturePad::path() const
{
    const qreal scale = unitsWide / width();
    QString path;
    for (const QPolygonF& stroke : m_strokes)
        for (qsizetype i = 0; i < stroke.size(); ++i)
            path += QStringLiteral("%1%2 %3 ")
                        .arg(i == 0 ? QLatin1Char('M') : QLatin1Char('L'))
                        .arg(qRound(stroke[i].x() * scale))
                        .arg(qRound(stroke[i].y() * scale));
    return path.trimmed().toStdString();
}

void SignaturePad::clear()
{
    m_strokes.clear();
    m_points = 0;
    update();
    Q_EMIT changed();
}

void SignaturePad::add(const QPointF& point)
{
    if (m_points >= mostPoints)
        return;
    const QPointF inside(qBound(0.0, point.x(), qreal(width())), qBound(0.0, point.y(), qreal(height())));
    QPolygonF& stroke = m_strokes.last();
    if (!stroke.isEmpty() && QLineF(stroke.last(), inside).length() < nearest)
        return;
    stroke << inside;
    ++m_points;
    update();
    Q_EMIT changed();
}

void SignaturePad::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_strokes << QPolygonF();
    add(event->position());
    add(event->position() + QPointF(nearest, 0)); // a dot is one, too
}

void SignaturePad::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && !m_strokes.isEmpty())
        add(event->position());
}

void SignaturePad::paintEvent(QPaintEvent*)
{
    const Colors& colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.fieldBorder, 1));
    painter.setBrush(colors.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(QPen(colors.border, 1));
    painter.drawLine(16, height() - 32, width() - 16, height() - 32);
    if (m_strokes.isEmpty()) {
        painter.setPen(colors.muted);
        painter.drawText(rect().adjusted(16, 0, -16, -8), Qt::AlignBottom | Qt::AlignHCenter, tr("Sign here"));
    }
    painter.setPen(QPen(colors.text, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF& stroke : m_strokes)
        painter.drawPolyline(stroke);
}

} // namespace satchel::ui
