// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Rule.h"
#include "core/rules/quotes/Ids.h"
#include "sync/server/TableRecords.h"
#include "tests/support/Engines.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"
#include "tests/support/world/QuoteHand.h"
#include "tests/sync/server/Attacker.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace satchel;
using namespace satchel::test;

namespace {

/// What stands on the server.
class Books {
public:
    explicit Books(Company& company) : m_records(company.database()) {}

    Record row(const char* entity, const Id& id)
    {
        const auto found = must(m_records.find(schema::entity(entity), id));
        return found.value_or(Record(schema::entity(entity)));
    }
    std::vector<Record> rows(const char* entity, const char* field, const Value& value)
    {
        const Entity& type = schema::entity(entity);
        return must(m_records.where(type, {{*type.indexOf(field), value}}));
    }
    std::vector<Record> revisionsOf(const Id& quote) { return rows("quote", "former", quote); }
    std::vector<Record> lines(const Id& quote) { return rows("quote_line", "quote", quote); }

private:
    server::TableRecords m_records;
};

/// ana (Acme is hers), dora (her manager) and an administrator, each with a laptop, and a draft with two lines that all
/// of them have.
struct Story {
    explicit Story(const std::string& database)
        : company(database),
          ana(company.laptop("ana")),
          dora(company.laptop("dora")),
          admin(company.laptop("admin")),
          hand(ana.replica()),
          books(company)
    {
        admin.set("price_list", company.priceList, {{"active", "true"}});
        admin.add("company", {{"name", "We"}, {"price_list", "EUR"}});
        admin.sync();
        quote = must(hand.quote(company.acme));
        first = must(hand.line(quote, company.product, "2", "12.30 EUR", {{"description", "First"}}));
        second = must(hand.line(quote, company.product, "1", "12.30 EUR", {{"description", "Second"}}));
        settle();
    }
    void settle()
    {
        for (int round = 0; round < 2; ++round)
            for (Laptop* laptop : everybody()) {
                company.clock().advance(HandEnvironment::second);
                laptop->sync();
            }
    }
    std::vector<Laptop*> everybody() { return {&ana, &dora, &admin}; }
    bool agree()
    {
        for (Laptop* laptop : everybody())
            if (!laptop->agreesWithServer() || laptop->waiting() != 0)
                return false;
        return true;
    }
    void sync(Laptop& laptop)
    {
        company.clock().advance(HandEnvironment::second);
        laptop.sync();
    }
    QuoteHand handOf(Laptop& laptop) { return QuoteHand(laptop.replica()); }
    std::vector<Record> documents() { return books.rows("quote_document", "quote", quote); }

    Company company;
    Laptop& ana;
    Laptop& dora;
    Laptop& admin;
    QuoteHand hand;
    Books books;
    Id quote, first, second;
};

Value amount(const char* text)
{
    return Decimal::parse(text)->units;
}

} // namespace

/// Quotes, prices and orders that several people work on without knowing of each other.
class QuotesTest : public QObject {
    Q_OBJECT

    Engines m_engines;

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void differentLinesMergeAndAreLookedAtBeforeTheyGoOut_data() { m_engines.rows(); }
    void differentLinesMergeAndAreLookedAtBeforeTheyGoOut()
    {
        Story s(m_engines.database());
        must(s.hand.set("quote_line", s.first, {{"quantity", amount("5")}}));
        must(s.handOf(s.dora).set("quote_line", s.second, {{"price", "9.00 EUR"}}));
        s.settle();
        for (Laptop* laptop : s.everybody()) {
            QCOMPARE(laptop->value("quote_line", s.first, "quantity"), "5");
            QCOMPARE(laptop->value("quote_line", s.second, "price"), "9.00 EUR");
            QCOMPARE(laptop->value("quote", s.quote, "review"), "merged");
        }
        QVERIFY(s.agree());
        // Nobody hands it over before somebody has looked.
        const auto refused = s.hand.handOver(s.quote, "Q-000001");
        QVERIFY(!refused.ok());
        QVERIFY(QByteArray::fromStdString(refused.error().message).startsWith("Somebody else has changed this quote"));
        must(s.hand.set("quote", s.quote, {{"review", Value()}}));
        QVERIFY(s.hand.handOver(s.quote, "Q-000001").ok());
        s.settle();
        QCOMPARE(s.dora.value("quote", s.quote, "status"), "sent");
        QVERIFY(s.agree());
    }

