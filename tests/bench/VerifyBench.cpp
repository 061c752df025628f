// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/RowCount.h"
#include "core/store/Rows.h"
#include "sync/server/demo/Demo.h"
#include "tests/bench/Stage.h"
#include "tests/support/world/Must.h"

// Recounting a million rows: everything a replica has, against its digests. The limit reads the same columns and hashes
// the same number of bytes of each row once, with one thread and nothing else.

namespace satchel::bench {

using test::must;

namespace {

constexpr std::int64_t million = 1'000'000;

// The demo company, then as many copies of its contacts and activities (with ids of their own) as are wanted, straight
// into the tables; every row in a scope.
void fill(Replica& replica)
{
    sqlite::Connection& connection = replica.connection();
    auto transaction = must(sqlite::Transaction::begin(connection));
    Rows rows(connection);
    std::vector<Id> accounts;
    const server::DemoOptions options{.scale = 10, .seed = 1, .today = 1'795'339'800'000};
    must(server::demoCompany(options, [&](const Record& made) -> Status {
        Record record = made;
        record.rev = 1;
        record.root = record.id;
        if (record.entity->name == "account")
            accounts.push_back(record.id);
        return rows.insert(record);
    }));
    const Scope scope{ScopeKind::Territory, replica.environment().newId()};
    for (const char* entity : {"account", "contact", "lead", "activity", "task"}) {
        auto insert = must(connection.prepare(std::string("INSERT OR IGNORE INTO member(row, scope, entity) SELECT id, "
                                                          "?1, ?2 FROM \"") +
                                              entity + "\""));
        must(insert.bindBlob(1, scope.toBytes()).bind(2, std::int64_t{schema::entity(entity).number}).run());
    }
    // Copies hang on accounts, as most rows of a company do, and are members by their roots only.
    for (const char* entity : {"contact", "activity"}) {
        std::string names;
        for (const Field& field : schema::entity(entity).fields)
            names += ", \"" + field.name + "\"";
        const std::string table = std::string("\"") + entity + "\"";
        const std::int64_t present = must(connection.integer("SELECT count(*) FROM " + table));
        for (std::int64_t have = present; have < 450'000; have += present)
            must(connection.execute("INSERT INTO " + table + "(id, rev, root, sort" + names +
                                    ") SELECT randomblob(16), rev, coalesce(account, root), sort" + names + " FROM " +
                                    table + " WHERE n<=" + std::to_string(present)));
    }
    must(connection.execute("INSERT INTO digest(scope, entity, rows, sum) VALUES(zeroblob(17), 5, 1000000, x'')"));
    must(transaction.commit());
}

std::int64_t rowsIn(sqlite::Connection& connection)
{
    std::int64_t rows = 0;
    for (const Entity& entity : schema::entities())
        rows += must(connection.integer("SELECT count(*) FROM \"" + entity.name + "\""));
    return rows;
}

void bare(sqlite::Connection& connection, const Bytes& key)
{
    Bytes message;
    for (const Entity& entity : schema::entities()) {
        auto statement = must(connection.prepare("SELECT " + Rows::columns(entity) + " FROM \"" + entity.name + "\""));
        const int columns = statement.columns();
        while (must(statement.step())) {
            message.clear();
            for (int i = 0; i < columns; ++i)
                message += statement.blob(i);
            (void)blake2b128(key, message);
        }
    }
}

} // namespace

void measureVerify(const Request& request, Report& report)
{
    QTemporaryDir folder;
    SystemEnvironment environment;
    const auto replica = must(Replica::open(folder.filePath(QStringLiteral("profile")).toStdString(), environment));
    fill(*replica);
    const std::int64_t rows = rowsIn(replica->connection());
    const Bytes key = environment.random(16);
    Line line{.name = "verify, " + std::to_string(rows) + " rows", .budget = 1.5};
    Line seconds{.name = "  the same for a million rows", .unit = "s", .most = 3.0};
    Line processor{.name = "  processor time", .note = "both by all threads, whoever else uses the machine"};
    for (int run = 0; run < request.runs; ++run) {
        std::int64_t counted = 0;
        const double before = processorMs();
        const double product = milliseconds([&] { counted = must(RowCount::of(replica->connection(), key)).rows; });
        if (counted != rows)
            must(Result<int>(Error{ErrorKind::Internal, "Not every row was counted."}));
        const double between = processorMs();
        line.product.add(product);
        line.limit.add(milliseconds([&] { bare(replica->connection(), key); }));
        processor.product.add(between - before);
        processor.limit.add(processorMs() - between);
        seconds.product.add(product / 1000.0 * static_cast<double>(million) / static_cast<double>(rows));
    }
    line.note = "limit: SELECT of the same columns and one BLAKE2b a row, one thread";
    report.add(std::move(line));
    report.add(std::move(seconds));
    report.add(std::move(processor));
}

} // namespace satchel::bench
