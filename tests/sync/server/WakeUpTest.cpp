// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/WakeUp.h"
#include "sync/server/HttpFace.h"
#include "tests/support/PostgresCluster.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QSignalSpy>
#include <QTest>
#include <condition_variable>
#include <thread>

using namespace satchel;
using namespace satchel::server;
using namespace satchel::test;

namespace {

constexpr std::chrono::seconds patience(20);
constexpr std::chrono::hours never(1);

/// A line that remembers what it was told.
class Listening final : public WakeLine {
public:
    void wake(std::int64_t checkpoint) override
    {
        const std::lock_guard guard(m_mutex);
        m_calls.push_back(checkpoint);
        m_changed.notify_all();
    }
    void close() override
    {
        const std::lock_guard guard(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }
    bool waitForCalls(std::size_t count)
    {
        std::unique_lock guard(m_mutex);
        return m_changed.wait_for(guard, patience, [&] { return m_calls.size() >= count; });
    }
    bool waitForTheEnd()
    {
        std::unique_lock guard(m_mutex);
        return m_changed.wait_for(guard, patience, [&] { return m_closed; });
    }
    std::vector<std::int64_t> calls()
    {
        const std::lock_guard guard(m_mutex);
        return m_calls;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::int64_t> m_calls;
    bool m_closed = false;
};

std::shared_ptr<Listening> listen(WakeHub& hub, Company& company, Laptop& laptop)
{
    auto line = std::make_shared<Listening>();
    hub.add(line, must(hub.admit(company.database(), laptop.engine().token())));
    return line;
}

WakeHub::Pace fast(std::chrono::milliseconds look)
{
    return {.between = std::chrono::milliseconds(0),
            .gather = std::chrono::milliseconds(0),
            .look = look,
            .recheck = never};
}

std::int64_t seqOf(Company& company)
{
    return integerOf(must(company.database().query("SELECT seq FROM clock"))[0][0]);
}

} // namespace

/// Laptops that wait for news.
class WakeUpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeWakesThoseWhoSeeItAndNobodyElse()
    {
        Company company;
        HandEnvironment time;
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        WakeHub hub(company.factory(), company.identities(), time, fast(never));
        const auto north = listen(hub, company, ana);
        const auto south = listen(hub, company, carl);
        QCOMPARE(north->calls().size(), 1); // what it may have missed before it listened
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}});
        ana.sync();
        QVERIFY(north->waitForCalls(2));
        QCOMPARE(north->calls().back(), seqOf(company));
        carl.set("contact", company.cleoDiaz, {{"phone", "+34 600 2"}});
        carl.sync();
        QVERIFY(south->waitForCalls(2));
        QCOMPARE(south->calls().size(), 2); // not of ana's
        QCOMPARE(south->calls().back(), seqOf(company));
        hub.remove(*north);
        QCOMPARE(hub.waiting(), 1);
    }

    void whoGetsATerritoryIsWokenByWhatHappensThere()
    {
        Company company;
        HandEnvironment time;
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        Laptop& admin = company.laptop("admin");
        WakeHub hub(company.factory(), company.identities(), time, fast(never));
        const auto south = listen(hub, company, carl);
        admin.set("user", company.id("carl"), {{"territories", "[\"" + company.north.toString() + "\"]"}});
        admin.sync();
        QVERIFY(south->waitForCalls(2));
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}});
        ana.sync();
        const std::int64_t seq = seqOf(company);
        std::size_t calls = 2;
        while (south->calls().back() < seq)
            QVERIFY(south->waitForCalls(++calls));
    }

    void whoSignsOutIsLetGo()
    {
        Company company;
        HandEnvironment time;
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        WakeHub hub(company.factory(), company.identities(), time, fast(std::chrono::milliseconds(10)));
        const auto north = listen(hub, company, ana);
        const auto south = listen(hub, company, carl);
        must(company.service().logout(ana.engine().token()));
        QVERIFY(north->waitForTheEnd());
        carl.set("contact", company.cleoDiaz, {{"phone", "+34 600 2"}});
        carl.sync();
        QVERIFY(south->waitForCalls(2));
        QVERIFY(!hub.admit(company.database(), ana.engine().token()).ok());
    }

    void aCommitOfAnotherServerOnTheSameDatabaseIsHeard_data()
    {
        QTest::addColumn<bool>("told");
        QTest::newRow("because PostgreSQL tells it") << true;
        QTest::newRow("because the clock has moved") << false;
    }
    void aCommitOfAnotherServerOnTheSameDatabaseIsHeard()
    {
        QFETCH(bool, told);
        std::string whyNot;
        const auto cluster = PostgresCluster::start(whyNot);
        if (!cluster)
            QSKIP(whyNot.c_str());
        const std::string url = cluster->makeDatabase();
        Company company(url);
        HandEnvironment time;
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        const auto other = must(openDatabase({}, url));
        WakeHub hub(*other, company.identities(), time,
                    fast(told ? std::chrono::milliseconds(never) : std::chrono::milliseconds(10)));
        const auto north = listen(hub, company, ana);
        const auto south = listen(hub, company, carl);
        // Whether the other end listens yet cannot be seen: so there is always something more to hear.
        for (int i = 0; i < 100 && north->calls().size() < 2; ++i) {
            ana.set("contact", company.anaRuiz, {{"phone", "+34 600 " + std::to_string(i)}});
            ana.sync();
        }
        QVERIFY(north->waitForCalls(2));
        QCOMPARE(south->calls().size(), 1);
    }

    void aLaptopIsCalledOverARealSocket()
    {
        Company company;
        HandEnvironment time;
        Laptop& ana = company.laptop("ana");
        WakeHub hub(company.factory(), company.identities(), time, fast(never));
        HttpFace face(company.factory(), company.identities(), time, HttpFace::Log::Nothing, &hub);
        const auto listener = must(Listener::open(
            "127.0.0.1", 0, [&](const HttpQuestion& question) { return face.answer(question); }, 2, {}, &face));
        std::thread serving([&] { listener->run(); });
        {
            WakeUp wakeUp;
            QSignalSpy due(&wakeUp, &WakeUp::due);
            QSignalSpy heard(&wakeUp, &WakeUp::heardChanged);
            must(wakeUp.start(listener->url(), ana.engine().token()));
            wakeUp.roundDone(seqOf(company)); // the first call is no news for it
            QVERIFY(heard.wait(20000));
            QVERIFY(wakeUp.isHeard());
            ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}});
            ana.sync();
            QVERIFY(due.count() > 0 || due.wait(20000));
            must(company.identities().revokeTokens(company.database(), company.id("ana"), time.now()));
            company.laptop("carl"); // a sign-in: somebody commits
            listener->stop();
            QVERIFY(heard.count() > 1 || heard.wait(20000)); // it notices that nobody is there
            QVERIFY(!wakeUp.isHeard());
        }
        serving.join();
        hub.stop();
        QCOMPARE(hub.waiting(), 0);
    }

    void aStrangerDoesNotGetIn()
    {
        Company company;
        HandEnvironment time;
        WakeHub hub(company.factory(), company.identities(), time, fast(never));
        const auto refused = hub.admit(company.database(), "made up");
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
        WakeUp wakeUp;
        QCOMPARE(wakeUp.start("http://crm.example.com", "token").error().kind, ErrorKind::Invalid);
    }
};

QTEST_GUILESS_MAIN(WakeUpTest)
#include "WakeUpTest.moc"
