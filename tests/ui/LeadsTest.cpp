// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Leads.h"
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Profile.h"
#include "ui/records/ListPane.h"
#include "ui/records/RecordPage.h"
#include "ui/widgets/Badge.h"

#include <QListWidget>

using namespace satchel;
using namespace satchel::test;

/// Leads are worked through with the keyboard, one after the other.
class LeadsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jAndKWalkAndQQualifies();
    void convertingMakesAccountAndContactAndMovesOn();
    void theWholeConversionIsOneStepBack();
    void whoIsKnownAlreadyIsFound();
    void aKnownContactIsTakenWithHisAccount();
    void disqualifyingWantsAReason();
    void aDistributorOrAColleagueGetsTheLead();
    void whatIsClosedStaysClosed();
    void escapeLeavesThePanelAndNothingHappens();
    void whatIsOpenComesNewestFirstAndSaysWhenItIsOverdue();
};

namespace {

struct Story : Profile {
    explicit Story(Role role = Role::Salesperson) : Profile(role)
    {
        const auto within = [this](int hours) { return Value(clock.now() + hours * HandEnvironment::hour); };
        ana = add("lead", {{"name", Value("Ana Ruiz")},
                           {"respond_by", within(3)},
                           {"company", Value("Acme GmbH")},
                           {"email", Value("ana@acme.example")},
                           {"phone", Value("+49 30 1234567")},
                           {"notes", Value("Wants 40 pumps")}});
        ben = add("lead", {{"name", Value("Ben Ode")}, {"company", Value("Zeta")}, {"respond_by", within(2)}});
        cem = add("lead", {{"name", Value("Cem Aks")}, {"respond_by", within(1)}});
    }
    std::vector<Record> all(const char* entity)
    {
        return must(replica->list({.entity = &schema::entity(entity), .search = {}, .after = {}})).rows;
    }
    Id ana;
    Id ben;
    Id cem;
};

Id inFront(OpenWindow& open)
{
    const auto record = open.window().currentPage()->currentRecord();
    return record ? record->id : Id();
}

void goToLeads(OpenWindow& open)
{
    open.window().go(QStringLiteral("lead"));
    open.settle();
}

} // namespace

void LeadsTest::jAndKWalkAndQQualifies()
{
    Story story;
    OpenWindow open(story.folder, story.clock);
    goToLeads(open);
    QCOMPARE(inFront(open), story.ana);
    open.press(Qt::Key_J);
    QCOMPARE(inFront(open), story.ben);
    open.press(Qt::Key_K);
    QCOMPARE(inFront(open), story.ana);
    open.press(Qt::Key_Q);
    QCOMPARE(story.value("lead", story.ana, "status"), Value("qualified"));
    QCOMPARE(inFront(open), story.ben); // on to the next one
    open.press(Qt::Key_Return);         // the same with the record over the whole page
    open.press(Qt::Key_Escape);
    open.press(Qt::Key_Q);
    QCOMPARE(story.value("lead", story.ben, "status"), Value("qualified"));
}

void LeadsTest::convertingMakesAccountAndContactAndMovesOn()
{
    Story story;
    const Id task = story.add("task", {{"title", Value("Call her")}, {"lead", Value(story.ana)}});
    OpenWindow open(story.folder, story.clock);
    goToLeads(open);
    open.press(Qt::Key_C);
    open.press(Qt::Key_Return);
    QCOMPARE(story.value("lead", story.ana, "status"), Value("converted"));
    QCOMPARE(story.value("lead", story.ana, "closed_on"), Value("2026-11-22"));
    const auto accounts = story.all("account");
    const auto contacts = story.all("contact");
    QCOMPARE(accounts.size(), std::size_t{1});
    QCOMPARE(contacts.size(), std::size_t{1});
    QCOMPARE(accounts[0].value("name"), Value("Acme GmbH"));
    QCOMPARE(contacts[0].value("first_name"), Value("Ana"));
    QCOMPARE(contacts[0].value("last_name"), Value("Ruiz"));
    QCOMPARE(contacts[0].value("email"), Value("ana@acme.example"));
    QCOMPARE(contacts[0].value("account"), Value(accounts[0].id));
    QCOMPARE(story.value("lead", story.ana, "account"), Value(accounts[0].id));
    QCOMPARE(story.value("lead", story.ana, "contact"), Value(contacts[0].id));
    QCOMPARE(story.value("task", task, "account"), Value(accounts[0].id)); // it goes on there
    QCOMPARE(inFront(open), story.ben);
}

