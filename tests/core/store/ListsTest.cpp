// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/exchange/Table.h"
#include "core/exchange/TableFile.h"
#include "core/store/Condition.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Profile.h"

#include <QDir>
#include <QTest>

using namespace satchel;
using namespace satchel::test;

namespace {

using Test = Condition::Test;

/// Hotels in Bavaria and elsewhere, as a sales manager has them.
struct Hotels : Profile {
    Hotels()
    {
        alpha = add("account", {{"name", Value("Alpha Hotel")},
                                {"industry", Value("Hotel")},
                                {"address", Value(R"({"city":"München","region":"Bavaria"})")},
                                {"annual_revenue", Value("1200000.00 EUR")}});
        beta = add("account", {{"name", Value("Beta Hotel")},
                               {"industry", Value("hotel")},
                               {"address", Value(R"({"city":"Passau","region":"Bavaria"})")},
                               {"next_step", Value("Call")}});
        gamma = add("account", {{"name", Value("Gamma Works")},
                                {"industry", Value("Machines")},
                                {"address", Value(R"({"city":"Augsburg","region":"Bavaria"})")},
                                {"annual_revenue", Value("90000.00 EUR")},
                                {"tags", Value(R"(["VIP"])")}});
        delta = add("account", {{"name", Value("Delta Hotel")},
                                {"industry", Value("Hotel")},
                                {"address", Value(R"({"city":"Berlin","region":"Berlin"})")}});
    }
    Condition about(const char* field, Test test, Value value = {}, const char* part = "") const
    {
        return {.field = *account.indexOf(field), .member = part, .test = test, .value = std::move(value)};
    }
    AskedBy asked()
    {
        return {.me = must(replica->identity())->user,
                .day = [](int) { return std::string("2026-11-22"); },
                .begins = [this](int addDays) { return clock.now() + addDays * HandEnvironment::day; }};
    }
    std::vector<std::string> fitting(const std::vector<Condition>& conditions)
    {
        return labels(
            {.entity = &account, .search = {}, .filters = filtersOf(account, conditions, asked()), .after = {}});
    }
    std::vector<std::string> inOrder(const char* field, const char* part, bool descending)
    {
        std::vector<std::string> found;
        Query query{.entity = &account, .search = {}, .orderBy = placeOf(account, *account.indexOf(field), part)};
        query.descending = descending;
        query.limit = 1; // every page by its key
        do {
            const Page page = must(replica->list(query));
            for (const Record& row : page.rows)
                found.push_back(row.label());
            query.after = page.next;
        } while (!query.after.empty());
        return found;
    }
    const Entity& account = schema::entity("account");
    Id alpha, beta, gamma, delta;
};

using Names = std::vector<std::string>;

} // namespace

/// What a list can be asked for: conditions, orders, headings, names alone; and how it is kept and written to a file.
class ListsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hotelsInBavariaWithoutANextStep();
    void whatNobodyHasDealtWithForSixtyDays();
    void numbersAndListsAndPersons();
    void itIsSortedAsPeopleSort();
    void rowsAreCountedUnderTheirHeadings();
    void rowsAreNamedWithoutBeingLoaded();
    void aListIsKeptAsTextAndReadAgain();
    void aListOfANewerProgramIsNotShownHalf();
    void aSavedListComesToOnesOtherLaptopAndToNobodyElse();
    void aFileIsWholeOrNotThere_data();
    void aFileIsWholeOrNotThere();
};

void ListsTest::hotelsInBavariaWithoutANextStep()
{
    Hotels story;
    QCOMPARE(story.fitting({story.about("industry", Test::Is, Value("HOTEL")),
                            story.about("address", Test::Is, Value("bavaria"), "region"),
                            story.about("next_step", Test::Empty)}),
             Names{"Alpha Hotel"});
    QCOMPARE(story.fitting({story.about("address", Test::Contains, Value("munch"), "city")}), Names{"Alpha Hotel"});
    QCOMPARE(story.fitting({story.about("industry", Test::IsNot, Value("hotel"))}), Names{"Gamma Works"});
    QCOMPARE(story.fitting({story.about("next_step", Test::Filled)}), Names{"Beta Hotel"});
    QCOMPARE(story.fitting({story.about("address", Test::Lacks, Value("au"), "city")}),
             (Names{"Alpha Hotel", "Delta Hotel"})); // Passau and Augsburg have it
}

