// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WindowCommands.h"

#include "core/rules/Access.h"
#include "ui/language/Language.h"
#include "ui/quotes/QuotesPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Page.h"
#include "ui/shell/Pages.h"
#include "ui/shell/Panels.h"
#include "ui/shell/Rail.h"
#include "ui/shell/SyncGateway.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>
#include <QShortcut>

namespace satchel::ui {

std::vector<Command> windowCommands(const WindowParts& parts, const std::vector<PageCard>& pages)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("WindowCommands", text); };
    MainWindow* window = &parts.window;
    Panels* panels = &parts.panels;
    std::vector<Command> commands;
    for (const char* name : {"contact", "account", "lead", "task"}) {
        const Entity* entity = &schema::entity(name);
        if (mayCreate(window->role(), *entity))
            commands.push_back(
                {tr("New %1").arg(inSentence(entityWord(*entity))), QStringLiteral("plus"), {}, [panels, entity] {
                     panels->add(*entity, {}, {});
                 }});
    }
    if (mayCreate(window->role(), schema::entity("quote")))
        commands.push_back({QuotesPage::tr("New quote"), QStringLiteral("plus"), {}, [window] {
                                const auto record = window->currentPage()->currentRecord();
                                const bool customer = record && record->entity == schema::entity("account").number;
                                window->go(QStringLiteral("quote"));
                                window->currentPage()->addFor(customer ? QStringLiteral("account") : QString(),
                                                              customer ? record->id : Id{});
                            }});
    const auto add = [&commands](const QString& name, const char* iconName, const QKeySequence& key,
                                 std::function<void()> run) {
        commands.push_back({name, QString::fromLatin1(iconName), key, std::move(run)});
    };
    add(tr("Find duplicates"), "git-merge", {}, [window] { window->go(QStringLiteral("duplicates")); });
    add(tr("Sync now"), "refresh-cw", QKeySequence(Qt::CTRL | Qt::Key_R),
        [gateway = &parts.gateway] { gateway->syncNow(); });
    for (const PageCard& page : pages)
        commands.push_back(
            {tr("Go to %1").arg(page.title), page.iconName, page.key, [window, id = page.id] { window->go(id); }});
    add(tr("History of this record"), "history", QKeySequence(Qt::CTRL | Qt::Key_H),
        [window] { window->toggleHistory(); });
    add(tr("Why is this here?"), "map-pin", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
        [window] { window->toggleWhyHere(); });
    add(tr("Undo"), "undo-2", QKeySequence(Qt::CTRL | Qt::Key_Z), [undo = &parts.undo] { undo->undo(); });
    add(tr("Redo"), "undo-2", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [undo = &parts.undo] { undo->redo(); });
    add(tr("Light or dark"), "moon", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
        [theme = &parts.theme] { theme->toggle(); });
    add(tr("Comfortable or compact rows"), "list-checks", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
        [theme = &parts.theme] { theme->toggleDensity(); });
    add(tr("Details of syncing"), "cloud", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
        [panels] { panels->toggleSync(); });
    add(tr("Ready to travel?"), "briefcase-business", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        [panels] { panels->toggleTravel(); });
    add(tr("Notifications"), "bell", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
        [panels] { panels->toggleNotifications(); });
    add(tr("When the window is closed: stay beside the clock, or end"), "log-in", {},
        [panels] { panels->askClosing(); });
    add(tr("Change your password"), "lock", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
        [panels] { panels->toggleOwnPassword(); });
    add(tr("All keys"), "keyboard", QKeySequence(Qt::Key_F1), [panels] { panels->toggleKeys(); });
    add(tr("Help"), "keyboard", {}, [panels] { panels->toggleKeys(); });
    add(tr("All keys (also here)"), "keyboard", QKeySequence(Qt::CTRL | Qt::Key_Slash),
        [panels] { panels->toggleKeys(); });
    for (const QString& language : languages())
        if (language != spokenLanguage()) // in its own words: who reads the other one finds it
            commands.push_back({QStringLiteral("%1 (%2)").arg(languageWord(language), tr("language")),
                                QStringLiteral("user"),
                                {},
                                [window, language] { window->chooseLanguage(language); }});
    add(tr("Language as on this computer"), "user", {}, [window] { window->chooseLanguage({}); });
    add(tr("Narrow or wide rail"), "panel-left-close", QKeySequence(Qt::CTRL | Qt::Key_B),
        [rail = &parts.rail] { rail->setCollapsed(!rail->isCollapsed()); });
    add(tr("Back"), "arrow-left", QKeySequence(Qt::ALT | Qt::Key_Left),
        [navigator = &parts.navigator] { navigator->back(); });
    add(tr("Forward"), "arrow-right", QKeySequence(Qt::ALT | Qt::Key_Right),
        [navigator = &parts.navigator] { navigator->forward(); });
    return commands;
}

std::vector<CustomerCommand> customerCommands(const WindowParts& parts)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("WindowCommands", text); };
    MainWindow* window = &parts.window;
    std::vector<CustomerCommand> commands;
    if (mayCreate(window->role(), schema::entity("quote")))
        commands.push_back({tr("New quote for %1"), QStringLiteral("plus"), [window](const Id& account) {
                                window->go(QStringLiteral("quote"));
                                window->currentPage()->addFor(QStringLiteral("account"), account);
                            }});
    if (mayCreate(window->role(), schema::entity("task")))
        commands.push_back(
            {tr("New to-do for %1"), QStringLiteral("plus"), [panels = &parts.panels](const Id& account) {
                 panels->add(schema::entity("task"), QStringLiteral("account"), account);
             }});
    return commands;
}

void addShortcuts(QWidget* window, const std::vector<Command>& commands)
{
    for (const Command& command : commands)
        if (!command.key.isEmpty())
            QObject::connect(new QShortcut(command.key, window), &QShortcut::activated, window, command.run);
}

} // namespace satchel::ui
