// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "sync/server/Database.h"
#include "tests/bench/IdleCrowd.h"
#include "tests/bench/Stage.h"
#include "tests/support/PostgresCluster.h"
#include "tests/support/world/Must.h"

#include <atomic>
#include <thread>

// Single edits of many laptops, each acknowledged before its laptop makes the next one. The limit: the same statements
// (row, stamp, log, history, answer, chain; and once a group sums, clock, checkpoint) with values at hand, in groups of
// as many as there are laptops, on one connection of the same database that is not asked anything.

namespace satchel::bench {

using test::must;

namespace {

struct Contact {
    Id id;
    std::int64_t rev = 0;
};

/// What a laptop of the salesperson has after its first sync.
struct Seen {
    std::vector<Contact> contacts;
    std::int64_t checkpoint = 0;
};

Seen firstSync(CrowdLaptop& laptop)
{
    Seen seen;
    PullRequest request{.history = laptop.signedIn().history, .incarnation = laptop.incarnation()};
    do {
        const PullReply page =
            must(decodePullReply(laptop.line().post("/v1/pull", laptop.signedIn().token, encode(request))));
        for (const RowUpsert& row : page.rows)
            if (row.entity->name == "contact")
                seen.contacts.push_back({row.id, row.rev});
        seen.checkpoint = page.checkpoint;
        request.continuation = page.continuation;
    } while (!request.continuation.empty());
    return seen;
}

/// Milliseconds that `laptops` need for `each` edits apiece.
double product(std::vector<std::unique_ptr<CrowdLaptop>>& laptops, const Seen& seen, int each)
{
    static std::atomic<int> given = 0;
    std::vector<std::thread> threads;
    return milliseconds([&] {
        for (std::size_t i = 0; i < laptops.size(); ++i)
            threads.emplace_back([&, i] {
                // Each laptop goes through contacts of its own, all of the salesperson's between them.
                const std::size_t rounds = std::max<std::size_t>(1, seen.contacts.size() / laptops.size());
                for (int n = 0; n < each; ++n) {
                    const std::size_t at = i + laptops.size() * (static_cast<std::size_t>(n) % rounds);
                    const Contact& contact = seen.contacts[at % seen.contacts.size()];
                    laptops[i]->edit(contact.id, contact.rev, seen.checkpoint,
                                     "Purchasing " + std::to_string(given.fetch_add(1)));
                }
            });
        for (std::thread& thread : threads)
            thread.join();
    });
}

/// The statements of one edit and of one group.
class Statements {
public:
    explicit Statements(server::Database& database) : m_database(database) {}

    void edit(const Id& contact, std::int64_t seq)
    {
        const server::Cell id = server::cell(contact);
        const server::Cell sixteen = server::Blob{Bytes(16, 'c')};
        const server::Cell scope = server::Blob{Bytes(17, 's')};
        must(m_database.post("UPDATE e_contact SET rev=$2, f_department=$3 WHERE id=$1",
                             {id, seq, "Purchasing " + std::to_string(seq)}));
        must(m_database.post(
            "INSERT INTO stamp(entity, row_id, field, rev, edited, user_id, device_id, device_name, change_id) "
            "VALUES(5, $1, 7, $2, $3, $4, $4, 'bench', $4) ON CONFLICT(row_id, entity, field) DO UPDATE SET "
            "rev=excluded.rev, edited=excluded.edited",
            {id, seq, seq, sixteen}));
        must(m_database.post("INSERT INTO scope_log(scope, seq, kind, entity, row_id) VALUES($1, $2, 1, 5, $3)",
                             {scope, seq, id}));
        must(m_database.post("INSERT INTO history(seq, line, entity, row_id, field, old_value, new_value, user_id, "
                             "device_name, edited, rule) VALUES($1, 1, 5, $2, 7, $3, $3, $3, 'bench', 1, 'set')",
                             {seq, id, sixteen}));
        must(m_database.post(
            "INSERT INTO outcome(incarnation, number, seq, chain, body, answer) VALUES($1, $2, $2, $1, $3, $1)",
            {sixteen, seq, server::Blob{Bytes(130, 'b')}}));
        must(m_database.post("UPDATE incarnation SET last_number=$2 WHERE id=$1", {sixteen, seq}));
    }
    void group(std::int64_t seq)
    {
        must(m_database.post("INSERT INTO digest(scope, entity, row_count, sum) VALUES($1, 5, $2, $1) ON "
                             "CONFLICT(scope, entity) DO UPDATE SET row_count=excluded.row_count, sum=excluded.sum",
                             {server::Blob{Bytes(17, 's')}, seq}));
        must(m_database.post("UPDATE clock SET rights=rights WHERE one=1"));
        must(m_database.post("INSERT INTO checkpoint(seq, salt, committed) VALUES($1, $2, $1)",
                             {seq, server::Blob{Bytes(16, 's')}}));
    }

private:
    server::Database& m_database;
};

double limit(server::Database& database, const Seen& seen, int laptops, int each)
{
    static std::int64_t seq = std::int64_t{1} << 50;
    Statements statements(database);
    return milliseconds([&] {
        for (int n = 0; n < each; ++n) {
            must(database.begin(server::Database::Access::Write));
            for (int i = 0; i < laptops; ++i)
                statements.edit(seen.contacts[static_cast<std::size_t>(i)].id, ++seq);
            statements.group(seq);
            must(database.commit());
        }
    });
}

/// `perSecond`: promised to `many` laptops.
void measureEngine(Stage& stage, const std::string& name, const std::string& url, double perSecond, int many,
                   const Request& request, Report& report)
{
    const int each = std::max(20, request.samples / 3 * 16 / many);
    std::vector<std::unique_ptr<CrowdLaptop>> laptops;
    for (int i = 0; i < many; ++i)
        laptops.push_back(std::make_unique<CrowdLaptop>(portOf(stage), stage.login("salesperson"), i));
    const Seen seen = firstSync(*laptops.front());
    const auto factory = must(server::openDatabase(stage.folder(), url));
    const auto database = must(factory->connect());
    Line line{.name = "acknowledged single edits, " + std::to_string(many) + " laptops, " + name,
              .unit = "ms / 1,000",
              .most = 1'000'000 / perSecond,
              .note = "per second: 1,000,000 divided by it"};
    (void)product(laptops, seen, 20); // statements are prepared, caches are warm
    (void)limit(*database, seen, many, 5);
    const double share = 1000.0 / (many * each);
    for (int run = 0; run < request.runs; ++run) {
        line.product.add(product(laptops, seen, each) * share);
        line.limit.add(limit(*database, seen, many, each) * share);
    }
    report.add(std::move(line));
}

} // namespace

void measureCrowdEdits(const Request& request, Report& report)
{
    const auto wants = [&](const char* part) { return request.part.empty() || request.part == part; };
    if (wants("sqlite")) {
        Stage stage;
        for (const int many : {16, 64, 256})
            measureEngine(stage, "SQLite", {}, 2000, many, request, report);
    }
    if (!wants("postgresql"))
        return;
    std::string whyNot;
    const auto cluster = test::PostgresCluster::start(whyNot);
    if (!cluster) {
        std::fprintf(stderr, "Without PostgreSQL: %s\n", whyNot.c_str());
        return;
    }
    const std::string url = cluster->makeDatabase();
    Stage stage(url);
    for (const int many : {16, 64, 256})
        measureEngine(stage, "PostgreSQL", url, 5000, many, request, report);
}

} // namespace satchel::bench