    void theSameLineIsMergedAndBothValuesAreKept_data() { m_engines.rows(); }
    void theSameLineIsMergedAndBothValuesAreKept()
    {
        Story s(m_engines.database());
        must(s.hand.set("quote_line", s.first, {{"quantity", amount("5")}}));
        s.company.clock().advance(HandEnvironment::second);
        must(s.handOf(s.dora).set("quote_line", s.first, {{"quantity", amount("7")}}));
        s.settle();
        QCOMPARE(s.ana.value("quote_line", s.first, "quantity"), "7");
        QCOMPARE(s.ana.value("quote", s.quote, "review"), "merged");
        QVERIFY(!s.ana.inbox().empty());
        QVERIFY(s.agree());
        for (Laptop* laptop : s.everybody()) {
            QuoteHand hand(laptop->replica());
            QVERIFY(pricing::checkArithmetic(must(hand.document(s.quote))).ok());
        }
    }

    void whatOneDeviceDoesInARowIsNotMerged_data() { m_engines.rows(); }
    void whatOneDeviceDoesInARowIsNotMerged()
    {
        Story s(m_engines.database());
        must(s.hand.set("quote_line", s.first, {{"quantity", amount("5")}}));
        must(s.hand.set("quote_line", s.first, {{"quantity", amount("6")}}));
        s.sync(s.ana);
        must(s.hand.set("quote_line", s.second, {{"quantity", amount("6")}}));
        s.settle();
        QCOMPARE(s.ana.value("quote", s.quote, "review"), "");
        must(s.handOf(s.dora).set("quote_line", s.second, {{"quantity", amount("8")}})); // she has seen it
        s.settle();
        QCOMPARE(s.ana.value("quote", s.quote, "review"), "");
        QVERIFY(s.agree());
    }

    void freeGoodsThatTwoLaptopsFindAreOneLine_data() { m_engines.rows(); }
    void freeGoodsThatTwoLaptopsFindAreOneLine()
    {
        Story s(m_engines.database());
        const Id free = Id::derived("test free goods", s.quote.view());
        must(s.hand.line(s.quote, s.company.product, "1", "0.00 EUR", {{"free", std::int64_t{1}}}, free));
        must(s.handOf(s.dora).line(s.quote, s.company.product, "1", "0.00 EUR", {{"free", std::int64_t{1}}}, free));
        must(s.handOf(s.admin).line(s.quote, s.company.product, "3", "0.00 EUR", {{"free", std::int64_t{1}}}, free));
        s.settle();
        QCOMPARE(s.books.lines(s.quote).size(), 3U);
        QCOMPARE(s.admin.value("quote_line", free, "quantity"), "1"); // the first stands
        const auto inbox = s.admin.inbox();
        QVERIFY(
            std::any_of(inbox.begin(), inbox.end(), [](const InboxItem& item) { return item.field == "quantity"; }));
        QVERIFY(s.dora.inbox().empty());
        QVERIFY(s.agree());
    }

