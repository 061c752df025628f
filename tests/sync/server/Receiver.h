// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <functional>
#include <mutex>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace satchel::test {

/// A request as it came over the line.
struct Received {
    std::string head; ///< the request line and the header
    std::string body;

    [[nodiscard]] std::string header(const std::string& name) const
    {
        const std::size_t at = head.find("\r\n" + name + ": ");
        const std::size_t begin = at + name.size() + 4;
        return at == std::string::npos ? "(none)" : head.substr(begin, head.find("\r\n", begin) - begin);
    }
};

/// The system that takes orders, in a test: listens on this machine, keeps what it is sent, and answers exactly the
/// bytes it is told to, or nothing and hangs up, or nothing at all. One connection after the other, on a thread of its
/// own.
class Receiver {
public:
    using Answer = std::function<std::string(const Received&)>;
    inline static const std::string silence = "(silence)";

    static std::string status(int code, const std::string& more = "")
    {
        return "HTTP/1.1 " + std::to_string(code) + " Whatever\r\n" + more + "Content-Length: 2\r\n\r\nok";
    }

    /// `certificate`, `key`: files in PEM, for TLS.
    explicit Receiver(const std::string& certificate = {}, const std::string& key = {})
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        if (!certificate.empty()) {
            m_tls = SSL_CTX_new(TLS_server_method());
            SSL_CTX_use_certificate_chain_file(m_tls, certificate.c_str());
            SSL_CTX_use_PrivateKey_file(m_tls, key.c_str(), SSL_FILETYPE_PEM);
        }
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), size);
        ::listen(m_socket, 16);
        ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~Receiver()
    {
        ::shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        ::close(m_socket);
        SSL_CTX_free(m_tls);
    }
    Receiver(const Receiver&) = delete;

    [[nodiscard]] std::string url(const std::string& host = "127.0.0.1") const
    {
        return (m_tls == nullptr ? "http://" : "https://") + host + ':' + std::to_string(m_port) +
               "/orders?from=satchel";
    }
    void answers(Answer answer)
    {
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(answer);
    }
    void answers(const std::string& bytes)
    {
        answers([bytes](const Received&) { return bytes; });
    }
    [[nodiscard]] std::vector<Received> received() const
    {
        const std::lock_guard lock(m_mutex);
        return m_received;
    }
    /// Connections, also those that never got as far as a request.
    [[nodiscard]] int calls() const { return m_calls; }

private:
    struct Line {
        int socket;
        SSL* tls;
        [[nodiscard]] long read(char* into, int size) const
        {
            return tls == nullptr ? ::recv(socket, into, static_cast<std::size_t>(size), 0) : SSL_read(tls, into, size);
        }
        void write(const std::string& bytes) const
        {
            if (tls == nullptr)
                (void)::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            else
                SSL_write(tls, bytes.data(), static_cast<int>(bytes.size()));
        }
    };

    void serve()
    {
        for (;;) {
            const int connection = ::accept(m_socket, nullptr, nullptr);
            if (connection < 0)
                return;
            ++m_calls;
            const timeval patience = {20, 0};
            ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
            SSL* tls = m_tls == nullptr ? nullptr : SSL_new(m_tls);
            if (tls != nullptr)
                SSL_set_fd(tls, connection);
            if (tls == nullptr || SSL_accept(tls) == 1)
                converse({connection, tls});
            if (tls != nullptr)
                SSL_shutdown(tls);
            SSL_free(tls);
            ::close(connection);
        }
    }

    void converse(const Line& line)
    {
        Received request;
        char byte = 0;
        while (!request.head.ends_with("\r\n\r\n") && line.read(&byte, 1) == 1)
            request.head.push_back(byte);
        const std::string length = request.header("Content-Length");
        const std::size_t size = length == "(none)" ? 0 : std::stoul(length);
        while (request.body.size() < size && line.read(&byte, 1) == 1)
            request.body.push_back(byte);
        if (request.body.size() < size || !request.head.ends_with("\r\n\r\n"))
            return;
        Answer answer;
        {
            const std::lock_guard lock(m_mutex);
            m_received.push_back(request);
            answer = m_answer;
        }
        const std::string bytes = answer(request);
        if (bytes != silence)
            line.write(bytes);
        else
            while (line.read(&byte, 1) == 1) // until the other side has had enough
                continue;
    }

    int m_socket;
    unsigned short m_port = 0;
    SSL_CTX* m_tls = nullptr;
    mutable std::mutex m_mutex;
    Answer m_answer = [](const Received&) { return status(200); };
    std::vector<Received> m_received;
    std::atomic<int> m_calls = 0;
    std::thread m_thread;
};

} // namespace satchel::test
