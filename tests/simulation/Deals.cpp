// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/World.h"

#include "core/sales/FreeGoods.h"
#include "core/store/ReplicaRecords.h"
#include "tests/support/world/Must.h"
#include "tests/support/world/QuoteHand.h"

#include <algorithm>

// What people do with quotes, prices and orders, and what must be true of these on every laptop at any time (P10). Each
// line has a text that occurs once, each price and quantity comes from the step, so that one can look for them.

namespace satchel::simulation {

using test::must;
using test::QuoteHand;

namespace {

constexpr std::size_t pricesOfARevision = 4;

std::vector<Record> rowsOf(Replica& replica, const char* entity)
{
    return must(replica.list({.entity = &schema::entity(entity), .limit = 1000})).rows;
}

std::vector<Record> partsOf(Replica& replica, const char* entity, const Id& quote)
{
    const Entity& type = schema::entity(entity);
    ReplicaRecords records(replica.connection());
    return must(records.where(type, {{*type.indexOf("quote"), Value(quote)}}));
}

Value units(std::int64_t number)
{
    return number * Decimal::scale;
}

std::string euros(std::uint64_t token)
{
    return std::to_string(10 + token % 90) + "." + std::to_string(10 + token / 90 % 90) + " EUR";
}

std::string titleOf(const Record& quote)
{
    return quote.value("title").text() + " " + quote.value("number").text() + " r" +
           std::to_string(quote.value("revision").integer());
}

} // namespace

std::optional<Record> World::quoteThatIs(Laptop& laptop, const char* status, Dice& dice)
{
    std::vector<Record> fitting;
    for (Record& quote : rowsOf(laptop.machine->replica(), "quote"))
        if (quote.value("status").text() == status)
            fitting.push_back(std::move(quote));
    if (fitting.empty())
        return std::nullopt;
    return fitting[dice.below(dice.once(3) ? fitting.size() : std::min<std::size_t>(2, fitting.size()))];
}

std::string World::newQuote(Laptop& laptop, Dice& dice)
{
    const auto account = anyRow(laptop, "account", dice);
    const auto product = anyRow(laptop, "product", dice);
    if (!account || !product)
        return {};
    const QuoteHand hand(laptop.machine->replica());
    const std::uint64_t number = 1000 + (m_token * 2) % 8'000'000;
    const Id quote = laptop.machine->clock.newId();
    const Id line = laptop.machine->clock.newId();
    for (const auto& [marked, id, entity] :
         {std::tuple(number, quote, "quote"), std::tuple(number + 1, line, "quote_line")}) {
        m_canaries[marked] = {schema::entity(entity).number, id};
        laptop.own.insert(marked);
    }
    return commit(laptop, {hand.edit(OperationKind::Create, "quote", quote,
                                     {{"title", canary(number)},
                                      {"account", account->id},
                                      {"currency", "EUR"},
                                      {"date", "2026-11-22"},
                                      {"status", "draft"}}),
                           hand.edit(OperationKind::Create, "quote_line", line,
                                     {{"quote", quote},
                                      {"position", "a"},
                                      {"kind", "item"},
                                      {"role", "normal"},
                                      {"product", product->id},
                                      {"quantity", units(1)},
                                      {"list_price", "12.30 EUR"},
                                      {"tax_percent", units(19)},
                                      {"description", canary(number + 1)}})});
}

std::string World::quoteEdit(Laptop& laptop, Dice& dice)
{
    if (laptop.machine->isOld())
        return {}; // has never heard of such
    if (!laptop.machine->isOpen())
        return {};
    const auto quote = quoteThatIs(laptop, "draft", dice);
    if (!quote || dice.once(12))
        return newQuote(laptop, dice);
    Replica& replica = laptop.machine->replica();
    const QuoteHand hand(replica);
    const auto lines = partsOf(replica, "quote_line", quote->id);
    const auto change = [&](const char* entity, const Id& id, const QuoteHand::Fields& fields) {
        return commit(laptop, {hand.edit(OperationKind::Update, entity, id, fields)});
    };
    const auto add = [&](const Id& id, const QuoteHand::Fields& more) {
        QuoteHand::Fields fields = {{"quote", quote->id},
                                    {"position", "p" + std::to_string(m_token)},
                                    {"kind", "item"},
                                    {"role", dice.once(3) ? "optional" : "normal"},
                                    {"quantity", units(1 + static_cast<std::int64_t>(m_token % 50))},
                                    {"tax_percent", units(dice.once(3) ? 7 : 19)}};
        fields.insert(fields.end(), more.begin(), more.end());
        return commit(laptop, {hand.edit(OperationKind::Create, "quote_line", id, fields)});
    };
    const std::uint64_t what = dice.below(10);
    const Record* line = lines.empty() ? nullptr : &lines[dice.below(std::min<std::size_t>(3, lines.size()))];
    if (what < 3 && line != nullptr)
        return change("quote_line", line->id, {{"quantity", units(1 + static_cast<std::int64_t>(m_token % 1000))}});
    if (what < 4 && line != nullptr)
        return change(
            "quote_line", line->id,
            {{"price", euros(m_token)}, {"discount_percent", units(static_cast<std::int64_t>(dice.below(40)))}});
    if (what == 5) {
        const std::uint64_t number = 1000 + (m_token * 2) % 8'000'000;
        const Id id = laptop.machine->clock.newId();
        m_canaries[number] = {schema::entity("quote_line").number, id};
        laptop.own.insert(number);
        return add(id, {{"list_price", "12.30 EUR"}, {"description", canary(number)}});
    }
    if ((what == 4 || what == 6) && std::none_of(lines.begin(), lines.end(),
                                                 [](const Record& each) {
                                                     return each.value("free").integer() == 1;
                                                 })) // what two laptops find by themselves
    {
        ReplicaRecords records(replica.connection());
        return add(must(sales::GoodsNames::of(*quote, records))({}, {}),
                   {{"free", std::int64_t{1}}, {"list_price", "0.00 EUR"}, {"description", "free"}});
    }
    if (what == 7 && lines.size() > 1)
        return commit(laptop, {hand.edit(OperationKind::Delete, "quote_line", line->id, {})});
    if (what == 8)
        return change("quote", quote->id, {{"discount_percent", units(static_cast<std::int64_t>(dice.below(30)))}});
    const Id group = laptop.machine->clock.newId();
    std::vector<Edit> edits = {
        hand.edit(OperationKind::Create, "quote_group", group,
                  {{"quote", quote->id}, {"title", "g" + std::to_string(m_token)}, {"position", "a"}})};
    if (line != nullptr)
        edits.push_back(hand.edit(OperationKind::Update, "quote_line", line->id, {{"quote_group", group}}));
    return commit(laptop, edits);
}

// A revision in parts of two rows: on nobody's laptop it is there by halves.
std::string World::publish(Laptop& laptop, Dice& dice)
{
    if (laptop.machine->isOld())
        return {}; // has never heard of such
    LaptopMachine& machine = *laptop.machine;
    if (!machine.isOpen())
        return {};
    const auto list = anyRow(laptop, "price_list", dice);
    const auto product = anyRow(laptop, "product", dice);
    if (!list || !product || dice.once(30))
        return {};
    std::int64_t highest = 0;
    Id newest;
    for (const Record& revision : rowsOf(machine.replica(), "price_revision"))
        if (revision.value("number").integer() > highest) {
            highest = revision.value("number").integer();
            newest = revision.id;
        }
    const QuoteHand hand(machine.replica());
    std::vector<QuoteHand::Price> prices(pricesOfARevision, {product->id, "1.00 EUR"});
    auto edits = hand.publishing(list->id, highest + 1, newest, prices, machine.clock.newId());
    const Entity& entry = schema::entity("price_entry");
    for (std::size_t i = 1; i < edits.size(); ++i) {
        edits[i].id = machine.clock.newId();
        edits[i].values.emplace_back(*entry.indexOf("min_quantity"), units(static_cast<std::int64_t>(i)));
    }
    const auto bulk = machine.replica().commitBulk(edits, 2);
    note(bulk.ok() ? "published" : bulk.error().message);
    if (tells)
        std::printf("    %s publishes r%lld: %s\n", machine.login().c_str(), static_cast<long long>(highest + 1),
                    bulk.ok() ? "saved" : bulk.error().message.c_str());
    if (!bulk.ok() || machine.disk.dead())
        return {};
    auto statement =
        must(machine.replica().connection().prepare("SELECT body FROM outbox WHERE bulk=?1 ORDER BY number"));
    statement.bind(1, *bulk);
    while (must(statement.step())) {
        m_model.typed(machine.name(), Bytes(statement.blob(0)));
        m_model.acknowledged(Bytes(statement.blob(0)));
    }
    return {};
}

std::string World::handOver(Laptop& laptop, Dice& dice)
{
    if (laptop.machine->isOld())
        return {}; // has never heard of such
    if (!laptop.machine->isOpen())
        return {};
    const auto quote = quoteThatIs(laptop, "draft", dice);
    if (!quote)
        return {};
    QuoteHand hand(laptop.machine->replica());
    if (!quote->value("review").isNull()) // he has looked
        return commit(laptop, {hand.edit(OperationKind::Update, "quote", quote->id, {{"review", Value()}})});
    const auto edits = hand.handingOver(quote->id, ("Q-" + std::to_string(m_token)).c_str());
    if (!edits.ok())
        return {};
    // The paper is what he has written, with all that stands on it, and stays his.
    for (const auto& [field, value] : (*edits)[1].values) {
        std::vector<std::uint64_t> found;
        findCanaries(value.text(), found);
        laptop.own.insert(found.begin(), found.end());
    }
    return commit(laptop, *edits);
}

std::string World::accept(Laptop& laptop, Dice& dice)
{
    if (laptop.machine->isOld())
        return {}; // has never heard of such
    if (!laptop.machine->isOpen())
        return {};
    const auto quote = quoteThatIs(laptop, "sent", dice);
    if (!quote)
        return {};
    QuoteHand hand(laptop.machine->replica());
    if (dice.once(4))
        return commit(laptop, {hand.edit(OperationKind::Update, "quote", quote->id,
                                         {{"status", "rejected"}, {"reason", "rejected " + std::to_string(m_token)}})});
    const auto edits = hand.accepting(quote->id, ("O-" + std::to_string(m_token)).c_str(), dice.once(2));
    return edits.ok() ? commit(laptop, *edits) : std::string();
}

std::string World::takeNumber(Laptop& laptop, Dice& dice)
{
    if (laptop.machine->isOld())
        return {}; // has never heard of such
    LaptopMachine& machine = *laptop.machine;
    const std::string series = dice.once(3) ? "order" : "quote";
    for (std::uint64_t papers = 1 + dice.below(40); papers > 0 && machine.isOpen(); --papers) {
        const auto number = Leases(machine.replica(), machine.machineId()).next(series);
        if (!number.ok() || machine.disk.dead())
            return number.ok() || laptop.faultyDisk || machine.disk.dead()
                       ? std::string()
                       : machine.name() + " could not number a paper: " + number.error().message;
        note(number->text());
        if (number->isDraft())
            continue;
        std::string wrong = m_numbers.catchUp(m_server.database());
        if (wrong.empty())
            wrong = m_numbers.printed(machine.name(), series, number->number, *must(machine.replica().identity()),
                                      machine.machineId());
        if (!wrong.empty())
            return wrong;
    }
    return {};
}

std::string World::lookAtDeals(Laptop& laptop)
{
    Replica& replica = laptop.machine->replica();
    const std::string& who = laptop.machine->name();
    QuoteHand hand(replica);
    for (const Record& quote : rowsOf(replica, "quote")) {
        const auto document = hand.document(quote.id);
        if (!document.ok())
            return who + " cannot compute quote " + titleOf(quote) + ": " + document.error().message;
        if (const Status sums = pricing::checkArithmetic(*document); !sums.ok())
            return who + " shows a quote that does not add up: " + sums.error().message;
        std::set<std::string> texts;
        for (const Record& line : partsOf(replica, "quote_line", quote.id))
            if (!texts.insert(line.value("description").text()).second)
                return who + " shows a line twice: " + line.value("description").text();
    }
    for (const Record& row : rowsOf(replica, "quote_document")) {
        const auto paper = pricing::readDocument(row.value("body").text());
        if (!paper.ok() || pricing::hashOf(row.value("body").text()) != row.value("hash").text())
            return who + " has a document that is not what was handed over";
        if (const Status sums = pricing::checkArithmetic(*paper); !sums.ok())
            return who + " has a document that does not add up: " + sums.error().message;
        if (Money{paper->gross, paper->currency}.toString() != row.value("gross").text() ||
            paper->number != row.value("number").text())
            return who + " has a document with another total than is printed on it";
    }
    std::map<Id, std::size_t> prices;
    for (const Record& entry : rowsOf(replica, "price_entry"))
        if (!entry.value("revision").isNull())
            ++prices[entry.value("revision").id()];
    for (const Record& revision : rowsOf(replica, "price_revision"))
        if (prices[revision.id] != pricesOfARevision)
            return who + " shows half a price list: " + std::to_string(prices[revision.id]) + " prices";
    std::map<Id, std::int64_t> ordered;
    for (const Record& line : rowsOf(replica, "order_line"))
        ordered[line.value("order").id()] += Money::parse(line.value("net").text())->amount.units;
    for (const Record& order : rowsOf(replica, "order"))
        if (Money::parse(order.value("net").text())->amount.units != ordered[order.id])
            return who + " shows an order that does not add up";
    return {};
}

} // namespace satchel::simulation
