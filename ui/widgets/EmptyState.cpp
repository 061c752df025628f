// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyState.h"

#include "ui/theme/Colors.h"
#include "ui/widgets/Kit.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace satchel::ui {

EmptyState::EmptyState(const QString& iconName, const QString& heading, const QString& hint, QWidget* parent)
    : QWidget(parent),
      m_icon(iconName),
      m_heading(makeLabel(heading, "section", this)),
      m_hint(makeLabel(hint, "muted", this))
{
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 24, 24, 24, 24, 8);
    layout->addStretch(1);
    layout->addSpacing(40); // the icon is painted here
    for (QLabel* label : {m_heading, m_hint}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addStretch(2);
}

void EmptyState::setTexts(const QString& heading, const QString& hint)
{
    m_heading->setText(heading);
    m_hint->setText(hint);
}

void EmptyState::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QPixmap pixmap = iconPixmap(m_icon, 28, colorsOf(palette()).muted, devicePixelRatioF());
    painter.drawPixmap(QPoint(width() / 2 - 14, m_heading->y() - 40), pixmap);
}

} // namespace satchel::ui
