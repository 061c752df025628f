// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/HeldBack.h"
#include "sync/server/Alerts.h"
#include "sync/server/Housekeeping.h"
#include "tests/support/Engines.h"
#include "tests/support/world/Accounts.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

/// Changes the server holds back: very many deletions until an administrator has looked, and a change the server fails
/// with, without anybody else having to wait.
class HeldBackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void deletingAFifthOfATerritoryWaitsForAnAdministrator_data() { m_engines.rows(); }
    void deletingAFifthOfATerritoryWaitsForAnAdministrator()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        const auto accounts = addAccounts(ana, 60);
        ana.sync();
        dora.sync();
        for (std::size_t i = 0; i < 55; ++i)
            ana.remove("account", accounts[i]);
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 3"}}); // has nothing to do with it
        ana.set("account", accounts[59], {{"next_step", "Visit"}});
        ana.sync();
        dora.sync();
        QCOMPARE(dora.count("account"), 60 + 2 - 50); // fifty went through, then the fuse blew
        QCOMPARE(dora.value("contact", company.anaRuiz, "phone"), "+34 600 3");
        QCOMPARE(dora.value("account", accounts[59], "next_step"), "Visit");
        QVERIFY(!ana.has("account", accounts[54])); // she sees what she did
        QCOMPARE(must(ana.replica().outbox()).size(), 5U);
        QCOMPARE(must(ana.replica().outbox())[0].waitsFor, "fuse");
        QCOMPARE(ana.waiting(), 0);
        QVERIFY(ana.agreesWithServer());

        server::HeldBack held(company.database(), company.clock());
        const auto fuses = must(held.fuses());
        QCOMPARE(fuses.size(), 1U);
        QCOMPARE(fuses[0].roots, 5);
        QCOMPARE(must(server::alerts::list(company.database(), false)).size(), 1U);
        must(held.release(fuses[0].id));
        QVERIFY(must(server::alerts::list(company.database(), false)).empty());
        ana.sync();
        dora.sync();
        QCOMPARE(dora.count("account"), 60 + 2 - 55);
        QVERIFY(must(ana.replica().outbox()).empty());
        for (Laptop* laptop : {&ana, &dora})
            QVERIFY(laptop->agreesWithServer());

        company.clock().advance(29 * HandEnvironment::day);
        QCOMPARE(must(held.undo(fuses[0].id)), 5);
        dora.sync();
        ana.sync();
        QCOMPARE(dora.count("account"), 60 + 2 - 50);
        QVERIFY(ana.has("account", accounts[54]));
        QVERIFY(ana.agreesWithServer());
    }

    // What is forgotten after 400 days is what was said, never what still waits to be done.
    void aFuseCanBeReleasedHoweverLongNobodyLooked_data() { m_engines.rows(); }
    void aFuseCanBeReleasedHoweverLongNobodyLooked()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        const auto accounts = addAccounts(ana, 60);
        ana.sync();
        must(ana.replica().commit(deletionsOf(accounts)));
        ana.sync();
        company.clock().advance(500 * HandEnvironment::day);
        dora.signIn();
        dora.add("task", {{"title", "Today"}});
        dora.sync();
        QVERIFY(must(server::forgetOldLogs(company.database(), company.clock(), server::tombstonesKept)) > 0);
        server::HeldBack held(company.database(), company.clock());
        must(held.release(must(held.fuses()).at(0).id));
        ana.signIn();
        for (Laptop* laptop : {&ana, &dora}) {
            must(laptop->trySync());
            QCOMPARE(laptop->count("account"), laptop == &ana ? 1 : 2); // Zeta is not of her area
            QVERIFY(laptop->agreesWithServer());
        }
        QVERIFY(must(ana.replica().outbox()).empty());
    }

    void whatAnAdministratorRefusesComesBackOnTheLaptop_data() { m_engines.rows(); }
    void whatAnAdministratorRefusesComesBackOnTheLaptop()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        const auto accounts = addAccounts(ana, 60);
        ana.sync();
        must(ana.replica().commit(deletionsOf(accounts)));
        const Id orphan = ana.add("account", {{"name", "New"}});
        ana.sync();
        QCOMPARE(ana.count("account"), 2);
        server::HeldBack held(company.database(), company.clock());
        must(held.refuse(must(held.fuses())[0].id));
        ana.sync();
        QCOMPARE(ana.count("account"), 62);
        QVERIFY(ana.has("account", orphan));
        QCOMPARE(ana.inbox().size(), 60U);
        QCOMPARE(ana.inbox()[0].state, "rejected");
        QVERIFY(ana.agreesWithServer());
        QVERIFY(!held.release(must(held.fuses())[0].id).ok()); // once is enough
    }

    void whatDependsOnAHeldBackChangeWaitsBehindIt_data() { m_engines.rows(); }
    void whatDependsOnAHeldBackChangeWaitsBehindIt()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        const auto accounts = addAccounts(ana, 60);
        ana.sync();
        must(ana.replica().commit(deletionsOf(accounts)));
        must(ana.tryEdit(OperationKind::Create, "account", accounts[0], {{"name", "Back again"}}));
        ana.sync();
        QCOMPARE(must(ana.replica().outbox()).size(), 2U);
        QCOMPARE(must(ana.replica().outbox())[1].waitsFor, "change");
        QCOMPARE(ana.value("account", accounts[0], "name"), "Back again");
        server::HeldBack held(company.database(), company.clock());
        must(held.release(must(held.fuses())[0].id));
        ana.sync();
        QVERIFY(must(ana.replica().outbox()).empty());
        QCOMPARE(ana.value("account", accounts[0], "name"), "Back again");
        QCOMPARE(ana.count("account"), 2); // with Acme
        QVERIFY(ana.agreesWithServer());
    }

    void aChangeTheServerFailsWithIsTriedAgainWhileOthersGoOn_data() { m_engines.rows(); }
    void aChangeTheServerFailsWithIsTriedAgainWhileOthersGoOn()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        int failures = 3;
        company.clock().failing = [&](std::string_view place, std::string_view about) -> Status {
            if (place == "apply" && about == company.boLee.toString() && failures > 0 && failures-- > 0)
                return Error{ErrorKind::Internal, "A table is missing."};
            return Ok{};
        };
        ana.set("contact", company.anaRuiz, {{"phone", "+34 1"}});
        ana.set("contact", company.boLee, {{"phone", "+34 2"}});
        ana.set("contact", company.anaRuiz, {{"phone", "+34 3"}});
        ana.sync();
        dora.sync();
        QCOMPARE(dora.value("contact", company.anaRuiz, "phone"), "+34 3");
        QCOMPARE(dora.value("contact", company.boLee, "phone"), "");
        QCOMPARE(must(ana.replica().outbox())[0].waitsFor, "fault");
        QCOMPARE(ana.value("contact", company.boLee, "phone"), "+34 2");
        for (int round = 0; round < 3; ++round)
            ana.sync();
        dora.sync();
        QVERIFY(must(ana.replica().outbox()).empty());
        QCOMPARE(dora.value("contact", company.boLee, "phone"), "+34 2");
        for (Laptop* laptop : {&ana, &dora})
            QVERIFY(laptop->agreesWithServer());
        QVERIFY(must(server::alerts::list(company.database(), true)).empty());
    }

    void afterFiveFailuresAChangeGoesIntoQuarantine_data() { m_engines.rows(); }
    void afterFiveFailuresAChangeGoesIntoQuarantine()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        int attempts = 0;
        company.clock().failing = [&](std::string_view place, std::string_view about) -> Status {
            if (place != "apply" || about != company.boLee.toString())
                return Ok{};
            ++attempts;
            return Error{ErrorKind::Internal, "A table is missing."};
        };
        ana.set("contact", company.boLee, {{"phone", "+34 2"}});
        ana.set("contact", company.boLee, {{"job_title", "waits behind"}});
        ana.set("contact", company.anaRuiz, {{"phone", "+34 3"}});
        for (int round = 0; round < 12; ++round)
            ana.sync();
        QVERIFY2(attempts <= 5 * 2 + 2, qPrintable(QString::number(attempts))); // and the one behind it
        QVERIFY(must(ana.replica().outbox()).empty());
        QCOMPARE(ana.inbox().size(), 2U);
        QCOMPARE(ana.inbox()[1].state, "rejected");
        QCOMPARE(ana.inbox()[1].b.value, "\"+34 2\"");
        QCOMPARE(ana.value("contact", company.boLee, "phone"), "");
        QVERIFY(ana.agreesWithServer());

        server::HeldBack held(company.database(), company.clock());
        const auto quarantined = must(held.quarantined());
        QCOMPARE(quarantined.size(), 2U);
        QCOMPARE(quarantined[0].error, "A table is missing.");
        QVERIFY(!must(server::alerts::list(company.database(), false)).empty());
        QVERIFY(!held.retry(quarantined[0].incarnation, quarantined[0].number).ok()); // not mended yet
        company.clock().failing = {};
        must(held.retry(quarantined[0].incarnation, quarantined[0].number));
        ana.sync();
        QCOMPARE(ana.value("contact", company.boLee, "phone"), "+34 2");
        QCOMPARE(must(held.quarantined()).size(), 1U);
        QVERIFY(ana.agreesWithServer());
    }

private:
    Engines m_engines;
};

QTEST_GUILESS_MAIN(HeldBackTest)
#include "HeldBackTest.moc"
