// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/SnapshotReader.h"

#include "core/model/Reading.h"
#include "core/schema/Schema.h"

#include <algorithm>
#include <array>

namespace satchel::pricing {

namespace {

// A line of parents longer than this is a ring; the engine says so where it matters.
constexpr std::size_t longestLine = 32;

RecordSource::Match match(const Entity& entity, std::string_view field, Value value)
{
    return {*entity.indexOf(field), std::move(value)};
}

Breaks breaksOf(const Record& list)
{
    return list.value("breaks").text() == "graduated" ? Breaks::Graduated : Breaks::Slab;
}

ListRounding roundingOf(const Record& list)
{
    const std::string& direction = list.value("rounding").text();
    return {.direction = direction == "up"     ? Direction::Up
                         : direction == "down" ? Direction::Down
                                               : Direction::Nearest,
            .step = decimalOf(list, "rounding_step"),
            .endsIn = decimalOf(list, "ends_in")};
}

Revision revisionOf(const Record& row)
{
    return {.id = row.id,
            .number = row.value("number").integer(),
            .published = row.value("status").text() == "published",
            .effectiveFrom = row.value("effective_from").text(),
            .follows = row.value("follows").id()};
}

Entry::Kind kindOf(const std::string& text)
{
    return text == "percent_of_list"   ? Entry::Kind::PercentOfList
           : text == "percent_of_cost" ? Entry::Kind::PercentOfCost
           : text == "removed"         ? Entry::Kind::Removed
                                       : Entry::Kind::Fixed;
}

Entry entryOf(const Record& row)
{
    Entry entry{.id = row.id,
                .price = amountOf(row, "price").value_or(Decimal{}),
                .minQuantity = decimalOf(row, "min_quantity"),
                .minPrice = amountOf(row, "min_price"),
                .validFrom = row.value("valid_from").text(),
                .validTo = row.value("valid_to").text()};
    if (row.entity->name == "price_entry") {
        entry.revision = row.value("revision").id();
        entry.kind = kindOf(row.value("kind").text());
        entry.percent = decimalOf(row, "percent");
        entry.baseList = row.value("base_list").id();
    }
    return entry;
}

std::optional<Promotion> promotionOf(const Record& row)
{
    static constexpr std::array<std::pair<std::string_view, Promotion::Kind>, 4> kinds = {
        {{"percent", Promotion::Kind::Percent},
         {"amount", Promotion::Kind::Amount},
         {"free_item", Promotion::Kind::FreeItem},
         {"buy_get", Promotion::Kind::BuyGet}}};
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const auto& each) { return each.first == row.value("kind").text(); });
    if (kind == kinds.end())
        return std::nullopt;
    return Promotion{.id = row.id,
                     .code = row.value("code").text(),
                     .name = row.value("name").text(),
                     .kind = kind->second,
                     .priority = row.value("priority").isNull() ? 100 : row.value("priority").integer(),
                     .exclusive = isSet(row, "exclusive"),
                     .active = isSet(row, "active"),
                     .validFrom = row.value("valid_from").text(),
                     .validTo = row.value("valid_to").text(),
                     .territories = idsOf(row, "territories"),
                     .segments = textsOf(row, "segments"),
                     .accounts = idsOf(row, "accounts"),
                     .products = idsOf(row, "products"),
                     .families = textsOf(row, "families"),
                     .minQuantity = decimalOf(row, "min_quantity"),
                     .minAmount = moneyOf(row, "min_amount"),
                     .percent = decimalOf(row, "percent"),
                     .amount = moneyOf(row, "amount"),
                     .buy = decimalOf(row, "buy"),
                     .free = decimalOf(row, "free"),
                     .freeProduct = row.value("free_product").id(),
                     .repeats = isSet(row, "repeats")};
}

Result<std::optional<Record>> companyOf(RecordSource& records)
{
    SATCHEL_ASSIGN(auto rows, records.where(schema::entity("company"), {}));
    return rows.empty() ? std::optional<Record>() : std::optional(std::move(rows.front()));
}

} // namespace

