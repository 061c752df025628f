// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/Guard.h"

#include "core/rules/quotes/Ids.h"
#include "core/rules/quotes/QuoteReader.h"
#include "tests/support/RecordsInMemory.h"
#include "tests/support/world/Must.h"

#include <QTest>

using namespace satchel;
using namespace satchel::quotes;
using namespace satchel::test;

namespace {

constexpr std::int64_t noon = 1'795'348'800'000; // 2026-11-22T12:00:00Z

Value amount(const char* text)
{
    return Decimal::parse(text)->units;
}

/// One row of a change: made, changed or (without fields) deleted.
struct Deed {
    const char* entity;
    Id id;
    std::vector<std::pair<const char*, Value>> fields = {};
    bool deletes = false;
};

/// A company with a price list, a product, and what quotes are made of. Changes are tried: what is objected to is taken
/// back, as at both ends.
class Desk {
public:
    Desk()
    {
        world = add("territory", {{"name", "World"}});
        ana = add("user", {{"login", "ana"}, {"name", "Ana"}, {"role", "salesperson"}, {"active", std::int64_t{1}}});
        dora =
            add("user", {{"login", "dora"}, {"name", "Dora"}, {"role", "sales_manager"}, {"active", std::int64_t{1}}});
        admin =
            add("user", {{"login", "adam"}, {"name", "Adam"}, {"role", "administrator"}, {"active", std::int64_t{1}}});
        acme = add("account", {{"name", "Acme"}, {"territory", world}});
        zeta = add("account", {{"name", "Zeta"}, {"territory", world}});
        pump = add("product", {{"name", "Pump"}, {"code", "P-1"}});
        hose = add("product", {{"name", "Hose"}, {"code", "H-1"}});
        list = add("price_list", {{"name", "Retail"}, {"code", "EUR-Retail"}, {"currency", "EUR"}});
        other = add("price_list", {{"name", "Trade"}, {"code", "EUR-Trade"}, {"currency", "EUR"}});
        add("company", {{"name", "We"}, {"time_zone", "Europe/Berlin"}});
    }

    Id add(const char* entity, const RecordsInMemory::Fields& fields) { return records.add(entity, fields); }
    Id fresh()
    {
        Id id;
        id.bytes[0] = 1;
        id.bytes[15] = ++m_fresh;
        return id;
    }

    /// What the guard says to a change; "" : nothing, and then it is done.
    std::string tries(const std::vector<Deed>& change, const Id& who, bool onServer = false)
    {
        std::vector<Touched> touched;
        for (const Deed& deed : change) {
            const Entity& entity = schema::entity(deed.entity);
            const auto before = must(records.find(entity, deed.id));
            touched.push_back({.entity = &entity, .id = deed.id, .before = before});
            if (deed.deletes) {
                records.remove(deed.entity, deed.id);
                continue;
            }
            Record row = before.value_or(Record(entity, deed.id));
            for (const auto& [field, value] : deed.fields)
                row.set(field, value);
            records.put(row);
        }
        const auto role = roleNamed(records.record("user", who).value("role").text());
        const auto found =
            must(objectionTo(touched, {.user = who, .role = *role, .at = noon, .onServer = onServer}, records));
        for (auto each = touched.rbegin(); found && each != touched.rend(); ++each) {
            if (each->before)
                records.put(*each->before);
            else
                records.remove(each->entity->name.c_str(), each->id);
        }
        return found ? found->text : std::string();
    }
    std::string serverTries(const std::vector<Deed>& change, const Id& who) { return tries(change, who, true); }

