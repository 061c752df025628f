// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Alerts.h"
#include "sync/server/HeldBack.h"
#include "sync/server/Housekeeping.h"
#include "sync/server/Recovery.h"
#include "sync/server/Write.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

namespace {

QString alertKinds(Company& company)
{
    QStringList kinds;
    for (const server::Alert& alert : must(server::alerts::list(company.database(), false)))
        kinds += QString::fromStdString(alert.kind);
    return kinds.join(u' ');
}

Id incarnationOf(Laptop& laptop)
{
    return must(laptop.replica().identity())->incarnation;
}

Id historyOf(Laptop& laptop)
{
    return must(laptop.replica().identity())->history;
}

/// Syncs as a person would: signs in again where he has to.
void syncSignedIn(Laptop& laptop)
{
    auto report = laptop.trySync();
    for (int times = 0; times < 2 && !report.ok() && report.error().kind == ErrorKind::Unauthorized; ++times) {
        laptop.signIn(); // the second time where his own first contact is what signs everybody out
        report = laptop.trySync();
    }
    must(std::move(report));
}

// Of sixty accounts that are on the server: more than anybody may delete within an hour without being asked.
std::vector<Edit> deletionsThatBlowTheFuse(Laptop& laptop)
{
    std::vector<Edit> deletions;
    for (int i = 0; i < 60; ++i)
        deletions.push_back({.kind = OperationKind::Delete,
                             .entity = &schema::entity("account"),
                             .id = laptop.add("account", {{"name", "A" + std::to_string(i)}}),
                             .values = {}});
    laptop.sync();
    return deletions;
}

} // namespace

/// What happens when the past of a server or a laptop changes: restores, copies, long absences.
class HistoriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRestoredServerGetsBackWhatALaptopHadSentAfterTheBackup_data();
    void aRestoredServerGetsBackWhatALaptopHadSentAfterTheBackup();
    void whatIsOfferedAgainCountsOnce();
    void whatWasSeenInALostPastIsNotTakenForSomethingElse();
    void whatIsOfferedAgainIsWholeThoughItsRecordHadLeft_data();
    void whatIsOfferedAgainIsWholeThoughItsRecordHadLeft();
    void nothingOfARecordThatLeftCanBeReadInWhatWaits();
    void whatOneCopySealsAnewAndTheOtherSendsAsItWasCountsOnce();
    void whatHadBeenRefusedIsNotForgottenByANewIncarnation();
    void whatTheRestoredServerHasOfAFormerIncarnationIsNotOfferedAgain();
    void aChangeThatHadBeenRefusedStaysRefusedAfterARestore();
    void recordsOfALostLaptopWaitForTheAdministrator();
    void whatIsHeldOfARecordThatLeftGoesWithIt();
    void aLaptopForgetsNothingBecauseItsClockWasSet();
    void aTokenRevokedAfterTheBackupStaysDead();
    void nobodyCanMakeTheServerBelieveItWasRestored();
    void bothCopiesOfACopiedLaptopGoOnAndNothingIsLost();
    void whatTwoCopiesSealAnewCountsOnce();
    void whatWasAnsweredBeforeALaptopWasRenewedIsGivenBackToARestoredServer();
    void whatWaitsForAnAdministratorIsAnsweredUnderANewIncarnation();
    void whatWasSentTwoIncarnationsAgoIsAnsweredByARestoredServer();
    void twoRunningCopiesAreNoticedBeforeEitherChangesAnything();
    void aLaptopPutBackFromItsBackupDoesNotReuseWhatItSent();
    void anAnswerFromBeforeALaptopWasPutBackIsNotTakenForANewOne();
    void whatWasTypedOnAnOldCopyMergesLikeAnotherLaptops();
    void aLaptopAwayForTwoYearsStartsWithAFreshCopyAndKeepsItsEdits();
    void anotherCompanysServerIsRefused();
};

void HistoriesTest::aRestoredServerGetsBackWhatALaptopHadSentAfterTheBackup_data()
{
    QTest::addColumn<bool>("declared");
    QTest::newRow("restored by satchel-server") << true;
    QTest::newRow("file put back without a word") << false;
}

