// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Identities.h"

#include "sync/server/Database.h"
#include "sync/server/ServerSchema.h"
#include "tests/support/HandEnvironment.h"
#include "tests/support/PostgresCluster.h"

#include <QTemporaryDir>
#include <QTest>

using namespace satchel;
using namespace satchel::server;
using test::HandEnvironment;

/// Who may come in, on both database engines.
class IdentitiesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::PostgresCluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DatabaseFactory> m_factory;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<HandEnvironment> m_environment;
    std::unique_ptr<Identities> m_identities;
    Id m_ada;

    void engines()
    {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        if (m_cluster)
            QTest::newRow("postgresql") << true;
    }

    Id addUser(const std::string& login, const std::string& role)
    {
        const Id user = m_environment->newId();
        const auto added =
            m_database->query("INSERT INTO e_user (id, deleted, f_login, f_role, f_active) VALUES ($1, 0, $2, $3, 1)",
                              {cell(user), login, role});
        return added.ok() ? user : Id{};
    }

    /// The salesperson ada, whose password is "right".
    bool open()
    {
        QFETCH(bool, postgres);
        m_folder = std::make_unique<QTemporaryDir>();
        auto factory = openDatabase(m_folder->path().toStdString(), postgres ? m_cluster->makeDatabase() : "");
        if (!factory.ok())
            return false;
        m_factory = std::move(*factory);
        m_database = std::move(*m_factory->connect());
        m_environment = std::make_unique<HandEnvironment>();
        m_identities = std::make_unique<Identities>(*m_environment);
        if (!m_database
                 ->execute("CREATE TABLE e_user (id BYTEA PRIMARY KEY, deleted BIGINT, f_login TEXT, f_role TEXT, "
                           "f_active BIGINT); CREATE TABLE clock (one BIGINT PRIMARY KEY, rights BIGINT); "
                           "INSERT INTO clock VALUES (1, 0);" +
                           Identities::tables() + serverMigration0005)
                 .ok())
            return false;
        m_ada = addUser("ada", "salesperson");
        const auto hash = m_identities->hashPassword("right");
        return hash.ok() && m_identities->setPassword(*m_database, m_ada, *hash, now()).ok();
    }

    Milliseconds now() { return m_environment->now(); }

    LoginRequest request(const std::string& password = "right", const std::string& login = "ada")
    {
        LoginRequest request;
        request.program = "test 1";
        request.login = login;
        request.password = password;
        request.deviceName = "laptop";
        request.incarnation = m_environment->newId();
        request.secret = m_environment->random(32);
        return request;
    }

    Result<LoginReply> login(const LoginRequest& request) { return m_identities->login(*m_database, request, now()); }

    bool known(const std::string& token) { return m_identities->authenticate(*m_database, token, now()).ok(); }

