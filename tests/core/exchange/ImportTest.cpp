// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Import.h"
#include "core/base/Files.h"
#include "core/exchange/Csv.h"
#include "core/exchange/Export.h"
#include "tests/support/HandEnvironment.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace satchel;

namespace {

// A laptop of one person, alone in the world.
struct Laptop {
    QTemporaryDir folder;
    test::HandEnvironment environment;
    std::unique_ptr<Replica> replica;

    explicit Laptop(Role role = Role::Administrator)
    {
        replica =
            std::move(Replica::open(folder.filePath(QStringLiteral("profile")).toStdString(), environment).value());
        ReplicaIdentity identity;
        identity.login = "admin";
        identity.user = environment.newId();
        identity.role = role;
        identity.secret = environment.random(32);
        identity.digestKey = environment.random(16);
        identity.incarnation = environment.newId();
        if (!replica->setIdentity(identity))
            qFatal("the identity could not be set");
    }

    Id add(const char* entity, const std::vector<std::pair<const char*, Value>>& values)
    {
        const Entity& type = schema::entity(entity);
        Edit edit{.kind = OperationKind::Create, .entity = &type, .id = environment.newId()};
        for (const auto& [field, value] : values)
            edit.values.emplace_back(*type.indexOf(field), value);
        const auto receipt = replica->commit({edit});
        if (!receipt)
            qFatal("%s", receipt.error().message.c_str());
        return edit.id;
    }

    std::vector<Record> rows(const char* entity)
    {
        Query query;
        query.entity = &schema::entity(entity);
        query.limit = 5000;
        return replica->list(query)->rows;
    }

    Result<ImportReport> import(const char* entity, const std::string& text, ImportOptions options = {})
    {
        options.entity = &schema::entity(entity);
        return importCsv(*replica, text, options);
    }
};

// "created updated unchanged rejected", with the first reason.
QByteArray counts(const Result<ImportReport>& report)
{
    if (!report)
        return QByteArray::fromStdString(report.error().message);
    for (std::size_t i = 0; i < std::min<std::size_t>(report->rejected.size(), 3); ++i)
        qInfo("line %zu: %s", report->rejected[i].line, report->rejected[i].reason.c_str());
    return QByteArray::number(qlonglong(report->created)) + " " + QByteArray::number(qlonglong(report->updated)) + " " +
           QByteArray::number(qlonglong(report->unchanged)) + " " +
           QByteArray::number(qulonglong(report->rejected.size()));
}

std::string shared(const char* file)
{
    const std::string path = std::string(SATCHEL_SHARED_DATA) + "/" + file;
    return std::filesystem::exists(path) ? *readFile(path) : std::string();
}

} // namespace

class ImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecondImportOfAFileChangesNothing()
    {
        Laptop laptop;
        const std::string file = "Number,Name,City,Tags,Timeline,Notes,unknown\n"
                                 "1,Acme,Ulm,vip,first visit,\"two\nlines\",x\n"
                                 "2,Beta,,\"[\"\"a\"\",\"\"b\"\"]\",,,\n";
        ImportOptions options;
        options.columns = {{"City", "address.city"}};
        options.constants = {{"status", "customer"}, {"address.country", "Germany"}};
        const auto first = laptop.import("account", file, options);
        QCOMPARE(counts(first), QByteArray("2 0 0 0"));
        QCOMPARE(first->ignored, (std::vector<std::string>{"unknown"}));
        const auto rows = laptop.rows("account");
        QCOMPARE(rows[0].value("address").text(), std::string("{\"city\":\"Ulm\",\"country\":\"Germany\"}"));
        QCOMPARE(rows[0].value("tags").text(), std::string("[\"vip\"]"));
        QCOMPARE(rows[0].value("status").text(), std::string("customer"));
        const auto waiting = laptop.replica->status()->waiting;
        QCOMPARE(counts(laptop.import("account", file, options)), QByteArray("0 0 2 0"));
        QCOMPARE(laptop.replica->status()->waiting, waiting);
    }

    void onlyWhatDiffersIsUpdatedAndEmptyCellsLeaveWhatIsThere()
    {
        Laptop laptop;
        QCOMPARE(counts(laptop.import("account", "number,name,industry\n1,Acme,Tools\n2,Beta,Paper\n")),
                 QByteArray("2 0 0 0"));
        QCOMPARE(counts(laptop.import("account", "number,name,industry\n1,Acme,\n2,Beta Ltd,Paper\n")),
                 QByteArray("0 1 1 0"));
        QCOMPARE(laptop.rows("account")[0].value("industry").text(), std::string("Tools"));
        QCOMPARE(laptop.rows("account")[1].value("name").text(), std::string("Beta Ltd"));
    }

    void rejectedRowsAreNamedWithTheirReasonAndTheOthersGoOn()
    {
        Laptop laptop;
        const auto report = laptop.import("contact", "email,last_name,birthday\n"
                                                     "a@example.com,Abel,1970-01-01\n"
                                                     "b@example.com,,\n"
                                                     "not an address,Cole,\n"
                                                     "d@example.com,Dent,1.1.1970\n"
                                                     ",Egan,\n"
                                                     "a@example.com,Abel again,\n"
                                                     "f@example.com,Fox\n"
                                                     "g@example.com,Gray,\n");
        QCOMPARE(counts(report), QByteArray("2 0 0 6"));
        std::vector<std::string> reasons;
        for (const RejectedRow& row : report->rejected)
            reasons.push_back(std::to_string(row.line) + " " + row.reason);
        QCOMPARE(reasons,
                 (std::vector<std::string>{
                     "3 The last name of a contact must be given.",
                     "4 The email of a contact must look like name@example.com; \"not an address\" does not.",
                     "5 The birthday of a contact must be a date such as 2026-11-22; \"1.1.1970\" is none.",
                     "6 The row has no email, by which a contact is told from others.",
                     "7 The file has this email in an earlier row.", "8 The row has 2 cells; the header has 3."}));
        const auto rejects = readCsv(rejectsCsv(*report));
        QVERIFY(rejects);
        QCOMPARE(rejects->header, (std::vector<std::string>{"email", "last_name", "birthday", "rejected because"}));
        QCOMPARE(rejects->rows.size(), std::size_t(6));
        QCOMPARE(rejects->rows[1].cells[0], std::string("not an address"));
    }

    void aWrongMappingChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("unknown column") << QByteArray("Nmae") << QByteArray("name");
        QTest::newRow("unknown field") << QByteArray("Label") << QByteArray("nmae");
        QTest::newRow("unknown member") << QByteArray("Label") << QByteArray("address.town");
        QTest::newRow("part of a plain field") << QByteArray("Label") << QByteArray("name.first");
        QTest::newRow("two sources") << QByteArray("Label") << QByteArray("status");
    }
    void aWrongMappingChangesNothing()
    {
        QFETCH(QByteArray, column);
        QFETCH(QByteArray, field);
        Laptop laptop;
        ImportOptions options;
        options.columns = {{column.toStdString(), field.toStdString()}};
        options.constants = {{"status", "customer"}};
        const auto report = laptop.import("account", "number,name,Label\n1,Acme,x\n", options);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Invalid);
        QVERIFY(laptop.rows("account").empty());
    }

    void rowsMustBeTellable()
    {
        Laptop laptop;
        QVERIFY(!laptop.import("account", "name\nAcme\n"));
        QVERIFY(!laptop.import("task", "title\nCall\n"));
        ImportOptions options;
        options.key = {"title"};
        QCOMPARE(counts(laptop.import("task", "title\nCall\n", options)), QByteArray("1 0 0 0"));
        QCOMPARE(counts(laptop.import("task", "title\nCall\n", options)), QByteArray("0 0 1 0"));
    }

    void aTrialRunCountsButChangesNothing()
    {
        Laptop laptop;
        ImportOptions options;
        options.dryRun = true;
        QCOMPARE(counts(laptop.import("account", "number,name,parent\n1,Acme,\n2,Acme North,1\n3,,\n", options)),
                 QByteArray("2 0 0 1"));
        QVERIFY(laptop.rows("account").empty());
        QCOMPARE(laptop.replica->status()->waiting, std::int64_t(0));
    }

    void aRowMayReferToAnEarlierOne()
    {
        Laptop laptop;
        QCOMPARE(counts(laptop.import("account", "number,name,parent\n1,Acme,\n2,Acme North,1\n3,Lost,9\n")),
                 QByteArray("2 0 0 1"));
        const auto rows = laptop.rows("account");
        QCOMPARE(rows[1].value("parent").id() == rows[0].id, true);
    }

    void pricesTakeTheCurrencyOfTheirList()
    {
        Laptop laptop;
        laptop.add("price_list", {{"name", "Net prices"}, {"code", "NET"}, {"currency", "EUR"}});
        QCOMPARE(counts(laptop.import("product", "code,name,active\n1,Chai,1\n2,Chang,no\n")), QByteArray("2 0 0 0"));
        ImportOptions options;
        options.constants = {{"price_list", "NET"}};
        const std::string file = "product,price\n1,18\nChang,19.5\n3,1\n";
        QCOMPARE(counts(laptop.import("price_entry", file, options)), QByteArray("2 0 0 1"));
        QCOMPARE(counts(laptop.import("price_entry", file, options)), QByteArray("0 0 2 1"));
        std::vector<std::string> prices;
        for (const Record& row : laptop.rows("price_entry"))
            prices.push_back(row.value("price").text());
        std::sort(prices.begin(), prices.end());
        QCOMPARE(prices, (std::vector<std::string>{"18.00 EUR", "19.50 EUR"}));
    }

    void whatARoleMayNotDoIsRejectedRowByRow()
    {
        Laptop laptop(Role::Salesperson);
        const auto products = laptop.import("product", "code,name\n1,Chai\n2,Chang\n");
        QCOMPARE(counts(products), QByteArray("0 0 0 2"));
        QCOMPARE(products->rejected.front().reason, std::string("Your role may not add a product."));
        QCOMPARE(counts(laptop.import("account", "number,name,national\n1,Acme,yes\n2,Beta,\n")),
                 QByteArray("1 0 0 1"));
    }

    void anExportComesBackUnchanged()
    {
        Laptop laptop;
        const Id account = laptop.add("account", {{"name", "=Acme"},
                                                  {"phone", "+49 170/12-3"},
                                                  {"notes", "a\r\n\"b\", c"},
                                                  {"annual_revenue", "-12.30 EUR"},
                                                  {"tags", "[\"a\",\"b\"]"},
                                                  {"address", "{\"street\":\"Hafengasse 1\",\"city\":\"Ulm\"}"}});
        laptop.add("activity", {{"subject", "-5"}, {"account", account}, {"kind", "call"}});
        for (const char* entity : {"account", "activity"}) {
            const auto exported = exportCsv(*laptop.replica, schema::entity(entity));
            QVERIFY(exported);
            QCOMPARE(exported->rows, std::int64_t(1));
            QVERIFY(exported->text.find("\n=") == std::string::npos && exported->text.find(",=") == std::string::npos);
            QCOMPARE(counts(laptop.import(entity, exported->text)), QByteArray("0 0 1 0"));
        }
    }

    void theNorthwindFilesAreImportedTwice()
    {
        const std::string customers = shared("crm-northwind/Customers.csv");
        if (customers.empty())
            QSKIP("the Northwind files are not beside the project");
        Laptop laptop;
        ImportOptions options;
        options.columns = {{"CustomerID", "number"},           {"CompanyName", "name"},
                           {"Address", "address.street"},      {"City", "address.city"},
                           {"PostalCode", "address.postcode"}, {"Country", "address.country"},
                           {"Region", "address.region"}};
        QCOMPARE(counts(laptop.import("account", customers, options)), QByteArray("93 0 0 0"));
        QCOMPARE(counts(laptop.import("account", customers, options)), QByteArray("0 0 93 0"));

        const std::string products = shared("crm-northwind/Products.csv");
        options.columns = {{"ProductID", "code"}, {"ProductName", "name"}, {"QuantityPerUnit", "unit"}};
        QCOMPARE(counts(laptop.import("product", products, options)), QByteArray("77 0 0 0"));
        QCOMPARE(counts(laptop.import("product", products, options)), QByteArray("0 0 77 0"));

        laptop.add("price_list", {{"name", "Northwind"}, {"code", "NW"}, {"currency", "USD"}});
        options.columns = {{"ProductID", "product"}, {"UnitPrice", "price"}};
        options.constants = {{"price_list", "NW"}};
        QCOMPARE(counts(laptop.import("price_entry", products, options)), QByteArray("77 0 0 0"));
        QCOMPARE(counts(laptop.import("price_entry", products, options)), QByteArray("0 0 77 0"));
    }

    void contactsOfManyCountriesAreImportedTwice()
    {
        const std::string contacts = shared("contacts-faker/contacts_74_locales.csv");
        if (contacts.empty())
            QSKIP("the contacts are not beside the project");
        Laptop laptop;
        ImportOptions options;
        options.columns = {{"street", "address.street"},
                           {"city", "address.city"},
                           {"state", "address.region"},
                           {"postcode", "address.postcode"},
                           {"country", "address.country"}};
        const auto first = laptop.import("contact", contacts, options);
        QVERIFY(first);
        for (const RejectedRow& row : first->rejected)
            QCOMPARE(row.reason, std::string("The file has this email in an earlier row."));
        QVERIFY(first->created > 1000);
        const auto second = laptop.import("contact", contacts, options);
        QCOMPARE(second->created + second->updated, std::int64_t(0));
        QCOMPARE(second->unchanged, first->created);
        QCOMPARE(second->rejected.size(), first->rejected.size());
    }
};

QTEST_GUILESS_MAIN(ImportTest)
#include "ImportTest.moc"
