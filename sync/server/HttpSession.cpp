// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/HttpSession.h"

#include "sync/protocol/Codec.h"
#include "sync/server/WakeSession.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace satchel::server {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr std::size_t slowestBytesPerSecond = 16 * 1024;
constexpr std::size_t smallAnswer = 16 * 1024; // goes out however slowly others take theirs
constexpr std::chrono::milliseconds refusalPatience(5000);

auto into(error_code& code)
{
    return asio::redirect_error(asio::use_awaitable, code);
}

/// What the listener itself refuses, in the protocol's own form, so that a laptop can say why.
HttpAnswer refusal(int status)
{
    Error error = invalid("The request is not well-formed HTTP.");
    if (status == 413)
        error = {ErrorKind::TooLarge, "The request is larger than the server accepts."};
    else if (status == 411)
        error = invalid("The request must say how long it is.");
    else if (status == 426)
        error = invalid("Here laptops wait for news, by WebSocket; this request is none.");
    else if (status == 431)
        error = invalid("The header of the request is too large.");
    else if (status == 503)
        error = {ErrorKind::Busy, "The server is busy. Try again in a moment."};
    else if (status == 500)
        error = {ErrorKind::Internal, "The server failed."};
    return {status, "application/cbor", encode(error)};
}

int statusFor(const error_code& code)
{
    if (code == http::error::body_limit)
        return 413;
    if (code == http::error::header_limit)
        return 431;
    // What is not HTTP's own complaint is the connection's: gone, too slow, or stopped by us.
    const bool spoken = code.category() == http::make_error_code(http::error::bad_method).category();
    return spoken && code != http::error::end_of_stream && code != http::error::partial_message ? 400 : -1;
}

// What has arrived of a body is acknowledged at once. A laptop keeps the last part back until the one before it is
// (Qt sends a body in parts, with Nagle's algorithm), and an acknowledgement on its own waits up to 40 ms. The option
// holds for a moment only, by its nature (tcp(7)).
void acknowledge(asio::ip::tcp::socket& socket)
{
#ifdef TCP_QUICKACK
    error_code code;
    socket.set_option(asio::detail::socket_option::boolean<IPPROTO_TCP, TCP_QUICKACK>(true), code);
#endif
}

// Goes on with what waits for an answer made elsewhere. A listener that goes waits for its workers, so for whoever
// holds this, too: it posts to what the listener owns. What it goes on with it lets go of first.
template <typename Handler>
struct Resume {
    asio::executor_work_guard<asio::thread_pool::executor_type> waited;
    std::shared_ptr<Handler> handler;

    void operator()()
    {
        const auto executor = asio::get_associated_executor(*handler);
        asio::post(executor, [handler = std::move(handler)] { std::move (*handler)(); });
    }
};

HttpAnswer finished(HttpLater& later)
{
    try {
        return later.finish();
    } catch (const std::exception&) {
        return refusal(500);
    }
}

} // namespace

HttpSession::HttpSession(asio::ip::tcp::socket socket, ListenerState& state)
    : m_stream(std::move(socket)),
      m_executor(m_stream.get_executor()),
      m_state(state),
      m_body(state.bodyBytes),
      m_answer(state.answerBytes)
{
    error_code code;
    const auto remote = m_stream.socket().remote_endpoint(code);
    m_remote = code ? "" : remote.address().to_string();
    m_stream.socket().set_option(asio::ip::tcp::no_delay(true), code);
}

asio::awaitable<void> HttpSession::run()
{
    std::chrono::milliseconds patience = m_state.limits.arrival;
    bool keepAlive = true;
    while (keepAlive && !m_ending) {
        const bool arriving = co_await waitForBytes(patience);
        if (!arriving)
            break;
        Parser parser;
        const int trouble = co_await readRequest(parser);
        if (trouble > 0)
            co_await refuse(trouble);
        if (trouble != 0)
            break;
        keepAlive = parser.get().keep_alive();
        HttpQuestion question;
        question.method = std::string(parser.get().method_string());
        question.target = std::string(parser.get().target());
        question.authorization = std::string(parser.get()[http::field::authorization]);
        question.remote = m_remote;
        question.encoding = std::string(parser.get()[http::field::content_encoding]);
        question.accepted = std::string(parser.get()[http::field::accept_encoding]);
        question.dictionary = std::string(parser.get()["Satchel-Dictionary"]);
        question.signature = std::string(parser.get()["X-Satchel-Signature"]);
        question.body = std::move(parser.get().body());
        m_stream.expires_never();
        WakeDoor::Enter enter;
        const bool wantsToWait = m_state.door != nullptr && question.target == "/v1/wake";
        if (wantsToWait && (!boost::beast::websocket::is_upgrade(parser.get()) || m_buffer.size() != 0)) {
            co_await refuse(426);
            break;
        }
        HttpAnswer answer = co_await asio::co_spawn(
            m_state.workers.get_executor(), call(question, wantsToWait ? &enter : nullptr), asio::use_awaitable);
        if (const auto later = std::move(answer.later))
            answer = co_await wait(later);
        std::string().swap(question.body); // however slowly the answer is taken
        m_body.giveBack();
        if (enter) {
            m_handedOver = true;
            auto session = std::make_shared<WakeSession>(std::move(m_stream), m_state, std::move(enter));
            m_successor = Successor{std::move(session), parser.release()};
            co_return;
        }
        const bool written = co_await write(answer, keepAlive && !m_ending);
        m_answer.giveBack();
        if (!written)
            break;
        patience = m_state.limits.idle;
    }
    m_body.giveBack();
    error_code code;
    m_stream.socket().shutdown(asio::ip::tcp::socket::shutdown_both, code);
    m_stream.close();
}

