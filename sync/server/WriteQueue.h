// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/DatabasePool.h"
#include "sync/server/PushGroup.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace satchel::server {

/// Where pushes of many laptops meet: all that wait are carried out in one transaction, and those that come meanwhile
/// are the next group. A thread of its own does it, so that a push that waits keeps neither a thread nor a connection,
/// and a group may be as large as there are laptops. Thread-safe; owned by the HTTP face.
class WriteQueue {
public:
    WriteQueue(DatabasePool& pool, Identities& identities, Environment& environment, std::size_t mostAtOnce = 256);
    /// What waits is carried out first.
    ~WriteQueue();
    WriteQueue(const WriteQueue&) = delete;

    using Done = std::function<void()>;
    /// Returns at once; the job lives until it is done. `done` is called on the queue's thread, and must not wait.
    void put(PushJob& job, Done done);

private:
    struct Waiting {
        PushJob* job;
        Done done;
    };
    void run();
    [[nodiscard]] std::vector<Waiting> takeGroup();
    void carryOut(const std::vector<Waiting>& group);

    DatabasePool& m_pool;
    Identities& m_identities;
    Environment& m_environment;
    std::size_t m_mostAtOnce;
    Remembered m_memory; ///< used by the thread
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Waiting> m_waiting; ///< under m_mutex
    bool m_ending = false;         ///< under m_mutex
    std::thread m_thread;          ///< last: it uses all of the above
};

} // namespace satchel::server
