// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>

namespace satchel::ui {

/// A place to sign with the mouse, a pen or a finger. What was drawn is an SVG path, 1000 units wide; who works by
/// keyboard leaves it empty.
class SignaturePad final : public QWidget {
    Q_OBJECT
public:
    explicit SignaturePad(QWidget* parent);
    [[nodiscard]] bool isEmpty() const { return m_strokes.isEmpty(); }
    /// "" for nothing.
    [[nodiscard]] std::string path() const;
    void clear();
    [[nodiscard]] QSize sizeHint() const override { return {400, 128}; }

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void add(const QPointF& point);

    QList<QPolygonF> m_strokes;
    qsizetype m_points = 0;
};

} // namespace satchel::ui
