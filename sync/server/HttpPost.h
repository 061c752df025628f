// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Webhook.h"

#include <chrono>
#include <functional>
#include <mutex>

namespace satchel::server {

/// One HTTP request from the server to another: POST, a status back. TLS with the certificates the system trusts, TLS
/// 1.2 at least; plain HTTP only to this machine; no redirect is followed and nothing of the answer is kept. send()
/// belongs to one thread at a time, cancel() to any. Owned by whoever sends.
class HttpPost {
public:
    struct Limits {
        std::chrono::milliseconds all{30000};     ///< from the name's look-up to the answer's header
        std::chrono::milliseconds farewell{3000}; ///< for the rest of the answer, which is dropped
        unsigned header = 16U << 10;              ///< bytes of the answer's
        std::size_t body = 64U << 10;
    };
    using Headers = std::vector<std::pair<std::string, std::string>>;

    HttpPost() = default;
    explicit HttpPost(const Limits& limits) : m_limits(limits) {}
    HttpPost(const HttpPost&) = delete;
    HttpPost& operator=(const HttpPost&) = delete;

    /// The answer's status; Unreachable with a sentence if there was none.
    [[nodiscard]] Result<int> send(const WebhookAddress& address, const Headers& headers, const std::string& body);
    /// Ends what is under way, and whatever is begun later.
    void cancel();

private:
    Limits m_limits;
    std::mutex m_mutex;
    std::function<void()> m_stop; ///< of what is under way
    bool m_cancelled = false;
};

} // namespace satchel::server
