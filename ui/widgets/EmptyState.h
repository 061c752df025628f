// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace satchel::ui {

/// What a page shows where nothing is: an icon, what belongs here, and the key that brings it.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& iconName, const QString& heading, const QString& hint, QWidget* parent);
    void setTexts(const QString& heading, const QString& hint);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    QLabel* m_heading;
    QLabel* m_hint;
};

} // namespace satchel::ui
