// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Tap.h"

#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace satchel::bench {

namespace {

[[noreturn]] void noTap()
{
    std::fprintf(stderr, "The tap between laptop and server could not be opened.\n");
    std::abort();
}

sockaddr_in atHome(unsigned short port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void withoutDelay(int socket)
{
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

} // namespace

Tap::Tap(unsigned short serverPort) : m_serverPort(serverPort)
{
    m_listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = atHome(0);
    socklen_t length = sizeof address;
    if (::bind(m_listening, reinterpret_cast<const sockaddr*>(&address), length) != 0 ||
        ::listen(m_listening, 8) != 0 ||
        ::getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &length) != 0 || ::pipe(m_stop) != 0)
        noTap();
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

Tap::~Tap()
{
    ::close(m_stop[1]);
    m_thread.join();
    ::close(m_stop[0]);
    ::close(m_listening);
}

void Tap::startCounting()
{
    m_roundTrips = 0;
    m_bytes = 0;
}

void Tap::run()
{
    for (;;) {
        pollfd waiting[2] = {{m_listening, POLLIN, 0}, {m_stop[0], POLLIN, 0}};
        ::poll(waiting, 2, -1);
        if (waiting[1].revents != 0)
            return;
        const int laptop = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (laptop < 0)
            continue;
        pass(laptop);
        ::close(laptop);
    }
}

// Until either end closes.
void Tap::pass(int laptop)
{
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = atHome(m_serverPort);
    if (::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        noTap();
    withoutDelay(laptop);
    withoutDelay(server);
    bool asking = false;
    char piece[65536];
    for (;;) {
        pollfd ends[3] = {{laptop, POLLIN, 0}, {server, POLLIN, 0}, {m_stop[0], POLLIN, 0}};
        ::poll(ends, 3, -1);
        if (ends[2].revents != 0)
            break;
        const bool fromLaptop = ends[0].revents != 0;
        const ssize_t got = ::recv(fromLaptop ? laptop : server, piece, sizeof piece, 0);
        if (got <= 0)
            break;
        if (asking && !fromLaptop)
            ++m_roundTrips;
        asking = fromLaptop;
        m_bytes += got;
        for (ssize_t sent = 0; sent < got;) {
            const ssize_t n =
                ::send(fromLaptop ? server : laptop, piece + sent, static_cast<std::size_t>(got - sent), MSG_NOSIGNAL);
            if (n <= 0)
                break;
            sent += n;
        }
    }
    ::close(server);
}

} // namespace satchel::bench
