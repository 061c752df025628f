// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/Authority.h"

#include "core/rules/pricing/Int128.h"
#include "core/rules/quotes/Limits.h"
#include "core/rules/quotes/LineNumbers.h"
#include "core/schema/Wording.h"

#include <algorithm>
#include <map>

namespace satchel::quotes {

namespace {

using pricing::Document;
using pricing::Int128;

constexpr std::int64_t hundred = 100 * Decimal::scale;

// What the line would come to at its list price, rounded as its net is; nothing if no list has a price for it.
std::optional<Decimal> atListPrice(const Document& document, const Document::Line& line)
{
    if (!line.listPrice)
        return std::nullopt;
    return pricing::roundedQuotient(Int128{line.quantity.units} * line.listPrice->units, Decimal::scale,
                                    pricing::minorUnit(document.currency), document.half);
}

// Free goods have no discount, and neither has what is included in a bundle: that is of list price 0.
bool hasDiscount(const Document::Line& line)
{
    return line.kind == Document::Kind::Item && !line.free && (line.listPrice || line.handPrice);
}

bool isPart(const Document::Line& line)
{
    return !line.partOf.isNull() && line.listPrice && line.listPrice->units == 0 && !line.handPrice;
}

bool isOver(const Document& document, const Document::Line& line, Decimal limit)
{
    if (!hasDiscount(line))
        return false;
    const auto list = atListPrice(document, line);
    if (!list)
        return limit.units < hundred;
    return Int128{line.net.units - line.share.units} * hundred < Int128{list->units} * (hundred - limit.units);
}

// In percent of the list price, rounded up to four decimals.
Decimal discountOf(const Document& document, const Document::Line& line)
{
    if (!hasDiscount(line))
        return {};
    const auto list = atListPrice(document, line);
    if (!list)
        return Decimal{hundred};
    const Int128 off = Int128{list->units} - (line.net.units - line.share.units);
    if (off <= 0 || list->units <= 0)
        return {};
    return Decimal{static_cast<std::int64_t>((off * hundred + list->units - 1) / list->units)};
}

// What is looked up for each line, once a product.
class Products {
public:
    Products(const Document& document, RecordSource& records) : m_document(document), m_records(records) {}

    struct Facts {
        std::string name;
        std::string family;
        std::optional<Decimal> floor; ///< on the document's date, in its currency, net of tax
        std::map<std::string, Decimal> units;
    };
    Result<const Facts*> of(const Id& product)
    {
        const auto known = m_facts.find(product);
        if (known != m_facts.end())
            return &known->second;
        Facts facts;
        SATCHEL_ASSIGN(const auto row, m_records.find(schema::entity("product"), product));
        if (row) {
            facts.name = row->value("name").text();
            facts.family = row->value("family").text();
        }
        SATCHEL_TRY(addFloor(product, facts));
        return &m_facts.emplace(product, std::move(facts)).first->second;
    }

private:
    Status addFloor(const Id& product, Facts& facts)
    {
        const Entity& costs = schema::entity("product_cost");
        SATCHEL_ASSIGN(const auto rows, m_records.where(costs, {{*costs.indexOf("product"), product}}));
        std::string newest;
        for (const Record& row : rows) { // by id: of equal ones the first stays
            const std::string& from = row.value("valid_from").text();
            const std::string& to = row.value("valid_to").text();
            const auto floor = Money::parse(row.value("floor_price").text());
            if (!floor || floor->currency != m_document.currency || (!from.empty() && m_document.date < from) ||
                (!to.empty() && to < m_document.date) || (facts.floor && from <= newest))
                continue;
            facts.floor = floor->amount;
            newest = from;
        }
        if (!facts.floor)
            return Ok{};
        const Entity& units = schema::entity("product_unit");
        SATCHEL_ASSIGN(const auto others, m_records.where(units, {{*units.indexOf("product"), product}}));
        for (const Record& row : others)
            facts.units[row.value("name").text()] = Decimal{row.value("factor").integer()};
        return Ok{};
    }