Result<Customer> SnapshotReader::customer(const Id& account)
{
    Customer customer;
    const Entity& entity = schema::entity("account");
    std::optional<Record> at;
    if (!account.isNull()) {
        SATCHEL_ASSIGN(at, m_records.find(entity, account));
    }
    Id territory;
    while (at && customer.accounts.size() < longestLine &&
           std::find(customer.accounts.begin(), customer.accounts.end(), at->id) == customer.accounts.end()) {
        if (customer.accounts.empty()) {
            customer.segment = at->value("segment").text();
            customer.country = memberOf(*at, "address", "country");
            customer.region = memberOf(*at, "address", "region");
            const std::string& taxation = at->value("taxation").text();
            customer.taxation = taxation == "reverse_charge" ? Taxation::ReverseCharge
                                : taxation == "exempt"       ? Taxation::Exempt
                                                             : Taxation::Normal;
        }
        customer.accounts.push_back(at->id);
        if (territory.isNull())
            territory = at->value("territory").id();
        const Id parent = at->value("parent").id();
        at.reset();
        if (!parent.isNull()) {
            SATCHEL_ASSIGN(at, m_records.find(entity, parent));
        }
    }
    while (!territory.isNull() && customer.territories.size() < longestLine &&
           std::find(customer.territories.begin(), customer.territories.end(), territory) ==
               customer.territories.end()) {
        customer.territories.push_back(territory);
        SATCHEL_ASSIGN(const auto node, m_records.find(schema::entity("territory"), territory));
        territory = node ? node->value("parent").id() : Id();
    }
    if (customer.country.empty()) {
        SATCHEL_ASSIGN(const auto company, companyOf(m_records));
        if (company)
            customer.country = company->value("country").text();
    }
    return customer;
}

Status SnapshotReader::addList(const Id& id, Snapshot& snapshot)
{
    if (id.isNull() || snapshot.lists.contains(id))
        return Ok{};
    SATCHEL_ASSIGN(const auto row, m_records.find(schema::entity("price_list"), id));
    if (!row)
        return Ok{};
    List list{.id = id,
              .code = row->value("code").text(),
              .name = row->value("name").text(),
              .currency = row->value("currency").text(),
              .active = isSet(*row, "active"),
              .parent = row->value("parent").id(),
              .segment = row->value("segment").text(),
              .territory = row->value("territory").id(),
              .breaks = breaksOf(*row),
              .taxInclusive = isSet(*row, "tax_inclusive"),
              .converts = isSet(*row, "converts"),
              .rounding = roundingOf(*row)};
    const Entity& revisions = schema::entity("price_revision");
    SATCHEL_ASSIGN(const auto rows, m_records.where(revisions, {match(revisions, "price_list", id)}));
    for (const Record& revision : rows)
        list.revisions.push_back(revisionOf(revision));
    const Id parent = list.parent;
    snapshot.lists.emplace(id, std::move(list));
    return addList(parent, snapshot);
}

Status SnapshotReader::addAgreement(const Record& row, Snapshot& snapshot)
{
    List list{.id = row.id,
              .code = row.value("code").text(),
              .name = row.value("name").text(),
              .currency = row.value("currency").text(),
              .active = isSet(row, "active"),
              .breaks = breaksOf(row),
              .taxInclusive = isSet(row, "tax_inclusive"),
              .converts = isSet(row, "converts"),
              .rounding = roundingOf(row),
              .account = row.value("account").id(),
              .validFrom = row.value("valid_from").text(),
              .validTo = row.value("valid_to").text(),
              .baseList = row.value("base_list").id(),
              .percent = decimalOf(row, "percent")};
    const Id base = list.baseList;
    snapshot.lists.emplace(row.id, std::move(list));
    return addList(base, snapshot);
}

// The lists the customer may be priced by; which of them come first is the engine's to say.
Status SnapshotReader::addLists(const Customer& customer, const Id& list, Snapshot& snapshot)
{
    const Entity& agreements = schema::entity("agreement");
    for (const Id& account : customer.accounts) {
        SATCHEL_ASSIGN(const auto rows, m_records.where(agreements, {match(agreements, "account", account)}));
        for (const Record& row : rows)
            SATCHEL_TRY(addAgreement(row, snapshot));
    }
    if (!list.isNull())
        return addList(list, snapshot);
    SATCHEL_ASSIGN(const auto lists, m_records.where(schema::entity("price_list"), {}));
    for (const Record& row : lists) {
        const std::string& segment = row.value("segment").text();
        const Id territory = row.value("territory").id();
        const bool ofSegment = !segment.empty() && segment == customer.segment;
        const bool ofTerritory =
            !territory.isNull() && std::find(customer.territories.begin(), customer.territories.end(), territory) !=
                                       customer.territories.end();
        if (ofSegment || ofTerritory)
            SATCHEL_TRY(addList(row.id, snapshot));
    }
    return addList(snapshot.companyList, snapshot);
}

