// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceExplanation.h"
#include "core/sales/PriceLists.h"
#include "core/sales/PromotionCheck.h"
#include "core/store/Outbox.h"
#include "core/store/ReplicaRecords.h"
#include "tests/support/Engines.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QElapsedTimer>
#include <QTest>
#include <ctime>
#include <fstream>

using namespace satchel;
using namespace satchel::test;

/// Price lists with a true server: what is published comes to everybody at once, and never half of it.
class PublishingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void nobodySeesHalfAPriceListHoweverOftenItIsInterrupted_data() { m_engines.rows(); }
    void nobodySeesHalfAPriceListHoweverOftenItIsInterrupted()
    {
        Company company(m_engines.database());
        Laptop& admin = company.laptop("admin");
        Laptop& ana = company.laptop("ana");
        addProducts(admin, 1700);
        import(admin, company, file(1700, 100));
        must(publish(admin, company));
        admin.sync();
        ana.sync();
        const auto before = sheet(ana, company);
        QCOMPARE(before.size(), std::size_t{1701}); // and the pump
        import(admin, company, file(1700, 200));
        const auto made = must(publish(admin, company));
        QVERIFY(made.bulk);
        QVERIFY(sheet(admin, company) != before);                // he sees what he did at once
        for (int part = 0; admin.waiting() > part + 1; ++part) { // each by a program that is then killed
            pushPart(company, admin, part);
            ana.sync();
            QVERIFY(sheet(ana, company) == before);
            QCOMPARE(list(ana, company).newest()->value("number").integer(), std::int64_t{1});
        }
        admin.reopen();
        admin.sync();
        QCOMPARE(admin.waiting(), 0);
        ana.sync();
        QVERIFY(sheet(ana, company) == sheet(admin, company));
        QCOMPARE(list(ana, company).newest()->value("number").integer(), std::int64_t{2});
        for (Laptop* laptop : {&admin, &ana})
            QVERIFY(laptop->agreesWithServer());
    }

    void ofTwoThatPublishAtOnceTheSecondIsRefused_data() { m_engines.rows(); }
    void ofTwoThatPublishAtOnceTheSecondIsRefused()
    {
        Company company(m_engines.database());
        Laptop& first = company.laptop("admin");
        Laptop& second = company.laptop("admin");
        Laptop& ana = company.laptop("ana");
        import(first, company, "code,price\nP-1,11.00\n");
        must(publish(first, company));
        first.sync();
        second.sync();
        import(first, company, "code,price\nP-1,12.00\n");
        import(second, company, "code,price\nP-1,13.00\n");
        QCOMPARE(must(publish(first, company)).number, std::int64_t{2});
        QCOMPARE(must(publish(second, company)).number, std::int64_t{2});
        first.sync();
        second.sync();
        ana.sync();
        for (Laptop* laptop : {&first, &second, &ana}) {
            QCOMPARE(price(*laptop, company), "12.00");
            QCOMPARE(list(*laptop, company).revisions.size(), std::size_t{2});
            QVERIFY(laptop->agreesWithServer());
        }
        QCOMPARE(second.inbox().size(), std::size_t{2}); // the revision and its one price
        for (const InboxItem& item : second.inbox())
            QCOMPARE(item.state, "rejected");
        import(second, company, "code,price\nP-1,13.00\n"); // he looks, and publishes again
        must(publish(second, company));
        second.sync();
        ana.sync();
        QCOMPARE(price(ana, company), "13.00");
    }

    void whoHasReceivedARevisionIsKnownPerDevice_data() { m_engines.rows(); }
    void whoHasReceivedARevisionIsKnownPerDevice()
    {
        Company company(m_engines.database());
        Laptop& admin = company.laptop("admin");
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        import(admin, company, "code,price\nP-1,11.00\n");
        const auto made = must(publish(admin, company));
        const auto early = admin.engine().receipts(made.revision);
        QVERIFY(!early.ok() && early.error().kind == ErrorKind::NotFound);
        admin.sync();
        ana.sync();
        QCOMPARE(have(admin, made.revision), ""); // sent to her, and she has not said that she got it
        ana.sync();
        QCOMPARE(have(admin, made.revision), "ana");
        admin.sync();
        carl.sync();
        carl.sync();
        QCOMPARE(have(admin, made.revision), "admin ana carl");
        admin.set("price_revision", made.revision, {{"notes", "Agreed with sales"}}); // no news for anybody's prices
        admin.sync();
        QCOMPARE(have(admin, made.revision), "admin ana carl");
        const auto refused = ana.engine().receipts(made.revision);
        QVERIFY(!refused.ok() && refused.error().kind == ErrorKind::Forbidden);
        const auto unknown = admin.engine().receipts(company.product);
        QVERIFY(!unknown.ok() && unknown.error().kind == ErrorKind::NotFound);
    }

    void aPriceIsExplainedWithTheListsThatHadNone()
    {
        Company company;
        Laptop& admin = company.laptop("admin");
        const auto add = [&](const char* entity, const Laptop::Fields& fields) { return admin.add(entity, fields); };
        add("company", {{"name", "Satchel"}, {"currency", "EUR"}, {"price_list", "EUR"}});
        const Id north =
            add("price_list", {{"name", "North"}, {"code", "NORTH"}, {"currency", "EUR"}, {"territory", "N"}});
        const Id dollar =
            add("price_list", {{"name", "Gold"}, {"code", "GOLD"}, {"currency", "USD"}, {"segment", "gold"}});
        admin.set("account", company.acme, {{"segment", "gold"}});
        admin.set("price_list", company.priceList, {{"active", "true"}});
        import(admin, company, "code,price,min qty\nP-1,10.00,0\nP-1,9.00,20\n");
        must(publish(admin, company));
        add("price_entry",
            {{"price_list", "NORTH"}, {"product", "P-1"}, {"price", "8.00 EUR"}, {"min_quantity", "100"}});
        const auto made = must(sales::explainPrice(admin.replica(), {.product = company.product,
                                                                     .account = company.acme,
                                                                     .quantity = *Decimal::parse("24"),
                                                                     .currency = "EUR"}));
        QCOMPARE(made.line.listPrice->toString(2), "9.00");
        QCOMPARE(made.chain.size(), std::size_t{3});
        QVERIFY(made.chain[0].list == dollar && made.chain[1].list == north && made.chain[2].list == company.priceList);
        QCOMPARE(made.chain[0].reason, "is in USD and does not serve other currencies");
        QCOMPARE(made.chain[1].reason, "has prices from 100 on only");
        QVERIFY(made.chain[2].gave && made.chain[2].reason.empty());
        QCOMPARE(made.chain[2].revision, std::int64_t{1});
    }

    void promotionsThatClashAreNamedForWhomTheyDo()
    {
        Company company;
        Laptop& admin = company.laptop("admin");
        const auto promote = [&](const char* code, Laptop::Fields fields) {
            fields.insert(fields.end(), {{"name", code}, {"code", code}, {"kind", "percent"}, {"percent", "5"}});
            admin.add("promotion", fields);
        };
        promote("Spring", {{"priority", "1"}, {"valid_from", "2026-12-01"}, {"valid_to", "2027-04-10"}});
        promote("Gold",
                {{"priority", "2"}, {"segments", "[\"gold\"]"}, {"exclusive", "true"}, {"valid_from", "2027-03-01"}});
        QCOMPARE(must(sales::checkPromotions(admin.replica(), {})).size(), std::size_t{0});
        admin.set("account", company.acme, {{"segment", "gold"}});
        const auto clashes = must(sales::checkPromotions(admin.replica(), {}));
        QCOMPARE(clashes.size(), std::size_t{1});
        QCOMPARE(clashes[0].sentence(),
                 "\"Spring\" and \"Gold\" clash for Acme from 2027-03-01 until 2027-04-10: one of them is "
                 "exclusive, so a customer gets only the better one.");
        QCOMPARE(must(sales::checkPromotions(admin.replica(), company.zeta)).size(), std::size_t{0});
        admin.add("entitlement", {{"account", "Acme"}, {"product", "P-1"}, {"kind", "deny"}});
        QCOMPARE(must(sales::checkPromotions(admin.replica(), company.acme)).size(), std::size_t{0});
    }

    // SATCHEL_PRICE_ROWS=100000 QTEST_FUNCTION_TIMEOUT=3600000 measures it, on SQLite.
    void measured()
    {
        const int rows = qEnvironmentVariableIntValue("SATCHEL_PRICE_ROWS");
        if (rows == 0)
            QSKIP("only with SATCHEL_PRICE_ROWS");
        Company company;
        Laptop& admin = company.laptop("admin");
        Laptop& ana = company.laptop("ana");
        addProducts(admin, rows);
        admin.sync();
        ana.sync();
        QElapsedTimer timer;
        std::clock_t before = std::clock();
        const auto tell = [&](const char* what) {
            qInfo("%s: %lld ms, %ld ms of the processor, %ld MB at most", what, timer.restart(),
                  static_cast<long>((std::clock() - before) * 1000 / CLOCKS_PER_SEC), megabytes());
            before = std::clock();
        };
        timer.start();
        import(admin, company, file(rows, 100));
        tell("prices read into a draft");
        must(publish(admin, company));
        tell("published on the laptop");
        admin.sync();
        tell("sent, decided and answered");
        ana.sync();
        tell("at another laptop");
        QCOMPARE(sheet(ana, company).size(), static_cast<std::size_t>(rows) + 1);
        tell("read as a whole");
        import(admin, company, file(rows, 200));
        tell("compared with a second one");
    }

