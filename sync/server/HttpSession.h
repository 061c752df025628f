// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Listener.h"

#include <utility> // boost 1.74's asio uses std::exchange without including it

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

namespace satchel::server {

/// What all connections of a listener share.
struct ListenerState {
    HttpHandler handler;
    ListenerLimits limits;
    WakeDoor* door;
    boost::asio::thread_pool workers;
    std::atomic<std::size_t> bodyBytes = 0;
    std::atomic<std::size_t> answerBytes = 0;

    ListenerState(HttpHandler theHandler, const ListenerLimits& theLimits, int threads, WakeDoor* theDoor)
        : handler(std::move(theHandler)), limits(theLimits), door(theDoor), workers(static_cast<std::size_t>(threads))
    {}
};

/// Bytes that one connection has of those that all may have together; given back when this goes.
class Share {
public:
    explicit Share(std::atomic<std::size_t>& all) : m_all(all) {}
    Share(const Share&) = delete;
    ~Share() { giveBack(); }
    /// False, and none, if there are not so many left of `most`.
    [[nodiscard]] bool take(std::size_t bytes, std::size_t most)
    {
        m_mine = bytes;
        if (m_all.fetch_add(bytes) + bytes <= most)
            return true;
        giveBack();
        return false;
    }
    void giveBack() { m_all -= std::exchange(m_mine, 0); }

private:
    std::atomic<std::size_t>& m_all;
    std::size_t m_mine = 0;
};

class WakeSession;

/// One connection: reads requests, has them answered on a worker, writes the answers, one after the other. Lives in its
/// own coroutine on a strand; inside the listener only.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
public:
    HttpSession(boost::asio::ip::tcp::socket socket, ListenerState& state);

    /// Until the other side goes, misbehaves, or endSoon().
    [[nodiscard]] boost::asio::awaitable<void> run();
    /// Ends the connection now if it is idle, else after the answer being made. From any thread.
    void endSoon();
    /// The laptop asked to wait, and may: what goes on in place of this.
    struct Successor {
        std::shared_ptr<WakeSession> session;
        boost::beast::http::request<boost::beast::http::string_body> request;
    };
    [[nodiscard]] std::optional<Successor> takeSuccessor() { return std::exchange(m_successor, std::nullopt); }

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

    // Objects go into these by reference, as named variables of the awaiting one: GCC 12 destroys temporaries twice.
    [[nodiscard]] boost::asio::awaitable<bool> waitForBytes(std::chrono::milliseconds patience);
    /// 0: a request is there; else the status to answer before closing, or -1 to close without a word.
    [[nodiscard]] boost::asio::awaitable<int> readRequest(Parser& parser);
    /// On a worker. `enter`: not for an answer, but for being let in to wait.
    [[nodiscard]] boost::asio::awaitable<HttpAnswer> call(const HttpQuestion& question, WakeDoor::Enter* enter);
    [[nodiscard]] boost::asio::awaitable<HttpAnswer> wait(const std::shared_ptr<HttpLater>& later);
    /// On a worker.
    [[nodiscard]] static boost::asio::awaitable<HttpAnswer> finish(const std::shared_ptr<HttpLater>& later);
    [[nodiscard]] HttpAnswer admit(const HttpQuestion& question, WakeDoor::Enter& enter);
    [[nodiscard]] boost::asio::awaitable<bool> write(HttpAnswer& answer, bool keepAlive);
    [[nodiscard]] boost::asio::awaitable<void> refuse(int status);

    boost::beast::tcp_stream m_stream;
    boost::asio::any_io_executor m_executor; ///< the stream's, which may have moved on
    ListenerState& m_state;
    boost::beast::flat_buffer m_buffer;
    std::string m_remote;
    std::optional<Successor> m_successor;
    Share m_body;
    Share m_answer;
    bool m_idle = true;
    bool m_ending = false;
    bool m_handedOver = false;
};

} // namespace satchel::server
