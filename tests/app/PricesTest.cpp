// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/SmallCompany.h"

#include <QJsonDocument>
#include <QTest>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// An administrator's price work at the command line, with the real programs: from a file to everybody's laptop.
class PricesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SmallCompany> m_company;
    Profile m_boss;

    QString written(const char* name, const QByteArray& content) const
    {
        writeFile(m_company->path(name), content);
        return m_company->path(name);
    }

private Q_SLOTS:
    void init()
    {
        m_company = std::make_unique<SmallCompany>();
        m_boss = m_company->boss;
        m_boss.add("product", {"name=Table", "code=TA"});
        m_boss.add("company", {"name=Satchel", "currency=EUR", "price_list=STD"});
    }

    void aFileIsLookedAtPublishedReceivedAndTakenBack()
    {
        const QString file = written("prices.csv", "Article no;List price;From qty\nCH;12,30;\nCH;11;10\nTA;99;\n");
        const QJsonObject look = m_boss.json({"prices", "import", file, "--list", "STD", "--dry-run"});
        QCOMPARE(look[u"added"].toInt(), 1);
        QCOMPARE(look[u"changed"].toInt(), 1);
        QCOMPARE(look[u"draft"].toBool(true), false);
        m_boss.refused(1, {"prices", "draft", "STD"});
        m_boss.json({"prices", "import", file, "--list", "STD"});
        QCOMPARE(m_boss.json({"prices", "draft", "STD"})[u"products"].toInt(), 2);
        QCOMPARE(m_boss.json({"prices", "diff", "STD"})[u"b"].toString(), u"the draft"_s);
        const QJsonObject made = m_boss.json({"prices", "publish", "STD", "--effective-from", "2026-01-01"});
        QCOMPARE(made[u"number"].toInt(), 1);
        QCOMPARE(made[u"entries"].toInt(), 3);
        m_boss.sync();
        const Profile ana = m_company->laptop("ana");
        QCOMPARE(ana.json({"prices", "explain", "CH", "--account", "Acme", "--quantity", "12"})[u"price"].toString(),
                 u"11.00 EUR"_s);
        ana.sync();
        const QJsonObject receipts = m_boss.json({"prices", "receipts", "STD"});
        QCOMPARE(receipts[u"of"].toInt(), 2);
        QVERIFY(receipts[u"received"].toInt() >= 1);
        ana.refused(1, {"prices", "receipts", "STD", "1"});
        const QString more = written("more.csv", "code,price\nCH,13\n");
        m_boss.json({"prices", "import", more, "--list", "STD", "--keep-missing"});
        m_boss.json({"prices", "publish", "STD"});
        const QJsonObject difference = m_boss.json({"prices", "diff", "STD", "1", "2"});
        QCOMPARE(difference[u"changes"].toArray().at(0)[u"percent"].toString(), u"5.69"_s);
        QCOMPARE(m_boss.json({"prices", "rollback", "STD", "1"})[u"number"].toInt(), 3);
        m_boss.sync();
        ana.sync();
        QCOMPARE(ana.json({"prices", "explain", "CH", "--account", "Acme"})[u"price"].toString(), u"12.30 EUR"_s);
        QCOMPARE(ana.json({"prices", "revisions", "STD"})[u"revisions"].toArray().size(), 3);
        QVERIFY(ana.verified());
    }

    void rowsThatAreNoPricesAreNamedAndNothingIsTaken()
    {
        const QString file = written("prices.csv", "code,price\nCH,12.30\nXX,1\nTA,-2\n");
        const Ran ran = m_boss.run({"prices", "import", file, "--list", "STD", "--json"});
        QCOMPARE(ran.code, 1);
        const QJsonObject answer = QJsonDocument::fromJson(ran.out).object();
        QCOMPARE(answer[u"rejected"].toInt(), 2);
        QCOMPARE(answer[u"reasons"].toArray().at(0)[u"line"].toInt(), 3);
        QCOMPARE(answer[u"reasons"].toArray().at(1)[u"reason"].toString(), u"The price \"-2\" is less than 0."_s);
        QCOMPARE(ran.err, QByteArray("Nothing was taken from the file: 2 of its 3 rows cannot be prices; " +
                                     file.toUtf8() + ".rejects.csv has them with the reason.\n"));
        m_boss.refused(1, {"prices", "publish", "STD"});
        m_boss.refused(1, {"prices", "import", m_company->path("none.csv"), "--list", "STD"});
        m_boss.refused(1, {"prices", "import", file, "--list", "NONE"});
        m_boss.refused(1, {"prices", "rollback", "STD", "7"});
        m_boss.refused(1, {"prices", "diff", "STD"});
        m_boss.refused(1, {"prices", "explain", "nothing"});
        m_boss.refused(2, {"prices"});
        m_boss.refused(2, {"prices", "import", file});
    }

    void aWorkbookIsReadByEveryImport()
    {
        const QString file = sharedData("xlsx-libxlsxwriter/shared_strings01.xlsx");
        if (file.isEmpty())
            QSKIP("the shared workbooks are not here");
        m_boss.refused(1, {"import", file, "--as", "product", "--sheet", "None"});
    }

    void promotionsThatClashAreNamed()
    {
        QCOMPARE(m_boss.json({"promotion", "check"})[u"clashes"].toArray().size(), 0);
        for (const char* code : {"A", "B"})
            m_boss.add("promotion",
                       {QByteArray("code=") + code, QByteArray("name=Offer ") + code, "kind=percent", "percent=5"});
        const QJsonArray clashes = m_boss.json({"promotion", "check", "--account", "Acme"})[u"clashes"].toArray();
        QCOMPARE(clashes.size(), 1);
        QVERIFY(clashes.at(0)[u"why"].toString().contains(u"clash for Acme"_s));
    }
};

QTEST_GUILESS_MAIN(PricesTest)
#include "PricesTest.moc"
