// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "sync/server/Database.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace satchel::server {

/// How long logs and deletions are remembered; a laptop that has been away for longer starts with a fresh copy.
inline constexpr Milliseconds tombstonesKept = 400LL * 24 * 60 * 60 * 1000;

/// Forgets what is older than `kept`: log lines, deleted rows with their stamps, and the bodies of decided changes
/// (their ids and answers stay, so that a change is never applied twice). Answers how many log lines went. One write
/// transaction.
[[nodiscard]] Result<std::int64_t> forgetOldLogs(Database& database, Environment& environment, Milliseconds kept);

/// The server's daily round: old logs, orders handed over long ago, and devices that have not come for long. A thread
/// of its own with a connection of its own, from construction to destruction; what fails is tried again the next day.
class Housekeeping {
public:
    Housekeeping(DatabaseFactory& factory, Environment& environment);
    ~Housekeeping();
    Housekeeping(const Housekeeping&) = delete;
    Housekeeping& operator=(const Housekeeping&) = delete;

    /// One round, now.
    [[nodiscard]] static Status doOnce(Database& database, Environment& environment);

private:
    void run();

    DatabaseFactory& m_factory;
    Environment& m_environment;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace satchel::server
