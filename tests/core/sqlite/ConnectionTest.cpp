// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/Connection.h"
#include "tests/support/world/Must.h"

#include <QTemporaryDir>
#include <QTest>

using namespace satchel;
using namespace satchel::sqlite;
using namespace satchel::test;

/// Databases that are in no file.
class ConnectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectionsShareWhatIsInSharedMemoryUntilTheLastOneGoes()
    {
        const std::string path = Connection::inSharedMemory();
        auto writer = must(Connection::open(path, Connection::Mode::Scratch));
        must(writer->execute("CREATE TABLE t(a); INSERT INTO t VALUES(7)"));
        {
            const auto reader = must(Connection::open(path, Connection::Mode::ReadOnly));
            QCOMPARE(must(reader->integer("SELECT a FROM t")), 7);
            QVERIFY(!reader->execute("INSERT INTO t VALUES(8)").ok());
        }
        writer.reset();
        writer = must(Connection::open(path, Connection::Mode::Scratch));
        QCOMPARE(must(writer->integer("SELECT count(*) FROM sqlite_schema")), 0);
        QVERIFY(Connection::inSharedMemory() != path);
    }

    void oneReadsOnWhileTheOtherWritesAndHasNotCommitted()
    {
        const std::string path = Connection::inSharedMemory();
        const auto writer = must(Connection::open(path, Connection::Mode::Scratch));
        must(writer->execute("CREATE TABLE t(a); INSERT INTO t VALUES(7)"));
        const auto reader = must(Connection::open(path, Connection::Mode::ReadOnly));
        auto reading = must(Transaction::begin(*reader, Transaction::Kind::Deferred));
        QCOMPARE(must(reader->integer("SELECT count(*) FROM t")), 1);
        auto writing = must(Transaction::begin(*writer));
        must(writer->execute("INSERT INTO t VALUES(8); CREATE INDEX t_a ON t(a)"));
        QCOMPARE(must(reader->integer("SELECT count(*) FROM t")), 1);
        must(reading.commit());
        must(writing.commit());
        QCOMPARE(must(reader->integer("SELECT count(*) FROM t")), 2);
    }

    void aFileIsAttachedToOneInMemoryWhateverItsName()
    {
        const QTemporaryDir folder;
        for (const char* name : {"plain.sqlite", "100 % #1?mode=ro.sqlite"}) {
            const std::string file = folder.path().toStdString() + "/" + name;
            must(must(Connection::open(file, Connection::Mode::Create))
                     ->execute("CREATE TABLE t(a); INSERT INTO t VALUES(7)"));
            for (const std::string& path : {Connection::inSharedMemory(), std::string(Connection::inMemory)}) {
                const auto connection = must(Connection::open(path, Connection::Mode::Scratch));
                must(connection->attach(file, "live"));
                QCOMPARE(must(connection->integer("SELECT a FROM live.t")), 7);
            }
        }
    }
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "ConnectionTest.moc"
