// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Engines.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

/// Two records turn out to be one: they are merged, edits made elsewhere meanwhile find the one that stays, and the
/// merge can be taken back.
class DuplicatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void editsOfTheOneThatGoesFindTheOneThatStays_data() { m_engines.rows(); }
    void editsOfTheOneThatGoesFindTheOneThatStays()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        const Id twin = ana.add("contact", {{"last_name", "Ruíz"}, {"account", "Acme"}, {"mobile", "+34 7"}});
        const Id task = ana.add("task", {{"title", "Call"}, {"contact", twin.toString()}});
        ana.sync();
        ben.sync();
        merge(ana, "contact", twin, company.anaRuiz, {{"mobile", "+34 7"}});
        QVERIFY(!ana.has("contact", twin));
        ben.set("contact", twin, {{"job_title", "Buyer"}}); // he does not know yet
        const Id visit = ben.add("activity", {{"kind", "visit"}, {"subject", "Lunch"}, {"contact", twin.toString()}});
        settle(ana, ben);
        for (Laptop* laptop : {&ana, &ben}) {
            QVERIFY(!laptop->has("contact", twin));
            QCOMPARE(laptop->value("contact", company.anaRuiz, "mobile"), "+34 7");
            QCOMPARE(laptop->value("contact", company.anaRuiz, "job_title"), "Buyer");
            QCOMPARE(laptop->value("contact", company.anaRuiz, "last_name"), "Ruiz");
            QCOMPARE(laptop->value("task", task, "contact"), company.anaRuiz.toString());
            QCOMPARE(laptop->value("activity", visit, "contact"), company.anaRuiz.toString());
            QCOMPARE(laptop->waiting(), 0);
            QVERIFY(laptop->agreesWithServer());
        }
    }

    void whatHungOnItHangsOnTheOtherAtOnce()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        const Id twin = ana.add("account", {{"name", "ACME Inc."}});
        const Id person = ana.add("contact", {{"last_name", "Sol"}, {"account", twin.toString()}});
        ana.sync();
        const Id task = ana.add("task", {{"title", "Call"}, {"account", twin.toString()}}); // not sent yet
        const Id site = ana.add("account", {{"name", "ACME South"}, {"parent", twin.toString()}});
        merge(ana, "account", twin, company.acme, {});
        QVERIFY(!ana.has("account", twin)); // still without a signal
        QCOMPARE(ana.value("contact", person, "account"), company.acme.toString());
        QCOMPARE(ana.value("task", task, "account"), company.acme.toString());
        QCOMPARE(ana.value("account", site, "parent"), company.acme.toString());
        unmerge(ana, "account", twin);
        QVERIFY(ana.has("account", twin));
        QCOMPARE(ana.value("contact", person, "account"), twin.toString());
        QCOMPARE(ana.value("task", task, "account"), twin.toString());
        QCOMPARE(ana.value("account", site, "parent"), twin.toString());
        merge(ana, "account", twin, company.acme, {});
        ana.set("contact", person, {{"job_title", "Buyer"}}); // goes on working with them
        ana.reopen();
        QCOMPARE(ana.value("contact", person, "account"), company.acme.toString());
        ana.sync();
        ana.sync();
        QCOMPARE(ana.value("contact", person, "account"), company.acme.toString());
        QCOMPARE(ana.value("contact", person, "job_title"), "Buyer");
        QCOMPARE(ana.value("task", task, "account"), company.acme.toString());
        QCOMPARE(ana.value("account", site, "parent"), company.acme.toString());
        QCOMPARE(ana.waiting(), 0);
        QVERIFY(ana.inbox().empty());
        QVERIFY(ana.agreesWithServer());
    }

    void aMergeThatIsRefusedLeavesEverythingWhereItWas()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        const Id twin = ana.add("contact", {{"last_name", "Ruíz"}, {"account", "Acme"}});
        const Id task = ana.add("task", {{"title", "Call"}, {"contact", twin.toString()}});
        ana.sync();
        ben.sync();
        ben.remove("contact", company.anaRuiz);
        ben.sync();
        merge(ana, "contact", twin, company.anaRuiz, {});
        QCOMPARE(ana.value("task", task, "contact"), company.anaRuiz.toString());
        settle(ana, ben);
        QVERIFY(ana.has("contact", twin));
        QCOMPARE(ana.value("task", task, "contact"), twin.toString());
        QCOMPARE(ana.inbox().size(), 1U);
        QVERIFY(ana.agreesWithServer());
    }

    void twoPeopleMergeTheSameTwo_data()
    {
        QTest::addColumn<bool>("sameWay");
        QTest::newRow("both into the older one") << true;
        QTest::newRow("each into the other's loser") << false;
    }
    void twoPeopleMergeTheSameTwo()
    {
        QFETCH(bool, sameWay);
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        const Id twin = ana.add("contact", {{"last_name", "Ruíz"}, {"account", "Acme"}});
        const Id anas = ana.add("task", {{"title", "Call"}, {"contact", twin.toString()}});
        ana.sync();
        ben.sync();
        const Id bens = ben.add("activity", {{"kind", "visit"}, {"subject", "Lunch"}, {"contact", twin.toString()}});
        merge(ana, "contact", twin, company.anaRuiz, {{"mobile", "+34 7"}});
        if (sameWay)
            merge(ben, "contact", twin, company.anaRuiz, {{"job_title", "Buyer"}});
        else
            merge(ben, "contact", company.anaRuiz, twin, {{"job_title", "Buyer"}});
        settle(ana, ben);
        ben.sync();
        for (Laptop* laptop : {&ana, &ben}) {
            QVERIFY(laptop->has("contact", company.anaRuiz)); // ana came first
            QVERIFY(!laptop->has("contact", twin));
            QCOMPARE(laptop->value("contact", company.anaRuiz, "mobile"), "+34 7");
            QCOMPARE(laptop->value("contact", company.anaRuiz, "job_title"), "Buyer");
            QCOMPARE(laptop->value("task", anas, "contact"), company.anaRuiz.toString());
            QCOMPARE(laptop->value("activity", bens, "contact"), company.anaRuiz.toString());
            QCOMPARE(laptop->waiting(), 0);
            QVERIFY(laptop->agreesWithServer());
            for (const InboxItem& item : laptop->inbox())
                QVERIFY(item.state != "rejected"); // nobody is told that his merge was in vain
        }
    }

    void threeAreOneWhoeverMergedWhich()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        const Id second = ana.add("contact", {{"last_name", "Ruíz"}, {"account", "Acme"}});
        const Id third = ana.add("contact", {{"last_name", "Ruis"}, {"account", "Acme"}});
        const Id task = ana.add("task", {{"title", "Call"}, {"contact", third.toString()}});
        ana.sync();
        ben.sync();
        merge(ana, "contact", second, company.anaRuiz, {});
        merge(ben, "contact", third, second, {}); // which ana has just merged away
        settle(ana, ben);
        ben.sync();
        for (Laptop* laptop : {&ana, &ben}) {
            QVERIFY(laptop->has("contact", company.anaRuiz));
            QVERIFY(!laptop->has("contact", second));
            QVERIFY(!laptop->has("contact", third));
            QCOMPARE(laptop->value("task", task, "contact"), company.anaRuiz.toString());
            QVERIFY(laptop->agreesWithServer());
        }
    }

    void aMergeIsTakenBackButForWhatWasTouchedSince_data() { m_engines.rows(); }
    void aMergeIsTakenBackButForWhatWasTouchedSince()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        const Id twin = ana.add("contact", {{"last_name", "Ruíz"}, {"account", "Acme"}});
        const Id untouched = ana.add("task", {{"title", "Call"}, {"contact", twin.toString()}});
        const Id touched = ana.add("task", {{"title", "Write"}, {"contact", twin.toString()}});
        merge(ana, "contact", twin, company.anaRuiz, {});
        settle(ana, ben);
        ben.set("task", touched, {{"contact", company.boLee.toString()}});
        ben.sync();
        must(ana.replica().commit(
            {Edit{.kind = OperationKind::Unmerge, .entity = &schema::entity("contact"), .id = twin}}));
        settle(ana, ben);
        for (Laptop* laptop : {&ana, &ben}) {
            QCOMPARE(laptop->value("contact", twin, "last_name"), "Ruíz");
            QVERIFY(laptop->has("contact", company.anaRuiz));
            QCOMPARE(laptop->value("task", untouched, "contact"), twin.toString());
            QCOMPARE(laptop->value("task", touched, "contact"), company.boLee.toString());
            QVERIFY(laptop->agreesWithServer());
        }
        ben.set("contact", twin, {{"phone", "+34 8"}}); // and is a record of its own again
        settle(ben, ana);
        QCOMPARE(ana.value("contact", twin, "phone"), "+34 8");
    }

    void anAccountTakesItsPeopleAlong_data() { m_engines.rows(); }
    void anAccountTakesItsPeopleAlong()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        const Id twin = ana.add("account", {{"name", "ACME Inc."}});
        const Id contact = ana.add("contact", {{"last_name", "Hidden"}, {"account", twin.toString()}});
        merge(ana, "account", twin, company.acme, {});
        ana.sync();
        QVERIFY(!ana.has("account", twin));
        QCOMPARE(ana.value("contact", contact, "account"), company.acme.toString());
        QVERIFY(ana.agreesWithServer());
        QVERIFY(ana.inbox().empty());
    }

    void nobodyMergesWithWhatHeDoesNotSee_data() { m_engines.rows(); }
    void nobodyMergesWithWhatHeDoesNotSee()
    {
        Company company(m_engines.database());
        Laptop& carl = company.laptop("carl");
        Laptop& ana = company.laptop("ana");
        const Id mine = carl.add("account", {{"name", "Mine"}});
        carl.sync();
        QVERIFY(!carl.replica()
                     .commit({Edit{.kind = OperationKind::Merge,
                                   .entity = &schema::entity("account"),
                                   .id = company.acme,
                                   .other = mine}})
                     .ok());
        must(carl.replica().commit(
            {Edit{.kind = OperationKind::Unmerge, .entity = &schema::entity("account"), .id = company.acme}}));
        carl.sync();
        ana.sync();
        QVERIFY(ana.has("account", company.acme));
        QVERIFY(carl.has("account", mine));
    }

    void aSecondContactWithTheSameMailIsACandidate_data() { m_engines.rows(); }
    void aSecondContactWithTheSameMailIsACandidate()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        ana.set("contact", company.anaRuiz, {{"email", "ruiz@acme.example"}});
        ana.sync();
        const Id second =
            ana.add("contact", {{"last_name", "Ruiz"}, {"account", "Acme"}, {"email", "ruiz@acme.example"}});
        ana.sync();
        QVERIFY(ana.has("contact", second)); // it is accepted
        QCOMPARE(ana.inbox().size(), 1U);
        QCOMPARE(ana.inbox()[0].rule, "duplicate");
        QCOMPARE(ana.inbox()[0].row.id, second);
        QVERIFY(ana.inbox()[0].a.value.find(company.anaRuiz.toString()) != std::string::npos);
        carl.add("contact", {{"last_name", "Ruiz"}, {"account", "Zeta"}, {"email", "ruiz@acme.example"}});
        carl.sync();
        QVERIFY(carl.inbox().empty()); // he does not learn of people he may not see
        for (Laptop* laptop : {&ana, &carl})
            QVERIFY(laptop->agreesWithServer());
    }

private:
    static void merge(Laptop& laptop, const char* entity, const Id& loser, const Id& survivor,
                      const Laptop::Fields& fields)
    {
        const Entity& type = schema::entity(entity);
        std::vector<Edit> edits = {{.kind = OperationKind::Merge, .entity = &type, .id = loser, .other = survivor}};
        Edit chosen{.kind = OperationKind::Update, .entity = &type, .id = survivor};
        for (const auto& [field, value] : fields)
            chosen.values.emplace_back(*type.indexOf(field), Value(value));
        if (!fields.empty())
            edits.push_back(chosen);
        must(laptop.replica().commit(edits));
    }
    static void unmerge(Laptop& laptop, const char* entity, const Id& loser)
    {
        must(laptop.replica().commit(
            {Edit{.kind = OperationKind::Unmerge, .entity = &schema::entity(entity), .id = loser}}));
    }
    static void settle(Laptop& one, Laptop& other)
    {
        one.sync();
        other.sync();
        one.sync();
    }
    Engines m_engines;
};

QTEST_GUILESS_MAIN(DuplicatesTest)
#include "DuplicatesTest.moc"
