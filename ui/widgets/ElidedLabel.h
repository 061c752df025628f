// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace satchel::ui {

/// A one-line plain-text label that never asks for more room than there is: it ends in an ellipsis and shows the whole
/// in its tool tip.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    ElidedLabel(const QString& text, const char* kind, QWidget* parent);
    void setWhole(const QString& text);
    [[nodiscard]] QSize minimumSizeHint() const override { return {24, QLabel::minimumSizeHint().height()}; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace satchel::ui
