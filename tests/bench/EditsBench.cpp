// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Plain.h"
#include "tests/bench/Stage.h"
#include "tests/bench/Wire.h"
#include "tests/support/world/Must.h"

// Edits of one field at laptop A, to the server, to laptop B (both the salesperson's). The limit does the same row
// writes with bare statements: at A row, outbox and history in a FULL transaction for each edit; at the server row,
// stamp, log, history and answer; at B row and history; and the same bytes go through a bare socket and the server's
// own listener.

namespace satchel::bench {

using test::must;

namespace {

const std::string body(130, 'b'); // about the size of a sealed one-field change
const PlainCell sixteen = blobOf(std::string(16, 'c'));
const PlainCell seventeen = blobOf(std::string(17, 's'));

/// The contacts that are edited, in turn.
class Contacts {
public:
    explicit Contacts(Replica& replica)
    {
        auto statement = must(replica.connection().prepare("SELECT id FROM contact ORDER BY n LIMIT 1000"));
        while (must(statement.step()))
            m_ids.push_back(statement.id(0));
    }
    Id next() { return m_ids[m_turn++ % m_ids.size()]; }
    /// A value no contact has had yet: an edit that changes nothing costs nothing.
    std::string value()
    {
        static std::int64_t given = 0;
        return "Purchasing " + std::to_string(++given);
    }

private:
    std::vector<Id> m_ids;
    std::size_t m_turn = 0;
};

void commit(Replica& replica, const Id& id, const std::string& value)
{
    const Entity& contact = schema::entity("contact");
    const Edit edit{.kind = OperationKind::Update,
                    .entity = &contact,
                    .id = id,
                    .values = {{*contact.indexOf("department"), Value(value)}}};
    if (must(replica.commit({edit})).number == 0) {
        std::fprintf(stderr, "An edit that was to be measured changed nothing.\n");
        std::abort();
    }
}

/// Bare statements on copies of the laptops' and the server's files.
class Bare {
public:
    Bare(BenchLaptop& a, const std::string& serverFile)
        : m_a(plainCopy(a.file("profile/replica.sqlite"), a.file("bare-a.sqlite"))),
          m_b(plainCopy(a.file("profile/replica.sqlite"), a.file("bare-b.sqlite"))),
          m_s(plainCopy(serverFile, a.file("bare-server.sqlite"))),
          m_updateA(m_a->handle(), "UPDATE contact SET department=?1 WHERE id=?2"),
          m_outbox(m_a->handle(), "INSERT INTO outbox(number, chain, body, edited) VALUES(?1, ?2, ?3, 1795339800000)"),
          m_historyA(m_a->handle(), historySql),
          m_updateB(m_b->handle(), "UPDATE contact SET department=?1 WHERE id=?2"),
          m_historyB(m_b->handle(), historySql),
          m_updateS(m_s->handle(), "UPDATE e_contact SET f_department=?1, rev=?3 WHERE id=?2"),
          m_stamp(m_s->handle(), "INSERT OR REPLACE INTO stamp(entity, row_id, field, rev, edited, user_id, device_id, "
                                 "device_name, change_id) "
                                 "VALUES(5, ?1, 7, ?2, 1795339800000, ?3, ?3, 'bench', ?3)"),
          m_log(m_s->handle(), "INSERT INTO scope_log(scope, seq, kind, entity, row_id) VALUES(?1, ?2, 1, 5, ?3)"),
          m_historyS(m_s->handle(), "INSERT INTO history(seq, line, entity, row_id, field, old_value, new_value, "
                                    "user_id, device_name, edited, "
                                    "rule) VALUES(?1, 1, 5, ?2, 7, 'before', ?3, ?4, 'bench', 1795339800000, 'set')"),
          m_answer(m_s->handle(),
                   "INSERT INTO outcome(incarnation, number, seq, chain, body, answer) VALUES(?1, ?2, ?2, ?1, ?3, ?1)")
    {}