void HistoriesTest::aRestoredServerGetsBackWhatALaptopHadSentAfterTheBackup()
{
    QFETCH(bool, declared);
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    ana.set("contact", company.anaRuiz, {{"phone", "+34 91 2"}});
    ana.sync();
    const std::string file = company.backUp();
    const Id before = historyOf(ana);

    ana.set("contact", company.anaRuiz, {{"phone", "+34 91 3"}});
    const Id made = ana.add("contact", {{"last_name", "Later"}, {"account", company.acme.toString()}});
    ana.remove("contact", company.boLee);
    ana.sync();
    dora.sync();
    dora.set("contact", made, {{"notes", "met at the fair"}});
    dora.sync();
    ana.sync();
    company.putBack(file, declared);

    // Ana has typed something meanwhile; Dora comes first.
    ana.set("account", company.acme, {{"next_step", "Call"}});
    syncSignedIn(dora);
    syncSignedIn(ana);
    syncSignedIn(dora);
    syncSignedIn(ana);
    syncSignedIn(dora);
    for (Laptop* laptop : {&ana, &dora}) {
        QCOMPARE(laptop->value("contact", company.anaRuiz, "phone"), std::string("+34 91 3"));
        QCOMPARE(laptop->value("contact", made, "last_name"), std::string("Later"));
        QCOMPARE(laptop->value("account", company.acme, "next_step"), std::string("Call"));
        QVERIFY(!laptop->has("contact", company.boLee));
        QVERIFY(laptop->agreesWithServer());
        QCOMPARE(laptop->waiting(), 0);
    }
    QVERIFY(historyOf(ana) != before);
    QCOMPARE(historyOf(ana), historyOf(dora));
    QCOMPARE(alertKinds(company), QStringLiteral("recovery"));
}

void HistoriesTest::whatIsOfferedAgainCountsOnce()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    const Id lead = ana.add("lead", {{"name", "Fair"}, {"touches", "1"}});
    ana.sync();
    const std::string file = company.backUp();
    ana.set("lead", lead, {{"touches", "4"}});
    ana.set("lead", lead, {{"timeline", "asked for a price"}});
    ana.sync();
    ana.set("lead", lead, {{"touches", "5"}});
    company.putBack(file, false);
    syncSignedIn(ana);
    syncSignedIn(ana);
    QCOMPARE(ana.value("lead", lead, "touches"), std::string("5"));
    QCOMPARE(QString::fromStdString(ana.value("lead", lead, "timeline")).count(QStringLiteral("asked for a price")), 1);
    QVERIFY(ana.agreesWithServer());
}

// Put back without a word the server goes on with the numbers of what it has lost. Ana has deleted the contact after
// her own edit, not after Dora's, which got the same number.
void HistoriesTest::whatWasSeenInALostPastIsNotTakenForSomethingElse()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    const std::string file = company.backUp();
    ana.set("contact", company.boLee, {{"job_title", "Buyer"}});
    ana.sync();
    ana.remove("contact", company.boLee);
    company.putBack(file, false);
    dora.set("contact", company.boLee, {{"phone", "+34 91 7"}});
    syncSignedIn(dora);
    for (int round = 0; round < 2; ++round)
        for (Laptop* laptop : {&ana, &dora})
            syncSignedIn(*laptop);
    for (Laptop* laptop : {&ana, &dora}) {
        QCOMPARE(laptop->value("contact", company.boLee, "phone"), std::string("+34 91 7"));
        QCOMPARE(laptop->value("contact", company.boLee, "job_title"), std::string("Buyer"));
        QCOMPARE(laptop->waiting(), 0);
        QVERIFY(laptop->agreesWithServer());
    }
}

void HistoriesTest::whatIsOfferedAgainIsWholeThoughItsRecordHadLeft_data()
{
    QTest::addColumn<bool>("boxed");
    QTest::newRow("with a copy for the server") << true;
    QTest::newRow("signed in before there were such copies") << false;
}

