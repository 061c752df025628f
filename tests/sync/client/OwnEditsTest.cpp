// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

namespace {

/// Listens in on what one laptop asks and gets.
class Wiretap {
public:
    explicit Wiretap(Laptop& laptop)
    {
        laptop.line().carrier = [this](std::string_view call, const Bytes& question,
                                       const LoopbackConversation::Serve& serve) {
            auto answer = serve(question);
            ++calls;
            bytes += question.size() + answer.body.size();
            if (call == "pull" && answer.good)
                pulled.push_back(must(decodePullReply(answer.body)));
            return std::optional(answer);
        };
    }
    void clear()
    {
        calls = 0;
        bytes = 0;
        pulled.clear();
    }
    const PullReply& last() const { return pulled.back(); }

    int calls = 0;
    std::size_t bytes = 0;
    std::vector<PullReply> pulled;
};

// What a person reads of a record's past, in one order.
std::vector<std::string> told(Laptop& laptop, const std::string& entity, const Id& id)
{
    std::vector<std::string> lines;
    for (const HistoryEntry& entry : laptop.history(entity, id)) {
        const auto text = [](const Value& value) {
            return value.isText()      ? value.text()
                   : value.isInteger() ? std::to_string(value.integer())
                   : value.isId()      ? value.id().toString()
                                       : std::string("-");
        };
        lines.push_back(std::to_string(entry.seq) + " " + std::to_string(entry.field) + " " + text(entry.from) +
                        " -> " + text(entry.to) + " " + entry.user.toString() + " " + entry.device + " " +
                        std::to_string(entry.at) + " " + entry.rule);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

using Fields = Laptop::Fields;

} // namespace

/// What a laptop has written itself does not travel back to it, and yet it ends up with exactly what the server has.
class OwnEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEditOfMineIsOnlyAnswered_data()
    {
        QTest::addColumn<QString>("entity");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("plain") << "contact"
                               << "phone"
                               << "+34 600 1"
                               << "+34 600 2";
        QTest::newRow("emptied") << "contact"
                                 << "phone"
                                 << "+34 600 1"
                                 << "";
        QTest::newRow("there and back") << "contact"
                                        << "phone"
                                        << "+34 600 1"
                                        << "+34 91 111 11 11";
        QTest::newRow("sum") << "lead"
                             << "touches"
                             << "3"
                             << "5";
        QTest::newRow("union") << "contact"
                               << "tags"
                               << "[\"vip\"]"
                               << "[\"vip\",\"fair\"]";
        QTest::newRow("append") << "account"
                                << "timeline"
                                << "called"
                                << "called again";
        QTest::newRow("text") << "contact"
                              << "notes"
                              << "one\ntwo"
                              << "one\nTWO";
        QTest::newRow("stage") << "lead"
                               << "status"
                               << "contacted"
                               << "qualified";
        QTest::newRow("extreme") << "lead"
                                 << "last_contact"
                                 << "2026-11-20T10:00:00Z"
                                 << "2026-11-21T10:00:00Z";
        QTest::newRow("a field with members") << "contact"
                                              << "address"
                                              << "{\"city\":\"Bilbao\"}"
                                              << "{\"street\":\"Gran Via 1\",\"city\":\"Bilbao\"}";
        QTest::newRow("group") << "activity"
                               << "starts"
                               << "2026-11-23T10:00:00Z"
                               << "2026-11-24T10:00:00Z";
        QTest::newRow("money") << "account"
                               << "annual_revenue"
                               << "1000.00 EUR"
                               << "2000.00 EUR";
    }
    void anEditOfMineIsOnlyAnswered()
    {
        QFETCH(QString, entity);
        QFETCH(QString, field);
        QFETCH(QString, first);
        QFETCH(QString, second);
        const std::string kind = entity.toStdString();
        const std::string name = field.toStdString();
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& other = company.laptop("ana"); // her second laptop
        Laptop& dora = company.laptop("dora");
        Wiretap tap(ana);
        const Id id = row(company, ana, kind);
        ana.sync();
        other.sync();
        tap.clear();

        ana.set(kind, id, {{name, first.toStdString()}});
        ana.set(kind, id, {{name, second.toStdString()}});
        ana.sync();
        QCOMPARE(tap.last().outcomes.size(), 2U);
        QVERIFY(tap.last().rows.empty());
        QVERIFY(tap.last().entries.empty());
        QVERIFY(tap.last().digestsEqual || !tap.last().digests.empty());
        QCOMPARE(tap.pulled.size(), 1U); // and nothing had to be mended
        QCOMPARE(ana.waiting(), 0);
        QVERIFY(ana.agreesWithServer());

        for (Laptop* laptop : {&other, &dora}) {
            laptop->sync();
            QCOMPARE(laptop->value(kind, id, name), ana.value(kind, id, name));
            QVERIFY(laptop->agreesWithServer());
            QCOMPARE(told(*laptop, kind, id), told(ana, kind, id));
        }
        QCOMPARE(incidents(ana), 0);
    }

    void aContactOfMineUnderAnAccountOfMineDoesNotComeBack()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        Wiretap tap(ana);
        const Id account = ana.add("account", {{"name", "New Ltd"}, {"territory", "North"}});
        const Id contact = ana.add("contact", {{"last_name", "Nowak"}, {"account", account.toString()}});
        ana.set("contact", contact, {{"phone", "+34 600 5"}});
        ana.sync();
        QVERIFY(tap.last().rows.empty());
        QCOMPARE(tap.pulled.size(), 1U);
        QVERIFY(ana.has("account", account) && ana.has("contact", contact));
        QVERIFY(ana.agreesWithServer());
        dora.sync();
        QCOMPARE(dora.value("contact", contact, "phone"), "+34 600 5");
        QCOMPARE(told(dora, "contact", contact), told(ana, "contact", contact));
        // The place of the contact is known too: what happens to its account happens to it.
        dora.set("account", account, {{"territory", "South"}});
        dora.sync();
        ana.sync();
        QVERIFY(!ana.has("account", account) && !ana.has("contact", contact));
        QVERIFY(ana.agreesWithServer() && dora.agreesWithServer());
    }

