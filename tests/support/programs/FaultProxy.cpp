// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/FaultProxy.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace satchel::test {

namespace {

sockaddr_in here(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void prepare(int socket)
{
    ::fcntl(socket, F_SETFL, O_NONBLOCK);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

/// Whether these bytes are a request up to its end, which a Content-Length says.
bool isWhole(const std::string& request)
{
    const std::size_t head = request.find("\r\n\r\n");
    if (head == std::string::npos)
        return false;
    std::string lower = request.substr(0, head);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    const std::size_t length = lower.find("\r\ncontent-length:");
    const std::size_t body = length == std::string::npos ? 0 : std::strtoull(lower.c_str() + length + 17, nullptr, 10);
    return request.size() >= head + 4 + body;
}

} // namespace

FaultProxy::FaultProxy(std::uint16_t server) : m_server(server)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = here(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_listener, 64) != 0 ||
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0 ||
        ::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        std::abort();
    m_port = ntohs(address.sin_port);
    prepare(m_listener);
    m_thread = std::thread([this] { carry(); });
}

FaultProxy::~FaultProxy()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    wake();
    m_thread.join();
    for (Line& line : m_lines)
        close(line);
    for (const int descriptor : {m_listener, m_pipe[0], m_pipe[1]})
        ::close(descriptor);
}

void FaultProxy::wake() const
{
    (void)!::write(m_pipe[1], "x", 1);
}

void FaultProxy::arm(WireFault fault)
{
    const std::lock_guard lock(m_mutex);
    for (Line& line : m_lines)
        close(line);
    m_fault = fault;
    m_count = {};
    wake();
}

void FaultProxy::release()
{
    const std::lock_guard lock(m_mutex);
    for (const std::string& request : m_heldBack)
        sendAlone(request);
    m_heldBack.clear();
    wake();
}

FaultProxy::Count FaultProxy::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_count;
}

int FaultProxy::connectToServer() const
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = here(m_server);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    prepare(socket);
    return socket;
}

void FaultProxy::sendAlone(const std::string& request)
{
    Line line;
    line.ends[1] = connectToServer();
    line.isReplay = true;
    line.waiting[1] = request;
    if (line.ends[1] >= 0)
        m_lines.push_back(std::move(line));
}

void FaultProxy::close(Line& line)
{
    for (int& end : line.ends) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

void FaultProxy::accept()
{
    const int laptop = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (laptop < 0)
        return;
    prepare(laptop);
    Line line;
    line.ends = {laptop, m_fault.kind == WireFault::Kind::Refuse ? -1 : connectToServer()};
    if (line.ends[1] < 0) {
        m_count.happened = true;
        close(line);
        return;
    }
    m_lines.push_back(std::move(line));
}

// Bytes from one end (0: the laptop), which may meet the fault.
void FaultProxy::forward(Line& line, int from, std::string bytes)
{
    using Kind = WireFault::Kind;
    std::int64_t& counted = from == 0 ? m_count.toServer : m_count.toLaptop;
    const std::int64_t before = counted;
    counted += static_cast<std::int64_t>(bytes.size());
    const int faulty = m_fault.toServer ? 0 : 1;
    if (line.isMuted && (m_fault.kind != Kind::Stall || from == faulty) && m_fault.kind != Kind::Double) {
        if (m_fault.kind == Kind::HoldBack)
            m_heldBack.back() += bytes;
        return;
    }
    const bool meets = from == faulty && !m_count.happened && m_fault.kind != Kind::None && counted > m_fault.at;
    if (from == 0 && (m_fault.kind == Kind::Double || m_fault.kind == Kind::HoldBack)) {
        line.request += bytes;
        if (!isWhole(line.request))
            return; // whole requests only
        bytes = std::move(line.request);
        line.request.clear();
        if (meets && m_fault.kind == Kind::HoldBack) {
            m_heldBack.push_back(bytes);
            m_count.happened = true;
            close(line); // to the laptop it looks like a lost line
            return;
        }
        if (meets)
            line.request = bytes; // sent again by carry(), which owns the list
    } else if (meets) {
        bytes.resize(static_cast<std::size_t>(std::max<std::int64_t>(0, m_fault.at - before)));
        m_count.happened = line.isMuted = true;
    }
    line.waiting[1 - from] += bytes;
}

void FaultProxy::take(Line& line, int from)
{
    char buffer[65536];
    const ssize_t got = ::recv(line.ends[from], buffer, sizeof buffer, 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0)
        line.over[from] = true;
    else if (!line.isReplay)
        forward(line, from, std::string(buffer, static_cast<std::size_t>(got)));
}

void FaultProxy::write(Line& line, int to)
{
    std::string& bytes = line.waiting[to];
    const ssize_t sent = ::send(line.ends[to], bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent > 0)
        bytes.erase(0, static_cast<std::size_t>(sent));
    else if (sent < 0 && errno != EAGAIN && errno != EINTR)
        line.over[to] = true;
}

void FaultProxy::carry()
{
    for (;;) {
        std::vector<pollfd> looked;
        std::unique_lock lock(m_mutex);
        if (m_ends)
            return;
        std::erase_if(m_lines, [](const Line& line) { return line.ends[0] < 0 && line.ends[1] < 0; });
        looked.push_back({m_listener, POLLIN, 0});
        looked.push_back({m_pipe[0], POLLIN, 0});
        for (const Line& line : m_lines)
            for (int end = 0; end < 2; ++end)
                looked.push_back({line.over[end] ? -1 : line.ends[end],
                                  static_cast<short>(POLLIN | (line.waiting[end].empty() ? 0 : POLLOUT)), 0});
        const std::size_t known = m_lines.size();
        lock.unlock();
        ::poll(looked.data(), looked.size(), 1000);
        lock.lock();
        char byte = 0;
        while (::read(m_pipe[0], &byte, 1) == 1) {
        }
        std::vector<std::string> again;
        for (std::size_t i = 0; i < std::min(known, m_lines.size()); ++i) {
            Line& line = m_lines[i];
            for (int end = 0; end < 2; ++end) {
                if (line.ends[end] < 0 || line.over[end] || looked[2 + 2 * i + static_cast<std::size_t>(end)].fd < 0)
                    continue;
                const short events = looked[2 + 2 * i + static_cast<std::size_t>(end)].revents;
                if ((events & (POLLIN | POLLHUP | POLLERR)) != 0)
                    take(line, end);
                for (int to = 0; to < 2; ++to)
                    if (line.ends[to] >= 0 && !line.waiting[to].empty())
                        write(line, to);
            }
            const bool cut = line.isMuted && m_fault.kind == WireFault::Kind::Cut;
            const bool quiet = line.waiting[0].empty() && line.waiting[1].empty();
            const bool stalls = line.isMuted && !cut; // the other end is told nothing
            if ((cut && quiet) || (!stalls && quiet && (line.over[0] || line.over[1])) ||
                (line.over[0] && line.over[1]) || (stalls && line.over[0]))
                close(line);
            if (m_fault.kind == WireFault::Kind::Double && !line.isReplay && !m_count.happened &&
                isWhole(line.request)) {
                again.push_back(std::move(line.request));
                line.request.clear();
                m_count.happened = true;
            }
        }
        for (const std::string& request : again)
            sendAlone(request);
        if ((looked[0].revents & POLLIN) != 0)
            accept();
    }
}

} // namespace satchel::test