// Leads had left Ana's area after she had edited them, so what stood in them before is gone from her laptop. The server
// comes back from before her edits, and all of that counts, once.
void HistoriesTest::whatIsOfferedAgainIsWholeThoughItsRecordHadLeft()
{
    QFETCH(bool, boxed);
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    if (!boxed)
        must(ana.replica().connection().execute("DELETE FROM meta WHERE key='box_key'"));
    const Id lead = dora.add("lead", {{"name", "Fair"},
                                      {"phone", "+34 91 1"},
                                      {"touches", "1"},
                                      {"tags", R"(["cold","big"])"},
                                      {"notes", "one\ntwo"},
                                      {"territory", company.north.toString()}});
    dora.sync();
    ana.sync();
    const std::string file = company.backUp();
    ana.set("lead", lead,
            {{"touches", "4"}, {"phone", ""}, {"tags", R"(["big","hot"])"}, {"notes", "one\ntwo\nthree"}});
    ana.sync();
    ana.add("task", {{"title", "Call"}});
    ana.sync();
    dora.sync();
    dora.set("lead", lead, {{"territory", company.south.toString()}});
    dora.sync();
    ana.sync();
    QVERIFY(!ana.has("lead", lead));
    company.putBack(file, false);
    ana.add("task", {{"title", "Write"}});
    for (int round = 0; round < 2; ++round)
        for (Laptop* laptop : {&ana, &dora})
            syncSignedIn(*laptop);
    QCOMPARE(dora.value("lead", lead, "touches"), std::string("4")); // three were added, once
    if (boxed) {
        QCOMPARE(dora.value("lead", lead, "phone"), std::string());
        QCOMPARE(dora.value("lead", lead, "tags"), std::string(R"(["big","hot"])"));
        QCOMPARE(dora.value("lead", lead, "notes"), std::string("one\ntwo\nthree"));
    }
    QVERIFY(!ana.has("lead", lead));
    QCOMPARE(ana.labels("task", "Call").size(), std::size_t(1));
    QCOMPARE(ana.labels("task", "Write").size(), std::size_t(1));
    for (Laptop* laptop : {&ana, &dora}) {
        QCOMPARE(laptop->waiting(), 0);
        QVERIFY(laptop->agreesWithServer());
    }
    QCOMPARE(alertKinds(company), QStringLiteral("recovery"));
}

void HistoriesTest::nothingOfARecordThatLeftCanBeReadInWhatWaits()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    const Id lead =
        dora.add("lead", {{"name", "Fair"}, {"job_title", "old title"}, {"territory", company.north.toString()}});
    dora.sync();
    ana.sync();
    ana.set("lead", lead, {{"job_title", "typed by Ana"}});
    ana.sync();
    dora.sync();
    dora.set("lead", lead, {{"territory", company.south.toString()}});
    dora.sync();
    ana.sync();
    auto statement = must(ana.replica().connection().prepare("SELECT body, boxed FROM outbox"));
    int changes = 0;
    for (; must(statement.step()); ++changes) {
        QVERIFY(statement.blob(0).find("old title") == std::string_view::npos);
        QVERIFY(statement.blob(0).find("typed by Ana") != std::string_view::npos); // that is hers
        QVERIFY(!statement.isNull(1));
        QVERIFY(statement.blob(1).find("title") == std::string_view::npos);
    }
    QCOMPARE(changes, 1);
}

// The server comes back from before what both copies have. Ana's has lost what stood before, and seals it anew; the
// other still has it as it was.
void HistoriesTest::whatOneCopySealsAnewAndTheOtherSendsAsItWasCountsOnce()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    must(ana.replica().connection().execute("DELETE FROM meta WHERE key='box_key'"));
    const Id lead =
        dora.add("lead", {{"name", "Fair"}, {"touches", "1"}, {"phone", "1"}, {"territory", company.north.toString()}});
    dora.sync();
    ana.sync();
    const std::string file = company.backUp();
    ana.set("lead", lead, {{"touches", "4"}, {"phone", "2"}});
    ana.sync();
    Laptop& copy = company.copyOf(ana);
    dora.sync();
    dora.set("lead", lead, {{"territory", company.south.toString()}});
    dora.sync();
    ana.sync();
    QVERIFY(!ana.has("lead", lead));
    company.putBack(file, false);
    for (int round = 0; round < 3; ++round)
        for (Laptop* laptop : {&ana, &copy, &dora})
            syncSignedIn(*laptop);
    QCOMPARE(dora.value("lead", lead, "touches"), std::string("4")); // three were added, once
    QCOMPARE(dora.value("lead", lead, "phone"), std::string("2"));
    QVERIFY(incarnationOf(ana) != incarnationOf(copy));
    for (Laptop* laptop : {&ana, &copy, &dora}) {
        QCOMPARE(laptop->waiting(), 0);
        QVERIFY(laptop->agreesWithServer());
    }
}

