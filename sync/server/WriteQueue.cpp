// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/WriteQueue.h"

#include <set>
#include <utility>

namespace satchel::server {

WriteQueue::WriteQueue(DatabasePool& pool, Identities& identities, Environment& environment, std::size_t mostAtOnce)
    : m_pool(pool), m_identities(identities), m_environment(environment), m_mostAtOnce(mostAtOnce), m_thread([this] {
          run();
      })
{}

WriteQueue::~WriteQueue()
{
    {
        const std::lock_guard guard(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void WriteQueue::put(PushJob& job, Done done)
{
    {
        const std::lock_guard guard(m_mutex);
        m_waiting.push_back({&job, std::move(done)});
    }
    m_wake.notify_one();
}

void WriteQueue::run()
{
    for (;;) {
        std::vector<Waiting> group;
        {
            std::unique_lock guard(m_mutex);
            m_wake.wait(guard, [this] { return m_ending || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            group = takeGroup();
        }
        carryOut(group);
        for (Waiting& each : group)
            std::exchange(each.done, {})(); // and with it goes what it holds
    }
}

// In the order they came; a second push of one incarnation (the first was repeated) goes into the next group.
std::vector<WriteQueue::Waiting> WriteQueue::takeGroup()
{
    std::vector<Waiting> group;
    std::deque<Waiting> left;
    std::set<Id> incarnations;
    for (Waiting& each : m_waiting) {
        const bool joins = group.size() < m_mostAtOnce && incarnations.insert(each.job->request.incarnation).second;
        if (joins)
            group.push_back(std::move(each));
        else
            left.push_back(std::move(each));
    }
    m_waiting.swap(left);
    return group;
}

void WriteQueue::carryOut(const std::vector<Waiting>& group)
{
    std::vector<PushJob*> jobs;
    for (const Waiting& each : group)
        jobs.push_back(each.job);
    const auto fail = [&](const Error& error) {
        for (PushJob* job : jobs)
            job->reply = error;
    };
    try {
        auto lease = m_pool.lease();
        if (!lease.ok())
            return fail(lease.error());
        PushGroup(lease->database(), m_identities, m_environment, &m_memory).run(jobs);
        for (const PushJob* job : jobs)
            if (!job->reply.ok() && job->reply.error().kind == ErrorKind::Unreachable)
                return lease->discard();
    } catch (const std::exception&) { // nobody may be left waiting
        fail({ErrorKind::Internal, "The server failed."});
    }
}

} // namespace satchel::server
