// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Incidents.h"
#include "sync/protocol/Codec.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

namespace {

constexpr Milliseconds week = 7LL * 24 * 3600 * 1000;

/// What a bad disk or a careless hand does to a replica, behind its back.
void damage(Laptop& laptop, const std::string& sql, const Id& id)
{
    auto statement = must(laptop.replica().connection().prepare(sql));
    statement.bind(1, id);
    QVERIFY(statement.run().ok());
}

std::vector<Incident> incidentsOf(Laptop& laptop)
{
    return must(incidents(laptop.replica()));
}

} // namespace

/// A replica whose rows are not the server's: found, and put right row by row.
class RepairTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aByteThatFlippedIsFoundAndOnlyThatRowTravels()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        damage(ana, "UPDATE contact SET phone='+34 91 111 11 12' WHERE id=?1", company.anaRuiz);
        const std::int64_t before = ana.line().receivedBytes();
        const VerifyReport found = must(ana.engine().verify());
        QVERIFY(!found.equal);
        QCOMPARE(found.repaired, 1);
        QVERIFY(ana.line().receivedBytes() - before < 1500);
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 91 111 11 11");
        QVERIFY(ana.agreesWithServer());
        QCOMPARE(incidentsOf(ana).size(), 1U);
        const Incident incident = incidentsOf(ana).front();
        QCOMPARE(incident.changed, 1);
        QCOMPARE(incident.scope, std::optional(Scope{ScopeKind::Territory, company.north}));
        QCOMPARE(incident.text,
                 "1 row of contact in the territory North differed from the server's (1 changed, 0 missing, "
                 "0 too many); they were fetched anew, and nothing else was.");
    }

    void aRowThatVanishedComesBackWithItsHistoryAndItsSearch()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        ana.set("contact", company.boLee, {{"job_title", "Buyer"}});
        ana.sync();
        damage(ana, "DELETE FROM contact WHERE id=?1", company.boLee);
        damage(ana, "DELETE FROM history WHERE row=?1", company.boLee);
        QCOMPARE(must(ana.engine().verify()).repaired, 1);
        QCOMPARE(ana.value("contact", company.boLee, "job_title"), "Buyer");
        QCOMPARE(ana.history("contact", company.boLee).size(), 1U);
        QCOMPARE(ana.labels("contact", "bo lee"), std::vector<std::string>{"Bo Lee"});
        QCOMPARE(incidentsOf(ana).front().missing, 1);
        QVERIFY(ana.agreesWithServer());
    }

    void aRowThatIsNotTheServersGoes()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        const Id made = company.clock().newId();
        {
            auto insert = must(ana.replica().connection().prepare(
                "INSERT INTO contact(id, rev, root, sort, last_name, account) VALUES(?1, 3, ?2, 'x', 'X', ?2)"));
            insert.bind(1, made).bind(2, company.acme);
            QVERIFY(insert.run().ok());
        }
        QCOMPARE(must(ana.engine().verify()).repaired, 1);
        QVERIFY(!ana.has("contact", made));
        QCOMPARE(incidentsOf(ana).front().foreign, 1);
        QVERIFY(ana.agreesWithServer());
    }

    void threeRowsInTwoScopesAreMendedUnderEditsThatWait()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        const Id todo = ana.add("task", {{"title", "Call them"}, {"assignee", "ana"}});
        ana.sync();
        ana.set("contact", company.anaRuiz, {{"job_title", "Head of buying"}});
        ana.set("task", todo, {{"priority", "high"}});
        ana.set("contact", company.boLee, {{"notes", "Likes tea"}});
        // The rows a person sees hold his edits; what the server has stands beside them.
        damage(ana, "DELETE FROM contact WHERE id=?1", company.anaRuiz);
        damage(ana, "UPDATE base_row SET image=NULL WHERE row=?1", company.anaRuiz);
        damage(ana, "UPDATE base_row SET image=NULL WHERE row=?1", todo);
        damage(ana, "UPDATE account SET name='Another name', address='{\"city\":\"Ulm\"}' WHERE id=?1", company.acme);
        QCOMPARE(ana.waiting(), 3);
        ana.line().offline = true;
        QVERIFY(!ana.engine().verify().ok());
        ana.line().offline = false;
        const VerifyReport found = must(ana.engine().verify());
        QVERIFY(!found.equal);
        QCOMPARE(found.repaired, 3);
        QCOMPARE(incidentsOf(ana).size(), 3U); // contacts and accounts of North, own to-dos
        QCOMPARE(ana.waiting(), 3);
        QCOMPARE(ana.value("contact", company.anaRuiz, "job_title"), "Head of buying");
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 91 111 11 11");
        QCOMPARE(ana.value("task", todo, "priority"), "high");
        QCOMPARE(ana.value("task", todo, "title"), "Call them");
        QCOMPARE(ana.value("account", company.acme, "name"), "Acme");
        QCOMPARE(ana.labels("account", "acme"), std::vector<std::string>{"Acme"});
        QCOMPARE(ana.labels("account", "another"), std::vector<std::string>());
        ana.sync();
        QCOMPARE(ana.waiting(), 0);
        QVERIFY(ana.agreesWithServer());
        Laptop& other = company.laptop("ana");
        QCOMPARE(other.value("contact", company.anaRuiz, "job_title"), "Head of buying");
    }

    void aPatchForARowThatVanishedBringsTheWholeRow()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        damage(ana, "DELETE FROM contact WHERE id=?1", company.boLee);
        dora.set("contact", company.boLee, {{"job_title", "Buyer"}});
        dora.sync();
        const SyncReport report = ana.sync();
        QCOMPARE(report.repaired, 1);
        QCOMPARE(ana.value("contact", company.boLee, "job_title"), "Buyer");
        QCOMPARE(ana.value("contact", company.boLee, "first_name"), "Bo");
        QVERIFY(ana.agreesWithServer());
    }

    void aMembershipThatWasLostBringsItsWholeAggregateBack()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        damage(ana, "DELETE FROM member WHERE row=?1", company.acme);
        QVERIFY(!must(ana.engine().verify()).equal);
        QVERIFY(ana.has("account", company.acme));
        QVERIFY(ana.has("contact", company.anaRuiz));
        QVERIFY(ana.agreesWithServer());
    }

    void checksumsThatWentWrongAreCountedAnewAndNoRowTravels()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        damage(ana, "UPDATE digest SET sum=?1 WHERE entity=5", company.acme);
        const SyncReport report = ana.sync();
        QCOMPARE(report.repaired, 0);
        QCOMPARE(incidentsOf(ana).size(), 1U);
        QVERIFY(ana.agreesWithServer());
    }

    void aWeekLaterASyncCountsTheRowsByItself()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        damage(ana, "UPDATE contact SET phone='+34 91 111 11 12' WHERE id=?1", company.anaRuiz);
        QCOMPARE(ana.sync().repaired, 0);
        company.clock().advance(week);
        QCOMPARE(ana.sync().repaired, 1);
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 91 111 11 11");
        QCOMPARE(ana.sync().repaired, 0);
    }

    void othersGoOnWorkingWhileALaptopIsCompared()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        damage(ana, "UPDATE contact SET phone='+34 91 111 11 12' WHERE id=?1", company.anaRuiz);
        int edits = 0;
        ana.line().beforeCompare = [&] { // in the same scope, another row
            dora.set("contact", company.boLee, {{"notes", "edit " + std::to_string(++edits)}});
            dora.sync();
        };
        QCOMPARE(must(ana.engine().verify()).repaired, 1);
        ana.line().beforeCompare = {};
        QVERIFY(edits >= 2);
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 91 111 11 11");
        ana.sync();
        QCOMPARE(ana.value("contact", company.boLee, "notes"), "edit " + std::to_string(edits));
        QVERIFY(ana.agreesWithServer());
    }

    void aRowThatIsChangedWhileItIsComparedIsMendedByTheNextPull()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        damage(ana, "UPDATE contact SET phone='+34 91 111 11 12' WHERE id=?1", company.anaRuiz);
        bool once = false;
        ana.line().beforeCompare = [&] {
            if (std::exchange(once, true))
                return;
            dora.set("contact", company.anaRuiz, {{"job_title", "Buyer"}});
            dora.sync();
        };
        must(ana.engine().verify());
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 91 111 11 11");
        QCOMPARE(ana.value("contact", company.anaRuiz, "job_title"), "Buyer");
        QVERIFY(ana.agreesWithServer());
    }

    void inATableOfThousandsTheRangesAreNarrowedDown()
    {
        Company company;
        Laptop& dora = company.laptop("dora");
        Laptop& ana = company.laptop("ana");
        std::vector<std::vector<Edit>> actions;
        const Entity& contact = schema::entity("contact");
        for (int i = 0; i < 3000; ++i) {
            Edit edit{.kind = OperationKind::Create, .entity = &contact};
            edit.values.emplace_back(*contact.indexOf("last_name"), Value("Number " + std::to_string(i)));
            edit.values.emplace_back(*contact.indexOf("account"), Value(company.acme));
            actions.push_back({edit});
        }
        const auto receipts = must(dora.replica().commitAll(actions));
        dora.sync();
        ana.sync();
        QCOMPARE(ana.count("contact"), 3002);
        for (const std::size_t i : {std::size_t{7}, std::size_t{1500}, std::size_t{2999}})
            damage(ana, "UPDATE contact SET phone='+1' WHERE id=?1", receipts[i].rows[0].key.id);
        damage(ana, "DELETE FROM contact WHERE id=?1", receipts[8].rows[0].key.id);
        const std::int64_t before = ana.line().receivedBytes();
        ana.line().compares = 0;
        QCOMPARE(must(ana.engine().verify()).repaired, 4);
        QVERIFY(ana.line().compares <= 4);
        QVERIFY2(ana.line().receivedBytes() - before < 20000,
                 std::to_string(ana.line().receivedBytes() - before).c_str());
        QVERIFY(ana.agreesWithServer());
    }

    void whereComparingFailsTwiceEverythingIsFetchedAndThatIsSaid()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        damage(ana, "UPDATE contact SET phone='+34 91 111 11 12' WHERE id=?1", company.anaRuiz);
        ana.line().carrier = [](std::string_view call, const Bytes& question, const auto& serve) {
            auto answer = std::optional(serve(question));
            if (call == "compare") // an answer to nothing
                answer->body = encode(CompareReply());
            return answer;
        };
        QVERIFY(!must(ana.engine().verify()).equal);
        QCOMPARE(incidentsOf(ana).front().text,
                 "The checksums disagreed with the server's and the rows that differ could "
                 "not be found; all rows were fetched anew.");
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 91 111 11 11");
    }

    void aComparisonTellsNothingOfOtherPeoplesAreas()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        const auto identity = must(ana.replica().identity());
        CompareRequest request{.history = identity->history, .incarnation = identity->incarnation};
        request.checkpoint = must(ana.replica().connection().integer("SELECT max(seq) FROM checkpoint"));
        {
            auto salt =
                must(ana.replica().connection().prepare("SELECT salt FROM checkpoint ORDER BY seq DESC LIMIT 1"));
            QVERIFY(must(salt.step()));
            request.salt = *bytes16(salt.blob(0));
        }
        request.ranges = {{.scope = {ScopeKind::Territory, company.south}, .entity = 5}};
        request.rows = {{5, company.cleoDiaz}, {5, company.clock().newId()}};
        const CompareReply reply = must(ana.line().compare(ana.engine().token(), request));
        QCOMPARE(reply.looked, 2);
        QVERIFY(reply.found.rows.empty() && reply.found.memberships.empty());
        QVERIFY(!reply.ranges.front().divided && reply.ranges.front().rows.empty());
    }
};

QTEST_GUILESS_MAIN(RepairTest)
#include "RepairTest.moc"
