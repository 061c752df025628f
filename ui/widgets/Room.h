// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace satchel::ui {

/// Room for a layout: as high as what is in it is at its width, and less where there is no more; then it scrolls, and
/// nothing in it is squeezed. Window's thread.
class Room final : public QScrollArea {
    Q_OBJECT
public:
    explicit Room(QWidget* parent);

    void setContent(QLayout* layout);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool viewportEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace satchel::ui
