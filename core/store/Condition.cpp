// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Condition.h"

#include "core/schema/ValueText.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace satchel {

namespace {

using Test = Condition::Test;
using ConditionJson = nlohmann::ordered_json;

struct NamedTest {
    Test test;
    std::string_view name;
};
// Names are frozen: saved lists have them.
constexpr std::array<NamedTest, 18> namedTests = {{{Test::Is, "is"},
                                                   {Test::IsNot, "is_not"},
                                                   {Test::Contains, "contains"},
                                                   {Test::Lacks, "lacks"},
                                                   {Test::Empty, "empty"},
                                                   {Test::Filled, "filled"},
                                                   {Test::Less, "less"},
                                                   {Test::AtMost, "at_most"},
                                                   {Test::More, "more"},
                                                   {Test::AtLeast, "at_least"},
                                                   {Test::IsMe, "me"},
                                                   {Test::IsNotMe, "not_me"},
                                                   {Test::OlderThan, "older_than"},
                                                   {Test::WithinLast, "within_last"},
                                                   {Test::WithinNext, "within_next"},
                                                   {Test::LaterThan, "later_than"},
                                                   {Test::DealtWithin, "dealt_within"},
                                                   {Test::NotDealt, "not_dealt"}}};

std::string_view testName(Test test)
{
    return std::find_if(namedTests.begin(), namedTests.end(), [&](const NamedTest& each) { return each.test == test; })
        ->name;
}

// Texts are compared as people compare them, but where an index would find them at once.
bool isComparedFolded(const Field& field, const std::string& member)
{
    return !member.empty() || ((field.type == FieldType::Text || field.type == FieldType::Notes) && !field.indexed);
}

// Adds the one or two comparisons that a time test is.
void addTime(const Field& field, const Condition& condition, const AskedBy& asked, std::vector<Filter>& filters)
{
    const auto at = [&](int addDays) {
        return field.type == FieldType::Date ? Value(asked.day(addDays)) : Value(std::int64_t{asked.begins(addDays)});
    };
    const auto add = [&](Comparison comparison, int addDays) {
        filters.push_back({condition.field, comparison, at(addDays)});
    };
    // Days are whole: "older than 60 days" is before the day that was 60 days ago began.
    switch (condition.test) {
    case Test::OlderThan: add(Comparison::Less, -condition.days); break;
    case Test::WithinLast:
        add(Comparison::AtLeast, -condition.days);
        add(Comparison::Less, 1);
        break;
    case Test::WithinNext:
        add(Comparison::AtLeast, 0);
        add(Comparison::Less, condition.days + 1);
        break;
    case Test::LaterThan: add(Comparison::AtLeast, condition.days + 1); break;
    default: break;
    }
}

void addCondition(const Entity& entity, const Condition& condition, const AskedBy& asked, std::vector<Filter>& filters)
{
    if (!looksAtField(condition.test)) {
        const bool dealt = condition.test == Test::DealtWithin;
        filters.push_back({0, dealt ? Comparison::DealtSince : Comparison::NotDealtSince,
                           Value(std::int64_t{asked.begins(-condition.days)})});
        return;
    }
    const Field& field = entity.fields[condition.field];
    const auto add = [&](Comparison comparison, Value value) {
        filters.push_back({placeOf(entity, condition.field, condition.member), comparison, std::move(value)});
    };
    const bool folded = isComparedFolded(field, condition.member);
    switch (condition.test) {
    case Test::Is: add(folded ? Comparison::Same : Comparison::Equal, condition.value); break;
    case Test::IsNot: add(folded ? Comparison::NotSame : Comparison::NotEqual, condition.value); break;
    case Test::Contains: add(Comparison::Contains, condition.value); break;
    case Test::Lacks: add(Comparison::Lacks, condition.value); break;
    case Test::Empty: add(Comparison::Equal, {}); break;
    case Test::Filled: add(Comparison::NotEqual, {}); break;
    case Test::Less: add(Comparison::Less, condition.value); break;
    case Test::AtMost: add(Comparison::AtMost, condition.value); break;
    case Test::More: add(Comparison::Greater, condition.value); break;
    case Test::AtLeast: add(Comparison::AtLeast, condition.value); break;
    case Test::IsMe: add(Comparison::Equal, asked.me); break;
    case Test::IsNotMe: add(Comparison::NotEqual, asked.me); break;
    default: addTime(field, condition, asked, filters); break;
    }
}

const Error& newerList()
{
    static const Error error{ErrorKind::TooNew, "This list was saved by a newer version of Satchel and asks for "
                                                "something this one does not know."};
    return error;
}

// "address.city" as field and part.
Result<std::pair<std::size_t, std::string>> placeNamed(const Entity& entity, const std::string& name)
{
    const std::size_t dot = name.find('.');
    const auto field = entity.indexOf(name.substr(0, dot));
    if (!field)
        return newerList();
    const std::string member = dot == std::string::npos ? std::string() : name.substr(dot + 1);
    const auto& members = entity.fields[*field].members;
    if (!member.empty() && std::find(members.begin(), members.end(), member) == members.end())
        return newerList();
    return std::pair(*field, member);
}

std::string placeName(const Entity& entity, std::size_t field, const std::string& member)
{
    return entity.fields[field].name + (member.empty() ? "" : "." + member);
}

Result<Value> readOperand(const Entity& entity, const Condition& condition, const std::string& text)
{
    const Field& field = entity.fields[condition.field];
    const bool words = condition.test == Test::Contains || condition.test == Test::Lacks || !condition.member.empty() ||
                       field.type == FieldType::Text || field.type == FieldType::Notes ||
                       field.type == FieldType::Choice;
    if (words)
        return text.empty() ? Value() : Value(text);
    ValueContext context;
    context.resolve = [](const Entity&, std::string_view id) -> Result<Id> {
        if (const auto parsed = Id::parse(id))
            return *parsed;
        return Error{ErrorKind::Corrupt, "The saved list is damaged. Delete it and save it anew."};
    };
    return parseValue(entity, field, text, Value(), context);
}

Result<Condition> readCondition(const Entity& entity, const ConditionJson& json)
{
    Condition condition;
    const auto test = std::find_if(namedTests.begin(), namedTests.end(),
                                   [&](const NamedTest& each) { return each.name == json.value("test", ""); });
    if (test == namedTests.end())
        return newerList();
    condition.test = test->test;
    if (looksAtField(condition.test)) {
        SATCHEL_ASSIGN(auto place, placeNamed(entity, json.value("field", "")));
        condition.field = place.first;
        condition.member = std::move(place.second);
        const auto tests = testsFor(entity.fields[condition.field], condition.member);
        if (std::find(tests.begin(), tests.end(), condition.test) == tests.end())
            return newerList();
    }
    if (needsDays(condition.test))
        condition.days = std::clamp(json.value("days", 0), 0, mostConditionDays);
    if (needsValue(condition.test)) {
        SATCHEL_ASSIGN(condition.value, readOperand(entity, condition, json.value("value", "")));
    }
    return condition;
}

} // namespace