// A refused change is offered again as one that has no effect, and keeps its place when all of it is sealed anew.
void HistoriesTest::whatHadBeenRefusedIsNotForgottenByANewIncarnation()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    ana.sync();
    const std::string file = company.backUp();
    Laptop& copy = company.copyOf(ana);
    company.clock().advance(HandEnvironment::second);
    ana.set("account", company.acme, {{"territory", company.south.toString()}}); // not hers to give away: refused
    ana.add("task", {{"title", "Second"}});
    QCOMPARE(ana.sync().rejected, 1);
    const std::int64_t known = must(ana.replica().connection().integer("SELECT count(*) FROM outbox"));
    company.putBack(file, false);
    copy.add("task", {{"title", "From the copy"}});
    for (int round = 0; round < 3; ++round)
        for (Laptop* laptop : {&copy, &ana})
            syncSignedIn(*laptop);
    QCOMPARE(must(ana.replica().connection().integer("SELECT count(*) FROM outbox")), known);
    QCOMPARE(must(ana.replica().connection().integer("SELECT count(*) FROM outbox WHERE answered IS NULL")), 0);
    QCOMPARE(ana.value("account", company.acme, "territory"), company.north.toString());
    for (Laptop* laptop : {&ana, &copy}) {
        QCOMPARE(laptop->labels("task", "Second").size(), std::size_t(1));
        QCOMPARE(laptop->labels("task", "From the copy").size(), std::size_t(1));
        QVERIFY(laptop->agreesWithServer());
    }
}

// The server's backup knows what this laptop sent, and not that it has taken a new incarnation since.
void HistoriesTest::whatTheRestoredServerHasOfAFormerIncarnationIsNotOfferedAgain()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    const Id lead = ana.add("lead", {{"name", "Fair"}, {"touches", "1"}});
    ana.sync();
    const Id first = incarnationOf(ana);
    Laptop& copy = company.copyOf(ana);
    const std::string file = company.backUp();
    copy.add("task", {{"title", "From the copy"}});
    copy.sync();
    ana.sync(); // finds the fork
    ana.sync();
    QVERIFY(incarnationOf(ana) != first);
    company.putBack(file, false);
    for (int round = 0; round < 2; ++round)
        for (Laptop* laptop : {&ana, &copy})
            syncSignedIn(*laptop);
    for (Laptop* laptop : {&ana, &copy}) {
        QCOMPARE(laptop->waiting(), 0);
        QCOMPARE(laptop->value("lead", lead, "touches"), std::string("1"));
        QCOMPARE(laptop->labels("task", "From the copy").size(), std::size_t(1));
        QVERIFY(laptop->agreesWithServer());
    }
}

void HistoriesTest::aChangeThatHadBeenRefusedStaysRefusedAfterARestore()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    const std::string file = company.backUp();
    ana.add("task", {{"title", "First"}});
    ana.sync();
    dora.remove("contact", company.boLee);
    dora.sync();
    company.clock().advance(HandEnvironment::second);
    ana.set("account", company.acme, {{"territory", company.south.toString()}}); // not hers to give away: refused
    ana.add("task", {{"title", "Second"}});
    QCOMPARE(ana.sync().rejected, 1);
    company.putBack(file, false);
    syncSignedIn(ana);
    syncSignedIn(dora);
    syncSignedIn(ana);
    QCOMPARE(ana.labels("task", "First").size(), std::size_t(1));
    QCOMPARE(ana.labels("task", "Second").size(), std::size_t(1));
    QCOMPARE(ana.value("account", company.acme, "territory"), company.north.toString());
    QVERIFY(!ana.has("contact", company.boLee)); // Dora's deletion came back too
    QCOMPARE(ana.waiting(), 0);
    QVERIFY(ana.agreesWithServer());
}

