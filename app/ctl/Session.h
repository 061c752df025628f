// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Arguments.h"
#include "core/base/Files.h"
#include "core/schema/ValueText.h"
#include "core/store/Replica.h"

#include <memory>

namespace satchel::ctl {

/// A profile in use by one command: its lock, its replica and whose it is. Lives as long as the command, on its thread.
class Session {
public:
    /// Waits 5 s for another program on the profile. Unauthorized where nobody has logged in yet.
    [[nodiscard]] static Result<Session> open(const std::string& folder, Environment& environment);
    /// The same without the question who: for log-in.
    [[nodiscard]] static Result<Session> openForLogin(const std::string& folder, Environment& environment);

    [[nodiscard]] Replica& replica() const { return *m_replica; }
    [[nodiscard]] Environment& environment() const { return *m_environment; }
    [[nodiscard]] const std::string& folder() const { return m_folder; }
    /// Null before the first log-in.
    [[nodiscard]] const std::optional<ReplicaIdentity>& identity() const { return m_identity; }
    [[nodiscard]] Status refreshIdentity();

    /// What reading a person's text needs to know, with the present moment and this user.
    [[nodiscard]] ValueContext valueContext() const;
    /// A user's login; the id where he is not in the directory.
    [[nodiscard]] Result<std::string> loginOf(const Id& user) const;

private:
    Session(std::string folder, Environment& environment) : m_folder(std::move(folder)), m_environment(&environment) {}

    std::string m_folder;
    Environment* m_environment;
    FileLock m_lock;
    std::unique_ptr<Replica> m_replica;
    std::optional<ReplicaIdentity> m_identity;
};

/// The entity of this name that people work with, or NotFound.
[[nodiscard]] Result<const Entity*> entityNamed(const std::string& name);
/// The position of a field, or NotFound.
[[nodiscard]] Result<std::size_t> fieldNamed(const Entity& entity, const std::string& name);

} // namespace satchel::ctl
