// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/WakeSession.h"

#include "sync/protocol/WakeCall.h"

#include <boost/asio/dispatch.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace satchel::server {

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

namespace {
constexpr int sendBuffer = 4096; // in the kernel: frames are a dozen bytes
constexpr std::size_t longestMessage = 1024;
} // namespace

WakeSession::WakeSession(boost::beast::tcp_stream stream, ListenerState& state, WakeDoor::Enter enter)
    : m_stream(std::move(stream)), m_state(state), m_enter(std::move(enter))
{
    error_code code;
    m_stream.next_layer().expires_never(); // the WebSocket has timeouts of its own
    m_stream.next_layer().socket().set_option(asio::socket_base::send_buffer_size(sendBuffer), code);
    websocket::stream_base::timeout patience;
    patience.handshake_timeout = state.limits.arrival;
    patience.idle_timeout = state.limits.silence; // a ping after half of it
    patience.keep_alive_pings = true;
    m_stream.set_option(patience);
    m_stream.read_message_max(longestMessage);
    m_stream.auto_fragment(false);
    m_stream.write_buffer_bytes(8);
    m_stream.binary(true);
}

void WakeSession::start(const Request& request, Ended ended)
{
    m_ended = std::move(ended);
    const auto kept = std::make_shared<Request>(request);
    m_stream.async_accept(*kept, [self = shared_from_this(), kept](const error_code& code) {
        if (code || self->m_closing)
            return self->end();
        self->m_open = true;
        const auto enter = std::exchange(self->m_enter, {});
        enter(self);
        self->read();
        self->write();
    });
}

// Nothing is expected; reading answers pings and notices the end.
void WakeSession::read()
{
    m_stream.async_read_some(asio::buffer(m_input), [self = shared_from_this()](const error_code& code, std::size_t) {
        if (code)
            self->end();
        else
            self->read();
    });
}

void WakeSession::wake(std::int64_t checkpoint)
{
    asio::dispatch(m_stream.get_executor(), [self = shared_from_this(), checkpoint] {
        self->m_next = std::max(self->m_next, checkpoint);
        self->write();
    });
}

void WakeSession::write()
{
    if (!m_open || m_writing || m_next < 0)
        return;
    m_writing = true;
    m_frame = encode(WakeCall{std::exchange(m_next, -1)});
    m_stream.async_write(asio::buffer(m_frame), [self = shared_from_this()](const error_code& code, std::size_t) {
        self->m_writing = false;
        if (code)
            self->end();
        else
            self->write();
    });
}

void WakeSession::close()
{
    asio::dispatch(m_stream.get_executor(), [self = shared_from_this()] {
        self->m_closing = true;
        error_code code;
        self->m_stream.next_layer().socket().shutdown(asio::ip::tcp::socket::shutdown_both, code);
    });
}

void WakeSession::end()
{
    m_open = false;
    if (const auto ended = std::exchange(m_ended, {})) {
        m_state.door->leave(*this);
        m_stream.next_layer().close();
        ended(shared_from_this());
    }
}

} // namespace satchel::server