void HistoriesTest::recordsOfALostLaptopWaitForTheAdministrator()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    const std::string file = company.backUp();
    const Id account = dora.add("account", {{"name", "Nova"}, {"territory", company.north.toString()}});
    const Id contact = dora.add("contact", {{"last_name", "Nilsson"}, {"account", account.toString()}});
    dora.sync();
    ana.sync();
    QVERIFY(ana.has("contact", contact));
    company.putBack(file, true); // and Dora's laptop never comes back
    syncSignedIn(ana);
    QVERIFY(!ana.has("contact", contact));
    server::Recovery recovery(company.database(), company.clock());
    const auto held = must(recovery.held());
    QCOMPARE(held.size(), std::size_t(2));
    QCOMPARE(held[0].label, std::string("Nova"));
    QCOMPARE(held[1].label, std::string("Nilsson"));

    std::int64_t adopted = 0;
    must(server::write(company.database(), [&]() -> Status {
        SATCHEL_ASSIGN(adopted, recovery.adopt({}));
        return recovery.close();
    }));
    QCOMPARE(adopted, 2);
    syncSignedIn(ana);
    QCOMPARE(ana.value("contact", contact, "last_name"), std::string("Nilsson"));
    QVERIFY(ana.agreesWithServer());
    QCOMPARE(must(ana.replica().connection().integer("SELECT count(*) FROM held_row")), 0);
    QVERIFY(alertKinds(company).isEmpty());
}

// The administrator has it: it need not stay with somebody who may no longer see the record it hangs on.
void HistoriesTest::whatIsHeldOfARecordThatLeftGoesWithIt()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    Laptop& admin = company.laptop("admin");
    const std::string file = company.backUp();
    dora.add("contact", {{"last_name", "Nilsson"}, {"account", company.acme.toString()}});
    dora.sync();
    ana.sync();
    company.putBack(file, true); // and Dora's laptop never comes back
    syncSignedIn(ana);
    const auto held = [&] { return must(ana.replica().connection().integer("SELECT count(*) FROM held_row")); };
    QCOMPARE(held(), 1);
    syncSignedIn(admin);
    admin.set("account", company.acme, {{"territory", company.south.toString()}});
    admin.sync();
    ana.sync();
    QVERIFY(!ana.has("account", company.acme));
    QCOMPARE(held(), 0);
    QCOMPARE(must(server::Recovery(company.database(), company.clock()).held()).size(), std::size_t(1));
    QVERIFY(ana.agreesWithServer());
}

// What was answered is kept for 30 days, by the server's clock: a restored server may need it again.
void HistoriesTest::aLaptopForgetsNothingBecauseItsClockWasSet()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    const std::string file = company.backUp();
    ana.add("task", {{"title", "First"}});
    ana.sync();
    const std::string token = ana.engine().token();
    ana.close();
    {
        HandEnvironment wrong(7);
        wrong.setNow(company.clock().now() + 40 * HandEnvironment::day);
        const auto replica = must(Replica::open(ana.folder(), wrong));
        const Entity& task = schema::entity("task");
        must(replica->commit({Edit{.kind = OperationKind::Create,
                                   .entity = &task,
                                   .id = wrong.newId(),
                                   .values = {{*task.indexOf("title"), Value("Second")}}}}));
        Engine engine(*replica, ana.line());
        engine.setToken(token);
        must(engine.sync());
    }
    ana.open();
    company.putBack(file, true);
    syncSignedIn(ana);
    for (const char* title : {"First", "Second"})
        QCOMPARE(ana.labels("task", title).size(), std::size_t(1));
    QVERIFY(ana.agreesWithServer());
}

void HistoriesTest::aTokenRevokedAfterTheBackupStaysDead()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    const std::string file = company.backUp();
    must(company.identities().revokeTokens(company.database(), company.id("ana"), company.clock().now()));
    company.putBack(file, true);
    const auto report = ana.trySync();
    QVERIFY(!report.ok());
    QVERIFY(report.error().kind == ErrorKind::Unauthorized);
}

