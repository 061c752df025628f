// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/WakeSession.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace satchel::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr int connectionThreads = 2;

Error refusal(const error_code& code, const std::string& host, unsigned short port)
{
    const std::string address = host + ":" + std::to_string(port);
    if (code == asio::error::address_in_use)
        return {ErrorKind::Busy, "Another program already listens on " + address + "."};
    if (code == asio::error::access_denied)
        return {ErrorKind::Forbidden, "Listening on " + address + " is not allowed to this user."};
    return invalid("The server cannot listen on " + address + ": it is no address of this machine.");
}

} // namespace

class Listener::Implementation {
public:
    Implementation(HttpHandler handler, int workers, const ListenerLimits& limits, WakeDoor* door)
        : m_state(std::move(handler), limits, workers, door)
    {}

    ~Implementation()
    {
        m_state.workers.join(); // nothing may still run that points here
    }

    Status bind(const std::string& host, unsigned short port)
    {
        error_code code;
        tcp::resolver resolver(m_context);
        const auto found = resolver.resolve(host, std::to_string(port), tcp::resolver::passive, code);
        if (code || found.empty())
            return refusal(asio::error::host_not_found, host, port);
        const tcp::endpoint endpoint = found.begin()->endpoint();
        m_acceptor.open(endpoint.protocol(), code);
        if (!code)
            m_acceptor.set_option(tcp::acceptor::reuse_address(true), code);
        if (!code)
            m_acceptor.bind(endpoint, code);
        if (!code)
            m_acceptor.listen(asio::socket_base::max_listen_connections, code);
        if (code)
            return refusal(code, host, port);
        return Ok{};
    }

    tcp::endpoint endpoint() const
    {
        error_code code;
        return m_acceptor.local_endpoint(code);
    }

    void stopOnSignals()
    {
        m_signals.add(SIGTERM);
        m_signals.add(SIGINT);
        m_signals.async_wait([this](const error_code& code, int) {
            if (!code)
                stopNow();
        });
    }

    void run()
    {
        asio::co_spawn(m_acceptor.get_executor(), accept(), asio::detached);
        std::thread second([this] { m_context.run(); });
        static_assert(connectionThreads == 2);
        m_context.run();
        second.join();
    }

    void stop()
    {
        asio::post(m_acceptor.get_executor(), [this] { stopNow(); });
    }

private:
    using Strand = asio::strand<asio::io_context::executor_type>;

    asio::awaitable<void> accept()
    {
        while (!m_stopping) {
            error_code code;
            tcp::socket socket = co_await m_acceptor.async_accept(asio::make_strand(m_context),
                                                                  asio::redirect_error(asio::use_awaitable, code));
            if (!code)
                begin(std::move(socket));
            else if (!m_stopping)
                co_await pause(); // out of descriptors, most likely
        }
    }

    asio::awaitable<void> pause()
    {
        error_code code;
        asio::steady_timer timer(m_acceptor.get_executor(), std::chrono::milliseconds(50));
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, code));
    }

    void begin(tcp::socket socket)
    {
        const auto executor = socket.get_executor();
        error_code code;
        const asio::ip::address from = socket.remote_endpoint(code).address();
        const auto session = std::make_shared<HttpSession>(std::move(socket), m_state);
        {
            const std::lock_guard guard(m_mutex);
            if (code || m_stopping || !countIn(from))
                return; // closes it
            m_sessions.insert(session);
        }
        asio::co_spawn(
            executor, [session] { return session->run(); },
            [this, session, from](const std::exception_ptr&) {
                auto successor = session->takeSuccessor();
                const std::lock_guard guard(m_mutex);
                m_sessions.erase(session);
                if (successor && !m_stopping)
                    wait(std::move(*successor), from);
                else
                    countOut(from);
                leaveIfDone();
            });
    }

    // With the mutex held.
    void wait(HttpSession::Successor successor, const asio::ip::address& from)
    {
        m_waiting.insert(successor.session);
        successor.session->start(successor.request, [this, from](const std::shared_ptr<WakeSession>& ended) {
            const std::lock_guard guard(m_mutex);
            m_waiting.erase(ended);
            countOut(from);
            leaveIfDone();
        });
    }

    // With the mutex held, both.
    bool countIn(const asio::ip::address& from)
    {
        if (m_sessions.size() + m_waiting.size() >= m_state.limits.connections)
            return false;
        if (from.is_loopback() && !m_state.limits.loopbackIsAnybody)
            return true;
        std::size_t& count = m_byAddress[from];
        if (count >= m_state.limits.fromOneAddress)
            return false;
        ++count;
        return true;
    }
    void countOut(const asio::ip::address& from)
    {
        const auto count = m_byAddress.find(from);
        if (count != m_byAddress.end() && --count->second == 0)
            m_byAddress.erase(count);
    }

    // On the acceptor's strand, as all that touches the acceptor, the signals and the timer.
    void stopNow()
    {
        const std::lock_guard guard(m_mutex);
        if (m_stopping)
            return;
        m_stopping = true;
        error_code code;
        m_acceptor.close(code);
        m_signals.cancel(code);
        m_farewell.expires_after(m_state.limits.farewell);
        m_farewell.async_wait([this](const error_code& cancelled) {
            if (!cancelled)
                m_context.stop();
        });
        for (const auto& session : m_sessions)
            session->endSoon();
        for (const auto& session : m_waiting)
            session->close();
        leaveIfDone();
    }

    // With the mutex held.
    void leaveIfDone()
    {
        if (m_stopping && m_sessions.empty() && m_waiting.empty())
            asio::post(m_acceptor.get_executor(), [this] {
                m_farewell.cancel();
                m_work.reset();
            });
    }

    // In this order: what is destroyed last is what the others point to.
    ListenerState m_state;
    asio::io_context m_context{connectionThreads};
    asio::executor_work_guard<asio::io_context::executor_type> m_work = asio::make_work_guard(m_context);
    Strand m_strand = asio::make_strand(m_context);
    tcp::acceptor m_acceptor{m_strand};
    asio::signal_set m_signals{m_strand};
    asio::steady_timer m_farewell{m_strand};
    std::mutex m_mutex;
    std::set<std::shared_ptr<HttpSession>> m_sessions;
    std::set<std::shared_ptr<WakeSession>> m_waiting;
    std::map<asio::ip::address, std::size_t> m_byAddress;
    std::atomic<bool> m_stopping = false;
};

Result<std::unique_ptr<Listener>> Listener::open(const std::string& host, unsigned short port, HttpHandler handler,
                                                 int workers, const ListenerLimits& limits, WakeDoor* door)
{
    auto implementation = std::make_unique<Implementation>(std::move(handler), workers, limits, door);
    SATCHEL_TRY(implementation->bind(host, port));
    return std::unique_ptr<Listener>(new Listener(std::move(implementation)));
}

Listener::Listener(std::unique_ptr<Implementation> implementation) : m_implementation(std::move(implementation)) {}

Listener::~Listener() = default;

unsigned short Listener::port() const
{
    return m_implementation->endpoint().port();
}

std::string Listener::url() const
{
    const auto address = m_implementation->endpoint().address();
    const std::string host = address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
    return "http://" + host + ":" + std::to_string(port());
}

void Listener::stopOnSignals()
{
    m_implementation->stopOnSignals();
}

void Listener::run()
{
    m_implementation->run();
}

void Listener::stop()
{
    m_implementation->stop();
}

} // namespace satchel::server
