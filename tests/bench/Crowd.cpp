// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Crowd.h"

#include "core/base/Clock.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/SegmentMessages.h"
#include "tests/support/world/Must.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace satchel::bench {

using test::must;

namespace {

[[noreturn]] void broken(const char* what, const std::string& more = {})
{
    std::fprintf(stderr, "A laptop of the crowd could not go on: %s %s\n", what, more.c_str());
    std::abort();
}

sockaddr_in address(const std::string& host, unsigned short port)
{
    sockaddr_in made{};
    made.sin_family = AF_INET;
    made.sin_port = htons(port);
    ::inet_pton(AF_INET, host.c_str(), &made.sin_addr);
    return made;
}

} // namespace

CrowdLine::CrowdLine(unsigned short port, const std::string& from)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const int yes = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (!from.empty()) {
        ::setsockopt(m_socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
        const sockaddr_in local = address(from, 0);
        if (::bind(m_socket, reinterpret_cast<const sockaddr*>(&local), sizeof local) != 0)
            broken("no such address:", from);
    }
    const sockaddr_in remote = address("127.0.0.1", port);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&remote), sizeof remote) != 0)
        broken("the server does not take the connection");
}

CrowdLine::CrowdLine(CrowdLine&& other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)), m_read(std::move(other.m_read))
{}

CrowdLine::~CrowdLine()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

void CrowdLine::send(const std::string& bytes) const
{
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t n = ::send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (n <= 0)
            broken("the line broke");
        sent += static_cast<std::size_t>(n);
    }
}

std::string CrowdLine::head()
{
    char piece[16384];
    for (;;) {
        if (const std::size_t end = m_read.find("\r\n\r\n"); end != std::string::npos) {
            std::string text = m_read.substr(0, end + 4);
            m_read.erase(0, end + 4);
            return text;
        }
        const ssize_t n = ::recv(m_socket, piece, sizeof piece, 0);
        if (n <= 0)
            broken("the server closed the line");
        m_read.append(piece, static_cast<std::size_t>(n));
    }
}

std::string CrowdLine::post(const std::string& path, const std::string& token, const std::string& body)
{
    send("POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    const std::string text = head();
    const std::size_t at = text.find("Content-Length: ");
    const std::size_t length = at == std::string::npos ? 0 : std::stoul(text.substr(at + 16));
    char piece[16384];
    while (m_read.size() < length) {
        const ssize_t n = ::recv(m_socket, piece, sizeof piece, 0);
        if (n <= 0)
            broken("the server closed the line");
        m_read.append(piece, static_cast<std::size_t>(n));
    }
    std::string answer = m_read.substr(0, length);
    m_read.erase(0, length);
    if (text.starts_with("HTTP/1.1 200"))
        return answer;
    const Error error = decodeError(answer);
    if (error.field != protocol::packing)
        broken("the server refused:", error.message);
    return post(path, token, body); // for the rest
}

void CrowdLine::wake(const std::string& token)
{
    send("GET /v1/wake HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: "
         "13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " +
         token + "\r\n\r\n");
    const std::string text = head();
    if (!text.starts_with("HTTP/1.1 101"))
        broken("no wake-up:", text);
}

CrowdLaptop::CrowdLaptop(unsigned short port, const std::string& login, int number) : m_line(port)
{
    SystemEnvironment environment;
    m_incarnation = environment.newId();
    m_secret = environment.random(32);
    m_reply = must(decodeLoginReply(m_line.post("/v1/login", {},
                                                encode(LoginRequest{.program = "bench 1",
                                                                    .login = login,
                                                                    .password = "demo",
                                                                    .device = std::nullopt,
                                                                    .deviceName = "crowd " + std::to_string(number),
                                                                    .incarnation = m_incarnation,
                                                                    .secret = m_secret}))));
}

void CrowdLaptop::edit(const Id& contact, std::int64_t seenRev, std::int64_t checkpoint, const std::string& value)
{
    const Entity& entity = schema::entity("contact");
    Change change{.number = ++m_number, .editedAt = m_reply.serverTime + m_number, .seenCheckpoint = checkpoint};
    change.operations.push_back({.kind = OperationKind::Update,
                                 .entity = &entity,
                                 .id = contact,
                                 .seenRev = seenRev,
                                 .fields = {{*entity.indexOf("department"), Value(m_value), Value(value)}}});
    m_value = value;
    const Bytes body = encodeChange(change);
    const Bytes16 id = chainId(m_secret, m_number, m_previous, body);
    const std::string answer = m_line.post(
        "/v1/push", m_reply.token,
        encode(PushRequest{
            .history = m_reply.history, .incarnation = m_incarnation, .previous = m_previous, .changes = {body}}));
    if (must(decodePushReply(answer)).lastNumber != m_number)
        broken("a change was not taken");
    m_previous = id;
}

std::string CrowdLaptop::idleBody(const PullRequest& idle)
{
    if (m_idle.empty()) {
        PullRequest mine = idle;
        mine.incarnation = m_incarnation;
        m_idle = encode(mine);
    }
    return m_idle;
}

} // namespace satchel::bench