    void handedOverItIsAFactWhateverCameBefore_data() { m_engines.rows(); }
    void handedOverItIsAFactWhateverCameBefore()
    {
        Story s(m_engines.database());
        must(s.handOf(s.dora).set("quote_line", s.second, {{"price", "9.00 EUR"}}));
        const Id added = must(s.handOf(s.dora).line(s.quote, s.company.product, "4", "12.30 EUR"));
        must(s.hand.set("quote_line", s.first, {{"quantity", amount("5")}}));
        const Id document = must(s.hand.handOver(s.quote, "Q-000001"));
        const std::string body = s.ana.value("quote_document", document, "body");
        s.sync(s.dora); // her edits come first, and ana did not know of them
        s.settle();

        const Record paper = s.books.row("quote_document", document);
        QCOMPARE(paper.value("body").text(), body);
        QCOMPARE(paper.value("hash").text(), pricing::hashOf(body));
        // The quote is what the customer has.
        QCOMPARE(s.books.row("quote", s.quote).value("status").text(), "sent");
        QCOMPARE(s.books.row("quote_line", s.first).value("quantity"), amount("5"));
        QVERIFY(s.books.row("quote_line", s.second).value("price").isNull());
        QCOMPARE(s.books.lines(s.quote).size(), 2U);
        // What dora changed is in the next revision.
        const auto next = s.books.revisionsOf(s.quote);
        QCOMPARE(next.size(), 1U);
        QCOMPARE(next[0].id, quotes::revisionIdOf(s.quote, document));
        QCOMPARE(next[0].value("revision").integer(), 2);
        QCOMPARE(next[0].value("number").text(), "Q-000001");
        QCOMPARE(next[0].value("status").text(), "draft");
        QCOMPARE(next[0].value("review").text(), "merged");
        QCOMPARE(next[0].value("owner").id(), s.company.id("dora"));
        const Id copy = quotes::copiedRowIdOf(next[0].id, s.second);
        QCOMPARE(s.books.row("quote_line", copy).value("price").text(), "9.00 EUR");
        QCOMPARE(s.books.row("quote_line", quotes::copiedRowIdOf(next[0].id, added)).value("quantity"), amount("4"));
        QCOMPARE(s.books.lines(next[0].id).size(), 3U);
        for (Laptop* laptop : {&s.ana, &s.dora}) {
            const auto inbox = laptop->inbox();
            QVERIFY(std::any_of(inbox.begin(), inbox.end(), [&](const InboxItem& item) {
                return item.rule == rule::handedOver && item.row.id == next[0].id;
            }));
            QVERIFY(laptop->has("quote", next[0].id));
            QVERIFY(!laptop->has("quote_line", added));
        }
        QVERIFY(s.agree());
    }

    void editsThatComeAfterItGoOnInTheNextRevision_data() { m_engines.rows(); }
    void editsThatComeAfterItGoOnInTheNextRevision()
    {
        Story s(m_engines.database());
        must(s.handOf(s.dora).set("quote_line", s.second, {{"price", "9.00 EUR"}}));
        const Id group = must(s.handOf(s.dora).group(s.quote, "Options"));
        const Id added =
            must(s.handOf(s.dora).line(s.quote, s.company.product, "4", "12.30 EUR", {{"quote_group", group}}));
        must(s.handOf(s.dora).set("quote_line", added, {{"quantity", amount("6")}}));
        must(s.handOf(s.dora).set("quote", s.quote, {{"title", "Hers"}}));
        must(s.handOf(s.dora).set("quote", s.quote, {{"notes", "For us only"}}));
        s.dora.remove("quote_line", s.first);
        must(s.handOf(s.admin).set("quote", s.quote, {{"title", "Another"}}));
        const Id document = must(s.hand.handOver(s.quote, "Q-000001"));
        s.sync(s.ana);
        s.settle();

        QCOMPARE(s.books.lines(s.quote).size(), 2U);
        QVERIFY(s.books.row("quote_line", s.second).value("price").isNull());
        QVERIFY(s.books.row("quote", s.quote).value("title").isNull());
        QCOMPARE(s.books.row("quote", s.quote).value("notes").text(), "For us only"); // of a fact too
        const auto next = s.books.revisionsOf(s.quote);
        QCOMPARE(next.size(), 2U); // one for each device
        for (const Record& revision : next) {
            const bool hers = revision.value("owner").id() == s.company.id("dora");
            QCOMPARE(revision.value("title").text(), hers ? "Hers" : "Another");
            QCOMPARE(revision.value("review").text(), "merged");
            QCOMPARE(s.books.lines(revision.id).size(), 2U);
            if (!hers)
                continue;
            QCOMPARE(s.books.row("quote_line", quotes::copiedRowIdOf(revision.id, s.second)).value("price").text(),
                     "9.00 EUR");
            QVERIFY(s.books.row("quote_line", quotes::copiedRowIdOf(revision.id, s.first)).entity->fields.size() > 0);
            QCOMPARE(s.books.row("quote_line", added).value("quote").id(), revision.id);
            QCOMPARE(s.books.row("quote_line", added).value("quote_group").id(), group);
            QCOMPARE(s.books.row("quote_line", added).value("quantity"), amount("6"));
            QCOMPARE(s.books.row("quote_group", group).value("quote").id(), revision.id);
        }
        const std::set<std::int64_t> numbers = {next[0].value("revision").integer(),
                                                next[1].value("revision").integer()};
        QCOMPARE(numbers, (std::set<std::int64_t>{2, 3}));
        QCOMPARE(s.documents().size(), 1U);
        QCOMPARE(s.documents()[0].id, document);
        QVERIFY(s.agree());
        QCOMPARE(s.dora.value("quote_line", added, "quantity"), "6");
    }

