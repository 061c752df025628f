// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TimeZone.h"

#include <QTest>

using namespace satchel;

/// Which day it is depends on where one stands.
class TimeZoneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDayTurnsWhereThePersonIs()
    {
        const Milliseconds lateInLondon = *parseInstant("2026-11-22T23:30:00Z");
        QCOMPARE(dayIn("Europe/London", lateInLondon), "2026-11-22");
        QCOMPARE(dayIn("Europe/Berlin", lateInLondon), "2026-11-23");
        QCOMPARE(dayIn("America/Los_Angeles", lateInLondon), "2026-11-22");
        QCOMPARE(dayIn("Pacific/Kiritimati", lateInLondon), "2026-11-23");
        QCOMPARE(dayIn("", lateInLondon), "2026-11-22");
    }

    void summerTimeCounts()
    {
        QCOMPARE(dayIn("Europe/Berlin", *parseInstant("2026-07-01T22:30:00Z")), "2026-07-02");
        QCOMPARE(dayIn("Europe/Berlin", *parseInstant("2026-12-01T22:30:00Z")), "2026-12-01");
    }

    void aZoneNobodyKnowsIsUtc()
    {
        QVERIFY(isTimeZone("Europe/Berlin"));
        QVERIFY(isTimeZone("UTC"));
        QVERIFY(!isTimeZone("Mars/Phobos"));
        QVERIFY(!isTimeZone(""));
        QVERIFY(!isTimeZone("Europe/Berl\xc3\xadn"));
        QCOMPARE(dayIn("Mars/Phobos", *parseInstant("2026-12-01T23:59:59Z")), "2026-12-01");
    }

    void aClockOnTheWallIsAnInstant()
    {
        QCOMPARE(minuteIn("Europe/Berlin", *parseInstant("2026-11-22T09:30:00Z")), 10 * 60 + 30);
        QCOMPARE(instantIn("Europe/Berlin", "2026-11-22", 10 * 60 + 30), *parseInstant("2026-11-22T09:30:00Z"));
        QCOMPARE(instantIn("Europe/Berlin", "2026-07-01", 0), *parseInstant("2026-06-30T22:00:00Z"));
        QCOMPARE(instantIn("America/Los_Angeles", "2026-07-01", 23 * 60), *parseInstant("2026-07-02T06:00:00Z"));
        QCOMPARE(instantIn("Europe/Berlin", "2026-03-29", 150), *parseInstant("2026-03-29T01:30:00Z")); // left out
        QCOMPARE(instantIn("Europe/Berlin", "2026-03-29", 181), *parseInstant("2026-03-29T01:01:00Z"));
        QCOMPARE(instantIn("Europe/Berlin", "someday", 60), Milliseconds{0});
    }

    void daysAreCountedOnTheCalendar()
    {
        QCOMPARE(dayAfter("2026-11-22", 30), "2026-12-22");
        QCOMPARE(dayAfter("2028-02-28", 1), "2028-02-29");
        QCOMPARE(dayAfter("2026-01-01", -1), "2025-12-31");
        QCOMPARE(dayAfter("9999-12-31", 1), "");
        QCOMPARE(dayAfter("yesterday", 1), "");
    }
};

QTEST_GUILESS_MAIN(TimeZoneTest)
#include "TimeZoneTest.moc"
