// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Administration.h"
#include "tests/support/world/Laptop.h"

#include <QTemporaryDir>
#include <set>

namespace satchel::test {

/// A small company with its true server in this process, and as many laptops as a story needs. Two territories (North,
/// South) below World; ana sells in North, carl in South, ben is an account manager, dora manages World, ines is inside
/// sales for North, mia does marketing, admin administers. Acme (North) has the contacts Ana Ruiz and Bo Lee, and ben
/// on its team; Zeta (South) has Cleo Diaz. There are a price list with one product.
class Company {
public:
    /// `database`: a PostgreSQL URL, or "" for SQLite. Companies of different seeds have different ids.
    explicit Company(const std::string& database = {}, std::uint64_t seed = 1);

    /// A new laptop, signed in and synced.
    Laptop& laptop(const std::string& login);
    /// A copy of a laptop's files that goes on beside it.
    Laptop& copyOf(Laptop& laptop);
    /// Writes a backup of the server; answers the file.
    std::string backUp();
    /// The server's data becomes what it was at the backup, without anybody telling it (as when a file or a virtual
    /// machine is put back); `declared`: by satchel-server restore, which says so.
    void putBack(const std::string& file, bool declared);
    [[nodiscard]] HandEnvironment& clock() { return m_clock; }
    [[nodiscard]] server::Service& service() { return *m_service; }
    [[nodiscard]] server::Database& database() { return *m_database; }
    [[nodiscard]] server::Administration& administration() { return *m_administration; }
    [[nodiscard]] server::DatabaseFactory& factory() { return *m_factory; }
    [[nodiscard]] server::Identities& identities() { return m_identities; }

    [[nodiscard]] Id id(const std::string& name) const { return m_ids.at(name); }

    // By the names used in stories.
    Id north, south, acme, zeta, anaRuiz, boLee, cleoDiaz, product, priceList;

private:
    [[nodiscard]] Status feed(const std::function<Status(const Record&)>& take);

    QTemporaryDir m_folder;
    HandEnvironment m_clock;
    server::Identities m_identities;
    std::unique_ptr<server::DatabaseFactory> m_factory;
    std::unique_ptr<server::Database> m_database;
    std::unique_ptr<server::Service> m_service;
    std::unique_ptr<server::Administration> m_administration;
    std::vector<std::unique_ptr<Laptop>> m_laptops;
    std::map<std::string, Id> m_ids; ///< users by login
    std::set<std::string> m_withPassword;
    int m_backups = 0;
};

} // namespace satchel::test