void LeadsTest::theWholeConversionIsOneStepBack()
{
    Story story;
    OpenWindow open(story.folder, story.clock);
    goToLeads(open);
    open.press(Qt::Key_C);
    open.press(Qt::Key_Return);
    QCOMPARE(story.all("account").size(), std::size_t{1});
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(story.all("account").empty());
    QVERIFY(story.all("contact").empty());
    QCOMPARE(story.value("lead", story.ana, "status"), Value("new"));
    QVERIFY(story.value("lead", story.ana, "account").isNull());
}

void LeadsTest::whoIsKnownAlreadyIsFound()
{
    using By = sales::LeadMatch::By;
    Story story;
    const Id acme = story.add("account", {{"name", Value("ACME")}});
    story.add("account", {{"name", Value("Acme Tools")}});
    const Id mail = story.add("contact", {{"last_name", Value("Ruiz-Sol")}, {"email", Value("Ana@Acme.example")}});
    const Id phone = story.add("contact", {{"last_name", Value("Reception")}, {"mobile", Value("030/123 45 67")}});
    const Id name = story.add("contact", {{"first_name", Value("ana")}, {"last_name", Value("ruiz")}});
    story.add("contact", {{"first_name", Value("Ana")}, {"last_name", Value("Sol")}});
    const auto matches = must(sales::Leads(*story.replica).matches(story.ana));
    QCOMPARE(matches.accounts.size(), std::size_t{1});
    QCOMPARE(matches.accounts[0].record.id, acme);
    QCOMPARE(matches.contacts.size(), std::size_t{3});
    QCOMPARE(matches.contacts[0].record.id, mail);
    QVERIFY(matches.contacts[0].by == std::vector<By>{By::Mail});
    QCOMPARE(matches.contacts[1].record.id, phone);
    QVERIFY(matches.contacts[1].by == std::vector<By>{By::Phone});
    QCOMPARE(matches.contacts[2].record.id, name);
    QVERIFY(!matches.contacts[2].isStrong());
    const auto nobody = must(sales::Leads(*story.replica).matches(story.cem));
    QVERIFY(nobody.accounts.empty() && nobody.contacts.empty());
}

void LeadsTest::aKnownContactIsTakenWithHisAccount()
{
    Story story;
    const Id other = story.add("account", {{"name", Value("Acme Holding")}});
    const Id known = story.add(
        "contact", {{"last_name", Value("Ruiz")}, {"email", Value("ana@acme.example")}, {"account", Value(other)}});
    OpenWindow open(story.folder, story.clock);
    goToLeads(open);
    open.press(Qt::Key_C);
    const auto* contacts = open.named<QListWidget>(QStringLiteral("Contact"));
    QVERIFY(contacts != nullptr);
    QCOMPARE(contacts->currentItem()->text(), QStringLiteral("Ruiz · same e-mail"));
    QCOMPARE(open.named<QListWidget>(QStringLiteral("Account"))->currentItem()->text(),
             QStringLiteral("Acme Holding · account of the contact"));
    open.press(Qt::Key_Return);
    QCOMPARE(story.value("lead", story.ana, "contact"), Value(known));
    QCOMPARE(story.value("lead", story.ana, "account"), Value(other));
    QCOMPARE(story.all("account").size(), std::size_t{1});
    QCOMPARE(story.all("contact").size(), std::size_t{1});
}

void LeadsTest::disqualifyingWantsAReason()
{
    Story story;
    OpenWindow open(story.folder, story.clock);
    goToLeads(open);
    open.press(Qt::Key_X);
    open.type(QStringLiteral("budget"));
    open.press(Qt::Key_Return);
    QCOMPARE(story.value("lead", story.ana, "status"), Value("disqualified"));
    QCOMPARE(story.value("lead", story.ana, "reason"), Value("No budget"));
    QCOMPARE(inFront(open), story.ben);
    open.press(Qt::Key_X);
    open.type(QStringLiteral("moved to Mars"));
    open.press(Qt::Key_Return);
    QCOMPARE(story.value("lead", story.ben, "reason"), Value("moved to Mars"));
    QCOMPARE(inFront(open), story.cem);
    QVERIFY(!sales::Leads(*story.replica).disqualify(story.cem, "  ").ok());
}

