// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace satchel::server {

/// One HTTP request as a value.
struct HttpQuestion {
    std::string method;
    std::string target;
    std::string body;
    std::string authorization; ///< the header's value, "" if there is none
    std::string remote;        ///< address of the other side of the connection
};

struct HttpAnswer {
    int status = 200;
    std::string contentType = "application/cbor";
    std::string body;
};

/// Called on one of the worker threads, several at a time; may block.
using HttpHandler = std::function<HttpAnswer(const HttpQuestion&)>;

struct ListenerLimits {
    std::size_t body = 16U << 20;             ///< bytes; more is answered 413 before it is read
    std::size_t allBodies = 256U << 20;       ///< bytes of bodies being read or answered at once; more is answered 503
    unsigned header = 16U << 10;              ///< bytes; more is answered 431
    std::size_t connections = 10000;          ///< more are closed at once
    std::chrono::milliseconds arrival{30000}; ///< for a request to arrive; a large body gets a second more every 16 KiB
    std::chrono::milliseconds idle{120000};   ///< between requests
    std::chrono::milliseconds farewell{10000}; ///< for requests under way when it is told to stop
};

/// The server's HTTP end: one listening socket, connections as coroutines on two threads, the handler on `workers`
/// threads. HTTP/1.1 with keep-alive and Content-Length; TLS is a reverse proxy's business. Owned by the program; run()
/// belongs to one thread, stop() to any.
class Listener {
public:
    /// Port 0 takes a free one. Busy when the address is taken, Invalid when it is none of this machine.
    [[nodiscard]] static Result<std::unique_ptr<Listener>> open(const std::string& host, unsigned short port,
                                                                HttpHandler handler, int workers,
                                                                const ListenerLimits& limits = {});
    ~Listener();

    [[nodiscard]] unsigned short port() const;
    /// "http://127.0.0.1:8844"
    [[nodiscard]] std::string url() const;

    /// SIGTERM and SIGINT are stop() from now on.
    void stopOnSignals();
    /// Serves until stop(); requests under way are answered first, for a while.
    void run();
    void stop();

private:
    class Implementation;
    explicit Listener(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace satchel::server
