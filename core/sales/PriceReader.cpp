// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceReader.h"

#include "core/rules/pricing/Days.h"
#include "core/rules/pricing/Limits.h"
#include "core/rules/pricing/Rounding.h"
#include "core/schema/Wording.h"

#include <algorithm>

namespace satchel::sales {

namespace {

using Kind = pricing::Entry::Kind;

Error beyond(const std::string& what)
{
    return invalid(what + " is more than 1,000,000,000, the most a price may be.");
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

} // namespace

PriceReader::PriceReader(RecordSource& records, const PriceListRecords& list, const PriceColumns& columns,
                         std::string today)
    : m_records(records),
      m_list(list),
      m_columns(columns),
      m_today(std::move(today)),
      m_currency(list.currency()),
      m_circles(records, list.list.id)
{}

Result<PriceReader::Read> PriceReader::read(const Table& table, const Progress& progress)
{
    constexpr std::size_t often = 500;
    std::size_t done = 0;
    SATCHEL_ASSIGN(m_products, ProductIndex::read(m_records));
    m_comma = table.semicolons ? Comma::Decimals : Comma::Either;
    Read read;
    for (const TableRow& line : table.rows) {
        if (progress && done++ % often == 0 && !progress(done - 1))
            return Error{ErrorKind::Busy, "Stopped; nothing was taken from the file."};
        auto made = row(line, table);
        Status taken = made.ok() ? place(std::move(*made), line.line, table, read) : Status(made.error());
        if (taken.ok())
            continue;
        if (taken.error().kind != ErrorKind::Invalid) // the disk, not the row
            return taken.error();
        read.rejected.push_back({line.line, taken.error().message, line.cells});
    }
    for (auto& [product, prices] : read.sheet)
        sortPrices(prices);
    return read;
}

Result<PriceReader::Row> PriceReader::row(const TableRow& row, const Table& table)
{
    if (!row.trouble.empty())
        return invalid(row.trouble);
    if (row.cells.size() != table.header.size())
        return invalid("The row has " + std::to_string(row.cells.size()) + " cells; the header has " +
                       std::to_string(table.header.size()) + ".");
    const std::string name = m_columns.text(PriceField::Product, row);
    if (name.empty())
        return invalid("The row names no product.");
    Row made;
    SATCHEL_ASSIGN(made.product, m_products.find(name));
    SATCHEL_TRY(readKind(row, made));
    if (made.removes)
        return made;
    SATCHEL_TRY(readValidity(row, made));
    SATCHEL_TRY(readAmounts(row, made));
    SATCHEL_TRY(readFormula(row, made));
    return made;
}

// What is not said is seen from what is given.
Status PriceReader::readKind(const TableRow& row, Row& made)
{
    const std::string said = lower(m_columns.text(PriceField::Kind, row));
    if (said == "removed" || said == "entfernt") {
        made.removes = true;
    } else if (said == "percent_of_list") {
        made.price.kind = Kind::PercentOfList;
    } else if (said == "percent_of_cost") {
        made.price.kind = Kind::PercentOfCost;
    } else if (said == "fixed" || said == "fest") {
        made.price.kind = Kind::Fixed;
    } else if (!said.empty()) {
        return invalid("The kind " + inQuotes(said) +
                       " is none of fixed, percent_of_list, percent_of_cost and removed.");
    } else if (!m_columns.text(PriceField::CostPercent, row).empty()) {
        made.price.kind = Kind::PercentOfCost;
    } else if (m_columns.text(PriceField::Price, row).empty() && !m_columns.text(PriceField::Percent, row).empty()) {
        made.price.kind = Kind::PercentOfList;
    }
    return Ok{};
}

Result<Decimal> PriceReader::amount(const std::string& what, PriceField field, const TableRow& row)
{
    const std::string text = m_columns.text(field, row);
    SATCHEL_ASSIGN(const WrittenPrice written, readPrice(what, text, m_comma));
    if (!written.currency.empty() && written.currency != m_currency)
        return invalid(what + " " + inQuotes(text) + " is in " + written.currency + "; the list is in " + m_currency +
                       ".");
    if (written.amount.units < 0)
        return invalid(what + " " + inQuotes(text) + " is less than 0.");
    if (!pricing::isUnitPrice(written.amount.units))
        return beyond(what + " " + inQuotes(text));
    return written.amount;
}

Status PriceReader::readAmounts(const TableRow& row, Row& made)
{
    if (const std::string currency = m_columns.text(PriceField::Currency, row); !currency.empty()) {
        if (!isCurrencyCode(currency))
            return invalid("The currency " + inQuotes(currency) +
                           " is none: a currency is three capital letters, such as "
                           "EUR.");
        if (currency != m_currency)
            return invalid("The price is in " + currency + "; the list is in " + m_currency + ".");
    }
    if (const std::string quantity = m_columns.text(PriceField::MinQuantity, row); !quantity.empty()) {
        SATCHEL_ASSIGN(made.price.minQuantity, readNumber("The quantity", quantity, m_comma));
        if (made.price.minQuantity.units < 0)
            return invalid("The quantity " + inQuotes(quantity) + " is less than 0.");
        if (made.price.minQuantity > pricing::mostQuantity)
            return invalid("The quantity " + inQuotes(quantity) +
                           " is more than 10,000,000, the most a quantity may be.");
    }
    if (!m_columns.text(PriceField::MinPrice, row).empty()) {
        SATCHEL_ASSIGN(made.price.minPrice, amount("The minimum price", PriceField::MinPrice, row));
    }
    if (made.price.kind != Kind::Fixed)
        return Ok{};
    if (m_columns.text(PriceField::Price, row).empty())
        return invalid("The row has no price.");
    SATCHEL_ASSIGN(made.price.price, amount("The price", PriceField::Price, row));
    return Ok{};
}

Status PriceReader::readFormula(const TableRow& row, Row& made)
{
    if (made.price.kind == Kind::Fixed)
        return Ok{};
    const bool ofCost = made.price.kind == Kind::PercentOfCost;
    std::string percent = ofCost ? m_columns.text(PriceField::CostPercent, row) : std::string();
    if (percent.empty())
        percent = m_columns.text(PriceField::Percent, row);
    if (percent.empty())
        return invalid("The formula has no percentage.");
    SATCHEL_ASSIGN(made.price.percent, readPercent("The percentage", percent, m_comma));
    if (ofCost) {
        SATCHEL_ASSIGN(made.price.price, priceFromCost(made));
        return Ok{};
    }
    const std::string name = m_columns.text(PriceField::BaseList, row);
    const Id parent = m_list.list.value("parent").id();
    if (name.empty() && parent.isNull())
        return invalid("The formula does not say which list it is a percentage of, and the list has no parent.");
    if (!name.empty()) {
        SATCHEL_ASSIGN(made.price.baseList, listNamed(name));
    }
    const Id base = name.empty() ? parent : made.price.baseList;
    SATCHEL_ASSIGN(const bool circle, m_circles.comesBack(base, made.product));
    return circle ? Status(invalid(
                        "The price would be a percentage of itself: the lists refer to each other in a circle."))
                  : Status(Ok{});
}

Status PriceReader::readValidity(const TableRow& row, Row& made)
{
    SATCHEL_ASSIGN(made.price.validFrom, readDay("The first day", m_columns.text(PriceField::ValidFrom, row)));
    SATCHEL_ASSIGN(made.price.validTo, readDay("The last day", m_columns.text(PriceField::ValidTo, row)));
    if (!made.price.validTo.empty() && made.price.validTo < made.price.validFrom)
        return invalid("The last day (" + made.price.validTo + ") is before the first one (" + made.price.validFrom +
                       ").");
    return Ok{};
}

// The cost that counts today; a percentage of it is rounded as every price of the list that is computed.
Result<Decimal> PriceReader::priceFromCost(const Row& made)
{
    if (!m_costsAreRead) {
        SATCHEL_ASSIGN(auto costs, m_records.where(schema::entity("product_cost"), {}));
        for (Record& cost : costs)
            m_costs[cost.value("product").id()].push_back(std::move(cost));
        m_costsAreRead = true;
    }
    const Record* best = nullptr; // the first of the latest: they come by id
    for (const Record& cost : m_costs[made.product])
        if (!cost.value("cost").isNull() &&
            pricing::isWithin(cost.value("valid_from").text(), cost.value("valid_to").text(), m_today) &&
            (best == nullptr || best->value("valid_from").text() < cost.value("valid_from").text()))
            best = &cost;
    const auto cost = best != nullptr ? Money::parse(best->value("cost").text()) : std::nullopt;
    if (!cost)
        return invalid("The product has no cost on " + m_today + " that the price could be a percentage of.");
    if (cost->currency != m_currency)
        return invalid("The product's cost is in " + cost->currency + "; the list is in " + m_currency + ".");
    const auto price = pricing::roundedForList(pricing::Int128{cost->amount.units} * made.price.percent.units,
                                               pricing::Int128{100} * Decimal::scale, m_list.rounding(), m_currency);
    if (!price || price->units < 0 || !pricing::isUnitPrice(price->units))
        return beyond("The percentage of the cost");
    return *price;
}

Result<Id> PriceReader::listNamed(const std::string& text)
{
    if (m_lists.empty()) {
        SATCHEL_ASSIGN(const auto rows, m_records.where(schema::entity("price_list"), {}));
        for (const Record& row : rows)
            m_lists.emplace(row.label(), row.id);
        for (const Record& row : rows) // a code goes before a name
            if (!row.value("code").isNull())
                m_lists.insert_or_assign(row.value("code").text(), row.id);
    }
    const auto found = m_lists.find(text);
    if (found == m_lists.end())
        return invalid("There is no price list " + inQuotes(text) + ".");
    return found->second;
}

// Into the sheet, unless the file has said it before or says the contrary.
Status PriceReader::place(Row made, std::size_t line, const Table& table, Read& read)
{
    const auto earlier = [&](std::size_t at) { return placeOf(table, at); };
    const auto removed = m_removedAt.find(made.product);
    const auto priced = m_pricedAt.find(made.product);
    if (removed != m_removedAt.end())
        return invalid(made.removes ? "The file takes this product out in " + earlier(removed->second) + " already."
                                    : "The file takes this product out in " + earlier(removed->second) +
                                          "; it cannot have a price as well.");
    if (made.removes) {
        if (priced != m_pricedAt.end())
            return invalid("The file has a price of this product in " + earlier(priced->second) +
                           "; it cannot be taken out as well.");
        m_removedAt.emplace(made.product, line);
        read.removed.insert(made.product);
        return Ok{};
    }
    const auto [known, isNew] =
        m_lines.emplace(std::tuple(made.product, made.price.minQuantity, made.price.validFrom), line);
    if (!isNew)
        return invalid("The file has this product with the same quantity and first day in " + earlier(known->second) +
                       " already.");
    m_pricedAt.emplace(made.product, line);
    read.sheet[made.product].push_back(std::move(made.price));
    ++read.prices;
    return Ok{};
}

} // namespace satchel::sales
