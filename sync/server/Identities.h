// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/model/Administering.h"
#include "core/schema/Role.h"
#include "sync/protocol/Messages.h"
#include "sync/server/Database.h"
#include "sync/server/Passwords.h"
#include "sync/server/TokenCache.h"

namespace satchel::server {

/// Who a request comes from, by the rights of this moment.
struct Caller {
    Id user;
    std::string login;
    Role role = Role::Salesperson;
    Id device;
    std::string deviceName;
    Id incarnation;                                     ///< the replica that logged in last on this device
    std::shared_ptr<const std::set<Scope>> scopes = {}; ///< where they are known already
};

/// A replica's device as the operator sees it.
struct DeviceInfo {
    Id id;
    std::string login;
    std::string name;
    std::string program;
    Milliseconds registered = 0;
    Milliseconds lastSeen = 0;
    bool revoked = false;
};

/// Who may come in: passwords, tokens and devices. The directory of users itself is the entity `user`; here stands only
/// what never leaves the server. A token is known by its hash alone. One object serves all threads; each call uses the
/// caller's connection.
class Identities {
public:
    static constexpr Milliseconds day = 24LL * 60 * 60 * 1000;

    explicit Identities(Environment& environment, Milliseconds tokenLifetime = 30 * day,
                        Passwords::Effort effort = Passwords::Effort::Interactive)
        : m_environment(environment), m_tokenLifetime(tokenLifetime), m_passwords(effort)
    {}

    /// DDL of the server's first migration.
    [[nodiscard]] static std::string tables();

    // These begin transactions of their own: call them outside of any.

    /// Checks the password, registers the device and its incarnation, and makes a token; not for a password that
    /// somebody else has set (administering::wantsNewPassword). A login that does not exist and a wrong password get
    /// the same words after the same time. History, digest key and server time are left to the caller.
    [[nodiscard]] Result<LoginReply> login(Database& database, const LoginRequest& request, Milliseconds now);
    /// Invalid unless this is the caller's password; as slow, and as patient with who guesses, as login().
    [[nodiscard]] Status checkPassword(Database& database, const Caller& caller, const std::string& password,
                                       Milliseconds now);
    /// Another password in place of one that somebody else has set, by who knows that one. Answers whose.
    [[nodiscard]] Result<Id> replacePassword(Database& database, const OwnPassword& wish, Milliseconds now);
    /// Remembers, at most once an hour, that the device was here.
    void seen(Database& database, const Caller& caller, Milliseconds now);

    /// Unauthorized unless the token is known, neither expired nor revoked, and its user may still come in. Only reads.
    [[nodiscard]] Result<Caller> authenticate(Database& database, const std::string& token, Milliseconds now);
    /// The same with the scopes, from memory if they were read in the same state of the rights, which the caller has
    /// read within his transaction and not changed in it.
    [[nodiscard]] Result<Caller> authenticate(Database& database, const std::string& token, Milliseconds now,
                                              const RightsState& state);
    /// The same, for turning strangers away early: may rely on what was so a moment ago.
    [[nodiscard]] Status letIn(Database& database, const std::string& token, Milliseconds now);
    /// That was so a moment ago: nobody need be asked.
    [[nodiscard]] bool wasLetIn(const std::string& token, Milliseconds now);

    /// How a token is known: what it is found by, and nothing from which it could be made.
    [[nodiscard]] static Bytes hashOfToken(const std::string& token);
    /// Which of these tokens are still good, as for authenticate().
    [[nodiscard]] Result<std::set<Bytes>> good(Database& database, const std::vector<Bytes>& hashes, Milliseconds now);

    // The rest writes within the transaction of the caller, or alone if there is none.

    [[nodiscard]] Status logout(Database& database, const std::string& token, Milliseconds now);
    /// What setPassword() takes; slow, so do it before a transaction.
    [[nodiscard]] Result<std::string> hashPassword(const std::string& password) { return m_passwords.hash(password); }
    enum class Chosen { ByHimself, BySomebodyElse };
    /// Also ends all sessions of the user: a new password shuts out whoever knew the old one. One that somebody else
    /// has chosen opens nothing but the way to a new one.
    [[nodiscard]] Status setPassword(Database& database, const Id& user, const std::string& hash, Milliseconds now,
                                     Chosen chosen = Chosen::ByHimself);
    [[nodiscard]] Status revokeTokens(Database& database, const Id& user, Milliseconds now);
    [[nodiscard]] Result<std::vector<DeviceInfo>> devices(Database& database);
    [[nodiscard]] Status revokeDevice(Database& database, const Id& device, Milliseconds now);
    /// It may sign in again, with the password; its old sessions stay ended.
    [[nodiscard]] Status readmitDevice(Database& database, const Id& device);
    /// The same as setPassword(), but the session of this token goes on.
    [[nodiscard]] Status setOwnPassword(Database& database, const std::string& token, const Id& user,
                                        const std::string& hash, Milliseconds now);

private:
    struct User {
        Id id;
        Role role = Role::Salesperson;
        bool active = false;
        std::string hash; ///< "" if he does not exist or has no password
        bool mustChange = false;
    };
    [[nodiscard]] static Result<User> find(Database& database, const std::string& login);
    [[nodiscard]] Result<User> check(Database& database, const std::string& login, const std::string& password,
                                     Milliseconds now);
    [[nodiscard]] Result<LoginReply> admit(Database& database, const LoginRequest& request, const User& user,
                                           Milliseconds now);
    [[nodiscard]] static Error stranger(Database& database, const Cell& token);
    [[nodiscard]] Result<Id> registerDevice(Database& database, const LoginRequest& request, const Id& user,
                                            Milliseconds now);
    [[nodiscard]] static Result<std::int64_t> registerIncarnation(Database& database, const LoginRequest& request,
                                                                  const Id& device);

    [[nodiscard]] static Result<Caller> readCaller(Database& database, const Cell& hash, Milliseconds now,
                                                   Milliseconds& expires);

    Environment& m_environment;
    Milliseconds m_tokenLifetime;
    Passwords m_passwords;
    TokenCache m_cache;
};

} // namespace satchel::server
