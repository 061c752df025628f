// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPalette;

namespace satchel::ui {

/// The few colours of Satchel: greys of one hue, one accent, one danger, one warning, one success. Pure values; every
/// pair of text and ground that is used together has a contrast of at least 4.5 (WCAG AA), and what shows where a
/// control is one of at least 3.
struct Colors {
    bool dark = false;
    QColor window;      ///< behind everything
    QColor surface;     ///< cards, lists
    QColor raised;      ///< menus, tool tips, panels above a surface
    QColor hover;       ///< under the mouse
    QColor border;      ///< thin lines between things
    QColor edge;        ///< around panels, menus and buttons, which do not need it to be seen
    QColor fieldBorder; ///< around what can be typed in or ticked
    QColor text;
    QColor muted;  ///< labels, secondary lines
    QColor accent; ///< ground of the primary action
    QColor onAccent;
    QColor accentText; ///< accent as text or icon
    QColor accentSoft; ///< ground of what is selected
    QColor danger;
    QColor dangerSoft;
    QColor warning;
    QColor warningSoft;
    QColor success;
    QColor successSoft;
};

[[nodiscard]] const Colors& lightColors();
[[nodiscard]] const Colors& darkColors();
/// The colours that go with a palette Theme made.
[[nodiscard]] const Colors& colorsOf(const QPalette& palette);

} // namespace satchel::ui
