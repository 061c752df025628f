// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ServerSchema.h"

#include "core/schema/Schema.h"
#include "sync/server/Database.h"
#include "tests/support/PostgresCluster.h"
#include "tests/support/world/Must.h"

#include <QTemporaryDir>
#include <QTest>

using namespace satchel;
using namespace satchel::server;
using namespace satchel::test;

/// The server's tables on both engines.
class ServerSchemaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_cluster = PostgresCluster::start(m_whyNot);
        if (!m_cluster)
            qWarning("PostgreSQL is left out: %s", m_whyNot.c_str());
    }

    void theTablesAreWhatIsDeclared_data() { engines(); }
    void theTablesAreWhatIsDeclared()
    {
        QFETCH(bool, postgres);
        auto database = connect(postgres);
        must(migrateServer(*database));
        for (const Entity& entity : schema::entities()) {
            std::vector<std::string> declared = {"id", "rev", "born", "root", "deleted"};
            for (const Field& field : entity.fields)
                declared.push_back("f_" + field.name);
            std::vector<std::string> columns;
            for (const Row& row :
                 must(database->query(postgres ? "SELECT column_name::text FROM information_schema.columns WHERE "
                                                 "table_name=$1 ORDER BY ordinal_position"
                                               : "SELECT name FROM pragma_table_info($1)",
                                      {Cell("e_" + entity.name)})))
                columns.push_back(textOf(row[0]));
            QCOMPARE(columns, declared);
        }
    }

    void migratingTwiceChangesNothing_data() { engines(); }
    void migratingTwiceChangesNothing()
    {
        QFETCH(bool, postgres);
        auto database = connect(postgres);
        must(migrateServer(*database));
        must(migrateServer(*database));
        QCOMPARE(integerOf(must(database->query("SELECT count(*) FROM satchel_schema"))[0][0]), 5);
    }

    void aDatabaseOfANewerServerIsRefusedWithWords_data() { engines(); }
    void aDatabaseOfANewerServerIsRefusedWithWords()
    {
        QFETCH(bool, postgres);
        auto database = connect(postgres);
        must(migrateServer(*database));
        must(database->query("INSERT INTO satchel_schema(version) VALUES(999)"));
        const Status status = migrateServer(*database);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().kind, ErrorKind::TooNew);
    }

private:
    void engines()
    {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("SQLite") << false;
        if (m_cluster)
            QTest::newRow("PostgreSQL") << true;
    }

    std::unique_ptr<Database> connect(bool postgres)
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_factory =
            must(openDatabase(m_folder->path().toStdString(), postgres ? m_cluster->makeDatabase() : std::string()));
        return must(m_factory->connect());
    }

    std::unique_ptr<PostgresCluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DatabaseFactory> m_factory;
    std::string m_whyNot;
};

QTEST_GUILESS_MAIN(ServerSchemaTest)
#include "ServerSchemaTest.moc"
