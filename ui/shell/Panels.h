// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/Notable.h"

#include <QFrame>

namespace satchel::ui {

class ClosingPanel;
class KeysPanel;
class NewRecordPanel;
class OwnPasswordPanel;
class Notice;
class NotificationsPanel;
class Notifier;
class PasswordPanel;
class SyncGateway;
class SyncPanel;
class SyncState;
class TravelPanel;
class WhyHerePanel;

/// The panels over the corners of the window: one at a time, none of them stops the page. Owned by the window.
class Panels final : public QObject {
    Q_OBJECT
public:
    Panels(const Desk& desk, SyncState& sync, SyncGateway& gateway, Notifier& notifier, QWidget* parent);

    /// Open or close.
    void toggleKeys();
    void toggleSync();
    /// Another password for the person himself.
    void toggleOwnPassword();
    void toggleTravel();
    void toggleNotifications();
    void toggleWhyHere(const RowKey& row);
    void askClosing();
    void add(const Entity& entity, const QString& link, const Id& id);
    /// A record that was refused, with what was typed; `used` is done in the same step.
    void addAgain(const Entity& entity, const std::vector<std::pair<std::size_t, Value>>& values, const Edit& used);
    void notify(const QString& sentence, bool undoable);
    void hideAll();

Q_SIGNALS:
    void created(satchel::RowKey row);
    /// The focus should go back to the page.
    void closed();
    void undoWanted();
    void openRequested(satchel::RowKey row);
    void pageWanted(const QString& page);
    void notableChosen(const satchel::ui::Notable& notable);
    /// Whether closing the window leaves Satchel beside the clock.
    void closingDecided(bool stays);

private:
    enum class Corner { TopRight, BottomLeft };
    void askPassword(const QString& why);
    bool toggle(QFrame* panel, Corner corner);
    void placeIfShown(QFrame* panel, Corner corner);
    void place(QFrame* panel, Corner corner);

    QWidget* m_parent;
    NewRecordPanel* m_newRecord;
    Notice* m_notice;
    KeysPanel* m_keys;
    SyncPanel* m_syncPanel;
    PasswordPanel* m_password;
    TravelPanel* m_travel;
    NotificationsPanel* m_notifications;
    WhyHerePanel* m_whyHere;
    ClosingPanel* m_closing;
    OwnPasswordPanel* m_ownPassword;
    QList<QFrame*> m_all;
    bool m_passwordAsked = false; ///< since syncing last began
};

} // namespace satchel::ui