    const Document& m_document;
    RecordSource& m_records;
    std::map<Id, Facts> m_facts;
};

// What one of the line's own unit is sold for, after all discounts and without tax, against the floor price: both sides
// times quantity, so that nothing is rounded.
bool isBelowFloor(const Document& document, const Document::Line& line, const Products::Facts& facts)
{
    if (!facts.floor || line.free || isPart(line) || !hasDiscount(line))
        return false;
    const auto unit = facts.units.find(line.unit);
    const std::int64_t factor = unit == facts.units.end() ? Decimal::scale : unit->second.units;
    const std::int64_t taxed = document.taxInclusive ? hundred + line.taxPercent.units : hundred;
    Int128 least = 0; // a number too large for 128 bits is larger than any net
    if (__builtin_mul_overflow(Int128{line.quantity.units} * factor, Int128{facts.floor->units}, &least) ||
        __builtin_mul_overflow(least, Int128{taxed}, &least))
        return true;
    return Int128{line.net.units - line.share.units} * hundred * Decimal::scale * Decimal::scale < least;
}

std::string lineName(const Document& document, const Document::Line& line, const Products::Facts& facts)
{
    const std::string& product = !facts.name.empty() ? facts.name : !line.code.empty() ? line.code : line.description;
    return "Line " + lineNumbers(document).at(line.id) + ", " + inQuotes(product);
}

std::string percentText(const Decimal& percent)
{
    return percent.toString() + " %";
}

// Rounding the net makes 29.9995 of the 30 that somebody typed; but what is over a limit is not said to be just that.
Decimal asSaid(const Decimal& percent, const Decimal& limit)
{
    constexpr std::int64_t tenth = Decimal::scale / 10;
    const Decimal rounded{(percent.units + tenth / 2) / tenth * tenth};
    return rounded > limit ? rounded : percent;
}

std::string overText(const Document& document, const Document::Line& line, const Products::Facts& facts, Decimal limit)
{
    const std::string name = lineName(document, line, facts);
    if (!line.listPrice)
        return name + ": its price was set by hand and no list has one; the limit is " + percentText(limit) + ".";
    return name + ": " + percentText(asSaid(discountOf(document, line), limit)) +
           " below the list price; the limit is " + percentText(limit) + ".";
}

// The floor price itself stays unsaid: what is written here is read by people who may not know costs.
std::string floorText(const Document& document, const Document::Line& line, const Products::Facts& facts)
{
    return lineName(document, line, facts) + ": it is sold below the product's floor price.";
}

bool minds(Role role)
{
    return role != Role::SalesManager && role != Role::Administrator;
}

// A user and the one he stands in for: to either one's limits.
struct Judge {
    Id user;
    Role role = Role::Salesperson;
};

Result<std::vector<Excess>> excessesOf(const Document& document, const std::vector<Judge>& judges,
                                       RecordSource& records)
{
    SATCHEL_ASSIGN(const Limits limits, Limits::read(records));
    const bool floors = std::all_of(judges.begin(), judges.end(), [](const Judge& each) { return minds(each.role); });
    Products products(document, records);
    std::vector<Excess> found;
    for (const Document::Line& line : document.lines) {
        if (!hasDiscount(line))
            continue;
        SATCHEL_ASSIGN(const Products::Facts* facts, products.of(line.product));
        Decimal limit;
        for (const Judge& judge : judges)
            limit = std::max(limit, limits.of(judge.user, judge.role, facts->family));
        if (isOver(document, line, limit))
            found.push_back({.line = line.id, .text = overText(document, line, *facts, limit)});
        if (floors && isBelowFloor(document, line, *facts))
            found.push_back({.line = line.id, .text = floorText(document, line, *facts), .belowFloor = true});
    }
    return found;
}

// Whether somebody decides in the other's place on this day.
Result<bool> standsInFor(const Id& user, const Id& other, const std::string& date, RecordSource& records)
{
    const Entity& entity = schema::entity("deputy");
    SATCHEL_ASSIGN(const auto rows,
                   records.where(entity, {{*entity.indexOf("user"), other}, {*entity.indexOf("deputy"), user}}));
    return std::any_of(rows.begin(), rows.end(), [&](const Record& row) {
        const std::string& from = row.value("valid_from").text();
        const std::string& to = row.value("valid_to").text();
        return (from.empty() || from <= date) && (to.empty() || date <= to);
    });
}

Result<std::string> nameOfUser(const Id& user, RecordSource& records)
{
    SATCHEL_ASSIGN(const auto record, records.find(schema::entity("user"), user));
    return record && !record->label().empty() ? record->label() : std::string("somebody else");
}

} // namespace

Result<std::vector<Excess>> excesses(const Document& document, const Id& user, Role role, RecordSource& records)
{
    return excessesOf(document, {{user, role}}, records);
}

Decimal largestDiscount(const Document& document)
{
    Decimal largest;
    for (const Document::Line& line : document.lines)
        largest = std::max(largest, discountOf(document, line));
    return largest;
}

Result<std::optional<std::string>> mayNotDecide(const Record& approval, const Document& document, const Id& user,
                                                Role role, const std::string& date, RecordSource& records)
{
    using Reason = std::optional<std::string>;
    const Id asked = approval.value("asked").id();
    std::vector<Judge> judges = {{user, role}};
    if (asked != user) {
        SATCHEL_ASSIGN(const bool deputy, standsInFor(user, asked, date, records));
        if (!deputy && role != Role::Administrator) {
            SATCHEL_ASSIGN(const std::string name, nameOfUser(asked, records));
            return Reason("This approval was asked of " + name + ", and you do not stand in for them on " + date + ".");
        }
        SATCHEL_ASSIGN(const auto person, personOf(asked, records));
        if (deputy && person)
            judges.push_back({asked, person->role});
    }
    if (approval.value("asked_by").id() == user && role != Role::Administrator)
        return Reason("You asked for this approval yourself; somebody else must decide it.");
    SATCHEL_ASSIGN(const auto beyond, excessesOf(document, judges, records));
    if (beyond.empty())
        return Reason();
    return Reason("This is more than you may give. " + beyond.front().text);
}

std::string stateOn(const Record& quote, const std::string& date)
{
    const std::string& status = quote.value("status").text();
    const std::string& last = quote.value("valid_until").text();
    return status == "sent" && !last.empty() && last < date ? "expired" : status;
}

} // namespace satchel::quotes
