// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Document.h"
#include "core/rules/pricing/Explanation.h"
#include "core/rules/quotes/Authority.h"
#include "core/schema/Composite.h"
#include "sync/server/demo/Company.h"

#include <array>

// What the demo company agreed with, offered to and sold to its customers. Prices are those of the list "Europe", as
// the price engine would find them; numbers begin with D so that no laptop's lease ever meets them.

namespace satchel::server::demo {

namespace {

constexpr std::array states = {Weighted{"draft", 34},    Weighted{"in_approval", 4}, Weighted{"sent", 22},
                               Weighted{"accepted", 25}, Weighted{"rejected", 11},   Weighted{"expired", 4}};

// No promotion is on these, so that what stands on a line is what the list says.
bool isQuoted(std::size_t product)
{
    const std::string_view family = familyOf(product);
    return family != "Seals" && family != "Couplings" && family != "Filters" && !isBundle(product);
}

Status makeAgreement(Company& company, const AccountNote& account, std::size_t number, Random& random)
{
    Record row(schema::entity("agreement"), idAged(company, 200 * day, random));
    row.set("account", account.id);
    row.set("name", "Frame agreement");
    row.set("code", "FA-" + std::to_string(100 + number));
    row.set("currency", "EUR");
    row.set("active", std::int64_t{1});
    row.set("base_list", company.lists[0]);
    row.set("percent", random.between(82, 92) * whole);
    row.set("rounding", "nearest");
    row.set("rounding_step", whole / 20);
    SATCHEL_TRY(company.take(row));
    for (int i = 0; i < 6; ++i) {
        const std::size_t product = (number * 31 + static_cast<std::size_t>(i) * 17) % productsAtOne;
        Record price(schema::entity("agreed_price"), idAged(company, 190 * day, random));
        price.set("agreement", row.id);
        price.set("product", company.products[product]);
        const Money list = europeanPrice(product, 100);
        price.set("price", Money{Decimal{list.amount.units / 100 * 90 / 100 * 100}, list.currency}.toString());
        SATCHEL_TRY(company.take(price));
    }
    Record part(schema::entity("customer_part"), idAged(company, 180 * day, random));
    part.set("account", account.id);
    part.set("product", company.products[number % productsAtOne]);
    part.set("part_number", "M-" + random.digits(6));
    return company.take(part);
}

// A quote as it is made: the same amounts once as rows and once as the paper.
struct Draft {
    const AccountNote* account = nullptr;
    std::string state;
    std::string day;
    std::int64_t age = 0; ///< days
    Record quote{schema::entity("quote")};
    std::vector<Record> rows; ///< groups and lines
    pricing::Document paper;
};

// Never before the year's prices count.
std::int64_t someAge(const Company& company, const std::string& state, Random& random)
{
    const std::int64_t age = state == "draft" || state == "in_approval" ? random.between(0, 20)
                             : state == "sent"                          ? random.between(0, 25)
                                                                        : random.between(35, 300);
    const std::string today = company.date(0);
    const std::int64_t dayOfYear = [&] {
        std::int64_t days = 0;
        while (days < 366 && company.date(-days).substr(0, 4) == today.substr(0, 4))
            ++days;
        return days - 1;
    }();
    return std::min(age, dayOfYear);
}

void addLine(Company& company, Draft& draft, const Id& group, std::size_t number, Random& random)
{
    std::size_t product = random.below(productsAtOne);
    while (!isQuoted(product))
        product = random.below(productsAtOne);
    static constexpr std::array<std::int64_t, 8> quantities = {1, 2, 4, 5, 10, 12, 40, 120};
    const std::int64_t quantity = random.pick(quantities);
    const Money price = europeanPrice(product, quantity);
    const int reached = quantity >= 100 ? 100 : quantity >= 10 ? 10 : 1;
    pricing::Document::Line line{.id = idAged(company, draft.age * day, random)};
    line.group = group;
    line.position = std::string(1, static_cast<char>('A' + number));
    line.product = company.products[product];
    line.code = codeOf(product);
    line.description = nameOf(product);
    line.unit = unitOf(product);
    line.quantity = Decimal{quantity * whole};
    line.listPrice = price.amount;
    line.discountPercent = Decimal{random.chance(30) ? random.between(1, 8) * whole : 0};
    line.taxPercent = Decimal{taxPercentIn(draft.account->country()) * whole};
    line.counted = true;
    line.why = pricing::writeSteps({{"list", {"EU", "1"}}, {"break", {std::to_string(reached)}}});
    Record row(schema::entity("quote_line"), line.id);
    row.set("quote", draft.quote.id);
    if (!group.isNull())
        row.set("quote_group", group);
    row.set("position", line.position);
    row.set("kind", "item");
    row.set("role", "normal");
    row.set("product", line.product);
    row.set("quantity", line.quantity.units);
    row.set("list_price", price.toString());
    row.set("why", line.why);
    row.set("tax_percent", line.taxPercent.units);
    if (line.discountPercent.units > 0)
        row.set("discount_percent", line.discountPercent.units);
    draft.rows.push_back(std::move(row));
    draft.paper.lines.push_back(std::move(line));
}

void addLines(Company& company, Draft& draft, Random& random)
{
    const bool grouped = random.chance(30);
    Id group;
    const std::size_t count = 1 + random.below(9);
    for (std::size_t i = 0; i < count; ++i) {
        if (grouped && i % 4 == 0) {
            Record row(schema::entity("quote_group"), idAged(company, draft.age * day, random));
            group = row.id;
            row.set("quote", draft.quote.id);
            row.set("title", i == 0 ? "Plant room" : i == 4 ? "Distribution" : "Spare parts");
            row.set("position", std::string(1, static_cast<char>('A' + i / 4)));
            draft.paper.groups.push_back(
                {.id = row.id, .title = row.value("title").text(), .position = row.value("position").text()});
            draft.rows.push_back(std::move(row));
        }
        addLine(company, draft, group, i, random);
    }
}

void describe(Company& company, Draft& draft, std::size_t at)
{
    Record& quote = draft.quote;
    pricing::Document& paper = draft.paper;
    const std::string number = "D-" + std::to_string(100'001 + at);
    quote.set("title", "Offer " + std::to_string(at + 1));
    quote.set("number", number);
    quote.set("revision", std::int64_t{1});
    quote.set("account", draft.account->id);
    quote.set("owner", company.users[draft.account->owner].id);
    quote.set("status", draft.state);
    quote.set("currency", "EUR");
    quote.set("date", draft.day);
    quote.set("valid_until", company.date(30 - draft.age));
    quote.set("pins", writeList({company.revisions[0].toString()}));
    quote.set("rounding", "half_away");
    quote.set("language", std::string(languageOf(draft.account->country())));
    if (draft.state == "rejected")
        quote.set("reason", at % 3 == 0 ? "price" : at % 3 == 1 ? "delivery time" : "project stopped");
    if (draft.state == "accepted" || draft.state == "rejected" || draft.state == "expired")
        quote.set("closed_on", company.date(10 - draft.age));
    paper.quote = quote.id;
    paper.number = number;
    paper.title = quote.value("title").text();
    paper.date = draft.day;
    paper.validUntil = quote.value("valid_until").text();
    paper.currency = "EUR";
    paper.language = quote.value("language").text();
    paper.account = draft.account->id;
    paper.sellerName = company.users[draft.account->owner].name;
}

Status hand(Company& company, Draft& draft, Random& random)
{
    const std::string body = pricing::writeDocument(draft.paper);
    const auto money = [](const Decimal& amount) { return Money{amount, "EUR"}.toString(); };
    Record row(schema::entity("quote_document"), idAged(company, draft.age * day, random));
    row.set("quote", draft.quote.id);
    row.set("number", draft.paper.number);
    row.set("revision", std::int64_t{1});
    row.set("handed_at", company.midnight - draft.age * day + 10 * hour);
    row.set("handed_by", company.users[draft.account->owner].id);
    row.set("net", money(draft.paper.net));
    row.set("tax", money(draft.paper.tax));
    row.set("gross", money(draft.paper.gross));
    row.set("hash", pricing::hashOf(body));
    row.set("body", body);
    return company.take(row);
}

Status order(Company& company, const Draft& draft, std::size_t at)
{
    static constexpr std::array<std::string_view, 5> stages = {"confirmed", "shipped", "delivered", "invoiced",
                                                               "invoiced"};
    const auto money = [](const Decimal& amount) { return Money{amount, "EUR"}.toString(); };
    Record row(schema::entity("order"), Id::derived("satchel order", draft.quote.id.view()));
    row.set("number", "DO-" + std::to_string(100'001 + at));
    row.set("account", draft.account->id);
    row.set("quote", draft.quote.id);
    row.set("owner", company.users[draft.account->owner].id);
    row.set("ordered_on", company.date(10 - draft.age));
    row.set("currency", "EUR");
    row.set("net", money(draft.paper.net));
    row.set("tax", money(draft.paper.tax));
    row.set("gross", money(draft.paper.gross));
    row.set("status", std::string(stages[at % stages.size()]));
    SATCHEL_TRY(company.take(row));
    for (const pricing::Document::Line& line : draft.paper.lines) {
        Record sold(schema::entity("order_line"), Id::derived(row.id.view(), line.id.view()));
        sold.set("order", row.id);
        sold.set("position", line.position);
        sold.set("product", line.product);
        sold.set("description", line.description);
        sold.set("unit", line.unit);
        sold.set("quantity", line.quantity.units);
        sold.set("unit_price", money(line.unitPrice));
        sold.set("net", money(Decimal{line.net.units - line.share.units}));
        sold.set("tax_percent", line.taxPercent.units);
        SATCHEL_TRY(company.take(sold));
    }
    return Ok{};
}

Status askManager(Company& company, const Draft& draft, Random& random)
{
    Record row(schema::entity("approval"), idAged(company, draft.age * day, random));
    row.set("quote", draft.quote.id);
    row.set("reason", "The document discount of 14 % is over the 10 % a salesperson may give.");
    row.set("asked",
            company.users[company.userNamed(draft.account->country() == Country::Germany ? "henrik" : "marta")].id);
    row.set("asked_by", company.users[draft.account->owner].id);
    row.set("asked_at", company.midnight - draft.age * day);
    row.set("comment", "They have an offer from the competitor on the table.");
    row.set("percent", quotes::largestDiscount(draft.paper).units);
    row.set("seal", quotes::sealOf(draft.paper));
    row.set("status", "open");
    return company.take(row);
}

Status makeQuote(Company& company, std::size_t at, Random& random)
{
    Draft draft;
    do
        draft.account = &company.accounts[random.below(company.accounts.size())];
    while (draft.account->manager != AccountNote::noManager || draft.account->country() == Country::Japan);
    draft.state = weighted(states, random);
    if (draft.state == "in_approval" && company.users[draft.account->owner].role != Role::Salesperson)
        draft.state = "draft"; // a manager gives that much without asking anybody
    draft.age = someAge(company, draft.state, random);
    draft.day = company.date(-draft.age);
    draft.paper.customerName = draft.account->name;
    draft.quote.id = idAged(company, draft.age * day, random);
    describe(company, draft, at);
    addLines(company, draft, random);
    if (draft.state == "in_approval") {
        draft.paper.discountPercent = Decimal{14 * whole};
        draft.quote.set("discount_percent", 14 * whole);
    }
    SATCHEL_TRY(pricing::computeTotals(draft.paper));
    SATCHEL_TRY(company.take(draft.quote));
    for (const Record& row : draft.rows)
        SATCHEL_TRY(company.take(row));
    if (draft.state == "in_approval")
        return askManager(company, draft, random);
    if (draft.state == "draft")
        return Ok{};
    SATCHEL_TRY(hand(company, draft, random));
    return draft.state == "accepted" ? order(company, draft, at) : Status(Ok{});
}

} // namespace

Status makeQuotes(Company& company)
{
    Random random(company.options.seed, static_cast<std::uint64_t>(Stream::Quotes));
    std::size_t agreements = 0;
    for (std::size_t at = 0; at < company.accounts.size(); at += 80)
        SATCHEL_TRY(makeAgreement(company, company.accounts[at], agreements++, random));
    for (std::size_t at = 0; at < company.count(quotesAtOne); ++at)
        SATCHEL_TRY(makeQuote(company, at, random));
    return Ok{};
}

} // namespace satchel::server::demo