void HistoriesTest::nobodyCanMakeTheServerBelieveItWasRestored()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    const auto identity = must(ana.replica().identity());
    PullRequest request{.history = identity->history, .incarnation = identity->incarnation};
    request.checkpoint = std::int64_t{1} << 50;
    request.salt.fill(7);
    const auto reply = company.service().pull(ana.engine().token(), request);
    QVERIFY(!reply.ok());
    HealRequest heal{.history = identity->history, .incarnation = identity->incarnation};
    heal.checkpoints.push_back({request.checkpoint, request.salt});
    QVERIFY(!company.service().heal(ana.engine().token(), heal).ok());
    QVERIFY(alertKinds(company).isEmpty());
    ana.sync();
    QCOMPARE(historyOf(ana), identity->history);
}

void HistoriesTest::bothCopiesOfACopiedLaptopGoOnAndNothingIsLost()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    ana.add("task", {{"title", "Before the copy"}}); // waits in both copies, under one id
    Laptop& copy = company.copyOf(ana);
    ana.set("contact", company.anaRuiz, {{"phone", "1"}});
    const Id lead = ana.add("lead", {{"name", "Fair"}, {"touches", "1"}});
    copy.set("contact", company.anaRuiz, {{"job_title", "Buyer"}});
    copy.add("task", {{"title", "From the copy"}});
    ana.sync();
    copy.sync();
    ana.set("lead", lead, {{"touches", "2"}});
    copy.sync();
    copy.set("lead", lead, {{"touches", "2"}});
    for (int round = 0; round < 2; ++round) {
        ana.sync();
        copy.sync();
    }
    ana.sync();
    QVERIFY(incarnationOf(ana) != incarnationOf(copy));
    for (Laptop* laptop : {&ana, &copy}) {
        QCOMPARE(laptop->labels("task", "Before").size(), std::size_t(1));
        QCOMPARE(laptop->labels("task", "From the copy").size(), std::size_t(1));
        QCOMPARE(laptop->value("contact", company.anaRuiz, "phone"), std::string("1"));
        QCOMPARE(laptop->value("contact", company.anaRuiz, "job_title"), std::string("Buyer"));
        QCOMPARE(laptop->value("lead", lead, "touches"), std::string("3"));
        QCOMPARE(laptop->waiting(), 0);
        QVERIFY(laptop->agreesWithServer());
    }
    QCOMPARE(alertKinds(company), QStringLiteral("clone"));
}

// The copy comes first, under Ana's numbers; so her laptop takes a new identity before it learns that the server has
// forgotten what it answered under the old one.
void HistoriesTest::whatWasAnsweredBeforeALaptopWasRenewedIsGivenBackToARestoredServer()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& copy = company.copyOf(ana);
    const std::string file = company.backUp();
    ana.set("contact", company.anaRuiz, {{"phone", "+34 91 5"}});
    ana.sync();
    company.putBack(file, false);
    copy.add("task", {{"title", "From the copy"}});
    copy.sync();
    ana.add("task", {{"title", "Typed since"}});
    for (int round = 0; round < 3; ++round)
        for (Laptop* laptop : {&ana, &copy})
            syncSignedIn(*laptop);
    for (Laptop* laptop : {&ana, &copy}) {
        QCOMPARE(laptop->value("contact", company.anaRuiz, "phone"), std::string("+34 91 5"));
        QCOMPARE(laptop->labels("task", "From the copy").size(), std::size_t(1));
        QCOMPARE(laptop->labels("task", "Typed since").size(), std::size_t(1));
        QCOMPARE(laptop->waiting(), 0);
        QVERIFY(laptop->agreesWithServer());
    }
}

// A third copy has forked the chain, so that both of the others must seal anew what they have in common and nobody has
// sent yet.
void HistoriesTest::whatTwoCopiesSealAnewCountsOnce()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    const Id lead = ana.add("lead", {{"name", "Fair"}, {"touches", "1"}});
    ana.sync();
    Laptop& third = company.copyOf(ana);
    third.add("task", {{"title", "From the third"}});
    third.sync();
    ana.set("lead", lead, {{"touches", "2"}});
    ana.add("task", {{"title", "In both"}});
    Laptop& copy = company.copyOf(ana);
    for (int round = 0; round < 3; ++round)
        for (Laptop* laptop : {&ana, &copy, &third})
            laptop->sync();
    for (Laptop* laptop : {&ana, &copy, &third}) {
        QCOMPARE(laptop->value("lead", lead, "touches"), std::string("2"));
        QCOMPARE(laptop->labels("task", "In both").size(), std::size_t(1));
        QCOMPARE(laptop->labels("task", "From the third").size(), std::size_t(1));
        QCOMPARE(laptop->waiting(), 0);
        QVERIFY(laptop->agreesWithServer());
    }
}

