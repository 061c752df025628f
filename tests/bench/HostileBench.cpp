// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "sync/protocol/Compression.h"
#include "sync/protocol/SegmentMessages.h"
#include "tests/bench/IdleCrowd.h"
#include "tests/bench/ServerProcess.h"
#include "tests/support/PostgresCluster.h"
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
// what it has when nobody asks, each time a server that has just been started. Pages of the database that are mapped
// are told apart: they are no memory that anybody takes. What comes of each request does not matter here; the server
// must be well afterwards.

namespace satchel::bench {

using test::must;

namespace {

constexpr double promisedMib = 64;

/// A connection that does not care what the server thinks of it.
class RudeLine {
public:
    /// `room`: bytes that the system takes of answers before anybody reads them; 0 for the usual.
    explicit RudeLine(unsigned short port, int room = 0) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        if (room != 0)
            ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
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
        lines.back().send("POST /v1/push HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(7U << 10, 'y'));
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

/// People nobody knows, each with a password that has to be looked at.
void logins(unsigned short port)
{
    std::atomic<int> next = 0;
    together(64, [&] {
        const LoginRequest wrong{.program = "bench 1",
                                 .login = "stranger" + std::to_string(next++),
                                 .password = "let me in",
                                 .device = std::nullopt,
                                 .deviceName = "bench",
                                 .incarnation = SystemEnvironment().newId(),
                                 .secret = Bytes(32, 's')};
        const Bytes body = encode(wrong);
        RudeLine line(port);
        line.send(post("/v1/login", {}, body.size()) + body);
        line.awaitAnswer(30'000);
    });
}

using Crowd = std::vector<std::unique_ptr<CrowdLaptop>>;

void each(Crowd& laptops, const std::function<void(CrowdLaptop&)>& work)
{
    std::atomic<std::size_t> next = 0;
    together(static_cast<int>(laptops.size()), [&] { work(*laptops[next++]); });
}

/// Small bodies that unpack to very much.
void bombs(unsigned short port, Crowd& crowd)
{
    const std::string& token = crowd.front()->signedIn().token;
    const PackedBody bomb = pack(Bytes(512U << 20, '\0'), 0);
    for (const char* path : {"/v1/login", "/v1/push", "/v1/pull"})
        together(32, [&] {
            RudeLine line(port);
            line.send(post(path, token, bomb.bytes.size(), "Content-Encoding: zstd\r\n") + bomb.bytes);
            line.awaitAnswer(20'000);
        });
}

/// Messages that are allowed to be as large as they are and mean nothing: arrays in arrays, very many tiny items.
void nonsense(unsigned short port, Crowd& crowd)
{
    const std::string& token = crowd.front()->signedIn().token;
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

/// The addresses of all pieces of what a laptop's owner may see.
SegmentFetch allSegments(CrowdLaptop& laptop)
{
    const SegmentPlanRequest wanted{.history = laptop.signedIn().history, .scopes = {}};
    const SegmentPlan plan =
        must(decodeSegmentPlan(laptop.line().post("/v1/plan", laptop.signedIn().token, encode(wanted))));
    SegmentFetch fetch{.history = plan.history, .addresses = {}};
    for (const SegmentSet& set : plan.sets)
        for (const SegmentInfo& info : set.segments)
            fetch.addresses.push_back(info.address);
    return fetch;
}

/// Large answers to many connections, none of which is ever read.
void answersNobodyTakes(unsigned short port, Crowd& crowd)
{
    SegmentFetch fetch = allSegments(*crowd.front());
    fetch.addresses.resize(std::min(fetch.addresses.size(), protocol::maxSegmentsAsked));
    const Bytes asking = encode(fetch);
    std::vector<RudeLine> lines;
    for (int i = 0; i < 400; ++i) {
        lines.emplace_back(port, 4096);
        lines.back().send(post("/v1/segments", crowd.front()->signedIn().token, asking.size()) + asking);
    }
    for (RudeLine& line : lines)
        line.awaitAnswer(20'000);
}

/// Fetches all a laptop may see and hands its pages out.
void pageByPage(CrowdLaptop& laptop, const std::function<void(const PullReply&)>& take)
{
    PullRequest request{.history = laptop.signedIn().history,
                        .incarnation = laptop.incarnation(),
                        .maxRows = std::numeric_limits<std::int32_t>::max()};
    do {
        const PullReply page =
            must(decodePullReply(laptop.line().post("/v1/pull", laptop.signedIn().token, encode(request))));
        take(page);
        request.continuation = page.continuation;
    } while (!request.continuation.empty());
}

/// New laptops, all at once, in the way that costs the server most.
void newLaptops(unsigned short, Crowd& crowd)
{
    each(crowd, [](CrowdLaptop& laptop) { pageByPage(laptop, [](const PullReply&) {}); });
}

/// The same by segments, of which the server has none yet.
void newLaptopsBySegments(unsigned short, Crowd& crowd)
{
    each(crowd, [](CrowdLaptop& laptop) {
        SegmentFetch fetch = allSegments(laptop);
        while (!fetch.addresses.empty()) {
            SegmentFetch some = fetch;
            some.addresses.resize(std::min(some.addresses.size(), protocol::maxSegmentsAsked));
            const auto reply =
                must(decodeSegmentReply(laptop.line().post("/v1/segments", laptop.signedIn().token, encode(some))));
            fetch.addresses.erase(fetch.addresses.begin(),
                                  fetch.addresses.begin() + static_cast<std::ptrdiff_t>(reply.segments.size()));
        }
    });
}

/// Edits all over the company, so that every connection to the database has pages of it in hand.
void editsEverywhere(unsigned short, Crowd& crowd)
{
    std::vector<std::pair<Id, std::int64_t>> contacts;
    std::int64_t checkpoint = 0;
    pageByPage(*crowd.front(), [&](const PullReply& page) {
        for (const RowUpsert& row : page.rows)
            if (row.entity->name == "contact")
                contacts.emplace_back(row.id, row.rev);
        checkpoint = page.checkpoint;
    });
    std::atomic<std::size_t> next = 0;
    each(crowd, [&](CrowdLaptop& laptop) {
        for (std::size_t i = next++; i < contacts.size(); i = next++)
            laptop.edit(contacts[i].first, contacts[i].second, checkpoint, "Department " + std::to_string(i));
    });
}

} // namespace

namespace {

using Run = std::function<void(unsigned short port, Crowd& crowd)>;
struct Attack {
    const char* name;
    Run run;
    Run before = [](unsigned short, Crowd&) {};
};

std::vector<Attack> attacks()
{
    const auto byStrangers = [](void (*attack)(unsigned short port)) {
        return Run([attack](unsigned short port, Crowd&) { attack(port); });
    };
    return {
        {"bodies that never end (100 x 15 MiB)", byStrangers(unfinishedBodies)},
        {"headers that never end (2,000)", byStrangers(unfinishedHeaders)},
        {"1 GiB bodies, 1 MiB headers", byStrangers(tooLarge)},
        {"64 strangers sign in at once", byStrangers(logins)},
        {"zstd bombs (96 x 512 MiB)", bombs},
        {"7 MiB of nested and of tiny items", nonsense},
        {"400 large answers that nobody takes", answersNobodyTakes,
         [](unsigned short, Crowd& crowd) { (void)allSegments(*crowd.front()); }},
        {"16 laptops page by page at once", newLaptops},
        {"16 laptops by segments at once", newLaptopsBySegments},
        {"16 laptops edit everything at once", editsEverywhere},
    };
}

/// On a server of its own.
void measureAttack(const Attack& attack, const std::string& engine, const std::string& database, Report& report)
{
    const Stage stage(database);
    const ServerProcess server(stage.process());
    const double idle = server.anonymousKib();
    const double resident = server.residentKib();
    Crowd crowd;
    for (int i = 0; i < 16; ++i)
        crowd.push_back(std::make_unique<CrowdLaptop>(portOf(stage), stage.login("administrator"), i));
    Line line{.name = engine + ", memory above idle, " + attack.name, .unit = "MiB", .most = promisedMib};
    Line mapped{.name = "  with mapped pages of files", .unit = "MiB"};
    Line rest{.name = "  and afterwards", .unit = "MiB"};
    attack.before(portOf(stage), crowd);
    server.forgetPeak();
    AnonymousPeak peak(server);
    attack.run(portOf(stage), crowd);
    line.product.add((peak.endKib() - idle) / 1024);
    mapped.product.add((server.peakKib() - resident) / 1024);
    const CrowdLaptop after(portOf(stage), stage.login("salesperson"), 16); // it still takes one in
    rest.product.add((server.anonymousKib() - idle) / 1024);
    for (Line* each : {&line, &mapped, &rest})
        report.add(std::move(*each));
}

} // namespace

void measureHostile(const Request&, Report& report)
{
    for (const Attack& attack : attacks())
        measureAttack(attack, "SQLite", {}, report);
    std::string whyNot;
    const auto cluster = test::PostgresCluster::start(whyNot);
    if (!cluster) {
        std::fprintf(stderr, "Without PostgreSQL: %s\n", whyNot.c_str());
        return;
    }
    for (const Attack& attack : attacks())
        measureAttack(attack, "PostgreSQL", cluster->makeDatabase(), report);
}

} // namespace satchel::bench
