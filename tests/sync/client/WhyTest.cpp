// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Reasons.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

namespace {

using State = Reasons::State;

Reasons why(Laptop& laptop, const char* entity, const Id& id)
{
    return must(Reasons::of(laptop.replica(), {schema::entity(entity).number, id}));
}

std::vector<std::string> scopes(const Reasons& reasons)
{
    std::vector<std::string> names;
    for (const Reasons::Membership& each : reasons.memberships)
        names.push_back(each.name + (each.throughRoot ? " (its root)" : ""));
    return names;
}

} // namespace

/// Why a record is, or is not, on this laptop.
class WhyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aContactIsHereBecauseItsAccountIsInOnesTerritory()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        ana.set("contact", company.anaRuiz, {{"phone", "+34 91 2"}});
        const Reasons reasons = why(ana, "contact", company.anaRuiz);
        QCOMPARE(reasons.state, State::Here);
        QCOMPARE(reasons.label, "Ana Ruiz");
        QCOMPARE(scopes(reasons), std::vector<std::string>{"the territory North (its root)"});
        QCOMPARE(reasons.root, std::optional(RowKey{schema::entity("account").number, company.acme}));
        QCOMPARE(reasons.rootLabel, "Acme");
        QCOMPARE(reasons.unsent, 1);
    }

    void anAccountIsHereBecauseOneSitsOnItsTeam()
    {
        Company company;
        Laptop& ben = company.laptop("ben");
        QCOMPARE(scopes(why(ben, "account", company.acme)), std::vector<std::string>{"the account team of Acme"});
        QCOMPARE(scopes(why(ben, "product", company.product)),
                 std::vector<std::string>{"the catalogue that everybody has"});
    }

    void aTaskIsHereForTwoReasons()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        const Id task = ana.add("task", {{"title", "Call"}, {"assignee", "ana"}, {"account", "Acme"}});
        QCOMPARE(why(ana, "task", task).state, State::OnlyHere);
        ana.sync();
        QCOMPARE(scopes(why(ana, "task", task)),
                 (std::vector<std::string>{"the territory North (its root)", "your own records"}));
    }

    void aDeletedRecordSaysByWhom()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        dora.remove("contact", company.boLee);
        QCOMPARE(why(dora, "contact", company.boLee).state, State::Removing);
        dora.sync();
        const SyncReport report = ana.sync();
        for (Laptop* laptop : {&ana, &dora}) {
            const Reasons reasons = why(*laptop, "contact", company.boLee);
            QCOMPARE(reasons.state, State::Deleted);
            QCOMPARE(reasons.by, company.id("dora"));
            QVERIFY(reasons.deletedAt > 0);
            QCOMPARE(reasons.seq, report.checkpoint);
            QVERIFY(reasons.label.empty());
            QVERIFY(laptop->agreesWithServer());
        }
        QCOMPARE(ana.history("contact", company.boLee).size(), 1U);
        QCOMPARE(dora.history("contact", company.boLee).size(), 1U);
    }

    void aRecordThatLeftOnesAreaWasNotDeletedAndMayComeBack()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        dora.set("account", company.acme, {{"territory", "South"}});
        dora.sync();
        const SyncReport report = ana.sync();
        for (const auto& [entity, id] : {std::pair("account", company.acme), std::pair("contact", company.boLee)}) {
            const Reasons reasons = why(ana, entity, id);
            QCOMPARE(reasons.state, State::Left);
            QCOMPARE(reasons.seq, report.checkpoint);
            QVERIFY(reasons.by.isNull());
        }
        dora.remove("contact", company.boLee); // whatever happens to it there is not Ana's to know
        dora.sync();
        ana.sync();
        QCOMPARE(why(ana, "contact", company.boLee).state, State::Left);
        dora.set("account", company.acme, {{"territory", "North"}});
        dora.sync();
        ana.sync();
        QCOMPARE(why(ana, "account", company.acme).state, State::Here);
        QCOMPARE(must(ana.replica().connection().integer("SELECT count(*) FROM departed WHERE entity=3")), 0);
    }

    void whatNeverWasHereIsNotTalkedAbout()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        QCOMPARE(why(ana, "contact", company.cleoDiaz).state, State::Unknown);
        QCOMPARE(why(ana, "contact", company.clock().newId()).state, State::Unknown);
    }

    void aTerritoryTakenAwayTakesItsRecords()
    {
        Company company;
        Laptop& admin = company.laptop("admin");
        Laptop& ana = company.laptop("ana");
        admin.set("user", company.id("ana"), {{"territories", "[]"}});
        admin.sync();
        ana.sync();
        QVERIFY(!ana.has("contact", company.anaRuiz));
        QCOMPARE(why(ana, "contact", company.anaRuiz).state, State::Left);
        // Nothing of what stood in it is left.
        QVERIFY(why(ana, "contact", company.anaRuiz).label.empty());
    }
};

QTEST_GUILESS_MAIN(WhyTest)
#include "WhyTest.moc"
