// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QMainWindow;
class QSettings;

namespace satchel::ui {

class Page;
class Theme;

/// What of the window survives a restart: theme, geometry, place, filters and selections of every page.
void rememberWindow(QSettings& settings, const QMainWindow& window, const Theme& theme, const QList<Page*>& pages,
                    const Page& current);
/// Brings it back; returns the page to show.
[[nodiscard]] Page* recallWindow(const QSettings& settings, QMainWindow& window, Theme& theme,
                                 const QList<Page*>& pages);

} // namespace satchel::ui
