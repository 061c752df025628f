// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Decimal.h"
#include "core/store/Outbox.h"
#include "tests/support/Engines.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

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
        must(admin.replica().commitBulk(prices(company, 1700)));
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
        const Id bulk = must(admin.replica().commitBulk(prices(company, 1200)));
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
        const Id sent = must(admin.replica().commitBulk(prices(company, 600)));
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
        must(admin.replica().commitBulk(prices(company, 1200)));
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
        const auto edits = prices(company, rows);
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
    static std::vector<Edit> prices(Company& company, int count)
    {
        const Entity& type = schema::entity("price_entry");
        std::vector<Edit> edits;
        for (int i = 0; i < count; ++i)
            edits.push_back({.kind = OperationKind::Create,
                             .entity = &type,
                             .id = company.clock().newId(),
                             .values = {{*type.indexOf("price_list"), Value(company.priceList)},
                                        {*type.indexOf("product"), Value(company.product)},
                                        {*type.indexOf("min_quantity"), Value((i + 1) * Decimal::scale)},
                                        {*type.indexOf("price"), Value(std::to_string(i + 1) + ".00 EUR")}}});
        return edits;
    }
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
    Engines m_engines;
};

QTEST_GUILESS_MAIN(BulkTest)
#include "BulkTest.moc"
