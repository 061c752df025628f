// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Reassignment.h"

#include "core/sales/Directory.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;
using What = sales::ReassignWish::What;

/// Accounts change hands: what moves, who sees it afterwards, and that it is true when everybody has synced.
class ReassignmentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePreviewSaysWhatMovesAndChangesNothing();
    void whoLeavesGivesAwayWhatIsOpenAndKeepsWhatIsDone();
    void anAccountGoesWithItsSitesIntoAnotherTerritory();
    void aWholeTerritoryGoesAtOnceHoweverLargeItIs();
    void aNewOwnerWhoWouldNotSeeItIsSaid();
    void wishesThatMakeNoSenseAreRefusedAndChangeNothing();
    void theDirectoryIsKeptInOrderOnTheLaptopToo();
};

namespace {

struct Hands {
    Hands()
    {
        task = admin.add("task", {{"title", "Call Acme"}, {"account", acme()}, {"assignee", user("ana")}});
        done = admin.add("task", {{"title", "Old"}, {"account", acme()}, {"assignee", user("ana")}, {"done", "yes"}});
        contact = admin.add("contact", {{"last_name", "Hers"}, {"account", acme()}, {"owner", user("ana")}});
        lead = admin.add("lead", {{"name", "Leo"}, {"territory", company.north.toString()}, {"owner", user("ana")}});
        site = admin.add("account", {{"name", "Acme Port"}, {"parent", acme()}, {"owner", user("ana")}});
        admin.set("account", site, {{"territory", ""}});
        admin.sync();
        ana.sync();
        carl.sync();
    }
    [[nodiscard]] std::string user(const char* login) const { return company.id(login).toString(); }
    [[nodiscard]] std::string acme() const { return company.acme.toString(); }
    void syncAll()
    {
        admin.sync();
        ana.sync();
        carl.sync();
    }

    Company company;
    Laptop& admin = company.laptop("admin");
    Laptop& ana = company.laptop("ana");
    Laptop& carl = company.laptop("carl");
    Id task, done, contact, lead, site;
};

sales::Reassignment::Sight sightOf(const sales::Reassignment& found, const Id& user)
{
    for (const auto& person : found.people)
        if (person.user == user)
            return person;
    return {};
}

} // namespace

void ReassignmentTest::thePreviewSaysWhatMovesAndChangesNothing()
{
    Hands hands;
    const sales::ReassignWish wish{.what = What::Account,
                                   .subject = hands.company.acme,
                                   .toUser = hands.company.id("carl"),
                                   .toTerritory = hands.company.south};
    const auto found = must(sales::previewReassignment(hands.admin.replica(), wish));
    QCOMPARE(found.accounts, 2); // the site comes along
    QCOMPARE(found.contacts, 3);
    QCOMPARE(found.tasks, 1);
    QCOMPARE(found.leads, 0);
    QCOMPARE(sightOf(found, hands.company.id("ana")).loses, 2);
    QVERIFY(sightOf(found, hands.company.id("ana")).owned);
    QCOMPARE(sightOf(found, hands.company.id("carl")).gains, 2);
    QCOMPARE(sightOf(found, hands.company.id("dora")).loses, 0); // World has both
    QCOMPARE(sightOf(found, hands.company.id("ben")).loses, 0);  // on its team
    QCOMPARE(found.unseen, 0);
    QCOMPARE(hands.admin.waiting(), 0);
    QCOMPARE(hands.admin.value("account", hands.company.acme, "owner"), hands.user("ana"));
}

