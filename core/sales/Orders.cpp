// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Orders.h"

#include "core/sales/OrderReader.h"

#include <algorithm>
#include <set>

namespace satchel::sales {

namespace {

bool fits(const Record& order, const OrderFilter& filter)
{
    const std::string& day = order.value("ordered_on").text();
    return (filter.status.empty() || order.value("status").text() == filter.status) &&
           (filter.from.empty() || filter.from <= day) && (filter.to.empty() || day <= filter.to);
}

bool isNewer(const Record& a, const Record& b)
{
    const std::string& left = a.value("ordered_on").text();
    const std::string& right = b.value("ordered_on").text();
    return left != right ? left > right : a.value("number").text() > b.value("number").text();
}

Result<sqlite::Transaction> reading(Replica& replica)
{
    return sqlite::Transaction::begin(replica.connection(), sqlite::Transaction::Kind::Deferred);
}

Result<std::string> accountName(OrderReader& reader, const Record& order)
{
    SATCHEL_ASSIGN(const Record* account, reader.mentioned(order, "account"));
    return account == nullptr ? std::string() : account->label();
}

} // namespace

Result<std::vector<Id>> OrderReader::sites(const Id& account)
{
    const Entity& entity = schema::entity("account");
    std::vector<Id> all = {account};
    std::set<Id> known = {account}; // two that are each other's parent are a fault, and no reason to go on for ever
    for (std::size_t i = 0; i < all.size(); ++i) {
        SATCHEL_ASSIGN(const auto below, m_records.where(entity, {{*entity.indexOf("parent"), Value(all[i])}}));
        for (const Record& site : below)
            if (known.insert(site.id).second)
                all.push_back(site.id);
    }
    return all;
}

Result<std::vector<Record>> OrderReader::orders(const OrderFilter& filter)
{
    const Entity& entity = schema::entity("order");
    std::vector<Record> found;
    const auto take = [&](std::vector<Record> rows) {
        for (Record& row : rows)
            if (fits(row, filter))
                found.push_back(std::move(row));
    };
    if (filter.account.isNull()) {
        SATCHEL_ASSIGN(auto rows, m_records.where(entity, {}));
        take(std::move(rows));
    } else {
        SATCHEL_ASSIGN(const auto accounts, sites(filter.account));
        for (const Id& account : accounts) {
            SATCHEL_ASSIGN(auto rows, m_records.where(entity, {{*entity.indexOf("account"), Value(account)}}));
            take(std::move(rows));
        }
    }
    std::stable_sort(found.begin(), found.end(), isNewer);
    if (found.size() > filter.limit)
        found.resize(filter.limit);
    return found;
}

Result<std::vector<Record>> OrderReader::lines(const Id& order)
{
    const Entity& entity = schema::entity("order_line");
    SATCHEL_ASSIGN(auto rows, m_records.where(entity, {{*entity.indexOf("order"), Value(order)}}));
    std::stable_sort(rows.begin(), rows.end(), [](const Record& a, const Record& b) {
        return a.value("position").text() < b.value("position").text();
    });
    return rows;
}

Result<const Record*> OrderReader::mentioned(const Record& record, std::string_view field)
{
    const Id id = record.value(field).id();
    if (id.isNull())
        return nullptr;
    auto known = m_mentioned.find(id);
    if (known == m_mentioned.end()) {
        SATCHEL_ASSIGN(auto found, m_records.find(schema::entity(record.entity->field(field)->references), id));
        known = m_mentioned.emplace(id, std::move(found)).first;
    }
    return known->second ? &*known->second : nullptr;
}

Result<Purchase> OrderReader::purchase(const Record& order, const Record& line)
{
    const auto money = [&](const char* field) {
        const auto amount = Money::parse(line.value(field).text());
        return amount ? amount->amount : Decimal{};
    };
    Purchase purchase{.order = order.id,
                      .line = line.id,
                      .number = order.value("number").text(),
                      .orderedOn = order.value("ordered_on").text(),
                      .status = order.value("status").text(),
                      .account = order.value("account").id(),
                      .product = line.value("product").id(),
                      .description = line.value("description").text(),
                      .quantity = Decimal{line.value("quantity").integer()},
                      .unit = line.value("unit").text(),
                      .unitPrice = money("unit_price"),
                      .net = money("net"),
                      .currency = order.value("currency").text(),
                      .promotion = line.value("promotion").id()};
    SATCHEL_ASSIGN(purchase.accountName, accountName(*this, order));
    SATCHEL_ASSIGN(const Record* product, mentioned(line, "product"));
    if (product != nullptr) {
        purchase.code = product->value("code").text();
        if (purchase.description.empty())
            purchase.description = product->label();
    }
    SATCHEL_ASSIGN(const Record* promotion, mentioned(line, "promotion"));
    purchase.promotionName = promotion == nullptr ? "" : promotion->label();
    return purchase;
}

Result<std::vector<Purchase>> purchasesOf(Replica& replica, const Id& account, const Id& product, std::size_t limit)
{
    SATCHEL_ASSIGN(const auto transaction, reading(replica));
    OrderReader reader(replica);
    SATCHEL_ASSIGN(const auto orders, reader.orders({.account = account, .limit = SIZE_MAX}));
    std::vector<Purchase> found;
    for (const Record& order : orders) {
        SATCHEL_ASSIGN(const auto lines, reader.lines(order.id));
        for (const Record& line : lines) {
            if (found.size() == limit)
                return found;
            if (!product.isNull() && line.value("product").id() != product)
                continue;
            SATCHEL_ASSIGN(Purchase purchase, reader.purchase(order, line));
            found.push_back(std::move(purchase));
        }
    }
    return found;
}

Result<std::vector<OrderSummary>> listOrders(Replica& replica, const OrderFilter& filter)
{
    SATCHEL_ASSIGN(const auto transaction, reading(replica));
    OrderReader reader(replica);
    SATCHEL_ASSIGN(auto orders, reader.orders(filter));
    std::vector<OrderSummary> all;
    for (Record& order : orders) {
        OrderSummary summary;
        SATCHEL_ASSIGN(summary.accountName, accountName(reader, order));
        SATCHEL_ASSIGN(const auto lines, reader.lines(order.id));
        summary.lines = lines.size();
        summary.order = std::move(order);
        all.push_back(std::move(summary));
    }
    return all;
}

Result<OrderSheet> orderSheet(Replica& replica, const Id& id)
{
    SATCHEL_ASSIGN(const auto transaction, reading(replica));
    OrderReader reader(replica);
    SATCHEL_ASSIGN(auto order, replica.find(schema::entity("order"), id));
    if (!order)
        return Error{ErrorKind::NotFound, "There is no such order on this laptop."};
    OrderSheet sheet{.order = std::move(*order)};
    SATCHEL_ASSIGN(sheet.accountName, accountName(reader, sheet.order));
    SATCHEL_ASSIGN(const auto lines, reader.lines(id));
    for (const Record& line : lines) {
        SATCHEL_ASSIGN(Purchase purchase, reader.purchase(sheet.order, line));
        sheet.lines.push_back(std::move(purchase));
    }
    return sheet;
}

} // namespace satchel::sales