// Nothing else waits, so that all the server knows of the former incarnation has been told already: it is held back.
void HistoriesTest::whatWaitsForAnAdministratorIsAnsweredUnderANewIncarnation()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    const std::vector<Edit> deletions = deletionsThatBlowTheFuse(ana);
    Laptop& copy = company.copyOf(ana);
    const Id first = incarnationOf(ana);
    must(ana.replica().commit(deletions));
    ana.sync();
    QCOMPARE(ana.count("account"), 1);
    copy.add("task", {{"title", "From the copy"}});
    copy.sync();
    ana.sync();
    QVERIFY(incarnationOf(ana) != first);
    server::HeldBack held(company.database(), company.clock());
    must(held.refuse(must(held.fuses())[0].id));
    ana.sync();
    QVERIFY(must(ana.replica().outbox()).empty());
    QCOMPARE(ana.count("account"), 61);
    QVERIFY(ana.agreesWithServer());
}

// The server's backup holds the deletions back; here they had been refused since, and the laptop has taken two new
// identities: as a copy of it was noticed, and because of the restore.
void HistoriesTest::whatWasSentTwoIncarnationsAgoIsAnsweredByARestoredServer()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    const std::vector<Edit> deletions = deletionsThatBlowTheFuse(ana);
    Laptop& copy = company.copyOf(ana);
    must(ana.replica().commit(deletions));
    ana.sync();
    const std::string file = company.backUp();
    const auto refuseAll = [&] {
        server::HeldBack held(company.database(), company.clock());
        must(held.refuse(must(held.fuses())[0].id));
    };
    refuseAll();
    ana.sync();
    copy.add("task", {{"title", "From the copy"}});
    copy.sync();
    ana.sync();
    company.putBack(file, true);
    for (int round = 0; round < 2; ++round)
        for (Laptop* laptop : {&ana, &copy})
            syncSignedIn(*laptop);
    QCOMPARE(ana.waiting(), 0);
    refuseAll();
    ana.sync();
    QVERIFY(must(ana.replica().outbox()).empty());
    QCOMPARE(ana.count("account"), 61);
    QVERIFY(ana.agreesWithServer());
}

void HistoriesTest::twoRunningCopiesAreNoticedBeforeEitherChangesAnything()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& copy = company.copyOf(ana);
    ana.sync();
    copy.sync();
    ana.sync(); // its start of the program had been superseded: it may have been a message on its way
    copy.sync();
    QCOMPARE(alertKinds(company), QString());
    company.clock().advance(2 * 60 * HandEnvironment::second);
    ana.sync(); // but not two minutes later
    copy.sync();
    QVERIFY(incarnationOf(ana) != incarnationOf(copy));
    QCOMPARE(alertKinds(company), QStringLiteral("clone"));
    ana.sync();
    copy.sync();
    QCOMPARE(alertKinds(company), QStringLiteral("clone"));
}

void HistoriesTest::aLaptopPutBackFromItsBackupDoesNotReuseWhatItSent()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    const QTemporaryDir folder;
    const std::string kept = folder.filePath(QStringLiteral("kept")).toStdString();
    const Id waiting = ana.add("task", {{"title", "Waiting at the backup"}});
    ana.copyFilesTo(kept);
    const Id sent = ana.add("task", {{"title", "Sent later"}});
    ana.set("contact", company.anaRuiz, {{"phone", "+34 91 9"}});
    ana.sync();
    ana.putBackFilesFrom(kept);
    const Id typed = ana.add("task", {{"title", "Typed after"}});
    ana.sync();
    ana.sync();
    dora.sync();
    for (const Id& id : {waiting, sent, typed})
        QVERIFY(ana.has("task", id));
    QCOMPARE(ana.count("task"), 3);
    QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), std::string("+34 91 9"));
    QCOMPARE(ana.waiting(), 0);
    QVERIFY(ana.agreesWithServer());
    QVERIFY(dora.agreesWithServer());
}

