// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Limits.h"
#include "tests/core/rules/pricing/Hand.h"

#include <fstream>
#include <sstream>

// What real shops have sold, reckoned with again: price x quantity x (1 - discount).

using namespace satchel;
using namespace satchel::pricing;
using namespace satchel::pricing::test;

namespace {

using Row = std::vector<std::string>;

Row cellsOf(const std::string& line)
{
    Row cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else if (c != '\r')
            cells.back().push_back(c);
    }
    return cells;
}

/// Columns by their names; nothing if the file is not here.
std::vector<std::map<std::string, std::string>> rowsOf(const std::string& file)
{
    std::ifstream input(std::string(SATCHEL_SHARED_DATA) + "/" + file);
    std::vector<std::map<std::string, std::string>> rows;
    std::string line;
    std::getline(input, line);
    const Row names = cellsOf(line);
    while (std::getline(input, line)) {
        const Row cells = cellsOf(line);
        rows.emplace_back();
        for (std::size_t i = 0; i < std::min(names.size(), cells.size()); ++i)
            rows.back()[names[i]] = cells[i];
    }
    return rows;
}

Decimal decimal(const std::string& text)
{
    return Decimal::parse(text).value_or(Decimal{-1});
}

Decimal percentOf(const std::string& fraction)
{
    return Decimal{decimal(fraction).units * 100};
}

/// To cents, half away from zero, in long hand: digits of a number with this many places.
std::int64_t cents(Int128 number, int places)
{
    Int128 power = 1;
    for (int i = 2; i < places; ++i)
        power *= 10;
    return static_cast<std::int64_t>(number / power + (number % power * 2 >= power ? 1 : 0));
}

} // namespace

class RealSalesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void northwindsOrdersComeToWhatTheirLinesSay()
    {
        const auto rows = rowsOf("crm-northwind/Order_Details.csv");
        if (rows.empty())
            QSKIP("The shared data crm-northwind is not here.");
        std::map<std::string, std::vector<LineTerms>> orders;
        std::map<std::string, std::int64_t> wanted; // cents
        for (const auto& row : rows) {
            const LineTerms line{.quantity = decimal(row.at("Quantity")),
                                 .price = decimal(row.at("UnitPrice")),
                                 .discountPercent = percentOf(row.at("Discount"))};
            // Two places of the price, none of the quantity, two of the discount: four in all.
            const Int128 price = line.price.units / 100, quantity = line.quantity.units / Decimal::scale;
            wanted[row.at("OrderID")] +=
                cents(price * quantity * (100 - line.discountPercent.units / Decimal::scale), 4);
            orders[row.at("OrderID")].push_back(line);
        }
        for (const auto& [order, lines] : orders) {
            const auto totals = totalsOf({.currency = "USD"}, lines);
            QVERIFY2(totals, order.c_str());
            QCOMPARE(totals->gross.units, wanted[order] * 100);
        }
        qInfo("%zu orders, %zu lines", orders.size(), rows.size());
        QVERIFY(orders.size() > 800);
    }

    void theSuperstoresSalesAreItsPricesTimesQuantityLessDiscount()
    {
        const auto rows = rowsOf("crm-superstore/superstore.csv");
        if (rows.empty())
            QSKIP("The shared data crm-superstore is not here.");
        std::map<std::string, std::vector<LineTerms>> orders;
        std::map<std::string, std::int64_t> wanted; // cents
        for (const auto& row : rows) {
            const Decimal sales = decimal(row.at("Sales"));
            LineTerms line{.quantity = decimal(row.at("Quantity")), .discountPercent = percentOf(row.at("Discount"))};
            // The price is not told; it is what makes these sales.
            const Int128 kept =
                static_cast<Int128>(line.quantity.units) * (hundredPercent.units - line.discountPercent.units);
            line.price =
                *roundedQuotient(static_cast<Int128>(sales.units) * hundredPercent.units * Decimal::scale, kept, 1);
            orders[row.at("Order ID")].push_back(line);
            wanted[row.at("Order ID")] += cents(sales.units, 4);
        }
        std::size_t equal = 0;
        for (const auto& [order, lines] : orders) {
            const auto totals = totalsOf({.currency = "USD"}, lines);
            QVERIFY2(totals, order.c_str());
            const std::int64_t apart = std::abs(totals->gross.units / 100 - wanted[order]);
            QVERIFY2(apart <= static_cast<std::int64_t>(lines.size()), order.c_str()); // a cent a line
            equal += apart == 0 ? 1 : 0;
        }
        qInfo("%zu orders, %zu lines; %zu orders agree to the cent", orders.size(), rows.size(), equal);
        QVERIFY(equal * 100 >= orders.size() * 99);
    }
};

QTEST_GUILESS_MAIN(RealSalesTest)
#include "RealSalesTest.moc"
