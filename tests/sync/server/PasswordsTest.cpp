// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Passwords.h"

#include <QTest>
#include <barrier>
#include <mutex>
#include <thread>

using namespace satchel;
using namespace satchel::server;

/// What a password costs the server, and that a crowd does not cost it more.
class PasswordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPasswordIsKnownAgainAndNoOther()
    {
        Passwords passwords;
        const auto hash = passwords.hash("correct horse");
        QVERIFY(hash.ok());
        QVERIFY2(hash->starts_with("$argon2id$v=19$m=32768,t=5,p=1$"), hash->c_str());
        QVERIFY(*passwords.verify(*hash, "correct horse"));
        QVERIFY(!*passwords.verify(*hash, "wrong horse"));
        QVERIFY(!*passwords.verify("", "correct horse")); // nobody has this login
    }

    void aCrowdAtTheDoorIsAskedToComeAgain()
    {
        constexpr int crowd = 32;
        Passwords passwords;
        std::barrier together(crowd);
        std::mutex mutex;
        int looked = 0;
        int sentAway = 0;
        std::vector<std::thread> people;
        for (int i = 0; i < crowd; ++i)
            people.emplace_back([&] {
                together.arrive_and_wait();
                const auto right = passwords.verify("", "let me in");
                const std::lock_guard lock(mutex);
                looked += right.ok() ? 1 : 0;
                sentAway += !right.ok() && right.error().kind == ErrorKind::Busy ? 1 : 0;
            });
        for (std::thread& person : people)
            person.join();
        QCOMPARE(looked + sentAway, crowd);
        QVERIFY(looked > 0);
        QVERIFY2(sentAway > 0, std::to_string(looked).c_str());
        QVERIFY(passwords.verify("", "let me in").ok()); // the door is free again
    }
};

QTEST_GUILESS_MAIN(PasswordsTest)
#include "PasswordsTest.moc"
