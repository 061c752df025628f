// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/world/Profile.h"

#include "core/base/Files.h"
#include "core/store/Migrations.h"
#include "core/store/RedoLog.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <filesystem>

using namespace satchel;
using namespace satchel::test;

namespace {

Query contactsLike(const std::string& search)
{
    return {.entity = &schema::entity("contact"), .search = search};
}

} // namespace

/// What happens on one laptop, far from any server.
class ReplicaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasTypedIsThereAfterARestart()
    {
        Profile profile;
        const Id id = profile.add("contact", {{"last_name", "Ruiz"}, {"phone", "+34 91 1"}});
        profile.set("contact", id, {{"phone", "+34 91 2"}});
        profile.reopen();
        QCOMPARE(profile.value("contact", id, "phone"), Value("+34 91 2"));
        QCOMPARE(must(profile.replica->status()).waiting, 2);
        const auto history = must(profile.replica->history({schema::entity("contact").number, id}));
        QCOMPARE(history.size(), 2U);
        QCOMPARE(history[0].from, Value("+34 91 1"));
        QCOMPARE(history[0].to, Value("+34 91 2"));
        QCOMPARE(history[0].device, "Ana's laptop");
        QCOMPARE(history[1].rule, "created");
    }

    void aNewRowGetsItsInitialValues()
    {
        Profile profile;
        const Id id = profile.add("task", {{"title", "Call back"}});
        QCOMPARE(profile.value("task", id, "done"), Value(std::int64_t{0}));
        QCOMPARE(profile.value("task", id, "assignee"), Value(must(profile.replica->identity())->user));
    }

    void anEditThatChangesNothingIsNoChange()
    {
        Profile profile;
        const Id id = profile.add("contact", {{"last_name", "Ruiz"}});
        QCOMPARE(profile.set("contact", id, {{"last_name", "Ruiz"}}).number, 0);
        QCOMPARE(must(profile.replica->status()).waiting, 1);
    }

    void badEditsChangeNothing()
    {
        Profile profile;
        const Id id = profile.add("contact", {{"last_name", "Ruiz"}});
        const auto refused = [&](OperationKind kind, const char* entity, const Id& row,
                                 const std::vector<std::pair<const char*, Value>>& values) {
            return !profile.replica->commit({Profile::edit(kind, entity, row, values)}).ok();
        };
        QVERIFY(refused(OperationKind::Update, "contact", id, {{"last_name", Value()}}));
        QVERIFY(refused(OperationKind::Update, "contact", id, {{"last_name", std::string(101, 'x')}}));
        QVERIFY(refused(OperationKind::Update, "contact", id, {{"last_name", std::string("a\0b", 3)}}));
        QVERIFY(refused(OperationKind::Update, "contact", id, {{"last_name", "\xff"}}));
        QVERIFY(refused(OperationKind::Update, "contact", id, {{"email", "nobody"}}));
        QVERIFY(refused(OperationKind::Update, "contact", id, {{"decision_role", "king"}}));
        QVERIFY(refused(OperationKind::Update, "contact", profile.clock.newId(), {{"last_name", "X"}}));
        QVERIFY(refused(OperationKind::Create, "product", {}, {{"name", "Pump"}}));
        QVERIFY(refused(OperationKind::Create, "contact", {}, {{"first_name", "Only"}}));
        // One bad edit among good ones: none of them happens.
        QVERIFY(!profile.replica
                     ->commit({Profile::edit(OperationKind::Update, "contact", id, {{"phone", "+34 1"}}),
                               Profile::edit(OperationKind::Update, "contact", id, {{"email", "nobody"}})})
                     .ok());
        QCOMPARE(profile.value("contact", id, "last_name"), Value("Ruiz"));
        QCOMPARE(profile.value("contact", id, "phone"), Value());
        QCOMPARE(must(profile.replica->status()).waiting, 1);
    }

    void deletingAParentNamesItsChildren()
    {
        Profile profile;
        const Id account = profile.add("account", {{"name", "Acme"}});
        const Id contact = profile.add("contact", {{"last_name", "Ruiz"}, {"account", account}});
        const Id activity = profile.add("activity", {{"subject", "Call"}, {"contact", contact}});
        const auto receipt =
            must(profile.replica->commit({Profile::edit(OperationKind::Delete, "account", account, {})}));
        QVERIFY(receipt.number > 0);
        QCOMPARE(profile.value("contact", contact, "last_name"), Value("(absent)"));
        QCOMPARE(profile.value("activity", activity, "subject"), Value("(absent)"));
        QCOMPARE(must(profile.replica->status()).waiting, 4);
    }

    // A write-ahead log that was cut short passes SQLite's own checks; the redo file knows better.
    void editsLostWithTheWriteAheadLogComeBackFromTheRedoFile()
    {
        Profile profile;
        const Id first = profile.add("contact", {{"last_name", "Kept"}});
        must(profile.replica->connection().execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        const QString replica = QString::fromStdString(profile.folder) + QStringLiteral("/replica.sqlite");
        QVERIFY(QFile::copy(replica, replica + QStringLiteral(".before")));
        const Id second = profile.add("contact", {{"last_name", "Typed later"}, {"notes", "must not be lost"}});
        profile.set("contact", first, {{"phone", "+34 91 5"}});
        profile.replica.reset();
        QFile::remove(replica);
        QFile::remove(replica + QStringLiteral("-wal"));
        QVERIFY(QFile::rename(replica + QStringLiteral(".before"), replica));
        profile.open();
        QCOMPARE(profile.value("contact", second, "notes"), Value("must not be lost"));
        QCOMPARE(profile.value("contact", first, "phone"), Value("+34 91 5"));
        QCOMPARE(must(profile.replica->status()).waiting, 3);
        QCOMPARE(profile.labels(contactsLike("typed")), std::vector<std::string>{"Typed later"});
    }

    void aTornRedoRecordIsIgnoredAndLaterOnesFollow()
    {
        Profile profile;
        profile.add("contact", {{"last_name", "One"}});
        QFile redo(QString::fromStdString(profile.folder) + QStringLiteral("/redo.log"));
        QVERIFY(redo.open(QIODevice::Append));
        redo.write("\0\0\1\0torn", 8);
        redo.close();
        profile.reopen();
        const auto length = redo.size();
        profile.add("contact", {{"last_name", "Two"}});
        QVERIFY(redo.size() > length);
        profile.reopen();
        QCOMPARE(must(profile.replica->status()).waiting, 2);
    }

    // Power that goes while a record is written may leave its length on the disk and not its end; or a byte goes bad.
    void aRedoFileWithABadRecordIsMadeWholeAgain_data()
    {
        QTest::addColumn<double>("place");
        QTest::newRow("at the end of the last record") << 0.99;
        QTest::newRow("in the middle one") << 0.5;
    }
    void aRedoFileWithABadRecordIsMadeWholeAgain()
    {
        QFETCH(double, place);
        Profile profile;
        profile.add("contact", {{"last_name", "One"}});
        profile.add("contact", {{"last_name", "Two"}});
        const Id third = profile.add("contact", {{"last_name", "Three"}});
        const std::string path = profile.folder + "/redo.log";
        const std::string good = must(readFile(path));
        std::string bad = good;
        bad[static_cast<std::size_t>(static_cast<double>(bad.size()) * place)] ^= 0x55;
        profile.replica.reset();
        must(writeFile(path, bad));
        profile.open();
        const Id incarnation = must(profile.replica->identity())->incarnation;
        QVERIFY(must(RedoLog(profile.folder).read(incarnation)).whole);
        QCOMPARE(must(readFile(path)), good);
        QCOMPARE(profile.value("contact", third, "last_name"), Value("Three"));
        QCOMPARE(must(profile.replica->status()).waiting, 3);
        QVERIFY(profile.replica->notice().empty());
    }

    void anybodyIsFoundByNamePartNotesMailOrDigits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        QTest::newRow("beginning of a name") << "lod"
                                             << "Łódź Ångström";
        QTest::newRow("accents do not matter") << "angstrom"
                                               << "Łódź Ångström";
        QTest::newRow("nor does case") << "LÓDZ"
                                       << "Łódź Ångström";
        QTest::newRow("two words in any order") << "ang lod"
                                                << "Łódź Ångström";
        QTest::newRow("sharp s") << "strasse"
                                 << "Straße Weiß";
        QTest::newRow("mail address") << "weiss@exa"
                                      << "Straße Weiß";
        QTest::newRow("notes") << "trade fair"
                               << "Straße Weiß";
        QTest::newRow("Japanese, a part") << "電機"
                                          << "東京電機 森";
        QTest::newRow("Cyrillic") << "шевч"
                                  << "Оксана Шевчук";
        QTest::newRow("as dialled at home") << "0170 123"
                                            << "Straße Weiß";
        QTest::newRow("international") << "+49 (170) 123-45"
                                       << "Straße Weiß";
        QTest::newRow("00 instead of +") << "0049170"
                                         << "Straße Weiß";
        QTest::newRow("last digits") << "4567"
                                     << "Straße Weiß";
        QTest::newRow("one of several numbers") << "91 555"
                                                << "Оксана Шевчук";
        QTest::newRow("nothing") << "zzz"
                                 << "";
        QTest::newRow("only punctuation") << "\"*("
                                          << "";
    }
    void anybodyIsFoundByNamePartNotesMailOrDigits()
    {
        QFETCH(QString, typed);
        QFETCH(QString, found);
        Profile profile;
        profile.add("contact", {{"first_name", "Łódź"}, {"last_name", "Ångström"}});
        profile.add("contact", {{"first_name", "Straße"},
                                {"last_name", "Weiß"},
                                {"email", "weiss@example.com"},
                                {"phone", "+49 170 1234567"},
                                {"notes", "Met at the trade fair"}});
        profile.add("contact", {{"first_name", "東京電機"}, {"last_name", "森"}});
        profile.add("contact",
                    {{"first_name", "Оксана"}, {"last_name", "Шевчук"}, {"more_phones", R"(["+34 91 555 66 77"])"}});
        const std::vector<std::string> labels = profile.labels(contactsLike(typed.toStdString()));
        QCOMPARE(labels, found.isEmpty() ? std::vector<std::string>() : std::vector<std::string>{found.toStdString()});
    }

    void searchForgetsWhatWasChanged()
    {
        Profile profile;
        const Id id = profile.add("contact", {{"last_name", "Ruiz"}});
        profile.set("contact", id, {{"last_name", "Ortega"}});
        QVERIFY(profile.labels(contactsLike("ruiz")).empty());
        QCOMPARE(profile.labels(contactsLike("ort")), std::vector<std::string>{"Ortega"});
        must(profile.replica->commit({Profile::edit(OperationKind::Delete, "contact", id, {})}));
        QVERIFY(profile.labels(contactsLike("ort")).empty());
    }

    void pagesCoverEveryRowOnceInEveryOrder_data()
    {
        QTest::addColumn<QString>("order");
        QTest::addColumn<bool>("descending");
        for (const char* order : {"", "email", "phone", "birthday"})
            for (const bool descending : {false, true})
                QTest::addRow("%s %s", order, descending ? "down" : "up") << QString::fromLatin1(order) << descending;
    }
    void pagesCoverEveryRowOnceInEveryOrder()
    {
        QFETCH(QString, order);
        QFETCH(bool, descending);
        Profile profile;
        for (int i = 0; i < 57; ++i) {
            std::vector<std::pair<const char*, Value>> values = {{"last_name", "Name " + std::to_string(i % 7)}};
            if (i % 3 != 0)
                values.emplace_back("email", std::to_string(i % 5) + "@example.com");
            profile.add("contact", values);
        }
        Query query{.entity = &schema::entity("contact"), .descending = descending, .limit = 5};
        query.orderBy = query.entity->indexOf(order.toStdString());
        std::vector<Id> seen;
        std::vector<Value> keys;
        for (;;) {
            const Page page = must(profile.replica->list(query));
            for (const Record& row : page.rows) {
                seen.push_back(row.id);
                keys.push_back(query.orderBy ? row.values[*query.orderBy] : Value(row.label()));
            }
            if (page.next.empty())
                break;
            query.after = page.next;
        }
        QCOMPARE(seen.size(), 57U);
        std::sort(seen.begin(), seen.end());
        QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
        if (descending)
            std::reverse(keys.begin(), keys.end());
        QVERIFY(std::is_sorted(keys.begin(), keys.end(), [](const Value& a, const Value& b) {
            return a.isNull() != b.isNull() ? a.isNull() : a.text() < b.text();
        }));
        QCOMPARE(must(profile.replica->count({.entity = query.entity})), 57);
        QCOMPARE(must(profile.replica->listAt(query, 55)).rows.size(), 2U);
    }

    void moneyIsComparedByAmount()
    {
        Profile profile;
        profile.add("lead", {{"name", "Small"}, {"value", "900.00 EUR"}});
        profile.add("lead", {{"name", "Large"}, {"value", "12000.00 EUR"}});
        const Entity& lead = schema::entity("lead");
        Query query{.entity = &lead, .filters = {{*lead.indexOf("value"), Comparison::Greater, Value("1000.00 EUR")}}};
        QCOMPARE(profile.labels(query), std::vector<std::string>{"Large"});
    }

    void onlyItsOwnerCanReadTheFiles()
    {
        Profile profile;
        profile.add("contact", {{"last_name", "Ruiz"}});
        for (const auto& file : std::filesystem::directory_iterator(profile.folder))
            QVERIFY2((file.status().permissions() & std::filesystem::perms(0077)) == std::filesystem::perms::none,
                     file.path().c_str());
        QVERIFY((std::filesystem::status(profile.folder).permissions() & std::filesystem::perms(0077)) ==
                std::filesystem::perms::none);
    }

    void aReplicaOfANewerProgramIsRefusedWithWords()
    {
        Profile profile;
        must(profile.replica->connection().execute("PRAGMA user_version=" + std::to_string(newestMigration() + 1)));
        profile.replica.reset();
        const auto opened = Replica::open(profile.folder, profile.clock);
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, ErrorKind::TooNew);
        QVERIFY(opened.error().message.find("newer version") != std::string::npos);
    }

    void aFileThatIsNoDatabaseIsSetAsideAndNotTouched()
    {
        Profile profile;
        profile.replica.reset();
        const std::string letter = "This is a letter to my aunt, and has been for years. It is no database.";
        must(writeFile(profile.folder + "/replica.sqlite", letter));
        const auto opened = must(Replica::open(profile.folder, profile.clock));
        QVERIFY(must(opened->identity()).has_value()); // whose laptop it is stands in a file of its own
        bool kept = false;
        for (const auto& entry : std::filesystem::directory_iterator(profile.folder))
            kept = kept || (entry.path().filename().string().starts_with("replica.sqlite.damaged-") &&
                            must(readFile(entry.path().string())) == letter);
        QVERIFY(kept);
    }

    void theTablesAreWhatIsDeclared()
    {
        Profile profile;
        for (const Entity& entity : schema::entities()) {
            auto info = must(profile.replica->connection().prepare("SELECT name, type FROM pragma_table_info('" +
                                                                   entity.name + "')"));
            std::vector<std::string> columns;
            while (must(info.step()))
                columns.push_back(std::string(info.text(0)) + " " + std::string(info.text(1)));
            std::vector<std::string> declared = {"n INTEGER", "id BLOB", "rev INTEGER", "root BLOB", "sort TEXT"};
            for (const Field& field : entity.fields)
                declared.push_back(field.name + " " + typeOf(field));
            QCOMPARE(columns, declared);
        }
    }

private:
    static std::string typeOf(const Field& field)
    {
        switch (field.type) {
        case FieldType::Boolean:
        case FieldType::Integer:
        case FieldType::Decimal:
        case FieldType::Instant: return "INTEGER";
        case FieldType::Reference: return "BLOB";
        default: return "TEXT";
        }
    }
};

QTEST_GUILESS_MAIN(ReplicaTest)
#include "ReplicaTest.moc"
