// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Wire.h"

#include "tests/support/world/Must.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace satchel::bench {

using test::must;

namespace {

[[noreturn]] void broken()
{
    std::fprintf(stderr, "The line to the relay broke.\n");
    std::abort();
}

} // namespace

Relay::Relay(std::function<void()> work, int workers)
{
    m_listener = must(server::Listener::open(
        "127.0.0.1", 0,
        [work = std::move(work)](const server::HttpQuestion& question) {
            const bool works = question.target.starts_with("/w");
            if (works)
                work();
            return server::HttpAnswer{.body = std::string(std::stoul(question.target.substr(works ? 2 : 1)), 'x')};
        },
        workers));
    m_thread = std::thread([this] { m_listener->run(); });
}

Relay::~Relay()
{
    m_listener->stop();
    m_thread.join();
}

BareLine::BareLine(unsigned short port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int yes = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        broken();
}

BareLine::~BareLine()
{
    ::close(m_socket);
}

void BareLine::exchange(std::size_t up, std::size_t down, bool work)
{
    const std::string message = std::string("POST /") + (work ? "w" : "") + std::to_string(down) +
                                " HTTP/1.1\r\nHost: relay\r\nContent-Length: " + std::to_string(up) + "\r\n\r\n" +
                                std::string(up, 'x');
    for (std::size_t sent = 0; sent < message.size();) {
        const ssize_t n = ::send(m_socket, message.data() + sent, message.size() - sent, MSG_NOSIGNAL);
        if (n <= 0)
            broken();
        sent += static_cast<std::size_t>(n);
    }
    std::string answer;
    char piece[65536];
    std::size_t head = std::string::npos;
    while (head == std::string::npos || answer.size() < head + 4 + down) {
        const ssize_t n = ::recv(m_socket, piece, sizeof piece, 0);
        if (n <= 0)
            broken();
        answer.append(piece, static_cast<std::size_t>(n));
        if (head == std::string::npos)
            head = answer.find("\r\n\r\n");
    }
}

} // namespace satchel::bench
