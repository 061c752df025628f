// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WindowMemory.h"

#include "ui/shell/Page.h"
#include "ui/theme/Theme.h"

#include <QMainWindow>
#include <QSettings>

namespace satchel::ui {

void rememberWindow(QSettings& settings, const QMainWindow& window, const Theme& theme, const QList<Page*>& pages,
                    const Page& current)
{
    settings.setValue(QStringLiteral("theme"), Theme::nameOf(theme.choice()));
    settings.setValue(QStringLiteral("geometry"), window.saveGeometry());
    settings.setValue(QStringLiteral("page"), current.id());
    for (const Page* page : pages)
        page->save(settings);
    settings.sync();
}

Page* recallWindow(const QSettings& settings, QMainWindow& window, Theme& theme, const QList<Page*>& pages)
{
    theme.apply(Theme::named(settings.value(QStringLiteral("theme")).toString()));
    window.restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    Page* last = pages.first();
    for (Page* page : pages) {
        page->restore(settings);
        if (page->id() == settings.value(QStringLiteral("page")).toString())
            last = page;
    }
    return last;
}

} // namespace satchel::ui
