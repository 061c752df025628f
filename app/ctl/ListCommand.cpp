// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Commands.h"
#include "app/ctl/Session.h"

#include <QDateTime>

#include <charconv>

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

// "-60d", "+7d" or "today": so many days from today.
std::optional<int> relativeDays(std::string_view text)
{
    if (text == "today")
        return 0;
    if (text.size() < 3 || text.back() != 'd' || (text.front() != '-' && text.front() != '+'))
        return std::nullopt;
    int days = 0;
    const char* end = text.data() + text.size() - 1;
    const auto [at, code] = std::from_chars(text.data() + 1, end, days);
    if (code != std::errc() || at != end || days > 36'500)
        return std::nullopt;
    return text.front() == '-' ? -days : days;
}

Value dayFrom(const QDate& today, int days, FieldType type)
{
    const QDate day = today.addDays(days);
    return type == FieldType::Date ? Value(day.toString(Qt::ISODate).toStdString())
                                   : Value(std::int64_t{day.startOfDay().toMSecsSinceEpoch()});
}

// "address.city" is a part of a field.
Result<std::size_t> placeNamed(const Entity& entity, const std::string& name)
{
    const std::size_t dot = name.find('.');
    SATCHEL_ASSIGN(const std::size_t field, fieldNamed(entity, name.substr(0, dot)));
    if (dot == std::string::npos)
        return field;
    const std::size_t place = placeOf(entity, field, name.substr(dot + 1));
    if (place == field)
        return invalid("The field " + name.substr(0, dot) + " has no part " + name.substr(dot + 1) + ".");
    return place;
}

Result<Filter> filterOf(const Entity& entity, const Condition& condition, Session& session)
{
    const auto days = relativeDays(condition.value);
    const QDate today = QDateTime::fromMSecsSinceEpoch(session.valueContext().now).date();
    if (condition.field == "dealt") { // when something was last logged or planned with the record
        if (!days || (condition.comparison != "<" && condition.comparison != ">"))
            return invalid("dealt takes days: dealt<-60d (nothing for 60 days) or dealt>-7d (something since).");
        return Filter{.field = 0,
                      .comparison = condition.comparison == "<" ? Comparison::NotDealtSince : Comparison::DealtSince,
                      .value = dayFrom(today, *days, FieldType::Instant)};
    }
    SATCHEL_ASSIGN(const std::size_t place, placeNamed(entity, condition.field));
    const Field& field = entity.fields[fieldAt(place)];
    Filter filter{.field = place, .comparison = comparisonOf(condition.comparison), .value = {}};
    if (days && (field.type == FieldType::Date || field.type == FieldType::Instant)) {
        filter.value = dayFrom(today, *days, field.type);
        return filter;
    }
    if (place != fieldAt(place)) {
        filter.value = condition.value.empty() ? Value() : Value(condition.value);
        return filter;
    }
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
        SATCHEL_ASSIGN(query.orderBy, placeNamed(*query.entity, arguments.order.substr(query.descending ? 1 : 0)));
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
