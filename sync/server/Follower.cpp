// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Follower.h"

#include <exception>
#include <utility>

namespace satchel::server {

namespace {
constexpr std::size_t mostUndone = 8; // else a fast giver would fill the memory

// Nobody may be left waiting.
Status carriedOut(const Follower::Work& work)
{
    try {
        return work();
    } catch (const std::exception&) {
        return Error{ErrorKind::Internal, "The server failed."};
    }
}
} // namespace

Follower::~Follower()
{
    {
        const std::lock_guard guard(m_mutex);
        m_ending = true;
    }
    m_given.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void Follower::give(Work work)
{
    {
        std::unique_lock guard(m_mutex);
        if (!m_thread.joinable())
            m_thread = std::thread([this] { run(); });
        m_done.wait(guard, [this] { return m_undone.size() < mostUndone; });
        m_undone.push_back(std::move(work));
    }
    m_given.notify_one();
}

Status Follower::settle()
{
    std::unique_lock guard(m_mutex);
    m_done.wait(guard, [this] { return m_undone.empty(); });
    return std::exchange(m_status, Ok{});
}

void Follower::run()
{
    std::unique_lock guard(m_mutex);
    for (;;) {
        m_given.wait(guard, [this] { return m_ending || !m_undone.empty(); });
        if (m_undone.empty())
            return;
        if (m_status.ok()) {
            const Work work = std::move(m_undone.front()); // its place is kept: it is not done yet
            guard.unlock();
            Status done = carriedOut(work);
            guard.lock();
            m_status = std::move(done);
        }
        m_undone.pop_front();
        m_done.notify_one();
    }
}

} // namespace satchel::server
