// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/HttpSession.h"
#include "sync/server/WakeLine.h"

#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>

namespace satchel::server {

/// One laptop that waits: a WebSocket on which the server says "checkpoint N" and the laptop says nothing. At most one
/// frame is on its way; what comes meanwhile is the next one. Who does not answer pings, or does not take his frames,
/// is dropped. Written with callbacks, for there are tens of thousands: it should be small. Lives on its strand.
class WakeSession final : public WakeLine, public std::enable_shared_from_this<WakeSession> {
public:
    using Request = boost::beast::http::request<boost::beast::http::string_body>;
    using Ended = std::function<void(const std::shared_ptr<WakeSession>&)>;

    WakeSession(boost::beast::tcp_stream stream, ListenerState& state, WakeDoor::Enter enter);

    void start(const Request& request, Ended ended);
    void wake(std::int64_t checkpoint) override;
    void close() override;

private:
    void read();
    void write();
    void end();

    boost::beast::websocket::stream<boost::beast::tcp_stream> m_stream;
    ListenerState& m_state;
    WakeDoor::Enter m_enter;
    Ended m_ended;
    std::string m_frame;
    std::array<char, 64> m_input{};
    std::int64_t m_next = -1; ///< to be said; -1: nothing
    bool m_open = false;
    bool m_writing = false;
    bool m_closing = false;
};

} // namespace satchel::server