    void laterEditsOfTheSameDeviceGoWhereItsFirstOnesWent_data() { m_engines.rows(); }
    void laterEditsOfTheSameDeviceGoWhereItsFirstOnesWent()
    {
        Story s(m_engines.database());
        must(s.handOf(s.dora).set("quote_line", s.second, {{"price", "9.00 EUR"}}));
        must(s.hand.handOver(s.quote, "Q-000001"));
        s.dora.line().losesReplies = 1; // she has sent the one, and knows nothing of the rest
        (void)s.dora.trySync();
        must(s.handOf(s.dora).set("quote_line", s.first, {{"price", "8.00 EUR"}}));
        s.sync(s.ana);
        s.settle();
        const auto next = s.books.revisionsOf(s.quote);
        QCOMPARE(next.size(), 1U);
        QCOMPARE(s.books.row("quote_line", quotes::copiedRowIdOf(next[0].id, s.second)).value("price").text(),
                 "9.00 EUR");
        QCOMPARE(s.books.row("quote_line", quotes::copiedRowIdOf(next[0].id, s.first)).value("price").text(),
                 "8.00 EUR");
        QVERIFY(s.agree());
    }

    void twoHandOversAreTwoFacts_data() { m_engines.rows(); }
    void twoHandOversAreTwoFacts()
    {
        Story s(m_engines.database());
        must(s.hand.set("quote_line", s.first, {{"quantity", amount("5")}}));
        const Id mine = must(s.hand.handOver(s.quote, "Q-000001"));
        must(s.handOf(s.dora).set("quote_line", s.first, {{"quantity", amount("7")}}));
        const Id hers = must(s.handOf(s.dora).handOver(s.quote, "Q-000101"));
        const std::string body = s.dora.value("quote_document", hers, "body");
        s.sync(s.ana);
        s.settle();

        const auto next = s.books.revisionsOf(s.quote);
        QCOMPARE(next.size(), 1U);
        QCOMPARE(next[0].value("status").text(), "sent");
        QCOMPARE(next[0].value("number").text(), "Q-000101");
        QCOMPARE(s.books.row("quote_document", hers).value("quote").id(), next[0].id);
        QCOMPARE(s.books.row("quote_document", hers).value("body").text(), body);
        QCOMPARE(s.books.row("quote_document", mine).value("quote").id(), s.quote);
        QCOMPARE(s.books.row("quote_line", s.first).value("quantity"), amount("5"));
        QCOMPARE(s.books.row("quote_line", quotes::copiedRowIdOf(next[0].id, s.first)).value("quantity"), amount("7"));
        for (const Id& quote : {s.quote, next[0].id})
            QVERIFY(QByteArray::fromStdString(s.books.row("quote", quote).value("flags").text())
                        .contains("was handed over twice"));
        QVERIFY(s.agree());
        // Each is accepted for itself.
        must(s.hand.accept(s.quote, "O-000001"));
        s.settle();
        QCOMPARE(s.books.row("order", quotes::orderIdOf(s.quote)).value("net").text(), "73.80 EUR");
        QVERIFY(s.agree());
    }

    void theSecondHandOverIsAcceptedBeforeItIsSent_data() { m_engines.rows(); }
    void theSecondHandOverIsAcceptedBeforeItIsSent()
    {
        Story s(m_engines.database());
        must(s.hand.handOver(s.quote, "Q-000001"));
        must(s.hand.accept(s.quote, "O-000001"));
        must(s.handOf(s.dora).set("quote_line", s.first, {{"quantity", amount("7")}}));
        must(s.handOf(s.dora).handOver(s.quote, "Q-000101"));
        must(s.handOf(s.dora).accept(s.quote, "O-000101"));
        s.sync(s.ana);
        s.settle();
        const auto next = s.books.revisionsOf(s.quote);
        QCOMPARE(next.size(), 1U);
        for (const InboxItem& item : s.dora.inbox())
            QVERIFY2(item.state != "rejected", item.rule.c_str());
        QCOMPARE(next[0].value("status").text(), "accepted");
        const auto orders = s.books.rows("order", "account", s.company.acme);
        QCOMPARE(orders.size(), 2U);
        for (const Record& order : orders) {
            const bool first = order.value("quote").id() == s.quote;
            QCOMPARE(order.value("number").text(), first ? "O-000001" : "O-000101");
            QCOMPARE(order.value("net").text(), first ? "36.90 EUR" : "98.40 EUR");
            QCOMPARE(s.books.rows("order_line", "order", order.id).size(), 2U);
        }
        QVERIFY(s.agree());
    }