bool needsValue(Condition::Test test)
{
    return test == Test::Is || test == Test::IsNot || test == Test::Contains || test == Test::Lacks ||
           test == Test::Less || test == Test::AtMost || test == Test::More || test == Test::AtLeast;
}

bool needsDays(Condition::Test test)
{
    return test == Test::OlderThan || test == Test::WithinLast || test == Test::WithinNext || test == Test::LaterThan ||
           !looksAtField(test);
}

bool looksAtField(Condition::Test test)
{
    return test != Test::DealtWithin && test != Test::NotDealt;
}

std::vector<Condition::Test> testsFor(const Field& field, const std::string& member)
{
    const std::vector<Test> words = {Test::Contains, Test::Lacks, Test::Is, Test::IsNot, Test::Empty, Test::Filled};
    if (!member.empty())
        return words;
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Notes: return words;
    case FieldType::TextList:
    case FieldType::Group: return {Test::Contains, Test::Lacks, Test::Empty, Test::Filled};
    case FieldType::Choice: return {Test::Is, Test::IsNot, Test::Empty, Test::Filled};
    case FieldType::Boolean: return {Test::Is, Test::IsNot};
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Money: return {Test::AtLeast, Test::AtMost, Test::More, Test::Less, Test::Empty, Test::Filled};
    case FieldType::Date:
        return {Test::OlderThan, Test::WithinLast, Test::WithinNext, Test::LaterThan, Test::Is,
                Test::Less,      Test::More,       Test::Empty,      Test::Filled};
    case FieldType::Instant:
        return {Test::OlderThan, Test::WithinLast, Test::WithinNext, Test::LaterThan, Test::Empty, Test::Filled};
    case FieldType::Reference:
        if (field.references == "user")
            return {Test::IsMe, Test::IsNotMe, Test::Is, Test::IsNot, Test::Empty, Test::Filled};
        return {Test::Is, Test::IsNot, Test::Contains, Test::Empty, Test::Filled};
    case FieldType::ReferenceList:
    case FieldType::Timeline: return {};
    }
    return {};
}

std::vector<Filter> filtersOf(const Entity& entity, const std::vector<Condition>& conditions, const AskedBy& asked)
{
    std::vector<Filter> filters;
    for (const Condition& condition : conditions)
        addCondition(entity, condition, asked, filters);
    return filters;
}

std::string writeListBody(const Entity& entity, const ListBody& body)
{
    ConditionJson conditions = ConditionJson::array();
    for (const Condition& condition : body.conditions) {
        ConditionJson json = ConditionJson::object();
        if (looksAtField(condition.test))
            json["field"] = placeName(entity, condition.field, condition.member);
        json["test"] = testName(condition.test);
        if (needsDays(condition.test))
            json["days"] = condition.days;
        if (needsValue(condition.test)) {
            if (condition.value.isText())
                json["value"] = condition.value.text();
            else
                json["value"] = formatValue(entity.fields[condition.field], condition.value);
        }
        conditions.push_back(std::move(json));
    }
    ConditionJson json = {{"conditions", std::move(conditions)}};
    if (body.orderBy) {
        json["order"] = placeName(entity, fieldAt(*body.orderBy), partAt(entity, *body.orderBy));
        json["descending"] = body.descending;
    }
    return json.dump();
}

Result<ListBody> readListBody(const Entity& entity, std::string_view text)
{
    const Error damaged{ErrorKind::Corrupt, "The saved list is damaged. Delete it and save it anew."};
    const auto json = ConditionJson::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("conditions") || !json["conditions"].is_array())
        return damaged;
    ListBody body;
    try {
        for (const auto& each : json["conditions"]) {
            if (!each.is_object())
                return damaged;
            SATCHEL_ASSIGN(Condition condition, readCondition(entity, each));
            body.conditions.push_back(std::move(condition));
        }
        if (const std::string order = json.value("order", ""); !order.empty()) {
            SATCHEL_ASSIGN(auto place, placeNamed(entity, order));
            body.orderBy = placeOf(entity, place.first, place.second);
            body.descending = json.value("descending", false);
        }
    } catch (const ConditionJson::exception&) {
        return damaged; // a number where a text should be
    }
    return body;
}

} // namespace satchel
