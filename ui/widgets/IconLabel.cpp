// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/IconLabel.h"

#include <QPainter>

namespace satchel::ui {

IconLabel::IconLabel(const QString& name, Tint tint, int size, QWidget* parent)
    : QWidget(parent), m_icon(icon(name, tint)), m_size(size)
{
    setFixedSize(size, size + 2);
}

void IconLabel::setIcon(const QString& name, Tint tint)
{
    m_icon = icon(name, tint);
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_icon.paint(&painter, QRect(0, 1, m_size, m_size));
}

} // namespace satchel::ui
