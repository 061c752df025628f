// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/schema/Composite.h"
#include "sync/server/Recovery.h"
#include "sync/server/Write.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"
#include "tests/support/world/QuoteHand.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <random>

using namespace satchel;
using namespace satchel::test;

namespace {

/// Words and numbers that stand in one area only: if one of them is anywhere in a laptop's files, the area has been
/// there. Half a word counts, because the search index shares the beginnings of words.
class Canaries {
public:
    explicit Canaries(unsigned seed) : m_random(seed) {}

    std::string word()
    {
        std::string made;
        for (int i = 0; i < 14; ++i)
            made.push_back(static_cast<char>('a' + m_random() % 26));
        m_traces.push_back(made.substr(6));
        return made;
    }
    std::string phone()
    {
        std::string digits;
        for (int i = 0; i < 9; ++i)
            digits.push_back(static_cast<char>('1' + m_random() % 9));
        m_traces.push_back(digits);
        return "+49" + digits;
    }
    [[nodiscard]] const std::vector<std::string>& traces() const { return m_traces; }

private:
    std::mt19937 m_random;
    std::vector<std::string> m_traces;
};

struct Area {
    explicit Area(unsigned seed) : canaries(seed) {}
    Canaries canaries;
    Id account, contact, lead, activity, task, deleted;
};

/// Every file of the profile in which one of the traces stands, with the first of them.
std::vector<std::string> found(const Laptop& laptop, const std::vector<std::string>& traces)
{
    std::vector<std::string> places;
    QDirIterator files(QString::fromStdString(laptop.folder()), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const std::string path = files.next().toStdString();
        const std::string content = must(readFile(path));
        std::string which;
        int count = 0;
        for (const std::string& trace : traces)
            if (content.find(trace) != std::string::npos) {
                ++count;
                which += which.size() < 60 ? " " + trace : "";
            }
        if (count > 0)
            places.push_back(path.substr(laptop.folder().size() + 1) + " (" + std::to_string(count) + " of " +
                             std::to_string(traces.size()) + "):" + which);
    }
    return places;
}

std::string told(const std::vector<std::string>& places)
{
    std::string text;
    for (const std::string& place : places)
        text += place + "; ";
    return text;
}

/// Pieces of a download are compressed, so that no word would be found in them: none may be left.
bool isDownloadLeft(const Laptop& laptop)
{
    return QDirIterator(QString::fromStdString(laptop.folder() + "/download"), QDir::Files | QDir::Hidden,
                        QDirIterator::Subdirectories)
        .hasNext();
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

/// A company whose North and South are full of canaries, and an administrator who moves people and records about.
struct Aviary {
    Aviary() : admin(company.laptop("admin"))
    {
        plant(north, company.north, "ana");
        plant(south, company.south, "carl");
        admin.sync();
    }

    // What is agreed with, offered and sold to the account: a draft, and a quote that has become an order.
    void plantDeals(Area& area, const std::string& account)
    {
        Canaries& c = area.canaries;
        admin.add("opportunity",
                  {{"name", c.word()}, {"account", account}, {"next_step", c.word()}, {"notes", c.word()}});
        admin.add("entitlement", {{"account", account}, {"family", c.word()}, {"kind", "allow"}});
        admin.add("customer_part",
                  {{"account", account}, {"product", "P-1"}, {"part_number", c.word()}, {"name", c.word()}});
        const Id agreement = admin.add(
            "agreement",
            {{"account", account}, {"name", c.word()}, {"code", c.word()}, {"currency", "EUR"}, {"notes", c.word()}});
        admin.add("agreed_price", {{"agreement", agreement.toString()}, {"product", "P-1"}, {"price", "7.77 EUR"}});
        QuoteHand hand(admin.replica());
        for (const bool goesOut : {false, true}) {
            const Id quote = must(hand.quote(*Id::parse(account), {{"title", c.word()},
                                                                   {"introduction", c.word()},
                                                                   {"terms", c.word()},
                                                                   {"notes", c.word()},
                                                                   {"reference", c.word()}}));
            const Id group = must(hand.group(quote, c.word().c_str()));
            must(hand.line(quote, company.product, "1", "12.30 EUR",
                           {{"description", c.word()}, {"notes", c.word()}, {"quote_group", group}}));
            if (!goesOut)
                continue;
            must(hand.handOver(quote, c.word().c_str()));
            const Id order = must(hand.accept(quote, c.word().c_str()));
            must(hand.set("order", order, {{"notes", c.word()}}));
        }
        admin.sync();
    }

    void plant(Area& area, const Id& territory, const char* owner)
    {
        Canaries& c = area.canaries;
        const std::string where = territory.toString();
        const auto address = [&] { return R"({"street":")" + c.word() + R"(","city":")" + c.word() + "\"}"; };
        area.account = admin.add("account", {{"name", c.word()},
                                             {"number", c.word()},
                                             {"territory", where},
                                             {"owner", owner},
                                             {"industry", c.word()},
                                             {"address", address()},
                                             {"phone", c.phone()},
                                             {"email", c.word() + "@example.com"},
                                             {"website", c.word()},
                                             {"vat_id", c.word()},
                                             {"segment", c.word()},
                                             {"next_step", c.word()},
                                             {"tags", "[\"" + c.word() + "\",\"" + c.word() + "\"]"},
                                             {"notes", c.word() + "\n" + c.word()},
                                             {"timeline", c.word()}});
        const std::string account = area.account.toString();
        area.contact = admin.add("contact", {{"first_name", c.word()},
                                             {"last_name", c.word()},
                                             {"account", account},
                                             {"owner", owner},
                                             {"job_title", c.word()},
                                             {"phone", c.phone()},
                                             {"mobile", c.phone()},
                                             {"more_emails", "[\"" + c.word() + "@example.com\"]"},
                                             {"notes", c.word()},
                                             {"timeline", c.word()}});
        area.deleted = admin.add("contact", {{"last_name", c.word()}, {"account", account}, {"owner", owner}});
        area.lead = admin.add("lead", {{"name", c.word()},
                                       {"company", c.word()},
                                       {"territory", where},
                                       {"owner", owner},
                                       {"reason", c.word()},
                                       {"notes", c.word()},
                                       {"tags", "[\"" + c.word() + "\"]"}});
        area.activity = admin.add("activity", {{"subject", c.word()},
                                               {"account", account},
                                               {"owner", owner},
                                               {"outcome", c.word()},
                                               {"notes", c.word()}});
        area.task =
            admin.add("task", {{"title", c.word()}, {"assignee", "dora"}, {"account", account}, {"notes", c.word()}});
        admin.sync();
        plantDeals(area, account);
        // A past: values that are no more, and a row that was deleted.
        admin.set("account", area.account, {{"name", c.word()}, {"next_step", c.word()}, {"notes", c.word()}});
        admin.set("contact", area.contact, {{"last_name", c.word()}, {"phone", c.phone()}});
        admin.remove("contact", area.deleted);
        admin.sync();
    }

    /// What an administrator changes of a user, now.
    void assign(const char* login, const Laptop::Fields& fields)
    {
        admin.set("user", company.id(login), fields);
        admin.sync();
    }

    Company company;
    Laptop& admin;
    Area north{11};
    Area south{22};
};

#define NOTHING_OF(area, laptop)                                                                                       \
    do {                                                                                                               \
        const auto places = found(laptop, (area).canaries.traces());                                                   \
        QVERIFY2(places.empty(), told(places).c_str());                                                                \
    } while (false)

} // namespace

