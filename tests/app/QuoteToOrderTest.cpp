// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/Profile.h"
#include "tests/support/programs/RunningServer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// What satchelctl answers on the way from a written quote to an order, on the demo company.
class QuoteToOrderTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RunningServer> m_server;
    QList<QByteArrayList> m_users; ///< LOGIN, ROLE, TERRITORY, NAME
    Profile m_laptop;
    QString m_account;
    QString m_product;

    // A draft with lines at prices that the story names.
    QString write(const QList<Words>& lines) const
    {
        const QString quote = m_laptop.add("quote", {"title=Pumps", u"account="_s + m_account, "currency=EUR",
                                                     "date=2026-11-22", "valid_until=2099-12-31"});
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QString position = u"a"_s + QChar(static_cast<char16_t>(u'a' + i));
            Words fields = {u"quote="_s + quote, u"position="_s + position, u"product="_s + m_product,
                            "tax_percent=19"};
            fields += lines[i];
            m_laptop.add("quote_line", fields);
        }
        return quote;
    }
    Profile laptopOf(const QString& login) const
    {
        const Profile laptop(m_folder.filePath(login));
        laptop.login(m_server->url(), login);
        return laptop;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RunningServer>(m_folder.filePath(u"server"_s));
        const Ran made = m_server->command({"demo"}, {.password = std::nullopt});
        QVERIFY2(made.code == 0, made.all().constData());
        for (const QByteArray& line : made.out.trimmed().split('\n'))
            m_users << line.split('\t');
        QVERIFY(m_server->start());
        m_laptop = Profile(m_folder.filePath(u"laptop"_s));
        m_laptop.login(m_server->url(), m_users[0][0]);
        m_account = m_laptop.all("account")[0][u"id"].toString();
        m_product = m_laptop.all("product")[0][u"id"].toString();
    }

    void everyCommandSaysWhatItIsFor()
    {
        for (const char* command : {"submit", "approve", "reject", "withdraw", "hand-over", "accept", "decline",
                                    "expire", "revise", "diff", "pdf", "xlsx", "mail"}) {
            const Ran ran = m_laptop.run({"quote", command, "--help"});
            QCOMPARE(ran.code, 0);
            QVERIFY2(ran.out.contains("QUOTE"), command);
        }
        for (const char* command : {"list", "show", "export", "bought"})
            QCOMPARE(m_laptop.run({"order", command, "--help"}).code, 0);
        QVERIFY(m_laptop.run({"quote", "reject", "--help"}).out.contains("quote decline"));
        QVERIFY(m_laptop.run({"quote", "decline", "--help"}).out.contains("quote reject"));
        m_laptop.refused(2, {"quote", "accept", "Q-000001"});
        m_laptop.refused(1, {"quote", "hand-over", "Q-999999"});
    }

    void aQuoteBecomesAPaperAndAnOrder()
    {
        const QString quote =
            write({{"quantity=3", "list_price=33.33 EUR"}, {"list_price=20 EUR", "quantity=1", "role=optional"}});
        QVERIFY(m_laptop.json({"quote", "submit", quote})[u"needed"] == QJsonValue(false));
        const QJsonObject handed = m_laptop.json({"quote", "hand-over", quote});
        const QString number = handed[u"number"].toString();
        QVERIFY2(number.startsWith(u"Q-"_s), qPrintable(number));
        QCOMPARE(handed[u"gross"].toString(), u"118.99 EUR"_s);
        QVERIFY(m_laptop.refused(1, {"quote", "hand-over", number}).contains("handed over already"));

        const QString file = m_folder.filePath(u"quote.pdf"_s);
        QCOMPARE(m_laptop.json({"quote", "pdf", number, file})[u"number"].toString(), number);
        QVERIFY(contentOf(file).startsWith("%PDF-"));
        const QByteArray once = contentOf(file);
        m_laptop.json({"quote", "pdf", number, file});
        QCOMPARE(contentOf(file), once);
        m_laptop.json({"quote", "xlsx", number, file});
        QVERIFY(contentOf(file).startsWith("PK"));
        m_laptop.json({"quote", "mail", number, file, "--xlsx"});
        QVERIFY(contentOf(file).contains("application/pdf"));

        const QJsonObject accepted =
            m_laptop.json({"quote", "accept", number, "--by", "Ana Ruiz", "--choose", "2", "--reference", "PO 7"});
        QCOMPARE(accepted[u"net"].toString(), u"119.99 EUR"_s);
        const QString order = accepted[u"order_number"].toString();
        const QJsonObject shown = m_laptop.json({"order", "show", order});
        QCOMPARE(shown[u"lines"].toArray().size(), 2);
        QCOMPARE(shown[u"reference"].toString(), u"PO 7"_s);
        bool listed = false;
        for (const QJsonValue& row :
             m_laptop.json({"order", "list", "--account", m_account, "--limit", "1000"})[u"rows"].toArray())
            listed = listed || row[u"number"].toString() == order;
        QVERIFY(listed);
        const QJsonArray bought =
            m_laptop.json({"order", "bought", m_account, "--product", m_product})[u"rows"].toArray();
        QCOMPARE(bought[0][u"order"].toString(), order);
        QCOMPARE(bought[0][u"unit_price"].toString(), u"33.33 EUR"_s);

        const QString csv = m_folder.filePath(u"orders.csv"_s);
        const QJsonObject exported = m_laptop.json({"order", "export", csv, "--account", m_account});
        QVERIFY(exported[u"lines"].toInt() >= 2);
        QVERIFY(contentOf(csv).startsWith("order,ordered_on,received,reference,quote,"));
        QVERIFY(contentOf(csv).contains("," + number.toUtf8() + ","));
        m_laptop.sync();
        QVERIFY(m_laptop.verified());
    }

    void whatIsTooMuchIsApprovedOnAnotherLaptop()
    {
        const QString quote = write({{"quantity=1", "list_price=100 EUR", "discount_percent=35"}});
        QVERIFY(m_laptop.refused(1, {"quote", "hand-over", quote}).contains("needs an approval"));
        const QJsonObject asked = m_laptop.json({"quote", "submit", quote, "--comment", "A large customer"});
        QVERIFY(asked[u"needed"].toBool());
        QCOMPARE(asked[u"reasons"].toArray().size(), 1);
        m_laptop.sync();
        const Profile manager = laptopOf(asked[u"asked"].toString());
        const QJsonObject decided =
            manager.json({"quote", "approve", asked[u"approval"].toString(), "--answer", "This once"});
        QCOMPARE(decided[u"decision"].toString(), u"approved"_s);
        QCOMPARE(decided[u"status"].toString(), u"draft"_s);
        manager.sync();
        m_laptop.sync();
        QVERIFY(m_laptop.json({"quote", "submit", quote})[u"allowed"].toBool());
        m_laptop.json({"quote", "hand-over", quote});
    }

    void theNextRevisionIsComparedWithTheLast()
    {
        const QString quote = write({{"quantity=1", "list_price=100 EUR"}});
        const QString number = m_laptop.json({"quote", "hand-over", quote})[u"number"].toString();
        const QJsonObject next = m_laptop.json({"quote", "revise", number});
        QCOMPARE(next[u"revision"].toInt(), 2);
        QCOMPARE(next[u"number"].toString(), number);
        QCOMPARE(next[u"former"].toString(), quote);
        QVERIFY(m_laptop.json({"quote", "diff", number})[u"equal"].toBool());
        for (const QJsonValue& line : m_laptop.all("quote_line"))
            if (line[u"quote"] == next[u"id"])
                m_laptop.set("quote_line", line[u"id"].toString(), {"quantity=4"});
        const QJsonObject diff = m_laptop.json({"quote", "diff", number + u"/1"_s, number + u"/2"_s});
        QCOMPARE(diff[u"left"][u"gross"].toString(), u"119.00 EUR"_s);
        QCOMPARE(diff[u"right"][u"gross"].toString(), u"476.00 EUR"_s);
        QCOMPARE(diff[u"lines"][0][u"kind"].toString(), u"changed"_s);
        QCOMPARE(diff[u"lines"][0][u"changes"][0][u"field"].toString(), u"quantity"_s);
        QCOMPARE(m_laptop.json({"quote", "decline", number + u"/1"_s, "--reason", "Too late"})[u"status"].toString(),
                 u"rejected"_s);
        QVERIFY(m_laptop.refused(1, {"quote", "expire", number + u"/1"_s}).contains("rejected"));
    }
};

QTEST_GUILESS_MAIN(QuoteToOrderTest)
#include "QuoteToOrderTest.moc"
