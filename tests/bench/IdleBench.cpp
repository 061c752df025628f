// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Rows.h"
#include "tests/bench/IdleCrowd.h"
#include "tests/bench/ServerProcess.h"
#include "tests/bench/Wire.h"
#include "tests/support/world/Must.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <optional>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>

// Laptops that are on and have nothing to say: connections that wait for news, one sync every 30 seconds over a new
// connection each (as a reverse proxy makes them), and then a change that concerns all of them. The server is the true
// process; the laptops share its two cores. The limit is the server's own listener, which answers as many bytes and
// does nothing.

namespace satchel::bench {

using test::must;
using Instant = std::chrono::steady_clock::time_point;

namespace {

constexpr int promised = 30'000;
constexpr int secondsBetweenSyncs = 30;
constexpr int clients = 16;
constexpr rlim_t otherFiles = 700;                  ///< of either program, for its database and for the syncs
constexpr std::size_t portsBesideWaiting = 100'000; ///< addresses of their own, see loopbackFor

Instant clockNow()
{
    return std::chrono::steady_clock::now();
}

double sinceInMs(Instant start)
{
    return std::chrono::duration<double, std::milli>(clockNow() - start).count();
}

/// As many as are promised, or as the system lets one program have open.
int connectionsToHold()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<int>(std::min<rlim_t>(promised, limit.rlim_cur - std::min(limit.rlim_cur / 2, otherFiles)));
}

void inThreads(int count, const std::function<void(int)>& work)
{
    std::vector<std::thread> threads;
    for (int t = 0; t < count; ++t)
        threads.emplace_back(work, t);
    for (std::thread& thread : threads)
        thread.join();
}

using Ask = std::function<void(CrowdLine& line, std::size_t laptop)>;

/// Milliseconds from the moment a laptop should have asked to its answer: so many a second, each over a line of its
/// own.
Samples paced(unsigned short port, int asks, double perSecond, const Ask& ask)
{
    std::atomic<int> next = 0;
    std::vector<double> took(static_cast<std::size_t>(asks));
    const Instant start = clockNow() + std::chrono::milliseconds(50);
    inThreads(clients, [&](int) {
        for (int i = next++; i < asks; i = next++) {
            const Instant due = start + std::chrono::microseconds(static_cast<std::int64_t>(i / perSecond * 1e6));
            std::this_thread::sleep_until(due);
            const auto laptop = static_cast<std::size_t>(i);
            CrowdLine line(port, loopbackFor(portsBesideWaiting + laptop));
            ask(line, laptop);
            took[laptop] = sinceInMs(due);
        }
    });
    Samples samples;
    for (const double each : took)
        samples.add(each);
    return samples;
}

/// Milliseconds a thousand answers take when everybody asks as fast as he can.
double hurried(unsigned short port, int asks, const Ask& ask)
{
    std::atomic<int> next = 0;
    return milliseconds([&] {
               inThreads(clients, [&](int) {
                   CrowdLine line(port);
                   for (int i = next++; i < asks; i = next++)
                       ask(line, static_cast<std::size_t>(i));
               });
           }) *
           1000.0 / asks;
}

/// Open lines to /v1/wake.
class Sleepers {
public:
    Sleepers(unsigned short port, const IdleCrowd& crowd, int count)
    {
        constexpr int hands = 4;
        std::vector<std::vector<CrowdLine>> lines(hands);
        inThreads(hands, [&](int hand) {
            for (int i = hand; i < count; i += hands) {
                const auto laptop = static_cast<std::size_t>(i);
                CrowdLine line(port, loopbackFor(laptop));
                line.wake(crowd[laptop].token);
                lines[static_cast<std::size_t>(hand)].push_back(std::move(line));
            }
        });
        m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
        for (auto& some : lines)
            for (CrowdLine& line : some) {
                epoll_event event{};
                event.events = EPOLLIN;
                event.data.fd = line.socket();
                ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, line.socket(), &event);
                m_lines.push_back(std::move(line));
            }
        while (hear(500) != 0) { // each is told at once where the server stands
        }
    }
    ~Sleepers() { ::close(m_epoll); }
    Sleepers(const Sleepers&) = delete;

    [[nodiscard]] std::size_t count() const { return m_lines.size(); }

