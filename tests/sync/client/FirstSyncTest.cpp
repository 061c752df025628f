// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/FirstSync.h"
#include "core/schema/ValueText.h"
#include "core/store/Incidents.h"
#include "sync/protocol/Segment.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

#include <filesystem>
#include <fstream>

// The first sync by segments, on the true server and a true replica. The company is small, so the laptops here are told
// to take nearly everything by segments.

using namespace satchel;
using namespace satchel::test;

namespace {

// A laptop out of the box: signed in, nothing synced yet.
class NewLaptop {
public:
    NewLaptop(Company& company, const std::string& login) : m_company(company), m_line(company.service())
    {
        static_cast<void>(company.laptop(login)); // gives the person a password
        open();
        must(m_engine->login("http://127.0.0.1:1", login, "demo", "new laptop"));
        m_line.carrier = [this](std::string_view call, const Bytes& question,
                                const LoopbackConversation::Serve& serve) { return carry(call, question, serve); };
    }

    void open()
    {
        const std::string token = m_engine ? m_engine->token() : std::string();
        m_engine.reset();
        m_replica.reset();
        m_replica = must(Replica::open(folder(), m_company.clock()));
        m_engine = std::make_unique<Engine>(*m_replica, m_line);
        m_engine->stageAbove = 1;
        m_engine->setToken(token);
    }

    [[nodiscard]] std::string folder() const { return m_folder.filePath(QStringLiteral("profile")).toStdString(); }
    [[nodiscard]] Engine& engine() { return *m_engine; }
    [[nodiscard]] Replica& replica() { return *m_replica; }
    [[nodiscard]] LoopbackConversation& line() { return m_line; }

    [[nodiscard]] std::int64_t count(const char* entity)
    {
        return must(m_replica->count(Query{.entity = &schema::entity(entity)}));
    }
    [[nodiscard]] std::string value(const char* entity, const Id& id, const char* field)
    {
        return valueIn(*m_replica, entity, id, field);
    }
    [[nodiscard]] static std::string valueIn(Replica& replica, const char* entity, const Id& id, const char* field)
    {
        const auto record = must(replica.find(schema::entity(entity), id));
        return record ? formatValue(*record->entity->field(field), record->value(field)) : "(absent)";
    }
    static void setIn(Company& company, Replica& replica, const char* entity, const Id& id, const char* field,
                      const char* text)
    {
        company.clock().advance(HandEnvironment::second);
        Edit edit{.kind = OperationKind::Update, .entity = &schema::entity(entity), .id = id};
        edit.values.emplace_back(*edit.entity->indexOf(field), Value(text));
        must(replica.commit({edit}));
    }

    int plans = 0;                    ///< asked for
    int pieces = 0;                   ///< segments that were brought
    std::set<Bytes> fetched;          ///< their addresses
    bool oneByOne = false;            ///< each answer brings one segment
    int loses = -1;                   ///< after so many pieces the line is cut
    bool damages = false;             ///< the next answer with segments is damaged on the way
    std::function<void(int)> onFetch; ///< before the n-th piece is asked for

private:
    std::optional<LoopbackConversation::Answer> carry(std::string_view call, const Bytes& question,
                                                      const LoopbackConversation::Serve& serve)
    {
        plans += call == "plan" ? 1 : 0;
        if (call != "segments")
            return serve(question);
        if (onFetch)
            onFetch(pieces);
        if (loses == pieces)
            return std::nullopt;
        SegmentFetch request = must(decodeSegmentFetch(question));
        if (oneByOne)
            request.maxBytes = 1;
        auto answer = serve(encode(request));
        if (!answer.good)
            return answer;
        SegmentReply reply = must(decodeSegmentReply(answer.body));
        for (const Bytes& segment : reply.segments) {
            ++pieces;
            m_twice = m_twice || !fetched.insert(segmentAddress(segment)).second;
        }
        if (damages) {
            damages = false;
            reply.segments.front()[20] ^= 1;
            return LoopbackConversation::Answer{true, encode(reply)};
        }
        return answer;
    }

public:
    bool m_twice = false; ///< a piece came a second time

private:
    Company& m_company;
    QTemporaryDir m_folder;
    LoopbackConversation m_line;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<Engine> m_engine;
};

// All of it is as the server has it, and nothing had to be put right for that.
bool agrees(NewLaptop& laptop)
{
    return must(incidents(laptop.replica())).empty() && must(laptop.engine().verify()).equal;
}

// Whether the text stands in any file of the folder.
bool foundIn(const std::string& folder, const std::string& text)
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string contents((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        if (contents.find(text) != std::string::npos)
            return true;
    }
    return false;
}

std::int64_t segmentsOf(Company& company)
{
    return server::integerOf(must(company.database().query("SELECT count(*) FROM segment"))[0][0]);
}

} // namespace