    void everyOrderOfArrivalLosesNothing_data() { m_engines.rows(); }
    void everyOrderOfArrivalLosesNothing()
    {
        const std::string database = m_engines.database();
        QFETCH(bool, postgres);
        // ana hands over, dora changes lines, ben texts, in every order; the administrator publishes a list, now before
        // one of them and now before another.
        std::vector<int> order = {0, 1, 3};
        int turn = 0;
        do {
            Story s(postgres ? m_engines.database() : database);
            Laptop& ben = s.company.laptop("ben");
            must(s.handOf(s.dora).set("quote_line", s.first, {{"quantity", amount("7")}}));
            must(s.handOf(s.dora).set("quote_line", s.second, {{"price", "9.00 EUR"}}));
            must(s.handOf(ben).set("quote_line", s.second, {{"description", "Third"}}));
            const Id document = must(s.hand.handOver(s.quote, "Q-000001"));
            const std::string body = s.ana.value("quote_document", document, "body");
            const Id revision = s.company.clock().newId();
            must(s.admin.replica().commitBulk(
                s.handOf(s.admin).publishing(s.company.priceList, 1, {}, {{s.company.product, "13.00 EUR"}}, revision),
                1));
            std::vector<Laptop*> people = {&s.ana, &s.dora, &s.admin, &ben};
            std::vector<int> arrivals = order;
            arrivals.insert(arrivals.begin() + turn++ % 4, 2);
            for (const int who : arrivals)
                s.sync(*people[static_cast<std::size_t>(who)]);
            s.settle();
            s.sync(ben);
            s.sync(ben);
            QCOMPARE(s.books.row("quote_document", document).value("body").text(), body);
            const Record fact = s.books.row("quote", s.quote);
            QCOMPARE(fact.value("status").text(), "sent");
            QCOMPARE(s.books.row("quote_line", s.first).value("quantity"), amount("2"));
            QVERIFY(s.books.row("quote_line", s.second).value("price").isNull());
            QCOMPARE(s.books.row("quote_line", s.second).value("description").text(), "Second");
            // What the others typed stands in a revision.
            std::set<std::string> found;
            for (const Record& next : s.books.revisionsOf(s.quote))
                for (const Record& line : s.books.lines(next.id)) {
                    if (line.value("quantity") == amount("7"))
                        found.insert("quantity");
                    if (line.value("price").text() == "9.00 EUR")
                        found.insert("price");
                    if (line.value("description").text() == "Third")
                        found.insert("description");
                }
            QCOMPARE(found.size(), 3U);
            QVERIFY(s.agree());
            QVERIFY(ben.agreesWithServer());
            QCOMPARE(s.ana.value("price_revision", revision, "status"), "published");
            QCOMPARE(s.books.rows("price_entry", "revision", revision).size(), 1U);
        } while (std::next_permutation(order.begin(), order.end()) && !postgres);
    }

    void aQuoteAcceptedOnTwoLaptopsIsOneOrder_data() { m_engines.rows(); }
    void aQuoteAcceptedOnTwoLaptopsIsOneOrder()
    {
        Story s(m_engines.database());
        must(s.hand.handOver(s.quote, "Q-000001"));
        s.settle();
        must(s.hand.accept(s.quote, "O-000001"));
        must(s.handOf(s.dora).accept(s.quote, "O-000101"));
        s.settle();
        const auto orders = s.books.rows("order", "account", s.company.acme);
        QCOMPARE(orders.size(), 1U);
        QCOMPARE(orders[0].value("number").text(), "O-000001");
        QCOMPARE(s.books.rows("order_line", "order", orders[0].id).size(), 2U);
        QVERIFY(s.agree());
        QVERIFY(!s.dora.inbox().empty());
    }

