// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/SmallCompany.h"

#include <QTemporaryDir>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// Real files come in with a mapping, every row that does not is named with the reason, and a second import of the same
/// file changes nothing.
class ImportTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SmallCompany> m_company;
    Profile m_boss;
    const Words m_customers{"--as",  "account",
                            "--map", "CustomerID=number",
                            "--map", "CompanyName=name",
                            "--map", "Address=address.street",
                            "--map", "City=address.city",
                            "--map", "Region=address.region",
                            "--map", "PostalCode=address.postcode",
                            "--map", "Country=address.country",
                            "--map", "Phone=phone",
                            "--set", "territory=North"};
    const Words m_products{"--as",  "product",          "--map", "ProductID=code",
                           "--map", "ProductName=name", "--map", "QuantityPerUnit=unit"};
    const Words m_prices{"--as",  "price_entry",     "--map", "ProductID=product",
                         "--map", "UnitPrice=price", "--set", "price_list=STD"};

    QJsonObject bring(const QString& file, const Words& how, const Words& more = {}) const
    {
        return m_boss.json(Words(Words{"import", file} + how + more));
    }
    static QList<int> counts(const QJsonObject& answer)
    {
        QList<int> numbers;
        for (const char* key : {"created", "updated", "unchanged", "rejected"})
            numbers << answer[QString::fromUtf8(key)].toInt(-1);
        return numbers;
    }
    /// A dry run and a first import of `rows` rows, and a second that changes nothing.
    void twice(const QString& file, const char* entity, const Words& how, int rows)
    {
        const QStringList before = m_boss.ids(entity);
        const int waiting = m_boss.waiting();
        QCOMPARE(counts(bring(file, how, {"--dry-run"})), (QList<int>{rows, 0, 0, 0}));
        QCOMPARE(m_boss.ids(entity), before);
        QCOMPARE(m_boss.waiting(), waiting);
        const QJsonObject first = bring(file, how);
        QCOMPARE(counts(first), (QList<int>{rows, 0, 0, 0}));
        QVERIFY(first[u"rejects_file"].isNull());
        QCOMPARE(m_boss.ids(entity).size(), before.size() + rows);
        const int made = m_boss.waiting();
        QCOMPARE(counts(bring(file, how)), (QList<int>{0, 0, rows, 0}));
        QCOMPARE(m_boss.waiting(), made);
    }
    QJsonObject only(const char* entity, const QByteArray& condition) const
    {
        const QJsonArray rows = m_boss.all(entity, {"--where", condition});
        if (rows.size() != 1)
            QTest::qFail((condition + " has " + QByteArray::number(rows.size())).constData(), __FILE__, __LINE__);
        return rows.at(0).toObject();
    }
    QString written(const char* name, const QByteArray& content) const
    {
        writeFile(m_company->path(name), content);
        return m_company->path(name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_company = std::make_unique<SmallCompany>();
        m_boss = m_company->boss;
    }

    void theCustomersOfNorthwindBecomeAccounts()
    {
        const QString file = sharedData("crm-northwind/Customers.csv");
        if (file.isEmpty())
            QSKIP("the Northwind data is not here");
        twice(file, "account", m_customers, 93);
        const QJsonObject ana = only("account", "number=ANATR");
        QCOMPARE(ana[u"name"].toString(), u"Ana Trujillo Emparedados y helados"_s);
        QCOMPARE(ana[u"address"].toObject(), (QJsonObject{{u"street"_s, u"Avda. de la Constitución 2222"_s},
                                                          {u"city"_s, u"México D.F."_s},
                                                          {u"postcode"_s, u"05021"_s},
                                                          {u"country"_s, u"Mexico"_s}}));
        QCOMPARE(ana[u"phone"].toString(), u"(5) 555-4729"_s);
        QCOMPARE(ana[u"territory"].toString(), m_company->id("North"));
    }

    void theProductsOfNorthwindBecomeProductsWithPricesInAPriceList()
    {
        const QString file = sharedData("crm-northwind/Products.csv");
        if (file.isEmpty())
            QSKIP("the Northwind data is not here");
        twice(file, "product", m_products, 77);
        QCOMPARE(only("product", "code=2")[u"name"].toString(), u"Chang"_s);
        twice(file, "price_entry", m_prices, 77);
        const QJsonObject chang =
            only("price_entry", "product=" + only("product", "code=2")[u"id"].toString().toUtf8());
        QCOMPARE(chang[u"price"].toObject(), (QJsonObject{{u"amount"_s, u"19.00"_s}, {u"currency"_s, u"EUR"_s}}));
        QCOMPARE(chang[u"price_list"].toString(), m_company->id("list"));
    }

    void peopleOfSeventyFourLocalesBecomeContacts()
    {
        const QString contacts = sharedData("contacts-faker/contacts_74_locales.csv");
        if (contacts.isEmpty())
            QSKIP("the contacts are not here");
        const QTemporaryDir desk; // what is rejected is written beside the file
        const QString file = desk.filePath(u"contacts.csv"_s);
        QVERIFY(QFile::copy(contacts, file));
        const Words how{"--as",  "contact",
                        "--map", "street=address.street",
                        "--map", "city=address.city",
                        "--map", "state=address.region",
                        "--map", "postcode=address.postcode",
                        "--map", "country=address.country",
                        "--set", "account=Acme"};
        const int rows = 74 * 15;
        const QJsonObject first = bring(file, how);
        const QList<int> numbers = counts(first);
        QCOMPARE(numbers[0] + numbers[1] + numbers[2] + numbers[3], rows); // each row is accounted for
        QVERIFY(numbers[0] > rows * 9 / 10);
        if (numbers[3] > 0)
            QVERIFY(!contentOf(first[u"rejects_file"].toString()).isEmpty());
        const int waiting = m_boss.waiting();
        const QList<int> again = counts(bring(file, how));
        QCOMPARE(again, (QList<int>{0, 0, numbers[0], numbers[3]}));
        QCOMPARE(m_boss.waiting(), waiting);
        const QJsonObject susan = only("contact", "email=Tasha71@example.com");
        QCOMPARE(susan[u"last_name"].toString(), u"Pieterse"_s);
        QCOMPARE(susan[u"address"][u"region"].toString(), u"Vrystaat"_s);
    }

    void everyRejectedRowIsNamedWithItsReasonAndTheOthersComeIn()
    {
        const QString file = written("mixed.csv", "number,name,employees,phone\r\n"
                                                  "M1,\"First, with a comma\",5,\r\n"
                                                  "M2,Second,many,\r\n"
                                                  "M1,First again,6,\r\n"
                                                  "M3,,7,\r\n"
                                                  "M4,\"Fourth \"\"quoted\"\"\",8,\"+49\n30\"\r\n"
                                                  "M5," +
                                                      QByteArray(201, 'x') +
                                                      ",9,\r\n"
                                                      "M6,Sixth,9,no digits\r\n"
                                                      ",No key,9,\r\n"
                                                      "M7,Seventh,10,+49 7\r\n");
        const QJsonObject answer = bring(file, {"--as", "account"});
        const QList<int> numbers = counts(answer);
        QCOMPARE(numbers[0] + numbers[3], 9);
        QVERIFY(numbers[3] >= 5);
        QCOMPARE(only("account", "number=M1")[u"name"].toString(), u"First, with a comma"_s);
        QCOMPARE(only("account", "number=M7")[u"employees"].toInt(), 10);
        for (const char* refused : {"M2", "M3", "M5", "M6"})
            QVERIFY2(m_boss.all("account", {"--where", "number=" + QByteArray(refused)}).isEmpty(), refused);
        const QByteArray rejects = contentOf(answer[u"rejects_file"].toString());
        for (const char* named : {"M2,", "First again", "M3,", "M5,", "M6,"})
            QVERIFY2(rejects.contains(named), rejects.constData());
        QVERIFY(rejects.contains("many") && rejects.contains("employees"));
    }

    void importedRowsTravelAndChangedRowsAreUpdatedFieldByField()
    {
        bring(written("v1.csv", "number,name,segment\nV1,Versioned,A\nV2,Other,B\n"),
              {"--as", "account", "--set", "territory=North"});
        const QString id = only("account", "number=V1")[u"id"].toString();
        m_boss.set("account", id, {"website=https://example.com"});
        const QJsonObject second =
            bring(written("v2.csv", "number,name,segment\nV1,Versioned,C\nV2,Other,B\nV3,New,A\n"),
                  {"--as", "account", "--set", "territory=North"});
        QCOMPARE(counts(second), (QList<int>{1, 1, 1, 0}));
        QCOMPARE(m_boss.show("account", id)[u"segment"].toString(), u"C"_s);
        QCOMPARE(m_boss.show("account", id)[u"website"].toString(), u"https://example.com"_s);
        QCOMPARE(m_boss.sync()[u"rejected"].toInt(), 0);
        QVERIFY(m_boss.verified());
        const Profile ana = m_company->laptop("ana");
        QCOMPARE(ana.show("account", id)[u"segment"].toString(), u"C"_s);
    }

    void anotherKeyMayTellRowsApart()
    {
        const QString file = written("key.csv", "first_name,last_name,department\nKey,Person,Lab\n");
        const Words how{"--as", "contact", "--key", "first_name,last_name"};
        QCOMPARE(counts(bring(file, how)), (QList<int>{1, 0, 0, 0}));
        QCOMPARE(counts(bring(file, how)), (QList<int>{0, 0, 1, 0}));
        QCOMPARE(counts(bring(written("key2.csv", "first_name,last_name,department\nKey,Person,Office\n"), how)),
                 (QList<int>{0, 1, 0, 0}));
    }

    void severalPairsMayStandBehindOneFlag()
    {
        const QString file = written("pairs.csv", "No,Firm=Name,Where\nP1,Of pairs,Ulm\n");
        const Words behindOne{"--map",   "No=number", "Firm=Name=name",  "Where=address.city", "--as",
                              "account", "--set",     "territory=North", "segment=a=b"};
        QCOMPARE(counts(bring(file, behindOne)), (QList<int>{1, 0, 0, 0}));
        const QJsonObject made = only("account", "number=P1");
        QCOMPARE(made[u"name"].toString(), u"Of pairs"_s);
        QCOMPARE(made[u"address"][u"city"].toString(), u"Ulm"_s);
        QCOMPARE(made[u"segment"].toString(), u"a=b"_s);
        QCOMPARE(made[u"territory"].toString(), m_company->id("North"));
        QCOMPARE(counts(bring(file, {"--as", "account", "--map", "No=number", "--map", "Firm=Name=name", "--map",
                                     "Where=address.city", "--set", "territory=North", "--set", "segment=a=b"})),
                 (QList<int>{0, 0, 1, 0}));
        const Ran stranger = m_boss.run({"import", file, "--as", "account", "--map", "No=number", "Where"});
        QCOMPARE(stranger.code, 2);
        QVERIFY2(stranger.oneSentence() && stranger.all().contains("Where"), stranger.all().constData());
    }

    void anExportComesBackUnchanged_data()
    {
        QTest::addColumn<QByteArray>("entity");
        for (const char* entity :
             {"account", "contact", "product", "price_entry", "territory", "lead", "activity", "task"})
            QTest::newRow(entity) << QByteArray(entity);
    }
    void anExportComesBackUnchanged()
    {
        QFETCH(QByteArray, entity);
        m_boss.set("contact", m_company->id("Ruiz"),
                   {"notes= =1+1\n\"quoted\", and\r\nmore ", "tags=[\"a,b\",\"c\"]", R"(address={"city":"Ulm"})"});
        const QString file = m_company->path("export.csv");
        const int rows = m_boss.json({"export", entity, file})[u"rows"].toInt(-1);
        QCOMPARE(rows, m_boss.ids(entity.constData()).size());
        const int waiting = m_boss.waiting();
        QCOMPARE(counts(bring(file, {"--as", entity})), (QList<int>{0, 0, rows, 0}));
        QCOMPARE(m_boss.waiting(), waiting);
    }

    void theFilesOfTheCsvSpectrumAreReadAsExpected_data()
    {
        QTest::addColumn<Words>("how");
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* file, const Words& how, const char* condition, const char* field,
                            const char* value) {
            QTest::newRow(file) << how << QString::fromUtf8(condition) << QString::fromUtf8(field)
                                << QString::fromUtf8(value);
        };
        row("comma_in_quotes",
            {"--map", "first=first_name", "--map", "last=last_name", "--map", "address=department", "--map",
             "city=job_title", "--key", "last_name"},
            "first_name=John", "job_title", "Anytown, WW");
        row("empty",
            {"--map", "a=last_name", "--map", "b=department", "--map", "c=job_title", "--key", "last_name", "--set",
             "language=empty"},
            "language=empty", "", "");
        row("empty_crlf",
            {"--map", "a=last_name", "--map", "b=department", "--map", "c=job_title", "--key", "last_name", "--set",
             "language=empty_crlf"},
            "language=empty_crlf", "", "");
        row("escaped_quotes",
            {"--map", "a=last_name", "--map", "b=notes", "--key", "last_name", "--set", "language=escaped"}, "notes~ha",
            "notes", "ha \"ha\" ha");
        row("json", {"--map", "key=last_name", "--map", "val=notes", "--key", "last_name", "--set", "language=json"},
            "notes~Point", "notes", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}");
        row("newlines",
            {"--map", "a=notes", "--map", "b=last_name", "--map", "c=department", "--key", "last_name", "--set",
             "language=nl"},
            "notes~Once", "notes", "Once upon \na time");
        row("newlines_crlf",
            {"--map", "a=notes", "--map", "b=last_name", "--map", "c=department", "--key", "last_name,notes"},
            "notes~upon \r\n", "notes", "Once upon \r\na time");
        row("quotes_and_newlines", {"--map", "a=last_name", "--map", "b=notes", "--key", "last_name,notes"},
            "notes~\"ha\" \n", "notes", "ha \n\"ha\" \nha");
        row("simple_crlf",
            {"--map", "a=first_name", "--map", "b=last_name", "--map", "c=job_title", "--key",
             "first_name,last_name,job_title"},
            "first_name=1", "job_title", "3");
        row("utf8", {"--map", "a=first_name", "--map", "b=last_name", "--map", "c=job_title", "--key", "first_name"},
            "first_name=4", "job_title", "ʤ");
    }
    void theFilesOfTheCsvSpectrumAreReadAsExpected()
    {
        QFETCH(Words, how);
        QFETCH(QString, condition);
        QFETCH(QString, field);
        QFETCH(QString, value);
        const QString file = sharedData("csv-spectrum/csvs/" + QByteArray(QTest::currentDataTag()) + ".csv");
        if (file.isEmpty())
            QSKIP("the CSV files are not here");
        const Profile fresh = m_company->unused(QTest::currentDataTag());
        fresh.login(m_company->server.url(), "boss");
        const QJsonObject answer = fresh.json(Words(Words{"import", file, "--as", "contact"} + how));
        QCOMPARE(answer[u"rejected"].toInt(), 0);
        QVERIFY(answer[u"created"].toInt() > 0);
        const QJsonArray rows = fresh.all("contact", {"--where", condition});
        if (field.isEmpty()) {
            QCOMPARE(rows.size(), 2);
            return;
        }
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0][field].toString(), value);
    }
};

QTEST_GUILESS_MAIN(ImportTest)
#include "ImportTest.moc"