class FirstSyncTest : public QObject {
    Q_OBJECT

private:
    // Ana's office laptop, with something in her area besides what the company begins with.
    static Laptop& office(Company& company, int contacts = 300)
    {
        Laptop& laptop = company.laptop("ana");
        for (int i = 0; i < contacts; ++i)
            laptop.add("contact", {{"last_name", "Person" + std::to_string(i)},
                                   {"account", company.acme.toString()},
                                   {"phone", "+34 91 " + std::to_string(1000000 + i)}});
        laptop.add("task", {{"title", "Call Acme"}, {"assignee", "ana"}, {"account", company.acme.toString()}});
        laptop.sync();
        return laptop;
    }

private Q_SLOTS:
    void aNewLaptopHasEverythingThatTheOldOneHas()
    {
        Company company;
        Laptop& old = office(company);
        NewLaptop fresh(company, "ana");
        const SyncReport report = must(fresh.engine().sync());
        QVERIFY(fresh.pieces > 0);
        QVERIFY(report.pulled > 300);
        for (const char* entity : {"user", "territory", "account", "account_team", "contact", "activity", "task",
                                   "product", "price_list", "price_entry"})
            QCOMPARE(fresh.count(entity), old.count(entity));
        for (const Record& record :
             must(old.replica().list(Query{.entity = &schema::entity("contact"), .limit = 1000})).rows)
            QVERIFY(must(fresh.replica().find(*record.entity, record.id)) == record);
        QVERIFY(agrees(fresh));
        QVERIFY(!std::filesystem::exists(fresh.folder() + "/download"));
    }

    // Nobody has asked for these areas yet, and they are more than the server packs in one go.
    void aCompanyTooLargeToBePackedAtOnceIsPackedBitByBit()
    {
        Company company;
        (void)office(company);
        company.service().page({.packedScopes = 1});
        NewLaptop fresh(company, "ana");
        int told = 0;
        fresh.engine().onProgress = [&](const SyncProgress& progress) {
            told += progress.phase == SyncProgress::Phase::Packing ? 1 : 0;
        };
        must(fresh.engine().sync());
        QVERIFY(told >= 2); // whoever waits is told why
        QVERIFY(fresh.plans > 2);
        QVERIFY(fresh.pieces > 2);
        QVERIFY(agrees(fresh));
    }

    void whatWasFetchedCanBeSearchedAndItsHistoryRead()
    {
        Company company;
        Laptop& old = office(company);
        old.set("contact", company.boLee, {{"phone", "+34 600 123 123"}});
        old.sync();
        NewLaptop fresh(company, "ana");
        must(fresh.engine().sync());
        const auto found =
            must(fresh.replica().list(Query{.entity = &schema::entity("contact"), .search = "person123"}));
        QCOMPARE(found.rows.size(), std::size_t{1});
        QCOMPARE(
            must(fresh.replica().list(Query{.entity = &schema::entity("contact"), .search = "600123123"})).rows.size(),
            std::size_t{1});
        QCOMPARE(must(fresh.replica().history({schema::entity("contact").number, company.boLee})),
                 old.history("contact", company.boLee));
    }

    void onesOwnToDosAreThereBeforeTheRest()
    {
        Company company;
        office(company);
        NewLaptop fresh(company, "ana");
        fresh.loses = 0; // the line breaks before the first piece
        QVERIFY(!fresh.engine().sync().ok());
        QCOMPARE(fresh.count("task"), 1);
        QCOMPARE(fresh.count("contact"), 0);
        QCOMPARE(must(fresh.replica().inbox()).size(), std::size_t{0});
        fresh.loses = -1;
        must(fresh.engine().sync());
        QVERIFY(fresh.count("contact") > 300);
        QVERIFY(agrees(fresh));
    }

