// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/programs/Profile.h"
#include "tests/support/programs/RunningServer.h"

#include <QMap>
#include <QTemporaryDir>

namespace satchel::test {

/// A company made by hand through the commands alone, so that a story can count its rows. World has North and South
/// below it. ana sells in North, carl in South, ben manages key accounts, dora manages World, ines is inside sales in
/// North, mia does marketing, boss administers. Acme (North; a contact Ruiz, a note of a call, ben on its team) has the
/// site Acme Port in South (a contact Port); Zeta (South) has a contact Diaz. There are a lead in North, a product, a
/// price list, one price.
class SmallCompany {
public:
    /// `database`: a PostgreSQL URL, or "" for SQLite. Fails the running test if it cannot be made.
    explicit SmallCompany(const QString& database = {});

    /// A laptop that does not exist yet.
    [[nodiscard]] Profile unused(const char* name) const { return Profile(path(name)); }
    /// A new laptop, signed in and synced.
    Profile laptop(const char* login, const char* name = nullptr);
    [[nodiscard]] QString path(const char* name) const { return folder.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QString id(const char* name) const { return ids.value(QString::fromUtf8(name)); }

    QTemporaryDir folder;
    RunningServer server;
    Profile boss;
    QMap<QString, QString> ids; ///< North, Acme, Ruiz ... and users by login

private:
    void addUser(const char* login, const char* role, const char* territory = nullptr);
    void keep(const char* name, const char* entity, const Words& fields);
};

} // namespace satchel::test
