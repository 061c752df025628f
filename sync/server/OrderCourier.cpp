// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/OrderCourier.h"

#include <cstdio>

namespace satchel::server {

namespace {

constexpr std::chrono::seconds look(2);

} // namespace

std::string OrderCourier::send(const Webhook& webhook, const Id& delivery, const std::string& event,
                               const std::string& body, HttpPost& post)
{
    const auto address = webhook::addressOf(webhook.url);
    if (!address.ok())
        return address.error().message;
    const auto status = post.send(*address,
                                  {{"Content-Type", "application/json"},
                                   {"X-Satchel-Event", event},
                                   {"X-Satchel-Delivery", delivery.toString()},
                                   {"X-Satchel-Signature", webhook::signature(webhook.secret, body)}},
                                  body);
    if (!status.ok())
        return status.error().message;
    return *status >= 200 && *status < 300 ? "" : "The receiver answered " + std::to_string(*status) + ".";
}

std::string OrderCourier::testBody(const Id& delivery, Milliseconds now)
{
    return R"({"delivery":")" + delivery.toString() + R"(","event":"test","at":")" + formatInstant(now) + "\"}";
}

Result<std::optional<OrderCourier::Attempt>> OrderCourier::deliverNext(Database& database, Environment& environment,
                                                                       HttpPost& post)
{
    SATCHEL_ASSIGN(const Webhook webhook, webhook::read(database));
    if (webhook.url.empty() || webhook.secret.empty() || webhook.paused)
        return std::optional<Attempt>();
    SATCHEL_ASSIGN(const bool due, deliveries::anyDue(database, environment.now()));
    if (!due)
        return std::optional<Attempt>();
    const Id claimant = environment.newId();
    SATCHEL_ASSIGN(const auto delivery, deliveries::claim(database, claimant, environment.now()));
    if (!delivery)
        return std::optional<Attempt>();
    const std::string error = send(webhook, delivery->id, delivery->event, delivery->body, post);
    SATCHEL_TRY(environment.reach("webhook answered", delivery->id.toString()));
    if (error.empty())
        SATCHEL_TRY(deliveries::delivered(database, *delivery, environment.now()));
    else
        SATCHEL_TRY(deliveries::failed(database, environment, *delivery, claimant, error));
    return std::optional(Attempt{delivery->id, error});
}

OrderCourier::OrderCourier(DatabaseFactory& factory, Environment& environment, Log log)
    : m_factory(factory), m_environment(environment), m_log(log), m_thread([this] { run(); })
{}

OrderCourier::~OrderCourier()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_post.cancel();
    m_wake.notify_all();
    m_thread.join();
}

void OrderCourier::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, look, [this] { return m_stopping; })) {
        lock.unlock();
        round();
        lock.lock();
    }
}

// What the database fails with is tried again at the next round, on a new connection.
void OrderCourier::round()
{
    if (!m_database) {
        auto connected = m_factory.connect();
        if (!connected.ok())
            return;
        m_database = std::move(*connected);
    }
    for (;;) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping)
                return;
        }
        const auto attempt = deliverNext(*m_database, m_environment, m_post);
        if (!attempt.ok())
            m_database.reset();
        if (!attempt.ok() || !*attempt)
            return;
        if (m_log == Log::Nothing)
            continue;
        const std::string line = formatInstant(m_environment.now()) + " delivery " + (*attempt)->delivery.toString() +
                                 ' ' + ((*attempt)->error.empty() ? "done" : '"' + (*attempt)->error + '"') + '\n';
        std::fwrite(line.data(), 1, line.size(), stderr);
    }
}

} // namespace satchel::server
