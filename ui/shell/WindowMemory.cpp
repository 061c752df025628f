// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WindowMemory.h"

#include "ui/shell/Page.h"
#include "ui/theme/Theme.h"

#include <QMainWindow>
#include <QScreen>
#include <QSettings>

namespace satchel::ui {

namespace {
constexpr int titleHeight = 40; // the frame is not known before the window is shown
}

QSize firstSize(const QWidget& window)
{
    return QSize(1280, 800).boundedTo(window.screen()->availableSize().shrunkBy({0, titleHeight, 0, 0}));
}

void rememberWindow(QSettings& settings, const QMainWindow& window, const Theme& theme, const QList<Page*>& pages,
                    const Page& current)
{
    settings.setValue(QStringLiteral("theme"), Theme::nameOf(theme.choice()));
    settings.setValue(QStringLiteral("density"), Theme::nameOf(theme.density()));
    settings.setValue(QStringLiteral("geometry"), window.saveGeometry());
    settings.setValue(QStringLiteral("page"), current.id());
    for (const Page* page : pages)
        page->save(settings);
    settings.sync();
}

QString recallWindow(const QSettings& settings, QMainWindow& window, Theme& theme)
{
    theme.setDensity(Theme::densityNamed(settings.value(QStringLiteral("density")).toString()));
    theme.apply(Theme::named(settings.value(QStringLiteral("theme")).toString()));
    window.restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    return settings.value(QStringLiteral("page")).toString();
}

} // namespace satchel::ui