void LeadsTest::aDistributorOrAColleagueGetsTheLead()
{
    Story story(Role::Administrator); // who may write the directory
    const Id north = story.add("account", {{"name", Value("North Trade")}, {"status", Value("distributor")}});
    const Id dora =
        story.add("user", {{"login", Value("dora")}, {"name", Value("Dora Ek")}, {"role", Value("salesperson")}});
    OpenWindow open(story.folder, story.clock);
    goToLeads(open);
    open.press(Qt::Key_F);
    open.press(Qt::Key_Return); // the distributor comes first
    QCOMPARE(story.value("lead", story.ana, "status"), Value("forwarded"));
    QCOMPARE(story.value("lead", story.ana, "account"), Value(north));
    QCOMPARE(inFront(open), story.ben);
    open.press(Qt::Key_F);
    open.type(QStringLiteral("dor"));
    open.press(Qt::Key_Return);
    QCOMPARE(story.value("lead", story.ben, "owner"), Value(dora));
    QCOMPARE(story.value("lead", story.ben, "status"), Value("new"));
}

void LeadsTest::whatIsClosedStaysClosed()
{
    Story story;
    sales::Leads leads(*story.replica);
    must(leads.convert(story.cem, {.account = {}, .contact = {}, .noAccount = true}));
    QVERIFY(story.all("account").empty());
    const Status again = leads.qualify(story.cem);
    QVERIFY(!again.ok());
    QCOMPARE(again.error().message, std::string("This lead has been converted already; nothing more becomes of it."));
    QVERIFY(!leads.forwardTo(story.ana, story.ben).ok()); // no account
}

void LeadsTest::escapeLeavesThePanelAndNothingHappens()
{
    Story story;
    OpenWindow open(story.folder, story.clock);
    goToLeads(open);
    for (const Qt::Key key : {Qt::Key_C, Qt::Key_X}) {
        open.press(key);
        open.press(Qt::Key_Escape);
        QCOMPARE(story.value("lead", story.ana, "status"), Value("new"));
        QCOMPARE(inFront(open), story.ana);
    }
    open.press(Qt::Key_J); // the keys are the list's again
    QCOMPARE(inFront(open), story.ben);
}

void LeadsTest::whatIsOpenComesNewestFirstAndSaysWhenItIsOverdue()
{
    Profile profile;
    const Milliseconds now = profile.clock.now();
    const auto lead = [&](const char* name, Milliseconds answerBy, const char* status) {
        const Id id = profile.add("lead", {{"name", Value(name)}, {"respond_by", Value(std::int64_t{answerBy})}});
        profile.set("lead", id, {{"status", Value(status)}});
        return id;
    };
    lead("Ana Ruiz", now + 48 * HandEnvironment::hour, "new");
    const Id late = lead("Zoe Late", now - 48 * HandEnvironment::hour, "new");
    lead("Cem Aks", now + HandEnvironment::hour, "contacted");
    lead("Ben Gone", now - 96 * HandEnvironment::hour, "disqualified");
    OpenWindow open(profile.folder, profile.clock);
    goToLeads(open);
    const auto& list = qobject_cast<ui::RecordPage*>(open.window().currentPage())->list();
    QStringList names;
    for (int row = 0; row < list.model().rowCount(); ++row)
        names << list.model().index(row, 0).data().toString();
    QCOMPARE(names, (QStringList{QStringLiteral("Ana Ruiz"), QStringLiteral("Cem Aks"), QStringLiteral("Zoe Late")}));
    const ui::RecordRow* row = list.model().row(2);
    QVERIFY(row->late);
    QVERIFY2(row->aside.startsWith(QStringLiteral("overdue: ")), qPrintable(row->aside));
    QVERIFY(!list.model().row(1)->late);
    QVERIFY(open.named<ui::Pill>(QStringLiteral("Overdue")) == nullptr);
    open.press(Qt::Key_J);
    open.press(Qt::Key_J);
    QCOMPARE(inFront(open), late);
    QVERIFY(open.named<ui::Pill>(QStringLiteral("Overdue")) != nullptr);
}

QTEST_MAIN(LeadsTest)
#include "LeadsTest.moc"
