// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Messages.h"
#include "sync/server/Identities.h"

namespace satchel::server {

/// The server's end of the conversation, without any transport: what comes in is a decoded message and a token, what
/// goes out an answer or an error. Each request is authorised against the rights of this moment. One object is one
/// database connection and belongs to one thread at a time; any number may work side by side.
class Service {
public:
    Service(Database& database, Identities& identities, Environment& environment)
        : m_database(database), m_identities(identities), m_environment(environment)
    {}

    [[nodiscard]] Result<LoginReply> login(const LoginRequest& request);
    [[nodiscard]] Status logout(const std::string& token);
    [[nodiscard]] Result<PushReply> push(const std::string& token, const PushRequest& request);
    [[nodiscard]] Result<PullReply> pull(const std::string& token, const PullRequest& request);

private:
    Database& m_database;
    Identities& m_identities;
    Environment& m_environment;
};

} // namespace satchel::server
