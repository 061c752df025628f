// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Leases.h"
#include "tests/support/Engines.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

#include <filesystem>
#include <set>

using namespace satchel;
using namespace satchel::test;

/// Numbers people read are given out offline, and none is ever given twice.
class LeasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void aSellerHasNumbersFromHisFirstSyncOn_data() { m_engines.rows(); }
    void aSellerHasNumbersFromHisFirstSyncOn()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& mia = company.laptop("mia");
        ana.line().offline = true;
        for (const char* series : {"quote", "order"}) {
            QVERIFY(!must(Leases(ana.replica()).next(series)).isDraft());
            QVERIFY(must(Leases(mia.replica()).next(series)).isDraft()); // marketing writes no quotes
        }
        ana.line().offline = false;
        for (int i = 0; i < 250; ++i) {
            QVERIFY(!must(Leases(ana.replica()).next("quote")).isDraft());
            if (i % 50 == 40)
                ana.sync();
        }
    }

    void twoLaptopsNumberTheirPapersOffline_data() { m_engines.rows(); }
    void twoLaptopsNumberTheirPapersOffline()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        QVERIFY(next(ana).isDraft()); // nothing has been leased yet
        QVERIFY(next(ben).isDraft());
        QCOMPARE(next(ben).text(), "draft");
        ana.sync();
        ben.sync();
        std::set<std::int64_t> given;
        for (int i = 0; i < 250; ++i) {
            for (Laptop* laptop : {&ana, &ben}) {
                const LeasedNumber number = next(*laptop);
                QVERIFY(!number.isDraft());
                QVERIFY(given.insert(number.number).second);
            }
            if (i % 50 == 40) { // now and then they meet the server; a third of the lease is still there
                ana.sync();
                ben.sync();
            }
        }
        QVERIFY(next(ana).text().size() >= 6);
        QVERIFY(next(ana).number > 0);
        ana.reopen();
        QVERIFY(given.insert(next(ana).number).second);
    }

    void aCopyOfAProfileGivesDraftsUntilItHasALeaseOfItsOwn_data() { m_engines.rows(); }
    void aCopyOfAProfileGivesDraftsUntilItHasALeaseOfItsOwn()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        QVERIFY(next(ana).isDraft());
        ana.sync();
        const std::int64_t first = next(ana).number;
        QVERIFY(first > 0);

        // The same files on the same machine: a clone, or a profile brought back from a backup.
        const std::string copy = ana.folder() + "-copy";
        must(ana.replica().connection().execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        std::filesystem::copy(ana.folder(), copy, std::filesystem::copy_options::recursive);
        auto clone = must(Replica::open(copy, company.clock()));
        QVERIFY(must(Leases(*clone).next("delivery")).isDraft());
        QVERIFY(must(Leases(*clone).next("delivery")).isDraft());
        QCOMPARE(next(ana).number, first + 1);

        // On another machine.
        QVERIFY(must(Leases(ana.replica(), Bytes(16, 'm')).next("delivery")).isDraft());
    }

    void aFileThatWentBackVoidsTheRest_data() { m_engines.rows(); }
    void aFileThatWentBackVoidsTheRest()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        QVERIFY(next(ana).isDraft());
        ana.sync();
        std::set<std::int64_t> given = {next(ana).number};
        const std::string file = ana.folder() + "/leases";
        std::filesystem::copy_file(file, file + ".old");
        given.insert(next(ana).number);
        std::filesystem::remove(file);
        std::filesystem::rename(file + ".old", file);
        QVERIFY(next(ana).isDraft());
        ana.sync();
        for (int i = 0; i < 50; ++i)
            QVERIFY(given.insert(next(ana).number).second);
    }

    void aServerRestoredTwiceFromOneBackupLeasesOtherNumbersEachTime()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        QVERIFY(next(ana).isDraft());
        QVERIFY(next(carl).isDraft());
        const std::string file = company.backUp();
        std::set<std::int64_t> given;
        for (Laptop* laptop : {&ana, &carl}) { // the other one never comes in between
            company.putBack(file, true);
            laptop->signIn();
            laptop->sync();
            for (int i = 0; i < 50; ++i) {
                const LeasedNumber number = next(*laptop);
                QVERIFY(!number.isDraft());
                QVERIFY(given.insert(number.number).second);
            }
        }
    }

    // Put back without a word it leases numbers of its lost future once more; it notices when their owner comes. From
    // then on neither of the two uses them.
    void numbersOfALostFutureAreVoidOnceTheServerHasNoticed()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        QVERIFY(next(ana).isDraft());
        QVERIFY(next(carl).isDraft());
        const std::string file = company.backUp();
        ana.add("task", {{"title", "Call"}});
        ana.sync();
        QVERIFY(!next(ana).isDraft());
        company.putBack(file, false);
        carl.sync();
        QVERIFY(!next(carl).isDraft()); // nobody can know yet
        std::set<std::int64_t> given;
        for (int round = 0; round < 2; ++round)
            for (Laptop* laptop : {&ana, &carl}) {
                laptop->signIn();
                (void)laptop->trySync();
                laptop->signIn();
                laptop->sync();
            }
        for (int i = 0; i < 50; ++i)
            for (Laptop* laptop : {&ana, &carl}) {
                const LeasedNumber number = next(*laptop);
                QVERIFY(!number.isDraft());
                QVERIFY(given.insert(number.number).second);
            }
    }

private:
    // A series that nobody has from the beginning.
    static LeasedNumber next(Laptop& laptop) { return must(Leases(laptop.replica()).next("delivery")); }
    Engines m_engines;
};

QTEST_GUILESS_MAIN(LeasesTest)
#include "LeasesTest.moc"