    void pricesUnderAuthorityAndStrangePricesAreFlagged_data() { m_engines.rows(); }
    void pricesUnderAuthorityAndStrangePricesAreFlagged()
    {
        Story s(m_engines.database());
        must(s.hand.set("quote_line", s.second, {{"discount_percent", amount("30")}}));
        must(s.hand.set("quote_line", s.first, {{"list_price", "1.00 EUR"}}));
        must(s.hand.handOver(s.quote, "Q-000001"));
        // Meanwhile the administrator says how much she may give.
        s.admin.add("discount_authority", {{"role", "salesperson"}, {"percent", "10"}});
        s.sync(s.admin);
        s.settle();
        const QByteArray flags = QByteArray::fromStdString(s.books.row("quote", s.quote).value("flags").text());
        QVERIFY2(flags.contains("the limit is 10 %"), flags.constData());
        QVERIFY2(flags.contains("has the list price 1.00 EUR; the lists say 12.30 EUR."), flags.constData());
        QCOMPARE(s.books.row("quote", s.quote).value("status").text(), "sent");
        const auto tasks = s.books.rows("task", "account", s.company.acme);
        QCOMPARE(tasks.size(), 1U);
        QCOMPARE(tasks[0].value("assignee").id(), s.company.id("dora"));
        QVERIFY(s.dora.has("task", tasks[0].id));
        QVERIFY(s.agree());
    }

    void aNumberThatAnotherQuoteHasIsFlagged_data() { m_engines.rows(); }
    void aNumberThatAnotherQuoteHasIsFlagged()
    {
        Story s(m_engines.database());
        must(s.hand.handOver(s.quote, "Q-000001"));
        s.settle();
        const Id other = must(s.hand.quote(s.company.acme));
        must(s.hand.line(other, s.company.product, "1", "12.30 EUR"));
        must(s.hand.handOver(other, "Q-000001"));
        s.settle();
        QVERIFY(QByteArray::fromStdString(s.books.row("quote", other).value("flags").text())
                    .contains("Another quote has the number Q-000001, too."));
        QVERIFY(s.agree());
    }

    void theSecondAdministratorIsToldThatSomebodyElsePublished_data() { m_engines.rows(); }
    void theSecondAdministratorIsToldThatSomebodyElsePublished()
    {
        Story s(m_engines.database());
        Laptop& other = s.company.laptop("admin");
        const auto publish = [&](Laptop& laptop, const char* price) {
            const Id revision = s.company.clock().newId();
            must(laptop.replica().commitBulk(
                s.handOf(laptop).publishing(s.company.priceList, 1, {}, {{s.company.product, price}}, revision), 1));
            return revision;
        };
        const Id first = publish(s.admin, "13.00 EUR");
        const Id second = publish(other, "14.00 EUR");
        s.sync(s.admin);
        s.sync(other);
        s.settle();
        s.sync(other);
        QVERIFY(other.has("price_revision", first));
        QVERIFY(!other.has("price_revision", second));
        QCOMPARE(s.ana.count("price_entry"), 2);
        const auto inbox = other.inbox();
        QVERIFY(std::any_of(inbox.begin(), inbox.end(), [](const InboxItem& item) {
            return item.rule == "Somebody else has published r1 of EUR meanwhile; compare and publish again.";
        }));
        QVERIFY(s.agree());
        QVERIFY(other.agreesWithServer());
    }

    void halfAPriceListIsNeverSeen_data() { m_engines.rows(); }
    void halfAPriceListIsNeverSeen()
    {
        Story s(m_engines.database());
        std::vector<QuoteHand::Price> prices;
        for (int i = 0; i < 6; ++i)
            prices.push_back({must(s.admin.replica().resolve(schema::entity("product"), "P-1")), "13.00 EUR"});
        auto edits = s.handOf(s.admin).publishing(s.company.priceList, 1, {}, prices, s.company.clock().newId());
        for (std::size_t i = 1; i < edits.size(); ++i)
            edits[i].values.emplace_back(*schema::entity("price_entry").indexOf("min_quantity"),
                                         Value(static_cast<std::int64_t>(i) * Decimal::scale));
        must(s.admin.replica().commitBulk(edits, 2));
        // The line is cut after each part; ana looks in between.
        for (int part = 1; part <= 4; ++part) {
            int pushes = 0;
            s.admin.line().carrier = [&](std::string_view call, const Bytes& question, const auto& serve) {
                PushRequest request = call == "push" ? must(decodePushRequest(question)) : PushRequest{};
                if (call == "push" && pushes++ == 0 && !request.changes.empty()) {
                    request.changes.resize(1);
                    return std::optional(serve(encode(request)));
                }
                return call == "push" ? std::optional<LoopbackConversation::Answer>() : std::optional(serve(question));
            };
            (void)s.admin.trySync();
            s.admin.line().carrier = nullptr;
            s.sync(s.ana);
            const std::int64_t seen = s.ana.count("price_entry");
            QVERIFY2(seen == 1 || seen == 7, std::to_string(seen).c_str());
        }
        s.settle();
        QCOMPARE(s.ana.count("price_entry"), 7);
        QVERIFY(s.agree());
    }

