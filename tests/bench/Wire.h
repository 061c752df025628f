// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Listener.h"

#include <functional>
#include <string>
#include <thread>

namespace satchel::bench {

/// The limit of the wire: the server's own listener with a handler that answers as many bytes as the path names
/// ("/120"), and does `work` first.
class Relay {
public:
    explicit Relay(std::function<void()> work = {}, int workers = 1);
    ~Relay();
    Relay(const Relay&) = delete;
    [[nodiscard]] unsigned short port() const { return m_listener->port(); }

private:
    std::unique_ptr<server::Listener> m_listener;
    std::thread m_thread;
};

/// A blocking socket that speaks just enough HTTP/1.1 over one connection.
class BareLine {
public:
    explicit BareLine(unsigned short port);
    ~BareLine();
    BareLine(const BareLine&) = delete;
    /// Sends `up` bytes, waits for `down` bytes; `work` says whether the relay does its work.
    void exchange(std::size_t up, std::size_t down, bool work = false);

private:
    int m_socket = -1;
};

} // namespace satchel::bench