    /// A draft for Acme with two pumps at 10.00.
    Id draft()
    {
        const Id quote = add("quote", {{"account", acme},
                                       {"currency", "EUR"},
                                       {"date", "2026-11-22"},
                                       {"status", "draft"},
                                       {"valid_until", "2026-11-30"},
                                       {"revision", std::int64_t{1}}});
        line = addLine(quote, "2");
        return quote;
    }
    Id addLine(const Id& quote, const char* quantity)
    {
        return add("quote_line", {{"quote", quote},
                                  {"kind", "item"},
                                  {"position", "a"},
                                  {"product", pump},
                                  {"quantity", amount(quantity)},
                                  {"list_price", "10.00 EUR"},
                                  {"tax_percent", amount("19")}});
    }
    pricing::Document documentOf(const Id& quote)
    {
        QuoteReader reader(records);
        return must(reader.document(must(reader.records(quote))));
    }
    Deed documentRow(const Id& quote, const pricing::Document& document, const Id& who)
    {
        const auto money = [&](const Decimal& value) { return Value(Money{value, document.currency}.toString()); };
        const std::string body = pricing::writeDocument(document);
        return {"quote_document",
                fresh(),
                {{"quote", quote},
                 {"number", document.number},
                 {"revision", document.revision},
                 {"handed_at", noon},
                 {"handed_by", who},
                 {"net", money(document.net)},
                 {"tax", money(document.tax)},
                 {"gross", money(document.gross)},
                 {"hash", pricing::hashOf(body)},
                 {"body", body}}};
    }
    /// The change that hands it over.
    std::vector<Deed> handingOver(const Id& quote, const Id& who)
    {
        pricing::Document document = documentOf(quote);
        document.number = "Q-000001";
        return {{"quote", quote, {{"status", "sent"}, {"number", "Q-000001"}}}, documentRow(quote, document, who)};
    }
    Id sent()
    {
        const Id quote = draft();
        if (const std::string why = tries(handingOver(quote, ana), ana); !why.empty())
            qFatal("%s", why.c_str());
        return quote;
    }
    /// The change that accepts it: one order with one line.
    std::vector<Deed> accepting(const Id& quote)
    {
        const Id order = orderIdOf(quote);
        return {{"quote", quote, {{"status", "accepted"}, {"accepted_by", "Mr Smith"}, {"accepted_at", noon}}},
                {"order",
                 order,
                 {{"number", "O-000001"},
                  {"account", acme},
                  {"quote", quote},
                  {"ordered_on", "2026-11-22"},
                  {"currency", "EUR"},
                  {"net", "20.00 EUR"},
                  {"tax", "3.80 EUR"},
                  {"gross", "23.80 EUR"},
                  {"status", "new"}}},
                {"order_line",
                 orderLineIdOf(order, line),
                 {{"order", order},
                  {"position", "a"},
                  {"product", pump},
                  {"quantity", amount("2")},
                  {"unit_price", "10.00 EUR"},
                  {"net", "20.00 EUR"},
                  {"tax_percent", amount("19")}}}};
    }
    Deed asking(const Id& quote, const Id& who)
    {
        return {"approval",
                fresh(),
                {{"quote", quote},
                 {"reason", "More than I may."},
                 {"asked", dora},
                 {"asked_by", who},
                 {"asked_at", noon},
                 {"seal", sealOf(documentOf(quote))},
                 {"status", "open"}}};
    }
    Deed revision(std::int64_t number, const char* status, const Value& follows = {})
    {
        return {"price_revision",
                fresh(),
                {{"name", "r"},
                 {"price_list", list},
                 {"number", number},
                 {"status", status},
                 {"follows", follows},
                 {"effective_from", "2026-12-01"}}};
    }
    Deed entry(const Id& revision, const char* price, const char* from = nullptr)
    {
        return {"price_entry",
                fresh(),
                {{"price_list", list},
                 {"product", pump},
                 {"revision", revision.isNull() ? Value() : Value(revision)},
                 {"price", price},
                 {"min_quantity", from == nullptr ? Value() : amount(from)}}};
    }

    RecordsInMemory records;
    Id world, ana, dora, admin, acme, zeta, pump, hose, list, other;
    Id line; ///< of the last draft

private:
    unsigned char m_fresh = 0;
};

} // namespace

#define SAYS(CHANGE, SENTENCE) QCOMPARE(QString::fromStdString(CHANGE), QStringLiteral(SENTENCE))
#define IS_FINE(CHANGE) QCOMPARE(QString::fromStdString(CHANGE), QString())

