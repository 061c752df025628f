// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Decimal.h"
#include "core/store/Outbox.h"
#include "sync/server/HeldBack.h"
#include "tests/support/Engines.h"
#include "tests/support/world/Accounts.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"
#include "tests/support/world/Prices.h"

#include <QElapsedTimer>
#include <QTest>

using namespace satchel;
using namespace satchel::test;

/// A price list of very many entries is one action: nobody ever sees half of it, however often it is interrupted.
class BulkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void nobodySeesHalfAPriceList_data() { m_engines.rows(); }
    void nobodySeesHalfAPriceList()
    {
        Company company(m_engines.database());
        Laptop& admin = company.laptop("admin");
        Laptop& ana = company.laptop("ana");
        must(admin.replica().commitBulk(newPrices(company, 1700)));
        QCOMPARE(admin.count("price_entry"), 1701); // he sees what he did at once
        QCOMPARE(admin.waiting(), 4);
        for (const int part : {0, 1, 2}) { // three parts get through, each by a program that is then killed
            pushPart(company, admin, part);
            ana.sync();
            QCOMPARE(ana.count("price_entry"), 1);
        }
        admin.sync();
        QCOMPARE(admin.waiting(), 0);
        QVERIFY(must(admin.replica().outbox()).empty());
        ana.sync();
        for (Laptop* laptop : {&admin, &ana}) {
            QCOMPARE(laptop->count("price_entry"), 1701);
            QVERIFY(laptop->agreesWithServer());
        }
    }

    void aPriceListIsTakenBackBeforeAllOfItWasSent_data() { m_engines.rows(); }
    void aPriceListIsTakenBackBeforeAllOfItWasSent()
    {
        Company company(m_engines.database());
        Laptop& admin = company.laptop("admin");
        Laptop& ana = company.laptop("ana");
        const Id bulk = must(admin.replica().commitBulk(newPrices(company, 1200)));
        pushPart(company, admin, 0);
        must(admin.replica().cancelBulk(bulk));
        QCOMPARE(admin.count("price_entry"), 1);
        const Id product = admin.add("product", {{"name", "Valve"}});
        admin.sync();
        ana.sync();
        QVERIFY(must(admin.replica().outbox()).empty());
        QVERIFY(admin.inbox().empty());
        for (Laptop* laptop : {&admin, &ana}) {
            QCOMPARE(laptop->count("price_entry"), 1);
            QVERIFY(laptop->has("product", product));
            QVERIFY(laptop->agreesWithServer());
        }
        const Id sent = must(admin.replica().commitBulk(newPrices(company, 600)));
        admin.sync();
        QVERIFY(!admin.replica().cancelBulk(sent).ok());
    }

    void aRefusedPartRefusesTheWhole_data() { m_engines.rows(); }
    void aRefusedPartRefusesTheWhole()
    {
        Company company(m_engines.database());
        Laptop& admin = company.laptop("admin");
        Laptop& dora = company.laptop("dora");
        Laptop& ana = company.laptop("ana");
        must(admin.replica().commitBulk(newPrices(company, 1200)));
        Laptop& other = company.laptop("admin");
        other.set("user", company.id("ben"), {{"role", "administrator"}}); // somebody must be
        other.set("user", company.id("admin"), {{"role", "salesperson"}}); // he loses the right to it meanwhile
        other.sync();
        admin.sync();
        ana.sync();
        dora.sync();
        QCOMPARE(ana.count("price_entry"), 1);
        QCOMPARE(admin.count("price_entry"), 1);
        QVERIFY(must(admin.replica().outbox()).empty());
        QCOMPARE(admin.inbox().size(), 1U);
        QCOMPARE(admin.inbox()[0].state, "rejected");
    }

    void aLaptopThatWasCopiedBetweenTwoPartsPublishesTheWhole_data() { m_engines.rows(); }
    void aLaptopThatWasCopiedBetweenTwoPartsPublishesTheWhole()
    {
        Company company(m_engines.database());
        Laptop& admin = company.laptop("admin");
        Laptop& ana = company.laptop("ana");
        Laptop& copy = company.copyOf(admin);
        must(admin.replica().commitBulk(newPrices(company, 1200)));
        pushPart(company, admin, 0); // and this one stays with the identity that both had
        const Id product = copy.add("product", {{"name", "Valve"}});
        copy.sync();
        admin.sync();
        admin.sync();
        ana.sync();
        copy.sync();
        QVERIFY(must(admin.replica().outbox()).empty());
        for (Laptop* laptop : {&admin, &ana, &copy}) {
            QCOMPARE(laptop->count("price_entry"), 1201);
            QVERIFY(laptop->has("product", product));
            QCOMPARE(laptop->waiting(), 0);
            QVERIFY(laptop->agreesWithServer());
        }
    }

    // A third copy has forked the chain, so that both of the others send all of it under identities of their own.
    void twoCopiesSendALargeActionAndItCountsOnce_data() { m_engines.rows(); }
    void twoCopiesSendALargeActionAndItCountsOnce()
    {
        Company company(m_engines.database());
        Laptop& admin = company.laptop("admin");
        Laptop& third = company.copyOf(admin);
        third.add("product", {{"name", "Valve"}});
        third.sync();
        must(admin.replica().commitBulk(newPrices(company, 1200)));
        Laptop& copy = company.copyOf(admin);
        admin.engine().pushBytes = 1;
        losesPushesAfter(admin, 2); // the first is what tells it that the chain was forked
        QVERIFY(!admin.trySync().ok());
        admin.line().carrier = {};
        copy.sync();
        QCOMPARE(copy.count("price_entry"), 1201);
        for (int round = 0; round < 2; ++round)
            for (Laptop* laptop : {&admin, &copy, &third})
                laptop->sync();
        for (Laptop* laptop : {&admin, &copy, &third}) {
            QCOMPARE(laptop->count("price_entry"), 1201);
            QVERIFY(must(laptop->replica().outbox()).empty());
            QVERIFY(laptop->inbox().empty());
            QVERIFY(laptop->agreesWithServer());
        }
    }

    void whatIsTakenBackUnderANewIdentityIsTakenBackWhole_data() { m_engines.rows(); }
    void whatIsTakenBackUnderANewIdentityIsTakenBackWhole()
    {
        Company company(m_engines.database());
        Laptop& admin = company.laptop("admin");
        Laptop& copy = company.copyOf(admin);
        const Id bulk = must(admin.replica().commitBulk(newPrices(company, 1200)));
        pushPart(company, admin, 0);
        copy.add("product", {{"name", "Valve"}});
        copy.sync();
        losesPushesAfter(admin, 1);
        QVERIFY(!admin.trySync().ok()); // it has got its new identity, and sent nothing under it
        admin.line().carrier = {};
        must(admin.replica().cancelBulk(bulk));
        admin.sync();
        admin.sync();
        QCOMPARE(admin.count("price_entry"), 1);
        QVERIFY(must(admin.replica().outbox()).empty());
        QVERIFY(admin.inbox().empty());
        QVERIFY(admin.agreesWithServer());
    }

    void aLargeActionBehindAChangeThatWaitsHasItsTurn_data() { m_engines.rows(); }
    void aLargeActionBehindAChangeThatWaitsHasItsTurn()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        const auto accounts = addAccounts(ana, 60);
        ana.sync();
        const Entity& account = schema::entity("account");
        const auto nextStep = [&](const char* text) {
            return Edit{.kind = OperationKind::Update,
                        .entity = &account,
                        .id = company.acme,
                        .values = {{*account.indexOf("next_step"), Value(text)}}};
        };
        auto edits = deletionsOf(accounts);
        edits.push_back(nextStep("Tidy up"));
        must(ana.replica().commit(edits));
        const Entity& contact = schema::entity("contact");
        const Entity& activity = schema::entity("activity");
        const Id made = company.clock().newId();
        const Id visit = company.clock().newId();
        // The visit in the last part is with the contact in the first one.
        must(ana.replica().commitBulk({{.kind = OperationKind::Create,
                                        .entity = &contact,
                                        .id = made,
                                        .values = {{*contact.indexOf("last_name"), Value("New")},
                                                   {*contact.indexOf("account"), Value(company.acme)}}},
                                       nextStep("Visit"),
                                       {.kind = OperationKind::Create,
                                        .entity = &activity,
                                        .id = visit,
                                        .values = {{*activity.indexOf("kind"), Value("visit")},
                                                   {*activity.indexOf("subject"), Value("First visit")},
                                                   {*activity.indexOf("contact"), Value(made)}}}},
                                      1));
        ana.sync();
        QCOMPARE(must(ana.replica().outbox()).size(), 4U);
        server::HeldBack held(company.database(), company.clock());
        must(held.refuse(must(held.fuses())[0].id));
        ana.sync();
        QVERIFY(must(ana.replica().outbox()).empty());
        QVERIFY(ana.has("contact", made));
        QVERIFY(ana.has("activity", visit));
        QCOMPARE(ana.value("account", company.acme, "next_step"), "Visit");
        QVERIFY(ana.agreesWithServer());
    }

    void whatAnAdministratorRefusesOfALargeActionIsAllOfIt_data() { m_engines.rows(); }
    void whatAnAdministratorRefusesOfALargeActionIsAllOfIt()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        const auto accounts = addAccounts(ana, 60);
        ana.sync();
        must(ana.replica().commitBulk(deletionsOf(accounts), 20));
        ana.sync();
        QCOMPARE(ana.count("account"), 1);
        QCOMPARE(must(ana.replica().outbox()).size(), 3U);
        server::HeldBack held(company.database(), company.clock());
        must(held.refuse(must(held.fuses())[0].id));
        ana.sync();
        QVERIFY(must(ana.replica().outbox()).empty());
        QCOMPARE(ana.count("account"), 61);
        QVERIFY(ana.agreesWithServer());
    }

    // SATCHEL_BULK_ROWS=300000 measures it, on SQLite.
    void measured()
    {
        const int rows = qEnvironmentVariableIntValue("SATCHEL_BULK_ROWS");
        if (rows == 0)
            QSKIP("only with SATCHEL_BULK_ROWS");
        Company company;
        Laptop& admin = company.laptop("admin");
        Laptop& ana = company.laptop("ana");
        QElapsedTimer timer;
        timer.start();
        const auto edits = newPrices(company, rows);
        timer.restart();
        must(admin.replica().commitBulk(edits));
        qInfo("%d rows sealed on the laptop: %lld ms", rows, timer.restart());
        admin.sync();
        qInfo("sent, published and answered: %lld ms", timer.restart());
        ana.sync();
        qInfo("at another laptop: %lld ms", timer.restart());
        QCOMPARE(ana.count("price_entry"), rows + 1);
        QVERIFY(ana.agreesWithServer());
    }

private:
    // Sends one part as the engine would, and no more.
    static void pushPart(Company& company, Laptop& laptop, int part)
    {
        const auto identity = *must(laptop.replica().identity());
        Outbox outbox(laptop.replica());
        auto batch = must(outbox.next(must(outbox.firstWaiting()), 1 << 20));
        PushRequest request{.history = identity.history,
                            .incarnation = identity.incarnation,
                            .previous = batch.previous,
                            .changes = {batch.bodies.begin(), batch.bodies.begin() + part + 1}};
        must(company.service().push(laptop.engine().token(), request));
    }
    // Of the pushes that follow only so many arrive.
    static void losesPushesAfter(Laptop& laptop, int arriving)
    {
        laptop.line().carrier = [arriving](std::string_view call, const Bytes& question, const auto& serve) mutable {
            using Answer = LoopbackConversation::Answer;
            return call == "push" && arriving-- <= 0 ? std::optional<Answer>() : std::optional(serve(question));
        };
    }
    Engines m_engines;
};

QTEST_GUILESS_MAIN(BulkTest)
#include "BulkTest.moc"
