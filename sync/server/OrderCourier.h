// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Deliveries.h"
#include "sync/server/HttpPost.h"

#include <condition_variable>
#include <thread>

namespace satchel::server {

/// Takes recorded orders to the webhook, one after the other, as long as the server runs. Each is claimed before it is
/// sent, so of several servers on one database one sends it; if that one dies before it has noted the answer, another
/// sends it again: at least once. A thread of its own with a connection of its own, from construction to destruction.
class OrderCourier {
public:
    enum class Log { Nothing, Attempts };

    OrderCourier(DatabaseFactory& factory, Environment& environment, Log log);
    ~OrderCourier();
    OrderCourier(const OrderCourier&) = delete;
    OrderCourier& operator=(const OrderCourier&) = delete;

    struct Attempt {
        Id delivery;
        std::string error; ///< "" if it was delivered
    };
    /// Sends the next delivery that is due and notes what came of it; nothing if none is, or no webhook is configured.
    [[nodiscard]] static Result<std::optional<Attempt>> deliverNext(Database& database, Environment& environment,
                                                                    HttpPost& post);
    /// One POST, whatever was recorded: "" if it was answered with 2xx, else a sentence.
    [[nodiscard]] static std::string send(const Webhook& webhook, const Id& delivery, const std::string& event,
                                          const std::string& body, HttpPost& post);
    /// The body of an event "test", which is about no order.
    [[nodiscard]] static std::string testBody(const Id& delivery, Milliseconds now);

private:
    void run();
    /// Everything that is due.
    void round();

    DatabaseFactory& m_factory;
    Environment& m_environment;
    Log m_log;
    HttpPost m_post;
    std::unique_ptr<Database> m_database;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace satchel::server
