// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/Authority.h"
#include "core/rules/quotes/Limits.h"
#include "core/schema/Composite.h"
#include "tests/support/RecordsInMemory.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::quotes;
using namespace satchel::test;
using pricing::Document;

namespace {

Decimal decimal(const char* text)
{
    return *Decimal::parse(text);
}

Value amount(const char* text)
{
    return decimal(text).units;
}

// Acme in North, below World. ana sells, ben keeps accounts, nora manages North, dora World, admin administers.
struct Company {
    RecordsInMemory records;
    Id world = records.add("territory", {{"name", "World"}});
    Id north = records.add("territory", {{"name", "North"}, {"parent", world}});
    Id ana = person("Ana Seller", "salesperson", north);
    Id ben = person("Ben Keys", "account_manager", {});
    Id nora = person("Nora Chief", "sales_manager", north);
    Id dora = person("Dora Head", "sales_manager", world);
    Id admin = person("Adam Admin", "administrator", {});
    Id acme = records.add("account", {{"name", "Acme"}, {"territory", north}});
    Id pump = records.add("product", {{"name", "Pump"}, {"code", "P-1"}, {"family", "Pumps"}, {"unit", "piece"}});
    Id hose = records.add("product", {{"name", "Hose"}, {"code", "H-1"}, {"family", "Hoses"}, {"unit", "m"}});

    Id person(const char* name, const char* role, const Id& territory)
    {
        return records.add("user",
                           {{"name", name},
                            {"login", name},
                            {"role", role},
                            {"active", std::int64_t{1}},
                            {"territories", territory.isNull() ? Value() : Value(writeList({territory.toString()}))}});
    }
    void roleMayGive(const char* role, const char* percent, const char* family = nullptr)
    {
        records.add("discount_authority",
                    {{"role", role}, {"percent", amount(percent)}, {"family", family ? Value(family) : Value()}});
    }
    void userMayGive(const Id& user, const char* percent, const char* family = nullptr)
    {
        records.add("discount_authority",
                    {{"user", user}, {"percent", amount(percent)}, {"family", family ? Value(family) : Value()}});
    }
    Document quote() const
    {
        Document document;
        document.quote = acme;
        document.account = acme;
        document.currency = "EUR";
        document.date = "2026-11-22";
        return document;
    }
    std::vector<Excess> over(Document document, const Id& user)
    {
        must(pricing::computeTotals(document));
        const auto role = roleNamed(records.record("user", user).value("role").text());
        return must(excesses(document, user, *role, records));
    }
    std::string refusal(const Record& approval, Document document, const Id& user, const std::string& date)
    {
        must(pricing::computeTotals(document));
        const auto role = roleNamed(records.record("user", user).value("role").text());
        return must(mayNotDecide(approval, document, user, *role, date, records)).value_or("");
    }
    Record asked(const Id& whom, const Id& by)
    {
        return records.record("approval", records.add("approval", {{"asked", whom}, {"asked_by", by}}));
    }
};

// A line at a list price; `percent` off it.
Document::Line& line(Document& document, const Id& product, const char* quantity, const char* list,
                     const char* percent = "0")
{
    Document::Line line;
    line.id.bytes[15] = static_cast<unsigned char>(document.lines.size() + 1);
    line.product = product;
    line.quantity = decimal(quantity);
    line.unit = "piece";
    if (*list != '\0')
        line.listPrice = decimal(list);
    line.discountPercent = decimal(percent);
    line.taxPercent = decimal("19");
    line.counted = true;
    document.lines.push_back(line);
    return document.lines.back();
}

} // namespace

