// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/DatabasePool.h"
#include "sync/server/Identities.h"
#include "sync/server/Listener.h"
#include "sync/server/Turn.h"
#include "sync/server/WakeHub.h"
#include "sync/server/WriteQueue.h"

#include <optional>

namespace satchel::server {

/// The conversation over HTTP: finds the endpoint, decodes, asks the Service on a connection of its own, encodes.
/// Writes one line a request to stderr, never with a password, a token or a value. answer() may be called from several
/// threads.
class HttpFace final : public WakeDoor {
public:
    enum class Log { Nothing, Failures, Requests };

    /// `hub`: where laptops wait for news, if any may.
    HttpFace(DatabaseFactory& factory, Identities& identities, Environment& environment, Log log,
             WakeHub* hub = nullptr)
        : m_pool(factory),
          m_identities(identities),
          m_queue(identities, environment),
          m_environment(environment),
          m_log(log),
          m_hub(hub)
    {}

    [[nodiscard]] HttpAnswer answer(const HttpQuestion& question);
    [[nodiscard]] Result<Enter> admit(const HttpQuestion& question) override;
    void leave(const WakeLine& line) override;

private:
    /// What is no conversation with a laptop.
    [[nodiscard]] HttpAnswer takeOrderStatus(const HttpQuestion& question, std::optional<Error>& fault);
    [[nodiscard]] Result<Bytes> serve(const HttpQuestion& question, Turn& turn, int& status);
    [[nodiscard]] Result<Bytes> onDatabase(const std::function<Result<Bytes>(Database&)>& work);
    void log(const HttpQuestion& question, const HttpAnswer& answer, const Error* error, std::int64_t microseconds);

    Turns m_large{2}; ///< requests that are, or are answered with, more than a little
    DatabasePool m_pool;
    Identities& m_identities;
    WriteQueue m_queue;
    Environment& m_environment;
    Log m_log;
    WakeHub* m_hub;
};

} // namespace satchel::server
