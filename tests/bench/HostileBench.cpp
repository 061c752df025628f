// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "sync/protocol/Compression.h"
#include "tests/bench/IdleCrowd.h"
#include "tests/bench/ServerProcess.h"
#include "tests/support/world/Must.h"

#include <arpa/inet.h>
#include <atomic>
#include <functional>
#include <limits>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

// How much memory the server can be made to take, by strangers and by laptops: the most it had while it lasted, above
// what it has when nobody asks. What comes of each request does not matter here; the server must be well afterwards.

namespace satchel::bench {

using test::must;

namespace {

constexpr double promisedMib = 64;

/// A connection that does not care what the server thinks of it.
class RudeLine {
public:
    explicit RudeLine(unsigned short port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in server{};
        server.sin_family = AF_INET;
        server.sin_port = htons(port);
        server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_open = ::connect(m_socket, reinterpret_cast<const sockaddr*>(&server), sizeof server) == 0;
        const timeval patience{2, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    }
    RudeLine(RudeLine&& other) noexcept : m_socket(std::exchange(other.m_socket, -1)), m_open(other.m_open) {}
    ~RudeLine() { ::close(m_socket); }

    void send(const std::string& bytes)
    {
        for (std::size_t sent = 0; m_open && sent < bytes.size();) {
            const ssize_t n = ::send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            m_open = n > 0;
            sent += n > 0 ? static_cast<std::size_t>(n) : 0;
        }
    }
    /// Until the server has said something, or gives up.
    void awaitAnswer(int patience)
    {
        pollfd waiting{m_socket, POLLIN, 0};
        ::poll(&waiting, 1, patience);
    }

private:
    int m_socket;
    bool m_open;
};

std::string post(const std::string& path, const std::string& token, std::size_t length, const std::string& more = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" +
           (token.empty() ? std::string() : "Authorization: Bearer " + token + "\r\n") + more +
           "Content-Length: " + std::to_string(length) + "\r\n\r\n";
}

void together(int count, const std::function<void()>& work)
{
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back(work);
    for (std::thread& thread : threads)
        thread.join();
}

/// Bodies that are announced large, sent in part and never ended.
void unfinishedBodies(unsigned short port)
{
    const std::string part(8U << 20, 'x');
    std::vector<RudeLine> lines;
    for (int i = 0; i < 100; ++i) {
        lines.emplace_back(port);
        lines.back().send(post("/v1/push", {}, 15U << 20));
    }
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 10; ++t)
        threads.emplace_back([&, t] {
            for (std::size_t i = t; i < lines.size(); i += 10)
                lines[i].send(part);
        });
    for (std::thread& thread : threads)
        thread.join();
}

void unfinishedHeaders(unsigned short port)
{
    std::vector<RudeLine> lines;
    for (int i = 0; i < 2000; ++i) {
        lines.emplace_back(port);
        lines.back().send("POST /v1/push HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(15U << 10, 'y'));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
}

void tooLarge(unsigned short port)
{
    together(20, [port] {
        RudeLine body(port);
        body.send(post("/v1/push", {}, 1U << 30));
        body.send(std::string(1U << 20, 'x'));
        body.awaitAnswer(2000);
        RudeLine header(port);
        header.send("GET /" + std::string(1U << 20, 'z') + " HTTP/1.1\r\n\r\n");
        header.awaitAnswer(2000);
    });
}

/// Small bodies that unpack to very much.
void bombs(unsigned short port, const std::string& token)
{
    const PackedBody bomb = pack(Bytes(512U << 20, '\0'), 0);
    for (const char* path : {"/v1/login", "/v1/push", "/v1/pull"})
        together(32, [&] {
            RudeLine line(port);
            line.send(post(path, token, bomb.bytes.size(), "Content-Encoding: zstd\r\n") + bomb.bytes);
            line.awaitAnswer(20'000);
        });
}

/// Messages that are allowed to be as large as they are and mean nothing: arrays in arrays, very many tiny items.
void nonsense(unsigned short port, const std::string& token)
{
    const std::string deep(7U << 20, '\x81');
    const std::string many = "\x9a\x00\x70\x00\x00" + std::string(7U << 20, '\xa0');
    for (const std::string& body : {deep, many})
        for (const char* path : {"/v1/push", "/v1/pull"})
            together(8, [&] {
                RudeLine line(port);
                line.send(post(path, token, body.size()) + body);
                line.awaitAnswer(20'000);
            });
}

/// New laptops, all at once: each fetches its whole area page by page, which costs the server most.
void newLaptops(Stage& stage)
{
    std::vector<std::unique_ptr<CrowdLaptop>> laptops;
    for (int i = 0; i < 16; ++i)
        laptops.push_back(
            std::make_unique<CrowdLaptop>(portOf(stage), stage.login(i % 4 == 0 ? "administrator" : "salesperson"), i));
    std::atomic<std::size_t> next = 0;
    together(16, [&] {
        CrowdLaptop& laptop = *laptops[next++];
        PullRequest request{.history = laptop.signedIn().history,
                            .incarnation = laptop.incarnation(),
                            .maxRows = std::numeric_limits<std::int32_t>::max()};
        do {
            request.continuation =
                must(decodePullReply(laptop.line().post("/v1/pull", laptop.signedIn().token, encode(request))))
                    .continuation;
        } while (!request.continuation.empty());
    });
}

} // namespace

void measureHostile(const Request&, Report& report)
{
    Stage stage;
    const unsigned short port = portOf(stage);
    CrowdLaptop guest(port, stage.login("salesperson"), 0);
    const std::string& token = guest.signedIn().token;
    const ServerProcess server(stage.process());
    const double idle = server.residentKib() / 1024;
    struct Attack {
        const char* name;
        std::function<void()> run;
    };
    const std::vector<Attack> attacks = {
        {"bodies that never end (100 x 15 MiB)", [&] { unfinishedBodies(port); }},
        {"headers that never end (2,000)", [&] { unfinishedHeaders(port); }},
        {"1 GiB bodies, 1 MiB headers", [&] { tooLarge(port); }},
        {"zstd bombs (96 x 512 MiB)", [&] { bombs(port, token); }},
        {"7 MiB of nested and of tiny items", [&] { nonsense(port, token); }},
        {"16 laptops page by page at once", [&] { newLaptops(stage); }},
    };
    for (const Attack& attack : attacks) {
        Line line{.name = std::string("memory above idle, ") + attack.name, .unit = "MiB", .most = promisedMib};
        server.forgetPeak();
        attack.run();
        line.product.add(server.peakKib() / 1024 - idle);
        report.add(std::move(line));
    }
    CrowdLaptop after(port, stage.login("salesperson"), 1); // it still takes one in
    Line rest{.name = "  and after all of it", .unit = "MiB"};
    rest.product.add(server.residentKib() / 1024 - idle);
    char text[64];
    std::snprintf(text, sizeof text, "idle: %.1f MiB, 16 workers, SQLite", idle);
    rest.note = text;
    report.add(std::move(rest));
}

} // namespace satchel::bench
