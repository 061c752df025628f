// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/SmallCompany.h"

#include <QFile>
#include <QTest>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// A quote written with satchelctl, as a script would.
class QuoteCommandsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SmallCompany> m_company;
    Profile m_ana;

    QJsonObject show(const QString& quote) { return m_ana.json({"quote", "show", quote}); }
    static QString amount(const QJsonValue& money) { return money[u"amount"].toString(); }
    QString net(const QString& quote) { return amount(show(quote)[u"totals"][u"net"]); }
    QString begin(const char* title)
    {
        return m_ana.json({"quote", "new", "Acme", "--title", title, "--list", "STD"})[u"id"].toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_company = std::make_unique<SmallCompany>();
        m_company->boss.add("price_entry", {"price_list=STD", "product=CH", "price=11.00 EUR", "min_quantity=10"});
        m_company->boss.sync();
        m_ana = m_company->laptop("ana");
    }

    void linesArePricedChangedMovedAndRemoved()
    {
        const QString quote = begin("Chairs");
        const QJsonObject added = m_ana.json({"quote", "line", "add", quote, "CH", "--quantity", "12"});
        QCOMPARE(added[u"added"][0][u"line"].toString(), u"1"_s);
        m_ana.json({"quote", "line", "add", quote, "Chair", "--price", "9.99 EUR", "--optional"});
        m_ana.json({"quote", "line", "add", quote, "--text", "Delivered on Monday", "--first"});
        QJsonObject shown = show(quote);
        QCOMPARE(shown[u"lines"].toArray().size(), 3);
        QCOMPARE(shown[u"lines"][0][u"line"].toString(), u"T1"_s);
        QCOMPARE(amount(shown[u"lines"][1][u"unit_price"]), u"11.00"_s);
        QVERIFY(!shown[u"lines"][1][u"explanation"].toString().isEmpty());
        QCOMPARE(shown[u"lines"][2][u"role"].toString(), u"optional"_s);
        QCOMPARE(amount(shown[u"totals"][u"net"]), u"132.00"_s);
        QVERIFY(!shown.contains(u"margin")); // she does not know costs
        m_ana.json({"quote", "line", "set", quote, "1", "--quantity", "2"});
        QCOMPARE(net(quote), u"24.60"_s);
        m_ana.json({"quote", "discount", quote, "10%", "--line", "1"});
        m_ana.json({"quote", "discount", quote, "0.14 EUR", "--document"});
        QCOMPARE(net(quote), u"22.00"_s);
        m_ana.json({"quote", "price", quote, "1", "5"});
        QCOMPARE(net(quote), u"8.86"_s);
        m_ana.json({"quote", "price", quote, "1", "--clear"});
        m_ana.json({"quote", "group", "add", quote, "Hall"});
        m_ana.json({"quote", "line", "move", quote, "1", "--group", "Hall"});
        m_ana.json({"quote", "group", "set", quote, "Hall", "Big hall"});
        shown = show(quote);
        QCOMPARE(shown[u"groups"][0][u"title"].toString(), u"Big hall"_s);
        QCOMPARE(amount(shown[u"groups"][0][u"subtotal"]), u"22.14"_s);
        QCOMPARE(shown[u"groups"][0][u"group"].toString(), u"2"_s);
        QCOMPARE(shown[u"lines"][2][u"line"].toString(), u"2.1"_s);
        m_ana.json({"quote", "line", "remove", quote, "T1", "1"});
        QCOMPARE(show(quote)[u"lines"].toArray().size(), 1);
        // By its title, for people.
        const Ran text = m_ana.run({"quote", "show", "Chairs", "--why"});
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("Big hall"));
    }

    void rowsArePastedFromAFile()
    {
        const QString quote = begin("Pasted");
        QFile file(m_company->path("rows.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("product\tquantity\nCH\t3\nChair\t10\n");
        file.close();
        m_ana.json({"quote", "paste", quote, file.fileName()});
        QCOMPARE(net(quote), u"146.90"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("CH\t3\nTable\t1\n");
        file.close();
        QVERIFY(m_ana.refused(1, {"quote", "paste", quote, file.fileName()}).contains("row 2"));
        QCOMPARE(net(quote), u"146.90"_s);
    }

    void templatesDuplicatesAndRepricing()
    {
        const QString quote = begin("Model");
        m_ana.json({"quote", "line", "add", quote, "CH"});
        const QString model = m_ana.json({"quote", "template", quote, "Usual chairs"})[u"id"].toString();
        QCOMPARE(show(model)[u"quote"][u"template"].toBool(), true);
        const QString made =
            m_ana.json({"quote", "new", "A-1", "--template", "Usual chairs", "--title", "For Acme"})[u"id"].toString();
        QCOMPARE(net(made), u"12.30"_s);
        QVERIFY(m_ana.json({"quote", "duplicate", made})[u"id"].toString() != made);
        const QJsonObject preview = m_ana.json({"quote", "reprice", made, "--preview"});
        QCOMPARE(preview[u"changes"].toBool(), false);
        QCOMPARE(m_ana.json({"quote", "reprice", made})[u"applied"].toBool(), true);
        for (const QJsonValue& warning : m_ana.json({"quote", "warnings", made})[u"warnings"].toArray())
            QCOMPARE(warning[u"code"].toString(), u"draft_number"_s);
    }

    void quotesAreNumberedOnceARangeIsLeased()
    {
        m_ana.sync();
        const QString quote = begin("Numbered");
        const QString number = show(quote)[u"quote"][u"number"].toString();
        QVERIFY2(number.startsWith(u"Q-"), qPrintable(number));
        m_ana.json({"quote", "line", "add", number, "CH"});
        QCOMPARE(net(number), u"12.30"_s);
        m_ana.sync();
        QVERIFY(m_ana.verified());
    }

    void whatMakesNoSenseIsRefusedInASentence()
    {
        const QString quote = begin("Refusals");
        m_ana.json({"quote", "line", "add", quote, "CH"});
        m_ana.refused(1, {"quote", "line", "set", quote, "7", "--quantity", "2"});
        m_ana.refused(1, {"quote", "line", "set", quote, "1", "--quantity", "-2"});
        m_ana.refused(1, {"quote", "line", "set", quote, "1", "--quantity", "many"});
        m_ana.refused(1, {"quote", "line", "add", quote, "Nothing of the kind"});
        m_ana.refused(1, {"quote", "price", quote, "1", "5 USD"});
        m_ana.refused(1, {"quote", "discount", quote, "120", "--document"});
        m_ana.refused(1, {"quote", "discount", quote, "5"});
        m_ana.refused(1, {"quote", "show", "Q-999999"});
        m_ana.refused(2, {"quote"});
        m_ana.refused(2, {"quote", "line", "add"});
        QCOMPARE(m_ana.run({"quote", "line", "--help"}).code, 0);
        QCOMPARE(net(quote), u"12.30"_s);
    }
};

QTEST_GUILESS_MAIN(QuoteCommandsTest)
#include "QuoteCommandsTest.moc"
