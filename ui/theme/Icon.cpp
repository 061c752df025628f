// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Icon.h"

#include "ui/theme/Colors.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QSvgRenderer>

namespace satchel::ui {

namespace {

QColor colorFor(Tint tint, QIcon::Mode mode)
{
    const Colors& colors = colorsOf(QGuiApplication::palette());
    QColor color = colors.text;
    switch (tint) {
    case Tint::Text: break;
    case Tint::Muted: color = colors.muted; break;
    case Tint::Accent: color = colors.accentText; break;
    case Tint::OnAccent: color = colors.onAccent; break;
    case Tint::Danger: color = colors.danger; break;
    case Tint::Warning: color = colors.warning; break;
    case Tint::Success: color = colors.success; break;
    }
    if (mode == QIcon::Disabled)
        color.setAlphaF(0.45F);
    return color;
}

/// Draws the named one-colour drawing in the palette's colour of the moment.
class TintedEngine final : public QIconEngine {
public:
    TintedEngine(QString name, Tint tint) : m_name(std::move(name)), m_tint(tint) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const int size = qMin(rect.width(), rect.height());
        const qreal scale = painter->device() != nullptr ? painter->device()->devicePixelRatio() : 1.0;
        const QPoint corner(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2);
        painter->drawPixmap(corner, iconPixmap(m_name, size, colorFor(m_tint, mode), scale));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, qMin(size.width(), size.height()), colorFor(m_tint, mode), 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = qRound(qMin(size.width(), size.height()) / scale); // size is in device pixels here
        return iconPixmap(m_name, side, colorFor(m_tint, mode), scale);
    }
    QIconEngine* clone() const override { return new TintedEngine(m_name, m_tint); }

private:
    QString m_name;
    Tint m_tint;
};

// What points along the line points the other way where lines begin at the right.
bool isMirrored(const QString& name)
{
    static const QRegularExpression pointing(
        QStringLiteral("^(arrow|chevron|panel)-(left|right)(?!-right|-left)|^undo|^log-in"));
    return QGuiApplication::isRightToLeft() && pointing.match(name).hasMatch();
}

} // namespace

QIcon icon(const QString& name, Tint tint)
{
    return QIcon(new TintedEngine(name, tint));
}

QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal scale)
{
    const bool mirrored = isMirrored(name);
    const QString key = QStringLiteral("satchel/%1/%2/%3/%4/%5")
                            .arg(name)
                            .arg(size)
                            .arg(color.rgba(), 0, 16)
                            .arg(scale)
                            .arg(mirrored ? 1 : 0);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(drawing);
    pixmap = QPixmap(QSize(size, size) * scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    if (mirrored) {
        painter.translate(pixmap.width(), 0);
        painter.scale(-1, 1);
    }
    painter.setOpacity(color.alphaF());
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace satchel::ui