void ListsTest::whatNobodyHasDealtWithForSixtyDays()
{
    Hotels story;
    const auto called = [&](const Id& account, int daysAgo) {
        story.add("activity", {{"kind", Value("call")},
                               {"subject", Value("Called")},
                               {"account", Value(account)},
                               {"starts", Value(std::int64_t{story.clock.now() - daysAgo * HandEnvironment::day})}});
    };
    called(story.alpha, 61);
    called(story.beta, 90);
    called(story.beta, 3);
    called(story.delta, 59);
    const Condition untouched{.test = Test::NotDealt, .days = 60};
    QCOMPARE(story.fitting({untouched}), (Names{"Alpha Hotel", "Gamma Works"}));
    const Condition touched{.test = Test::DealtWithin, .days = 7};
    QCOMPARE(story.fitting({touched}), Names{"Beta Hotel"});
}

void ListsTest::numbersAndListsAndPersons()
{
    Hotels story;
    QCOMPARE(story.fitting({story.about("annual_revenue", Test::AtLeast, Value("90000.00 EUR"))}),
             (Names{"Alpha Hotel", "Gamma Works"}));
    QCOMPARE(story.fitting({story.about("annual_revenue", Test::More, Value("90000.00 EUR"))}), Names{"Alpha Hotel"});
    QCOMPARE(story.fitting({story.about("tags", Test::Contains, Value("vip"))}), Names{"Gamma Works"});
    QCOMPARE(story.fitting({story.about("owner", Test::IsMe)}).size(), std::size_t{4});
    QVERIFY(story.fitting({story.about("owner", Test::IsNotMe)}).empty());
}

void ListsTest::itIsSortedAsPeopleSort()
{
    Hotels story;
    QCOMPARE(story.inOrder("address", "city", false),
             (Names{"Gamma Works", "Delta Hotel", "Alpha Hotel", "Beta Hotel"}));
    QCOMPARE(story.inOrder("annual_revenue", "", true),
             (Names{"Alpha Hotel", "Gamma Works", "Delta Hotel", "Beta Hotel"}));
    const Names byIndustry = story.inOrder("industry", "", false);
    QCOMPARE(byIndustry.back(), std::string("Gamma Works")); // "hotel" stands with "Hotel", not behind "Machines"
    QVERIFY(
        (Query{.entity = &story.account, .search = {}, .orderBy = story.account.indexOf("status")}.isOrderedFast()));
    QVERIFY(
        !(Query{.entity = &story.account, .search = {}, .orderBy = story.account.indexOf("industry")}.isOrderedFast()));
}

void ListsTest::rowsAreCountedUnderTheirHeadings()
{
    Hotels story;
    const Query all{.entity = &story.account, .search = {}, .after = {}};
    const auto regions =
        must(story.replica->groups(all, placeOf(story.account, *story.account.indexOf("address"), "region"), 10));
    QCOMPARE(regions.size(), std::size_t{2});
    QCOMPARE(regions[0].key, Value("Bavaria"));
    QCOMPARE(regions[0].rows, 3);
    const auto steps = must(story.replica->groups(all, *story.account.indexOf("next_step"), 10));
    QVERIFY(steps.back().key.isNull()); // what has none comes last
    QCOMPARE(steps.back().rows, 3);
    QVERIFY(!story.replica->groups(all, *story.account.indexOf("industry"), 2).ok());
}

void ListsTest::rowsAreNamedWithoutBeingLoaded()
{
    Hotels story;
    const Query all{.entity = &story.account, .search = {}, .after = {}};
    QCOMPARE(must(story.replica->ids(all, 1, 2)), (std::vector<Id>{story.beta, story.delta}));
    QCOMPARE(must(story.replica->ids(all, 0, 100)).size(), std::size_t{4});
}

