// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Database.h"
#include "tests/support/PostgresCluster.h"

#include <QTemporaryDir>
#include <QTest>
#include <random>
#include <sys/stat.h>
#include <thread>

using namespace satchel;
using namespace satchel::server;

namespace {

Cell blob(const char* bytes)
{
    return Blob{Bytes(bytes)};
}

const std::string table = "CREATE TABLE note (id BYTEA PRIMARY KEY, n BIGINT, words TEXT, more BYTEA)";

} // namespace

/// The same stories on SQLite and on a PostgreSQL of our own.
class DatabaseTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::PostgresCluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DatabaseFactory> m_factory;

    std::unique_ptr<Database> connect()
    {
        auto database = m_factory->connect();
        return database.ok() ? std::move(*database) : nullptr;
    }

    /// A new, empty database of the engine of this row.
    std::unique_ptr<Database> open()
    {
        QFETCH(bool, postgres);
        m_factory.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        auto factory =
            openDatabase(m_folder->path().toStdString() + "/data", postgres ? m_cluster->makeDatabase() : "");
        if (!factory.ok())
            return nullptr;
        m_factory = std::move(*factory);
        return connect();
    }

    void engines()
    {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        if (m_cluster)
            QTest::newRow("postgresql") << true;
    }

    static std::int64_t count(Database& database)
    {
        const auto rows = database.query("SELECT count(*) FROM note");
        return rows.ok() ? integerOf(rows->at(0).at(0)) : -1;
    }

    static Status insert(Database& database, const char* id)
    {
        const auto inserted = database.query("INSERT INTO note (id, n) VALUES ($1, $2)", {blob(id), std::int64_t{1}});
        return inserted.ok() ? Status(Ok{}) : Status(inserted.error());
    }

    static void dump(Database& database, std::string& text)
    {
        for (const char* sql : {"SELECT id, n, words, more FROM note ORDER BY id",
                                "SELECT id, n, words, words FROM line ORDER BY id, n"}) {
            const auto rows = database.query(sql);
            QVERIFY(rows.ok());
            for (const Row& row : *rows)
                text += toHex(bytesOf(row[0])) + ' ' + std::to_string(integerOf(row[1])) + ' ' +
                        (row[2].index() == 0 ? "null" : textOf(row[2])) + ' ' + toHex(bytesOf(row[3])) + '\n';
        }
    }

    /// One write transaction made by chance: writes to two tables, some of them taken back to a savepoint.
    static void playPosts(Database& database, unsigned seed, std::string& text)
    {
        std::mt19937 random(seed);
        const auto chance = [&](unsigned of) { return static_cast<unsigned>(random() % of); };
        QVERIFY(database
                    .execute("DROP TABLE IF EXISTS note; DROP TABLE IF EXISTS line; " + table +
                             "; CREATE TABLE line (id BYTEA, n BIGINT, words TEXT, PRIMARY KEY (id, n))")
                    .ok());
        QVERIFY(database.begin(Database::Access::Write).ok());
        int depth = 0;
        std::vector<std::int64_t> plain = {0};
        // Some are so long that what is posted goes to the engine while the story goes on.
        for (unsigned i = 0, steps = 20 + chance(seed % 8 == 0 ? 3000 : 120); i < steps; ++i) {
            const Cell id = Blob{"row " + std::to_string(chance(6))};
            const Cell n = static_cast<std::int64_t>(chance(1000)) - 500;
            const Cell words = chance(4) == 0 ? Cell() : Cell("word " + std::to_string(chance(50)));
            const Cell more = chance(4) == 0 ? Cell() : Cell(Blob{Bytes(chance(5), '\xFE')});
            Status done = Ok{};
            switch (chance(12)) {
            case 0:
            case 1:
            case 2:
                done = database.post("INSERT INTO note(id, n, words, more) VALUES($1, $2, $3, $4) ON CONFLICT(id) DO "
                                     "UPDATE SET n=note.n+excluded.n, words=excluded.words",
                                     {id, n, words, more});
                break;
            case 3:
                done = database.post("UPDATE note SET n=$2, words=$3, more=$4 WHERE id=$1", {id, n, words, more});
                break;
            case 4: // other forms, which may go before others' rows and not before one's own
                done = chance(2) == 0 ? database.post("UPDATE note SET n=$2 WHERE id=$1", {id, n})
                                      : database.post("UPDATE note SET words=$2, n=$3 WHERE id=$1", {id, words, n});
                break;
            case 5:
            case 6:
                done = database.post("INSERT INTO line(id, n, words) VALUES($1, $2, $3) ON CONFLICT DO NOTHING",
                                     {id, static_cast<std::int64_t>(chance(10)), words});
                break;
            case 7: // no two of these are alike
                done = database.post("INSERT INTO line(id, n, words) VALUES($1, $2, $3)",
                                     {Blob{"plain"}, ++plain.back(), words});
                break;
            case 8: done = database.post("DELETE FROM note WHERE id=$1", {id}); break;
            case 9:
                if (chance(3) == 0)
                    dump(database, text);
                break;
            case 10:
                if (depth < 2) {
                    done = database.savepoint();
                    plain.push_back(plain.back());
                    ++depth;
                }
                break;
            case 11:
                if (depth > 0) {
                    const std::int64_t used = plain.back();
                    plain.pop_back();
                    if (chance(2) == 0)
                        done = database.rollbackToSavepoint();
                    else
                        plain.back() = used;
                    QVERIFY(done.ok());
                    done = database.releaseSavepoint();
                    --depth;
                }
                break;
            }
            QVERIFY2(done.ok(), done.ok() ? "" : done.error().message.c_str());
        }
        for (; depth > 0; --depth)
            QVERIFY(database.releaseSavepoint().ok());
        const Status committed = database.commit();
        QVERIFY2(committed.ok(), committed.ok() ? "" : committed.error().message.c_str());
        dump(database, text);
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::string whyNot;
        m_cluster = test::PostgresCluster::start(whyNot);
        if (!m_cluster && !whyNot.ends_with("not installed here"))
            QFAIL(whyNot.c_str());
        if (!m_cluster)
            QWARN(("PostgreSQL stories are skipped: " + whyNot).c_str());
    }

    void everyKindOfCellComesBackAsItWas_data() { engines(); }
    void everyKindOfCellComesBackAsItWas()
    {
        const auto database = open();
        QVERIFY(database);
        QVERIFY(database->execute(table).ok());
        const std::vector<Row> rows = {
            {blob("one"), std::int64_t{0}, std::string(), blob("")},
            {blob("two"), INT64_MIN, std::string("Zażółć \xF0\x9F\xA6\x8A '$1' \\ \""), Blob{Bytes("\0\xFF\0", 3)}},
            {blob("z"), INT64_MAX, Cell(), Cell()},
        };
        for (const Row& row : rows)
            QVERIFY(database->query("INSERT INTO note (id, n, words, more) VALUES ($1, $2, $3, $4)", row).ok());
        const auto back = database->query("SELECT id, n, words, more FROM note ORDER BY id");
        QVERIFY(back.ok());
        QVERIFY(*back == rows);
    }

    void parametersAreFoundByTheirNumberNotTheirPlace_data() { engines(); }
    void parametersAreFoundByTheirNumberNotTheirPlace()
    {
        const auto database = open();
        QVERIFY(database);
        QVERIFY(database->execute(table).ok());
        QVERIFY(database
                    ->query("INSERT INTO note (n, words, id) VALUES ($2, $3, $1)",
                            {blob("a"), std::int64_t{7}, std::string("seven")})
                    .ok());
        const auto rows = database->query("SELECT words FROM note WHERE n = $2 AND id = $1 AND n <= $2 LIMIT $3",
                                          {blob("a"), std::int64_t{7}, std::int64_t{1}});
        QVERIFY(rows.ok());
        QCOMPARE(textOf(rows->at(0).at(0)), std::string("seven"));
        // Now with NULLs where there were values, and the other way round.
        for (const Cell& words : {Cell(), Cell(std::string("w")), Cell()})
            QVERIFY(database->query("UPDATE note SET words = $1 WHERE id = $2", {words, blob("a")}).ok());
        QVERIFY(database->query("SELECT COALESCE($1, $2)", {Cell(), std::int64_t{5}}).ok());
        const auto sum =
            database->query("SELECT $1 + $2, sum(n), n > 3 FROM note GROUP BY n", {std::int64_t{2}, std::int64_t{3}});
        QVERIFY(sum.ok());
        QVERIFY(sum->at(0) == (Row{std::int64_t{5}, std::int64_t{7}, std::int64_t{1}}));
    }

    void upsertsAndReturningWorkAlike_data() { engines(); }
    void upsertsAndReturningWorkAlike()
    {
        const auto database = open();
        QVERIFY(database);
        QVERIFY(database->execute(table).ok());
        for (const std::int64_t n : {1, 2}) {
            const auto rows = database->query("INSERT INTO note (id, n) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET "
                                              "n = note.n + excluded.n RETURNING n",
                                              {blob("a"), n});
            QVERIFY(rows.ok());
            QCOMPARE(integerOf(rows->at(0).at(0)), n == 1 ? 1 : 3);
        }
    }

    void aRolledBackTransactionLeavesNothing_data() { engines(); }
    void aRolledBackTransactionLeavesNothing()
    {
        const auto database = open();
        QVERIFY(database);
        QVERIFY(database->execute(table).ok());
        QVERIFY(database->begin(Database::Access::Write).ok());
        QVERIFY(insert(*database, "a").ok());
        database->rollback();
        QCOMPARE(count(*database), 0);
        QVERIFY(database->begin(Database::Access::Write).ok());
        QVERIFY(insert(*database, "b").ok());
        QVERIFY(database->commit().ok());
        QCOMPARE(count(*database), 1);
    }

    void aFailedChangeIsUndoneToItsSavepointAndTheRestStays_data() { engines(); }
    void aFailedChangeIsUndoneToItsSavepointAndTheRestStays()
    {
        const auto database = open();
        QVERIFY(database);
        QVERIFY(database->execute(table).ok());
        QVERIFY(database->begin(Database::Access::Write).ok());
        QVERIFY(insert(*database, "a").ok());
        QVERIFY(database->savepoint().ok());
        QVERIFY(insert(*database, "b").ok());
        const Status again = insert(*database, "a");
        QVERIFY(!again.ok());
        QCOMPARE(again.error().kind, ErrorKind::Internal);
        QVERIFY(database->rollbackToSavepoint().ok());
        QVERIFY(database->releaseSavepoint().ok());
        QVERIFY(insert(*database, "c").ok());
        QVERIFY(database->commit().ok());
        QCOMPARE(count(*database), 2);
    }

    // PostgreSQL is told of many writes at once, in another order and some never; SQLite some of them later on another
    // thread. One that is told to be careful carries out each as it comes.
    void whateverIsPostedAndTakenBackAllHoldTheSame()
    {
        std::vector<std::unique_ptr<DatabaseFactory>> factories;
        QTemporaryDir folder;
        for (const char* name : {"/careful", "/sqlite"})
            factories.push_back(std::move(openDatabase(folder.path().toStdString() + name, "")).value());
        if (m_cluster)
            factories.push_back(std::move(openDatabase("", m_cluster->makeDatabase())).value());
        std::vector<std::unique_ptr<Database>> databases;
        for (const auto& factory : factories)
            databases.push_back(std::move(factory->connect()).value());
        databases.front()->postCarefully(true);
        std::size_t rowsSeen = 0;
        for (unsigned seed = 1; seed <= 150; ++seed) {
            std::vector<std::string> dumps;
            for (const auto& database : databases) {
                dumps.emplace_back();
                playPosts(*database, seed, dumps.back());
                if (QTest::currentTestFailed())
                    return;
                QVERIFY2(dumps.back() == dumps.front(),
                         ("Seed " + std::to_string(seed) + "\n" + dumps.front() + "\n" + dumps.back()).c_str());
            }
            rowsSeen += dumps[0].size();
        }
        QVERIFY(rowsSeen > 10'000); // else the stories were about nothing
    }

    void whatIsPostedAndFailsTakesItsTransactionBackAndNoOther_data() { engines(); }
    void whatIsPostedAndFailsTakesItsTransactionBackAndNoOther()
    {
        const auto database = open();
        QVERIFY(database);
        const auto other = connect();
        QVERIFY(other);
        QVERIFY(database->execute(table).ok());
        for (const int position : {0, 70, 4999}) { // alone at the end, on its way, behind all others
            QVERIFY(database->begin(Database::Access::Write).ok());
            bool failed = false;
            for (int i = 0; i < 5000 && !failed; ++i) {
                failed = !database->savepoint().ok();
                const Cell id = Blob{"row " + std::to_string(i > 0 && i == position ? 3 : i)};
                failed |= !database->post("INSERT INTO note(id, n) VALUES($1, $2)", {id, Cell(std::int64_t{i})}).ok();
                failed |= !database->releaseSavepoint().ok();
            }
            if (position == 0) { // nothing is wrong with this one: it is taken back as it is
                QVERIFY(!failed);
                database->rollback();
            } else {
                const Status committed = database->commit();
                QVERIFY(!committed.ok());
                QCOMPARE(committed.error().kind, ErrorKind::Internal);
            }
            QCOMPARE(count(*other), 0);
            QVERIFY(other->begin(Database::Access::Write).ok());
            QVERIFY(
                other->post("INSERT INTO note(id, n) VALUES($1, $2)", {blob("theirs"), Cell(std::int64_t{1})}).ok());
            QVERIFY(other->commit().ok());
            QCOMPARE(count(*database), 1);
            QVERIFY(database->execute("DELETE FROM note").ok());
        }
    }

    // SQLite takes back a whole transaction when the disk is full.
    void whatTookItsTransactionWithItIsTheEndOfIt()
    {
        QTemporaryDir folder;
        const auto factory = openDatabase(folder.path().toStdString() + "/data", "");
        QVERIFY(factory.ok());
        const auto database = std::move((*factory)->connect()).value();
        QVERIFY(database->execute(table).ok());
        QVERIFY(database->execute("PRAGMA max_page_count=20").ok());
        for (const bool carefully : {false, true}) {
            const auto careful = carefully ? std::make_unique<Carefully>(*database) : nullptr;
            QVERIFY(database->begin(Database::Access::Write).ok());
            QVERIFY(
                database->post("INSERT INTO note(id, n) VALUES($1, $2)", {blob("one"), Cell(std::int64_t{1})}).ok());
            QVERIFY(database->savepoint().ok());
            const Cell large = Blob{Bytes(1 << 20, 'x')};
            const auto full = database->query("INSERT INTO note(id, more) VALUES($1, $2)", {blob("two"), large});
            QCOMPARE(full.error().kind, ErrorKind::Full);
            QVERIFY(!database->rollbackToSavepoint().ok());
            (void)database->releaseSavepoint();
            (void)database->post("INSERT INTO note(id, n) VALUES($1, $2)", {blob("three"), Cell(std::int64_t{3})});
            QVERIFY(!database->commit().ok());
            QCOMPARE(count(*database), 0);
        }
        QVERIFY(insert(*database, "four").ok());
        QCOMPARE(count(*database), 1);
    }

    void aStatementThatDoesNotCompileDoesNotBreakTheTransaction_data() { engines(); }
    void aStatementThatDoesNotCompileDoesNotBreakTheTransaction()
    {
        const auto database = open();
        QVERIFY(database);
        QVERIFY(database->execute(table).ok());
        QVERIFY(database->begin(Database::Access::Write).ok());
        QVERIFY(insert(*database, "a").ok());
        QVERIFY(!database->query("SELECT nothing FROM nowhere WHERE secret = 'password'").ok());
        QVERIFY(!database->query("INSERT INTO note (id) VALUES ($1)", {}).ok());
        QVERIFY(insert(*database, "b").ok());
        QVERIFY(database->commit().ok());
        QCOMPARE(count(*database), 2);
    }

    void aReaderSeesOneMomentWhateverIsCommittedMeanwhile_data() { engines(); }
    void aReaderSeesOneMomentWhateverIsCommittedMeanwhile()
    {
        const auto writer = open();
        QVERIFY(writer);
        QVERIFY(writer->execute(table).ok());
        const auto reader = connect();
        QVERIFY(reader);
        QVERIFY(reader->begin(Database::Access::Read).ok());
        QCOMPARE(count(*reader), 0);
        QVERIFY(insert(*writer, "a").ok());
        QCOMPARE(count(*reader), 0);
        QVERIFY(reader->commit().ok());
        QCOMPARE(count(*reader), 1);
    }

    void writersTakeTurnsAndSeeWhatTheOneBeforeCommitted_data() { engines(); }
    void writersTakeTurnsAndSeeWhatTheOneBeforeCommitted()
    {
        const auto first = open();
        QVERIFY(first);
        QVERIFY(first->execute(table).ok());
        QVERIFY(insert(*first, "counter").ok());
        const auto raise = [this] {
            const auto database = connect();
            bool good = database != nullptr;
            for (int i = 0; good && i < 25; ++i) {
                good = database->begin(Database::Access::Write).ok();
                const auto seen = database->query("SELECT n FROM note");
                const auto next = seen.ok() ? integerOf(seen->at(0).at(0)) + 1 : 0;
                good = good && database->query("UPDATE note SET n = $1", {next}).ok() && database->commit().ok();
            }
            return good;
        };
        std::atomic<int> good = 0;
        std::vector<std::thread> writers;
        for (int i = 0; i < 4; ++i)
            writers.emplace_back([&] { good += raise() ? 1 : 0; });
        for (std::thread& writer : writers)
            writer.join();
        QCOMPARE(good.load(), 4);
        QCOMPARE(integerOf(first->query("SELECT n FROM note")->at(0).at(0)), 101);
    }

    void rowByRowStopsAtTheFirstErrorOfTheTaker_data() { engines(); }
    void rowByRowStopsAtTheFirstErrorOfTheTaker()
    {
        const auto database = open();
        QVERIFY(database);
        QVERIFY(database->execute(table).ok());
        for (const char* id : {"a", "b", "c"})
            QVERIFY(insert(*database, id).ok());
        int taken = 0;
        const Status stopped = database->each("SELECT id FROM note", {}, [&](const Row&) -> Status {
            return ++taken == 2 ? Status(invalid("enough")) : Status(Ok{});
        });
        QCOMPARE(stopped.error().message, std::string("enough"));
        QCOMPARE(taken, 2);
        QCOMPARE(count(*database), 3);
    }

    void theDataFolderAndItsFilesArePrivate()
    {
        QTemporaryDir folder;
        const std::string data = folder.path().toStdString() + "/data";
        QVERIFY(openDatabase(data, "").ok());
        struct stat info = {};
        QCOMPARE(::stat(data.c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777U, 0700U);
        QCOMPARE(::stat((data + "/server.sqlite").c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777U, 0600U);
    }

    void aFileThatIsNoDatabaseIsRefusedInWords()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("server.sqlite")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        const auto opened = openDatabase(folder.path().toStdString(), "");
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, ErrorKind::Corrupt);
    }

    void postgresqlThatCouldLoseWhatItConfirmedIsRefused()
    {
        if (!m_cluster)
            QSKIP("PostgreSQL is not installed here");
        const std::string url = m_cluster->makeDatabase();
        {
            const auto factory = openDatabase("", url);
            QVERIFY(factory.ok());
            QVERIFY((*(*factory)->connect())->execute("ALTER ROLE postgres SET synchronous_commit = off").ok());
        }
        const auto refused = openDatabase("", url);
        QVERIFY((*openDatabase("", url + "&options=-csynchronous_commit%3Don"))->connect().ok());
        QVERIFY((*(*openDatabase("", url + "&options=-csynchronous_commit%3Don"))->connect())
                    ->execute("ALTER ROLE postgres RESET synchronous_commit")
                    .ok());
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().message.find("synchronous_commit") != std::string::npos);
        const auto latin = openDatabase("", m_cluster->makeDatabase("LATIN1"));
        QVERIFY(!latin.ok());
        QVERIFY(latin.error().message.find("UTF8") != std::string::npos);
    }

    void aDatabaseThatIsNotThereIsSaidWithoutItsPassword()
    {
        const auto nowhere = openDatabase("", "postgresql://ada:s3cret@127.0.0.1:1/satchel");
        QVERIFY(!nowhere.ok());
        QCOMPARE(nowhere.error().kind, ErrorKind::Unreachable);
        QVERIFY(nowhere.error().message.find("s3cret") == std::string::npos);
        QCOMPARE(openDatabase("", "postgresql://a b:s3cret@[/").error().kind, ErrorKind::Invalid);
        QCOMPARE(openDatabase("", "mysql://x").error().kind, ErrorKind::Invalid);
        if (!m_cluster)
            QSKIP("PostgreSQL is not installed here");
        const auto stranger =
            openDatabase("", test::PostgresCluster::withUser(m_cluster->makeDatabase(), "nobody_here"));
        QCOMPARE(stranger.error().kind, ErrorKind::Forbidden);
    }

    void aLostConnectionIsUnreachableAndANewOneFindsWhatWasCommitted()
    {
        if (!m_cluster)
            QSKIP("PostgreSQL is not installed here");
        auto factory = std::move(*openDatabase("", m_cluster->makeDatabase()));
        auto database = std::move(*factory->connect());
        QVERIFY(database->execute(table).ok());
        QVERIFY(insert(*database, "a").ok());
        QVERIFY(database->begin(Database::Access::Write).ok());
        QVERIFY(insert(*database, "b").ok());
        m_cluster->crash();
        QCOMPARE(database->commit().error().kind, ErrorKind::Unreachable);
        QCOMPARE(insert(*database, "c").error().kind, ErrorKind::Unreachable);
        QVERIFY(m_cluster->startAgain());
        const auto again = factory->connect();
        QVERIFY(again.ok());
        QCOMPARE(count(**again), 1);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "DatabaseTest.moc"
