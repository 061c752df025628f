// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/HttpPost.h"

#include <utility> // boost 1.74's asio uses std::exchange without including it

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <limits>

namespace satchel::server {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

using Request = http::request<http::string_body>;

auto into(error_code& code)
{
    return asio::redirect_error(asio::use_awaitable, code);
}

/// One exchange: what it needs, and what came of it.
struct Exchange {
    const WebhookAddress& address;
    const HttpPost::Limits& limits;
    Request request;
    int status = 0;    ///< 0: no answer yet
    std::string error; ///< a sentence, where something failed
};

// The status counts once it is there; the rest is only taken so that the other side sees its answer taken.
template <typename Stream>
asio::awaitable<void> speak(Stream& stream, Exchange& exchange)
{
    error_code code;
    co_await http::async_write(stream, exchange.request, into(code));
    if (code) {
        exchange.error = "The receiver closed the connection before it had the order.";
        co_return;
    }
    boost::beast::flat_buffer buffer;
    http::response_parser<http::buffer_body> parser;
    parser.header_limit(exchange.limits.header);
    parser.body_limit(std::numeric_limits<std::uint64_t>::max()); // it is not kept, and dropped only up to our limit
    co_await http::async_read_header(stream, buffer, parser, into(code));
    if (code) {
        const bool spoke = code.category() == http::make_error_code(http::error::bad_method).category() &&
                           code != http::error::end_of_stream;
        exchange.error = spoke ? "The receiver's answer is not HTTP, or too long."
                               : "The receiver closed the connection without an answer.";
        co_return;
    }
    exchange.status = static_cast<int>(parser.get().result_int());
    std::string dropped(8192, '\0');
    for (std::size_t all = 0; !code && !parser.is_done() && all < exchange.limits.body;) {
        parser.get().body().data = dropped.data();
        parser.get().body().size = dropped.size();
        all += co_await http::async_read_some(stream, buffer, parser, into(code));
        if (code == http::error::need_buffer)
            code = {};
    }
}

asio::awaitable<void> speakSecurely(tcp::socket& socket, Exchange& exchange)
{
    asio::ssl::context trust(asio::ssl::context::tls_client);
    error_code code;
    trust.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                      asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
    trust.set_default_verify_paths(code);
    asio::ssl::stream<tcp::socket&> stream(socket, trust);
    stream.set_verify_mode(asio::ssl::verify_peer);
    const asio::ssl::host_name_verification rightName(exchange.address.host);
    stream.set_verify_callback(rightName);
    error_code isNoAddress;
    asio::ip::make_address(exchange.address.host, isNoAddress);
    if (isNoAddress) // the name of a machine, and no number
        SSL_ctrl(stream.native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                 const_cast<char*>(exchange.address.host.c_str()));
    co_await stream.async_handshake(asio::ssl::stream_base::client, into(code));
    if (code) {
        exchange.error = "The receiver does not speak TLS, or its certificate is not trusted here.";
        co_return;
    }
    co_await speak(stream, exchange);
}

asio::awaitable<void> run(asio::io_context& context, Exchange& exchange)
{
    error_code code;
    tcp::resolver resolver(context);
    const auto found = co_await resolver.async_resolve(exchange.address.host, exchange.address.port, into(code));
    std::vector<tcp::endpoint> reachable;
    for (const auto& entry : found)
        if (exchange.address.secure || entry.endpoint().address().is_loopback())
            reachable.push_back(entry.endpoint());
    if (code || reachable.empty()) {
        exchange.error = "The receiver's machine is not known by this name.";
        co_return;
    }
    tcp::socket socket(context);
    co_await asio::async_connect(socket, reachable, into(code));
    if (code)
        exchange.error = "The receiver cannot be reached.";
    else if (exchange.address.secure)
        co_await speakSecurely(socket, exchange);
    else
        co_await speak(socket, exchange);
}

Request requestFor(const WebhookAddress& address, const HttpPost::Headers& headers, const std::string& body)
{
    Request request(http::verb::post, address.target, 11);
    std::string host = address.host.find(':') == std::string::npos ? address.host : '[' + address.host + ']';
    if (address.port != (address.secure ? "443" : "80"))
        host += ':' + address.port;
    request.set(http::field::host, host);
    request.set(http::field::user_agent, "satchel-server/" SATCHEL_VERSION);
    request.set(http::field::accept, "*/*");
    for (const auto& [name, value] : headers)
        request.set(name, value);
    request.keep_alive(false);
    request.body() = body;
    request.prepare_payload();
    return request;
}

} // namespace

Result<int> HttpPost::send(const WebhookAddress& address, const Headers& headers, const std::string& body)
{
    Exchange exchange{.address = address, .limits = m_limits, .request = requestFor(address, headers, body)};
    asio::io_context context(1);
    {
        const std::lock_guard lock(m_mutex);
        if (m_cancelled)
            return Error{ErrorKind::Unreachable, "The server is stopping."};
        m_stop = [&context] { context.stop(); };
    }
    bool failed = false;
    asio::co_spawn(context, run(context, exchange), [&](const std::exception_ptr& thrown) { failed = bool(thrown); });
    const auto begun = std::chrono::steady_clock::now();
    while (exchange.status == 0 && std::chrono::steady_clock::now() - begun < m_limits.all)
        if (context.run_one_for(m_limits.all - (std::chrono::steady_clock::now() - begun)) == 0)
            break; // done, out of time, or cancelled
    context.run_for(exchange.status == 0 ? std::chrono::milliseconds(0) : m_limits.farewell);
    const std::lock_guard lock(m_mutex);
    m_stop = nullptr;
    if (exchange.status != 0)
        return exchange.status;
    if (exchange.error.empty())
        exchange.error = failed        ? "The order could not be sent."
                         : m_cancelled ? "The server is stopping."
                                       : "The receiver did not answer in time.";
    return Error{ErrorKind::Unreachable, exchange.error};
}

void HttpPost::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_cancelled = true;
    if (m_stop)
        m_stop();
}

} // namespace satchel::server
