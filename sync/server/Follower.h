// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace satchel::server {

/// Carries out work on a thread of its own, in order, while whoever gave it goes on. After the first that fails nothing
/// more is carried out until settle() has said so. One at a time gives work and settles; it settles before another
/// does. The thread begins with the first work and ends with this.
class Follower {
public:
    using Work = std::function<Status()>;

    Follower() = default;
    ~Follower();
    Follower(const Follower&) = delete;

    /// Waits only if much is still undone.
    void give(Work work);
    /// Waits until nothing is under way; says what failed first since it was last asked.
    [[nodiscard]] Status settle();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_given; ///< or ending
    std::condition_variable m_done;
    // Under m_mutex:
    std::deque<Work> m_undone; ///< the first of them is under way
    Status m_status = Ok{};
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace satchel::server