/// Every rule of core/rules/QUOTES.md and the sentence with which it is held.
class GuardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQuoteBeginsAsADraftOfAnAccount()
    {
        Desk d;
        const Id quote = d.fresh();
        const auto with = [&](std::vector<std::pair<const char*, Value>> fields) {
            fields.emplace_back("currency", "EUR");
            fields.emplace_back("date", "2026-11-22");
            return d.tries({{"quote", quote, std::move(fields)}}, d.ana);
        };
        SAYS(with({{"account", d.acme}, {"status", "sent"}}), "A new quote is a draft.");
        SAYS(with({{"account", d.acme}, {"status", "accepted"}}), "A new quote is a draft.");
        SAYS(with({{"status", "draft"}}), "A quote needs an account.");
        SAYS(with({{"account", d.acme}, {"template", std::int64_t{1}}}), "A template belongs to no account.");
        SAYS(with({{"account", d.acme}, {"discount_percent", amount("101")}}), "A percentage is from 0 to 100.");
        SAYS(with({{"account", d.acme}, {"discount_amount", "1.00 USD"}}),
             "The discount amount is in USD, but the quote is in EUR.");
        SAYS(with({{"account", d.acme}, {"discount_amount", "-1.00 EUR"}}),
             "The discount amount is at least 0 and at most 1,000,000,000.");
        IS_FINE(with({{"account", d.acme}, {"status", "draft"}}));
    }

    void whatAQuoteIsCountedInNeverChanges()
    {
        Desk d;
        const Id quote = d.draft();
        SAYS(d.tries({{"quote", quote, {{"currency", "USD"}}}}, d.ana),
             "The currency of a quote does not change; make a copy of it for another one.");
        SAYS(d.tries({{"quote", quote, {{"tax_inclusive", std::int64_t{1}}}}}, d.ana),
             "The tax inclusive of a quote does not change; make a copy of it for another one.");
        SAYS(d.tries({{"quote", quote, {{"rounding", "half_even"}}}}, d.ana),
             "The rounding of a quote does not change; make a copy of it for another one.");
        SAYS(d.tries({{"quote", quote, {{"former", d.acme}}}}, d.ana),
             "What a quote is the next revision of does not change.");
        SAYS(d.tries({{"quote", quote, {{"accepted_by", "Mr Smith"}}}}, d.ana),
             "The customer's word is written down once, when he accepts the quote.");
        IS_FINE(d.tries({{"quote", quote, {{"title", "Pumps"}, {"discount_percent", amount("5")}}}}, d.ana));
    }

    void linesAreWhatLinesCanBe()
    {
        Desk d;
        const Id quote = d.draft();
        const Id elsewhere = d.draft();
        const Id stranger = d.line;
        const Id line = must(d.records.where(schema::entity("quote_line"), {{0, Value(quote)}}))[0].id;
        const auto set = [&](const char* field, const Value& value) {
            return d.tries({{"quote_line", line, {{field, value}}}}, d.ana);
        };
        SAYS(set("quantity", amount("0")), "A quantity is more than 0 and at most 10,000,000.");
        SAYS(set("quantity", amount("-1")), "A quantity is more than 0 and at most 10,000,000.");
        SAYS(set("quantity", amount("10000001")), "A quantity is more than 0 and at most 10,000,000.");
        SAYS(set("price", "9.00 USD"), "The price is in USD, but the quote is in EUR.");
        SAYS(set("price", "-9.00 EUR"), "The price is at least 0 and at most 1,000,000,000.");
        SAYS(set("discount_percent", amount("100.5")), "A percentage is from 0 to 100.");
        SAYS(set("tax_percent", amount("-1")), "A percentage is from 0 to 100.");
        SAYS(set("quote", elsewhere), "A quote line stays with its quote.");
        SAYS(set("alternative_to", stranger), "The alternative to belongs to another quote.");
        SAYS(set("part_of", stranger), "The part of belongs to another quote.");
        IS_FINE(set("price", "9.00 EUR"));
        IS_FINE(d.tries({{"quote_line", line, {}, true}}, d.ana));
    }

    void aStateFollowsFromAnother()
    {
        Desk d;
        const Id quote = d.draft();
        const auto becomes = [&](const char* status) {
            return d.tries({{"quote", quote, {{"status", status}}}}, d.ana);
        };
        SAYS(becomes("in_approval"), "A quote waits for approval only if somebody is asked for it.");
        SAYS(becomes("sent"), "A quote is handed over as a document in the same change.");
        SAYS(becomes("accepted"), "A quote that is draft cannot become accepted.");
        SAYS(becomes("rejected"), "A quote that is draft cannot become rejected.");
        SAYS(becomes("expired"), "A quote that is draft cannot become expired.");
        IS_FINE(d.tries(d.handingOver(quote, d.ana), d.ana));
        SAYS(becomes("draft"), "A quote that is sent cannot become draft.");
        SAYS(becomes("in_approval"), "A quote that is sent cannot become in approval.");
        SAYS(becomes("rejected"), "Say why the customer does not want it.");
        SAYS(becomes("expired"), "This quote has not expired: its last day has not passed.");
        SAYS(becomes("accepted"), "Say who accepted the quote, and when.");
        IS_FINE(d.tries({{"quote", quote, {{"status", "rejected"}, {"reason", "Too dear"}}}}, d.ana));
        SAYS(becomes("accepted"), "A quote that is rejected cannot become accepted.");
        SAYS(becomes("sent"), "A quote that is rejected cannot become sent.");
    }

    void handedOverAQuoteIsAFact()
    {
        Desk d;
        const Id quote = d.sent();
        const auto set = [&](const char* field, const Value& value) {
            return d.tries({{"quote", quote, {{field, value}}}}, d.ana);
        };
        SAYS(set("title", "x"),
             "The customer has quote Q-000001 as it is, so its title cannot be changed any more; make "
             "the next revision of it instead.");
        for (const char* field : {"number", "currency", "introduction", "terms", "valid_until", "date"})
            QVERIFY2(!set(field, "2026-12-01").empty(), field);
        QVERIFY(!set("discount_percent", amount("5")).empty());
        QVERIFY(!set("account", d.zeta).empty());
        SAYS(set("accepted_by", "Mr Smith"), "The customer's word is written down once, when he accepts the quote.");
        for (const char* field : {"notes", "reference"})
            IS_FINE(set(field, "x"));
        IS_FINE(set("owner", d.dora));
        IS_FINE(set("review", "merged"));
        SAYS(d.tries({{"quote_line", d.line, {{"quantity", amount("3")}}}}, d.ana),
             "The customer has quote Q-000001 as it is, so its quantity cannot be changed any more; make the next "
             "revision "
             "of it instead.");
        IS_FINE(d.tries({{"quote_line", d.line, {{"notes", "call first"}}}}, d.ana));
        QVERIFY(!d.tries({{"quote_line", d.line, {{"chosen", std::int64_t{1}}}}}, d.ana).empty());
        SAYS(
            d.tries({{"quote_line", d.line, {}, true}}, d.ana),
            "The customer has quote Q-000001 as it is, so no line of it can go; make the next revision of it instead.");
        SAYS(d.tries({{"quote_group", d.fresh(), {{"quote", quote}, {"title", "New"}, {"position", "a"}}}}, d.ana),
             "The customer has quote Q-000001 as it is, so no group can be added to it; make the next revision of it "
             "instead.");
        SAYS(d.tries({{"quote", quote, {}, true}}, d.ana), "The customer has quote Q-000001; it cannot be deleted.");
        const Id document = must(d.records.where(schema::entity("quote_document"), {}))[0].id;
        SAYS(d.tries({{"quote_document", document, {{"gross", "1.00 EUR"}}}}, d.ana),
             "What was handed over does not change and is not deleted.");
        SAYS(d.tries({{"quote_document", document, {}, true}}, d.ana),
             "What was handed over does not change and is not deleted.");
    }

    void aDocumentIsADocument_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("not readable") << QByteArray("body") << QByteArray("{}") << QByteArray("it cannot be read.");
        QTest::newRow("hash") << QByteArray("hash") << QByteArray("00")
                              << QByteArray("its hash is that of another one.");
        QTest::newRow("number") << QByteArray("number") << QByteArray("Q-2")
                                << QByteArray("its number is another than the one printed on it.");
        QTest::newRow("net") << QByteArray("net") << QByteArray("1.00 EUR")
                             << QByteArray("its net is another than the one printed on it.");
        QTest::newRow("tax") << QByteArray("tax") << QByteArray("1.00 EUR")
                             << QByteArray("its tax is another than the one printed on it.");
        QTest::newRow("gross") << QByteArray("gross") << QByteArray("23.80 USD")
                               << QByteArray("its total is another than the one printed on it.");
    }
    void aDocumentIsADocument()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, says);
        Desk d;
        const Id quote = d.draft();
        for (const bool onServer : {false, true}) {
            auto change = d.handingOver(quote, d.ana);
            change[1].fields.emplace_back(field.constData(), Value(value.toStdString()));
            const std::string said = d.tries(change, d.ana, onServer);
            QVERIFY2(QByteArray::fromStdString(said).endsWith(says), said.c_str());
            QCOMPARE(d.records.record("quote", quote).value("status").text(), std::string("draft"));
        }
    }

    void aDocumentsSumsAreThoseOfItsLines()
    {
        Desk d;
        const Id quote = d.draft();
        const auto with = [&](const std::function<void(pricing::Document&)>& forge, const Id& by, bool onServer) {
            pricing::Document document = d.documentOf(quote);
            document.number = "Q-000001";
            forge(document);
            return d.tries(
                {{"quote", quote, {{"status", "sent"}, {"number", "Q-000001"}}}, d.documentRow(quote, document, by)},
                d.ana, onServer);
        };
        const auto plain = [](pricing::Document&) {};
        for (const bool onServer : {false, true}) {
            QVERIFY(with([](auto& doc) { doc.lines[0].net.units -= 100; }, d.ana, onServer)
                        .starts_with(
                            "This is not a document that can be handed over: its sums are not those of its lines."));
            QVERIFY(with([](auto& doc) { doc.gross.units = 0; }, d.ana, onServer)
                        .starts_with(
                            "This is not a document that can be handed over: its sums are not those of its lines."));
            SAYS(with(plain, d.dora, onServer),
                 "This is not a document that can be handed over: somebody else is named as who handed it over.");
            SAYS(with([&](auto& doc) { doc.quote = d.acme; }, d.ana, onServer),
                 "This is not a document that can be handed over: it is about another quote.");
        }
        // Another price than the quote's: refused here, a fact there.
        const auto cheaper = [](pricing::Document& doc) {
            doc.lines[0].handPrice = Decimal{10'000};
            must(pricing::computeTotals(doc));
        };
        SAYS(with(cheaper, d.ana, false),
             "This is not a document that can be handed over: it does not say what the quote says.");
        IS_FINE(with(cheaper, d.ana, true));
    }

    void aLaptopHandsOverOnlyWhatMayGoOut()
    {
        Desk d;
        const Id quote = d.draft();
        d.records.set("quote", quote, "review", "merged");
        SAYS(d.tries(d.handingOver(quote, d.ana), d.ana),
             "Somebody else has changed this quote at the same time; look at it before you hand it over.");
        d.records.set("quote", quote, "review", Value());
        d.records.set("quote_line", d.line, "list_price", Value());
        SAYS(d.tries(d.handingOver(quote, d.ana), d.ana),
             "Line 1 has no price; set one before you hand the quote over.");
        d.records.set("quote_line", d.line, "role", "optional");
        SAYS(d.tries(d.handingOver(quote, d.ana), d.ana),
             "There is nothing in this quote that counts; it cannot be handed over.");
        d.records.set("quote_line", d.line, "role", "normal");
        d.records.set("quote_line", d.line, "list_price", "10.00 EUR");
        d.add("discount_authority", {{"role", "salesperson"}, {"percent", amount("10")}});
        d.records.set("quote_line", d.line, "discount_percent", amount("20"));
        QVERIFY(d.tries(d.handingOver(quote, d.ana), d.ana).starts_with("This quote needs approval first. Line 1"));
        IS_FINE(d.serverTries(d.handingOver(quote, d.ana), d.ana)); // who does not know is believed, and flagged
    }

    void anApprovalIsAskedForAndDecidedByWhoMay()
    {
        Desk d;
        d.add("discount_authority", {{"role", "salesperson"}, {"percent", amount("10")}});
        d.add("discount_authority", {{"role", "sales_manager"}, {"percent", amount("30")}});
        const Id quote = d.draft();
        d.records.set("quote_line", d.line, "discount_percent", amount("20"));
        const Deed asks = d.asking(quote, d.ana);
        const Deed waits = {"quote", quote, {{"status", "in_approval"}}};
        SAYS(d.tries({asks}, d.ana), "A quote that somebody is asked to approve waits for it.");
        SAYS(d.tries({asks, waits}, d.dora), "Somebody else is named as who asks for approval.");
        Deed forged = asks;
        forged.fields.insert(forged.fields.end(),
                             {{"status", "approved"}, {"decided_by", d.dora}, {"decided_at", noon}});
        SAYS(d.tries({forged, waits}, d.ana), "An approval that is asked for is open.");
        IS_FINE(d.tries({asks, waits}, d.ana));
        SAYS(d.tries({{"quote_line", d.line, {{"quantity", amount("3")}}}}, d.ana),
             "This quote waits for approval; withdraw the request before you change what is priced.");
        IS_FINE(d.tries({{"quote_line", d.line, {{"description", "Blue"}}}}, d.ana));
        SAYS(d.tries({{"quote", quote, {{"discount_percent", amount("1")}}}}, d.ana),
             "This quote waits for approval; withdraw the request before you change what is priced.");
        SAYS(d.tries({{"quote", quote, {{"status", "draft"}}}}, d.ana),
             "This quote waits for approval, which has to be decided or withdrawn first.");
        const auto decides = [&](const Id& named, const char* status) {
            return std::vector<Deed>{
                {"approval", asks.id, {{"status", status}, {"decided_by", named}, {"decided_at", noon}}},
                {"quote", quote, {{"status", "draft"}}}};
        };
        QVERIFY(d.tries(decides(d.ana, "approved"), d.ana).starts_with("This approval was asked of Dora"));
        SAYS(d.tries(decides(d.dora, "approved"), d.ana), "Somebody else is named as who decides.");
        SAYS(d.tries({decides(d.dora, "approved")[0]}, d.dora), "A quote whose approval is decided is a draft again.");
        SAYS(d.tries(decides(d.dora, "withdrawn"), d.dora), "Only who asked for an approval can take it back.");
        SAYS(d.tries({{"approval", asks.id, {{"seal", "00"}}}}, d.ana),
             "What was asked stays as it was asked; withdraw it and ask again.");
        SAYS(d.tries({{"approval", asks.id, {{"answer", "Well"}}}}, d.dora), "An answer comes with the decision.");
        IS_FINE(d.tries(decides(d.dora, "approved"), d.dora));
        SAYS(d.tries({{"approval", asks.id, {{"status", "rejected"}}}}, d.dora),
             "This approval has been decided already.");
        IS_FINE(d.tries(d.handingOver(quote, d.ana), d.ana)); // it fits
    }

    void nobodyDecidesBeyondHisOwnAuthority()
    {
        Desk d;
        d.add("discount_authority", {{"role", "sales_manager"}, {"percent", amount("10")}});
        const Id quote = d.draft();
        d.records.set("quote_line", d.line, "discount_percent", amount("20"));
        const Deed asks = d.asking(quote, d.ana);
        IS_FINE(d.tries({asks, {"quote", quote, {{"status", "in_approval"}}}}, d.ana));
        const std::vector<Deed> decides = {
            {"approval", asks.id, {{"status", "approved"}, {"decided_by", d.dora}, {"decided_at", noon}}},
            {"quote", quote, {{"status", "draft"}}}};
        QVERIFY(d.tries(decides, d.dora).starts_with("This is more than you may give."));
        QVERIFY(d.serverTries(decides, d.dora).starts_with("This is more than you may give."));
    }

    void acceptedAQuoteBecomesItsOrder()
    {
        Desk d;
        const Id quote = d.sent();
        auto change = d.accepting(quote);
        SAYS(d.tries({change[0]}, d.ana), "A quote that is accepted becomes an order in the same change.");
        SAYS(d.tries({change[1], change[2]}, d.ana), "An order is made when its quote is accepted.");
        SAYS(d.tries({change[0], change[1]}, d.ana), "An order has at least one line.");
        const auto with = [&](std::size_t row, const char* field, const Value& value) {
            auto forged = d.accepting(quote);
            forged[row].fields.emplace_back(field, value);
            return d.tries(forged, d.ana, true);
        };
        SAYS(
            with(0, "accepted_at", noon + std::int64_t{9} * 24 * 3'600'000),
            "The quote was valid until 2026-11-30 and cannot be accepted on 2026-12-01; make the next revision of it.");
        IS_FINE(d.tries({}, d.ana));
        SAYS(with(1, "net", "19.00 EUR"), "The amounts of an order are those of the quote that was accepted.");
        SAYS(with(1, "account", d.zeta), "A quote that is accepted becomes an order in the same change.");
        SAYS(with(1, "status", "delivered"), "What becomes of an order is told by the system that delivers it.");
        SAYS(with(1, "remote_number", "77"), "What becomes of an order is told by the system that delivers it.");
        SAYS(with(2, "quantity", amount("3")), "An order has what was accepted, and as much of it.");
        SAYS(with(2, "unit_price", "1.00 EUR"), "An order has the prices that were accepted.");
        SAYS(with(2, "net", "1.00 EUR"), "The amounts of an order are those of the quote that was accepted.");
        auto more = d.accepting(quote);
        more.push_back(more[2]);
        more.back().id = d.fresh();
        SAYS(d.tries(more, d.ana), "An order has only lines that were accepted.");
        IS_FINE(d.tries(change, d.ana));
        const Id order = orderIdOf(quote);
        SAYS(d.tries({{"order", order, {{"status", "delivered"}}}}, d.ana),
             "The status of an order is not changed by hand.");
        SAYS(d.tries({{"order", order, {{"net", "1.00 EUR"}}}}, d.ana), "The net of an order is not changed by hand.");
        IS_FINE(d.tries({{"order", order, {{"notes", "x"}, {"reference", "PO 7"}}}}, d.ana));
        SAYS(d.tries({{"order", order, {}, true}}, d.ana), "Orders are never deleted.");
        SAYS(d.tries({{"order_line", change[2].id, {{"net", "1.00 EUR"}}}}, d.ana),
             "The lines of an order do not change.");
        more.back().fields.emplace_back("order", order);
        SAYS(d.tries({more.back()}, d.ana), "The lines of an order come with it; none is added later.");
    }

    void anOrderWithoutAQuoteAddsUp()
    {
        Desk d;
        const Id order = d.fresh();
        const auto with = [&](const char* net, const char* gross, const char* line) {
            return d.tries({{"order",
                             order,
                             {{"number", "O-7"},
                              {"account", d.acme},
                              {"ordered_on", "2026-11-22"},
                              {"currency", "EUR"},
                              {"net", net},
                              {"tax", "1.90 EUR"},
                              {"gross", gross}}},
                            {"order_line",
                             Id::derived("x", order.view()),
                             {{"order", order},
                              {"position", "a"},
                              {"quantity", amount("1")},
                              {"unit_price", line},
                              {"net", line}}}},
                           d.ana);
        };
        SAYS(with("9.00 EUR", "10.90 EUR", "10.00 EUR"), "The net of the order is not the sum of its lines.");
        SAYS(with("10.00 EUR", "12.00 EUR", "10.00 EUR"),
             "The total of the order is not its net and its tax together.");
        SAYS(with("10.00 EUR", "11.90 EUR", "10.00 USD"), "All amounts of an order are in its currency.");
        IS_FINE(with("10.00 EUR", "11.90 EUR", "10.00 EUR"));
    }

    void aPublishedRevisionStands()
    {
        Desk d;
        Deed first = d.revision(7, "published");
        const Deed price = d.entry(first.id, "10.00 EUR");
        IS_FINE(d.tries({first, price, d.entry(first.id, "9.00 EUR", "20")}, d.admin));
        SAYS(d.tries({d.entry(first.id, "8.00 EUR", "50")}, d.admin),
             "The prices of a revision that was published do not change; publish the next one.");
        SAYS(d.tries({{"price_entry", price.id, {{"price", "1.00 EUR"}}}}, d.admin),
             "The prices of a revision that was published do not change; publish the next one.");
        SAYS(d.tries({{"price_entry", price.id, {}, true}}, d.admin),
             "The prices of a revision that was published do not change; publish the next one.");
        SAYS(d.tries({{"price_revision", first.id, {{"number", std::int64_t{9}}}}}, d.admin),
             "A revision that was published does not change; publish the next one.");
        SAYS(d.tries({{"price_revision", first.id, {{"status", "draft"}}}}, d.admin),
             "A revision that was published or withdrawn stays so; publish the next one.");
        SAYS(d.tries({{"price_revision", first.id, {}, true}}, d.admin),
             "A revision that was published cannot be deleted.");
        SAYS(d.tries({{"price_list", d.list, {}, true}}, d.admin),
             "Prices of this list were published; make it inactive instead of deleting it.");
        SAYS(d.tries({{"price_list", d.list, {{"currency", "USD"}}}}, d.admin),
             "The currency of a list with prices does not change.");
        IS_FINE(d.tries({{"price_revision", first.id, {{"notes", "x"}}}}, d.admin));
        SAYS(d.tries({d.revision(7, "published", first.id)}, d.admin),
             "EUR-Retail has a revision r7; the next one has a higher number.");
        SAYS(d.serverTries({d.revision(7, "published", first.id)}, d.admin),
             "Somebody else has published r7 of EUR-Retail meanwhile; compare and publish again.");
        SAYS(d.tries({d.revision(8, "published")}, d.admin), "A revision follows an earlier one of its list.");
        const Deed draft = d.revision(8, "draft");
        IS_FINE(d.tries({draft, d.entry(draft.id, "11.00 EUR")}, d.admin));
        IS_FINE(d.tries({d.entry(draft.id, "10.50 EUR", "20")}, d.admin));
        SAYS(d.tries({d.revision(9, "published", draft.id)}, d.admin),
             "A revision follows an earlier one of its list that was published.");
        IS_FINE(d.tries({{"price_revision", draft.id, {{"status", "published"}, {"follows", first.id}}}}, d.admin));
        IS_FINE(d.tries({{"price_revision", draft.id, {{"status", "withdrawn"}}}}, d.admin)); // before its day
        IS_FINE(d.tries({d.revision(9, "published", first.id)}, d.admin));                    // rolls back
    }

    void aRevisionInUseIsNotWithdrawn()
    {
        Desk d;
        Deed revision = d.revision(1, "published");
        revision.fields.emplace_back("effective_from", "2026-11-22");
        IS_FINE(d.tries({revision}, d.admin));
        SAYS(d.tries({{"price_revision", revision.id, {{"status", "withdrawn"}}}}, d.admin),
             "This revision is in use already; publish one that follows the one before.");
    }

    void pricesAreWhatPricesCanBe()
    {
        Desk d;
        const auto with = [&](std::vector<std::pair<const char*, Value>> fields) {
            Deed entry = d.entry({}, "10.00 EUR");
            entry.fields.insert(entry.fields.end(), fields.begin(), fields.end());
            return d.tries({entry}, d.admin);
        };
        SAYS(with({{"price", "10.00 USD"}}), "A price is in the currency of its list.");
        SAYS(with({{"min_price", "10.00 USD"}}), "A price is in the currency of its list.");
        SAYS(with({{"price", "-1.00 EUR"}}), "A price is at least 0 and at most 1,000,000,000.");
        SAYS(with({{"price", Value()}}), "A price is missing.");
        SAYS(with({{"min_quantity", amount("-1")}}), "A price counts from a quantity of 0 or more on.");
        SAYS(with({{"kind", "percent_of_cost"}}), "A percentage of the cost is missing.");
        SAYS(with({{"kind", "percent_of_list"}}), "A percentage of the other list's price is missing.");
        SAYS(with({{"kind", "percent_of_list"}, {"percent", amount("90")}}),
             "A percentage needs a list that it is of.");
        SAYS(with({{"kind", "percent_of_list"}, {"percent", amount("0")}, {"base_list", d.other}}),
             "A percentage of a price is more than 0 and at most 1,000.");
        SAYS(with({{"kind", "percent_of_list"}, {"percent", amount("1000.5")}, {"base_list", d.other}}),
             "A percentage of a price is more than 0 and at most 1,000.");
        SAYS(with({{"kind", "percent_of_list"}, {"percent", amount("90")}, {"base_list", d.list}}),
             "Price lists cannot be computed from each other in a circle.");
        IS_FINE(with({{"kind", "percent_of_list"}, {"percent", amount("90")}, {"base_list", d.other}}));
        SAYS(with({}), "There are two prices of one product from the same quantity and day on; one of them must go.");
        IS_FINE(with({{"min_quantity", amount("5")}, {"kind", "removed"}, {"price", Value()}}));
        // The other way round it would be a circle.
        SAYS(d.tries({{"price_entry",
                       d.fresh(),
                       {{"price_list", d.other},
                        {"product", d.pump},
                        {"kind", "percent_of_list"},
                        {"percent", amount("110")},
                        {"base_list", d.list}}}},
                     d.admin),
             "Price lists cannot be computed from each other in a circle.");
        SAYS(d.tries({{"price_list", d.list, {{"parent", d.other}}}, {"price_list", d.other, {{"parent", d.list}}}},
                     d.admin),
             "Price lists cannot be each other's parents in a circle.");
    }

    void twinsInOneChangeAreFound()
    {
        Desk d;
        Deed revision = d.revision(1, "published");
        SAYS(d.tries({revision, d.entry(revision.id, "10.00 EUR"), d.entry(revision.id, "11.00 EUR")}, d.admin),
             "There are two prices of one product from the same quantity and day on; one of them must go.");
    }

    void theRestOfTheCatalogue()
    {
        Desk d;
        const auto makes = [&](const char* entity, std::vector<std::pair<const char*, Value>> fields, const Id& who) {
            return d.tries({{entity, d.fresh(), std::move(fields)}}, who);
        };
        SAYS(makes("tax_rate",
                   {{"name", "VAT"}, {"country", "DE"}, {"tax_class", "standard"}, {"percent", amount("101")}},
                   d.admin),
             "A percentage is from 0 to 100.");
        SAYS(makes("tax_rate", {{"percent", amount("19")}, {"valid_from", "2026-02-01"}, {"valid_to", "2026-01-01"}},
                   d.admin),
             "The last day (2026-01-01) is before the first one (2026-02-01).");
        SAYS(makes("product_unit", {{"product", d.pump}, {"name", "box"}, {"factor", amount("0")}}, d.admin),
             "The factor must be more than 0.");
        SAYS(makes("bundle_part", {{"bundle", d.pump}, {"product", d.pump}}, d.admin),
             "A bundle cannot contain itself.");
        IS_FINE(makes("bundle_part", {{"bundle", d.pump}, {"product", d.hose}}, d.admin));
        SAYS(makes("bundle_part", {{"bundle", d.hose}, {"product", d.pump}}, d.admin),
             "A bundle cannot contain itself.");
        SAYS(
            makes("option_group", {{"bundle", d.pump}, {"least", std::int64_t{3}}, {"most", std::int64_t{2}}}, d.admin),
            "At least 3 and at most 2 options cannot be chosen.");
        SAYS(makes("exchange_rate",
                   {{"from_currency", "EUR"},
                    {"to_currency", "EUR"},
                    {"from_amount", amount("1")},
                    {"to_amount", amount("1")}},
                   d.admin),
             "An exchange rate is between two currencies.");
        SAYS(makes("exchange_rate",
                   {{"from_currency", "EUR"},
                    {"to_currency", "USD"},
                    {"from_amount", amount("0")},
                    {"to_amount", amount("1")}},
                   d.admin),
             "The from amount must be more than 0.");
        SAYS(makes("promotion", {{"kind", "percent"}}, d.admin), "A promotion of this kind needs its percent.");
        SAYS(makes("promotion", {{"kind", "buy_get"}, {"buy", amount("10")}}, d.admin),
             "A promotion of this kind needs its free.");
        SAYS(makes("promotion", {{"kind", "free_item"}, {"free", amount("1")}}, d.admin),
             "A promotion of this kind needs its free product.");
        SAYS(makes("discount_authority", {{"role", "salesperson"}, {"percent", amount("-1")}}, d.admin),
             "A percentage is from 0 to 100.");
        SAYS(makes("product_cost", {{"product", d.pump}, {"cost", "-1.00 EUR"}}, d.admin),
             "The cost is at least 0 and at most 1,000,000,000.");
        SAYS(makes("agreement", {{"account", d.acme}, {"currency", "EUR"}, {"percent", amount("90")}}, d.dora),
             "A percentage needs a list that it is of.");
        SAYS(makes("deputy", {{"user", d.admin}, {"deputy", d.ana}}, d.dora),
             "You can name a deputy for yourself only.");
        SAYS(makes("deputy", {{"user", d.dora}, {"deputy", d.dora}}, d.dora), "Nobody is his own deputy.");
        IS_FINE(makes("deputy", {{"user", d.dora}, {"deputy", d.ana}}, d.dora));
        IS_FINE(makes("deputy", {{"user", d.dora}, {"deputy", d.ana}}, d.admin));
    }

    void whatNobodyGuardsCostsNothing()
    {
        QVERIFY(!isGuarded(schema::entity("contact")));
        QVERIFY(!isGuarded(schema::entity("opportunity")));
        QVERIFY(isGuarded(schema::entity("quote_line")));
        Desk d;
        IS_FINE(d.tries({{"contact", d.fresh(), {{"last_name", "Ruiz"}}}}, d.ana));
    }
};

QTEST_GUILESS_MAIN(GuardTest)
#include "GuardTest.moc"
