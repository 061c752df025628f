// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSize>
#include <QString>

class QMainWindow;
class QSettings;
class QWidget;

namespace satchel::ui {

class Page;
class Theme;

/// How large a window is before anybody has made it another size: no larger than the screen has room for.
[[nodiscard]] QSize firstSize(const QWidget& window);
/// What of the window survives a restart: theme, geometry, place, filters and selections of these pages; what the
/// settings have of others stays.
void rememberWindow(QSettings& settings, const QMainWindow& window, const Theme& theme, const QList<Page*>& pages,
                    const Page& current);
/// Brings theme and geometry back; answers the id of the page that was shown, "" if none was.
[[nodiscard]] QString recallWindow(const QSettings& settings, QMainWindow& window, Theme& theme);

} // namespace satchel::ui
