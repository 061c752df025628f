// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/PushGroup.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace satchel::server {

/// Where pushes of many laptops meet: the first that comes carries out all that wait, in one transaction; those that
/// come meanwhile are the next group, carried out by one of them. A push that comes alone is carried out at once, on
/// its own thread. Thread-safe; owned by the HTTP face.
class WriteQueue {
public:
    WriteQueue(Identities& identities, Environment& environment, std::size_t mostAtOnce = 64)
        : m_identities(identities), m_environment(environment), m_mostAtOnce(mostAtOnce)
    {}

    /// Returns when the job is done, by this thread on this connection or by another one.
    void push(Database& database, PushJob& job);

private:
    struct Waiting {
        PushJob& job;
        bool done = false;
        std::condition_variable turn = {};
    };
    [[nodiscard]] std::vector<Waiting*> takeGroup();

    Identities& m_identities;
    Environment& m_environment;
    std::size_t m_mostAtOnce;
    std::mutex m_mutex;
    std::deque<Waiting*> m_waiting;
    bool m_working = false;
};

} // namespace satchel::server
