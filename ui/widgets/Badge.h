// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPainter;

namespace satchel::ui {

/// Paints the initials of a name in a round badge of a quiet colour that follows from the name.
void paintInitials(QPainter& painter, const QRectF& rect, const QString& name, bool dark);

enum class Tone { Neutral, Accent, Good, Caution, Bad };
/// Paints a rounded chip with one word, right-aligned at `right`; returns its width.
int paintPill(QPainter& painter, const QRect& line, const QString& text, Tone tone, bool dark);
/// The tone in which a choice of the declaration is shown ("blocker" is bad, "customer" good...).
[[nodiscard]] Tone toneOf(const QString& choice);

/// A person's or company's initials as a widget; decoration, says nothing to a screen reader.
class InitialsBadge final : public QWidget {
    Q_OBJECT
public:
    explicit InitialsBadge(int size, QWidget* parent);
    void setName(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
};

/// One word in a chip ("Customer", "National account").
class Pill final : public QWidget {
    Q_OBJECT
public:
    Pill(const QString& text, Tone tone, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone;
};

} // namespace satchel::ui