// Its change would have no answer for ever: what the laptop would believe to have seen is told once.
void HistoriesTest::anAnswerFromBeforeALaptopWasPutBackIsNotTakenForANewOne()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    ana.set("contact", company.anaRuiz, {{"phone", "+34 91 2"}});
    Laptop& putBack = company.copyOf(ana);
    ana.sync();
    std::optional<LoopbackConversation::Answer> old;
    ana.line().carrier = [&](std::string_view call, const Bytes& question, const LoopbackConversation::Serve& serve) {
        const LoopbackConversation::Answer answer = serve(question);
        if (call == "pull")
            old = answer;
        return std::optional(answer);
    };
    ana.sync(); // nothing is new
    QVERIFY(old.has_value());
    putBack.line().carrier = [&](std::string_view call, const Bytes& question,
                                 const LoopbackConversation::Serve& serve) {
        return std::optional(call == "pull" && old ? *std::exchange(old, std::nullopt) : serve(question));
    };
    QVERIFY(!putBack.trySync().ok());
    QVERIFY(!old.has_value());
    putBack.sync();
    QCOMPARE(putBack.waiting(), 0);
    QCOMPARE(putBack.value("contact", company.anaRuiz, "phone"), std::string("+34 91 2"));
    QVERIFY(putBack.agreesWithServer());
}

void HistoriesTest::whatWasTypedOnAnOldCopyMergesLikeAnotherLaptops()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& copy = company.copyOf(ana);
    copy.set("contact", company.anaRuiz, {{"job_title", "old copy"}});
    ana.set("contact", company.anaRuiz, {{"job_title", "laptop"}});
    ana.sync();
    copy.sync();
    ana.sync();
    copy.sync();
    QCOMPARE(ana.value("contact", company.anaRuiz, "job_title"), std::string("laptop")); // the later edit
    QCOMPARE(copy.value("contact", company.anaRuiz, "job_title"), std::string("laptop"));
    QCOMPARE(ana.inbox().size(), std::size_t(1)); // and the other value is there to be read
    QVERIFY(ana.inbox().front().b.value.find("old copy") != std::string::npos);
}

void HistoriesTest::aLaptopAwayForTwoYearsStartsWithAFreshCopyAndKeepsItsEdits()
{
    Company company;
    Laptop& ana = company.laptop("ana");
    Laptop& dora = company.laptop("dora");
    ana.set("contact", company.anaRuiz, {{"phone", "+34 91 400"}});
    dora.remove("contact", company.boLee);
    dora.sync();
    company.clock().advance(730 * server::Identities::day);
    dora.signIn();
    dora.add("task", {{"title", "Today"}});
    dora.sync();
    QVERIFY(must(server::forgetOldLogs(company.database(), company.clock(), server::tombstonesKept)) > 0);
    syncSignedIn(ana);
    QVERIFY(!ana.has("contact", company.boLee));
    QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), std::string("+34 91 400"));
    QCOMPARE(ana.waiting(), 0);
    QVERIFY(ana.agreesWithServer());
    dora.sync();
    QCOMPARE(dora.value("contact", company.anaRuiz, "phone"), std::string("+34 91 400"));
}

void HistoriesTest::anotherCompanysServerIsRefused()
{
    Company company;
    Company other({}, 2);
    Laptop& ana = company.laptop("ana");
    Laptop& stranger = other.laptop("ana");
    ana.add("task", {{"title", "Ours"}});
    const auto identity = must(ana.replica().identity());
    HealRequest request{.history = identity->history, .incarnation = must(stranger.replica().identity())->incarnation};
    request.checkpoints.push_back({3, must(stranger.replica().identity())->incarnation.bytes});
    const auto reply = other.service().heal(stranger.engine().token(), request);
    QVERIFY(!reply.ok());
    QVERIFY(reply.error().kind == ErrorKind::Conflict);
}

QTEST_GUILESS_MAIN(HistoriesTest)
#include "HistoriesTest.moc"
