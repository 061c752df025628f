// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QFrame>

namespace satchel::ui {

class KeysPanel;
class NewRecordPanel;
class OwnPasswordPanel;
class Notice;
class PasswordPanel;
class SyncGateway;
class SyncPanel;
class SyncState;

/// The panels over the corners of the window: one at a time, none of them stops the page. Owned by the window.
class Panels final : public QObject {
    Q_OBJECT
public:
    Panels(const Desk& desk, SyncState& sync, SyncGateway& gateway, QWidget* parent);

    /// Open or close.
    void toggleKeys();
    void toggleSync();
    /// Another password for the person himself.
    void toggleOwnPassword();
    void add(const Entity& entity, const QString& link, const Id& id);
    void askPassword(const QString& why);
    void notify(const QString& sentence, bool undoable);
    void hideAll();

Q_SIGNALS:
    void created(satchel::RowKey row);
    /// The focus should go back to the page.
    void closed();
    void undoWanted();

private:
    enum class Corner { TopRight, BottomLeft };
    void toggle(QFrame* panel, Corner corner);
    void place(QFrame* panel, Corner corner);

    QWidget* m_parent;
    NewRecordPanel* m_newRecord;
    Notice* m_notice;
    KeysPanel* m_keys;
    SyncPanel* m_syncPanel;
    PasswordPanel* m_password;
    OwnPasswordPanel* m_ownPassword;
};

} // namespace satchel::ui
