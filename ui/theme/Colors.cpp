// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Colors.h"

#include <QPalette>

namespace satchel::ui {

namespace {
QColor rgb(unsigned value)
{
    return QColor::fromRgb(value);
}
} // namespace

const Colors& lightColors()
{
    static const Colors colors{
        .dark = false,
        .window = rgb(0xF4F6F9),
        .surface = rgb(0xFFFFFF),
        .raised = rgb(0xFFFFFF),
        .hover = rgb(0xF0F3F7),
        .border = rgb(0xE2E6ED),
        .edge = rgb(0xC5CDD8),
        .fieldBorder = rgb(0x848E9D),
        .text = rgb(0x17202E),
        .muted = rgb(0x5B6676),
        .accent = rgb(0x2563EB),
        .onAccent = rgb(0xFFFFFF),
        .accentText = rgb(0x1D4FCB),
        .accentSoft = rgb(0xE4ECFD),
        .danger = rgb(0xB4232C),
        .dangerSoft = rgb(0xFCE9E9),
        .warning = rgb(0x8A5200),
        .warningSoft = rgb(0xFCF0DA),
        .success = rgb(0x12683B),
        .successSoft = rgb(0xE1F3E8),
    };
    return colors;
}

const Colors& darkColors()
{
    static const Colors colors{
        .dark = true,
        .window = rgb(0x14171C),
        .surface = rgb(0x1C2027),
        .raised = rgb(0x262B34),
        .hover = rgb(0x242932),
        .border = rgb(0x2E343F),
        .edge = rgb(0x454E5C),
        .fieldBorder = rgb(0x6A7585),
        .text = rgb(0xE7EAF0),
        .muted = rgb(0x9BA6B6),
        .accent = rgb(0x2F69E8),
        .onAccent = rgb(0xFFFFFF),
        .accentText = rgb(0x8FB3FF),
        .accentSoft = rgb(0x253654),
        .danger = rgb(0xFF9A97),
        .dangerSoft = rgb(0x402428),
        .warning = rgb(0xF2BC66),
        .warningSoft = rgb(0x3B301D),
        .success = rgb(0x6BD39A),
        .successSoft = rgb(0x1B3529),
    };
    return colors;
}

const Colors& colorsOf(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkColors() : lightColors();
}

} // namespace satchel::ui
