// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "sync/server/Recount.h"
#include "sync/server/WriteQueue.h"
#include "tests/support/Engines.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>
#include <semaphore>
#include <thread>

using namespace satchel;
using namespace satchel::server;
using namespace satchel::test;

namespace {

/// What a laptop would push now. It does not get an answer, and will push it again.
PushRequest whatWaits(Laptop& laptop)
{
    std::optional<PushRequest> request;
    laptop.line().carrier =
        [&](std::string_view call, const Bytes& question,
            const LoopbackConversation::Serve& serve) -> std::optional<LoopbackConversation::Answer> {
        if (call != "push")
            return serve(question);
        request = must(decodePushRequest(question));
        return std::nullopt;
    };
    (void)laptop.trySync();
    laptop.line().carrier = {};
    return request.value_or(PushRequest());
}

std::int64_t checkpoints(Company& company)
{
    return integerOf(must(company.database().query("SELECT count(*) FROM checkpoint")).at(0).at(0));
}

std::string phone(Company& company, const Id& contact)
{
    return textOf(must(company.database().query("SELECT f_phone FROM e_contact WHERE id=$1", {cell(contact)}))[0][0]);
}

} // namespace

/// Pushes of several laptops that become durable together. On both database engines.
class GroupCommitTest : public QObject {
    Q_OBJECT

