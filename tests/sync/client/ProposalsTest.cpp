// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Engines.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace satchel;
using namespace satchel::test;

/// A record is given to somebody else while its former owner still has unsent edits: nothing he typed is lost, nothing
/// is done without the new owner, and nobody learns what is not his to know.
class ProposalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void theNewOwnerIsOfferedTheEditAndTakesIt_data() { m_engines.rows(); }
    void theNewOwnerIsOfferedTheEditAndTakesIt()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        handToSouth(company);
        carl.sync();
        carl.set("contact", company.anaRuiz, {{"phone", "+34 secret carl"}});
        carl.sync();
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 9"}}); // she does not know yet
        ana.sync();

        QVERIFY(!ana.has("contact", company.anaRuiz));
        QCOMPARE(ana.waiting(), 0);
        QCOMPARE(must(ana.replica().status()).deferred, 1);
        QCOMPARE(must(ana.replica().outbox())[0].waitsFor, "proposal");
        QCOMPARE(ana.inbox().size(), 1U);
        QCOMPARE(ana.inbox()[0].state, "waiting");
        QCOMPARE(ana.inbox()[0].b.value, "\"+34 600 9\"");
        QCOMPARE(ana.inbox()[0].a.value, "null");
        QCOMPARE(ana.inbox()[0].base, "null");
        QVERIFY(ana.agreesWithServer());

        carl.sync();
        QCOMPARE(carl.inbox().size(), 1U);
        const InboxItem offered = carl.inbox()[0];
        QCOMPARE(offered.rule, "proposal");
        QCOMPARE(offered.field, "phone");
        QCOMPARE(offered.base, "\"+34 91 111 11 11\"");
        QCOMPARE(offered.a.value, "\"+34 secret carl\"");
        QCOMPARE(offered.b.value, "\"+34 600 9\"");
        QCOMPARE(offered.b.user, company.id("ana"));
        QCOMPARE(carl.value("contact", company.anaRuiz, "phone"), "+34 secret carl"); // nothing is done yet
        must(carl.replica().takeInbox(offered.id, 'b'));
        carl.sync();
        QCOMPARE(carl.value("contact", company.anaRuiz, "phone"), "+34 600 9");
        QCOMPARE(carl.history("contact", company.anaRuiz)[0].user, company.id("carl")); // a change of his own
        ana.sync();
        QCOMPARE(must(ana.replica().status()).deferred, 0);
        QCOMPARE(ana.inbox()[0].rule, "proposal_taken");
        QVERIFY(!ana.has("contact", company.anaRuiz));
        for (Laptop* laptop : {&ana, &carl})
            QVERIFY(laptop->agreesWithServer());
        QVERIFY(!mentions(ana, "secret carl"));
    }

    void theNewOwnerRefusesIt_data() { m_engines.rows(); }
    void theNewOwnerRefusesIt()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        handToSouth(company);
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 9"}});
        ana.sync();
        carl.sync();
        must(carl.replica().dismissInbox(carl.inbox()[0].id));
        carl.sync();
        ana.sync();
        QCOMPARE(carl.value("contact", company.anaRuiz, "phone"), "+34 91 111 11 11");
        QCOMPARE(must(ana.replica().status()).deferred, 0);
        QCOMPARE(ana.inbox()[0].state, "rejected");
        QCOMPARE(ana.inbox()[0].b.value, "\"+34 600 9\""); // what she typed stays
        QVERIFY(ana.agreesWithServer());
    }

    void aVisitLoggedAtALostAccountIsOfferedToo_data() { m_engines.rows(); }
    void aVisitLoggedAtALostAccountIsOfferedToo()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        handToSouth(company);
        const Id visit = ana.add("activity", {{"kind", "visit"}, {"subject", "They will buy"}, {"account", "Acme"}});
        ana.set("activity", visit, {{"outcome", "Order next week"}}); // waits behind it
        ana.sync();
        QCOMPARE(must(ana.replica().outbox()).size(), 2U);
        QCOMPARE(must(ana.replica().outbox())[1].waitsFor, "change");
        carl.sync();
        must(carl.replica().takeInbox(carl.inbox()[0].id, 'b'));
        carl.sync();
        QCOMPARE(carl.value("activity", visit, "subject"), "They will buy");
        ana.sync();
        carl.sync();
        QCOMPARE(must(ana.replica().outbox()).size(), 1U); // the second is now offered in its turn
        QCOMPARE(must(ana.replica().outbox())[0].waitsFor, "proposal");
        for (const InboxItem& item : carl.inbox())
            if (item.state == "open")
                must(carl.replica().takeInbox(item.id, 'b'));
        carl.sync();
        ana.sync();
        QCOMPARE(carl.value("activity", visit, "outcome"), "Order next week");
        QVERIFY(must(ana.replica().outbox()).empty());
        for (Laptop* laptop : {&ana, &carl})
            QVERIFY(laptop->agreesWithServer());
    }

    void whoLosesHisTerritoryProposesToo_data() { m_engines.rows(); }
    void whoLosesHisTerritoryProposesToo()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& admin = company.laptop("admin");
        Laptop& ben = company.laptop("ben");
        admin.set("user", company.id("ana"), {{"territories", "South"}});
        admin.sync();
        ana.set("account", company.acme, {{"next_step", "Send the offer"}});
        ana.sync();
        QVERIFY(!ana.has("account", company.acme));
        QVERIFY(ana.has("account", company.zeta));
        QCOMPARE(must(ana.replica().outbox())[0].waitsFor, "proposal");
        ben.sync(); // nobody sells in North any more, but he is on the team
        QCOMPARE(ben.inbox().size(), 1U);
        must(ben.replica().takeInbox(ben.inbox()[0].id, 'b'));
        ben.sync();
        QCOMPARE(ben.value("account", company.acme, "next_step"), "Send the offer");
        ana.sync();
        QVERIFY(must(ana.replica().outbox()).empty());
        QVERIFY(ana.agreesWithServer());
    }

    void afterThirtyDaysItIsRefusedAndWhatWasTypedStays_data() { m_engines.rows(); }
    void afterThirtyDaysItIsRefusedAndWhatWasTypedStays()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        handToSouth(company);
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 9"}});
        company.clock().advance(29 * HandEnvironment::day);
        company.clock().advance(2 * HandEnvironment::day);
        const Result<SyncReport> away = ana.trySync();
        if (!away.ok()) { // the token has ended: she signs in again, what waits is still there
            must(ana.engine().login("http://127.0.0.1:1", "ana", "demo", "ana's laptop"));
            ana.sync();
        }
        QCOMPARE(ana.inbox().size(), 1U);
        QCOMPARE(ana.inbox()[0].state, "rejected");
        QCOMPARE(ana.inbox()[0].b.value, "\"+34 600 9\"");
        QCOMPARE(ana.inbox()[0].base, "null"); // what stood there is not hers to know any more
        QVERIFY(!mentions(ana, "+34 91 111 11 11"));
        QVERIFY(ana.agreesWithServer());
    }

    void whoNeverHadTheRecordProposesNothing_data() { m_engines.rows(); }
    void whoNeverHadTheRecordProposesNothing()
    {
        Company company(m_engines.database());
        Laptop& carl = company.laptop("carl");
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        dora.set("account", company.acme, {{"phone", "+34 1"}});
        dora.sync();
        // He knows the id of a record and claims to have edited it.
        const Id stranger = carl.add("activity", {{"kind", "note"}, {"subject", "For whom"}, {"account", "Zeta"}});
        must(carl.tryEdit(OperationKind::Update, "activity", stranger, {{"account", "Zeta"}}));
        carl.sync();
        QVERIFY(carl.inbox().empty());
        Edit forged{.kind = OperationKind::Create,
                    .entity = &schema::entity("activity"),
                    .id = company.clock().newId(),
                    .values = {{*schema::entity("activity").indexOf("subject"), Value("Hello")},
                               {*schema::entity("activity").indexOf("kind"), Value("note")},
                               {*schema::entity("activity").indexOf("account"), Value(company.acme)}}};
        must(carl.replica().commit({forged}));
        carl.sync();
        QCOMPARE(carl.inbox().size(), 1U);
        QCOMPARE(carl.inbox()[0].state, "rejected");
        ana.sync();
        QVERIFY(ana.inbox().empty());
    }

    void anInboxItemTellsNothingOfARecordThatHasBeenTakenAway_data() { m_engines.rows(); }
    void anInboxItemTellsNothingOfARecordThatHasBeenTakenAway()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        ana.set("contact", company.anaRuiz, {{"job_title", "typed by ana"}});
        ben.set("contact", company.anaRuiz, {{"job_title", "canary of ben"}});
        ana.sync();
        ben.sync();
        ana.sync();
        QCOMPARE(ana.inbox().size(), 1U);
        QVERIFY(ana.inbox()[0].b.value.find("canary") != std::string::npos);
        handToSouth(company);
        ana.sync();
        QCOMPARE(ana.inbox().size(), 1U); // what she typed is still hers
        QCOMPARE(ana.inbox()[0].a.value, "\"typed by ana\"");
        QCOMPARE(ana.inbox()[0].b.value, "null");
        QVERIFY(!mentions(ana, "canary of ben"));
        QVERIFY(ana.agreesWithServer());
        ben.sync(); // he is on the team and has it still, and reads as before
        QCOMPARE(ben.inbox()[0].a.value, "\"typed by ana\"");
        QCOMPARE(ben.inbox()[0].a.user, company.id("ana"));
        QVERIFY(ben.agreesWithServer());
    }

    void aConflictWithSomebodyWhoHasLeftTellsHimNothing_data() { m_engines.rows(); }
    void aConflictWithSomebodyWhoHasLeftTellsHimNothing()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        ben.set("contact", company.anaRuiz, {{"job_title", "canary of ben"}}); // not sent yet
        ana.set("contact", company.anaRuiz, {{"job_title", "typed by ana"}});
        ana.sync();
        handToSouth(company);
        ana.sync();
        ben.sync();
        QCOMPARE(ben.inbox().size(), 1U);
        ana.sync();
        QVERIFY(ana.inbox().empty());
        QVERIFY(!mentions(ana, "canary of ben"));
        QVERIFY(ana.agreesWithServer());
    }

private:
    // Acme goes to the south, to carl, while everybody else is offline.
    static void handToSouth(Company& company)
    {
        Laptop& dora = company.laptop("dora");
        dora.set("account", company.acme, {{"territory", "South"}, {"owner", "carl"}});
        dora.sync();
    }
    // In any file of the laptop, free pages and search index included.
    static bool mentions(Laptop& laptop, const char* text)
    {
        must(laptop.replica().connection().execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        const QDir folder(QString::fromStdString(laptop.folder()));
        for (const QString& name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }
    Engines m_engines;
};

QTEST_GUILESS_MAIN(ProposalsTest)
#include "ProposalsTest.moc"
