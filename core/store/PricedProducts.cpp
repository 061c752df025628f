// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/PricedProducts.h"

#include "core/sqlite/Connection.h"
#include "core/store/Rows.h"
#include "core/store/SearchText.h"

#include <charconv>

namespace satchel {

namespace {

// Where a page ended: "code 7", the code in hex and the row's number.
struct Place {
    std::string code;
    std::int64_t n = 0;
};

std::string written(const Place& place)
{
    return toHex(place.code) + "." + std::to_string(place.n);
}

Result<Place> readPlace(std::string_view text)
{
    const std::size_t dot = text.find('.');
    Place place;
    const auto code = dot == std::string_view::npos ? std::nullopt : fromHex(text.substr(0, dot));
    const std::string_view digits = code ? text.substr(dot + 1) : std::string_view();
    const auto [end, trouble] = std::from_chars(digits.data(), digits.data() + digits.size(), place.n);
    if (!code || digits.empty() || trouble != std::errc() || end != digits.data() + digits.size())
        return invalid("The place to go on from is not one that a list has given.");
    place.code = *code;
    return place;
}

void bindAll(sqlite::Statement& statement, const std::vector<Value>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        statement.bind(static_cast<int>(i) + 1, values[i]);
}

} // namespace

PricedProducts::PricedProducts(sqlite::Connection& connection, Wish wish)
    : m_connection(connection), m_wish(std::move(wish)), m_match(searchQuery(m_wish.search))
{}

// The line of descent as a table, so that "the first that speaks of a product" is an order. Its ranks are numbers of
// ours; everything else is bound.
std::string PricedProducts::tables() const
{
    std::string rows;
    for (std::size_t i = 0; i < m_wish.descent.size(); ++i)
        rows += (i == 0 ? "(?" : ", (?") + std::to_string(i + 2) + ", " + std::to_string(i) + ")";
    return "WITH descent(revision, rank) AS (VALUES " + rows + ") ";
}

std::string PricedProducts::conditions() const
{
    std::string text =
        " FROM \"product\" e WHERE (SELECT p.\"kind\" IS 'removed' FROM \"price_entry\" p JOIN descent d ON "
        "p.\"revision\" IS d.revision"
        " WHERE p.\"price_list\"=?1 AND p.\"product\"=e.id ORDER BY d.rank, p.\"kind\" IS NOT 'removed' LIMIT 1)=0";
    if (!m_wish.search.empty())
        text += " AND e.n IN (SELECT rowid FROM \"search_product\" WHERE \"search_product\" MATCH ?" +
                std::to_string(m_wish.descent.size() + 2) + ")";
    return text;
}

std::vector<Value> PricedProducts::bound() const
{
    std::vector<Value> values = {Value(m_wish.list)};
    for (const Id& revision : m_wish.descent)
        values.push_back(revision.isNull() ? Value() : Value(revision));
    if (!m_wish.search.empty())
        values.emplace_back(m_match);
    return values;
}

Result<std::int64_t> PricedProducts::count() const
{
    if (m_wish.descent.empty() || (!m_wish.search.empty() && m_match.empty()))
        return 0;
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(tables() + "SELECT count(*)" + conditions()));
    bindAll(statement, bound());
    SATCHEL_ASSIGN(const bool found, statement.step());
    return found ? statement.integer(0) : 0;
}

Result<Page> PricedProducts::page(const std::string& after, std::int64_t offset, int limit) const
{
    Page page;
    if (m_wish.descent.empty() || (!m_wish.search.empty() && m_match.empty()))
        return page;
    std::vector<Value> values = bound();
    const auto bind = [&](Value value) {
        values.push_back(std::move(value));
        return "?" + std::to_string(values.size());
    };
    const Entity& entity = schema::entity("product");
    std::string columns = "e." + Rows::columns(entity);
    for (std::size_t at = columns.find(", "); at != std::string::npos; at = columns.find(", ", at + 4))
        columns.insert(at + 2, "e.");
    std::string sql = tables() + "SELECT " + columns + ", e.n, e.\"code\"" + conditions();
    Place last;
    if (!after.empty()) {
        SATCHEL_ASSIGN(last, readPlace(after));
        const std::string n = bind(last.n);
        // Products without a code come first.
        sql += last.code.empty() ? " AND (e.\"code\" IS NOT NULL OR e.n > " + n + ")"
                                 : " AND (e.\"code\", e.n) > (" + bind(last.code) + ", " + n + ")";
    }
    sql += " ORDER BY e.\"code\", e.n LIMIT " + bind(std::int64_t{limit} + 1) + " OFFSET " + bind(offset);
    SATCHEL_ASSIGN(auto statement, m_connection.prepare(sql));
    bindAll(statement, values);
    const int n = static_cast<int>(entity.fields.size()) + 3;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return page;
        if (static_cast<int>(page.rows.size()) == limit) { // one more than asked for tells that there is a next page
            page.next = written(last);
            return page;
        }
        page.rows.push_back(Rows::read(entity, statement));
        last = {page.rows.back().value("code").text(), statement.integer(n)};
    }
}

} // namespace satchel
