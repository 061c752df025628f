// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/QueryRunner.h"

#include "core/base/Decimal.h"
#include "core/store/Rows.h"
#include "core/store/SearchText.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <sqlite3.h>

namespace satchel {

namespace {

std::string_view argument(sqlite3_value* value)
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return text == nullptr ? std::string_view()
                           : std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

void contains(sqlite3_context* context, int, sqlite3_value** values)
{
    const bool found = sqlite3_value_type(values[0]) != SQLITE_NULL &&
                       foldText(argument(values[0])).find(argument(values[1])) != std::string::npos;
    sqlite3_result_int(context, found ? 1 : 0);
}

void sameText(sqlite3_context* context, int, sqlite3_value** values)
{
    const bool equal =
        sqlite3_value_type(values[0]) != SQLITE_NULL && foldText(argument(values[0])) == argument(values[1]);
    sqlite3_result_int(context, equal ? 1 : 0);
}

void amount(sqlite3_context* context, int, sqlite3_value** values)
{
    if (const auto money = Money::parse(argument(values[0])))
        sqlite3_result_int64(context, money->amount.units);
    else
        sqlite3_result_null(context);
}

std::string quoted(const std::string& name)
{
    return "\"" + name + "\"";
}

std::string matchOf(const Query& query)
{
    return searchQuery(query.search, query.wholeWords ? SearchBy::WholeWords : SearchBy::Beginnings);
}

// Whether the search index may lead: it gives its matches in order of arrival one by one, so that a page costs what it
// shows. With other conditions or another order SQLite decides which index is best.
bool searchLeads(const Query& query)
{
    return !query.search.empty() && query.filters.empty() && !query.orderBy && Rows::isSearchable(*query.entity);
}

// A field's column, or one part of a Group. The name of the part is the declaration's, never what somebody typed.
std::string columnOf(const Entity& entity, std::size_t place)
{
    const std::string column = "e." + quoted(entity.fields[fieldAt(place)].name);
    const std::string& part = partAt(entity, place);
    return part.empty() ? column : "json_extract(" + column + ", '$." + part + "')";
}

// The order of a query: one expression, then the row number. Which index serves it is SQLite's business.
struct Order {
    std::string expression;
    bool descending = false;
    [[nodiscard]] bool isRowNumber() const { return expression == "e.n" || expression == "s.rowid"; }
};

Order orderOf(const Query& query)
{
    if (query.orderBy) {
        const Field& field = query.entity->fields[fieldAt(*query.orderBy)];
        const std::string column = columnOf(*query.entity, *query.orderBy);
        if (field.type == FieldType::Money)
            return {"satchel_amount(" + column + ")", query.descending};
        if (field.type == FieldType::Reference)
            return {"(SELECT r.sort FROM " + quoted(field.references) + " r WHERE r.id=" + column + ")",
                    query.descending};
        if (!field.indexed && (field.type == FieldType::Text || field.type == FieldType::Group))
            return {"lower(" + column + ")", query.descending};
        return {column, query.descending};
    }
    if (query.search.empty())
        return {"e.sort", query.descending};
    return {searchLeads(query) ? "s.rowid" : "e.n", query.descending};
}

// A cursor is what the last row had in the order's expression, and its number: "i42 7", "t<hex> 7", "b<hex> 7", "n 7".
struct Cursor {
    Value key;
    std::int64_t n = 0;
};

std::string writeCursor(const Cursor& cursor)
{
    std::string key = "n";
    if (cursor.key.isInteger())
        key = "i" + std::to_string(cursor.key.integer());
    else if (cursor.key.isText())
        key = "t" + toHex(cursor.key.text());
    else if (cursor.key.isId())
        key = "b" + toHex(cursor.key.id().view());
    return key + "." + std::to_string(cursor.n);
}

std::optional<std::int64_t> readInteger(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    return code == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number)
                                                                                    : std::nullopt;
}

Result<Cursor> readCursor(std::string_view text)
{
    const Error wrong = invalid("The cursor to go on from is not one that a list has given.");
    const std::size_t dot = text.rfind('.');
    if (dot == std::string_view::npos || dot == 0)
        return wrong;
    const auto n = readInteger(text.substr(dot + 1));
    const std::string_view key = text.substr(1, dot - 1);
    if (!n)
        return wrong;
    Cursor cursor{.key = {}, .n = *n};
    if (text[0] == 'n' && key.empty())
        return cursor;
    if (text[0] == 'i') {
        const auto number = readInteger(key);
        if (!number)
            return wrong;
        cursor.key = *number;
        return cursor;
    }
    const auto bytes = fromHex(key);
    if (!bytes || (text[0] != 't' && text[0] != 'b'))
        return wrong;
    if (text[0] == 't') {
        cursor.key = *bytes;
        return cursor;
    }
    const auto id = Id::fromBytes(*bytes);
    if (!id)
        return wrong;
    cursor.key = *id;
    return cursor;
}

// The FROM and WHERE of a query with what is bound to it, in order.
struct Conditions {
    std::string tables;
    std::string text;
    std::vector<Value> bound;

