// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Decimal.h"
#include "core/sqlite/Connection.h"
#include "sync/protocol/Codec.h"
#include "tests/bench/IdleCrowd.h"
#include "tests/bench/ServerProcess.h"
#include "tests/bench/Stage.h"
#include "tests/support/world/Must.h"

#include <atomic>
#include <malloc.h>
#include <thread>
#include <unistd.h>

// An administrator publishes a price list of very many entries while everybody else works: what it costs him, the
// server, a laptop that has all the rest, sixteen of these at once, and somebody who makes single edits meanwhile.

namespace satchel::bench {

using test::must;

namespace {

constexpr double promisedMib = 64;

/// A revision of a price list with so many entries, as publishing one makes it: products times quantities.
std::vector<Edit> priceList(Replica& replica, int count)
{
    SystemEnvironment environment;
    const auto rows = [&](const char* entity, int limit) {
        return must(replica.list({.entity = &schema::entity(entity), .limit = limit})).rows;
    };
    const Entity& type = schema::entity("price_entry");
    const Entity& revision = schema::entity("price_revision");
    const Record list = rows("price_list", 1).at(0);
    const auto products = rows("product", 1000);
    const Value currency = list.value("currency");
    std::int64_t number = 1;
    Value follows;
    for (const Record& each : rows("price_revision", 1000))
        if (each.value("price_list").id() == list.id && each.value("number").integer() >= number) {
            number = each.value("number").integer() + 1;
            follows = Value(each.id);
        }
    std::vector<Edit> edits = {{.kind = OperationKind::Create,
                                .entity = &revision,
                                .id = environment.newId(),
                                .values = {{*revision.indexOf("name"), Value("Bench")},
                                           {*revision.indexOf("price_list"), Value(list.id)},
                                           {*revision.indexOf("number"), Value(number)},
                                           {*revision.indexOf("effective_from"), Value("2099-01-01")},
                                           {*revision.indexOf("status"), Value("published")},
                                           {*revision.indexOf("follows"), follows}}}};
    const Id made = edits.front().id;
    for (int i = 0; i < count; ++i)
        edits.push_back(
            {.kind = OperationKind::Create,
             .entity = &type,
             .id = environment.newId(),
             .values = {
                 {*type.indexOf("price_list"), Value(list.id)},
                 {*type.indexOf("product"), Value(products[static_cast<std::size_t>(i) % products.size()].id)},
                 {*type.indexOf("revision"), Value(made)},
                 {*type.indexOf("min_quantity"), Value((i / static_cast<int>(products.size()) + 1) * Decimal::scale)},
                 {*type.indexOf("price"), Value(std::to_string(i + 1) + ".00 " + currency.text())}}});
    return edits;
}

/// Does something again and again on a thread of its own, and knows how long the longest took.
class Meanwhile {
public:
    explicit Meanwhile(std::function<void()> work)
        : m_thread([this, work = std::move(work)] {
              while (!m_ended) {
                  const double took = milliseconds(work);
                  m_longest = std::max(m_longest.load(), took);
                  std::this_thread::sleep_for(std::chrono::milliseconds(5));
              }
          })
    {}
    ~Meanwhile()
    {
        m_ended = true;
        m_thread.join();
    }
    Meanwhile(const Meanwhile&) = delete;
    double takeLongest() { return m_longest.exchange(0); }

private:
    std::atomic<bool> m_ended = false;
    std::atomic<double> m_longest = 0;
    std::thread m_thread;
};

/// Where a laptop that only speaks the protocol stands.
struct Standing {
    PullRequest request;
    std::vector<std::pair<Id, std::int64_t>> contacts;
};

/// `port`: over a line of its own, for the laptop's may have been silent for too long.
Standing pullAll(unsigned short port, const CrowdLaptop& laptop, PullRequest request)
{
    CrowdLine line(port);
    Standing standing;
    do {
        const PullReply page = must(decodePullReply(line.post("/v1/pull", laptop.signedIn().token, encode(request))));
        for (const RowUpsert& row : page.rows)
            if (row.entity->name == "contact")
                standing.contacts.emplace_back(row.id, row.rev);
        request.continuation = page.continuation;
        standing.request = {.history = page.history,
                            .incarnation = laptop.incarnation(),
                            .checkpoint = page.checkpoint,
                            .salt = page.salt};
        for (const Scope& scope : page.scopes)
            standing.request.scopes[scope] = page.checkpoint;
    } while (!request.continuation.empty());
    return standing;
}

/// One step of it: who does it, and what is seen meanwhile.
class Step {
public:
    Step(const ServerProcess& server, double idleKib, Meanwhile& edits, Report& report, std::string name)
        : m_idleKib(idleKib), m_edits(edits), m_report(report), m_name(std::move(name)), m_self(::getpid())
    {
        ::malloc_trim(0);
        m_selfIdleKib = m_self.anonymousKib();
        (void)m_edits.takeLongest();
        m_peak = std::make_unique<AnonymousPeak>(server);
        m_selfPeak = std::make_unique<AnonymousPeak>(m_self);
    }
    void did(const std::function<void()>& work) { m_ms = milliseconds(work); }
    void tell(bool laptop)
    {
        add("", "ms", m_ms);
        add("  the server's memory above idle", "MiB", (m_peak->endKib() - m_idleKib) / 1024, promisedMib);
        if (laptop)
            add("  the laptop's memory above idle", "MiB", (m_selfPeak->endKib() - m_selfIdleKib) / 1024);
        add("  somebody else's edit waits at most", "ms", m_edits.takeLongest());
    }
    void add(const std::string& what, const char* unit, double value, std::optional<double> most = {})
    {
        Line line{.name = what.empty() ? m_name : what, .unit = unit, .most = most};
        line.product.add(value);
        m_report.add(std::move(line));
    }

private:
    double m_idleKib;
    Meanwhile& m_edits;
    Report& m_report;
    std::string m_name;
    ServerProcess m_self;
    double m_selfIdleKib = 0;
    double m_ms = 0;
    std::unique_ptr<AnonymousPeak> m_peak;
    std::unique_ptr<AnonymousPeak> m_selfPeak;
};

} // namespace

void measureBulk(const Request& request, Report& report)
{
    const Stage stage;
    const ServerProcess server(stage.process());
    BenchLaptop admin(stage.url(), stage.login("administrator"));
    BenchLaptop seller(stage.url(), stage.login("salesperson"));
    must(admin.engine().sync());
    must(seller.engine().sync());
    std::vector<std::unique_ptr<CrowdLaptop>> crowd;
    std::vector<Standing> standings;
    for (int i = 0; i < 17; ++i) {
        crowd.push_back(std::make_unique<CrowdLaptop>(portOf(stage), stage.login("salesperson"), i));
        standings.push_back(
            pullAll(portOf(stage), *crowd.back(),
                    {.history = crowd.back()->signedIn().history, .incarnation = crowd.back()->incarnation()}));
    }
    const Standing& worker = standings.back();
    int number = 0;
    Meanwhile edits([&] {
        const auto& [id, rev] = worker.contacts.front();
        crowd.back()->edit(id, rev, worker.request.checkpoint, "Department " + std::to_string(++number));
    });
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const double idle = server.anonymousKib();
    const std::string rows = std::to_string(request.rows) + " price rows";
    {
        auto list = priceList(admin.replica(), request.rows);
        Step step(server, idle, edits, report, rows + " sealed on a laptop");
        step.did([&] { must(admin.replica().commitBulk(list)); });
        step.tell(true);
    }
    {
        Step step(server, idle, edits, report, rows + " up, published and answered");
        SyncReport sync;
        step.did([&] { sync = must(admin.engine().sync()); });
        step.tell(true);
        step.add("  sent", "bytes", static_cast<double>(sync.sentBytes));
        step.add("  received", "bytes", static_cast<double>(sync.receivedBytes));
    }
    {
        Step step(server, idle, edits, report, rows + " down to a laptop with the rest");
        auto other =
            must(sqlite::Connection::open(seller.file("profile/replica.sqlite"), sqlite::Connection::Mode::ReadWrite));
        must(other->execute("PRAGMA busy_timeout=600000"));
        Meanwhile writer([&] { must(other->execute("BEGIN IMMEDIATE; ROLLBACK")); });
        SyncReport sync;
        step.did([&] { sync = must(seller.engine().sync()); });
        step.tell(true);
        step.add("  its own edits wait at most", "ms", writer.takeLongest());
        step.add("  received", "bytes", static_cast<double>(sync.receivedBytes));
    }
    {
        Step step(server, idle, edits, report, rows + " down to 16 laptops at once");
        step.did([&] {
            std::vector<std::thread> threads;
            for (std::size_t i = 0; i < 16; ++i)
                threads.emplace_back([&, i] { (void)pullAll(portOf(stage), *crowd[i], standings[i].request); });
            for (std::thread& thread : threads)
                thread.join();
        });
        step.tell(false);
    }
}

} // namespace satchel::bench
