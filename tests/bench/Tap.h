// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace satchel::bench {

/// Stands between a laptop and the server on one connection at a time, passes on what comes and counts it: headers as
/// well, and how often the laptop waited for an answer. A thread of its own.
class Tap {
public:
    explicit Tap(unsigned short serverPort);
    ~Tap();
    Tap(const Tap&) = delete;

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    void startCounting();
    [[nodiscard]] int roundTrips() const { return m_roundTrips; }
    [[nodiscard]] std::int64_t bytes() const { return m_bytes; }

private:
    void run();
    void pass(int laptop);

    unsigned short m_serverPort;
    unsigned short m_port = 0;
    int m_listening = -1;
    int m_stop[2] = {-1, -1};
    std::atomic<int> m_roundTrips = 0;
    std::atomic<std::int64_t> m_bytes = 0;
    std::thread m_thread;
};

} // namespace satchel::bench