/// What a person may no longer see is gone from his laptop after the next contact: rows, free pages, write-ahead log,
/// search index, redo file. Looked for in the bytes of every file, while the program still runs.
class CanaryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFirstSyncBringsNothingOfOtherAreas()
    {
        Aviary world;
        for (const char* login : {"ana", "ines"}) {
            Laptop& laptop = world.company.laptop(login);
            NOTHING_OF(world.south, laptop);
            QVERIFY2(!found(laptop, world.north.canaries.traces()).empty(), "the test would see it");
        }
        NOTHING_OF(world.north, world.company.laptop("carl"));
        Laptop& ben = world.company.laptop("ben"); // on no team of these
        NOTHING_OF(world.north, ben);
        NOTHING_OF(world.south, ben);
    }

    void everydaySyncsBringNothingOfOtherAreas()
    {
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        Laptop& carl = world.company.laptop("carl");
        for (int day = 0; day < 3; ++day) {
            carl.set("account", world.south.account, {{"notes", world.south.canaries.word()}});
            carl.add("activity",
                     {{"subject", world.south.canaries.word()}, {"account", world.south.account.toString()}});
            carl.add("lead", {{"name", world.south.canaries.word()}});
            carl.sync();
            ana.sync();
            NOTHING_OF(world.south, ana);
        }
        QVERIFY(ana.agreesWithServer());
        NOTHING_OF(world.south, ana);
    }

    void aTerritoryTakenAwayIsGoneFromEveryFile()
    {
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        world.assign("ana", {{"territories", "[\"" + world.company.south.toString() + "\"]"}});
        ana.sync();
        QVERIFY(!ana.has("account", world.north.account));
        QVERIFY(ana.has("account", world.south.account));
        NOTHING_OF(world.north, ana);
        QVERIFY(ana.agreesWithServer());
        ana.reopen();
        NOTHING_OF(world.north, ana);
        QCOMPARE(ana.labels("contact", "").size(), std::size_t(2)); // Cleo and South's
        QCOMPARE(ana.labels("account", "zet").size(), std::size_t(1));
    }

    void whatWasSeenWhileEditingGoesWithTheArea()
    {
        // Own edits that the server has answered hold what he saw before them.
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        ana.set("account", world.north.account, {{"name", "Typed by Ana"}, {"industry", "Typed too"}});
        ana.set("contact", world.north.contact, {{"last_name", "Typed as well"}});
        ana.sync();
        world.assign("ana", {{"territories", "[]"}});
        ana.sync();
        QVERIFY(!ana.has("account", world.north.account));
        NOTHING_OF(world.north, ana);
    }

    void anEditThatCameTooLateLeavesOnlyWhatWasTyped()
    {
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        ana.set("account", world.north.account, {{"next_step", "typed by ana"}});
        world.assign("ana", {{"territories", "[]"}});
        ana.sync();
        ana.sync();
        QVERIFY(!ana.has("account", world.north.account));
        NOTHING_OF(world.north, ana);
        QVERIFY(!found(ana, {"typed by ana"}).empty()); // what he typed himself is not lost
    }

    void anAccountThatMovesAwayTakesEverythingAlong()
    {
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        world.admin.set("account", world.north.account, {{"territory", world.company.south.toString()}});
        world.admin.set("lead", world.north.lead, {{"territory", world.company.south.toString()}});
        world.admin.sync();
        ana.sync();
        QVERIFY(!ana.has("account", world.north.account));
        QVERIFY(!ana.has("contact", world.north.contact));
        NOTHING_OF(world.north, ana);
    }

    void whatWasDeletedLeavesNoWordBehind()
    {
        // Somebody who had not seen it may bring it back where she does not see it; then nothing more is said to her.
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        Canaries words(33);
        const Id lead = world.admin.add(
            "lead", {{"name", words.word()}, {"company", words.word()}, {"territory", world.company.north.toString()}});
        world.admin.sync();
        ana.sync();
        QVERIFY(!found(ana, words.traces()).empty());
        Laptop& dora = world.company.laptop("dora");
        world.admin.remove("lead", lead);
        world.admin.sync();
        ana.sync();
        dora.set("lead", lead, {{"territory", world.company.south.toString()}});
        dora.sync();
        ana.sync();
        QVERIFY(dora.has("lead", lead) && !ana.has("lead", lead));
        const auto places = found(ana, words.traces());
        QVERIFY2(places.empty(), told(places).c_str());
        QVERIFY(ana.agreesWithServer());
    }

    void anotherRoleSeesNoMoreThanItsOwn()
    {
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        Canaries only(33); // what inside sales may not see
        world.admin.set("contact", world.north.contact, {{"department", only.word()}});
        world.admin.sync();
        ana.sync();
        QVERIFY(!found(ana, only.traces()).empty());
        world.assign("ana", {{"role", "inside_sales"}});
        ana.sync();
        QVERIFY(!ana.has("account", world.north.account));
        QVERIFY(ana.has("lead", world.north.lead));
        const auto places = found(ana, only.traces());
        QVERIFY2(places.empty(), told(places).c_str());
    }

    void aConflictLosesTheValuesOfARecordThatIsNoLongerSeen()
    {
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        Laptop& dora = world.company.laptop("dora");
        dora.set("account", world.north.account, {{"segment", world.north.canaries.word()}});
        ana.set("account", world.north.account, {{"segment", "typed by ana"}});
        dora.sync();
        ana.sync();
        QCOMPARE(ana.inbox().size(), std::size_t(1));
        world.assign("ana", {{"territories", "[]"}});
        ana.sync();
        NOTHING_OF(world.north, ana);
    }

    void aTeamThatIsLeftIsLeftBehind()
    {
        Aviary world;
        const Id seat = world.admin.add(
            "account_team", {{"account", world.north.account.toString()}, {"user", "ben"}, {"role", "member"}});
        world.admin.sync();
        Laptop& ben = world.company.laptop("ben");
        QVERIFY(ben.has("contact", world.north.contact));
        world.admin.remove("account_team", seat);
        world.admin.sync();
        ben.sync();
        QVERIFY(!ben.has("contact", world.north.contact));
        NOTHING_OF(world.north, ben);
    }

    void aLaptopThatStartsAnewAfterwardsHasNothingLeft()
    {
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        ana.line().maxRows = 100;
        world.assign("ana", {{"territories", "[\"" + world.company.south.toString() + "\"]"}});
        ana.sync();
        world.assign("ana", {{"territories", "[\"" + world.company.north.toString() + "\"]"}});
        ana.sync();
        NOTHING_OF(world.south, ana);
        QVERIFY(ana.has("account", world.north.account));
        QVERIFY(ana.agreesWithServer());
    }

    void aProposalTellsItsAuthorNothingOfTheRecord_data()
    {
        QTest::addColumn<bool>("taken");
        QTest::newRow("taken") << true;
        QTest::newRow("refused") << false;
    }
    void aProposalTellsItsAuthorNothingOfTheRecord()
    {
        QFETCH(bool, taken);
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        Laptop& carl = world.company.laptop("carl");
        // Carl gets the account and goes on with it; Ana edits what she still has.
        const std::string south = world.company.south.toString();
        world.admin.set("account", world.north.account, {{"territory", south}, {"owner", "carl"}});
        world.admin.set("lead", world.north.lead, {{"territory", south}});
        world.admin.sync();
        carl.sync();
        Canaries& his = world.south.canaries;
        carl.set("account", world.north.account, {{"segment", his.word()}, {"next_step", his.word()}});
        carl.set("contact", world.north.contact, {{"job_title", his.word()}, {"phone", his.phone()}});
        carl.sync();
        ana.set("account", world.north.account, {{"segment", "typed by ana"}});
        ana.set("contact", world.north.contact, {{"job_title", "typed as well"}});
        ana.sync();
        QCOMPARE(must(ana.replica().status()).deferred, 2);
        NOTHING_OF(world.north, ana);
        NOTHING_OF(world.south, ana);

        carl.sync();
        QCOMPARE(carl.inbox().size(), std::size_t(2));
        for (const InboxItem& offered : carl.inbox()) {
            if (taken)
                must(carl.replica().takeInbox(offered.id, 'b'));
            else
                must(carl.replica().dismissInbox(offered.id));
        }
        carl.sync();
        QCOMPARE(carl.value("account", world.north.account, "segment") == "typed by ana", taken);
        carl.set("account", world.north.account, {{"segment", his.word()}});
        carl.sync();
        ana.sync();
        QCOMPARE(must(ana.replica().status()).deferred, 0);
        NOTHING_OF(world.north, ana);
        NOTHING_OF(world.south, ana);
        QVERIFY(!found(ana, {"typed by ana"}).empty());
        QVERIFY(ana.agreesWithServer());
        for (const char* login : {"ben", "ines"}) // concerned by none of it
            NOTHING_OF(world.south, world.company.laptop(login));
    }

    void aRepairFetchesNothingThatIsNotThere()
    {
        // Rows that differ, one that vanished, and one that bears the id of a record of the South.
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        const auto damage = [&](const char* sql, const Id& id) {
            auto statement = must(ana.replica().connection().prepare(sql));
            statement.bind(1, id);
            QVERIFY(statement.run().ok());
        };
        damage("UPDATE account SET notes='' WHERE id=?1", world.north.account);
        damage("DELETE FROM contact WHERE id=?1", world.north.contact);
        damage(
            "INSERT INTO account(id, rev, root, sort, name, territory) SELECT ?1, rev, ?1, sort, 'forged', territory "
            "FROM account LIMIT 1",
            world.south.account);
        damage("INSERT INTO member(row, scope, entity) SELECT ?1, scope, entity FROM member WHERE entity=3 LIMIT 1",
               world.south.account);
        damage("INSERT INTO contact(id, rev, root, sort, last_name, account) SELECT ?1, rev, root, sort, 'forged', "
               "account FROM contact LIMIT 1",
               world.south.contact);
        QVERIFY(ana.line().compares == 0);
        QVERIFY(!must(ana.engine().verify()).equal);
        QVERIFY(ana.line().compares > 0); // by ranges, and no fresh copy
        QVERIFY(!ana.has("account", world.south.account) && !ana.has("contact", world.south.contact));
        QVERIFY(ana.has("contact", world.north.contact));
        QVERIFY(ana.agreesWithServer());
        NOTHING_OF(world.south, ana);
    }

    void anAreaThatIsTakenAwayWhileItIsFetchedWasNeverThere()
    {
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        const std::string north = world.company.north.toString();
        world.assign("ana", {{"territories", "[\"" + north + "\",\"" + world.company.south.toString() + "\"]"}});
        ana.engine().stageAbove = 1;
        int fetches = 0;
        ana.line().carrier = [&](std::string_view call, const Bytes& question,
                                 const LoopbackConversation::Serve& serve) {
            auto answer = serve(question);
            if (call == "segments" && fetches++ == 0) // it is all here, and not yet to be seen
                world.assign("ana", {{"territories", "[\"" + north + "\"]"}});
            return std::optional(answer);
        };
        static_cast<void>(ana.trySync());
        ana.sync();
        QCOMPARE(fetches, 1);
        QVERIFY(!ana.has("account", world.south.account) && ana.has("account", world.north.account));
        NOTHING_OF(world.south, ana);
        QVERIFY(!isDownloadLeft(ana));
        QVERIFY(ana.agreesWithServer());

        // Given once more and kept, it comes; taken again, it goes.
        world.assign("ana", {{"territories", "[\"" + world.company.south.toString() + "\"]"}});
        ana.sync();
        QVERIFY(fetches > 1 && ana.has("account", world.south.account));
        NOTHING_OF(world.north, ana);
        world.assign("ana", {{"territories", "[]"}});
        ana.sync();
        NOTHING_OF(world.south, ana);
        QVERIFY(!isDownloadLeft(ana));
    }

    void aRestoredServerTakesBackWhatItHadGivenSince()
    {
        // Of what the server has lost, the laptop may be the only one that has it: that waits for the administrator.
        Aviary world;
        Laptop& ana = world.company.laptop("ana");
        const std::string backup = world.company.backUp();
        world.assign("ana", {{"territories", "[\"" + world.company.north.toString() + "\",\"" +
                                                 world.company.south.toString() + "\"]"}});
        Canaries lost(33);
        const Id made = world.admin.add(
            "contact",
            {{"last_name", lost.word()}, {"notes", lost.word()}, {"account", world.south.account.toString()}});
        world.admin.set("account", world.south.account, {{"notes", lost.word()}});
        world.admin.sync();
        ana.sync();
        QVERIFY(ana.has("account", world.south.account) && ana.has("contact", made));
        ana.set("account", world.south.account, {{"next_step", "typed by ana"}});
        ana.sync();

        world.company.putBack(backup, true);
        syncSignedIn(ana);
        QVERIFY(!ana.has("account", world.south.account) && !ana.has("contact", made));
        NOTHING_OF(world.south, ana);
        must(server::write(world.company.database(), [&]() -> Status {
            return server::Recovery(world.company.database(), world.company.clock()).close();
        }));
        syncSignedIn(ana);
        NOTHING_OF(world.south, ana);
        const auto places = found(ana, lost.traces());
        QVERIFY2(places.empty(), told(places).c_str());
        QVERIFY(!found(ana, {"typed by ana"}).empty());
        QVERIFY(ana.agreesWithServer());
    }
};

QTEST_GUILESS_MAIN(CanaryTest)
#include "CanaryTest.moc"