    void cutOffOrStoppedItGoesOnWhereItWas()
    {
        Company company;
        office(company);
        NewLaptop fresh(company, "ana");
        fresh.oneByOne = true;
        fresh.loses = 2;
        const auto cut = fresh.engine().sync();
        QCOMPARE(cut.error().kind, ErrorKind::Unreachable);
        fresh.loses = -1;
        fresh.onFetch = [&](int pieces) { fresh.engine().cancelled = pieces == 4; };
        const auto stopped = fresh.engine().sync();
        QCOMPARE(stopped.error().kind, ErrorKind::Busy);
        fresh.onFetch = {};
        fresh.open(); // the program was closed in between
        must(fresh.engine().sync());
        QVERIFY(fresh.pieces > 5);
        QVERIFY2(!fresh.m_twice, "a piece was fetched twice");
        QVERIFY(agrees(fresh));
    }

    void whatChangesDuringTheDownloadIsSeenAtItsEnd()
    {
        Company company;
        Laptop& old = office(company);
        NewLaptop fresh(company, "ana");
        fresh.oneByOne = true;
        Id born;
        fresh.onFetch = [&](int pieces) {
            if (pieces != 3)
                return;
            old.set("contact", company.boLee, {{"phone", "+34 1 234"}});
            old.remove("contact", company.anaRuiz);
            born = old.add("contact", {{"last_name", "Newborn"}, {"account", company.acme.toString()}});
            old.sync();
        };
        must(fresh.engine().sync());
        QCOMPARE(fresh.value("contact", company.boLee, "phone"), "+34 1 234");
        QCOMPARE(fresh.value("contact", company.anaRuiz, "last_name"), "(absent)");
        QCOMPARE(fresh.value("contact", born, "last_name"), "Newborn");
        QVERIFY(agrees(fresh));
    }

    void anAreaLostDuringTheDownloadLeavesNothingBehind()
    {
        Company company;
        Laptop& old = office(company, 50);
        old.add("contact", {{"last_name", "CanaryOfTheNorth"}, {"account", company.acme.toString()}});
        old.sync();
        Laptop& admin = company.laptop("admin");
        NewLaptop fresh(company, "ana");
        fresh.oneByOne = true;
        fresh.onFetch = [&](int pieces) {
            if (pieces != 6)
                return;
            admin.set("user", company.id("ana"), {{"territories", "S"}});
            admin.sync();
        };
        static_cast<void>(fresh.engine().sync());
        fresh.onFetch = {};
        must(fresh.engine().sync());
        QCOMPARE(fresh.value("contact", company.boLee, "last_name"), "(absent)");
        QCOMPARE(fresh.value("contact", company.cleoDiaz, "last_name"), "Diaz");
        QVERIFY(agrees(fresh));
        QVERIFY(!foundIn(fresh.folder(), "CanaryOfTheNorth"));
    }

    void nobodyGetsAPieceOfAnAreaThatIsNotHis()
    {
        Company company;
        office(company, 20);
        NewLaptop ana(company, "ana");
        must(ana.engine().sync());
        NewLaptop carl(company, "carl");
        const Id history = must(carl.replica().identity())->history;
        std::set<Bytes> shared;
        for (const SegmentSet& set : must(carl.line().planSegments(carl.engine().token(), {.history = history})).sets)
            for (const SegmentInfo& info : set.segments)
                shared.insert(info.address);
        int refused = 0;
        for (const Bytes& address : ana.fetched) {
            const auto reply =
                carl.line().fetchSegments(carl.engine().token(), {.history = history, .addresses = {address}});
            QCOMPARE(reply.ok(), shared.contains(address));
            refused += reply.ok() ? 0 : 1;
        }
        QVERIFY(refused > 0);
    }