void ReassignmentTest::whoLeavesGivesAwayWhatIsOpenAndKeepsWhatIsDone()
{
    Hands hands;
    const sales::ReassignWish wish{.what = What::Person,
                                   .subject = hands.company.id("ana"),
                                   .toUser = hands.company.id("dora"),
                                   .toTerritory = {}};
    const auto found = must(sales::reassign(hands.admin.replica(), wish));
    QCOMPARE(found.accounts, 2);
    QCOMPARE(found.contacts, 1);
    QCOMPARE(found.tasks, 1);
    QCOMPARE(found.leads, 1);
    hands.syncAll();
    for (const auto& [entity, id, field] : {std::tuple{"account", hands.company.acme, "owner"},
                                            {"account", hands.site, "owner"},
                                            {"contact", hands.contact, "owner"},
                                            {"lead", hands.lead, "owner"},
                                            {"task", hands.task, "assignee"}})
        QCOMPARE(hands.admin.value(entity, id, field), hands.user("dora"));
    QCOMPARE(hands.admin.value("task", hands.done, "assignee"), hands.user("ana"));
    QVERIFY(hands.admin.agreesWithServer() && hands.ana.agreesWithServer());
    const auto again = sales::reassign(hands.admin.replica(), wish);
    QCOMPARE(again.error().message, std::string("Nothing would change hands."));
    // A seat in a team goes too.
    must(sales::reassign(hands.admin.replica(), {.what = What::Person,
                                                 .subject = hands.company.id("ben"),
                                                 .toUser = hands.company.id("dora"),
                                                 .toTerritory = {}}));
    hands.syncAll();
    QVERIFY(hands.admin.agreesWithServer());
}

void ReassignmentTest::anAccountGoesWithItsSitesIntoAnotherTerritory()
{
    Hands hands;
    QVERIFY(hands.ana.has("account", hands.site));
    // Ana writes something before she knows of it.
    hands.ana.set("account", hands.company.acme, {{"phone", "111"}});
    must(sales::reassign(hands.admin.replica(), {.what = What::Account,
                                                 .subject = hands.company.acme,
                                                 .toUser = hands.company.id("carl"),
                                                 .toTerritory = hands.company.south}));
    hands.admin.sync();
    hands.ana.sync();
    hands.carl.sync();
    QVERIFY(!hands.ana.has("account", hands.company.acme) && !hands.ana.has("account", hands.site));
    QVERIFY(hands.carl.has("account", hands.company.acme) && hands.carl.has("account", hands.site));
    QVERIFY(hands.carl.has("task", hands.task));
    QCOMPARE(hands.carl.inbox().size(), std::size_t{1}); // what she wrote is offered to the new owner
    QVERIFY(hands.carl.agreesWithServer() && hands.ana.agreesWithServer());
}

void ReassignmentTest::aWholeTerritoryGoesAtOnceHoweverLargeItIs()
{
    Hands hands;
    std::vector<std::vector<Edit>> actions;
    const Entity& account = schema::entity("account");
    for (int i = 0; i < 700; ++i)
        actions.push_back({Edit{.kind = OperationKind::Create,
                                .entity = &account,
                                .id = {},
                                .values = {{*account.indexOf("name"), Value("Customer " + std::to_string(i))},
                                           {*account.indexOf("territory"), Value(hands.company.north)},
                                           {*account.indexOf("owner"), Value(hands.company.id("ana"))}}}});
    must(hands.admin.replica().commitAll(actions));
    hands.syncAll();
    QVERIFY(hands.ana.count("account") > 700);
    const sales::ReassignWish wish{
        .what = What::Territory, .subject = hands.company.north, .toUser = {}, .toTerritory = hands.company.south};
    const auto found = must(sales::reassign(hands.admin.replica(), wish));
    QCOMPARE(found.accounts, 702);
    QCOMPARE(found.leads, 1);
    QCOMPARE(sightOf(found, hands.company.id("ana")).loses, 702);
    hands.syncAll();
    QCOMPARE(hands.ana.count("account"), 0);
    QVERIFY(hands.carl.count("account") > 702);
    QVERIFY(hands.carl.agreesWithServer());
}

void ReassignmentTest::aNewOwnerWhoWouldNotSeeItIsSaid()
{
    Hands hands;
    const auto found = must(sales::previewReassignment(
        hands.admin.replica(),
        {.what = What::Account, .subject = hands.company.acme, .toUser = hands.company.id("carl"), .toTerritory = {}}));
    QCOMPARE(found.unseen, 1);
    QCOMPARE(sightOf(found, hands.company.id("carl")).gains, 0);
}

