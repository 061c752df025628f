// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Twins.h"
#include "core/sales/CustomerValue.h"
#include "core/sales/Deals.h"
#include "core/sales/Merging.h"
#include "tests/core/sales/DealStory.h"
#include "tests/support/world/Profile.h"

#include <QTest>

#include <set>

using namespace satchel;
using namespace satchel::test;

using sales::Alike;
using Take = sales::Merging::Take;

/// Who may be the same customer, and what becomes of two who are.
class TwinsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mailPhoneMarkAndNameTell();
    void sitesAndColleaguesAreNotDuplicates();
    void theHuntFindsEachPairOnceAndEnds();
    void aStretchIsBoundedHoweverManyRecords();
    void whatIsKeptIsProposedSensibly();
    void anotherSurvivorIsAnotherProposal();
    void fieldsThatMeanOneThingGoTogether();
    void whatWasToldApartIsNotProposedAgain();
    void theMergeIsOneChange();
    void aNewerEditOfTheSurvivorIsNotOverwritten();
    void whatBelongsToOneIsCounted();
    void sitesAreATreeAndCirclesDoNoHarm();
    void yearsWithoutAnOrderAreYearsToo();
};

namespace {

std::set<std::set<Id>> hunted(Replica& replica, const char* entity)
{
    std::set<std::set<Id>> pairs;
    sales::TwinHunt hunt(schema::entity(entity));
    for (int steps = 0; !hunt.isDone(); ++steps) {
        if (steps > 10'000)
            qFatal("the hunt does not end");
        for (const sales::TwinPair& pair : must(hunt.step(replica)))
            pairs.insert({pair.first.id, pair.second.id});
    }
    return pairs;
}

Record recordIn(Profile& profile, const char* entity, const Id& id)
{
    return *must(profile.replica->find(schema::entity(entity), id));
}

std::size_t lineOf(const sales::Merging& merging, const char* field)
{
    for (std::size_t i = 0; i < merging.lines().size(); ++i)
        if (merging.first().entity->fields[merging.lines()[i].field].name == field)
            return i;
    qFatal("no such line");
}

Value keptIn(const sales::Merging& merging, const char* field)
{
    return merging.taken(merging.lines()[lineOf(merging, field)]);
}

} // namespace

void TwinsTest::mailPhoneMarkAndNameTell()
{
    Profile profile;
    const Id acme = profile.add("account", {{"name", Value("Acme GmbH")}, {"vat_id", Value("DE 1")}});
    const Id name = profile.add("account", {{"name", Value("ACME")}});
    const Id mark = profile.add("account", {{"name", Value("Zeta")}, {"vat_id", Value("de 1")}});
    profile.add("account", {{"name", Value("Acme Tools")}});
    const auto accounts = must(sales::twinsOf(*profile.replica, recordIn(profile, "account", acme)));
    QCOMPARE(accounts.size(), std::size_t{2});
    QCOMPARE(accounts[0].record.id, mark);
    QVERIFY(accounts[0].by == std::vector<Alike>{Alike::Mark});
    QCOMPARE(accounts[1].record.id, name);
    QVERIFY(accounts[1].by == std::vector<Alike>{Alike::Name});
    const Id ana = profile.add("contact", {{"first_name", Value("Ana")},
                                           {"last_name", Value("Ruiz")},
                                           {"email", Value("ana@acme.example")},
                                           {"mobile", Value("+34 600 123 456")}});
    const Id mail =
        profile.add("contact", {{"last_name", Value("R.")}, {"more_emails", Value(R"(["Ana@Acme.example"])")}});
    const Id phone = profile.add("contact", {{"last_name", Value("RUÍZ")}, {"phone", Value("600123456")}});
    const auto contacts = must(sales::twinsOf(*profile.replica, recordIn(profile, "contact", ana)));
    QCOMPARE(contacts.size(), std::size_t{2});
    QCOMPARE(contacts[0].record.id, mail);
    QCOMPARE(contacts[1].record.id, phone);
    QVERIFY(contacts[1].by == std::vector<Alike>{Alike::Phone});
}

void TwinsTest::sitesAndColleaguesAreNotDuplicates()
{
    Profile profile;
    const Id acme = profile.add("account", {{"name", Value("Acme")}, {"vat_id", Value("DE1")}});
    const Id north =
        profile.add("account", {{"name", Value("Acme")}, {"vat_id", Value("DE1")}, {"parent", Value(acme)}});
    profile.add("account", {{"name", Value("Acme")}, {"vat_id", Value("DE1")}, {"parent", Value(acme)}});
    const Value number("+49 30 1234567");
    profile.add(
        "contact",
        {{"first_name", Value("Ana")}, {"last_name", Value("Ruiz")}, {"phone", number}, {"account", Value(acme)}});
    profile.add(
        "contact",
        {{"first_name", Value("Bo")}, {"last_name", Value("Lee")}, {"phone", number}, {"account", Value(acme)}});
    profile.add("contact", {{"first_name", Value("Ana")}, {"last_name", Value("Ruiz")}, {"account", Value(north)}});
    QVERIFY(hunted(*profile.replica, "account").empty());
    QVERIFY(hunted(*profile.replica, "contact").empty());
}

void TwinsTest::theHuntFindsEachPairOnceAndEnds()
{
    Profile profile;
    std::set<std::set<Id>> expected;
    for (int i = 0; i < 60; ++i) {
        const std::string name = "Person" + std::to_string(i);
        const Id one = profile.add(
            "contact", {{"first_name", Value("A")}, {"last_name", Value(name)}, {"email", Value(name + "@x.example")}});
        if (i % 3 == 0)
            expected.insert({one, profile.add("contact", {{"last_name", Value("Q" + name)},
                                                          {"email", Value(name + "@x.example")}})});
        else if (i % 3 == 1)
            expected.insert({one, profile.add("contact", {{"first_name", Value("a")}, {"last_name", Value(name)}})});
        else // only a search finds it: the letters are others
            expected.insert({one, profile.add("contact", {{"last_name", Value("Z" + name)},
                                                          {"email", Value("P" + name.substr(1) + "@X.example")}})});
    }
    QVERIFY(hunted(*profile.replica, "contact") == expected);
}

void TwinsTest::aStretchIsBoundedHoweverManyRecords()
{
    Profile profile;
    std::vector<Edit> edits;
    for (int i = 0; i < 400; ++i) // all of one name, in no account: the worst there is
        edits.push_back(Profile::edit(OperationKind::Create, "contact", {},
                                      {{"first_name", Value("Ana")}, {"last_name", Value("García")}}));
    must(profile.replica->commitBulk(edits));
    sales::TwinHunt hunt(schema::entity("contact"));
    std::size_t most = 0;
    while (!hunt.isDone())
        most = std::max(most, must(hunt.step(*profile.replica)).size());
    QVERIFY(most > 0);
    QVERIFY(most <= 400 * 8); // each with few before it, not each with all
}

void TwinsTest::whatIsKeptIsProposedSensibly()
{
    Profile profile;
    const Id one = profile.add("contact", {{"last_name", Value("Ruiz")},
                                           {"phone", Value("+34 91 000 001")},
                                           {"tags", Value(R"(["golf"])")},
                                           {"notes", Value("Likes coffee")}});
    const Id two = profile.add("contact", {{"first_name", Value("Ana")},
                                           {"last_name", Value("Ruíz")},
                                           {"phone", Value("+34 91 000 002")},
                                           {"email", Value("ana@acme.example")},
                                           {"tags", Value(R"(["tennis"])")},
                                           {"notes", Value("Wants pumps")}});
    sales::Merging merging(recordIn(profile, "contact", one), recordIn(profile, "contact", two), Role::Salesperson);
    QCOMPARE(keptIn(merging, "last_name"), Value("Ruiz"));
    QCOMPARE(keptIn(merging, "first_name"), Value("Ana")); // the other has one
    QCOMPARE(keptIn(merging, "email"), Value("ana@acme.example"));
    QCOMPARE(keptIn(merging, "tags"), Value(R"(["golf","tennis"])"));
    QCOMPARE(keptIn(merging, "notes"), Value("Likes coffee\n\nWants pumps"));
    QVERIFY(merging.keptBeside() == std::vector<std::string>{"+34 91 000 002"}); // no number is lost
    merging.choose(lineOf(merging, "notes"), Take::Second);
    merging.choose(lineOf(merging, "phone"), Take::Both); // one field, one number: not possible
    must(merging.commit(*profile.replica));
    QCOMPARE(profile.value("contact", one, "notes"), Value("Wants pumps"));
    QCOMPARE(profile.value("contact", one, "phone"), Value("+34 91 000 001"));
    QCOMPARE(profile.value("contact", one, "more_phones"), Value(R"(["+34 91 000 002"])"));
    QCOMPARE(profile.value("contact", two, "last_name"), Value("(absent)"));
}

void TwinsTest::anotherSurvivorIsAnotherProposal()
{
    Profile profile;
    const Id one = profile.add("account", {{"name", Value("Acme")}, {"industry", Value("Pumps")}});
    const Id two = profile.add("account", {{"name", Value("ACME GmbH")}, {"parent", Value(one)}});
    sales::Merging merging(recordIn(profile, "account", one), recordIn(profile, "account", two), Role::Salesperson);
    QCOMPARE(keptIn(merging, "name"), Value("Acme"));
    QVERIFY(keptIn(merging, "parent").isNull()); // nobody stands below himself
    merging.setFirstStays(false);
    QCOMPARE(keptIn(merging, "name"), Value("ACME GmbH"));
    QCOMPARE(keptIn(merging, "industry"), Value("Pumps"));
    merging.choose(lineOf(merging, "parent"), Take::First);
    must(merging.commit(*profile.replica));
    QCOMPARE(profile.value("account", two, "name"), Value("ACME GmbH"));
    QVERIFY(profile.value("account", two, "parent").isNull());
}

void TwinsTest::fieldsThatMeanOneThingGoTogether()
{
    Profile profile;
    const Id one = profile.add("lead", {{"name", Value("Ana")}, {"status", Value("contacted")}});
    const Id two =
        profile.add("lead", {{"name", Value("Ana")}, {"status", Value("qualified")}, {"reason", Value("budget")}});
    sales::Merging merging(recordIn(profile, "lead", one), recordIn(profile, "lead", two), Role::Salesperson);
    QCOMPARE(keptIn(merging, "status"), Value("contacted"));
    QVERIFY(keptIn(merging, "reason").isNull()); // it is the reason of the other state
    merging.choose(lineOf(merging, "status"), Take::Second);
    QCOMPARE(keptIn(merging, "reason"), Value("budget"));
}

void TwinsTest::whatWasToldApartIsNotProposedAgain()
{
    Profile profile;
    const Id one = profile.add("contact", {{"last_name", Value("Ruiz")}, {"email", Value("office@acme.example")}});
    const Id two = profile.add("contact", {{"last_name", Value("Sol")}, {"email", Value("office@acme.example")}});
    QCOMPARE(hunted(*profile.replica, "contact").size(), std::size_t{1});
    must(sales::tellApart(*profile.replica, schema::entity("contact"), one, two));
    QVERIFY(hunted(*profile.replica, "contact").empty());
    QVERIFY(must(sales::twinsOf(*profile.replica, recordIn(profile, "contact", two))).empty());
}

void TwinsTest::theMergeIsOneChange()
{
    Profile profile;
    const Id one = profile.add("contact", {{"last_name", Value("Ruiz")}});
    const Id two = profile.add("contact", {{"last_name", Value("Ruíz")}, {"mobile", Value("+34 600 1")}});
    const Id task = profile.add("task", {{"title", Value("Call")}, {"contact", Value(two)}});
    const auto before = must(profile.replica->status()).waiting;
    must(sales::Merging(recordIn(profile, "contact", one), recordIn(profile, "contact", two), Role::Salesperson)
             .commit(*profile.replica));
    QCOMPARE(must(profile.replica->status()).waiting, before + 1);
    QCOMPARE(profile.value("contact", one, "mobile"), Value("+34 600 1"));
    QCOMPARE(profile.value("task", task, "contact"), Value(one));
}

void TwinsTest::aNewerEditOfTheSurvivorIsNotOverwritten()
{
    Profile profile;
    const Id one = profile.add("contact", {{"last_name", Value("Ruiz")}});
    const Id two = profile.add("contact", {{"last_name", Value("Ruíz")}, {"mobile", Value("+34 600 1")}});
    const sales::Merging merging(recordIn(profile, "contact", one), recordIn(profile, "contact", two),
                                 Role::Salesperson);
    profile.set("contact", one, {{"job_title", Value("Buyer")}}); // while the panel stood open
    must(merging.commit(*profile.replica));
    QCOMPARE(profile.value("contact", one, "job_title"), Value("Buyer"));
    QCOMPARE(profile.value("contact", one, "mobile"), Value("+34 600 1"));
    QVERIFY(!merging.commit(*profile.replica).ok()); // one of them is gone: a sentence, and nothing changed
}

void TwinsTest::whatBelongsToOneIsCounted()
{
    Profile profile;
    const Id acme = profile.add("account", {{"name", Value("Acme")}});
    profile.add("account", {{"name", Value("North")}, {"parent", Value(acme)}});
    profile.add("contact", {{"last_name", Value("Ruiz")}, {"account", Value(acme)}});
    profile.add("contact", {{"last_name", Value("Sol")}, {"account", Value(acme)}});
    const auto hanging = must(sales::hangingOn(*profile.replica, {schema::entity("account").number, acme}));
    QCOMPARE(hanging.size(), std::size_t{2});
    QCOMPARE(hanging[0].entity->name, "account");
    QCOMPARE(hanging[0].count, 1);
    QCOMPARE(hanging[1].entity->name, "contact");
    QCOMPARE(hanging[1].count, 2);
}

void TwinsTest::sitesAreATreeAndCirclesDoNoHarm()
{
    Profile profile;
    const Id top = profile.add("account", {{"name", Value("Acme")}});
    const Id north = profile.add("account", {{"name", Value("North")}, {"parent", Value(top)}});
    const Id port = profile.add("account", {{"name", Value("Port")}, {"parent", Value(north)}});
    profile.add("account", {{"name", Value("South")}, {"parent", Value(top)}});
    const auto tree = must(sales::siteTree(*profile.replica, port));
    std::vector<std::pair<std::string, int>> seen;
    for (const sales::SiteNode& node : tree)
        seen.emplace_back(node.account.label(), node.depth);
    QVERIFY((seen == std::vector<std::pair<std::string, int>>{{"Acme", 0}, {"North", 1}, {"Port", 2}, {"South", 1}}));
    profile.set("account", top, {{"parent", Value(port)}});
    QCOMPARE(must(sales::siteTree(*profile.replica, north)).size(), std::size_t{4});
}

void TwinsTest::yearsWithoutAnOrderAreYearsToo()
{
    DealStory story;
    const Id spring =
        story.admin.add("promotion", {{"name", "Spring"}, {"code", "SPR"}, {"kind", "percent"}, {"percent", "5"}});
    story.admin.sync();
    Laptop& ana = story.company.laptop("ana");
    const Id site = ana.add("account", {{"name", "Acme Works"}, {"parent", story.company.acme.toString()}});
    const auto buy = [&](const char* quantity, const std::vector<std::pair<const char*, Value>>& fields) {
        const auto written = story.write(ana, {{.quantity = quantity, .list = "10.00 EUR"}}, fields);
        ana.set("quote_line", written.lines[0], {{"promotion", spring.toString()}});
        must(sales::Deals(ana.replica()).handOver(written.quote));
        return written.quote;
    };
    must(sales::Deals(ana.replica()).accept(buy("2", {}), {.name = "Ana Ruiz"}));
    story.company.clock().advance(2 * 366 * HandEnvironment::day);
    const std::vector<std::pair<const char*, Value>> later = {
        {"account", site}, {"contact", Value()}, {"date", Value("2028-11-24")}, {"valid_until", Value("2028-12-31")}};
    must(sales::Deals(ana.replica()).accept(buy("3", later), {.name = "Bo Lee"}));
    buy("9", {{"date", Value("2028-11-24")}, {"valid_until", Value("2028-12-31")}}); // only offered
    const auto business = must(sales::businessWith(ana.replica(), story.company.acme));
    QCOMPARE(business.value.orders, 2);
    QCOMPARE(business.value.since, "2026-11-22");
    QCOMPARE(business.value.sums.size(), std::size_t{1});
    const sales::CustomerValue::Sum& sum = business.value.sums[0];
    QCOMPARE(sum.currency, "EUR");
    QCOMPARE(sum.net.toString(2), "50.00");
    QCOMPARE(sum.years.size(), std::size_t{3});
    QCOMPARE(sum.years[0].net.toString(2), "20.00");
    QCOMPARE(sum.years[1].year, 2027);
    QCOMPARE(sum.years[1].net.toString(2), "0.00");
    QCOMPARE(sum.years[2].net.toString(2), "30.00");
    QCOMPARE(business.promotions.size(), std::size_t{1});
    QCOMPARE(business.promotions[0].name, "Spring");
    QCOMPARE(business.promotions[0].ordered, 2);
    QCOMPARE(business.promotions[0].quoted, 1);
    QCOMPARE(must(sales::businessWith(ana.replica(), story.company.zeta)).value.orders, 0);
}

QTEST_GUILESS_MAIN(TwinsTest)
#include "TwinsTest.moc"
