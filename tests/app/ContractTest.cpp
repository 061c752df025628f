// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/Profile.h"
#include "tests/support/programs/RunningServer.h"

#include <QSet>
#include <QTemporaryDir>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// The contract of satchelctl that scripts rely on, on the demo company: what each command answers, how lists are
/// asked, and how values are written. The stories share one salesperson's laptop and leave the others' records alone.
class ContractTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RunningServer> m_server;
    QList<QByteArrayList> m_users; ///< LOGIN, ROLE, TERRITORY, NAME
    Profile m_laptop;
    QJsonObject m_signedIn;

    QByteArray login(const QByteArray& role) const
    {
        for (const QByteArrayList& user : m_users)
            if (user[1] == role)
                return user[0];
        return {};
    }
    QJsonArray rows(const Words& words) const { return m_laptop.json(words)[u"rows"].toArray(); }
    static QStringList idsOf(const QJsonArray& rows)
    {
        QStringList ids;
        for (const QJsonValue& row : rows)
            ids << row[u"id"].toString();
        return ids;
    }
    template <typename Fits>
    QStringList expected(const char* entity, const Fits& fits) const
    {
        QStringList ids;
        for (const QJsonValue& row : m_laptop.all(entity))
            if (fits(row.toObject()))
                ids << row[u"id"].toString();
        ids.sort();
        return ids;
    }
    QStringList found(const char* entity, const Words& more) const
    {
        QStringList ids = idsOf(m_laptop.all(entity, more));
        ids.sort();
        return ids;
    }
    static QSet<QString> keys(const QJsonObject& object)
    {
        const QStringList list = object.keys();
        return {list.begin(), list.end()};
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
        m_signedIn = m_laptop.login(m_server->url(), m_users[0][0]);
    }

    void theDemoCompanyHasTwelveUsersInAllRolesAndASalespersonFirst()
    {
        QCOMPARE(m_users.size(), 12);
        QSet<QByteArray> roles;
        for (const QByteArrayList& user : m_users) {
            QCOMPARE(user.size(), 4);
            roles << user[1];
        }
        QCOMPARE(roles, (QSet<QByteArray>{"salesperson", "inside_sales", "account_manager", "sales_manager",
                                          "marketing", "administrator"}));
        QCOMPARE(m_users[0][1], "salesperson");
        QVERIFY(m_laptop.ids("contact").size() >= 30);
    }

    void someAccountManagerSharesThirtyContactsWithTheFirstSalesperson()
    {
        const QStringList mine = m_laptop.ids("contact");
        qsizetype most = 0;
        for (const QByteArrayList& user : m_users) {
            if (user[1] != "account_manager")
                continue;
            const Profile manager(m_folder.filePath(QString::fromUtf8(user[0])));
            manager.login(m_server->url(), user[0]);
            QSet<QString> shared(mine.begin(), mine.end());
            const QStringList his = manager.ids("contact");
            shared.intersect({his.begin(), his.end()});
            most = qMax(most, shared.size());
        }
        QVERIFY(most >= 30);
    }

    void theAdministratorSeesTheWholeCompanyAndTheSalespersonOnlyHisArea()
    {
        const Profile all(m_folder.filePath(u"admin"_s));
        all.login(m_server->url(), login("administrator"));
        const QJsonObject counts = all.json({"status"})[u"rows"].toObject();
        QCOMPARE(counts[u"user"].toInt(), 12);
        QCOMPARE(counts[u"account"].toInt(), 2000);
        QCOMPARE(counts[u"contact"].toInt(), 10'000);
        QCOMPARE(counts[u"activity"].toInt(), 20'000);
        QCOMPARE(counts[u"product"].toInt(), 900);
        QCOMPARE(counts[u"price_entry"].toInt(), 20'000);
        QVERIFY(counts[u"lead"].toInt() > 0);
        QVERIFY(counts[u"task"].toInt() > 0);

        QJsonObject me;
        for (const QJsonValue& user : m_laptop.all("user"))
            if (user[u"login"].toString().toUtf8() == m_users[0][0])
                me = user.toObject();
        const QJsonArray nodes = me[u"territories"].toArray();
        QStringList accounts;
        for (const QJsonValue& account : all.all("account"))
            if (nodes.contains(account[u"territory"]) || account[u"owner"] == me[u"id"])
                accounts << account[u"id"].toString();
        accounts.sort();
        QCOMPARE(m_laptop.ids("account"), accounts);
        for (const QJsonValue& contact : m_laptop.all("contact"))
            QVERIFY(accounts.contains(contact[u"account"].toString()) || contact[u"owner"] == me[u"id"]);
    }

    void loginAnswersWhoAndHowMuch()
    {
        QCOMPARE(keys(m_signedIn), (QSet<QString>{u"user"_s, u"role"_s, u"server"_s, u"rows"_s}));
        QCOMPARE(m_signedIn[u"user"].toString().toUtf8(), m_users[0][0]);
        QCOMPARE(m_signedIn[u"role"].toString(), u"salesperson"_s);
        QCOMPARE(m_signedIn[u"server"].toString(), m_server->url());
        QVERIFY(m_signedIn[u"rows"].toInt() > 20'000);
    }

    void syncAnswersWhatItDid()
    {
        const QJsonObject round = m_laptop.sync();
        for (const char* key : {"pushed", "pulled", "merged", "rejected", "conflicts", "sent_bytes", "received_bytes",
                                "ms", "checkpoint"})
            QVERIFY2(round[QString::fromUtf8(key)].isDouble(), key);
        static const QRegularExpression hex(u"^[0-9a-f]+$"_s);
        QVERIFY(hex.match(round[u"digest"].toString()).hasMatch());
    }

    void statusSaysWhoseReplicaItIsAndHowFresh()
    {
        const QJsonObject status = m_laptop.json({"status"});
        QVERIFY(keys(status).contains(
            {u"user"_s, u"role"_s, u"server"_s, u"last_sync"_s, u"waiting"_s, u"inbox"_s, u"checkpoint"_s, u"rows"_s}));
        QVERIFY(QDateTime::fromString(status[u"last_sync"].toString(), Qt::ISODateWithMs).isValid());
        const QJsonObject counts = status[u"rows"].toObject();
        for (const QString& entity : counts.keys())
            QCOMPARE(m_laptop.ids(entity.toUtf8().constData()).size(), counts[entity].toInt());
    }

    void verifyRecountsAndAgrees()
    {
        const QJsonObject verified = m_laptop.json({"verify"});
        QCOMPARE(verified[u"equal"].toBool(), true);
        QVERIFY(verified[u"tables"].toInt() > 0);
        QVERIFY(verified[u"rows"].toInt() > 20'000);
    }

    void schemaDescribesEveryEntityOfTheIssueAndItsFields()
    {
        QStringList entities;
        for (const QJsonValue& entity : m_laptop.json({"schema"})[u"entities"].toArray())
            entities << (entity.isString() ? entity.toString() : entity[u"name"].toString());
        for (const char* entity : {"territory", "user", "account", "account_team", "contact", "lead", "activity",
                                   "task", "product", "price_list", "price_entry"})
            QVERIFY2(entities.contains(QString::fromUtf8(entity)), entity);
        QMap<QString, QJsonObject> fields;
        for (const QString& entity : entities) {
            const QJsonObject schema = m_laptop.json({"schema", entity});
            QCOMPARE(schema[u"entity"].toString(), entity);
            for (const QJsonValue& value : schema[u"fields"].toArray()) {
                const QJsonObject field = value.toObject();
                QVERIFY(keys(field).contains({u"name"_s, u"type"_s, u"required"_s, u"max"_s, u"policy"_s, u"group"_s,
                                              u"writers"_s, u"searchable"_s, u"references"_s}));
                QVERIFY(field[u"required"].isBool() && field[u"searchable"].isBool() && field[u"writers"].isArray());
                QVERIFY(field[u"writers"].toArray().contains(u"administrator"_s));
                fields[entity + u'.' + field[u"name"].toString()] = field;
            }
        }
        QCOMPARE(fields[u"contact.notes"_s][u"policy"].toString(), u"text"_s);
        QCOMPARE(fields[u"contact.timeline"_s][u"policy"].toString(), u"append"_s);
        QCOMPARE(fields[u"contact.account"_s][u"references"].toString(), u"account"_s);
        QCOMPARE(fields[u"contact.last_name"_s][u"required"].toBool(), true);
    }

    void aRecordIsOneFlatObjectAndShowIsWhatListShows()
    {
        const QJsonObject listed = rows({"list", "contact", "--limit", "1"}).at(0).toObject();
        QCOMPARE(m_laptop.show("contact", listed[u"id"].toString()), listed);
        QSet<QString> names{u"id"_s};
        for (const QJsonValue& field : m_laptop.json({"schema", "contact"})[u"fields"].toArray())
            names << field[u"name"].toString();
        QVERIFY(names.contains(keys(listed)));
    }

    void listsHaveFiftyRowsUnlessAskedOtherwise()
    {
        const QJsonObject page = m_laptop.json({"list", "contact"});
        QCOMPARE(page[u"rows"].toArray().size(), 50);
        QVERIFY(page[u"next"].isString());
        QVERIFY(m_laptop.json({"list", "territory", "--limit", "1000"})[u"next"].isNull());
    }

    void pagesCoverEveryRowOnceInEveryOrder_data()
    {
        QTest::addColumn<QString>("order");
        for (const char* order : {"", "name", "-name", "employees", "-employees", "owner", "-status", "annual_revenue"})
            QTest::newRow(*order ? order : "none") << QString::fromUtf8(order);
    }
    void pagesCoverEveryRowOnceInEveryOrder()
    {
        QFETCH(QString, order);
        Words words{"list", "account", "--limit", "29"};
        if (!order.isEmpty())
            words << (order.startsWith(u'-') ? Words{"--order=" + order.toUtf8()} : Words{"--order", order});
        QStringList seen;
        QString cursor;
        do {
            Words page = words;
            if (!cursor.isEmpty())
                page << Words{"--after", cursor};
            const QJsonObject answer = m_laptop.json(page);
            QVERIFY(answer[u"rows"].toArray().size() <= 29);
            seen << idsOf(answer[u"rows"].toArray());
            cursor = answer[u"next"].toString();
        } while (!cursor.isEmpty());
        QStringList sorted = seen;
        sorted.sort();
        QCOMPARE(sorted, m_laptop.ids("account"));
    }

    void ordersAscendAndDescend()
    {
        const auto employees = [this](const Words& order) {
            QList<int> numbers;
            for (const QJsonValue& row : m_laptop.all("account", Words(Words{"--where", "employees>0"} + order)))
                numbers << row[u"employees"].toInt();
            return numbers;
        };
        const QList<int> up = employees({"--order", "employees"});
        const QList<int> down = employees({"--order", "-employees"});
        QVERIFY(up.size() > 100);
        QVERIFY(std::is_sorted(up.begin(), up.end()));
        QVERIFY(std::is_sorted(down.rbegin(), down.rend()));
        QCOMPARE(up.size(), down.size());
    }

    void everyOperatorFiltersAsItReads()
    {
        const QString me = QString::fromUtf8(m_users[0][0]);
        const auto employees = [](const QJsonObject& row) {
            return row[u"employees"].isDouble() ? row[u"employees"].toInt() : -1;
        };
        const auto status = [](const QJsonObject& row) { return row[u"status"].toString(); };
        const QStringList customers =
            expected("account", [&](const QJsonObject& row) { return status(row) == u"customer"_s; });
        QVERIFY(!customers.isEmpty());
        QCOMPARE(found("account", {"--where", "status=customer"}), customers);
        QCOMPARE(found("account", {"--where", "status = customer"}), customers);
        QCOMPARE(found("account", {"--where", "status", "=", "customer"}), customers);
        QCOMPARE(found("account", {"--where", "employees>300"}),
                 expected("account", [&](const QJsonObject& row) { return employees(row) > 300; }));
        QCOMPARE(
            found("account", {"--where", "employees", "<", "300"}),
            expected("account", [&](const QJsonObject& row) { return employees(row) >= 0 && employees(row) < 300; }));
        QCOMPARE(found("account", {"--where", "status=customer", "--where", "employees > 300"}),
                 expected("account", [&](const QJsonObject& row) {
                     return status(row) == u"customer"_s && employees(row) > 300;
                 }));
        QCOMPARE(found("account", {"--where", "status", "!=", "customer"}),
                 expected("account", [&](const QJsonObject& row) { return status(row) != u"customer"_s; }));
        const QString part = m_laptop.all("account").at(3)[u"name"].toString().mid(2, 4);
        QCOMPARE(found("account", {"--where", "name~" + part.toUtf8()}),
                 expected("account", [&](const QJsonObject& row) {
                     return row[u"name"].toString().contains(part, Qt::CaseInsensitive);
                 }));
        QCOMPARE(found("task", {"--where", "due<2026-10-01"}), expected("task", [](const QJsonObject& row) {
                     return !row[u"due"].isNull() && row[u"due"].toString() < u"2026-10-01"_s;
                 }));
        QCOMPARE(found("task", {"--where", "done=true"}),
                 expected("task", [](const QJsonObject& row) { return row[u"done"].toBool(); }));
        QCOMPARE(found("activity", {"--where", "starts>2026-06-01T00:00:00Z"}),
                 expected("activity", [](const QJsonObject& row) {
                     return row[u"starts"].toString() > u"2026-06-01T00:00:00Z"_s;
                 }));
        const QString account = m_laptop.all("contact").at(0)[u"account"].toString();
        QCOMPARE(found("contact", {"--where", "account=" + account.toUtf8()}),
                 expected("contact", [&](const QJsonObject& row) { return row[u"account"].toString() == account; }));
        QVERIFY(!found("account", {"--where", "owner=" + me.toUtf8()}).isEmpty());
    }

    void searchFindsNamesMailsNotesAndPhoneDigitsInAnyFormat()
    {
        const QString id =
            m_laptop.add("contact", {"first_name=Żółć", "last_name=Quetzalcoatl", "phone=+49 (30) 901-820 55",
                                     "email=quill.pen@example.org", "notes=likes marzipan"});
        for (const char* text : {"Quetzal", "quetzalcoatl", "zolc quetz", "90182055", "0182055", "030 9018 2055",
                                 "+49 30 90182055", "quill.pen@example.org", "marzip"}) {
            const QStringList hits = idsOf(rows({"list", "contact", "--search", text}));
            QVERIFY2(hits.contains(id), text);
        }
        QVERIFY(rows({"list", "contact", "--search", "Quetzal", "--where", "last_name=Nobody"}).isEmpty());
        QVERIFY(!idsOf(rows({"list", "contact", "--search", "notthere"})).contains(id));
        m_laptop.set("contact", id, {"last_name=Renamed"});
        QVERIFY(!idsOf(rows({"list", "contact", "--search", "Quetzal"})).contains(id));
        m_laptop.json({"delete", "contact", id});
        QVERIFY(!idsOf(rows({"list", "contact", "--search", "marzip"})).contains(id));
    }

    void valuesAreWrittenAndReadAsTheContractSays()
    {
        const QString id =
            m_laptop.add("account", {"name=Values", "annual_revenue=12.30 EUR", "employees=7", R"(tags=["a","b c"])",
                                     R"(address={"city":"Ulm"})", "owner=" + m_users[0][0]});
        QJsonObject row = m_laptop.show("account", id);
        QCOMPARE(row[u"annual_revenue"], QJsonValue(QJsonObject{{u"amount"_s, u"12.30"_s}, {u"currency"_s, u"EUR"_s}}));
        QCOMPARE(row[u"employees"], QJsonValue(7));
        QCOMPARE(row[u"tags"], QJsonValue(QJsonArray{u"a"_s, u"b c"_s}));
        QCOMPARE(row[u"address"], QJsonValue(QJsonObject{{u"city"_s, u"Ulm"_s}}));
        QCOMPARE(row[u"owner"].toString().size(), 36);

        const QString contact =
            m_laptop.add("contact", {"last_name=Of Values", "account=Values", "birthday=1980-02-29"});
        QCOMPARE(m_laptop.show("contact", contact)[u"account"].toString(), id); // a label that only one has
        QCOMPARE(m_laptop.show("contact", contact)[u"birthday"].toString(), u"1980-02-29"_s);
        const QString task = m_laptop.add("task", {"title=T", "done=true"});
        QCOMPARE(m_laptop.show("task", task)[u"done"], QJsonValue(true));
        const QString activity = m_laptop.add("activity", {"subject=S", "starts=2026-11-22T10:30:00+01:00"});
        QCOMPARE(m_laptop.show("activity", activity)[u"starts"].toString(), u"2026-11-22T09:30:00Z"_s);

        m_laptop.set("account", id, {"employees=", "address=", "tags=", "annual_revenue="});
        row = m_laptop.show("account", id);
        for (const char* field : {"employees", "address", "tags", "annual_revenue"})
            QVERIFY2(row[QString::fromUtf8(field)].isNull(), field);

        m_laptop.add("account", {"name=Values"});
        QVERIFY(m_laptop.refused(1, {"add", "contact", "last_name=X", "account=Values"})
                    .contains("Values")); // now two have it
    }

    void setNamesWhatChangedAndNothingElse()
    {
        const QString id = m_laptop.add("contact", {"last_name=Set", "phone=1"});
        const int waiting = m_laptop.waiting();
        const QJsonObject answer = m_laptop.json({"set", "contact", id, "phone=2", "last_name=Set"});
        QCOMPARE(answer, (QJsonObject{{u"id"_s, id}, {u"changed"_s, QJsonArray{u"phone"_s}}}));
        QCOMPARE(m_laptop.waiting(), waiting + 1);
        QCOMPARE(m_laptop.json({"set", "contact", id, "phone=2"})[u"changed"].toArray().size(), 0);
        QCOMPARE(m_laptop.waiting(), waiting + 1);
    }

    void deleteTakesTheRecordAway()
    {
        const QString id = m_laptop.add("contact", {"last_name=Gone"});
        QCOMPARE(m_laptop.json({"delete", "contact", id}), (QJsonObject{{u"id"_s, id}}));
        m_laptop.refused(1, {"show", "contact", id});
        m_laptop.refused(1, {"set", "contact", id, "phone=1"});
        m_laptop.refused(1, {"delete", "contact", id});
    }

    void historyTellsWhoChangedWhatFromWhatOnWhichDevice()
    {
        const QString id = m_laptop.add("contact", {"last_name=History", "phone=1"});
        m_laptop.set("contact", id, {"phone=2"});
        for (int round = 0; round < 2; ++round) { // before the server knows, and after
            int changes = 0;
            for (const QJsonValue& value : rows({"history", "contact", id})) {
                const QJsonObject row = value.toObject();
                QVERIFY(keys(row).contains({u"field"_s, u"from"_s, u"to"_s, u"by"_s, u"device"_s, u"at"_s, u"rule"_s}));
                QCOMPARE(row[u"by"].toString().toUtf8(), m_users[0][0]);
                changes += row[u"from"].toString() == u"1"_s && row[u"to"].toString() == u"2"_s ? 1 : 0;
            }
            QCOMPARE(changes, 1);
            m_laptop.sync();
        }
    }

    void exportWritesEveryRowAndImportingItChangesNothing()
    {
        const QString file = m_folder.filePath(u"accounts.csv"_s);
        const QJsonObject answer = m_laptop.json({"export", "account", file});
        const auto count = m_laptop.ids("account").size();
        QCOMPARE(answer[u"rows"].toInt(), count);
        QCOMPARE(answer[u"file"].toString(), file);
        const int waiting = m_laptop.waiting();
        const QJsonObject again = m_laptop.json({"import", file, "--as", "account"});
        QCOMPARE(again[u"unchanged"].toInt(), count);
        for (const char* key : {"created", "updated", "rejected"})
            QCOMPARE(again[QString::fromUtf8(key)].toInt(-1), 0);
        QCOMPARE(m_laptop.waiting(), waiting);
    }

    void rolesMayNotWhatIsNotTheirs()
    {
        m_laptop.refused(1, {"add", "product", "name=Mine"});
        m_laptop.refused(1, {"add", "territory", "name=Mine"});
        const QString product = m_laptop.all("product").at(0)[u"id"].toString();
        m_laptop.refused(1, {"set", "product", product, "name=Mine"});
        m_laptop.refused(1, {"delete", "product", product});
    }

    void aMalformedCommandLineEndsWithTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        const QList<Words> all{{},
                               {"frobnicate"},
                               {"list"},
                               {"show", "contact"},
                               {"set", "contact"},
                               {"add"},
                               {"delete", "contact"},
                               {"history"},
                               {"import", "x.csv"},
                               {"export", "contact"},
                               {"inbox", "take"},
                               {"inbox", "take", "x", "c"},
                               {"list", "contact", "--limit", "ten"},
                               {"list", "contact", "--unknown"},
                               {"list", "contact", "--where", "status"},
                               {"set", "contact", "x", "no equals sign"},
                               {"login"},
                               {"sync", "too", "many"}};
        for (const Words& words : all)
            QTest::newRow(qPrintable(u"satchelctl "_s + words.join(u' '))) << QStringList(words);
    }
    void aMalformedCommandLineEndsWithTwo()
    {
        QFETCH(QStringList, words);
        const Ran ran = m_laptop.run(words);
        QVERIFY2(ran.code == 2, ran.all().constData());
        QVERIFY(!ran.err.isEmpty() && ran.out.isEmpty());
    }

    void withoutAProfileTheCommandLineIsMalformed()
    {
        QCOMPARE(run(satchelctl(), {"status"}).code, 2);
        QCOMPARE(run(satchelServer(), {"--listen"}).code, 2);
        QCOMPARE(run(satchelServer(), {"--data", m_folder.filePath(u"server"_s), "user", "add"}).code, 2);
    }
};

QTEST_GUILESS_MAIN(ContractTest)
#include "ContractTest.moc"
