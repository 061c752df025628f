// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Engines.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>
#include <algorithm>

using namespace satchel;
using namespace satchel::test;

namespace {

// What both laptops must have in common after both have synced, twice where the first one had something for the other.
void settle(Laptop& one, Laptop& other)
{
    one.sync();
    other.sync();
    one.sync();
}

} // namespace

/// Two people work offline on the same customer, both sync. On both database engines.
class TwoLaptopsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    // Its account came into his view as a site of Acme, and then it became Acme's own.
    void aContactThatWasMovedOnAfterItCameIntoViewIsThere_data() { m_engines.rows(); }
    void aContactThatWasMovedOnAfterItCameIntoViewIsThere()
    {
        Company company(m_engines.database());
        Laptop& dora = company.laptop("dora");
        Laptop& ben = company.laptop("ben");
        const Id site = dora.add("account", {{"name", "Site"}, {"territory", company.north.toString()}});
        const Id contact = dora.add("contact", {{"last_name", "Nilsson"}, {"account", site.toString()}});
        dora.sync();
        ben.sync();
        QVERIFY(!ben.has("contact", contact));
        dora.set("account", site, {{"parent", company.acme.toString()}});
        dora.sync();
        dora.set("contact", contact, {{"account", company.acme.toString()}});
        dora.sync();
        QCOMPARE(ben.sync().repaired, 0);
        QCOMPARE(ben.value("contact", contact, "last_name"), "Nilsson");
        QVERIFY(ben.agreesWithServer());
    }

    void bothEditsSurviveWhenTwoPeopleEditDifferentFields_data() { m_engines.rows(); }
    void bothEditsSurviveWhenTwoPeopleEditDifferentFields()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}});
        ben.set("contact", company.anaRuiz, {{"job_title", "Head of purchasing"}});
        settle(ana, ben);
        for (Laptop* laptop : {&ana, &ben}) {
            QCOMPARE(laptop->value("contact", company.anaRuiz, "phone"), "+34 600 1");
            QCOMPARE(laptop->value("contact", company.anaRuiz, "job_title"), "Head of purchasing");
            QVERIFY(laptop->inbox().empty());
            QCOMPARE(laptop->waiting(), 0);
            QVERIFY(laptop->agreesWithServer());
        }
    }

    void theLaterEditWinsWhicheverUploadsLast_data() { m_engines.rows(); }
    void theLaterEditWinsWhicheverUploadsLast()
    {
        for (const bool laterUploadsFirst : {false, true}) {
            Company company(m_engines.database());
            Laptop& ana = company.laptop("ana");
            Laptop& ben = company.laptop("ben");
            ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}});
            company.clock().advance(HandEnvironment::hour);
            ben.set("contact", company.anaRuiz, {{"phone", "+34 600 2"}});
            laterUploadsFirst ? settle(ben, ana) : settle(ana, ben);
            for (Laptop* laptop : {&ana, &ben}) {
                laptop->sync();
                QCOMPARE(laptop->value("contact", company.anaRuiz, "phone"), "+34 600 2");
                const auto items = laptop->inbox();
                QCOMPARE(items.size(), 1U);
                QCOMPARE(items[0].base, "\"+34 91 111 11 11\"");
                QCOMPARE(items[0].state, "open");
                QCOMPARE(items[0].rule, "later_edit");
                QCOMPARE(items[0].a.value, laterUploadsFirst ? "\"+34 600 2\"" : "\"+34 600 1\"");
                QCOMPARE(items[0].b.value, laterUploadsFirst ? "\"+34 600 1\"" : "\"+34 600 2\"");
                QCOMPARE(items[0].kept, laterUploadsFirst ? "a" : "b");
                QVERIFY(laptop->agreesWithServer());
            }
        }
    }

    void takingTheOtherSideSwapsItEverywhere_data() { m_engines.rows(); }
    void takingTheOtherSideSwapsItEverywhere()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}});
        ben.set("contact", company.anaRuiz, {{"phone", "+34 600 2"}});
        settle(ana, ben);
        QVERIFY(ana.replica().takeInbox(ana.inbox()[0].id, 'a').ok());
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 600 1");
        settle(ana, ben);
        QCOMPARE(ben.value("contact", company.anaRuiz, "phone"), "+34 600 1");
        QCOMPARE(ben.inbox()[0].kept, "a");
        QCOMPARE(ana.inbox()[0].state, "taken");
        QCOMPARE(ben.inbox()[0].state, "open");
        QVERIFY(ana.agreesWithServer() && ben.agreesWithServer());
    }

    void takingOneFieldOfAGroupTakesTheGroup_data() { m_engines.rows(); }
    void takingOneFieldOfAGroupTakesTheGroup()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        const Id task =
            ana.add("task", {{"title", "Call"}, {"account", "Acme"}, {"done", "yes"}, {"done_on", "2026-05-01"}});
        settle(ana, ben);
        ana.set("task", task, {{"done", "no"}, {"done_on", ""}});
        company.clock().advance(HandEnvironment::hour);
        ben.set("task", task, {{"done_on", "2026-05-02"}});
        settle(ana, ben);
        const auto told = ana.inbox();
        QCOMPARE(told.size(), 2U); // done, and done_on
        const auto done =
            std::find_if(told.begin(), told.end(), [](const InboxItem& each) { return each.field == "done"; });
        QVERIFY(done != told.end());
        must(ana.replica().takeInbox(done->id, 'a'));
        settle(ana, ben);
        for (Laptop* laptop : {&ana, &ben}) {
            QCOMPARE(laptop->value("task", task, "done"), "false");
            QCOMPARE(laptop->value("task", task, "done_on"), "");
            QVERIFY(laptop->agreesWithServer());
        }
        for (const InboxItem& item : ana.inbox())
            QCOMPARE(item.state, "taken");
    }

    void notesOfBothAreKeptWhenTheyWroteInDifferentPlaces_data() { m_engines.rows(); }
    void notesOfBothAreKeptWhenTheyWroteInDifferentPlaces()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        ana.set("contact", company.anaRuiz, {{"notes", "one\ntwo\nthree"}});
        settle(ana, ben);
        ana.set("contact", company.anaRuiz, {{"notes", "ONE\ntwo\nthree"}});
        ana.set("contact", company.anaRuiz, {{"notes", "ONE!\ntwo\nthree"}});
        ben.set("contact", company.anaRuiz, {{"notes", "one\ntwo\nTHREE"}});
        ben.set("contact", company.anaRuiz, {{"notes", "one\ntwo\nTHREE!"}});
        settle(ana, ben);
        QCOMPARE(ana.value("contact", company.anaRuiz, "notes"), "ONE!\ntwo\nTHREE!");
        QCOMPARE(ben.value("contact", company.anaRuiz, "notes"), "ONE!\ntwo\nTHREE!");
        QVERIFY(ana.agreesWithServer() && ben.agreesWithServer());
    }

    void timelineEntriesAndTagsOfBothAreKept_data() { m_engines.rows(); }
    void timelineEntriesAndTagsOfBothAreKept()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        ana.set("account", company.acme, {{"timeline", "Ana called"}, {"tags", R"(["a","b"])"}});
        ben.set("account", company.acme, {{"timeline", "Ben called"}, {"tags", R"(["b","c"])"}});
        settle(ana, ben);
        const std::string timeline = ana.value("account", company.acme, "timeline");
        QCOMPARE(ben.value("account", company.acme, "timeline"), timeline);
        QVERIFY(timeline.find("Ana called") < timeline.find("Ben called"));
        QCOMPARE(ana.value("account", company.acme, "tags"), ben.value("account", company.acme, "tags"));
        QCOMPARE(ana.value("account", company.acme, "tags").size(), std::string(R"(["a","b","c"])").size());
        QVERIFY(ana.agreesWithServer() && ben.agreesWithServer());
    }

    void aLostReplyIsNotAppliedTwice_data() { m_engines.rows(); }
    void aLostReplyIsNotAppliedTwice()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        ana.set("account", company.acme, {{"timeline", "Called once"}});
        ana.line().losesReplies = 1;
        QVERIFY(!ana.trySync().ok());
        QCOMPARE(ana.waiting(), 1);
        ana.reopen();
        settle(ana, ben);
        const std::string timeline = ben.value("account", company.acme, "timeline");
        QVERIFY(timeline.find("Called once") != std::string::npos);
        QCOMPARE(timeline.find("Called once"), timeline.rfind("Called once"));
        QCOMPARE(ana.waiting(), 0);
        QVERIFY(ana.agreesWithServer());
    }

    void movingAnAccountMovesItWithItsChildren_data() { m_engines.rows(); }
    void movingAnAccountMovesItWithItsChildren()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        Laptop& dora = company.laptop("dora");
        QVERIFY(!carl.has("account", company.acme) && !carl.has("contact", company.anaRuiz));
        QVERIFY(carl.labels("contact", "ruiz").empty());
        dora.set("account", company.acme, {{"territory", "South"}});
        settle(dora, carl);
        ana.sync();
        QVERIFY(!ana.has("account", company.acme) && !ana.has("contact", company.anaRuiz) &&
                !ana.has("contact", company.boLee));
        QVERIFY(ana.labels("contact", "ruiz").empty());
        QCOMPARE(ana.count("activity"), 0);
        QVERIFY(carl.has("account", company.acme) && carl.has("contact", company.anaRuiz) &&
                carl.has("contact", company.boLee));
        QCOMPARE(carl.count("activity"), 1);
        QCOMPARE(carl.labels("contact", "ruiz"), std::vector<std::string>{"Ana Ruiz"});
        QVERIFY(ana.agreesWithServer() && carl.agreesWithServer() && dora.agreesWithServer());
    }

    void everyRoleSeesItsScopesAndNothingElse_data() { m_engines.rows(); }
    void everyRoleSeesItsScopesAndNothingElse()
    {
        Company company(m_engines.database());
        struct Expected {
            const char* login;
            bool acme, zeta, anaRuiz, activity;
        };
        for (const Expected& each :
             {Expected{"ana", true, false, true, true}, Expected{"carl", false, true, false, false},
              Expected{"ben", true, false, true, true}, Expected{"dora", true, true, true, true},
              Expected{"ines", false, false, false, false}, Expected{"mia", true, true, true, false},
              Expected{"admin", true, true, true, true}}) {
            Laptop& laptop = company.laptop(each.login);
            QCOMPARE(laptop.has("account", company.acme), each.acme);
            QCOMPARE(laptop.has("account", company.zeta), each.zeta);
            QCOMPARE(laptop.has("contact", company.anaRuiz), each.anaRuiz);
            QCOMPARE(laptop.count("activity") == 1, each.activity);
            QCOMPARE(laptop.count("product"), 1);
            QCOMPARE(laptop.count("user"), 7);
            QVERIFY(laptop.agreesWithServer());
        }
    }

    void anEditThatHadNotSeenTheDeleteRevivesTheContact_data() { m_engines.rows(); }
    void anEditThatHadNotSeenTheDeleteRevivesTheContact()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        ana.remove("contact", company.anaRuiz);
        ben.set("contact", company.anaRuiz, {{"phone", "+34 600 2"}});
        settle(ana, ben);
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 600 2");
        QCOMPARE(ben.value("contact", company.anaRuiz, "phone"), "+34 600 2");
        QVERIFY(!ana.inbox().empty()); // the deleter is told
        QVERIFY(ana.agreesWithServer() && ben.agreesWithServer());
    }

    void aProfileFollowsItsServerToANewAddressButNotToAnotherCompany_data() { m_engines.rows(); }
    void aProfileFollowsItsServerToANewAddressButNotToAnotherCompany()
    {
        Company company(m_engines.database());
        Company other({}, 2);
        Laptop& ana = company.laptop("ana");
        QVERIFY(ana.engine().login("http://127.0.0.1:2", "ana", "demo", "moved").ok());
        QCOMPARE((*must(ana.replica().identity())).server, "http://127.0.0.1:2");
        QVERIFY(ana.trySync().ok());
        other.laptop("ana");
        LoopbackConversation elsewhere(other.service());
        Engine stranger(ana.replica(), elsewhere);
        const Status refused = stranger.login("http://127.0.0.1:3", "ana", "demo", "stranger");
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE((*must(ana.replica().identity())).server, "http://127.0.0.1:2");
        QVERIFY(!stranger.login("http://127.0.0.1:2", "carl", "demo", "another user").ok());
    }

    void aRefusedEditIsUndoneAndExplained_data() { m_engines.rows(); }
    void aRefusedEditIsUndoneAndExplained()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        Laptop& admin = company.laptop("admin");
        admin.set("user", company.id("ana"), {{"role", "marketing"}});
        admin.sync();
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 9"}}); // she may only read now, and does not know yet
        const SyncReport report = ana.sync();
        QCOMPARE(report.rejected, 1);
        QCOMPARE(ana.waiting(), 0);
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 91 111 11 11");
        QCOMPARE(ana.inbox().size(), 1U);
        QCOMPARE(ana.inbox()[0].b.value, "\"+34 600 9\""); // what she typed stays readable
        QCOMPARE(ana.inbox()[0].state, "rejected");
        dora.sync();
        QCOMPARE(dora.value("contact", company.anaRuiz, "phone"), "+34 91 111 11 11");
        QVERIFY(ana.agreesWithServer());
    }

private:
    Engines m_engines;
};

QTEST_GUILESS_MAIN(TwoLaptopsTest)
#include "TwoLaptopsTest.moc"