    /// Milliseconds from `start` until each of them was woken; those that were not within ten seconds end the program.
    Samples woken(Instant start)
    {
        Samples samples;
        while (samples.count() < m_lines.size()) {
            const std::size_t calls = hear(10'000);
            const double at = sinceInMs(start);
            if (calls == 0) {
                std::fprintf(stderr, "Only %zu of %zu laptops were woken.\n", samples.count(), m_lines.size());
                std::abort();
            }
            for (std::size_t i = 0; i < calls; ++i)
                samples.add(at);
        }
        return samples;
    }

private:
    // Lines that had something to say.
    std::size_t hear(int patience)
    {
        epoll_event events[512];
        const int ready = ::epoll_wait(m_epoll, events, 512, patience);
        char dropped[256];
        for (int i = 0; i < ready; ++i)
            if (::recv(events[i].data.fd, dropped, sizeof dropped, MSG_DONTWAIT) == 0) {
                std::fprintf(stderr, "The server closed the line of a laptop that waits.\n");
                std::abort();
            }
        return ready > 0 ? static_cast<std::size_t>(ready) : 0;
    }

    std::vector<CrowdLine> m_lines;
    int m_epoll = -1;
};

/// The administrator gives a product another text, and sends it.
Samples tellEverybody(Sleepers& sleepers, BenchLaptop& administrator, int round)
{
    const Entity& product = schema::entity("product");
    Id id;
    {
        auto statement =
            must(administrator.replica().connection().prepare("SELECT id FROM product ORDER BY n LIMIT 1"));
        if (must(statement.step()))
            id = statement.id(0);
    }
    must(administrator.replica().commit(
        {{.kind = OperationKind::Update,
          .entity = &product,
          .id = id,
          .values = {{*product.indexOf("description"), Value("Text number " + std::to_string(round))}}}}));
    const Instant start = clockNow();
    Samples samples;
    std::thread listening([&] { samples = sleepers.woken(start); });
    must(administrator.engine().sync());
    listening.join();
    return samples;
}

} // namespace

void measureIdle(const Request& request, Report& report)
{
    const int held = connectionsToHold();
    Stage stage;
    const unsigned short port = portOf(stage);
    BenchLaptop administrator(stage.url(), stage.login("administrator"));
    must(administrator.engine().sync()); // before there are many more people in the company
    const IdleCrowd crowd(stage, held);
    const ServerProcess server(stage.process());
    const Relay relay({}, clients);
    const std::string nothing = "/" + std::to_string(crowd.answerBytes());
    const Ask product = [&](CrowdLine& line, std::size_t i) {
        (void)line.post("/v1/pull", crowd[i].token, crowd[i].pull);
    };
    const Ask bare = [&](CrowdLine& line, std::size_t i) { (void)line.post(nothing, crowd[i].token, crowd[i].pull); };

    Line hurry{.name = "idle syncs, as many as go", .unit = "ms / 1,000"};
    Line cost{.name = "  processor time of the server", .unit = "ms / 1,000"};
    const int asks = 6000;
    (void)hurried(port, asks, product); // tokens and pages are in memory from now on
    const double quiet = server.anonymousKib();
    for (int run = 0; run < request.runs; ++run) {
        const double before = server.processorMs();
        hurry.product.add(hurried(port, asks, product));
        cost.product.add((server.processorMs() - before) * 1000.0 / asks);
        hurry.limit.add(hurried(relay.port(), asks, bare));
    }
    hurry.note = "per second: 1,000,000 divided by it; " + std::to_string(crowd.answerBytes()) +
                 " bytes are answered; server and " + std::to_string(clients) + " clients share the machine";
    report.add(std::move(hurry));
    report.add(std::move(cost));

    std::optional<Sleepers> sleepers;
    const double opening = milliseconds([&] { sleepers.emplace(port, crowd, held); });
    Line memory{.name = "a laptop that waits, memory of the server", .unit = "KiB", .most = 8.0};
    memory.product.add((server.anonymousKib() - quiet) / static_cast<double>(sleepers->count()));
    memory.note = std::to_string(sleepers->count()) + " connections were held, of 30,000 promised" +
                  (held < promised ? " (no more files may be open here)" : "") +
                  ", each of a person of its own; opened in " + std::to_string(static_cast<int>(opening)) +
                  " ms; what the kernel needs comes on top";
    report.add(std::move(memory));

    // The pace of all that are promised, whatever number of lines could be held.
    const double perSecond = double{promised} / secondsBetweenSyncs;
    const int all = static_cast<int>(perSecond) * request.seconds;
    Line delay{
        .name = "30,000 laptops sync every 30 s: until the answer", .budgetP99 = std::nullopt, .mostP99 = 1000.0};
    const double before = server.processorMs();
    delay.product = paced(port, all, perSecond, product);
    const double share = (server.processorMs() - before) / (1000.0 * request.seconds);
    delay.limit = paced(relay.port(), all, perSecond, bare);
    delay.note = std::to_string(static_cast<int>(perSecond)) + " a second for " + std::to_string(request.seconds) +
                 " s, each over a new connection, beside " + std::to_string(sleepers->count()) +
                 " that wait; the server took " + std::to_string(static_cast<int>(share * 100)) +
                 " % of one core; counted from when a laptop should have asked";
    report.add(std::move(delay));

    Line news{.name = "a change for everybody: until a laptop is woken", .mostP99 = 2000.0};
    Line last{.name = "  until the last one is", .most = 2000.0};
    for (int round = 0; round < request.runs; ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1100)); // nobody is woken twice within a second
        const Samples woken = tellEverybody(*sleepers, administrator, round);
        for (const double each : woken.values())
            news.product.add(each);
        last.product.add(woken.max());
    }
    news.note = "from the beginning of the administrator's sync; " + std::to_string(sleepers->count()) +
                " laptops; they pull when they are woken, see idle syncs";
    report.add(std::move(news));
    report.add(std::move(last));
}

} // namespace satchel::bench
