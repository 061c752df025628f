// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Messages.h"

#include <string>

namespace satchel::bench {

/// A blocking connection that speaks the protocol and nothing else: for many laptops in one process. One thread.
class CrowdLine {
public:
    /// `from`: the loopback address it speaks from; "" for the usual one.
    explicit CrowdLine(unsigned short port, const std::string& from = {});
    ~CrowdLine();
    CrowdLine(const CrowdLine&) = delete;
    CrowdLine(CrowdLine&& other) noexcept;

    /// The body of a 200; anything else ends the program.
    [[nodiscard]] std::string post(const std::string& path, const std::string& token, const std::string& body);
    /// Asks for /v1/wake and takes the handshake's answer.
    void wake(const std::string& token);
    [[nodiscard]] int socket() const { return m_socket; }

private:
    void send(const std::string& bytes) const;
    [[nodiscard]] std::string head();

    int m_socket;
    std::string m_read;
};

/// A laptop reduced to what travels: signs in and pushes one change after the other.
class CrowdLaptop {
public:
    CrowdLaptop(unsigned short port, const std::string& login, int number);

    /// One edit of one field of a contact, acknowledged when this returns.
    void edit(const Id& contact, std::int64_t seenRev, std::int64_t checkpoint, const std::string& value);
    /// A pull that has nothing new.
    void pull(const PullRequest& idle) { (void)m_line.post("/v1/pull", m_reply.token, idleBody(idle)); }
    [[nodiscard]] const LoginReply& signedIn() const { return m_reply; }
    [[nodiscard]] const Id& incarnation() const { return m_incarnation; }
    [[nodiscard]] CrowdLine& line() { return m_line; }

private:
    [[nodiscard]] std::string idleBody(const PullRequest& idle);

    CrowdLine m_line;
    Id m_incarnation;
    Bytes m_secret;
    LoginReply m_reply;
    std::int64_t m_number = 0;
    Bytes16 m_previous{};
    std::string m_value;
    std::string m_idle;
};

} // namespace satchel::bench
