// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ElidedLabel.h"

#include "ui/widgets/Text.h"

#include <QPainter>

namespace satchel::ui {

ElidedLabel::ElidedLabel(const QString& text, const char* kind, QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("kind", QString::fromLatin1(kind));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setWhole(text);
}

void ElidedLabel::setWhole(const QString& text)
{
    setText(oneLine(text));
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2, QLabel::sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    const QString tip = shown == text() ? QString() : text().toHtmlEscaped();
    if (toolTip() != tip)
        setToolTip(tip);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), isolated(shown));
}

} // namespace satchel::ui