    std::string bind(Value value)
    {
        bound.push_back(std::move(value));
        return "?" + std::to_string(bound.size());
    }
    void require(const std::string& condition) { text += (text.empty() ? " WHERE " : " AND ") + condition; }
};

// Whether something was logged or planned with the record: by the references that point at its kind.
std::string dealings(const Entity& entity, const Filter& filter, Conditions& conditions)
{
    const Entity& activity = schema::entity("activity");
    const std::string since = conditions.bind(filter.value);
    std::string any;
    for (const Field& field : activity.fields)
        if (field.type == FieldType::Reference && field.references == entity.name)
            any += (any.empty() ? "" : " OR ") + std::string("EXISTS (SELECT 1 FROM activity t WHERE t.") +
                   quoted(field.name) + "=e.id AND t.starts>=" + since + ")";
    if (any.empty())
        return filter.comparison == Comparison::DealtSince ? "0" : "1";
    return (filter.comparison == Comparison::DealtSince ? "(" : "NOT (") + any + ")";
}

// Thousands of records have one status, few refer to one record. Without statistics SQLite takes either condition for
// as good, so a sign before the column keeps the index of the first from leading where there is the second. What a
// person has to do stands in indexes that begin with the person and go on with the status (migration 4).
bool mayNotLead(const Query& query, const Filter& filter)
{
    static const std::set<std::string, std::less<>> withAgenda = {"activity", "lead", "task"};
    const Field& field = query.entity->fields[fieldAt(filter.field)];
    if ((field.type != FieldType::Choice && field.type != FieldType::Boolean) ||
        withAgenda.contains(query.entity->name))
        return false;
    return std::any_of(query.filters.begin(), query.filters.end(), [&](const Filter& other) {
        return other.comparison == Comparison::Equal && !other.value.isNull() &&
               query.entity->fields[fieldAt(other.field)].type == FieldType::Reference;
    });
}

std::string comparison(const Query& query, const Filter& filter, Conditions& conditions)
{
    const Entity& entity = *query.entity;
    if (filter.comparison == Comparison::DealtSince || filter.comparison == Comparison::NotDealtSince)
        return dealings(entity, filter, conditions);
    const Field& field = entity.fields[fieldAt(filter.field)];
    const std::string column = columnOf(entity, filter.field);
    const bool money = field.type == FieldType::Money;
    switch (filter.comparison) {
    case Comparison::Equal:
        return (mayNotLead(query, filter) ? "+" : "") + column + " IS " + conditions.bind(filter.value);
    case Comparison::NotEqual: return column + " IS NOT " + conditions.bind(filter.value);
    case Comparison::Less:
    case Comparison::AtMost:
    case Comparison::Greater:
    case Comparison::AtLeast: {
        const bool less = filter.comparison == Comparison::Less || filter.comparison == Comparison::AtMost;
        const bool equal = filter.comparison == Comparison::AtMost || filter.comparison == Comparison::AtLeast;
        const std::string sign = std::string(less ? " <" : " >") + (equal ? "= " : " ");
        if (money)
            return "satchel_amount(" + column + ")" + sign + "satchel_amount(" + conditions.bind(filter.value) + ")";
        return column + sign + conditions.bind(filter.value);
    }
    case Comparison::Contains:
    case Comparison::Lacks: {
        const bool lacks = filter.comparison == Comparison::Lacks;
        const std::string needle = conditions.bind(foldText(filter.value.text()));
        if (field.type == FieldType::Reference)
            return (lacks ? "(" + column + " IS NULL OR " + column + " NOT IN" : "(" + column + " IN") +
                   " (SELECT id FROM " + quoted(field.references) + " WHERE instr(sort, " + needle + ")))";
        return std::string(lacks ? "NOT " : "") + "satchel_contains(" + column + ", " + needle + ")";
    }
    case Comparison::Same:
    case Comparison::NotSame:
        return std::string(filter.comparison == Comparison::NotSame ? "NOT " : "") + "satchel_same(" + column + ", " +
               conditions.bind(foldText(filter.value.text())) + ")";
    case Comparison::DealtSince:
    case Comparison::NotDealtSince: break; // above
    }
    return "0";
}

Conditions conditionsOf(const Query& query)
{
    Conditions conditions;
    conditions.tables = " FROM " + quoted(query.entity->name) + " e";
    const std::string search = quoted("search_" + query.entity->name);
    if (searchLeads(query)) {
        conditions.tables = " FROM " + search + " s CROSS JOIN " + quoted(query.entity->name) + " e ON e.n=s.rowid";
        conditions.require(search + " MATCH " + conditions.bind(matchOf(query)));
    } else if (!query.search.empty() && Rows::isSearchable(*query.entity)) {
        conditions.require("e.n IN (SELECT rowid FROM " + search + " WHERE " + search + " MATCH " +
                           conditions.bind(matchOf(query)) + ")");
    } else if (!query.search.empty()) {
        conditions.require("0");
    }
    for (const Filter& filter : query.filters)
        conditions.require(comparison(query, filter, conditions));
    return conditions;
}

// Rows behind the cursor. NULL comes first going up and last going down, as SQLite sorts it.
void requireBehind(const Cursor& cursor, const Order& order, Conditions& conditions)
{
    const std::string key = order.expression;
    const std::string n = conditions.bind(cursor.n);
    const std::string sign = order.descending ? "<" : ">";
    if (order.isRowNumber()) {
        conditions.require(key + " " + sign + " " + n);
    } else if (cursor.key.isNull()) {
        conditions.require(order.descending ? "(" + key + " IS NULL AND e.n < " + n + ")"
                                            : "((" + key + " IS NULL AND e.n > " + n + ") OR " + key + " IS NOT NULL)");
    } else {
        const std::string behind = "(" + key + ", e.n) " + sign + " (" + conditions.bind(cursor.key) + ", " + n + ")";
        conditions.require(order.descending ? "(" + behind + " OR " + key + " IS NULL)" : behind);
    }
}

std::string withPrefix(const std::string& columns)
{
    std::string text = "e." + columns;
    for (std::size_t at = text.find(", "); at != std::string::npos; at = text.find(", ", at + 4))
        text.insert(at + 2, "e.");
    return text;
}

} // namespace

