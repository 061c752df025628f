// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Rows.h"
#include "tests/bench/ServerProcess.h"
#include "tests/bench/Sleepers.h"
#include "tests/bench/Wire.h"
#include "tests/support/PostgresCluster.h"
#include "tests/support/world/Must.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

// Laptops that are on and have nothing to say: connections that wait for news, one sync every 30 seconds over a new
// connection each (as a reverse proxy makes them), and then a change that concerns all of them. The servers are the
// true processes; the laptops share their two cores. The limit is the server's own listener, which answers as many
// bytes and does nothing.

namespace satchel::bench {

using test::must;
namespace {

constexpr int promised = 30'000;
constexpr int secondsBetweenSyncs = 30;
constexpr int clients = 16;
constexpr std::size_t otherFiles = 700;             ///< of a server, for its database and for the syncs
constexpr std::size_t portsBesideWaiting = 100'000; ///< addresses of their own, see loopbackFor

Instant clockNow()
{
    return std::chrono::steady_clock::now();
}

double sinceInMs(Instant start)
{
    return std::chrono::duration<double, std::milli>(clockNow() - start).count();
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

/// The servers of one database, each with its share of the laptops.
class House {
public:
    /// `database`: of PostgreSQL, for any number of servers; "": SQLite, for one.
    House(const std::string& database, std::size_t servers)
    {
        m_stages.push_back(std::make_unique<Stage>(database));
        while (m_stages.size() < servers)
            m_stages.push_back(std::make_unique<Stage>(*m_stages.front()));
    }
    [[nodiscard]] Stage& first() { return *m_stages.front(); }
    [[nodiscard]] std::size_t servers() const { return m_stages.size(); }
    /// Where the laptop with this number syncs.
    [[nodiscard]] unsigned short port(std::size_t laptop) const { return portOf(*m_stages[laptop % m_stages.size()]); }
    /// Of all servers.
    [[nodiscard]] double anonymousKib() const { return sum(&ServerProcess::anonymousKib); }
    [[nodiscard]] double processorMs() const { return sum(&ServerProcess::processorMs); }

private:
    double sum(double (ServerProcess::*figure)() const) const
    {
        double all = 0;
        for (const auto& stage : m_stages)
            all += (ServerProcess(stage->process()).*figure)();
        return all;
    }
    std::vector<std::unique_ptr<Stage>> m_stages;
};

using Port = std::function<unsigned short(std::size_t laptop)>;

/// Milliseconds from the moment a laptop should have asked to its answer: so many a second, each over a line of its
/// own.
Samples paced(const Port& port, int asks, double perSecond, const Ask& ask)
{
    std::atomic<int> next = 0;
    std::vector<double> took(static_cast<std::size_t>(asks));
    const Instant start = clockNow() + std::chrono::milliseconds(50);
    inThreads(clients, [&](int) {
        for (int i = next++; i < asks; i = next++) {
            const Instant due = start + std::chrono::microseconds(static_cast<std::int64_t>(i / perSecond * 1e6));
            std::this_thread::sleep_until(due);
            const auto laptop = static_cast<std::size_t>(i);
            CrowdLine line(port(laptop), loopbackFor(portsBesideWaiting + laptop));
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
double hurried(const Port& port, int asks, const Ask& ask)
{
    std::atomic<int> next = 0;
    return milliseconds([&] {
               inThreads(clients, [&](int client) {
                   CrowdLine line(port(static_cast<std::size_t>(client)));
                   for (int i = next++; i < asks; i = next++)
                       ask(line, static_cast<std::size_t>(i));
               });
           }) *
           1000.0 / asks;
}

/// The administrator gives a product another text, and sends it.
Samples tellEverybody(std::vector<std::unique_ptr<Sleepers>>& sleepers, BenchLaptop& administrator, int round)
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
    for (const auto& some : sleepers)
        some->listen();
    const Instant start = clockNow();
    must(administrator.engine().sync());
    Samples samples;
    for (const auto& some : sleepers) {
        const Samples woken = some->woken(start);
        for (const double each : woken.values())
            samples.add(each);
    }
    return samples;
}

void measureIdleOn(House& house, const std::string& engine, const Request& request, Report& report)
{
    const std::size_t held = std::min<std::size_t>(
        promised, house.servers() * (allowAllFiles() - std::min(allowAllFiles() / 2, otherFiles)));
    BenchLaptop administrator(house.first().url(), house.first().login("administrator"));
    must(administrator.engine().sync()); // before there are many more people in the company
    const IdleCrowd crowd(house.first(), static_cast<int>(held));
    const Relay relay({}, clients);
    const Port port = [&](std::size_t laptop) { return house.port(laptop); };
    const Port relayPort = [&](std::size_t) { return relay.port(); };
    const std::string nothing = "/" + std::to_string(crowd.answerBytes());
    const Ask product = [&](CrowdLine& line, std::size_t i) {
        (void)line.post("/v1/pull", crowd[i].token, crowd[i].pull);
    };
    const Ask bare = [&](CrowdLine& line, std::size_t i) { (void)line.post(nothing, crowd[i].token, crowd[i].pull); };

    Line hurry{.name = "idle syncs, as many as go, " + engine, .unit = "ms / 1,000"};
    Line cost{.name = "  processor time of the server", .unit = "ms / 1,000"};
    const int asks = 6000;
    (void)hurried(port, asks, product); // tokens and pages are in memory from now on
    const double quiet = house.anonymousKib();
    for (int run = 0; run < request.runs; ++run) {
        const double before = house.processorMs();
        hurry.product.add(hurried(port, asks, product));
        cost.product.add((house.processorMs() - before) * 1000.0 / asks);
        hurry.limit.add(hurried(relayPort, asks, bare));
    }
    hurry.note = "per second: 1,000,000 divided by it; " + std::to_string(crowd.answerBytes()) +
                 " bytes are answered; servers and " + std::to_string(clients) + " clients share the machine";
    report.add(std::move(hurry));
    report.add(std::move(cost));

    std::vector<std::unique_ptr<Sleepers>> sleepers;
    const double opening = milliseconds([&] {
        const std::size_t share = held / house.servers();
        for (std::size_t i = 0; i < house.servers(); ++i)
            sleepers.push_back(std::make_unique<Sleepers>(house.port(i), crowd, i * share, share));
    });
    Line memory{.name = "a laptop that waits, memory of the server", .unit = "KiB", .most = 8.0};
    memory.product.add((house.anonymousKib() - quiet) / static_cast<double>(held));
    memory.note = std::to_string(held) + " connections were held, of 30,000 promised, by " +
                  std::to_string(house.servers()) + " server process(es)" +
                  (held < promised ? " (no more files may be open in one)" : "") +
                  ", each of a person of its own; opened in " + std::to_string(static_cast<int>(opening)) +
                  " ms; what the kernel needs comes on top";
    report.add(std::move(memory));

    // The pace of all that are promised, whatever number of lines could be held.
    const double perSecond = double{promised} / secondsBetweenSyncs;
    const int all = static_cast<int>(perSecond) * request.seconds;
    Line delay{
        .name = "30,000 laptops sync every 30 s: until the answer", .budgetP99 = std::nullopt, .mostP99 = 1000.0};
    const double before = house.processorMs();
    delay.product = paced(port, all, perSecond, product);
    const double share = (house.processorMs() - before) / (1000.0 * request.seconds);
    delay.limit = paced(relayPort, all, perSecond, bare);
    delay.note = std::to_string(static_cast<int>(perSecond)) + " a second for " + std::to_string(request.seconds) +
                 " s, each over a new connection, beside " + std::to_string(held) + " that wait; the servers took " +
                 std::to_string(static_cast<int>(share * 100)) +
                 " % of one core; counted from when a laptop should have asked";
    report.add(std::move(delay));

    Line news{.name = "a change for everybody: until a laptop is woken", .mostP99 = 2000.0};
    Line last{.name = "  until the last one is", .most = 2000.0};
    for (int round = 0; round < request.runs; ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1100)); // nobody is woken twice within a second
        const Samples woken = tellEverybody(sleepers, administrator, round);
        for (const double each : woken.values())
            news.product.add(each);
        last.product.add(woken.max());
    }
    news.note = "from the beginning of the administrator's sync; " + std::to_string(held) +
                " laptops; they pull when they are woken, see idle syncs";
    report.add(std::move(news));
    report.add(std::move(last));
}

} // namespace

// One server on SQLite has as many lines as one program may have files; where a company needs more there is PostgreSQL,
// with as many servers as it takes.
void measureIdle(const Request& request, Report& report)
{
    {
        House house({}, 1);
        measureIdleOn(house, "SQLite", request, report);
    }
    std::string whyNot;
    const auto cluster = test::PostgresCluster::start(whyNot);
    if (!cluster) {
        std::fprintf(stderr, "Without PostgreSQL: %s\n", whyNot.c_str());
        return;
    }
    House house(cluster->makeDatabase(), 2);
    measureIdleOn(house, "PostgreSQL, two servers", request, report);
}

} // namespace satchel::bench