    void whatSomebodyElseTouchedTooComesAsItStands()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        Wiretap tap(ana);
        dora.set("contact", company.anaRuiz, {{"job_title", "Head of purchasing"}});
        dora.sync();
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}});
        ana.set("contact", company.boLee, {{"phone", "+34 600 2"}});
        ana.sync();
        QCOMPARE(tap.last().rows.size(), 1U);
        QVERIFY(tap.last().rows[0].id == company.anaRuiz);
        QCOMPARE(ana.value("contact", company.anaRuiz, "job_title"), "Head of purchasing");
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 600 1");
        QVERIFY(ana.agreesWithServer());
        dora.sync();
        QCOMPARE(told(ana, "contact", company.anaRuiz), told(dora, "contact", company.anaRuiz));
        QCOMPARE(told(ana, "contact", company.boLee), told(dora, "contact", company.boLee));
    }

    void whenBothChangedTheSameEverybodyHasTheServersWord()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        ana.set("contact", company.anaRuiz, {{"notes", "one\ntwo\nthree"}, {"tags", "[\"a\"]"}, {"phone", "+34 1"}});
        dora.set("contact", company.anaRuiz, {{"notes", "alpha"}, {"tags", "[\"b\"]"}, {"phone", "+34 2"}});
        for (Laptop* laptop : {&dora, &ana, &dora, &ana})
            laptop->sync();
        for (const char* field : {"notes", "tags", "phone"})
            QCOMPARE(ana.value("contact", company.anaRuiz, field), dora.value("contact", company.anaRuiz, field));
        QVERIFY(ana.agreesWithServer() && dora.agreesWithServer());
        QCOMPARE(told(ana, "contact", company.anaRuiz), told(dora, "contact", company.anaRuiz));
        QCOMPARE(incidents(ana), 0);
    }

    void aLostAnswerIsAskedForAgain()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& other = company.laptop("ana");
        const Id lead = row(company, ana, "lead");
        ana.sync();
        for (const int lost : {1, 2, 3}) {
            ana.set("lead", lead, {{"touches", std::to_string(lost * 10)}});
            ana.set("account", company.acme, {{"timeline", "visit " + std::to_string(lost)}});
            ana.line().losesReplies = lost == 1 ? 1 : 2; // of the push; of the push's repetition and of the pull
            QVERIFY(!ana.trySync().ok());
            if (lost == 2)
                ana.reopen();
            ana.line().losesReplies = 0;
            // In between he goes on working.
            ana.set("account", company.acme, {{"timeline", "call " + std::to_string(lost)}});
            ana.sync();
            QCOMPARE(ana.value("lead", lead, "touches"), std::to_string(lost * 10));
            QVERIFY(ana.agreesWithServer());
        }
        other.sync();
        QCOMPARE(other.value("lead", lead, "touches"), "30");
        QCOMPARE(other.value("account", company.acme, "timeline"), ana.value("account", company.acme, "timeline"));
        QCOMPARE(told(other, "account", company.acme), told(ana, "account", company.acme));
        QCOMPARE(incidents(ana), 0);
    }

    void anOldAnswerThatComesAgainDoesNoHarm()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        const Id lead = row(company, ana, "lead");
        ana.sync();
        std::optional<LoopbackConversation::Answer> old;
        bool replays = false;
        ana.line().carrier = [&](std::string_view call, const Bytes& question,
                                 const LoopbackConversation::Serve& serve) {
            auto answer = serve(question);
            if (call == "pull" && replays && old)
                return std::exchange(old, std::nullopt);
            if (call == "pull" && !old)
                old = answer;
            return std::optional(answer);
        };
        ana.set("lead", lead, {{"touches", "1"}});
        ana.set("account", company.acme, {{"timeline", "first"}});
        ana.sync();
        ana.set("lead", lead, {{"touches", "2"}});
        replays = true;
        (void)ana.trySync();
        replays = false;
        ana.sync();
        QCOMPARE(ana.value("lead", lead, "touches"), "2");
        QCOMPARE(ana.waiting(), 0);
        QVERIFY(ana.agreesWithServer());
    }

    void whatIsTypedWhileTheAnswerIsOnItsWayStays()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        ana.set("contact", company.anaRuiz, {{"phone", "+34 1"}, {"tags", "[\"a\"]"}});
        bool typed = false;
        ana.engine().onProgress = [&](const SyncProgress& progress) {
            if (progress.phase == SyncProgress::Phase::Receiving && !std::exchange(typed, true))
                ana.set("contact", company.anaRuiz, {{"phone", "+34 2"}, {"tags", "[\"a\",\"b\"]"}});
        };
        ana.sync();
        QVERIFY(typed);
        QCOMPARE(ana.waiting(), 1);
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 2");
        QVERIFY(ana.agreesWithServer());
        ana.engine().onProgress = {};
        ana.sync();
        dora.sync();
        QCOMPARE(ana.waiting(), 0);
        QCOMPARE(dora.value("contact", company.anaRuiz, "phone"), "+34 2");
        QVERIFY(ana.agreesWithServer());
        QCOMPARE(told(dora, "contact", company.anaRuiz), told(ana, "contact", company.anaRuiz));
    }

    void anEditThatLostToWhatIHadNotSeenYetIsSetRight()
    {
        // He types while a download is under way that brings another's later word on the same field.
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        company.clock().advance(HandEnvironment::hour);
        ana.engine().onProgress = [&](const SyncProgress& progress) {
            if (progress.phase != SyncProgress::Phase::Publishing || ana.waiting() != 0)
                return;
            ana.set("contact", company.anaRuiz, {{"phone", "+34 mine"}, {"job_title", "Buyer"}});
        };
        dora.set("contact", company.anaRuiz, {{"phone", "+34 hers"}});
        dora.sync();
        ana.sync();
        ana.engine().onProgress = {};
        for (Laptop* laptop : {&ana, &dora, &ana})
            laptop->sync();
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), dora.value("contact", company.anaRuiz, "phone"));
        QCOMPARE(dora.value("contact", company.anaRuiz, "job_title"), "Buyer");
        QVERIFY(ana.agreesWithServer() && dora.agreesWithServer());
        QCOMPARE(incidents(ana), 0);
    }

    void aRefusedEditFallsBackAndItsLineGoes()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        const auto before = told(ana, "contact", company.anaRuiz);
        dora.set("account", company.acme, {{"territory", "South"}});
        dora.sync();
        ana.set("contact", company.anaRuiz, {{"phone", "+34 1"}});
        ana.sync();
        QVERIFY(!ana.has("contact", company.anaRuiz));
        QCOMPARE(ana.waiting(), 0);
        QVERIFY(ana.agreesWithServer());
    }

    void aSyncWithNothingNewTakesOneMessageOfFewBytes()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Wiretap tap(ana);
        ana.sync();
        QCOMPARE(tap.calls, 1);
        QVERIFY2(tap.bytes <= 300, std::to_string(tap.bytes).c_str());
        QVERIFY(tap.last().digestsEqual && tap.last().sameScopes && tap.last().scopes.empty());
    }

    void anAdministratorOfHundredsOfAreasAsksNoMore()
    {
        Company company;
        Laptop& dora = company.laptop("dora");
        for (int i = 0; i < 150; ++i) {
            const Id account = dora.add("account", {{"name", "Area " + std::to_string(i)}, {"territory", "North"}});
            dora.add("account_team",
                     {{"account", account.toString()}, {"user", company.id("ben").toString()}, {"role", "lead"}});
        }
        dora.sync();
        Laptop& admin = company.laptop("admin");
        QVERIFY(must(admin.replica().connection().integer("SELECT count(*) FROM scope")) > 150);
        Wiretap tap(admin);
        admin.sync();
        QCOMPARE(tap.calls, 1);
        QVERIFY2(tap.bytes <= 300, std::to_string(tap.bytes).c_str());
    }

    void aNewAreaComesInTheSameRound()
    {
        Company company;
        Laptop& ben = company.laptop("ben");
        Laptop& dora = company.laptop("dora");
        QVERIFY(!ben.has("account", company.zeta));
        dora.add("account_team",
                 {{"account", company.zeta.toString()}, {"user", company.id("ben").toString()}, {"role", "lead"}});
        dora.sync();
        Wiretap tap(ben);
        ben.sync();
        QVERIFY(ben.has("account", company.zeta) && ben.has("contact", company.cleoDiaz));
        QVERIFY(ben.agreesWithServer());
        tap.clear();
        ben.sync();
        QCOMPARE(tap.calls, 1);
    }

private:
    // A row of this kind that everybody here sees.
    static Id row(Company& company, Laptop& ana, const std::string& entity)
    {
        if (entity == "contact")
            return company.anaRuiz;
        if (entity == "account")
            return company.acme;
        if (entity == "activity")
            return ana.add("activity", {{"kind", "visit"},
                                        {"subject", "Shows the pump"},
                                        {"account", company.acme.toString()},
                                        {"starts", "2026-11-23T09:00:00Z"},
                                        {"ends", "2026-11-25T11:00:00Z"}});
        return ana.add("lead", {{"name", "Lena Lead"}, {"territory", "North"}});
    }
    static std::int64_t incidents(Laptop& laptop)
    {
        return must(laptop.replica().connection().integer("SELECT count(*) FROM incident"));
    }
};

QTEST_GUILESS_MAIN(OwnEditsTest)
#include "OwnEditsTest.moc"
