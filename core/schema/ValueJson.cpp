// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/ValueJson.h"

#include "core/base/Clock.h"
#include "core/base/Decimal.h"
#include "core/schema/Composite.h"
#include "core/schema/Wording.h"

#include <algorithm>
#include <limits>

namespace satchel {

namespace {

using Json = nlohmann::ordered_json;

Error refuse(const Field& field, const std::string& predicate)
{
    return invalid("The " + spoken(field.name) + " must be " + predicate + ".", field.name);
}

Json parsedOrText(const std::string& text)
{
    Json json = Json::parse(text, nullptr, false);
    return json.is_discarded() ? Json(text) : json;
}

Json moneyToJson(const std::string& text)
{
    const auto money = Money::parse(text);
    if (!money)
        return Json(text);
    return Json{{"amount", money->amount.toString(currencyDecimals(money->currency))}, {"currency", money->currency}};
}

Result<Value> moneyFromJson(const Field& field, const Json& json)
{
    const Error error = refuse(field, "an object such as {\"amount\":\"12.30\",\"currency\":\"EUR\"}");
    if (!json.is_object() || json.size() != 2 || !json.contains("amount") || !json.contains("currency") ||
        !json["amount"].is_string() || !json["currency"].is_string())
        return error;
    const auto amount = Decimal::parse(json["amount"].get<std::string>());
    const auto currency = json["currency"].get<std::string>();
    if (!amount || !isCurrencyCode(currency))
        return error;
    return Value(Money{*amount, currency}.toString());
}

Result<Value> listFromJson(const Field& field, const Json& json)
{
    std::vector<std::string> elements;
    if (!json.is_array())
        return refuse(field, "a list of texts such as [\"a\",\"b\"]");
    for (const Json& element : json) {
        if (!element.is_string())
            return refuse(field, "a list of texts such as [\"a\",\"b\"]");
        const auto text = element.get<std::string>();
        if (text.empty())
            return refuse(field, "a list without empty elements");
        if (std::find(elements.begin(), elements.end(), text) == elements.end())
            elements.push_back(text);
    }
    return elements.empty() ? Value() : Value(writeList(elements));
}

Result<Value> groupFromJson(const Field& field, const Json& json)
{
    if (!json.is_object())
        return refuse(field, "an object with the members " + enumerated(field.members));
    for (const auto& [name, content] : json.items()) {
        if (std::find(field.members.begin(), field.members.end(), name) == field.members.end())
            return refuse(field, "an object with the members " + enumerated(field.members) + "; " + inQuotes(name) +
                                     " is none of these");
        if (!content.is_string() && !content.is_null())
            return refuse(field, "an object of texts; " + inQuotes(name) + " is not text");
    }
    GroupMembers members;
    for (const std::string& name : field.members)
        if (json.contains(name) && json[name].is_string())
            members.emplace_back(name, json[name].get<std::string>());
    const std::string text = writeGroup(members);
    return text.empty() ? Value() : Value(text);
}

Result<Value> textFromJson(const Field& field, const Json& json)
{
    const char* expected = field.type == FieldType::Decimal     ? "a decimal in quotation marks such as \"2.5\""
                           : field.type == FieldType::Date      ? "a date such as \"2026-11-22\""
                           : field.type == FieldType::Instant   ? "an instant such as \"2026-11-22T09:30:00Z\""
                           : field.type == FieldType::Reference ? "an id in quotation marks"
                                                                : "text";
    if (!json.is_string())
        return refuse(field, expected);
    const auto text = json.get<std::string>();
    if (text.empty())
        return Value();
    switch (field.type) {
    case FieldType::Decimal:
        if (const auto decimal = Decimal::parse(text))
            return Value(decimal->units);
        return refuse(field, expected);
    case FieldType::Date:
        if (isDate(text))
            return Value(text);
        return refuse(field, expected);
    case FieldType::Instant:
        if (const auto instant = parseInstant(text))
            return Value(*instant);
        return refuse(field, expected);
    case FieldType::Reference:
        if (const auto id = Id::parse(text))
            return Value(*id);
        return refuse(field, expected);
    default: return Value(text);
    }
}

} // namespace

Json valueToJson(const Field& field, const Value& value)
{
    if (value.isNull())
        return nullptr;
    switch (field.type) {
    case FieldType::Boolean: return value.integer() != 0;
    case FieldType::Integer: return value.integer();
    case FieldType::Decimal: return Decimal{value.integer()}.toString();
    case FieldType::Money: return moneyToJson(value.text());
    case FieldType::Instant: return formatInstant(value.integer());
    case FieldType::Reference: return value.id().toString();
    case FieldType::TextList:
    case FieldType::ReferenceList:
    case FieldType::Group:
    case FieldType::Timeline: return parsedOrText(value.text());
    case FieldType::Text:
    case FieldType::Notes:
    case FieldType::Choice:
    case FieldType::Date: return value.text();
    }
    return nullptr;
}

Result<Value> valueFromJson(const Field& field, const Json& json)
{
    if (json.is_null())
        return Value();
    switch (field.type) {
    case FieldType::Boolean:
        if (!json.is_boolean())
            return refuse(field, "true or false");
        return Value(static_cast<std::int64_t>(json.get<bool>() ? 1 : 0));
    case FieldType::Integer:
        if (!json.is_number_integer() ||
            (json.is_number_unsigned() &&
             json.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())))
            return refuse(field, "a whole number");
        return Value(json.get<std::int64_t>());
    case FieldType::Money: return moneyFromJson(field, json);
    case FieldType::TextList:
    case FieldType::ReferenceList: return listFromJson(field, json);
    case FieldType::Group: return groupFromJson(field, json);
    case FieldType::Timeline: {
        if (json.is_array() && json.empty())
            return Value();
        const auto entries = readTimeline(json.dump(-1, ' ', false, Json::error_handler_t::replace));
        if (!entries)
            return refuse(field, "a list of entries with id, at, by and text");
        return Value(writeTimeline(*entries));
    }
    default: return textFromJson(field, json);
    }
}

} // namespace satchel
