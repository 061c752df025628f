// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Rule.h"
#include "sync/protocol/Codec.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

/// Laptops whose clocks are set, or simply wrong.
class ClockTest : public QObject {
    Q_OBJECT

    static Change lastChange(Laptop& laptop)
    {
        auto statement =
            must(laptop.replica().connection().prepare("SELECT body FROM outbox ORDER BY number DESC LIMIT 1"));
        must(statement.step());
        return must(decodeChange(statement.blob(0)));
    }

private Q_SLOTS:
    void editTimesOnlyGoForward_data()
    {
        QTest::addColumn<qint64>("by");
        QTest::newRow("400 days back") << qint64{-400 * HandEnvironment::day};
        QTest::newRow("ten years ahead") << qint64{3650 * HandEnvironment::day};
        QTest::newRow("an hour back, as in autumn") << qint64{-HandEnvironment::hour};
        QTest::newRow("a second back") << qint64{-HandEnvironment::second};
    }
    void editTimesOnlyGoForward()
    {
        QFETCH(qint64, by);
        Company company;
        Laptop& ana = company.laptop("ana");
        ana.set("contact", company.anaRuiz, {{"phone", "1"}});
        const Milliseconds before = lastChange(ana).editedAt;
        company.clock().setClock(by);
        ana.set("contact", company.anaRuiz, {{"phone", "2"}});
        QVERIFY(lastChange(ana).editedAt > before);
        QCOMPARE(lastChange(ana).timeIsUncertain, std::abs(by) > 2 * HandEnvironment::minute);
        ana.set("contact", company.anaRuiz, {{"phone", "3"}});
        QCOMPARE(must(encodeChange(lastChange(ana)) == encodeChange(must(decodeChange(encodeChange(lastChange(ana)))))
                          ? Result<int>(1)
                          : Result<int>(0)),
                 1);
    }

    void aClockThatWasSetDecidesNoConflict()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        ben.set("contact", company.anaRuiz, {{"phone", "+34 91 1"}, {"job_title", "Buyer"}});
        ben.sync();
        company.clock().setClock(3 * HandEnvironment::hour); // ana's is later now, or so it says
        ana.set("contact", company.anaRuiz, {{"phone", "+34 91 2"}, {"department", "Sales"}});
        company.clock().setClock(-3 * HandEnvironment::hour);
        ana.sync();
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), std::string("+34 91 1"));
        QCOMPARE(ana.value("contact", company.anaRuiz, "department"), std::string("Sales"));
        const auto inbox = ana.inbox();
        QCOMPARE(inbox.size(), 1U);
        QCOMPARE(inbox.front().rule, std::string(rule::asked));
        must(ana.replica().takeInbox(inbox.front().id, 'b'));
        ana.sync();
        ben.sync();
        QCOMPARE(ben.value("contact", company.anaRuiz, "phone"), std::string("+34 91 2"));
        QVERIFY(ana.agreesWithServer());
    }

    void afterAContactTheClockIsBelievedAgain()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        company.clock().setClock(HandEnvironment::hour);
        ana.set("contact", company.anaRuiz, {{"phone", "1"}});
        QVERIFY(lastChange(ana).timeIsUncertain);
        ana.sync();
        ana.set("contact", company.anaRuiz, {{"phone", "2"}});
        QVERIFY(!lastChange(ana).timeIsUncertain);
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "ClockTest.moc"
