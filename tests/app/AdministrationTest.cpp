// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/SmallCompany.h"

#include <QDir>
#include <QTest>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// An administrator's day with satchelctl, against the real server.
class AdministrationTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SmallCompany> m_company;

    static Circumstances choosing(const char* chosen)
    {
        return {.wrapper = {"env", QByteArray("SATCHEL_NEW_PASSWORD=") + chosen}};
    }

private Q_SLOTS:
    void initTestCase() { m_company = std::make_unique<SmallCompany>(); }

    void aNewColleagueComesInWithAPasswordThatIsShownOnce()
    {
        const Profile& boss = m_company->boss;
        boss.add("user", {"login=bert", "name=Bert Brot", "role=salesperson", "territories=North"});
        const QString made = boss.json({"admin", "password", "bert"})[u"password"].toString();
        QCOMPARE(made.size(), 19);
        const Profile bert = m_company->unused("bert");
        // The one he was given lets him choose his own, and opens nothing else.
        const Words enter{"login", m_company->server.url(), "bert"};
        QVERIFY(bert.refused(1, enter, {.password = made.toUtf8()}).contains("SATCHEL_NEW_PASSWORD"));
        Circumstances choose = choosing("short");
        choose.password = made.toUtf8();
        bert.refused(1, enter, choose);
        choose = choosing("a first one");
        choose.password = made.toUtf8();
        bert.json(enter, choose);
        QVERIFY(bert.has("account", m_company->id("Acme")));
        choose = choosing("a better one");
        choose.password = "a first one";
        bert.json({"password"}, choose);
        QCOMPARE(m_company->unused("bert2")
                     .run({"login", m_company->server.url(), "bert"}, {.password = made.toUtf8()})
                     .code,
                 1);
        m_company->unused("bert3").login(m_company->server.url(), "bert", "a better one");
        choose = choosing("short");
        choose.password = "a better one";
        bert.refused(1, {"password"}, choose);
    }

    void aLostDeviceIsShutOut()
    {
        const Profile carl = m_company->laptop("carl");
        QString device;
        for (const QJsonValue& each : m_company->boss.json({"admin", "devices"})[u"devices"].toArray())
            if (each[u"user"] == u"carl"_s)
                device = each[u"id"].toString();
        QVERIFY(!device.isEmpty());
        const QString contact = carl.add("contact", {"last_name=Lost", "account=Zeta"});
        carl.sync();
        carl.set("contact", contact, {"phone==1+1 0815"});
        m_company->boss.json({"admin", "shut-out", device});
        // He is told, the company's records are gone, and what he had typed is in a file.
        const QByteArray sentence = carl.refused(1, {"sync"});
        QVERIFY2(sentence.contains("shut out") && sentence.contains("1 change that had not been sent"), sentence);
        QCOMPARE(QDir(carl.folder()).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot),
                 (QStringList{u"lock"_s, u"not-sent.csv"_s}));
        QFile file(carl.file(u"not-sent.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray kept = file.readAll();
        QVERIFY2(kept.contains("changed,contact,Lost,") && kept.contains("phone,'=1+1 0815"), kept);
        carl.refused(1, {"status"}); // nobody has logged in here
        m_company->boss.json({"admin", "let-in", device});
        carl.login(m_company->server.url(), "carl");
        QVERIFY(file.exists());
        const QJsonArray log = m_company->boss.json({"admin", "alerts", "--all"})[u"alerts"].toArray();
        QVERIFY(log[0][u"text"].toString().contains(u"let the device"_s));
        QVERIFY(log[1][u"text"].toString().startsWith(u"boss ("_s));
    }

    void anAccountChangesHandsAfterAPreview()
    {
        const Profile& boss = m_company->boss;
        const QJsonObject preview =
            boss.json({"admin", "reassign", "--account", "Zeta", "--to", "ana", "--into", "North", "--preview"});
        QCOMPARE(preview[u"accounts"].toInt(), 1);
        QCOMPARE(preview[u"done"].toBool(), false);
        QCOMPARE(boss.show("account", m_company->id("Zeta"))[u"owner"].toString(), m_company->id("carl"));
        boss.json({"admin", "reassign", "--account", "Zeta", "--to", "ana", "--into", "North"});
        boss.sync();
        QVERIFY(m_company->laptop("ana").has("account", m_company->id("Zeta")));
        boss.refused(1, {"admin", "reassign", "--account", "Zeta", "--to", "ana", "--into", "North"});
    }

    void nobodyElseMay()
    {
        const Profile dora = m_company->laptop("dora");
        dora.refused(1, {"admin", "devices"});
        dora.refused(1, {"admin", "password", "boss"}, choosing("long enough"));
        dora.refused(1, {"admin", "close-recovery"});
        dora.refused(1, {"admin", "close", "nonsense"});
        QVERIFY(m_company->boss.run({"sync"}).code == 0);
    }
};

QTEST_GUILESS_MAIN(AdministrationTest)
#include "AdministrationTest.moc"