private Q_SLOTS:
    void initTestCase()
    {
        std::string whyNot;
        m_cluster = test::PostgresCluster::start(whyNot);
        if (!m_cluster)
            QWARN(("PostgreSQL stories are skipped: " + whyNot).c_str());
    }

    void theRightPasswordGivesATokenThatSaysWhoIsCalling_data() { engines(); }
    void theRightPasswordGivesATokenThatSaysWhoIsCalling()
    {
        QVERIFY(open());
        const LoginRequest asked = request();
        const auto reply = login(asked);
        QVERIFY(reply.ok());
        QCOMPARE(reply->token.size(), 64U);
        QCOMPARE(reply->expiresAt, now() + 30 * HandEnvironment::day);
        QCOMPARE(reply->lastNumber, 0);
        const auto caller = m_identities->authenticate(*m_database, reply->token, now());
        QVERIFY(caller.ok());
        QCOMPARE(caller->login, std::string("ada"));
        QVERIFY(caller->user == m_ada && caller->device == reply->device && caller->incarnation == asked.incarnation);
        QCOMPARE(caller->deviceName, std::string("laptop"));
        const auto stored = m_database->query("SELECT hash FROM token");
        QVERIFY(bytesOf(stored->at(0)[0]) != reply->token);
    }

    void aWrongPasswordAndAnUnknownLoginSoundTheSame_data() { engines(); }
    void aWrongPasswordAndAnUnknownLoginSoundTheSame()
    {
        QVERIFY(open());
        QVERIFY(!addUser("nopassword", "marketing").isNull());
        const auto wrong = login(request("wrong"));
        QCOMPARE(wrong.error().kind, ErrorKind::Unauthorized);
        for (const auto& other : {request("right", "nobody"), request("", "nopassword"), request("right", "a\xFF"),
                                  request(std::string(2000, 'x')), request("right", "ada' OR '1'='1")}) {
            const auto refused = login(other);
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().kind, wrong.error().kind);
            QCOMPARE(refused.error().message, wrong.error().message);
        }
        QCOMPARE(integerOf(m_database->query("SELECT count(*) FROM token")->at(0)[0]), 0);
        QCOMPARE(integerOf(m_database->query("SELECT count(*) FROM device")->at(0)[0]), 0);
    }

    void afterFiveFailuresEvenTheRightPasswordHasToWait_data() { engines(); }
    void afterFiveFailuresEvenTheRightPasswordHasToWait()
    {
        QVERIFY(open());
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(login(request("wrong")).error().kind, ErrorKind::Unauthorized);
            m_environment->advance(i < 4 ? 0 : HandEnvironment::minute);
        }
        QCOMPARE(login(request("wrong")).error().kind, ErrorKind::Unauthorized);
        m_identities = std::make_unique<Identities>(*m_environment); // a restart of the server forgives nothing
        QCOMPARE(login(request()).error().kind, ErrorKind::Busy);
        m_environment->advance(10 * HandEnvironment::minute);
        QVERIFY(login(request()).ok());
        QCOMPARE(login(request("wrong")).error().kind, ErrorKind::Unauthorized);
        QVERIFY(login(request()).ok());
    }

    void aTokenEndsByTimeByLogoutByANewPasswordAndWithItsUser_data() { engines(); }
    void aTokenEndsByTimeByLogoutByANewPasswordAndWithItsUser()
    {
        QVERIFY(open());
        QVERIFY(!known(""));
        QVERIFY(!known(std::string(64, '0')));
        const auto token = [this] { return login(request())->token; };

        const std::string first = token();
        m_environment->advance(30 * HandEnvironment::day - 1);
        QVERIFY(known(first));
        m_environment->advance(1);
        QVERIFY(!known(first));

        const std::string second = token();
        const std::string third = token();
        QVERIFY(m_identities->logout(*m_database, second, now()).ok());
        QVERIFY(!known(second));
        QVERIFY(known(third));

        QVERIFY(m_identities->setPassword(*m_database, m_ada, *m_identities->hashPassword("new"), now()).ok());
        QVERIFY(!known(third));
        QCOMPARE(login(request("right")).error().kind, ErrorKind::Unauthorized);
        const std::string fourth = login(request("new"))->token;
        QVERIFY(known(fourth));

        QVERIFY(m_database->query("UPDATE e_user SET f_active = 0").ok());
        QVERIFY(!known(fourth));
        QCOMPARE(login(request("new")).error().kind, ErrorKind::Forbidden);
        QCOMPARE(login(request("old")).error().kind, ErrorKind::Unauthorized);
        QVERIFY(m_database->query("UPDATE e_user SET f_active = 1, deleted = 9").ok());
        QVERIFY(!known(fourth));
        QCOMPARE(login(request("new")).error().kind, ErrorKind::Unauthorized);
    }

    void rightsAreThoseOfThisMoment_data() { engines(); }
    void rightsAreThoseOfThisMoment()
    {
        QVERIFY(open());
        const std::string token = login(request())->token;
        QVERIFY(m_database->query("UPDATE e_user SET f_role = 'marketing'").ok());
        QCOMPARE(m_identities->authenticate(*m_database, token, now())->role, Role::Marketing);
        QVERIFY(m_database->query("UPDATE e_user SET f_role = 'emperor'").ok());
        QVERIFY(!known(token));
        QCOMPARE(login(request()).error().kind, ErrorKind::Forbidden);
    }

    void aReplicaKeepsItsDeviceAndAnotherPersonGetsHisOwn_data() { engines(); }
    void aReplicaKeepsItsDeviceAndAnotherPersonGetsHisOwn()
    {
        QVERIFY(open());
        LoginRequest again = request();
        const Id device = login(again)->device;
        QVERIFY(m_database->query("UPDATE incarnation SET last_number = 7").ok());
        again.device = device;
        QCOMPARE(login(again)->lastNumber, 7);
        QVERIFY(login(again)->device == device);
        LoginRequest restored = request();
        restored.device = device;
        QVERIFY(login(restored)->device == device);
        QCOMPARE(m_identities->devices(*m_database)->size(), 1U);

        const Id bob = addUser("bob", "administrator");
        QVERIFY(m_identities->setPassword(*m_database, bob, *m_identities->hashPassword("bob"), now()).ok());
        LoginRequest other = request("bob", "bob");
        other.device = device;
        QVERIFY(login(other)->device != device);
        other.incarnation = again.incarnation;
        QCOMPARE(login(other).error().kind, ErrorKind::Conflict);
        again.secret = m_environment->random(32);
        QCOMPARE(login(again).error().kind, ErrorKind::Conflict);
    }

    void aRevokedDeviceIsShutOutAtOnceAndForGood_data() { engines(); }
    void aRevokedDeviceIsShutOutAtOnceAndForGood()
    {
        QVERIFY(open());
        LoginRequest asked = request();
        const auto reply = login(asked);
        const std::string elsewhere = login(request())->token;
        QVERIFY(m_identities->revokeDevice(*m_database, reply->device, now()).ok());
        QVERIFY(!known(reply->token));
        QVERIFY(known(elsewhere));
        asked.device = reply->device;
        QVERIFY(administering::saysShutOut(login(asked).error()));
        // Who only has the token is told as well, also long after it would have ended.
        const auto told = [&] { return m_identities->authenticate(*m_database, reply->token, now()).error(); };
        QVERIFY(administering::saysShutOut(told()));
        m_environment->advance(60 * HandEnvironment::day);
        QVERIFY(login(request()).ok()); // a log-in clears away the old tokens of others
        QVERIFY(administering::saysShutOut(told()));
        QVERIFY(!administering::saysShutOut(m_identities->authenticate(*m_database, elsewhere, now()).error()));
        QCOMPARE(m_identities->revokeDevice(*m_database, m_environment->newId(), now()).error().kind,
                 ErrorKind::NotFound);
        const auto devices = m_identities->devices(*m_database);
        QCOMPARE(devices->size(), 3U);
        QCOMPARE(devices->at(0).revoked + devices->at(1).revoked + devices->at(2).revoked, 1);
        QCOMPARE(devices->at(0).login, std::string("ada"));
    }

    void aPasswordThatSomebodyElseHasSetOpensNothingButTheWayToAnother_data() { engines(); }
    void aPasswordThatSomebodyElseHasSetOpensNothingButTheWayToAnother()
    {
        QVERIFY(open());
        const std::string before = login(request())->token;
        QVERIFY(m_identities
                    ->setPassword(*m_database, m_ada, *m_identities->hashPassword("given one"), now(),
                                  Identities::Chosen::BySomebodyElse)
                    .ok());
        QVERIFY(!known(before));
        const auto refused = login(request("given one"));
        QVERIFY(!refused.ok() && administering::wantsNewPassword(refused.error()));
        QCOMPARE(integerOf(m_database->query("SELECT count(*) FROM device")->at(0)[0]), 1); // nothing was registered
        const auto choose = [&](const std::string& present, const std::string& chosen, const std::string& who = "ada") {
            return m_identities->replacePassword(*m_database, {.present = present, .chosen = chosen, .login = who},
                                                 now());
        };
        QCOMPARE(choose("a guess", "my own one").error().kind, ErrorKind::Unauthorized);
        QCOMPARE(choose("given one", "my own one", "nobody").error().message, choose("a guess", "x").error().message);
        QCOMPARE(choose("given one", "short").error().kind, ErrorKind::Invalid);
        QCOMPARE(choose("given one", "given one").error().kind, ErrorKind::Invalid);
        QVERIFY(administering::wantsNewPassword(login(request("given one")).error())); // nothing has changed
        QVERIFY(*choose("given one", "my own one") == m_ada);
        QCOMPARE(choose("given one", "another one").error().kind, ErrorKind::Unauthorized); // once
        QCOMPARE(login(request("given one")).error().kind, ErrorKind::Unauthorized);
        QVERIFY(login(request("my own one")).ok());
        QCOMPARE(choose("my own one", "another one").error().kind, ErrorKind::Invalid); // not without a session
        QVERIFY(login(request("my own one")).ok());
    }

    void aDeviceIsSeenOnceAnHour_data() { engines(); }
    void aDeviceIsSeenOnceAnHour()
    {
        QVERIFY(open());
        const std::string token = login(request())->token;
        const Milliseconds start = now();
        const auto lastSeen = [&] {
            m_identities->seen(*m_database, *m_identities->authenticate(*m_database, token, now()), now());
            return m_identities->devices(*m_database)->at(0).lastSeen;
        };
        m_environment->advance(HandEnvironment::minute);
        QCOMPARE(lastSeen(), start);
        m_environment->advance(HandEnvironment::hour);
        QCOMPARE(lastSeen(), now());
    }

    void aNewerProgramIsToldThatTheServerIsTooOldForIt_data() { engines(); }
    void aNewerProgramIsToldThatTheServerIsTooOldForIt()
    {
        QVERIFY(open());
        LoginRequest newer = request();
        newer.protocolVersion = protocol::version + 1;
        const auto refused = login(newer);
        QCOMPARE(refused.error().kind, ErrorKind::TooNew);
        QVERIFY(refused.error().message.find("server has to be updated") != std::string::npos);
        newer.schemaVersion = schema::version + 7; // which a login does not mind
        newer.protocolVersion = protocol::version;
        QVERIFY(login(newer).ok());
    }

    void anIncompleteRequestIsRefused_data() { engines(); }
    void anIncompleteRequestIsRefused()
    {
        QVERIFY(open());
        LoginRequest bad = request();
        bad.secret = "short";
        QCOMPARE(login(bad).error().kind, ErrorKind::Invalid);
        bad = request();
        bad.protocolVersion = 0; // as of a request that does not say
        QCOMPARE(login(bad).error().kind, ErrorKind::Invalid);
        bad = request();
        bad.incarnation = {};
        QCOMPARE(login(bad).error().kind, ErrorKind::Invalid);
        bad = request();
        bad.deviceName = std::string(121, 'x');
        QCOMPARE(login(bad).error().kind, ErrorKind::Invalid);
        QCOMPARE(m_identities->hashPassword("").error().kind, ErrorKind::Invalid);
        QCOMPARE(m_identities->hashPassword(std::string(5000, 'x')).error().kind, ErrorKind::Invalid);
    }
};

QTEST_GUILESS_MAIN(IdentitiesTest)
#include "IdentitiesTest.moc"
