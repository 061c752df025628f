// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/Import.h"
#include "core/sales/PriceColumns.h"
#include "core/sales/PriceDifference.h"
#include "core/sales/PriceText.h"

#include <functional>
#include <set>

namespace satchel::sales {

/// Finds products by what a file calls them: code, id, or a name that only one has. Reads all of them once.
class ProductIndex {
public:
    [[nodiscard]] static Result<ProductIndex> read(RecordSource& records);
    [[nodiscard]] Result<Id> find(const std::string& text) const;

private:
    std::map<std::string, std::vector<Id>> m_byCode;
    std::map<std::string, std::vector<Id>> m_byName;
    std::set<Id> m_all;
};

/// Whether a price that is a percentage of another list's comes back to its own list: the lists that a list's formulas
/// for a product refer to, and the parents of those that have no price of it.
class FormulaCircles {
public:
    FormulaCircles(RecordSource& records, const Id& list) : m_records(records), m_list(list) {}
    [[nodiscard]] Result<bool> comesBack(const Id& base, const Id& product);

private:
    [[nodiscard]] Result<bool> mayReach(const Id& from, std::set<Id>& seen);
    [[nodiscard]] Result<bool> reaches(const Id& from, const Id& product, std::set<Id>& seen);
    struct Known {
        Id parent;
        std::map<Id, std::set<Id>> bases; ///< by product
        std::set<Id> all;
    };
    [[nodiscard]] Result<const Known*> known(const Id& list);
    RecordSource& m_records;
    Id m_list;
    std::map<Id, Known> m_known;
    std::map<Id, bool> m_mayReach;
};

/// Turns the rows of a price file into prices of one list. Every row is looked at; one that cannot be taken is named
/// with the reason. Lives for one import, on the replica's thread.
class PriceReader {
public:
    PriceReader(RecordSource& records, const PriceListRecords& list, const PriceColumns& columns, std::string today);

    struct Read {
        PriceSheet sheet;
        std::set<Id> removed; ///< products the file takes out by name
        std::size_t prices = 0;
        std::vector<RejectedRow> rejected;
    };
    /// Is told every few hundred rows how many are done; false: stop, which is Busy.
    using Progress = std::function<bool(std::size_t done)>;
    [[nodiscard]] Result<Read> read(const Table& table, const Progress& progress = {});

private:
    struct Row {
        Id product;
        bool removes = false;
        ListPrice price = {};
    };
    [[nodiscard]] Result<Row> row(const TableRow& row, const Table& table);
    [[nodiscard]] Status readKind(const TableRow& row, Row& made);
    [[nodiscard]] Status readAmounts(const TableRow& row, Row& made);
    [[nodiscard]] Status readFormula(const TableRow& row, Row& made);
    [[nodiscard]] Status readValidity(const TableRow& row, Row& made);
    [[nodiscard]] Result<Decimal> amount(const std::string& what, PriceField field, const TableRow& row);
    [[nodiscard]] Result<Decimal> priceFromCost(const Row& made);
    [[nodiscard]] Result<Id> listNamed(const std::string& text);
    [[nodiscard]] Status place(Row made, std::size_t line, const Table& table, Read& read);

    RecordSource& m_records;
    const PriceListRecords& m_list;
    const PriceColumns& m_columns;
    std::string m_today;
    std::string m_currency;
    Comma m_comma = Comma::Either;
    ProductIndex m_products;
    FormulaCircles m_circles;
    std::map<std::string, Id> m_lists;
    std::map<Id, std::vector<Record>> m_costs;
    bool m_costsAreRead = false;
    std::map<std::tuple<Id, Decimal, std::string>, std::size_t> m_lines; ///< where a price stands
    std::map<Id, std::size_t> m_removedAt;
    std::map<Id, std::size_t> m_pricedAt;
};

} // namespace satchel::sales