    void aDamagedPieceIsFetchedAnew()
    {
        Company company;
        office(company);
        NewLaptop fresh(company, "ana");
        fresh.damages = true; // on the way
        QCOMPARE(fresh.engine().sync().error().kind, ErrorKind::Corrupt);
        fresh.oneByOne = true;
        fresh.onFetch = [&](int pieces) { // on the disk
            if (pieces < 4)
                return;
            fresh.onFetch = {};
            std::fstream file(fresh.folder() + "/download/pieces", std::ios::binary | std::ios::in | std::ios::out);
            file.seekp(60); // in the first piece
            file.put('?');
        };
        must(fresh.engine().sync());
        QVERIFY(agrees(fresh));
    }

    void aPieceWrittenByHalfIsFetchedAnew()
    {
        Company company;
        office(company);
        NewLaptop fresh(company, "ana");
        fresh.oneByOne = true;
        fresh.loses = 4;
        QCOMPARE(fresh.engine().sync().error().kind, ErrorKind::Unreachable);
        const std::string file = fresh.folder() + "/download/pieces";
        std::filesystem::resize_file(file, std::filesystem::file_size(file) - 5); // the program was killed
        fresh.loses = -1;
        fresh.open();
        must(fresh.engine().sync());
        QVERIFY(fresh.m_twice);
        QVERIFY(agrees(fresh));
    }

    void colleaguesShareWhatWasPackedOnce()
    {
        Company company;
        office(company);
        NewLaptop ana(company, "ana");
        must(ana.engine().sync());
        const std::int64_t packed = segmentsOf(company);
        NewLaptop again(company, "ana");
        must(again.engine().sync());
        QCOMPARE(segmentsOf(company), packed);
        QVERIFY(again.fetched == ana.fetched);
        NewLaptop dora(company, "dora"); // sees North among others
        must(dora.engine().sync());
        int same = 0;
        for (const Bytes& address : dora.fetched)
            same += ana.fetched.contains(address) ? 1 : 0;
        QVERIFY(same >= 3);
        QVERIFY(agrees(dora));
    }

