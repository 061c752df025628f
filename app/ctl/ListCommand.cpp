// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Commands.h"
#include "app/ctl/Session.h"

namespace satchel::ctl {

namespace {

constexpr int maxLimit = 100000;

Comparison comparisonOf(const std::string& text)
{
    if (text == "!=")
        return Comparison::NotEqual;
    if (text == "<")
        return Comparison::Less;
    if (text == ">")
        return Comparison::Greater;
    return text == "~" ? Comparison::Contains : Comparison::Equal;
}

// Texts are compared as they are: a filter may look for what no record could be given (half a mail address, a choice
// of a newer program).
bool isComparedAsText(const Field& field, Comparison comparison)
{
    return comparison == Comparison::Contains || field.type == FieldType::Text || field.type == FieldType::Notes ||
           field.type == FieldType::Choice;
}

Result<Filter> filterOf(const Entity& entity, const Condition& condition, Session& session)
{
    SATCHEL_ASSIGN(const std::size_t index, fieldNamed(entity, condition.field));
    const Field& field = entity.fields[index];
    Filter filter{.field = index, .comparison = comparisonOf(condition.comparison), .value = {}};
    if (isComparedAsText(field, filter.comparison)) {
        filter.value = condition.value.empty() ? Value() : Value(condition.value);
        return filter;
    }
    ValueContext context = session.valueContext();
    if (filter.comparison != Comparison::Equal && filter.comparison != Comparison::NotEqual)
        context.currency = "XXX"; // more and less look at the amount alone
    SATCHEL_ASSIGN(filter.value, parseValue(entity, field, condition.value, Value(), context));
    return filter;
}

Result<Query> queryOf(const Arguments& arguments, Session& session)
{
    Query query;
    SATCHEL_ASSIGN(query.entity, entityNamed(arguments.entity));
    query.search = arguments.search;
    query.after = arguments.after;
    query.limit = arguments.limit;
    if (arguments.limit < 1 || arguments.limit > maxLimit)
        return invalid("--limit must be from 1 to " + std::to_string(maxLimit) + ".");
    for (const Condition& condition : arguments.where) {
        SATCHEL_ASSIGN(Filter filter, filterOf(*query.entity, condition, session));
        query.filters.push_back(std::move(filter));
    }
    if (!arguments.order.empty()) {
        query.descending = arguments.order.front() == '-';
        SATCHEL_ASSIGN(query.orderBy, fieldNamed(*query.entity, arguments.order.substr(query.descending ? 1 : 0)));
    }
    return query;
}

} // namespace

Result<Reply> list(const Arguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const Query query, queryOf(arguments, session));
    SATCHEL_ASSIGN(const Page page, session.replica().list(query));
    Reply reply;
    Json rows = Json::array();
    for (const Record& record : page.rows) {
        rows.push_back(recordJson(record));
        reply.text += record.id.toString() + "  " + record.label() + "\n";
    }
    if (!page.next.empty())
        reply.text += "more: --after " + page.next + "\n";
    reply.json = {{"rows", rows}, {"next", page.next.empty() ? Json(nullptr) : Json(page.next)}};
    return reply;
}

} // namespace satchel::ctl
