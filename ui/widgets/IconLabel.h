// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Icon.h"

#include <QWidget>

namespace satchel::ui {

/// An icon as decoration beside text; follows the theme, says nothing to a screen reader.
class IconLabel final : public QWidget {
    Q_OBJECT
public:
    IconLabel(const QString& name, Tint tint, int size, QWidget* parent);
    void setIcon(const QString& name, Tint tint);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon m_icon;
    int m_size;
};

} // namespace satchel::ui
