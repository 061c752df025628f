// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/DatabasePool.h"
#include "sync/server/Identities.h"
#include "sync/server/Listener.h"
#include "sync/server/Turn.h"
#include "sync/server/WakeHub.h"
#include "sync/server/WriteQueue.h"

#include <atomic>
#include <chrono>
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
          m_environment(environment),
          m_log(log),
          m_hub(hub),
          m_queue(m_pool, identities, environment)
    {}

    [[nodiscard]] HttpAnswer answer(const HttpQuestion& question);
    [[nodiscard]] Result<Enter> admit(const HttpQuestion& question) override;
    void leave(const WakeLine& line) override;

private:
    /// A request on its way, since when, and what becomes of it.
    struct Errand {
        const HttpQuestion& question;
        std::chrono::steady_clock::time_point begun;
        HttpAnswer answer = {};
    };
    class Pushing;

    /// What is no conversation with a laptop.
    [[nodiscard]] HttpAnswer takeOrderStatus(const HttpQuestion& question, std::optional<Error>& fault);
    [[nodiscard]] Result<Bytes> serve(Errand& errand, Turn& turn);
    /// A small push waits for its group without a thread: `errand` is answered later then.
    [[nodiscard]] Result<Bytes> push(Errand& errand, std::string_view message);
    [[nodiscard]] Result<Bytes> settle(PushJob& job);
    void finish(Errand& errand, Result<Bytes> body);
    [[nodiscard]] Result<Bytes> onDatabase(const std::function<Result<Bytes>(Database&)>& work);
    void log(const Errand& errand, const Error* error);

    Turns m_large{2}; ///< requests that are, or are answered with, more than a little
    DatabasePool m_pool;
    Identities& m_identities;
    Environment& m_environment;
    Log m_log;
    WakeHub* m_hub;
    std::atomic<int> m_waiting = 0; ///< pushes that have no thread
    WriteQueue m_queue;             ///< last: what waits in it is carried out with all of the above
};

} // namespace satchel::server