void QueryRunner::registerFunctions(sqlite3* handle)
{
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    sqlite3_create_function_v2(handle, "satchel_contains", 2, flags, nullptr, contains, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "satchel_same", 2, flags, nullptr, sameText, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "satchel_amount", 1, flags, nullptr, amount, nullptr, nullptr, nullptr);
}

const std::string& partAt(const Entity& entity, std::size_t place)
{
    static const std::string whole;
    const std::size_t part = place >> 16U;
    const auto& members = entity.fields[fieldAt(place)].members;
    return part == 0 || part > members.size() ? whole : members[part - 1];
}

std::size_t placeOf(const Entity& entity, std::size_t field, std::string_view part)
{
    const auto& members = entity.fields[field].members;
    const auto known = std::find(members.begin(), members.end(), part);
    return known == members.end() ? field : partOf(field, static_cast<std::size_t>(known - members.begin()));
}

bool Query::isOrderedFast() const
{
    if (!orderBy)
        return true;
    const Field& field = entity->fields[fieldAt(*orderBy)];
    return field.indexed && field.type != FieldType::Reference && field.type != FieldType::Money;
}

Result<Page> QueryRunner::page(const Query& query, std::int64_t offset)
{
    if (!query.search.empty() && matchOf(query).empty())
        return Page{};
    const Order order = orderOf(query);
    Conditions conditions = conditionsOf(query);
    if (!query.after.empty()) {
        SATCHEL_ASSIGN(const Cursor cursor, readCursor(query.after));
        requireBehind(cursor, order, conditions);
    }
    const std::string direction = order.descending ? " DESC" : "";
    std::string sql = "SELECT " + withPrefix(Rows::columns(*query.entity)) + ", e.n, " + order.expression +
                      conditions.tables + conditions.text + " ORDER BY " + order.expression + direction;
    if (!order.isRowNumber())
        sql += ", e.n" + direction;
    // One more than asked for tells whether there is a next page.
    sql += " LIMIT " + conditions.bind(std::int64_t{query.limit} + 1) + " OFFSET " + conditions.bind(offset);
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(sql));
    for (std::size_t i = 0; i < conditions.bound.size(); ++i)
        statement.bind(static_cast<int>(i) + 1, conditions.bound[i]);
    Page page;
    Cursor last;
    const int n = static_cast<int>(query.entity->fields.size()) + 3;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return page;
        if (static_cast<int>(page.rows.size()) == query.limit) {
            page.next = writeCursor(last);
            return page;
        }
        page.rows.push_back(Rows::read(*query.entity, statement));
        last = Cursor{order.isRowNumber() ? Value() : statement.value(n + 1), statement.integer(n)};
    }
}

