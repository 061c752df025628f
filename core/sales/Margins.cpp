// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Margins.h"

#include "core/rules/Access.h"
#include "core/rules/pricing/Explanation.h"
#include "core/rules/pricing/Totals.h"
#include "core/store/CachedRecords.h"

#include <algorithm>
#include <set>

namespace satchel::sales {

namespace {

using pricing::Document;
using pricing::Int128;

// What goods cost on a day, in one currency.
class Costs {
public:
    Costs(RecordSource& records, const Document& document) : m_records(records), m_document(document) {}

    [[nodiscard]] Result<std::optional<Decimal>> of(const Document::Line& line);

private:
    [[nodiscard]] Result<std::optional<Money>> costOf(const Id& product);
    [[nodiscard]] Result<std::optional<Decimal>> factorOf(const Document::Line& line);
    [[nodiscard]] Result<std::optional<Record>> rate(const std::string& currency);

    RecordSource& m_records;
    const Document& m_document;
};

bool isValid(const Record& row, const std::string& date)
{
    const std::string& from = row.value("valid_from").text();
    const std::string& to = row.value("valid_to").text();
    return (from.empty() || from <= date) && (to.empty() || date <= to);
}

// The row that was written last counts.
Result<std::optional<Money>> Costs::costOf(const Id& product)
{
    const Entity& entity = schema::entity("product_cost");
    SATCHEL_ASSIGN(const auto rows, m_records.where(entity, {{*entity.indexOf("product"), product}}));
    std::optional<Money> cost;
    std::string newest;
    for (const Record& row : rows) {
        const auto money = Money::parse(row.value("cost").text());
        const std::string& from = row.value("valid_from").text();
        if (!money || !isValid(row, m_document.date) || (cost && from <= newest))
            continue;
        cost = money;
        newest = from;
    }
    return cost;
}

// How many of the product's own unit one of the line's holds.
Result<std::optional<Decimal>> Costs::factorOf(const Document::Line& line)
{
    const Decimal one{Decimal::scale};
    SATCHEL_ASSIGN(const auto product, m_records.find(schema::entity("product"), line.product));
    if (!product)
        return std::optional<Decimal>();
    if (line.unit.empty() || line.unit == product->value("unit").text())
        return std::optional(one);
    const Entity& units = schema::entity("product_unit");
    SATCHEL_ASSIGN(const auto rows, m_records.where(units, {{*units.indexOf("product"), line.product}}));
    for (const Record& row : rows)
        if (row.value("name").text() == line.unit)
            return std::optional(Decimal{row.value("factor").integer()});
    return std::optional<Decimal>();
}

// The latest of the day or before, in either direction.
Result<std::optional<Record>> Costs::rate(const std::string& currency)
{
    SATCHEL_ASSIGN(const auto rows, m_records.where(schema::entity("exchange_rate"), {}));
    std::optional<Record> best;
    for (const Record& row : rows) {
        const std::string& from = row.value("from_currency").text();
        const std::string& to = row.value("to_currency").text();
        const std::string& date = row.value("date").text();
        const bool fits =
            (from == currency && to == m_document.currency) || (from == m_document.currency && to == currency);
        if (fits && date <= m_document.date && (!best || best->value("date").text() < date))
            best = row;
    }
    return best;
}

Result<std::optional<Decimal>> Costs::of(const Document::Line& line)
{
    using Nothing = std::optional<Decimal>;
    SATCHEL_ASSIGN(const auto cost, costOf(line.product));
    SATCHEL_ASSIGN(const auto factor, factorOf(line));
    if (!cost || !factor)
        return Nothing();
    const Int128 units = Int128{line.quantity.units} * factor->units / Decimal::scale; // both have four places
    const std::int64_t minor = pricing::minorUnit(m_document.currency);
    if (cost->currency == m_document.currency)
        return pricing::roundedQuotient(units * cost->amount.units, Decimal::scale, minor, m_document.half);
    SATCHEL_ASSIGN(const auto rate, this->rate(cost->currency));
    if (!rate)
        return Nothing();
    const bool forward = rate->value("from_currency").text() == cost->currency;
    const std::int64_t times = rate->value(forward ? "to_amount" : "from_amount").integer();
    const std::int64_t by = rate->value(forward ? "from_amount" : "to_amount").integer();
    // Rounded to four places in between, so that large numbers fit.
    const auto own = pricing::roundedQuotient(units * cost->amount.units, Decimal::scale, 1);
    if (!own || by <= 0)
        return Nothing();
    return pricing::roundedQuotient(Int128{own->units} * times, by, minor, m_document.half);
}

bool isIncluded(const Document::Line& line)
{
    const auto steps = pricing::readSteps(line.why);
    return !line.partOf.isNull() && steps.ok() &&
           std::any_of(steps->begin(), steps->end(), [](const pricing::Step& step) { return step.code == "part"; });
}

Margin marginOf(const Decimal& net, const Decimal& cost)
{
    Margin margin{.net = net, .cost = cost, .margin = {net.units - cost.units}};
    if (net.units != 0)
        margin.percent =
            pricing::roundedQuotient(Int128{margin.margin.units} * 100 * Decimal::scale * (net.units < 0 ? -1 : 1),
                                     net.units < 0 ? -net.units : net.units, Decimal::scale / 10);
    return margin;
}

// What the customer pays for the line, its share of the document discount and the tax taken off.
std::optional<Decimal> netOf(const Document& document, const Document::Line& line)
{
    const std::int64_t paid = line.net.units - line.share.units;
    if (!document.taxInclusive)
        return Decimal{paid};
    return pricing::roundedQuotient(Int128{paid} * 100 * Decimal::scale, 100 * Decimal::scale + line.taxPercent.units,
                                    pricing::minorUnit(document.currency), document.half);
}

} // namespace

Result<std::optional<Margins>> marginsOf(Replica& replica, const pricing::Document& document)
{
    const Moment moment(replica.connection());
    CachedRecords records(replica.connection());
    return marginsOf(replica, records, document);
}

Result<std::optional<Margins>> marginsOf(Replica& replica, RecordSource& records, const pricing::Document& document)
{
    SATCHEL_ASSIGN(const auto identity, replica.identity());
    if (!identity || !mayKnowMargins(identity->role))
        return std::optional<Margins>();
    Costs costs(records, document);
    std::map<Id, std::optional<Decimal>> known;
    for (const Document::Line& line : document.lines)
        if (line.kind == Document::Kind::Item) {
            SATCHEL_ASSIGN(known[line.id], costs.of(line));
        }
    std::set<Id> bundles;
    for (const Document::Line& line : document.lines)
        bundles.insert(line.partOf);
    Margins margins;
    Decimal sum;
    for (const Document::Line& line : document.lines) {
        if (line.kind == Document::Kind::Text)
            continue;
        auto cost = known[line.id];
        if (!cost && bundles.contains(line.id)) // it costs what its parts cost
            cost = Decimal{};
        else if (isIncluded(line) && known.contains(line.partOf) && known[line.partOf])
            cost = Decimal{}; // the bundle's cost has it in it
        const auto net = netOf(document, line);
        if (!cost || !net) {
            if (line.counted)
                margins.unknown.push_back(line.id);
            continue;
        }
        margins.lines.emplace(line.id, marginOf(*net, *cost));
        sum.units += line.counted ? cost->units : 0;
    }
    if (margins.unknown.empty())
        margins.total = marginOf(document.net, sum);
    return std::optional(std::move(margins));
}

} // namespace satchel::sales
