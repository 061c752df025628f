// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/SmallCompany.h"

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
        bert.login(m_company->server.url(), "bert", made.toUtf8());
        QVERIFY(bert.has("account", m_company->id("Acme")));
        // He chooses his own; the one he was given is no good any more.
        Circumstances choose = choosing("a better one");
        choose.password = made.toUtf8();
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
        m_company->boss.json({"admin", "shut-out", device});
        carl.refused(1, {"sync"});
        m_company->boss.json({"admin", "let-in", device});
        carl.sync();
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
