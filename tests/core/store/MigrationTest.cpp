// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Meta.h"
#include "core/store/Migrations.h"
#include "core/store/Replica.h"
#include "core/store/Rows.h"
#include "sync/protocol/Codec.h"
#include "tests/support/HandEnvironment.h"
#include "tests/support/world/Must.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace satchel;
using namespace satchel::test;

namespace {

int stepsToLive = 0;

// The program ends like under kill -9 after so many steps of SQLite's machine, whatever it is doing.
int countSteps(void*)
{
    if (--stepsToLive <= 0)
        ::_exit(9);
    return 0;
}

int countOn(sqlite3* connection, char**, const sqlite3_api_routines*)
{
    sqlite3_progress_handler(connection, 1, countSteps, nullptr);
    return SQLITE_OK;
}

} // namespace

/// A replica of an older version is brought to today's, and the program is killed in the middle.
class MigrationTest : public QObject {
    Q_OBJECT

    HandEnvironment m_clock;

    // As that version left it: signed in, one record, and an edit of it that waits.
    Id makeOld(const std::string& folder, int version)
    {
        ::mkdir(folder.c_str(), 0700);
        auto connection = must(sqlite::Connection::open(folder + "/replica.sqlite", sqlite::Connection::Mode::Create));
        must(connection->execute(migration0001));
        if (version > 1)
            must(connection->execute(migration0002));
        if (version > 2)
            must(connection->execute(migration0003));
        must(connection->execute("PRAGMA application_id=1400136552; PRAGMA user_version=" + std::to_string(version)));
        const Id contact = m_clock.newId();
        const Id user = m_clock.newId();
        const Id device = m_clock.newId();
        Meta meta(*connection);
        must(meta.setText("login", "ana"));
        must(meta.setText("server", "http://127.0.0.1:1"));
        must(meta.setText("role", "salesperson"));
        for (const auto& [key, id] :
             {std::pair{"user", user}, std::pair{"device", device}, std::pair{"incarnation", device}})
            must(meta.setBytes(key, id.view()));
        must(meta.setBytes("secret", std::string(32, 's')));
        auto row = must(connection->prepare(
            "INSERT INTO contact(id, rev, root, sort, last_name) VALUES(?1, 3, ?1, 'ruiz', 'Ruiz')"));
        must(row.bind(1, contact).run());
        const Entity& entity = schema::entity("contact");
        const Change change{.number = 1,
                            .editedAt = m_clock.now(),
                            .operations = {{.entity = &entity,
                                            .id = contact,
                                            .seenRev = 3,
                                            .fields = {{*entity.indexOf("phone"), Value(), Value("111")}}}}};
        auto outbox = must(connection->prepare("INSERT INTO outbox(number, chain, body, edited) VALUES(1, ?1, ?2, 0)"));
        const Bytes body = encodeChange(change);
        must(outbox.bindBlob(1, view(chainId(std::string(32, 's'), 1, Bytes16{}, body))).bindBlob(2, body).run());
        must(meta.set("last_number", 1));
        return contact;
    }

private Q_SLOTS:
    void aKillAtAnyStepOfAMigrationLosesNothing_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < newestMigration(); ++version)
            QTest::newRow(("from version " + std::to_string(version)).c_str()) << version;
    }
    void aKillAtAnyStepOfAMigrationLosesNothing()
    {
        QFETCH(int, version);
        QTemporaryDir directory;
        int killed = 0;
        bool finished = false;
        for (int steps = 1; !finished; steps += 1 + steps / 6) {
            const std::string folder = directory.filePath(QStringLiteral("after%1").arg(steps)).toStdString();
            const Id contact = makeOld(folder, version);
            const pid_t child = ::fork();
            if (child == 0) {
                stepsToLive = steps;
                sqlite3_auto_extension(reinterpret_cast<void (*)()>(countOn));
                ::_exit(Replica::open(folder, m_clock).ok() ? 0 : 1);
            }
            int status = 0;
            QVERIFY(::waitpid(child, &status, 0) == child && WIFEXITED(status));
            finished = WEXITSTATUS(status) == 0;
            QVERIFY(finished || WEXITSTATUS(status) == 9);
            killed += finished ? 0 : 1;
            auto opened = Replica::open(folder, m_clock);
            QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
            sqlite::Connection& connection = (*opened)->connection();
            QCOMPARE(must(connection.integer("PRAGMA user_version")), newestMigration());
            QCOMPARE(must(must((*opened)->find(schema::entity("contact"), contact)) ? Result<int>(1) : Result<int>(0)),
                     1);
            QCOMPARE(must(connection.integer("SELECT count(*) FROM outbox WHERE answered IS NULL")), 1);
            QCOMPARE(must((*opened)->identity())->login, std::string("ana"));
            QVERIFY2((*opened)->notice().empty(), (*opened)->notice().c_str());
        }
        qInfo("killed %d times", killed);
        QVERIFY(killed > 20);
    }
};

QTEST_GUILESS_MAIN(MigrationTest)
#include "MigrationTest.moc"