Result<std::int64_t> QueryRunner::count(const Query& query)
{
    if (!query.search.empty() && matchOf(query).empty())
        return 0;
    const Conditions conditions = conditionsOf(query);
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT count(*)" + conditions.tables + conditions.text));
    for (std::size_t i = 0; i < conditions.bound.size(); ++i)
        statement.bind(static_cast<int>(i) + 1, conditions.bound[i]);
    SATCHEL_ASSIGN(const bool found, statement.step());
    return found ? statement.integer(0) : 0;
}

Result<std::vector<Id>> QueryRunner::ids(const Query& query, std::int64_t offset, std::int64_t most)
{
    std::vector<Id> found;
    if (!query.search.empty() && matchOf(query).empty())
        return found;
    const Order order = orderOf(query);
    Conditions conditions = conditionsOf(query);
    const std::string direction = order.descending ? " DESC" : "";
    std::string sql = "SELECT e.id" + conditions.tables + conditions.text + " ORDER BY " + order.expression + direction;
    if (!order.isRowNumber())
        sql += ", e.n" + direction;
    sql += " LIMIT " + conditions.bind(most) + " OFFSET " + conditions.bind(offset);
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(sql));
    for (std::size_t i = 0; i < conditions.bound.size(); ++i)
        statement.bind(static_cast<int>(i) + 1, conditions.bound[i]);
    for (;;) {
        SATCHEL_ASSIGN(const bool another, statement.step());
        if (!another)
            return found;
        found.push_back(statement.id(0));
    }
}

Result<std::vector<RowGroup>> QueryRunner::groups(const Query& query, std::size_t place, std::size_t most)
{
    std::vector<RowGroup> found;
    if (!query.search.empty() && matchOf(query).empty())
        return found;
    const Field& field = query.entity->fields[fieldAt(place)];
    const std::string column = columnOf(*query.entity, place);
    Conditions conditions = conditionsOf(query);
    const std::string order = field.type == FieldType::Reference
                                  ? "(SELECT r.sort FROM " + quoted(field.references) + " r WHERE r.id=k)"
                                  : "k";
    // What has no value comes last; there, a person looks for what is missing.
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT k, c FROM (SELECT " + column + " AS k, count(*) AS c" +
                                                        conditions.tables + conditions.text +
                                                        " GROUP BY 1) ORDER BY k IS NULL, " + order + ", k"));
    for (std::size_t i = 0; i < conditions.bound.size(); ++i)
        statement.bind(static_cast<int>(i) + 1, conditions.bound[i]);
    for (;;) {
        SATCHEL_ASSIGN(const bool another, statement.step());
        if (!another)
            return found;
        if (found.size() == most)
            return Error{ErrorKind::TooLarge, "There are too many different values for headings. Choose another field, "
                                              "or narrow the list first."};
        found.push_back({statement.value(0), statement.integer(1)});
    }
}

} // namespace satchel
