// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Engines.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

/// Deleting is a deed that can be taken back: by undo, by somebody's edit that had not seen it, by answering the inbox.
class DeletionsTest : public QObject {
    Q_OBJECT

    // The sums fitted at once: nothing had to be repaired.
    static bool hadNoIncident(Laptop& laptop)
    {
        return must(laptop.replica().connection().integer("SELECT count(*) FROM incident")) == 0;
    }

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void aDeletedRecordComesBackUnderItsIdWithItsHistory_data() { m_engines.rows(); }
    void aDeletedRecordComesBackUnderItsIdWithItsHistory()
    {
        for (const bool deletionWasSynced : {false, true}) {
            Company company(m_engines.database());
            Laptop& ana = company.laptop("ana");
            Laptop& ben = company.laptop("ben");
            ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}, {"tags", "vip"}});
            ana.sync();
            ben.sync();
            ana.remove("contact", company.anaRuiz);
            if (deletionWasSynced) {
                ana.sync();
                ben.sync();
                QVERIFY(!ben.has("contact", company.anaRuiz));
            }
            must(ana.tryEdit(OperationKind::Create, "contact", company.anaRuiz,
                             {{"first_name", "Ana"},
                              {"last_name", "Ruiz"},
                              {"account", "Acme"},
                              {"phone", "+34 600 1"},
                              {"owner", ""}}));
            QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 600 1");
            ana.sync();
            ben.sync();
            for (Laptop* laptop : {&ana, &ben}) {
                QCOMPARE(laptop->value("contact", company.anaRuiz, "phone"), "+34 600 1");
                QCOMPARE(laptop->value("contact", company.anaRuiz, "account"), company.acme.toString());
                QCOMPARE(laptop->value("contact", company.anaRuiz, "tags"),
                         "[\"vip\"]"); // what was not named is as it was
                const auto history = laptop->history("contact", company.anaRuiz);
                QCOMPARE(countRule(history, "deleted"), 1);
                QCOMPARE(countRule(history, "revived"), 1);
                QCOMPARE(countRule(history, "set"), 2); // the edits of before are still there
                QVERIFY(laptop->inbox().empty());
                QCOMPARE(laptop->waiting(), 0);
                QVERIFY(hadNoIncident(*laptop) && laptop->agreesWithServer());
            }
        }
    }

    void whatIHaveDeletedAndBringBackIsWholeAtOnce_data() { m_engines.rows(); }
    void whatIHaveDeletedAndBringBackIsWholeAtOnce()
    {
        Company company(m_engines.database());
        Laptop& dora = company.laptop("dora");
        Laptop& other = company.laptop("dora"); // her second laptop
        dora.set("account", company.zeta, {{"phone", "+34 600 1"}});
        dora.sync();
        dora.remove("account", company.zeta);
        dora.sync();
        other.sync();
        QVERIFY(!dora.has("contact", company.cleoDiaz));
        must(dora.tryEdit(OperationKind::Create, "account", company.zeta, {{"name", "Zeta"}, {"territory", "South"}}));
        must(dora.tryEdit(OperationKind::Create, "contact", company.cleoDiaz,
                          {{"last_name", "Diaz"}, {"account", company.zeta.toString()}}));
        for (Laptop* laptop : {&dora, &other}) {
            laptop->sync();
            QCOMPARE(laptop->value("account", company.zeta, "phone"), "+34 600 1"); // not named, and as it was
            QCOMPARE(laptop->value("contact", company.cleoDiaz, "first_name"), "Cleo");
            QVERIFY(hadNoIncident(*laptop) && laptop->agreesWithServer());
        }
    }

    void whatLeftAndWasDeletedTakesAlongWhatStandsBelowIt_data() { m_engines.rows(); }
    void whatLeftAndWasDeletedTakesAlongWhatStandsBelowIt()
    {
        Company company(m_engines.database());
        Laptop& dora = company.laptop("dora");
        Laptop& ana = company.laptop("ana"); // sees North
        QVERIFY(ana.has("contact", company.anaRuiz));
        dora.set("account", company.acme, {{"territory", "South"}});
        dora.remove("account", company.acme);
        dora.sync();
        ana.sync();
        for (const Id& contact : {company.anaRuiz, company.boLee})
            QVERIFY(!ana.has("contact", contact));
        QVERIFY(!ana.has("account", company.acme));
        QVERIFY(hadNoIncident(ana) && ana.agreesWithServer());
    }

    void whatComesBackElsewhereIsNotWhereItWasDeleted_data() { m_engines.rows(); }
    void whatComesBackElsewhereIsNotWhereItWasDeleted()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& other = company.laptop("dora");
        Laptop& dora = company.laptop("dora"); // sees North and South
        other.remove("account", company.acme);
        other.sync();
        ana.sync();
        dora.set("account", company.acme, {{"territory", "South"}});
        dora.sync();
        QVERIFY(dora.has("account", company.acme));
        QVERIFY(hadNoIncident(dora) && dora.agreesWithServer());
        ana.sync();
        QVERIFY(!ana.has("account", company.acme));
        QVERIFY(hadNoIncident(ana) && ana.agreesWithServer());
    }

    void anEditThatHadNotSeenTheDeletionBringsEverythingBack_data() { m_engines.rows(); }
    void anEditThatHadNotSeenTheDeletionBringsEverythingBack()
    {
        for (const bool editUploadsFirst : {false, true}) {
            Company company(m_engines.database());
            Laptop& dora = company.laptop("dora"); // may delete the team with the account
            Laptop& ana = company.laptop("ana");
            Laptop& ben = company.laptop("ben");
            dora.remove("account", company.acme);
            QVERIFY(!dora.has("contact", company.boLee));
            ben.set("contact", company.anaRuiz, {{"phone", "+34 600 2"}});
            settle(editUploadsFirst ? ben : dora, editUploadsFirst ? dora : ben);
            dora.sync();
            ben.sync();
            ana.sync();
            for (Laptop* laptop : {&ana, &ben, &dora}) {
                QCOMPARE(laptop->value("account", company.acme, "name"), "Acme");
                QCOMPARE(laptop->value("contact", company.anaRuiz, "phone"), "+34 600 2");
                QVERIFY(laptop->has("contact", company.boLee)); // the whole deletion is undone
                QCOMPARE(laptop->count("activity"), 1);
                QCOMPARE(laptop->count("account_team"), 1);
                QCOMPARE(laptop->waiting(), 0);
                QVERIFY(laptop->agreesWithServer());
            }
            QCOMPARE(dora.inbox().size(), 1U); // she who deleted it is told
            QCOMPARE(dora.inbox()[0].rule, "edit_beats_delete");
            QCOMPARE(dora.inbox()[0].row.id, company.anaRuiz);
            QCOMPARE(ben.inbox().size(), 1U);
            QVERIFY(ana.inbox().empty());
        }
    }

    void whatIsHungOnADeletedAccountBringsItBack_data() { m_engines.rows(); }
    void whatIsHungOnADeletedAccountBringsItBack()
    {
        Company company(m_engines.database());
        Laptop& dora = company.laptop("dora");
        Laptop& ana = company.laptop("ana");
        dora.remove("account", company.acme);
        dora.sync();
        const Id visit = ana.add("activity", {{"kind", "visit"}, {"subject", "They want to buy"}, {"account", "Acme"}});
        ana.sync();
        dora.sync();
        for (Laptop* laptop : {&ana, &dora}) {
            QCOMPARE(laptop->value("activity", visit, "subject"), "They want to buy");
            QVERIFY(laptop->has("account", company.acme));
            QVERIFY(laptop->has("contact", company.boLee));
            QVERIFY(laptop->agreesWithServer());
        }
        QCOMPARE(dora.inbox().size(), 1U);
        QCOMPARE(dora.inbox()[0].rule, "edit_beats_delete");
    }

    void anEditOfADeletedToDoIsKeptAndCanBeTaken_data() { m_engines.rows(); }
    void anEditOfADeletedToDoIsKeptAndCanBeTaken()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        const Id task = ana.add("task", {{"title", "Call back"}, {"account", "Acme"}, {"due", "2026-12-01"}});
        ana.sync();
        ben.sync();
        ana.remove("task", task);
        ben.set("task", task, {{"title", "Call back before noon"}});
        settle(ana, ben);
        QVERIFY(!ben.has("task", task)); // for to-dos the deletion wins
        const auto items = ben.inbox();
        QCOMPARE(items.size(), 1U);
        QCOMPARE(items[0].rule, "delete_beats_edit");
        QCOMPARE(items[0].b.value, "\"Call back before noon\"");
        must(ben.replica().takeInbox(items[0].id, 'b'));
        settle(ben, ana);
        for (Laptop* laptop : {&ana, &ben}) {
            QCOMPARE(laptop->value("task", task, "title"), "Call back before noon");
            QCOMPARE(laptop->value("task", task, "due"), "2026-12-01");
            QVERIFY(laptop->agreesWithServer());
        }
        QCOMPARE(ben.inbox()[0].state, "taken");
    }

    void nobodyBringsBackWhatHeCouldNotSee_data() { m_engines.rows(); }
    void nobodyBringsBackWhatHeCouldNotSee()
    {
        Company company(m_engines.database());
        Laptop& carl = company.laptop("carl");
        Laptop& ana = company.laptop("ana");
        ana.remove("contact", company.boLee);
        ana.sync();
        must(carl.tryEdit(OperationKind::Create, "contact", company.boLee, {{"last_name", "Mine"}}));
        carl.sync();
        QVERIFY(!carl.has("contact", company.boLee));
        ana.sync();
        QVERIFY(!ana.has("contact", company.boLee));
        QVERIFY(carl.agreesWithServer());
    }

private:
    static void settle(Laptop& one, Laptop& other)
    {
        one.sync();
        other.sync();
        one.sync();
    }
    static int countRule(const std::vector<HistoryEntry>& history, const std::string& rule)
    {
        return static_cast<int>(
            std::count_if(history.begin(), history.end(), [&](const HistoryEntry& e) { return e.rule == rule; }));
    }
    Engines m_engines;
};

QTEST_GUILESS_MAIN(DeletionsTest)
#include "DeletionsTest.moc"