    Engines m_engines;

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void editsOfThreeLaptopsAreOneTransactionAndAllArrive_data() { m_engines.rows(); }
    void editsOfThreeLaptopsAreOneTransactionAndAllArrive()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        Laptop& carl = company.laptop("carl");
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}});
        ben.set("contact", company.anaRuiz, {{"job_title", "Head of purchasing"}});
        carl.add("contact", {{"last_name", "New"}, {"account", company.zeta.toString()}});
        const PushRequest one = whatWaits(ana);
        const PushRequest two = whatWaits(ben);
        const PushRequest three = whatWaits(carl);
        PushJob jobs[] = {{ana.engine().token(), one}, {ben.engine().token(), two}, {carl.engine().token(), three}};
        const std::int64_t before = checkpoints(company);
        PushGroup(company.database(), company.identities(), company.clock()).run({&jobs[0], &jobs[1], &jobs[2]});
        for (const PushJob& job : jobs)
            QCOMPARE(must(job.reply).lastNumber, 1);
        QCOMPARE(checkpoints(company), before + 1);
        for (Laptop* laptop : {&ana, &ben, &carl}) {
            laptop->sync();
            QCOMPARE(laptop->waiting(), 0);
            QVERIFY(laptop->agreesWithServer());
        }
        QCOMPARE(ana.value("contact", company.anaRuiz, "job_title"), "Head of purchasing");
        QCOMPARE(ben.value("contact", company.anaRuiz, "phone"), "+34 600 1");
    }

    void aPushThatFailsFailsAlone_data() { m_engines.rows(); }
    void aPushThatFailsFailsAlone()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        Laptop& carl = company.laptop("carl");
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}});
        carl.set("contact", company.cleoDiaz, {{"phone", "+34 600 2"}});
        ben.set("contact", company.boLee, {{"phone", "+34 600 3"}});
        ben.set("contact", company.boLee, {{"phone", "+34 600 4"}});
        const PushRequest one = whatWaits(ana);
        PushRequest two = whatWaits(ben);
        two.changes.push_back(two.changes.front()); // continues nothing: the first two are good, and yet nothing stays
        const PushRequest three = whatWaits(carl);
        const std::string stranger = "nobody";
        PushJob jobs[] = {{ana.engine().token(), one},
                          {ben.engine().token(), two},
                          {stranger, three},
                          {carl.engine().token(), three}};
        two.changes.back() = two.changes.front();
        two.changes.back().back() = static_cast<char>(two.changes.back().back() ^ 1);
        PushGroup(company.database(), company.identities(), company.clock())
            .run({&jobs[0], &jobs[1], &jobs[2], &jobs[3]});
        QVERIFY(jobs[0].reply.ok());
        QVERIFY(!jobs[1].reply.ok());
        QCOMPARE(jobs[2].reply.error().kind, ErrorKind::Unauthorized);
        QVERIFY(jobs[3].reply.ok());
        QCOMPARE(phone(company, company.anaRuiz), "+34 600 1");
        QCOMPARE(phone(company, company.boLee), "");
        QCOMPARE(phone(company, company.cleoDiaz), "+34 600 2");
        for (Laptop* laptop : {&ana, &ben, &carl}) {
            laptop->sync();
            QVERIFY(laptop->agreesWithServer());
        }
        QCOMPARE(phone(company, company.boLee), "+34 600 4");
    }

    void aPushThatFailsInTheMiddleOfAChangeLeavesNothingOfItsOthers_data() { m_engines.rows(); }
    void aPushThatFailsInTheMiddleOfAChangeLeavesNothingOfItsOthers()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}});
        ana.set("contact", company.boLee, {{"phone", "+34 600 2"}});
        ben.set("account", company.acme, {{"industry", "Valves"}});
        const PushRequest one = whatWaits(ana);
        const PushRequest two = whatWaits(ben);
        PushJob jobs[] = {{ana.engine().token(), one}, {ben.engine().token(), two}};
        const std::string phoneBefore = phone(company, company.anaRuiz);
        company.clock().failing = [&](std::string_view place, std::string_view about) -> Status {
            if (place == "apply" && about == company.boLee.toString())
                return Error{ErrorKind::Internal, "on purpose"};
            return Ok{};
        };
        PushGroup(company.database(), company.identities(), company.clock()).run({&jobs[0], &jobs[1]});
        company.clock().failing = {};
        QVERIFY(!jobs[0].reply.ok());
        QCOMPARE(must(jobs[1].reply).lastNumber, 1);
        QCOMPARE(phone(company, company.anaRuiz), phoneBefore);
        QVERIFY(must(recountDigests(company.database(), company.clock())).wrong.empty());
        for (Laptop* laptop : {&ana, &ben, &ana}) {
            laptop->sync();
            QVERIFY(laptop->agreesWithServer());
        }
        QCOMPARE(phone(company, company.anaRuiz), "+34 600 1");
        QCOMPARE(phone(company, company.boLee), "+34 600 2");
    }

    void whoLosesHisTerritoryWithinTheGroupIsJudgedWithoutIt_data() { m_engines.rows(); }
    void whoLosesHisTerritoryWithinTheGroupIsJudgedWithoutIt()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& admin = company.laptop("admin");
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}});
        ana.sync(); // her rights are known from before
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 2"}});
        admin.set("user", company.id("ana"), {{"territories", "[\"" + company.south.toString() + "\"]"}});
        const PushRequest first = whatWaits(admin);
        const PushRequest second = whatWaits(ana);
        PushJob jobs[] = {{admin.engine().token(), first}, {ana.engine().token(), second}};
        PushGroup(company.database(), company.identities(), company.clock()).run({&jobs[0], &jobs[1]});
        QVERIFY(jobs[0].reply.ok());
        QVERIFY(jobs[1].reply.ok());
        QCOMPARE(phone(company, company.anaRuiz), "+34 600 1");
        ana.sync();
        QVERIFY(!ana.has("contact", company.anaRuiz));
        QVERIFY(ana.agreesWithServer());
    }

    void whoIsShutOutIsNotRememberedAsWelcome_data() { m_engines.rows(); }
    void whoIsShutOutIsNotRememberedAsWelcome()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        for (const char* number : {"1", "2"}) {
            ana.set("contact", company.anaRuiz, {{"phone", std::string("+34 600 ") + number}});
            const PushRequest request = whatWaits(ana);
            PushJob job{ana.engine().token(), request};
            PushGroup(company.database(), company.identities(), company.clock()).run({&job});
            QCOMPARE(job.reply.ok(), number == std::string("1"));
            must(company.identities().revokeTokens(company.database(), company.id("ana"), company.clock().now()));
        }
        QCOMPARE(phone(company, company.anaRuiz), "+34 600 1");
    }

    void whatIsRememberedIsAskedAnewWhenSomebodyElseHasWritten_data() { m_engines.rows(); }
    void whatIsRememberedIsAskedAnewWhenSomebodyElseHasWritten()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        Remembered memory;
        const auto push = [&](Laptop& laptop, const std::string& number, Remembered* known) {
            laptop.set("contact", company.anaRuiz, {{"phone", number}});
            const PushRequest request = whatWaits(laptop);
            PushJob job{laptop.engine().token(), request};
            PushGroup(company.database(), company.identities(), company.clock(), known).run({&job});
            (void)must(job.reply);
            laptop.sync();
        };
        const auto wrong = [&] { return must(recountDigests(company.database(), company.clock())).wrong.size(); };
        push(ana, "+34 600 1", &memory);
        QVERIFY(!memory.sums.empty());
        push(ana, "+34 600 2", &memory);
        push(ben, "+34 600 3", nullptr); // as by another server on this database
        push(ana, "+34 600 4", &memory);
        QCOMPARE(wrong(), 0U);

        must(company.database().query("UPDATE digest SET row_count=row_count+1"));
        QVERIFY(wrong() > 0U); // and it was put right behind the back of who remembers
        push(ana, "+34 600 5", &memory);
        QCOMPARE(wrong(), 0U);
        QVERIFY(ana.agreesWithServer());
    }

    void aPushThatComesToNothingLeavesNoMemory_data() { m_engines.rows(); }
    void aPushThatComesToNothingLeavesNoMemory()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        ana.set("contact", company.anaRuiz, {{"phone", "+34 600 1"}});
        const PushRequest good = whatWaits(ana);
        PushRequest bad = good;
        bad.changes.push_back(bad.changes.front());
        bad.changes.back().back() = static_cast<char>(bad.changes.back().back() ^ 1); // continues nothing
        Remembered memory;
        for (const PushRequest* request : {&std::as_const(bad), &good}) {
            const bool succeeds = request == &good;
            PushJob job{ana.engine().token(), *request};
            PushGroup(company.database(), company.identities(), company.clock(), &memory).run({&job});
            QCOMPARE(job.reply.ok(), succeeds);
            QCOMPARE(memory.sums.empty(), !succeeds);
        }
        ana.sync();
        QVERIFY(ana.agreesWithServer());
        QVERIFY(must(recountDigests(company.database(), company.clock())).wrong.empty());
    }

    void manyThreadsAtTheQueueAllGetTheirAnswer_data() { m_engines.rows(); }
    void manyThreadsAtTheQueueAllGetTheirAnswer()
    {
        Company company(m_engines.database());
        std::vector<Laptop*> laptops;
        std::vector<PushRequest> requests;
        for (int i = 0; i < 8; ++i) {
            laptops.push_back(&company.laptop("ana"));
            for (int n = 0; n < 5; ++n)
                laptops.back()->add("task", {{"title", "Call"}, {"assignee", company.id("ana").toString()}});
        }
        for (Laptop* laptop : laptops)
            requests.push_back(whatWaits(*laptop));
        DatabasePool pool(company.factory());
        WriteQueue queue(pool, company.identities(), company.clock(), 3);
        std::vector<std::thread> threads;
        std::vector<std::int64_t> acknowledged(laptops.size() * 2);
        for (std::size_t i = 0; i < acknowledged.size(); ++i) // each push also repeated, at the same time
            threads.emplace_back([&, i] {
                PushJob job{laptops[i / 2]->engine().token(), requests[i / 2]};
                const auto done = std::make_shared<std::binary_semaphore>(0);
                queue.put(job, [done] { done->release(); });
                done->acquire();
                acknowledged[i] = job.reply.ok() ? job.reply->lastNumber : -1;
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(acknowledged, std::vector<std::int64_t>(acknowledged.size(), 5));
        for (Laptop* laptop : laptops)
            laptop->sync();
        for (Laptop* laptop : laptops) {
            laptop->sync();
            QCOMPARE(laptop->count("task"), 40);
            QVERIFY(laptop->agreesWithServer());
        }
    }
};

QTEST_GUILESS_MAIN(GroupCommitTest)
#include "GroupCommitTest.moc"
