// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/Navigator.h"

#include <QMainWindow>
#include <QSettings>
#include <QTimer>

class QStackedWidget;

namespace satchel::ui {

class BackgroundMode;
class HistoryPanel;
class Notifier;
class Page;
class Pages;
class Panels;
class Rail;
class SyncGateway;
class SyncState;
class Theme;
class TopBar;
struct Notable;

/// The window: rail, top bar, one page at a time, panels over the corners. It knows the pages only as Page and syncing
/// only as SyncGateway. Place, filters and theme are kept in `settingsFile`.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(const Desk& desk, SyncGateway& gateway, Theme& theme, const QString& settingsFile);
    ~MainWindow() override;

    /// Made if nobody has been there yet; nullptr where this user has no such page.
    [[nodiscard]] Page* page(const QString& id) const;
    /// All of them; made if need be.
    [[nodiscard]] const QList<Page*>& pages() const;
    [[nodiscard]] Page* currentPage() const;
    void go(const QString& pageId);
    void open(const RowKey& row);
    void toggleHistory();
    void toggleKeys();
    /// Why the record in front of the person is on this laptop.
    void toggleWhyHere();
    [[nodiscard]] Notifier& notifier() const { return *m_notifier; }
    [[nodiscard]] Role role() const { return m_desk.me.role; }
    /// Another language ("" as the system's), kept in the settings; whoever owns the window makes a new one in it.
    void chooseLanguage(const QString& language);
    /// Where place, filters, theme and language of a profile are kept.
    [[nodiscard]] static QString settingsFileIn(const QString& profile);
    void showNotice(const QString& sentence, bool undoable);
    /// Closes the window and ends the program, whatever closing the window means otherwise.
    void end();
    /// Writes place, filters and theme down; also done every now and then and on closing.
    void remember();

Q_SIGNALS:
    void languageChosen(const QString& language);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void addPages();
    void connectPage(Page* page);
    void addCommands();
    void connectSync(SyncGateway& gateway);
    void connectBackground();
    void openNotable(const Notable& notable);
    void decideClosing(bool stays);
    void restore();
    void showPage(Page* page);
    void showCreated(const RowKey& row);
    void visit(const Place& place);
    void showPlace();
    void refreshPages();

    const Desk& m_desk;
    SyncGateway& m_gateway;
    Theme& m_theme;
    QSettings m_settings;
    Navigator m_navigator;
    Rail* m_rail;
    TopBar* m_bar;
    QStackedWidget* m_stack;
    Pages* m_pages;
    HistoryPanel* m_history;
    SyncState* m_sync;
    Notifier* m_notifier;
    BackgroundMode* m_background;
    Panels* m_panels;
    QTimer m_refresh;
    bool m_openedForHistory = false; ///< the record covers its list while the history needs the room
};

} // namespace satchel::ui
