// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/OrderPapers.h"

#include "core/base/Decimal.h"
#include "core/schema/ValueJson.h"

#include <algorithm>

namespace satchel::server {

namespace {

using Json = nlohmann::ordered_json;

Json json(const Record& record, const char* field)
{
    return valueToJson(*record.entity->field(field), record.value(field));
}

// The currency is the order's, and stands there once.
Json amount(const Record& record, const char* field)
{
    const auto money = Money::parse(record.value(field).text());
    return money ? Json(money->amount.toString(currencyDecimals(money->currency))) : Json();
}

/// The fields of the record that `from` refers to, under the names given; null if it refers to none.
Json mentioned(const OrderPapers& papers, const Record& from, const char* reference,
               const std::vector<const char*>& fields, bool withId)
{
    const Record* record = papers.find(from.value(reference).id());
    if (record == nullptr)
        return {};
    Json object;
    if (withId)
        object["id"] = record->id.toString();
    for (const char* field : fields)
        object[field] = json(*record, field);
    return object;
}

Json account(const OrderPapers& papers, const Record& from, const char* reference)
{
    return mentioned(papers, from, reference, {"number", "name", "address", "vat_id"}, true);
}

Json line(const OrderPapers& papers, const Record& record, std::size_t number)
{
    Json object;
    object["line"] = number;
    object["id"] = record.id.toString();
    object["product"] = mentioned(papers, record, "product", {"code", "name"}, true);
    object["description"] = json(record, "description");
    object["part_number"] = json(record, "part_number");
    object["quantity"] = json(record, "quantity");
    object["unit"] = json(record, "unit");
    object["unit_price"] = amount(record, "unit_price");
    object["net"] = amount(record, "net");
    object["tax_percent"] = json(record, "tax_percent");
    const Record* promotion = papers.find(record.value("promotion").id());
    object["promotion"] = promotion == nullptr ? Json() : json(*promotion, "code");
    object["ship_to"] = account(papers, record, "ship_to");
    object["delivery_date"] = json(record, "delivery_date");
    return object;
}

/// What a record refers to goes into `papers`.
Status mention(EntityTables& tables, const Record& record, OrderPapers& papers)
{
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const Field& field = record.entity->fields[i];
        const Id id = record.values[i].id();
        if (field.type != FieldType::Reference || id.isNull() || papers.mentioned.contains(id))
            continue;
        SATCHEL_ASSIGN(const auto found, tables.findForMerge(schema::entity(field.references), id));
        if (found)
            papers.mentioned.emplace(id, found->record);
    }
    return Ok{};
}

} // namespace

const Record* OrderPapers::find(const Id& id) const
{
    const auto found = mentioned.find(id);
    return found == mentioned.end() ? nullptr : &found->second;
}

Result<OrderPapers> readOrder(Database& database, EntityTables& tables, const Id& id)
{
    SATCHEL_ASSIGN(auto order, tables.find(schema::entity("order"), id));
    if (!order)
        return Error{ErrorKind::NotFound, "There is no such order."};
    OrderPapers papers{.order = std::move(*order)};
    SATCHEL_TRY(mention(tables, papers.order, papers));
    const Entity& entity = schema::entity("order_line");
    SATCHEL_ASSIGN(const auto rows, database.query("SELECT " + EntityTables::columns(entity, "l") +
                                                       " FROM e_order_line l WHERE l.f_order=$1 AND l.deleted=0",
                                                   {cell(id)}));
    for (const Row& row : rows)
        papers.lines.push_back(EntityTables::read(entity, row));
    // Not by the database: engines differ in how they order text.
    std::sort(papers.lines.begin(), papers.lines.end(), [](const Record& a, const Record& b) {
        return std::pair(a.value("position").text(), a.id) < std::pair(b.value("position").text(), b.id);
    });
    for (const Record& line : papers.lines)
        SATCHEL_TRY(mention(tables, line, papers));
    return papers;
}

std::string orderBody(const OrderEvent& event, const OrderPapers& papers)
{
    const Record& order = papers.order;
    Json object;
    object["id"] = order.id.toString();
    object["number"] = json(order, "number");
    object["ordered_on"] = json(order, "ordered_on");
    object["reference"] = json(order, "reference");
    object["quote"] = mentioned(papers, order, "quote", {"number", "revision"}, false);
    object["account"] = account(papers, order, "account");
    object["contact"] = mentioned(papers, order, "contact", {"first_name", "last_name", "email", "phone"}, true);
    object["owner"] = mentioned(papers, order, "owner", {"login", "name", "email"}, false);
    object["ship_to"] = account(papers, order, "ship_to");
    object["delivery_date"] = json(order, "delivery_date");
    object["terms"] = json(order, "terms");
    object["notes"] = json(order, "notes");
    object["currency"] = json(order, "currency");
    Json lines = Json::array();
    for (std::size_t i = 0; i < papers.lines.size(); ++i)
        lines.push_back(line(papers, papers.lines[i], i + 1));
    object["lines"] = std::move(lines);
    for (const char* sum : {"net", "tax", "gross"})
        object[sum] = amount(order, sum);
    Json body;
    body["delivery"] = event.delivery.toString();
    body["event"] = event.name;
    body["at"] = formatInstant(event.at);
    body["order"] = std::move(object);
    return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace satchel::server
