// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/WriteQueue.h"

#include <algorithm>
#include <set>

namespace satchel::server {

// In the order they came; a second push of one incarnation (the first was repeated) goes into the next group.
std::vector<WriteQueue::Waiting*> WriteQueue::takeGroup()
{
    std::vector<Waiting*> group;
    std::set<Id> incarnations;
    for (auto each = m_waiting.begin(); each != m_waiting.end() && group.size() < m_mostAtOnce;) {
        if (incarnations.insert((*each)->job.request.incarnation).second) {
            group.push_back(*each);
            each = m_waiting.erase(each);
        } else {
            ++each;
        }
    }
    return group;
}

void WriteQueue::push(Database& database, PushJob& job)
{
    Waiting mine{job};
    std::unique_lock guard(m_mutex);
    m_waiting.push_back(&mine);
    while (!mine.done) {
        if (m_working) {
            mine.turn.wait(guard);
            continue;
        }
        m_working = true;
        const std::vector<Waiting*> group = takeGroup();
        guard.unlock();
        std::vector<PushJob*> jobs;
        for (const Waiting* each : group)
            jobs.push_back(&each->job);
        try {
            PushGroup(database, m_identities, m_environment).run(jobs);
        } catch (const std::exception&) { // nobody may be left waiting
            database.rollback();
            for (PushJob* each : jobs)
                each->reply = Error{ErrorKind::Internal, "The server failed."};
        }
        guard.lock();
        m_working = false;
        for (Waiting* each : group) {
            each->done = true;
            if (each != &mine)
                each->turn.notify_one();
        }
        if (!m_waiting.empty())
            m_waiting.front()->turn.notify_one();
    }
}

} // namespace satchel::server