    void whoMayNoLongerKnowCostsHasNoneLeft_data() { m_engines.rows(); }
    void whoMayNoLongerKnowCostsHasNoneLeft()
    {
        Story s(m_engines.database());
        const Id cost =
            s.admin.add("product_cost", {{"product", "P-1"}, {"cost", "7.77 EUR"}, {"floor_price", "9.99 EUR"}});
        s.settle();
        QCOMPARE(s.dora.value("product_cost", cost, "cost"), "7.77 EUR");
        QCOMPARE(s.ana.count("product_cost"), 0);
        must(s.handOf(s.dora).set("quote_line", s.second, {{"price", "11.00 EUR"}})); // still to be sent
        s.admin.set("user", s.company.id("dora"),
                    {{"role", "salesperson"}, {"territories", "[\"" + s.company.north.toString() + "\"]"}});
        s.sync(s.admin);
        s.sync(s.dora);
        QCOMPARE(s.dora.count("product_cost"), 0);
        QVERIFY(s.dora.agreesWithServer());
        QCOMPARE(s.books.row("quote_line", s.second).value("price").text(), "11.00 EUR");
        s.dora.close();
        QFile file(QString::fromStdString(s.dora.folder() + "/replica.sqlite"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("7.77 EUR"));
        s.dora.open();
        s.admin.set("user", s.company.id("dora"), {{"role", "sales_manager"}});
        s.sync(s.admin);
        s.sync(s.dora);
        QCOMPARE(s.dora.value("product_cost", cost, "floor_price"), "9.99 EUR");
        QVERIFY(s.dora.agreesWithServer());
        // An edit that was still to be sent when the right to it went.
        s.admin.set("product_cost", cost, {{"cost", "8.88 EUR"}});
        Laptop& other = s.company.laptop("admin");
        other.set("user", s.company.id("ben"), {{"role", "administrator"}}); // somebody must be
        other.set("user", s.company.id("admin"), {{"role", "salesperson"}});
        other.sync();
        s.sync(s.admin);
        s.sync(s.admin);
        QCOMPARE(s.admin.count("product_cost"), 0);
        QCOMPARE(s.admin.waiting(), 0);
        QCOMPARE(s.books.row("product_cost", cost).value("cost").text(), "7.77 EUR");
        QVERIFY(s.admin.agreesWithServer());
    }

    void aHostileLaptopForgesNothing_data() { m_engines.rows(); }
    void aHostileLaptopForgesNothing()
    {
        Story s(m_engines.database());
        must(s.hand.handOver(s.quote, "Q-000001"));
        s.settle();
        const Id draft = must(s.hand.quote(s.company.acme));
        const Id line = must(s.hand.line(draft, s.company.product, "2", "12.30 EUR"));
        s.settle();
        Attacker attacker(s.company, "ana");
        attacker.seen = must(s.ana.replica().status()).checkpoint;
        const auto refused = [&](std::vector<Operation> operations) {
            return attacker.push(std::move(operations)).status == OutcomeStatus::Rejected;
        };
        const auto seen = [](Operation operation) { // as if he knew all of it
            operation.seenRev = std::int64_t{1} << 50;
            return operation;
        };
        const auto asCreated = [](const Edit& edit) {
            Operation operation{.kind = OperationKind::Create, .entity = edit.entity, .id = edit.id};
            for (const auto& [field, value] : edit.values)
                operation.fields.push_back({field, Value(), value});
            std::sort(operation.fields.begin(), operation.fields.end(),
                      [](const auto& a, const auto& b) { return a.field < b.field; });
            return operation;
        };
        // The fact.
        const Id document = s.documents()[0].id;
        QVERIFY(refused({Attacker::update("quote_document", document, "gross", "1.00 EUR")}));
        QVERIFY(refused({Attacker::remove("quote_document", document)}));
        // Forged paper: a price is the seller's business, sums are not.
        const auto handing = [&](const QuoteHand::Forge& forge) {
            const auto edits = must(s.hand.handingOver(draft, "Q-000777", forge));
            return std::vector<Operation>{seen(Attacker::update("quote", draft, "status", "sent")),
                                          asCreated(edits[1])};
        };
        QVERIFY(refused(handing([](pricing::Document& paper) { paper.gross.units -= 10'000; })));
        QVERIFY(refused(handing([](pricing::Document& paper) { paper.lines[0].net.units = 1; })));
        QVERIFY(refused(handing([&](pricing::Document& paper) { paper.quote = s.quote; })));
        QCOMPARE(s.books.row("quote", draft).value("status").text(), "draft");
        QCOMPARE(s.books.rows("quote_document", "quote", draft).size(), 0U);
        // Approvals of his own making.
        QVERIFY(refused({Attacker::create("approval", s.company.clock().newId(),
                                          {{"quote", draft},
                                           {"reason", "x"},
                                           {"asked", s.company.id("dora")},
                                           {"asked_by", s.company.id("ana")},
                                           {"seal", "x"},
                                           {"status", "approved"},
                                           {"decided_by", s.company.id("dora")}})}));
        // A price under everything: the customer has it, so it stands, and is told.
        QCOMPARE(attacker
                     .push(handing([](pricing::Document& paper) {
                         paper.lines[0].listPrice = Decimal{100};
                         must(pricing::computeTotals(paper));
                     }))
                     .status,
                 OutcomeStatus::Applied);
        QCOMPARE(s.books.row("quote", draft).value("status").text(), "sent");
        QCOMPARE(s.books.row("quote_line", line).value("list_price").text(), "0.01 EUR");
        QVERIFY(!s.books.row("quote", draft).value("flags").isNull());
        // Orders.
        const auto edits = must(s.hand.accepting(s.quote, "O-000001"));
        std::vector<Operation> ordering = {seen(Attacker::update("quote", s.quote, "status", "accepted"))};
        Operation acceptance = Attacker::update("quote", s.quote, "accepted_by", "Mr Smith");
        for (FieldChange& change : acceptance.fields)
            if (acceptance.entity->fields[change.field].name == "accepted_at")
                change.after = s.company.clock().now();
        ordering[0].fields.insert(ordering[0].fields.end(), acceptance.fields.begin(), acceptance.fields.end());
        std::sort(ordering[0].fields.begin(), ordering[0].fields.end(),
                  [](const auto& a, const auto& b) { return a.field < b.field; });
        for (std::size_t i = 1; i < edits.size(); ++i)
            ordering.push_back(asCreated(edits[i]));
        auto forged = ordering;
        for (FieldChange& change : forged[1].fields)
            if (forged[1].entity->fields[change.field].name == "gross")
                change.after = "1.00 EUR";
        QVERIFY(refused(forged));
        forged = ordering;
        forged[1].fields.push_back({*forged[1].entity->indexOf("status"), Value(), Value("delivered")});
        QVERIFY(refused(forged));
        QCOMPARE(s.books.rows("order", "account", s.company.acme).size(), 0U);
        const Outcome ordered = attacker.push(ordering);
        QVERIFY2(ordered.status == OutcomeStatus::Applied, ordered.text.c_str());
        const Id order = quotes::orderIdOf(s.quote);
        (void)attacker.push({Attacker::update("order", order, "status", "delivered")});
        QVERIFY(s.books.row("order", order).value("status").text() != "delivered");
        QVERIFY(refused({Attacker::update("order", order, "gross", "1.00 EUR")}));
        // Prices.
        QVERIFY(refused(
            {Attacker::create("price_revision", s.company.clock().newId(),
                              {{"name", "mine"}, {"price_list", s.company.priceList}, {"number", std::int64_t{9}}})}));
        s.ana.signIn(); // the attacker has a password of his own
        s.settle();
        QVERIFY(s.agree());
    }
};

QTEST_GUILESS_MAIN(QuotesTest)
#include "QuotesTest.moc"
