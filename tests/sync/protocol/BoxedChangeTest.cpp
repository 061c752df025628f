// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/BoxedChange.h"
#include "sync/protocol/Codec.h"

#include <QTest>

using namespace satchel;

/// What a laptop keeps for the server alone.
class BoxedChangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhoHasTheSecretReadsIt()
    {
        const Bytes secret(32, 's');
        const Bytes key = boxKeyOf(secret);
        QCOMPARE(key.size(), std::size_t(32));
        QVERIFY(key != secret);
        const Bytes body = "what stood there before";
        const auto box = putIntoBox(key, Bytes(32, 'c'), body);
        QVERIFY(box);
        QCOMPARE(box->size(), body.size() + 48);
        QVERIFY(box->find("stood") == Bytes::npos);
        QVERIFY(openBox(secret, *box) == body);
        QVERIFY(!openBox(Bytes(32, 't'), *box));
        QVERIFY(!openBox(key, *box));
        QVERIFY(!openBox({}, *box));
    }

    void aBoxThatWasTouchedIsNotOpened()
    {
        const Bytes secret(32, 's');
        const Bytes box = putIntoBox(boxKeyOf(secret), Bytes(32, 'c'), "body").value();
        for (std::size_t i = 0; i < box.size(); ++i) {
            Bytes other = box;
            other[i] = static_cast<char>(other[i] ^ 1);
            QVERIFY(!openBox(secret, other));
            QVERIFY(!openBox(secret, std::string_view(box).substr(0, i)));
        }
    }

    void withoutAKeyThereIsNoBox()
    {
        QVERIFY(!putIntoBox({}, Bytes(32, 'c'), "body"));
        QVERIFY(!putIntoBox(Bytes(31, 'k'), Bytes(32, 'c'), "body"));
        QVERIFY(boxKeyOf({}).empty());
    }

    void whatTravelsIsNoSealedBodyAndComesBack()
    {
        BoxedChange change{.number = 7, .box = Bytes(60, 'x')};
        for (const bool anew : {false, true}) {
            change.origin.fill(anew ? 9 : 0);
            const Bytes body = encodeBoxed(change);
            QVERIFY(isBoxed(body));
            QVERIFY(!decodeChange(body).ok());
            const auto read = decodeBoxed(body);
            QVERIFY(read.ok());
            QCOMPARE(read->number, 7);
            QVERIFY(read->box == change.box);
            QVERIFY(read->origin == change.origin);
            for (std::size_t i = 0; i < body.size(); ++i)
                QVERIFY(!decodeBoxed(std::string_view(body).substr(0, i)).ok());
            QVERIFY(!decodeBoxed(body + "x").ok());
        }
        change.number = 0;
        QVERIFY(!decodeBoxed(encodeBoxed(change)).ok());
        QVERIFY(!isBoxed(encodeChange({.number = 7, .editedAt = 1, .seenCheckpoint = 0, .operations = {}})));
    }
};

QTEST_APPLESS_MAIN(BoxedChangeTest)
#include "BoxedChangeTest.moc"