Status SnapshotReader::addEntries(const std::vector<Id>& products, Snapshot& snapshot)
{
    const Entity& entries = schema::entity("price_entry");
    const Entity& agreed = schema::entity("agreed_price");
    // Entries may refer to lists that were not known before; those get their entries in the next round.
    for (std::set<Id> done; done.size() != snapshot.lists.size();) {
        std::vector<Id> bases;
        for (auto& [id, list] : snapshot.lists) {
            if (!done.insert(id).second)
                continue;
            const bool isAgreement = !list.account.isNull();
            const Entity& entity = isAgreement ? agreed : entries;
            SATCHEL_ASSIGN(const auto rows,
                           m_records.whereAny(entity, {match(entity, isAgreement ? "agreement" : "price_list", id)},
                                              *entity.indexOf("product"), products));
            for (const Record& row : rows) {
                Entry entry = entryOf(row);
                bases.push_back(entry.baseList);
                list.entries[row.value("product").id()].push_back(std::move(entry));
            }
        }
        for (const Id& base : bases)
            SATCHEL_TRY(addList(base, snapshot));
    }
    return Ok{};
}

Status SnapshotReader::addProducts(const std::vector<Id>& products, Snapshot& snapshot)
{
    const Entity& entity = schema::entity("product");
    const Entity& units = schema::entity("product_unit");
    SATCHEL_ASSIGN(const auto rows, m_records.findAll(entity, products));
    for (const Record& row : rows)
        snapshot.products.emplace(row.id, Product{.id = row.id,
                                                  .code = row.value("code").text(),
                                                  .name = row.value("name").text(),
                                                  .family = row.value("family").text(),
                                                  .unit = row.value("unit").text(),
                                                  .taxClass = row.value("tax_class").text(),
                                                  .active = isSet(row, "active")});
    SATCHEL_ASSIGN(const auto others, m_records.whereAny(units, {}, *units.indexOf("product"), products));
    for (const Record& unit : others)
        if (const auto product = snapshot.products.find(unit.value("product").id()); product != snapshot.products.end())
            product->second.units[unit.value("name").text()] = decimalOf(unit, "factor");
    return Ok{};
}

// Small tables that every document may need.
Status SnapshotReader::addCommon(Snapshot& snapshot)
{
    SATCHEL_ASSIGN(const auto company, companyOf(m_records));
    if (company)
        snapshot.companyList = company->value("price_list").id();
    SATCHEL_ASSIGN(const auto rates, m_records.where(schema::entity("exchange_rate"), {}));
    for (const Record& row : rates)
        snapshot.rates.push_back({.id = row.id,
                                  .from = row.value("from_currency").text(),
                                  .to = row.value("to_currency").text(),
                                  .date = row.value("date").text(),
                                  .fromAmount = decimalOf(row, "from_amount"),
                                  .toAmount = decimalOf(row, "to_amount")});
    SATCHEL_ASSIGN(const auto promotions, m_records.where(schema::entity("promotion"), {}));
    for (const Record& row : promotions)
        if (auto promotion = promotionOf(row))
            snapshot.promotions.push_back(std::move(*promotion));
    return Ok{};
}

Result<Snapshot> SnapshotReader::read(const Customer& customer, const Id& list, const std::set<Id>& products)
{
    Snapshot snapshot;
    SATCHEL_TRY(addCommon(snapshot));
    SATCHEL_TRY(addLists(customer, list, snapshot));
    const Entity& taxes = schema::entity("tax_rate");
    SATCHEL_ASSIGN(const auto rates, m_records.where(taxes, {match(taxes, "country", Value(customer.country))}));
    for (const Record& row : rates)
        snapshot.taxRates.push_back({.id = row.id,
                                     .country = row.value("country").text(),
                                     .region = row.value("region").text(),
                                     .taxClass = row.value("tax_class").text(),
                                     .percent = decimalOf(row, "percent"),
                                     .validFrom = row.value("valid_from").text(),
                                     .validTo = row.value("valid_to").text()});
    std::set<Id> sought = products;
    for (const Promotion& promotion : snapshot.promotions)
        if (!promotion.freeProduct.isNull())
            sought.insert(promotion.freeProduct);
    const std::vector<Id> all(sought.begin(), sought.end());
    SATCHEL_TRY(addProducts(all, snapshot));
    SATCHEL_TRY(addEntries(all, snapshot));
    return snapshot;
}

Result<Snapshot> SnapshotReader::readList(const Id& id)
{
    Snapshot snapshot;
    SATCHEL_TRY(addList(id, snapshot));
    const auto list = snapshot.lists.find(id);
    if (list == snapshot.lists.end())
        return Error{ErrorKind::NotFound, "There is no such price list here."};
    const Entity& entries = schema::entity("price_entry");
    SATCHEL_ASSIGN(const auto rows, m_records.where(entries, {match(entries, "price_list", id)}));
    for (const Record& row : rows)
        list->second.entries[row.value("product").id()].push_back(entryOf(row));
    return snapshot;
}

} // namespace satchel::pricing
