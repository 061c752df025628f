// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace satchel::ui {

/// Between the store's UTF-8 and the window's QString, without losing a byte: QString::fromUtf8 would swallow a leading
/// byte order mark.
[[nodiscard]] QString toQString(std::string_view text);
[[nodiscard]] std::string fromQString(const QString& text);
/// One line of it for a list: line breaks and tabs become spaces, cut where it is very long.
[[nodiscard]] QString oneLine(const QString& text, int longest = 300);
/// Text of a record within a mirrored window keeps its own direction: "S.L." its dot at its end.
[[nodiscard]] QString isolated(const QString& text);

} // namespace satchel::ui
