// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Bytes.h"
#include "core/base/Clock.h"
#include "core/base/Decimal.h"
#include "core/base/Files.h"
#include "core/base/Id.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace satchel;

class BaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decimalsAreReadExactlyOrNotAtAll_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<qlonglong>("units");
        QTest::newRow("whole") << QByteArray("12") << true << 120000LL;
        QTest::newRow("fraction") << QByteArray("-12.5") << true << -125000LL;
        QTest::newRow("four places") << QByteArray("0.0001") << true << 1LL;
        QTest::newRow("fourteen digits") << QByteArray("99999999999999.9999") << true << 999999999999999999LL;
        QTest::newRow("five places") << QByteArray("0.00001") << false << 0LL;
        QTest::newRow("fifteen digits") << QByteArray("100000000000000") << false << 0LL;
        QTest::newRow("comma") << QByteArray("12,5") << false << 0LL;
        QTest::newRow("grouping") << QByteArray("1,200.00") << false << 0LL;
        QTest::newRow("plus") << QByteArray("+1") << false << 0LL;
        QTest::newRow("no digits after the dot") << QByteArray("1.") << false << 0LL;
        QTest::newRow("no digits before the dot") << QByteArray(".5") << false << 0LL;
        QTest::newRow("empty") << QByteArray("") << false << 0LL;
        QTest::newRow("a minus alone") << QByteArray("-") << false << 0LL;
        QTest::newRow("exponent") << QByteArray("1e3") << false << 0LL;
        QTest::newRow("space") << QByteArray(" 1") << false << 0LL;
    }
    void decimalsAreReadExactlyOrNotAtAll()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        QFETCH(qlonglong, units);
        const auto decimal = Decimal::parse(text.toStdString());
        QCOMPARE(decimal.has_value(), good);
        if (good)
            QCOMPARE(static_cast<qlonglong>(decimal->units), units);
    }

    void decimalsAreWrittenShortButWithTheirPlaces()
    {
        QCOMPARE(Decimal{125000}.toString(), std::string("12.5"));
        QCOMPARE(Decimal{125000}.toString(2), std::string("12.50"));
        QCOMPARE(Decimal{-1}.toString(2), std::string("-0.0001"));
        QCOMPARE(Decimal{120000}.toString(), std::string("12"));
        QCOMPARE(Decimal{INT64_MIN}.toString(), std::string("-922337203685477.5808"));
    }

    void moneyHasOneCanonicalForm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical");
        QTest::newRow("euro") << QByteArray("12.3 EUR") << QByteArray("12.30 EUR");
        QTest::newRow("without space") << QByteArray("12.30EUR") << QByteArray("12.30 EUR");
        QTest::newRow("unit price") << QByteArray("0.0125 USD") << QByteArray("0.0125 USD");
        QTest::newRow("yen has no minor unit") << QByteArray("1250 JPY") << QByteArray("1250 JPY");
        QTest::newRow("dinar has three places") << QByteArray("1.5 KWD") << QByteArray("1.500 KWD");
        QTest::newRow("negative nought") << QByteArray("-0 EUR") << QByteArray("0.00 EUR");
        QTest::newRow("no currency") << QByteArray("12.30") << QByteArray();
        QTest::newRow("symbol") << QByteArray("12.30 \xE2\x82\xAC") << QByteArray();
        QTest::newRow("lower case") << QByteArray("12.30 eur") << QByteArray();
        QTest::newRow("two spaces") << QByteArray("12.30  EUR") << QByteArray();
        QTest::newRow("currency first") << QByteArray("EUR 12.30") << QByteArray();
        QTest::newRow("currency alone") << QByteArray("EUR") << QByteArray();
    }
    void moneyHasOneCanonicalForm()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, canonical);
        const auto money = Money::parse(text.toStdString());
        QCOMPARE(money.has_value(), !canonical.isEmpty());
        if (money)
            QCOMPARE(money->toString(), canonical.toStdString());
    }

    void instantsAreReadInAnyZoneAndWrittenInUtc_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("utc");
        QTest::newRow("utc") << QByteArray("2026-11-22T09:30:00Z") << QByteArray("2026-11-22T09:30:00Z");
        QTest::newRow("offset") << QByteArray("2026-11-22T00:30:00+01:00") << QByteArray("2026-11-21T23:30:00Z");
        QTest::newRow("milliseconds") << QByteArray("2026-11-22T09:30:00.5Z") << QByteArray("2026-11-22T09:30:00.500Z");
        QTest::newRow("nanoseconds are cut")
            << QByteArray("1969-12-31T23:59:59.999999999Z") << QByteArray("1969-12-31T23:59:59.999Z");
        QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z") << QByteArray("2024-02-29T00:00:00Z");
        QTest::newRow("no leap day") << QByteArray("2026-02-29T00:00:00Z") << QByteArray();
        QTest::newRow("no zone") << QByteArray("2026-11-22T09:30:00") << QByteArray();
        QTest::newRow("date alone") << QByteArray("2026-11-22") << QByteArray();
        QTest::newRow("hour 24") << QByteArray("2026-11-22T24:00:00Z") << QByteArray();
        QTest::newRow("rubbish after it") << QByteArray("2026-11-22T09:30:00Zulu") << QByteArray();
        QTest::newRow("year 0") << QByteArray("0000-11-22T09:30:00Z") << QByteArray();
    }
    void instantsAreReadInAnyZoneAndWrittenInUtc()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, utc);
        const auto instant = parseInstant(text.toStdString());
        QCOMPARE(instant.has_value(), !utc.isEmpty());
        if (instant)
            QCOMPARE(formatInstant(*instant), utc.toStdString());
    }

    void onlyCalendarDatesAreDates()
    {
        QVERIFY(isDate("2026-11-22"));
        QVERIFY(isDate("0001-01-01"));
        for (const char* text : {"2026-02-30", "2026-13-01", "26-11-22", "2026-1-2", "22.11.2026", "2026-11-22 ", ""})
            QVERIFY2(!isDate(text), text);
    }

    void idsAreReadInEitherCaseAndWrittenInOne()
    {
        const std::string text = "0193511b-7e0a-7abc-8def-0123456789ab";
        const auto id = Id::parse("0193511B-7E0A-7ABC-8DEF-0123456789AB");
        QVERIFY(id);
        QCOMPARE(id->toString(), text);
        for (const char* bad : {"", "0193511b7e0a7abc8def0123456789ab", "0193511b-7e0a-7abc-8def-0123456789a",
                                "0193511b-7e0a-7abc-8def-0123456789ag", "0193511b-7e0a-7abc-8def 0123456789ab"})
            QVERIFY2(!Id::parse(bad), bad);
    }

    void idsMadeLaterSortLater()
    {
        const Id earlier = Id::make(1000, std::string(10, '\xFF'));
        const Id later = Id::make(1001, std::string(10, '\0'));
        QVERIFY(earlier < later);
        QCOMPARE(later.toString()[14], '7');
    }

    void derivedIdsAreTheSameEverywhere()
    {
        QCOMPARE(Id::derived("key", "name"), Id::derived("key", "name"));
        QVERIFY(Id::derived("key", "name") != Id::derived("other", "name"));
        QCOMPARE(Id::derived("key", "name").toString()[14], '8');
    }

    void hashesAreThoseOfTheStandard()
    {
        const Bytes16 digest = blake2b128("", "abc");
        QCOMPARE(toHex(view(digest)), std::string("cf4ab791c62b8d2b2109c90275287816"));
    }

    void hexadecimalIsReadBack()
    {
        QCOMPARE(toHex(std::string("\x00\xFF\x10", 3)), std::string("00ff10"));
        QCOMPARE(*fromHex("00Ff10"), std::string("\x00\xFF\x10", 3));
        QVERIFY(!fromHex("0"));
        QVERIFY(!fromHex("0g"));
    }

    void onlyValidUtf8WithoutNullIsStorable_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("ascii") << QByteArray("abc\t\n\x7F") << true;
        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("highest") << QByteArray("\xF4\x8F\xBF\xBF") << true;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF") << true;
        QTest::newRow("noncharacter") << QByteArray("\xEF\xBF\xBE") << true;
        QTest::newRow("null") << QByteArray("a\0b", 3) << false;
        QTest::newRow("overlong") << QByteArray("\xC0\x80") << false;
        QTest::newRow("overlong of three") << QByteArray("\xE0\x80\x80") << false;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
        QTest::newRow("above the last plane") << QByteArray("\xF4\x90\x80\x80") << false;
        QTest::newRow("cut off") << QByteArray("a\xE2\x82") << false;
        QTest::newRow("a continuation alone") << QByteArray("\x80") << false;
        QTest::newRow("latin 1") << QByteArray("M\xFCnchen") << false;
    }
    void onlyValidUtf8WithoutNullIsStorable()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        QCOMPARE(isStorableText(text.toStdString()), good);
    }

    void codePointsAreCountedNotBytes()
    {
        QCOMPARE(codePoints("a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80"), std::size_t(4));
    }

    void filesAreReplacedWholeAndPrivate()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("a/b/token")).toStdString();
        QVERIFY(makePrivateFolder(folder.filePath(QStringLiteral("a/b")).toStdString()));
        QVERIFY(writeFile(path, "one"));
        QVERIFY(writeFile(path, "two"));
        QCOMPARE(*readFile(path), std::string("two"));
        struct stat information {};
        QCOMPARE(::stat(path.c_str(), &information), 0);
        QCOMPARE(static_cast<int>(information.st_mode & 0777), 0600);
        QCOMPARE(readFile(path + ".absent").error().kind, ErrorKind::NotFound);
    }

    void aLockIsHeldByOneAtATime()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("lock")).toStdString();
        {
            const auto first = FileLock::acquire(path, 0);
            QVERIFY(first);
            const auto second = FileLock::acquire(path, 0);
            QVERIFY(!second);
            QCOMPARE(second.error().kind, ErrorKind::Busy);
        }
        QVERIFY(FileLock::acquire(path, 0));
    }
};

QTEST_GUILESS_MAIN(BaseTest)
#include "BaseTest.moc"
