// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/DatabasePool.h"
#include "sync/server/Identities.h"
#include "sync/server/Listener.h"

namespace satchel::server {

/// The conversation over HTTP: finds the endpoint, decodes, asks the Service on a connection of its own, encodes.
/// Writes one line a request to stderr, never with a password, a token or a value. answer() may be called from several
/// threads.
class HttpFace {
public:
    enum class Log { Nothing, Failures, Requests };

    HttpFace(DatabaseFactory& factory, Identities& identities, Environment& environment, Log log)
        : m_pool(factory), m_identities(identities), m_environment(environment), m_log(log)
    {}

    [[nodiscard]] HttpAnswer answer(const HttpQuestion& question);

private:
    [[nodiscard]] Result<Bytes> serve(const HttpQuestion& question, int& status);
    [[nodiscard]] Result<Bytes> onDatabase(const std::function<Result<Bytes>(Database&)>& work);
    void log(const HttpQuestion& question, const HttpAnswer& answer, const Error* error, std::int64_t microseconds);

    DatabasePool m_pool;
    Identities& m_identities;
    Environment& m_environment;
    Log m_log;
};

} // namespace satchel::server
