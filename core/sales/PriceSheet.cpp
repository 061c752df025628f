// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceSheet.h"

#include "core/base/TimeZone.h"
#include "core/model/Reading.h"
#include "core/rules/pricing/Days.h"

#include <algorithm>
#include <set>

namespace satchel::sales {

namespace {

using Kind = pricing::Entry::Kind;

Kind kindOf(const std::string& text)
{
    return text == "percent_of_list"   ? Kind::PercentOfList
           : text == "percent_of_cost" ? Kind::PercentOfCost
           : text == "removed"         ? Kind::Removed
                                       : Kind::Fixed;
}

// Only what its kind makes use of, so that equal prices are equal.
ListPrice priceOf(const Record& entry)
{
    ListPrice price{.kind = kindOf(entry.value("kind").text()),
                    .minQuantity = {entry.value("min_quantity").integer()},
                    .minPrice = amountOf(entry, "min_price"),
                    .validFrom = entry.value("valid_from").text(),
                    .validTo = entry.value("valid_to").text()};
    if (price.kind != Kind::PercentOfList)
        price.price = amountOf(entry, "price").value_or(Decimal{});
    if (price.kind != Kind::Fixed)
        price.percent = {entry.value("percent").integer()};
    if (price.kind == Kind::PercentOfList)
        price.baseList = entry.value("base_list").id();
    return price;
}

// The revision, what it follows, and so on, each once.
std::vector<Value> descentOf(const PriceListRecords& list, const Id& revision)
{
    std::vector<Value> descent;
    std::set<Id> seen;
    for (const Record* at = list.revision(revision); at != nullptr && seen.insert(at->id).second;
         at = list.revision(at->value("follows").id()))
        descent.emplace_back(at->id);
    descent.emplace_back(); // entries of no revision
    return descent;
}

// What one revision says: products with an empty list of prices are removed.
Result<PriceSheet> saidBy(RecordSource& records, const Id& list, const Value& revision)
{
    const Entity& entity = schema::entity("price_entry");
    // A revision belongs to one list; only what names none is found by its list.
    std::vector<RecordSource::Match> matches = {{*entity.indexOf("revision"), revision}};
    if (revision.isNull())
        matches.push_back({*entity.indexOf("price_list"), list});
    SATCHEL_ASSIGN(const auto rows, records.where(entity, matches));
    PriceSheet said;
    std::set<Id> removed;
    for (const Record& row : rows) {
        const Id product = row.value("product").id();
        ListPrice price = priceOf(row);
        if (price.kind == Kind::Removed)
            removed.insert(product);
        said[product].push_back(std::move(price));
    }
    for (const Id& product : removed)
        said[product].clear();
    return said;
}

} // namespace

void sortPrices(ProductPrices& prices)
{
    std::sort(prices.begin(), prices.end(), [](const ListPrice& a, const ListPrice& b) {
        return std::tie(a.minQuantity, a.validFrom) < std::tie(b.minQuantity, b.validFrom);
    });
}

std::string PriceListRecords::code() const
{
    return list.value("code").isNull() ? list.label() : list.value("code").text();
}

std::string PriceListRecords::currency() const
{
    return list.value("currency").text();
}

std::string PriceListRecords::today(Milliseconds now) const
{
    return dayIn(list.value("time_zone").text(), now);
}

const Record* PriceListRecords::newest() const
{
    for (const char* status : {"published", "withdrawn"}) {
        const auto found = std::find_if(revisions.rbegin(), revisions.rend(), [&](const Record& revision) {
            return revision.value("status").text() == status;
        });
        if (found != revisions.rend())
            return &*found;
    }
    return nullptr;
}

const Record* PriceListRecords::revision(const Id& id) const
{
    const auto found = std::find_if(revisions.begin(), revisions.end(), [&](const Record& r) { return r.id == id; });
    return found == revisions.end() ? nullptr : &*found;
}

std::int64_t PriceListRecords::nextNumber() const
{
    return revisions.empty() ? 1 : std::max<std::int64_t>(revisions.back().value("number").integer(), 0) + 1;
}

pricing::ListRounding PriceListRecords::rounding() const
{
    const std::string& direction = list.value("rounding").text();
    return {.direction = direction == "up"     ? pricing::Direction::Up
                         : direction == "down" ? pricing::Direction::Down
                                               : pricing::Direction::Nearest,
            .step = {list.value("rounding_step").integer()},
            .endsIn = {list.value("ends_in").integer()}};
}

Result<PriceListRecords> readPriceList(RecordSource& records, const Id& list)
{
    SATCHEL_ASSIGN(auto record, records.find(schema::entity("price_list"), list));
    if (!record)
        return Error{ErrorKind::NotFound, "There is no such price list on this laptop."};
    PriceListRecords all{.list = std::move(*record), .revisions = {}};
    const Entity& entity = schema::entity("price_revision");
    SATCHEL_ASSIGN(all.revisions, records.where(entity, {{*entity.indexOf("price_list"), list}}));
    std::stable_sort(all.revisions.begin(), all.revisions.end(), [](const Record& a, const Record& b) {
        return a.value("number").integer() < b.value("number").integer();
    });
    return all;
}

Result<PriceSheet> readSheet(RecordSource& records, const PriceListRecords& list, const Id& revision)
{
    PriceSheet sheet;
    for (const Value& at : descentOf(list, revision)) {
        SATCHEL_ASSIGN(auto said, saidBy(records, list.list.id, at));
        sheet.merge(said); // what a later revision has spoken of stays
    }
    std::erase_if(sheet, [](const auto& entry) { return entry.second.empty(); });
    for (auto& [product, prices] : sheet)
        sortPrices(prices);
    return sheet;
}

Result<ProductPrices> readPrices(RecordSource& records, const PriceListRecords& list, const Id& revision,
                                 const Id& product)
{
    const Entity& entity = schema::entity("price_entry");
    SATCHEL_ASSIGN(const auto rows, records.where(entity, {{*entity.indexOf("price_list"), list.list.id},
                                                           {*entity.indexOf("product"), product}}));
    for (const Value& at : descentOf(list, revision)) {
        ProductPrices said;
        for (const Record& row : rows)
            if (row.value("revision") == at)
                said.push_back(priceOf(row));
        if (said.empty())
            continue; // it does not speak of the product; what it follows may
        if (std::any_of(said.begin(), said.end(), [](const ListPrice& each) { return each.kind == Kind::Removed; }))
            return ProductPrices();
        sortPrices(said);
        return said;
    }
    return ProductPrices();
}

ProductPrices validOn(const ProductPrices& prices, const std::string& date)
{
    ProductPrices valid;
    for (const ListPrice& price : prices) { // by quantity, then by first day: a later one takes the place
        if (!pricing::isWithin(price.validFrom, price.validTo, date))
            continue;
        if (!valid.empty() && valid.back().minQuantity == price.minQuantity)
            valid.back() = price;
        else
            valid.push_back(price);
    }
    return valid;
}

std::string priceText(const ListPrice& price, const PriceListRecords& list, const std::string& baseCode)
{
    const auto money = [&](const Decimal& amount) { return Money{amount, list.currency()}.toString(); };
    std::string text;
    if (price.kind == Kind::PercentOfList)
        text = price.percent.toString() + " % of " + (baseCode.empty() ? "the parent list" : baseCode);
    else
        text = money(price.price);
    if (price.kind == Kind::PercentOfCost)
        text += " (" + price.percent.toString() + " % of cost)";
    if (price.minQuantity.units != 0)
        text += " from " + price.minQuantity.toString();
    if (price.minPrice)
        text += ", at least " + money(*price.minPrice);
    if (!price.validFrom.empty())
        text += ", from " + price.validFrom;
    if (!price.validTo.empty())
        text += ", until " + price.validTo;
    return text;
}

} // namespace satchel::sales
