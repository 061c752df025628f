// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/IdleCrowd.h"

#include <QProcess>

namespace satchel::bench {

using Instant = std::chrono::steady_clock::time_point;

/// Laptops that wait for news of one server: open lines to /v1/wake, held by a process of its own, because one may not
/// have as many files open as there are laptops. Used by one thread.
class Sleepers {
public:
    /// Those of `crowd` from `first` on; opens them and returns when each has been told where the server stands.
    Sleepers(unsigned short port, const IdleCrowd& crowd, std::size_t first, std::size_t count);
    ~Sleepers();

    [[nodiscard]] std::size_t count() const { return m_count; }
    /// From here on they listen until each has been woken.
    void listen();
    /// When each of them was, since `start`, in milliseconds. If one was not within ten seconds the program ends.
    [[nodiscard]] Samples woken(Instant start);

private:
    [[nodiscard]] QByteArray line();

    QProcess m_process;
    std::size_t m_count;
};

/// What that process does.
[[nodiscard]] int holdSleepers();

/// As many files as the system lets this program have open, from now on.
[[nodiscard]] std::size_t allowAllFiles();

} // namespace satchel::bench
