// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Id.h"
#include "tests/support/HandEnvironment.h"

#include <QTest>

using namespace satchel;

class IdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anIdIsReadBackAsItWasWritten();
    void whatIsNoIdIsNotRead();
    void aNewIdIsVersionSevenAndCarriesItsTime();
    void aDerivedIdIsTheSameEverywhereAndDependsOnKeyAndName();
};

void IdTest::anIdIsReadBackAsItWasWritten()
{
    const std::string text = "0190163d-8694-739b-aea5-966c26f8ad91";
    const auto id = Id::parse(text);
    QVERIFY(id.has_value());
    QCOMPARE(id->toString(), text);
    QCOMPARE(*Id::parse("0190163D-8694-739B-AEA5-966C26F8AD91"), *id);
    QCOMPARE(*Id::fromBytes(id->view()), *id);
}

void IdTest::whatIsNoIdIsNotRead()
{
    for (const char* text :
         {"", "0190163d", "0190163d-8694-739b-aea5-966c26f8ad9", "0190163d-8694-739b-aea5-966c26f8ad911",
          "0190163d+8694-739b-aea5-966c26f8ad91", "0190163d-8694-739b-aea5-966c26f8ad9g"})
        QVERIFY2(!Id::parse(text).has_value(), text);
    QVERIFY(!Id::fromBytes("short").has_value());
}

void IdTest::aNewIdIsVersionSevenAndCarriesItsTime()
{
    test::HandEnvironment environment;
    const Id first = environment.newId();
    environment.advance(1);
    const Id second = environment.newId();
    QCOMPARE(first.bytes[6] >> 4, 7);
    QCOMPARE(first.bytes[8] >> 6, 2);
    std::int64_t time = 0;
    for (std::size_t i = 0; i < 6; ++i)
        time = time * 256 + second.bytes[i];
    QCOMPARE(time, environment.now());
    QVERIFY(first < second);
}

void IdTest::aDerivedIdIsTheSameEverywhereAndDependsOnKeyAndName()
{
    const Id id = Id::derived("key", "name");
    QCOMPARE(id, Id::derived("key", "name"));
    QVERIFY(id != Id::derived("key", "other"));
    QVERIFY(id != Id::derived("other", "name"));
    QCOMPARE(id.bytes[6] >> 4, 8);
}

QTEST_GUILESS_MAIN(IdTest)
#include "IdTest.moc"
