// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/WakeLine.h"

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
    std::string encoding;      ///< Content-Encoding
    std::string accepted;      ///< Accept-Encoding
    std::string dictionary;    ///< Satchel-Dictionary: of the body, and up to which the other side knows them
    std::string signature;     ///< X-Satchel-Signature: of the system that delivers orders
};

class HttpLater;

struct HttpAnswer {
    int status = 200;
    std::string contentType = "application/cbor";
    std::string body;
    std::string encoding;   ///< Content-Encoding, "" for none
    std::string dictionary; ///< Satchel-Dictionary, "" for none
    /// Instead of all that: who knows the answer later.
    std::shared_ptr<HttpLater> later = nullptr;
};

/// An answer that is being made elsewhere, together with others: no worker waits for it. Owned by the connection that
/// asked, which keeps the question as long; each is called once.
class HttpLater {
public:
    HttpLater() = default;
    HttpLater(const HttpLater&) = delete;
    virtual ~HttpLater() = default;
    /// Returns at once. `ready` is called once, on any thread, perhaps before this has returned.
    virtual void whenReady(std::function<void()> ready) = 0;
    /// After that: whether the answer takes no more than a moment. Another one is made on a worker.
    [[nodiscard]] virtual bool isShort() const = 0;
    [[nodiscard]] virtual HttpAnswer finish() = 0;
};

/// Called on one of the worker threads, several at a time; may block.
using HttpHandler = std::function<HttpAnswer(const HttpQuestion&)>;

struct ListenerLimits {
    std::size_t body = 16U << 20;       ///< bytes; more is answered 413 before it is read
    std::size_t allBodies = 32U << 20;  ///< bytes of bodies being read or answered at once; more is answered 503
    std::size_t allAnswers = 16U << 20; ///< bytes of large answers on their way at once; instead of more there is a 503
    unsigned header = 8U << 10;         ///< bytes; more is answered 431
    std::size_t connections = 40000;    ///< more are closed at once
    std::size_t fromOneAddress = 1000;  ///< more are closed at once; this machine (a proxy) may have all there are
    bool loopbackIsAnybody = false;     ///< the limit above counts for this machine as well
    std::chrono::milliseconds arrival{30000}; ///< for a request to arrive; a large body gets a second more every 16 KiB
    std::chrono::milliseconds idle{120000};   ///< between requests
    std::chrono::milliseconds silence{120000}; ///< of a laptop that waits for news; it is pinged after half of it
    std::chrono::milliseconds farewell{10000}; ///< for requests under way when it is told to stop
};

/// The server's HTTP end: one listening socket, connections as coroutines on two threads, the handler on `workers`
/// threads. HTTP/1.1 with keep-alive and Content-Length; TLS is a reverse proxy's business. Owned by the program; run()
/// belongs to one thread, stop() to any.
class Listener {
public:
    /// `door`: who may wait at /v1/wake; nobody without one. Port 0 takes a free one. Busy when the address is taken,
    /// Invalid when it is none of this machine.
    [[nodiscard]] static Result<std::unique_ptr<Listener>> open(const std::string& host, unsigned short port,
                                                                HttpHandler handler, int workers,
                                                                const ListenerLimits& limits = {},
                                                                WakeDoor* door = nullptr);
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
