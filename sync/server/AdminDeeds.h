// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Administering.h"
#include "sync/server/Identities.h"

namespace satchel::server {

/// Carries out what an administrator does from his window. Each call is one write transaction in which his rights are
/// looked at again and a line for the log is written: who did what, on which device (alerts::note). The Database must
/// not be in one.
class AdminDeeds {
public:
    AdminDeeds(Database& database, Identities& identities, Environment& environment)
        : m_database(database), m_identities(identities), m_environment(environment)
    {}

    /// Forbidden for every other role, and nothing changes then.
    [[nodiscard]] Result<AdminDone> perform(const std::string& token, const AdminDeed& deed);
    /// Anybody's own password; Invalid if the present one is wrong. With a login: in place of one that an administrator
    /// has set, without a session.
    [[nodiscard]] Status changeOwnPassword(const std::string& token, const OwnPassword& wish);

private:
    [[nodiscard]] Result<Caller> administrator(const std::string& token);
    /// `work(caller, done)` answers the line for the log, all in one transaction.
    template <typename Work>
    [[nodiscard]] Result<AdminDone> recorded(const std::string& token, const AdminDeed& deed, const Work& work);
    [[nodiscard]] Result<AdminDone> setPassword(const std::string& token, const AdminDeed& deed);
    [[nodiscard]] Result<AdminDone> heldBack(const std::string& token, const AdminDeed& deed);
    [[nodiscard]] Result<std::string> device(const Caller& caller, const AdminDeed& deed);
    [[nodiscard]] Result<std::string> small(const Caller& caller, const AdminDeed& deed, AdminDone& done);
    [[nodiscard]] Status log(const Caller& caller, const Id& subject, const std::string& what);

    Database& m_database;
    Identities& m_identities;
    Environment& m_environment;
};

} // namespace satchel::server