    void everybodyInTheCompanyAgreesAfterTheFirstSync_data()
    {
        QTest::addColumn<QString>("login");
        for (const char* login : {"ana", "carl", "ben", "dora", "ines", "mia", "admin"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }

    void everybodyInTheCompanyAgreesAfterTheFirstSync()
    {
        QFETCH(QString, login);
        Company company;
        Laptop& old = office(company, 30);
        Laptop& admin = company.laptop("admin");
        old.add("task", {{"title", "For Ben"}, {"assignee", "ben"}, {"account", company.acme.toString()}});
        old.add("lead", {{"name", "Lead North"}, {"territory", "N"}});
        old.add("contact", {{"last_name", "Mine"}});
        old.sync();
        admin.set("account", company.zeta, {{"parent", company.acme.toString()}});
        admin.sync();
        NewLaptop fresh(company, login.toStdString());
        must(fresh.engine().sync());
        Laptop& paged = company.laptop(login.toStdString());
        for (const char* entity : {"account", "contact", "lead", "task", "activity"})
            QCOMPARE(fresh.count(entity), paged.count(entity));
        QVERIFY(agrees(fresh));
        // and once more from a stock that is older than what stands there now
        old.set("contact", company.boLee, {{"phone", "+34 1"}});
        old.sync();
        NewLaptop later(company, login.toStdString());
        must(later.engine().sync());
        QVERIFY(agrees(later));
    }

    void anAreaGivenLateJoinsAtOnceWhileTheOthersGoOn()
    {
        Company company;
        office(company);
        Laptop& admin = company.laptop("admin");
        NewLaptop carl(company, "carl");
        must(carl.engine().sync());
        const std::int64_t before = carl.count("contact");
        admin.set("user", company.id("carl"),
                  {{"territories", "[\"" + company.south.toString() + "\",\"" + company.north.toString() + "\"]"}});
        admin.sync();
        carl.oneByOne = true;
        carl.pieces = 0;
        QStringList seen;
        carl.onFetch = [&](int pieces) {
            if (pieces == 1) { // somebody edits what carl has already
                admin.set("contact", company.cleoDiaz, {{"phone", "+49 5"}});
                admin.sync();
            }
            if (pieces >= 2) {
                seen << QString::fromStdString(carl.value("contact", company.cleoDiaz, "phone"));
                QCOMPARE(carl.count("contact"), before); // nothing of the new area yet
            }
            if (pieces == 3)
                carl.loses = 3; // and the line breaks
        };
        QVERIFY(!carl.engine().sync().ok());
        QCOMPARE(seen.value(0), QStringLiteral("+49 5"));
        QCOMPARE(carl.count("contact"), before);
        carl.loses = -1;
        carl.onFetch = {};
        carl.open();
        must(carl.engine().sync());
        QVERIFY(!carl.m_twice);
        QVERIFY(carl.count("contact") > before + 300);
        QVERIFY(agrees(carl));
    }

    void whatIsTypedBeforeAndDuringTheDownloadIsKeptAndSent()
    {
        Company company;
        Laptop& old = office(company);
        NewLaptop fresh(company, "ana");
        fresh.loses = 0;
        QVERIFY(!fresh.engine().sync().ok()); // the to-do is here
        const Id task = must(fresh.replica().list(Query{.entity = &schema::entity("task")})).rows.front().id;
        fresh.loses = -1;
        NewLaptop::setIn(company, fresh.replica(), "task", task, "notes", "typed before");
        // The window's connection stays open while the file's contents are exchanged under it.
        const auto window = must(Replica::open(fresh.folder(), company.clock()));
        QCOMPARE(NewLaptop::valueIn(*window, "task", task, "notes"), "typed before");
        fresh.line().offline = false;
        fresh.oneByOne = true;
        fresh.onFetch = [&](int pieces) {
            if (pieces == 4)
                NewLaptop::setIn(company, *window, "task", task, "title", "typed meanwhile");
        };
        must(fresh.engine().sync());
        QCOMPARE(fresh.value("task", task, "title"), "typed meanwhile");
        // It goes on: sees what has come, and what it writes now arrives.
        QVERIFY(must(window->count(Query{.entity = &schema::entity("contact")})) > 300);
        QCOMPARE(must(window->list(Query{.entity = &schema::entity("contact"), .search = "person7"})).rows.size(),
                 std::size_t{11});
        NewLaptop::setIn(company, *window, "contact", company.boLee, "phone", "+34 777");
        must(fresh.engine().sync());
        old.sync();
        QCOMPARE(old.value("task", task, "title"), std::string("typed meanwhile"));
        QCOMPARE(old.value("task", task, "notes"), std::string("typed before"));
        QCOMPARE(old.value("contact", company.boLee, "phone"), std::string("+34 777"));
        QVERIFY(agrees(fresh));
        fresh.open();
        QCOMPARE(must(fresh.replica().status()).waiting, 0);
    }

    void everythingFetchedAnewKeepsWhatWaits()
    {
        Company company;
        Laptop& old = office(company);
        NewLaptop fresh(company, "ana");
        must(fresh.engine().sync());
        NewLaptop::setIn(company, fresh.replica(), "contact", company.boLee, "phone", "+34 999");
        old.set("contact", company.boLee, {{"email", "bo@example.com"}});
        old.sync();
        const auto window = must(Replica::open(fresh.folder(), company.clock()));
        FirstSync first(fresh.replica(), *must(fresh.replica().identity()), {fresh.line(), fresh.engine().token(), {}});
        const auto done = must(first.replace());
        QVERIFY(done.published.equal);
        for (Replica* each : {window.get(), &fresh.replica()}) {
            QCOMPARE(NewLaptop::valueIn(*each, "contact", company.boLee, "phone"), "+34 999");
            QCOMPARE(NewLaptop::valueIn(*each, "contact", company.boLee, "email"), "bo@example.com");
        }
        QCOMPARE(must(window->status()).waiting, 1);
        must(fresh.engine().sync());
        QCOMPARE(must(fresh.replica().status()).waiting, 0);
        old.sync();
        QCOMPARE(old.value("contact", company.boLee, "phone"), std::string("+34 999"));
        QVERIFY(agrees(fresh));
    }
};

QTEST_GUILESS_MAIN(FirstSyncTest)
#include "FirstSyncTest.moc"