/// Who may give how much, who may allow more, and who is to be asked.
class AuthorityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAnyRowsEverybodyMayGiveEverything()
    {
        Company company;
        QCOMPARE(must(Limits::read(company.records)).of(company.ana, Role::Salesperson, "Pumps"), decimal("100"));
    }

    void whatIsSaidOfAPersonGoesBeforeHisRoleAndAFamilyBeforeAll()
    {
        Company company;
        company.roleMayGive("salesperson", "5");
        company.roleMayGive("salesperson", "8", "Pumps");
        const auto of = [&](const char* family) {
            return must(Limits::read(company.records)).of(company.ana, Role::Salesperson, family).toString();
        };
        QCOMPARE(of("Hoses"), "5");
        QCOMPARE(of(""), "5");
        QCOMPARE(of("Pumps"), "8");
        company.userMayGive(company.ana, "3");
        QCOMPARE(of("Pumps"), "3"); // less than the role's, and yet it is what is said of her
        company.userMayGive(company.ana, "12", "Pumps");
        company.userMayGive(company.ana, "11", "Pumps");
        QCOMPARE(of("Pumps"), "12");
        QCOMPARE(of("Hoses"), "3");
        const auto limits = must(Limits::read(company.records));
        QCOMPARE(limits.of(company.ben, Role::AccountManager, "Pumps"), Decimal{});
        QCOMPARE(limits.of(company.admin, Role::Administrator, "Pumps"), decimal("100"));
    }

    void theLimitItselfMayBeGivenAndNotACentMore()
    {
        Company company;
        company.roleMayGive("salesperson", "10");
        Document document = company.quote();
        line(document, company.pump, "3", "33.33", "10"); // 3 x 29.997 is 89.99 of 99.99: more than 89.991 would be
        QVERIFY(!company.over(document, company.ana).empty());
        document.lines[0].discountPercent = decimal("9.99"); // 3 x 30.0003 is 90.00
        QVERIFY(company.over(document, company.ana).empty());
        document.lines[0] = Document::Line();
        document.lines.clear();
        line(document, company.pump, "10", "10.00", "10");
        QVERIFY(company.over(document, company.ana).empty());
        document.lines[0].discountAmount = decimal("0.001"); // 10 x 8.999 is 89.99
        const auto over = company.over(document, company.ana);
        QCOMPARE(over.size(), 1U);
        QCOMPARE(over[0].text, "Line 1, \"Pump\": 10.01 % below the list price; the limit is 10 %.");
        QVERIFY(!over[0].belowFloor);
    }

    void theDiscountOfTheWholeDocumentCountsOnEachLine()
    {
        Company company;
        company.roleMayGive("salesperson", "10");
        Document document = company.quote();
        line(document, company.pump, "1", "100.00", "6");
        line(document, company.hose, "1", "100.00");
        QVERIFY(company.over(document, company.ana).empty());
        document.discountPercent = decimal("5"); // 94.00 - 4.70 = 89.30
        const auto over = company.over(document, company.ana);
        QCOMPARE(over.size(), 1U);
        QCOMPARE(over[0].line, document.lines[0].id);
        must(pricing::computeTotals(document));
        QCOMPARE(largestDiscount(document), decimal("10.7"));
    }

    void anOptionalLineCountsAsIfItWereChosen()
    {
        Company company;
        company.roleMayGive("salesperson", "10");
        Document document = company.quote();
        line(document, company.pump, "1", "100.00");
        line(document, company.hose, "1", "100.00", "30").role = Document::Role::Optional;
        document.lines.back().counted = false;
        QCOMPARE(company.over(document, company.ana).size(), 1U);
    }

    void aPriceByHandIsADiscountAndWithoutAListPriceOverEverything()
    {
        Company company;
        company.roleMayGive("salesperson", "10");
        company.roleMayGive("sales_manager", "99.9999");
        Document document = company.quote();
        line(document, company.pump, "1", "100.00").handPrice = decimal("95");
        QVERIFY(company.over(document, company.ana).empty());
        document.lines[0].handPrice = decimal("150");
        QVERIFY(company.over(document, company.ana).empty());
        document.lines[0].handPrice = decimal("80");
        QCOMPARE(company.over(document, company.ana).size(), 1U);
        document.lines[0].listPrice.reset();
        const auto over = company.over(document, company.nora);
        QCOMPARE(over.size(), 1U);
        QCOMPARE(over[0].text,
                 "Line 1, \"Pump\": its price was set by hand and no list has one; the limit is 99.9999 %.");
        QVERIFY(company.over(document, company.admin).empty());
        must(pricing::computeTotals(document));
        QCOMPARE(largestDiscount(document), decimal("100"));
    }

    void whatAPromotionGivesOrABundleIncludesIsNoDiscount()
    {
        Company company;
        company.roleMayGive("salesperson", "0");
        company.records.add("product_cost", {{"product", company.hose}, {"floor_price", "5.00 EUR"}});
        Document document = company.quote();
        line(document, company.pump, "1", "100.00");
        line(document, company.hose, "1", "0").free = true;
        line(document, company.hose, "2", "0").partOf = document.lines[0].id;
        QVERIFY(company.over(document, company.ben).empty());
        must(pricing::computeTotals(document));
        QCOMPARE(largestDiscount(document), Decimal{});
    }

    void aPriceBelowTheFloorIsFoundWhereCostsAreKnown()
    {
        Company company;
        company.records.add("product_cost",
                            {{"product", company.pump}, {"floor_price", "99.00 EUR"}, {"valid_to", "2026-10-31"}});
        company.records.add("product_cost", {{"product", company.pump}, {"floor_price", "900.00 USD"}});
        const Id floor = company.records.add(
            "product_cost", {{"product", company.pump}, {"floor_price", "9.00 EUR"}, {"valid_from", "2026-11-01"}});
        Document document = company.quote();
        line(document, company.pump, "10", "10.00", "10"); // 9.00
        QVERIFY(company.over(document, company.ben).empty());
        document.discountAmount = decimal("0.01"); // 8.999
        auto over = company.over(document, company.ben);
        QCOMPARE(over.size(), 1U);
        QVERIFY(over[0].belowFloor);
        QVERIFY(over[0].text.find("9.00") == std::string::npos); // not everybody may know it
        QVERIFY(company.over(document, company.nora).empty());
        QVERIFY(company.over(document, company.admin).empty());

        document.discountAmount = {};
        document.taxInclusive = true; // 9.00 with 19 % in it are 7.56
        QCOMPARE(company.over(document, company.ben).size(), 1U);
        company.records.set("product_cost", floor, "floor_price", "7.56 EUR");
        QVERIFY(company.over(document, company.ben).empty());
        company.records.set("product_cost", floor, "floor_price", "7.5631 EUR");
        QCOMPARE(company.over(document, company.ben).size(), 1U);
    }

    void theFloorOfABoxIsThatOfWhatIsInIt()
    {
        Company company;
        company.records.add("product_cost", {{"product", company.pump}, {"floor_price", "9.00 EUR"}});
        company.records.add("product_unit", {{"product", company.pump}, {"name", "box"}, {"factor", amount("12")}});
        Document document = company.quote();
        line(document, company.pump, "1", "120.00", "10").unit = "box"; // 108.00: 9.00 each
        QVERIFY(company.over(document, company.ben).empty());
        document.lines[0].discountPercent = decimal("10.01");
        QCOMPARE(company.over(document, company.ben).size(), 1U);
    }

    void whoWasAskedDecidesOrHisDeputyOnTheDayOrAnAdministrator()
    {
        Company company;
        Document document = company.quote();
        line(document, company.pump, "1", "100.00", "20");
        const Record approval = company.asked(company.nora, company.ana);
        company.records.add("deputy", {{"user", company.nora},
                                       {"deputy", company.ben},
                                       {"valid_from", "2026-11-20"},
                                       {"valid_to", "2026-11-22"}});
        const auto may = [&](const Id& user, const char* date) {
            return company.refusal(approval, document, user, date).empty();
        };
        QVERIFY(may(company.nora, "2026-11-22"));
        QVERIFY(may(company.ben, "2026-11-20"));
        QVERIFY(may(company.ben, "2026-11-22"));
        QVERIFY(!may(company.ben, "2026-11-19"));
        QCOMPARE(company.refusal(approval, document, company.ben, "2026-11-23"),
                 "This approval was asked of Nora Chief, and you do not stand in for them on 2026-11-23.");
        QVERIFY(!may(company.dora, "2026-11-22"));
        QVERIFY(may(company.admin, "2026-11-22"));
    }

    void nobodyButAnAdministratorDecidesWhatHeAskedForHimself()
    {
        Company company;
        Document document = company.quote();
        line(document, company.pump, "1", "100.00", "20");
        QVERIFY(
            !company.refusal(company.asked(company.nora, company.nora), document, company.nora, "2026-11-22").empty());
        QVERIFY(company.refusal(company.asked(company.admin, company.admin), document, company.admin, "2026-11-22")
                    .empty());
    }

    void oneDecidesWithAuthorityOverAllLinesAndADeputyWithTheLargerOfTwo()
    {
        Company company;
        company.userMayGive(company.nora, "15", "Pumps");
        company.userMayGive(company.ben, "15", "Hoses");
        company.records.add("deputy", {{"user", company.nora}, {"deputy", company.ben}});
        Document document = company.quote();
        line(document, company.pump, "1", "100.00", "15");
        const Record approval = company.asked(company.nora, company.ana);
        QVERIFY(company.refusal(approval, document, company.nora, "2026-11-22").empty());
        line(document, company.hose, "1", "100.00", "15");
        QCOMPARE(company.refusal(approval, document, company.nora, "2026-11-22"),
                 "This is more than you may give. Line 2, \"Hose\": 15 % below the list price; the limit is 0 %.");
        QVERIFY(company.refusal(approval, document, company.ben, "2026-11-22").empty());
    }

    void floorPricesAreForManagersAndWhoStandsInForThem()
    {
        Company company;
        company.records.add("product_cost", {{"product", company.pump}, {"floor_price", "90.00 EUR"}});
        Document document = company.quote();
        line(document, company.pump, "1", "100.00", "15");
        QVERIFY(
            company.refusal(company.asked(company.nora, company.ana), document, company.nora, "2026-11-22").empty());
        QVERIFY(!company.refusal(company.asked(company.ben, company.ana), document, company.ben, "2026-11-22").empty());
        company.records.add("deputy", {{"user", company.nora}, {"deputy", company.ben}});
        QVERIFY(company.refusal(company.asked(company.nora, company.ana), document, company.ben, "2026-11-22").empty());
    }

    void theNearestManagerWhoMayIsAsked()
    {
        Company company;
        company.userMayGive(company.nora, "20");
        company.userMayGive(company.dora, "40");
        Document document = company.quote();
        line(document, company.pump, "1", "100.00", "15");
        const auto asked = [&](const Id& author) {
            must(pricing::computeTotals(document));
            return must(approverFor(document, author, company.records));
        };
        QCOMPARE(asked(company.ana), company.nora);
        QCOMPARE(asked(company.nora), company.dora);
        document.lines[0].discountPercent = decimal("30");
        QCOMPARE(asked(company.ana), company.dora);
        document.lines[0].discountPercent = decimal("50");
        QCOMPARE(asked(company.ana), company.admin);
        company.records.set("user", company.admin, "active", std::int64_t{0});
        QCOMPARE(asked(company.ana), Id());
    }

    void theManagerOfASellerIsTheNearestWithMostAuthority()
    {
        Company company;
        company.userMayGive(company.nora, "20");
        const Id nick = company.person("Nick Chief", "sales_manager", company.north);
        QCOMPARE(must(managerFor(company.acme, company.ana, company.records)), company.nora);
        company.userMayGive(nick, "25");
        QCOMPARE(must(managerFor(company.acme, company.ana, company.records)), nick);
        for (const Id& gone : {nick, company.nora, company.dora})
            company.records.set("user", gone, "active", std::int64_t{0});
        QCOMPARE(must(managerFor(company.acme, company.ana, company.records)), company.admin);
        QCOMPARE(must(managerFor(company.acme, company.admin, company.records)), Id());
    }

    void aSentQuoteExpiresByItselfAfterItsLastDay()
    {
        Record quote(schema::entity("quote"));
        quote.set("status", "sent");
        QCOMPARE(stateOn(quote, "2026-11-22"), "sent");
        quote.set("valid_until", "2026-11-22");
        QCOMPARE(stateOn(quote, "2026-11-22"), "sent");
        QCOMPARE(stateOn(quote, "2026-11-23"), "expired");
        quote.set("status", "accepted");
        QCOMPARE(stateOn(quote, "2026-11-23"), "accepted");
    }
};

QTEST_GUILESS_MAIN(AuthorityTest)
#include "AuthorityTest.moc"
