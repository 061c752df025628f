// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/world/Profile.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

namespace {

using Names = std::vector<std::string>;

/// What Ana has on her laptop, some of it hers.
struct Desk : Profile {
    Desk() : me(must(replica->identity())->user), ben(clock.newId()) {}

    Id account(const char* name, const Id& owner) { return add("account", {{"name", name}, {"owner", owner}}); }
    Id contact(const char* first, const char* last, const Id& owner)
    {
        return add("contact", {{"first_name", first}, {"last_name", last}, {"owner", owner}});
    }
    Names found(const std::string& typed, int limit = 12)
    {
        Names names;
        for (const Hit& hit : must(replica->searchEverything(typed, limit)))
            names.push_back(hit.label);
        return names;
    }

    Id me;
    Id ben;
};

} // namespace

/// The search box over everything.
class GlobalSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsCalledSoComesFirst()
    {
        Desk desk;
        desk.add("account", {{"name", "Zeta"}, {"notes", "Talk to Marten about marble."}});
        desk.contact("Ana", "Martin", desk.me);
        desk.account("Martin & Sons", desk.me);
        desk.contact("Martina", "Abel", desk.me);
        QCOMPARE(desk.found("mart"), (Names{"Martin & Sons", "Martina Abel", "Ana Martin", "Zeta"}));
        QCOMPARE(desk.found("MÁRT", 2), (Names{"Martin & Sons", "Martina Abel"}));
        QCOMPARE(desk.found("  mart  "), desk.found("mart"));
        QCOMPARE(desk.found("ana mar"), (Names{"Ana Martin"}));
        QCOMPARE(desk.found("mar ana"), (Names{"Ana Martin"}));
        QCOMPARE(desk.found("mart a"), (Names{"Ana Martin", "Martina Abel", "Martin & Sons", "Zeta"}));
        QCOMPARE(desk.found("mart ab"), (Names{"Martina Abel", "Zeta"}));
        QVERIFY(desk.found("mart zzz").empty());
        QVERIFY(desk.found("(-)").empty());
    }

    void amongEqualsWhatIsMineAndOpenComesFirst()
    {
        Desk desk;
        desk.account("Harbour A", desk.ben);
        desk.account("Harbour B", desk.me);
        desk.add("lead", {{"name", "Harbour C"}, {"owner", desk.me}, {"status", "disqualified"}, {"reason", "Budget"}});
        desk.add("lead", {{"name", "Harbour D"}, {"owner", desk.me}});
        desk.add("task", {{"title", "Harbour E"}, {"assignee", desk.me}, {"done", std::int64_t{1}}});
        desk.add("task", {{"title", "Harbour F"}, {"assignee", desk.me}});
        QCOMPARE(desk.found("harb"),
                 (Names{"Harbour B", "Harbour D", "Harbour C", "Harbour A", "Harbour F", "Harbour E"}));
    }

    // What was done with people is called by sentences that begin as they do, and there is much more of it.
    void peopleComeBeforeWhatWasDoneWithThem()
    {
        Desk desk;
        const Id acme = desk.account("Acme", desk.me);
        for (int i = 0; i < 60; ++i)
            desk.add("activity", {{"subject", "Muestra " + std::to_string(100 + i)},
                                  {"account", acme},
                                  {"owner", desk.me},
                                  {"starts", std::int64_t{1'000'000} * i}});
        QCOMPARE(desk.found("muest").size(), 12U); // nobody else fits
        desk.contact("Eva", "Mueller", desk.ben);
        desk.add("task",
                 {{"title", "Muestra wanted"}, {"assignee", desk.me}, {"due", "2026-12-01"}, {"account", acme}});
        desk.add("activity",
                 {{"subject", "Muesli tasting"}, {"status", "planned"}, {"owner", desk.me}, {"account", acme}});
        const Names names = desk.found("mue");
        QCOMPARE(names.size(), 6U);
        QCOMPARE(names[0], std::string("Eva Mueller"));
        QCOMPARE(names[1], std::string("Muesli tasting"));
        QCOMPARE(names[2], std::string("Muestra wanted"));
        const auto hits = must(desk.replica->searchEverything("mue", 12));
        QCOMPARE(hits[2].context, std::string("Acme"));
        QCOMPARE(hits[2].when, Value("2026-12-01"));
        QCOMPARE(hits[3].context, std::string("Acme"));
        QVERIFY(hits[3].when.isInteger());
        QVERIFY(hits[3].when.integer() > hits[4].when.integer());
    }

    void amongCustomersWhoIsCalledSoComesFirst()
    {
        Desk desk;
        desk.add("account", {{"name", "Lacteos La Encina"}, {"notes", "Buys plastic."}});
        desk.account("Plasticos Calvo", desk.ben);
        desk.contact("Placida", "Ruiz", desk.me);
        const auto hits = must(desk.replica->searchAmong(schema::entity("account"), "pl", 8));
        QCOMPARE(hits.size(), 2U);
        QCOMPARE(hits[0].label, std::string("Plasticos Calvo"));
    }

    void aQuoteIsFoundByItsTitleAndAnyPhoneByItsDigits()
    {
        Desk desk;
        const Id acme = desk.account("Acme", desk.me);
        desk.add("quote",
                 {{"account", acme}, {"title", "Pumps for the harbour"}, {"currency", "EUR"}, {"date", "2026-11-22"}});
        desk.add("contact", {{"last_name", "Ruiz"}, {"account", acme}, {"phone", "+34 91 555 01 23"}});
        const auto hits = must(desk.replica->searchEverything("pumps", 12));
        QCOMPARE(hits.size(), 1U);
        QCOMPARE(hits[0].key.entity, schema::entity("quote").number);
        QCOMPARE(hits[0].context, std::string("Acme"));
        for (const char* typed : {"5550123", "0123", "91 555", "+34-91-555", "(0034) 915550123"})
            QCOMPARE(desk.found(typed), (Names{"Ruiz"}));
    }

    // However many there are, one letter shows the first of those that are called so.
    void oneLetterOfManyShowsTheFirstByName()
    {
        Desk desk;
        for (int i = 0; i < 400; ++i)
            desk.account(("Company " + std::to_string(1000 + i)).c_str(), i % 2 == 0 ? desk.ben : desk.me);
        const Names names = desk.found("c", 3);
        QCOMPARE(names, (Names{"Company 1001", "Company 1003", "Company 1005"}));
        QCOMPARE(desk.found("company 1399"), (Names{"Company 1399"}));
    }
};

QTEST_GUILESS_MAIN(GlobalSearchTest)
#include "GlobalSearchTest.moc"