void ReassignmentTest::wishesThatMakeNoSenseAreRefusedAndChangeNothing()
{
    Hands hands;
    Replica& replica = hands.admin.replica();
    const auto refused = [&](const sales::ReassignWish& wish) {
        return !sales::previewReassignment(replica, wish).ok() && !sales::reassign(replica, wish).ok();
    };
    const Id ana = hands.company.id("ana");
    QVERIFY(refused({.what = What::Person, .subject = ana, .toUser = {}, .toTerritory = {}}));
    QVERIFY(refused({.what = What::Person, .subject = ana, .toUser = ana, .toTerritory = {}}));
    QVERIFY(refused({.what = What::Account, .subject = ana, .toUser = ana, .toTerritory = {}}));
    QVERIFY(refused(
        {.what = What::Territory, .subject = hands.company.north, .toUser = {}, .toTerritory = hands.company.north}));
    QVERIFY(
        refused({.what = What::Person, .subject = ana, .toUser = hands.company.clock().newId(), .toTerritory = {}}));
    must(sales::saveColleague(replica, {.id = hands.company.id("carl"),
                                        .login = "carl",
                                        .name = "Carl Seller",
                                        .role = Role::Salesperson,
                                        .territories = {hands.company.south},
                                        .active = false}));
    QVERIFY(refused({.what = What::Person, .subject = ana, .toUser = hands.company.id("carl"), .toTerritory = {}}));
    QCOMPARE(hands.admin.value("account", hands.company.acme, "owner"), hands.user("ana"));
}

void ReassignmentTest::theDirectoryIsKeptInOrderOnTheLaptopToo()
{
    Hands hands;
    Replica& replica = hands.admin.replica();
    const auto field = [&](const sales::Colleague& colleague) {
        const auto saved = sales::saveColleague(replica, colleague);
        return saved.ok() ? std::string("(saved)") : saved.error().field;
    };
    QCOMPARE(field({.id = {}, .login = "ana", .name = "Another"}), std::string("login"));
    QCOMPARE(field({.id = {}, .login = "", .name = "Another"}), std::string("login"));
    QCOMPARE(field({.id = {}, .login = "an other", .name = "Another"}), std::string("login"));
    QCOMPARE(field({.id = {}, .login = "other", .name = ""}), std::string("name"));
    const Id me = hands.company.id("admin");
    QCOMPARE(field({.id = me, .login = "admin", .name = "Adam Admin", .role = Role::Marketing}), std::string("role"));
    QCOMPARE(field({.id = me, .login = "admin", .name = "Adam Admin", .role = Role::Administrator, .active = false}),
             std::string("active"));
    const Id world = must(replica.resolve(schema::entity("territory"), "W"));
    QCOMPARE(sales::saveTerritory(replica, {.id = world, .name = "World", .code = "W", .parent = hands.company.north})
                 .error()
                 .field,
             std::string("parent"));
    QCOMPARE(sales::saveTerritory(replica, {.id = {}, .name = "Twin", .code = "N", .parent = world}).error().field,
             std::string("code"));
    QVERIFY(!sales::retireTerritory(replica, world).ok());
    QVERIFY(!sales::retireTerritory(replica, hands.company.south).ok());
    QCOMPARE(hands.admin.waiting(), 0);
    const Id east = must(sales::saveTerritory(replica, {.id = {}, .name = "East", .code = "E", .parent = world}));
    must(sales::saveTerritory(replica, {.id = east, .name = "Far East", .code = "E", .parent = hands.company.south}));
    hands.syncAll();
    QCOMPARE(hands.ana.value("territory", east, "name"), std::string("Far East"));
    must(sales::retireTerritory(replica, east));
    hands.syncAll();
    QVERIFY(!hands.ana.has("territory", east));
}

QTEST_GUILESS_MAIN(ReassignmentTest)
#include "ReassignmentTest.moc"
