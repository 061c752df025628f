// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SegmentLoader.h"

#include "tests/support/world/Profile.h"

#include <QTest>

#include <fstream>

using namespace satchel;
using namespace satchel::test;

namespace {

/// The contacts of a territory, as they were fetched.
SegmentPieces contacts(Profile& laptop, int count)
{
    const Scope scope{ScopeKind::Territory, laptop.clock.newId()};
    std::vector<Record> records;
    std::vector<RowKey> rows;
    for (int i = 0; i < count; ++i) {
        Record record(schema::entity("contact"), laptop.clock.newId());
        record.rev = i + 1;
        record.root = record.id;
        record.set("last_name", "Person " + std::to_string(i));
        record.set("email", "person" + std::to_string(i) + "@example.com");
        rows.push_back({record.entity->number, record.id});
        records.push_back(std::move(record));
    }
    SegmentWriter writer;
    SegmentPieces pieces{.scope = scope, .file = laptop.folder + "/pieces", .places = {}};
    std::ofstream file(pieces.file, std::ios::binary);
    std::int64_t offset = 0;
    for (const Bytes& segment : {writer.rows(schema::entity("contact"), records), writer.members(rows)}) {
        pieces.places.push_back({segmentAddress(segment), offset, std::ssize(segment)});
        file << segment;
        offset += std::ssize(segment);
    }
    return pieces;
}

/// Makes the tables of the laptop in an empty database; answers the statements that make their indexes.
std::vector<std::string> makeTables(sqlite::Connection& model, sqlite::Connection& empty)
{
    std::vector<std::string> indexes;
    auto statement = must(model.prepare("SELECT type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT "
                                        "LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT IN (SELECT name "
                                        "FROM pragma_table_list WHERE type='shadow') ORDER BY rowid"));
    while (must(statement.step())) {
        if (statement.text(0) == "index")
            indexes.emplace_back(statement.text(1));
        else
            must(empty.execute(std::string(statement.text(1))));
    }
    must(empty.execute("PRAGMA writable_schema=RESET"));
    return indexes;
}

} // namespace

/// What was fetched is laid into an empty database and counted, by several threads.
class SegmentLoaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsLoadedIsCountedBesideWhereverItStands_data()
    {
        QTest::addColumn<bool>("inFile");
        QTest::newRow("in memory") << false;
        QTest::newRow("in a file, as a large replica is") << true;
    }

    // Far more pages than the connection keeps, as a large replica has: it writes while the counting thread reads.
    void whatIsLoadedIsCountedBesideWhereverItStands()
    {
        QFETCH(bool, inFile);
        Profile laptop;
        const std::string path = inFile ? laptop.folder + "/beside.sqlite" : sqlite::Connection::inSharedMemory();
        const auto connection = must(sqlite::Connection::open(path, sqlite::Connection::Mode::Scratch));
        const auto indexes = makeTables(laptop.replica->connection(), *connection);
        must(connection->execute("PRAGMA cache_size=8"));
        const Bytes key = must(laptop.replica->identity())->digestKey;
        SegmentLoader loader(*connection, indexes, path, key);
        must(loader.load({contacts(laptop, 4000)}));
        QVERIFY(loader.counted.has_value());
        const RowCount again = must(RowCount::of(*connection, key));
        QCOMPARE(loader.counted->rows, 4000);
        QVERIFY(loader.counted->sums == again.sums && !again.sums.empty());
        QVERIFY(loader.counted->homeless.empty());
        QCOMPARE(must(connection->integer("SELECT count(*) FROM search_contact WHERE search_contact MATCH 'person'")),
                 4000);
    }
};

QTEST_GUILESS_MAIN(SegmentLoaderTest)
#include "SegmentLoaderTest.moc"
