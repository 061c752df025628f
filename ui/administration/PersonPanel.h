// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Directory.h"
#include "ui/administration/DirectoryRows.h"
#include "ui/administration/ServerView.h"
#include "ui/deals/DealPanel.h"

class QComboBox;
class QLineEdit;
class QListWidget;

namespace satchel::ui {

/// A colleague as the directory has him: a new one, or what changes of one. Needs no server.
class PersonPanel final : public DealPanel {
    Q_OBJECT
public:
    PersonPanel(const Desk& desk, const sales::Colleague& colleague, const DirectoryRows& rows, QWidget* parent);

Q_SIGNALS:
    /// A new one was written down; he has no password yet.
    void added(const satchel::Id& user, const QString& name);

private:
    void addTerritories(const DirectoryRows& rows);
    [[nodiscard]] sales::Colleague wanted() const;
    void save();

    sales::Colleague m_before;
    QLineEdit* m_name;
    QLineEdit* m_login;
    QComboBox* m_role;
    QListWidget* m_territories;
    QLineEdit* m_email;
    QLineEdit* m_phone;
};

/// A password for a colleague: typed, or made by the server and shown once. Only the server can do it.
class GivePasswordPanel final : public DealPanel {
    Q_OBJECT
public:
    GivePasswordPanel(const Desk& desk, ServerView& server, const Id& user, const QString& name, QWidget* parent);

private:
    void give();
    void showOnce(const QString& password);

    ServerView& m_server;
    Id m_user;
    QString m_name;
    QLineEdit* m_password;
};

} // namespace satchel::ui