void ListsTest::aListIsKeptAsTextAndReadAgain()
{
    Hotels story;
    const ListBody body{.conditions = {story.about("industry", Test::Is, Value("Hotel")),
                                       story.about("address", Test::Contains, Value("a, \"b\""), "city"),
                                       story.about("owner", Test::IsMe),
                                       story.about("parent", Test::Is, Value(story.alpha)),
                                       story.about("annual_revenue", Test::AtLeast, Value("90000.00 EUR")),
                                       story.about("national", Test::Is, Value(std::int64_t{1})),
                                       {.test = Test::NotDealt, .days = 60}},
                        .orderBy = placeOf(story.account, *story.account.indexOf("address"), "city"),
                        .descending = true};
    const std::string json = writeListBody(story.account, body);
    QVERIFY(must(readListBody(story.account, json)) == body);
    QVERIFY(!readListBody(story.account, "{").ok());
    QVERIFY(!readListBody(story.account, R"({"conditions":[7]})").ok());
    QVERIFY(!readListBody(story.account, R"({"conditions":[{"test":5}]})").ok());
}

void ListsTest::aListOfANewerProgramIsNotShownHalf()
{
    const Entity& account = schema::entity("account");
    for (const char* json : {R"({"conditions":[{"field":"mood","test":"is","value":"good"}]})",
                             R"({"conditions":[{"field":"name","test":"sounds_like","value":"a"}]})",
                             R"({"conditions":[{"field":"address.planet","test":"empty"}]})"})
        QVERIFY(readListBody(account, json).error().kind == ErrorKind::TooNew);
}

void ListsTest::aSavedListComesToOnesOtherLaptopAndToNobodyElse()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& atHome = company.laptop("ana");
    Laptop& dora = company.laptop("dora"); // who manages her
    const Id list = ana.add("saved_list", {{"name", "Hotels"}, {"list", "account"}, {"body", R"({"conditions":[]})"}});
    ana.sync();
    atHome.sync();
    dora.sync();
    QCOMPARE(atHome.value("saved_list", list, "name"), "Hotels");
    QVERIFY(!dora.has("saved_list", list));
    atHome.set("saved_list", list, {{"name", "Hotels in Bavaria"}});
    atHome.sync();
    ana.sync();
    QCOMPARE(ana.value("saved_list", list, "name"), "Hotels in Bavaria");
    ana.remove("saved_list", list);
    ana.sync();
    atHome.sync();
    QVERIFY(!atHome.has("saved_list", list));
    QVERIFY(atHome.agreesWithServer());
    QVERIFY(dora.agreesWithServer());
}

void ListsTest::aFileIsWholeOrNotThere_data()
{
    QTest::addColumn<bool>("workbook");
    QTest::newRow("CSV") << false;
    QTest::newRow("spreadsheet") << true;
}

void ListsTest::aFileIsWholeOrNotThere()
{
    QFETCH(bool, workbook);
    const TableFormat format = workbook ? TableFormat::Workbook : TableFormat::Csv;
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("accounts.table")).toStdString();
    {
        auto given = must(TableFile::create(path, format, {"Name"}, "Accounts"));
        must(given->add({{.kind = TableCell::Kind::Words, .content = "Alpha"}}));
    }
    QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty()); // given up: nothing is left
    auto file = must(TableFile::create(path, format, {"Name", "Revenue", "Since"}, "Accounts"));
    QVERIFY(!QFile::exists(QString::fromStdString(path)));
    must(file->add({{.kind = TableCell::Kind::Words, .content = "=HYPERLINK(\"http://x\")"},
                    {.kind = TableCell::Kind::Number, .content = "1234.5", .unit = "EUR"},
                    {.kind = TableCell::Kind::Day, .content = "2026-11-22"}}));
    must(file->add({{.kind = TableCell::Kind::Words, .content = "\xC3\x84ther, \"GmbH\""}, {}, {}}));
    must(file->finish());
    file.reset();
    const std::string bytes = must(readFile(path));
    if (!workbook)
        QVERIFY(bytes.find("'=HYPERLINK") != std::string::npos); // a spreadsheet program runs nothing
    const Table table = must(readTable(bytes));
    QCOMPARE(table.header, (Names{"Name", "Revenue", "Since"}));
    QCOMPARE(table.rows.size(), std::size_t{2});
    QCOMPARE(table.rows[0].cells[0], std::string("=HYPERLINK(\"http://x\")"));
    QCOMPARE(table.rows[0].cells[1], std::string(workbook ? "1234.5" : "1234.5 EUR"));
    QCOMPARE(table.rows[0].cells[2], std::string("2026-11-22"));
    QCOMPARE(table.rows[1].cells[0], std::string("\xC3\x84ther, \"GmbH\""));
}

QTEST_MAIN(ListsTest)
#include "ListsTest.moc"