    void atA(const Id& id, const std::string& value)
    {
        ++m_number;
        m_cell = blobOf(id.view());
        must(m_a->execute("BEGIN IMMEDIATE"));
        m_updateA.run({value, m_cell});
        m_outbox.run({m_number, sixteen, blobOf(body)});
        m_historyA.run({m_cell, m_number, value, sixteen});
        must(m_a->execute("COMMIT"));
    }
    void beginServer() { must(m_s->execute("BEGIN IMMEDIATE")); }
    void atServer(const Id& id, const std::string& value)
    {
        ++m_seq;
        m_cell = blobOf(id.view());
        m_updateS.run({value, m_cell, m_seq});
        m_stamp.run({m_cell, m_seq, sixteen});
        m_log.run({seventeen, m_seq, m_cell});
        m_historyS.run({m_seq, m_cell, value, sixteen});
        m_answer.run({sixteen, m_seq, blobOf(body)});
    }
    void commitServer() { must(m_s->execute("COMMIT")); }
    void beginB() { must(m_b->execute("BEGIN IMMEDIATE")); }
    void atB(const Id& id, const std::string& value)
    {
        m_cell = blobOf(id.view());
        m_updateB.run({value, m_cell});
        m_historyB.run({m_cell, ++m_bNumber, value, sixteen});
    }
    void commitB() { must(m_b->execute("COMMIT")); }

private:
    static constexpr const char* historySql =
        "INSERT INTO history(entity, row, seq, number, field, \"from\", \"to\", user, device, at, rule) "
        "VALUES(5, ?1, 0, ?2, 7, 'before', ?3, ?4, 'bench', 1795339800000, 'set')";
    std::unique_ptr<sqlite::Connection> m_a;
    std::unique_ptr<sqlite::Connection> m_b;
    std::unique_ptr<sqlite::Connection> m_s;
    PlainStatement m_updateA, m_outbox, m_historyA, m_updateB, m_historyB, m_updateS, m_stamp, m_log, m_historyS,
        m_answer;
    PlainCell m_cell;
    std::int64_t m_number = 100000000;
    std::int64_t m_bNumber = 0;
    std::int64_t m_seq = 100000000;
};

struct TwoLaptops {
    explicit TwoLaptops(Stage& stage)
        : a(stage.url(), stage.login("salesperson")), b(stage.url(), stage.login("salesperson"))
    {
        must(a.engine().sync());
        must(b.engine().sync());
    }
    BenchLaptop a;
    BenchLaptop b;
};

} // namespace

void measureThousandEdits(Stage& stage, const Request& request, Report& report)
{
    constexpr int edits = 1000;
    TwoLaptops laptops(stage);
    Contacts contacts(laptops.a.replica());
    Bare bare(laptops.a, stage.database());
    const Relay relay;
    BareLine line(relay.port());
    Line total{.name = "1,000 edits: made, pushed, pulled"};
    Line travel{.name = "  pushed and pulled", .budget = 5.0};
    Line made{.name = "  made at A"};
    Line up{.name = "  pushed"};
    Line down{.name = "  pulled and published at B"};
    Line settled{.name = "  A's own answers",
                 .note = "pulled and published at A after the push; not part of the way to B"};
    Line upBytes{.name = "  bytes up", .unit = "kB", .budget = 1.0, .note = "bodies as they travel, of 40 kB each way"};
    Line downBytes{.name = "  bytes down to B", .unit = "kB", .budget = 1.0};
    Line echoBytes{.name = "  bytes down to A", .unit = "kB", .note = "its own rows do not come back"};
    for (int run = 0; run < request.runs; ++run) {
        std::vector<std::pair<Id, std::string>> done;
        for (int i = 0; i < edits; ++i)
            done.emplace_back(contacts.next(), contacts.value());
        const double makes = milliseconds([&] {
            for (const auto& [id, value] : done)
                commit(laptops.a.replica(), id, value);
        });
        std::chrono::steady_clock::time_point pushed;
        laptops.a.engine().onProgress = [&](const SyncProgress& progress) {
            if (progress.phase == SyncProgress::Phase::Sending)
                pushed = std::chrono::steady_clock::now();
        };
        const auto start = std::chrono::steady_clock::now();
        SyncReport own;
        const double syncs = milliseconds([&] { own = must(laptops.a.engine().sync()); });
        const double pushes = std::chrono::duration<double, std::milli>(pushed - start).count();
        SyncReport other;
        const double pulls = milliseconds([&] { other = must(laptops.b.engine().sync()); });
        made.product.add(makes);
        up.product.add(pushes);
        down.product.add(pulls);
        settled.product.add(syncs - pushes);
        travel.product.add(pushes + pulls);
        total.product.add(makes + pushes + pulls);
        upBytes.limit.add(40);
        downBytes.limit.add(40);
        upBytes.product.add(static_cast<double>(own.sentBytes) / 1000);
        downBytes.product.add(static_cast<double>(other.receivedBytes) / 1000);
        echoBytes.product.add(static_cast<double>(own.receivedBytes) / 1000);

        const double bareMakes = milliseconds([&] {
            for (const auto& [id, value] : done)
                bare.atA(id, value);
        });
        const double bareUp = milliseconds([&] {
            line.exchange(static_cast<std::size_t>(own.sentBytes), 20);
            bare.beginServer();
            for (const auto& [id, value] : done)
                bare.atServer(id, value);
            bare.commitServer();
        });
        const double bareDown = milliseconds([&] {
            line.exchange(static_cast<std::size_t>(other.sentBytes), static_cast<std::size_t>(other.receivedBytes));
            bare.beginB();
            for (const auto& [id, value] : done)
                bare.atB(id, value);
            bare.commitB();
        });
        made.limit.add(bareMakes);
        up.limit.add(bareUp);
        down.limit.add(bareDown);
        travel.limit.add(bareUp + bareDown);
        total.limit.add(bareMakes + bareUp + bareDown);
    }
    for (Line* each : {&total, &made, &up, &down, &travel, &settled, &upBytes, &downBytes, &echoBytes})
        report.add(std::move(*each));
}

void measureOneEdit(Stage& stage, const Request& request, Report& report)
{
    TwoLaptops laptops(stage);
    Contacts contacts(laptops.a.replica());
    Bare bare(laptops.a, stage.database());
    Id id;
    std::string value;
    const Relay relay([&] {
        bare.beginServer();
        bare.atServer(id, value);
        bare.commitServer();
    });
    BareLine lineA(relay.port());
    BareLine lineB(relay.port());
    Line line{.name = "one edit, A to B", .budget = 3.0, .budgetP99 = 3.0};
    Line made{.name = "  made at A"};
    Line pushed{.name = "  pushed"};
    Line pulled{.name = "  pulled and published at B"};
    for (int i = 0; i < request.samples; ++i) {
        id = contacts.next();
        value = contacts.value();
        using Instant = std::chrono::steady_clock::time_point;
        const auto now = [] { return std::chrono::steady_clock::now(); };
        const auto between = [](Instant from, Instant to) {
            return std::chrono::duration<double, std::milli>(to - from).count();
        };
        Instant atServer;
        Instant atB;
        SyncReport own;
        SyncReport other;
        // B asks as soon as the server has it, while A's round goes on with fetching its answer afterwards.
        laptops.a.engine().onProgress = [&](const SyncProgress& progress) {
            if (progress.phase != SyncProgress::Phase::Sending)
                return;
            atServer = now();
            other = must(laptops.b.engine().sync());
            atB = now();
        };
        const Instant start = now();
        commit(laptops.a.replica(), id, value);
        const Instant committed = now();
        own = must(laptops.a.engine().sync());
        line.product.add(between(start, atB));
        made.product.add(between(start, committed));
        pushed.product.add(between(committed, atServer));
        pulled.product.add(between(atServer, atB));
        line.limit.add(milliseconds([&] {
            bare.atA(id, value);
            lineA.exchange(250, 20, true);
            lineB.exchange(static_cast<std::size_t>(other.sentBytes), static_cast<std::size_t>(other.receivedBytes));
            bare.beginB();
            bare.atB(id, value);
            bare.commitB();
        }));
    }
    for (Line* each : {&line, &made, &pushed, &pulled})
        report.add(std::move(*each));
}

void measureCommit(Stage& stage, const Request& request, Report& report)
{
    TwoLaptops laptops(stage);
    Contacts contacts(laptops.a.replica());
    Bare bare(laptops.a, stage.database());
    Line line{
        .name = "one edit committed on the laptop",
        .note = "the limit is one FULL transaction of three statements; the product also makes its redo file durable"};
    for (int i = 0; i < request.samples; ++i) {
        const Id id = contacts.next();
        const std::string value = contacts.value();
        line.product.add(milliseconds([&] { commit(laptops.a.replica(), id, value); }));
        line.limit.add(milliseconds([&] { bare.atA(id, value); }));
    }
    report.add(std::move(line));
}

} // namespace satchel::bench
