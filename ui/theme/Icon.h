// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace satchel::ui {

/// Which colour of the palette an icon takes when it is painted; it follows a change of theme by itself.
enum class Tint { Text, Muted, Accent, OnAccent, Danger, Warning, Success };

/// An icon of resources/icons by its name ("calendar-check"), drawn crisp at any size and scale. Window's thread.
[[nodiscard]] QIcon icon(const QString& name, Tint tint = Tint::Text);
[[nodiscard]] QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal scale);

} // namespace satchel::ui