void HttpSession::endSoon()
{
    asio::dispatch(m_executor, [self = shared_from_this()] {
        self->m_ending = true;
        if (self->m_idle && !self->m_handedOver)
            self->m_stream.close();
    });
}

asio::awaitable<bool> HttpSession::waitForBytes(std::chrono::milliseconds patience)
{
    if (m_buffer.size() != 0)
        co_return true;
    error_code code;
    m_stream.expires_after(patience);
    m_idle = true;
    const std::size_t got = co_await m_stream.async_read_some(m_buffer.prepare(4096), into(code));
    m_idle = false;
    m_buffer.commit(got);
    co_return !code;
}

asio::awaitable<int> HttpSession::readRequest(Parser& parser)
{
    error_code code;
    parser.header_limit(m_state.limits.header);
    parser.body_limit(m_state.limits.body);
    m_stream.expires_after(m_state.limits.arrival);
    co_await http::async_read_header(m_stream, m_buffer, parser, into(code));
    if (code)
        co_return statusFor(code);
    if (parser.chunked())
        co_return 411;
    const std::size_t length = parser.content_length().value_or(0);
    if (!m_body.take(length, m_state.limits.allBodies))
        co_return 503;
    if (parser.get()[http::field::expect] == "100-continue") {
        http::response<http::empty_body> proceed(http::status::continue_, 11);
        co_await http::async_write(m_stream, proceed, into(code));
        if (code)
            co_return -1;
    }
    m_stream.expires_after(m_state.limits.arrival + std::chrono::seconds(length / slowestBytesPerSecond));
    while (!code && !parser.is_done()) {
        acknowledge(m_stream.socket());
        co_await http::async_read_some(m_stream, m_buffer, parser, into(code));
    }
    co_return code ? statusFor(code) : 0;
}

HttpAnswer HttpSession::admit(const HttpQuestion& question, WakeDoor::Enter& enter)
{
    auto admitted = m_state.door->admit(question);
    if (!admitted.ok())
        return {httpStatus(admitted.error().kind), "application/cbor", encode(admitted.error()), {}, {}};
    enter = std::move(*admitted);
    return {};
}

// The worker does something else meanwhile, and none is troubled with an answer that is there.
asio::awaitable<HttpAnswer> HttpSession::wait(const std::shared_ptr<HttpLater>& later)
{
    auto begin = [&](auto handler) {
        using Handler = decltype(handler);
        later->whenReady(
            Resume<Handler>{asio::make_work_guard(m_state.workers), std::make_shared<Handler>(std::move(handler))});
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>&, void()>(begin, asio::use_awaitable);
    if (later->isShort())
        co_return finished(*later);
    co_return co_await asio::co_spawn(m_state.workers.get_executor(), finish(later), asio::use_awaitable);
}

asio::awaitable<HttpAnswer> HttpSession::finish(const std::shared_ptr<HttpLater>& later)
{
    co_return finished(*later);
}

asio::awaitable<HttpAnswer> HttpSession::call(const HttpQuestion& question, WakeDoor::Enter* enter)
{
    HttpAnswer answer;
    try {
        answer = enter == nullptr ? m_state.handler(question) : admit(question, *enter);
        if (answer.body.size() > smallAnswer && !m_answer.take(answer.body.size(), m_state.limits.allAnswers))
            answer = refusal(503);
    } catch (const std::exception&) {
        answer = refusal(500);
    }
    co_return answer;
}

// However large the answer, the other side must only keep taking it.
asio::awaitable<bool> HttpSession::write(HttpAnswer& answer, bool keepAlive)
{
    http::response<http::string_body> response(static_cast<http::status>(answer.status), 11);
    response.set(http::field::server, "satchel-server");
    response.set(http::field::content_type, answer.contentType);
    response.set(http::field::cache_control, "no-store");
    if (!answer.encoding.empty())
        response.set(http::field::content_encoding, answer.encoding);
    if (!answer.dictionary.empty())
        response.set("Satchel-Dictionary", answer.dictionary);
    response.keep_alive(keepAlive);
    response.body() = std::move(answer.body);
    response.prepare_payload();
    http::response_serializer<http::string_body> serializer(response);
    error_code code;
    while (!code && !serializer.is_done()) {
        m_stream.expires_after(m_state.limits.arrival);
        co_await http::async_write_some(m_stream, serializer, into(code));
    }
    co_return !code;
}

// A connection closed with bytes unread is reset, and the answer may be lost with it: so some are taken and dropped.
asio::awaitable<void> HttpSession::refuse(int status)
{
    HttpAnswer answer = refusal(status);
    const bool written = co_await write(answer, false);
    error_code code;
    if (written)
        m_stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, code);
    m_stream.expires_after(std::min(refusalPatience, m_state.limits.arrival));
    constexpr std::size_t atOnce = 4096;
    m_buffer.clear();
    for (std::size_t left = m_state.limits.body; written && !code && left > atOnce;)
        left -= co_await m_stream.async_read_some(m_buffer.prepare(atOnce), into(code));
}

} // namespace satchel::server
