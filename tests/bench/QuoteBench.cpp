// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/SnapshotReader.h"
#include "core/rules/quotes/QuoteReader.h"
#include "core/sales/Quotes.h"
#include "core/sales/Repricing.h"
#include "core/store/ReplicaRecords.h"
#include "core/store/Rows.h"
#include "tests/bench/Stage.h"
#include "tests/support/world/Profile.h"

// Quotes on a laptop that has a price list of a million entries: re-pricing and editing one of 500 lines the whole way
// (read, price, compare, write), and finding one price. The limit is SQLite reading the rows that are needed, with
// nothing made of them.

namespace satchel::bench {

using test::must;
using test::Profile;

namespace {

constexpr std::int64_t entries = 1'000'000;
constexpr std::int64_t breaks = 5;
constexpr std::int64_t products = entries / breaks;
constexpr std::int64_t quoteLines = 500;

// The same id that the SQL below makes.
Id productId(std::int64_t number)
{
    std::string digits = std::to_string(number);
    return *Id::fromBytes(std::string(16 - digits.size(), '0') + digits);
}

std::int64_t productOf(std::int64_t line)
{
    return line * (products / quoteLines);
}

struct Market {
    Market() : profile(Role::Administrator)
    {
        list = profile.add("price_list", {{"name", "EUR Retail"}, {"code", "EUR-Retail"}, {"currency", "EUR"}});
        profile.add("company", {{"name", "Pumps"}, {"currency", "EUR"}, {"country", "DE"}, {"price_list", list}});
        profile.add(
            "tax_rate",
            {{"name", "VAT"}, {"country", "DE"}, {"tax_class", "standard"}, {"percent", std::int64_t{190'000}}});
        revision = profile.add("price_revision", {{"name", "r1"},
                                                  {"price_list", list},
                                                  {"number", std::int64_t{1}},
                                                  {"effective_from", "2026-01-01"},
                                                  {"status", "published"}});
        for (int i = 0; i < 10; ++i)
            profile.add("promotion", {{"name", "P" + std::to_string(i)},
                                      {"code", "P" + std::to_string(i)},
                                      {"kind", "percent"},
                                      {"percent", std::int64_t{10'000 + i}},
                                      {"families", R"(["F)" + std::to_string(i) + R"("])"}});
        account = profile.add("account", {{"name", "Acme"}, {"address", R"({"country":"DE"})"}});
        addEntries();
        addProducts();
        addQuote();
    }

    void addEntries()
    {
        auto& connection = profile.replica->connection();
        auto transaction = must(sqlite::Transaction::begin(connection));
        auto insert = must(connection.prepare(
            "WITH RECURSIVE number(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM number WHERE x + 1 < ?3) "
            "INSERT INTO price_entry(id, rev, root, sort, price_list, revision, product, price, min_quantity) "
            "SELECT CAST(printf('e%015d', x) AS BLOB), 1, CAST(printf('e%015d', x) AS BLOB), '', ?1, ?2, "
            "CAST(printf('%016d', x / ?4) AS BLOB), printf('%d.50 EUR', 100 - x % ?4), (x % ?4) * 100000 FROM number"));
        must(insert.bind(1, list).bind(2, revision).bind(3, entries).bind(4, breaks).run());
        must(transaction.commit());
        must(connection.execute("ANALYZE"));
    }
    void addProducts()
    {
        Rows rows(profile.replica->connection());
        auto transaction = must(sqlite::Transaction::begin(profile.replica->connection()));
        for (std::int64_t i = 0; i < quoteLines; ++i) {
            Record product(schema::entity("product"), productId(productOf(i)));
            product.root = product.id;
            product.set("name", "Product " + std::to_string(i));
            product.set("code", "N-" + std::to_string(i));
            product.set("family", "F" + std::to_string(i % 20));
            product.set("unit", "pc");
            product.set("active", std::int64_t{1});
            must(rows.insert(product));
        }
        must(transaction.commit());
    }
    void addQuote()
    {
        sales::Quotes quotes(*profile.replica);
        quote = must(quotes.create({.account = account, .title = "Hall"})).added.front();
        std::vector<sales::NewLine> lines;
        for (std::int64_t i = 0; i < quoteLines; ++i)
            lines.push_back({.product = productId(productOf(i)), .quantity = {(1 + i % 60) * Decimal::scale}});
        quoteLine = must(quotes.addLines(quote, lines)).added.at(quoteLines / 2);
    }

    Profile profile;
    Id list, revision, account, quote, quoteLine;
};

// All rows of a statement, every column looked at.
std::int64_t drain(sqlite::Statement& statement)
{
    std::int64_t seen = 0;
    while (must(statement.step()))
        for (int i = 0; i < statement.columns(); ++i)
            seen += static_cast<std::int64_t>(statement.text(i).size());
    return seen;
}

std::int64_t readEntries(Market& market, const Id& product)
{
    auto statement = must(market.profile.replica->connection().prepare(
        "SELECT id, revision, kind, price, min_quantity, percent, base_list, min_price, valid_from, valid_to FROM "
        "price_entry WHERE price_list=?1 AND product=?2"));
    statement.bind(1, market.list).bind(2, product);
    return drain(statement);
}

// What a quote is made of, as SQLite gives it.
void readQuote(Market& market)
{
    auto& connection = market.profile.replica->connection();
    {
        auto lines = must(connection.prepare("SELECT * FROM quote_line WHERE quote=?1"));
        lines.bind(1, market.quote);
        drain(lines);
    }
    for (std::int64_t i = 0; i < quoteLines; ++i) {
        auto product = must(connection.prepare("SELECT * FROM product WHERE id=?1"));
        product.bind(1, productId(productOf(i)));
        drain(product);
        readEntries(market, productId(productOf(i)));
    }
}

void measureLookup(Market& market, const Request& request, Report& report)
{
    Line entry{.name = "entries of a product among 1,000,000", .unit = "us", .budget = 3.0};
    Line price{.name = "price of a product in such a list", .unit = "us"};
    ReplicaRecords records(market.profile.replica->connection());
    const Entity& entity = schema::entity("price_entry");
    for (int i = 0; i < request.samples; ++i) {
        const Id each = productId(productOf(i % quoteLines));
        const double bare = 1000.0 * milliseconds([&] { readEntries(market, each); });
        entry.limit.add(bare);
        price.limit.add(bare);
        entry.product.add(1000.0 * milliseconds([&] {
                              (void)must(records.where(entity, {{*entity.indexOf("price_list"), market.list},
                                                                {*entity.indexOf("product"), each}}));
                          }));
        price.product.add(
            1000.0 * milliseconds([&] {
                pricing::SnapshotReader reader(records);
                const auto customer = must(reader.customer(market.account));
                const auto snapshot = must(reader.read(customer, {}, {each}));
                (void)must(pricing::price(snapshot, {.date = "2026-11-28",
                                                     .currency = "EUR",
                                                     .customer = customer,
                                                     .lines = {{.product = each, .quantity = {Decimal::scale}}}}));
            }));
    }
    entry.note = "limit: the indexed lookup of SQLite alone";
    price.note = "customer, lists, promotions and taxes read anew each time";
    report.add(std::move(entry));
    report.add(std::move(price));
}

} // namespace

void measureQuotes(const Request& request, Report& report)
{
    Market market;
    Replica& replica = *market.profile.replica;
    measureLookup(market, request, report);
    Line reprice{.name = "re-price a quote of 500 lines on a laptop", .budget = 10.0};
    Line edit{.name = "  change a quantity in it"};
    Line total{.name = "  read it with its totals"};
    const int runs = std::max(request.samples / 5, 5);
    for (int i = 0; i < runs; ++i) {
        const double bare = milliseconds([&] { readQuote(market); });
        for (Line* line : {&reprice, &edit, &total})
            line->limit.add(bare);
        reprice.product.add(milliseconds([&] { (void)must(sales::previewRepricing(replica, market.quote)); }));
        edit.product.add(milliseconds([&] {
            must(sales::Quotes(replica).changeLine(market.quoteLine,
                                                   {.quantity = Decimal{(2 + i % 9) * Decimal::scale}}));
        }));
        total.product.add(milliseconds([&] {
            ReplicaRecords records(replica.connection());
            quotes::QuoteReader reader(records);
            (void)must(reader.document(must(reader.records(market.quote))));
        }));
    }
    reprice.note = "promised: under 20 ms; limit: SQLite reading the same rows";
    edit.note = "with the write to the disk";
    report.add(std::move(reprice));
    report.add(std::move(edit));
    report.add(std::move(total));
}

} // namespace satchel::bench