private:
    static void addProducts(Laptop& laptop, int count)
    {
        std::vector<std::vector<Edit>> actions;
        const Entity& type = schema::entity("product");
        for (int i = 0; i < count; ++i) {
            if (i % 500 == 0)
                actions.emplace_back();
            actions.back().push_back({.kind = OperationKind::Create,
                                      .entity = &type,
                                      .id = laptop.replica().environment().newId(),
                                      .values = {{*type.indexOf("name"), Value("Part " + std::to_string(i))},
                                                 {*type.indexOf("code"), Value("N" + std::to_string(i))}}});
        }
        must(laptop.replica().commitAll(actions));
        laptop.sync();
    }
    static std::string file(int count, int cents)
    {
        std::string text = "code,price\nP-1,10\n";
        for (int i = 0; i < count; ++i)
            text += "N" + std::to_string(i) + "," + std::to_string(i + 1) + "." + std::to_string(cents) + "\n";
        return text;
    }
    static void import(Laptop& laptop, Company& company, const std::string& text)
    {
        const auto report = must(
            sales::importPrices(laptop.replica(), company.priceList, must(readTable(text)), {.keepsMissing = true}));
        for (const RejectedRow& row : report.rejected)
            QFAIL(row.reason.c_str());
    }
    static Result<sales::Published> publish(Laptop& laptop, Company& company)
    {
        return sales::publishDraft(laptop.replica(), company.priceList, {});
    }
    static sales::PriceListRecords list(Laptop& laptop, Company& company)
    {
        ReplicaRecords records(laptop.replica().connection());
        return must(sales::readPriceList(records, company.priceList));
    }
    static sales::PriceSheet sheet(Laptop& laptop, Company& company)
    {
        ReplicaRecords records(laptop.replica().connection());
        const auto all = list(laptop, company);
        return must(sales::readSheet(records, all, all.newest() == nullptr ? Id{} : all.newest()->id));
    }
    static std::string price(Laptop& laptop, Company& company)
    {
        return sheet(laptop, company).at(company.product).front().price.toString(2);
    }
    /// Logins of those whose device has it.
    static std::string have(Laptop& laptop, const Id& revision)
    {
        std::set<std::string> logins;
        for (const auto& device : must(laptop.engine().receipts(revision)).devices)
            if (device.received)
                logins.insert(laptop.value("user", device.user, "login"));
        std::string text;
        for (const std::string& login : logins)
            text += (text.empty() ? "" : " ") + login;
        return text;
    }
    // Sends the parts up to this one as the engine would, and no more.
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
    static long megabytes()
    {
        std::ifstream status("/proc/self/status");
        for (std::string line; std::getline(status, line);)
            if (line.starts_with("VmHWM:"))
                return std::stol(line.substr(6)) / 1024;
        return 0;
    }
    Engines m_engines;
};

QTEST_GUILESS_MAIN(PublishingTest)
#include "PublishingTest.moc"
