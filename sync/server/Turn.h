// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <malloc.h>
#include <semaphore>

namespace satchel::server {

/// What holds the server's memory down: of requests that take more than a little of it, this many are worked on at
/// once, and the others wait. More would not be done sooner.
using Turns = std::counting_semaphore<>;

/// One request's turn among the large ones: taken as soon as it is known to be one, and kept until this goes, which is
/// when its answer is packed. Lives on the request's thread.
class Turn {
public:
    explicit Turn(Turns& turns) : m_turns(turns) {}
    Turn(const Turn&) = delete;
    ~Turn()
    {
        if (!m_taken)
            return;
        ::malloc_trim(0); // what each leaves in its thread's arena would add up
        m_turns.release();
    }
    /// Waits for it; a second time does nothing.
    void take()
    {
        if (!m_taken)
            m_turns.acquire();
        m_taken = true;
    }

private:
    Turns& m_turns;
    bool m_taken = false;
};

} // namespace satchel::server
