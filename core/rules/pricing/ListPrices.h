// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Chain.h"
#include "core/rules/pricing/Currencies.h"
#include "core/rules/pricing/Entries.h"
#include "core/rules/pricing/Quantity.h"
#include "core/rules/pricing/TaxRates.h"

#include <unordered_map>

namespace satchel::pricing {

/// What a to c of PRICING.md make of a product, for one of its own unit, in the document's currency.
struct ListPrice {
    Decimal price = {};
    std::optional<Decimal> minimum = {};
    const List* list = nullptr;
    Id revision;
    Id rate;
    std::vector<Id> revisions = {}; ///< those of base lists too
    std::vector<Id> rates = {};
    std::vector<Step> steps = {};
};

/// Steps a to c for the products of one document. What depends on a list alone (its revision, that one's line of
/// descent, its parents) or on a list and a product (which entries count) is found out once. Errors begin in lower
/// case.
class ListPrices {
public:
    [[nodiscard]] static Result<ListPrices> of(const Snapshot& snapshot, const Request& request);

    /// Nothing: no list has a price.
    [[nodiscard]] Result<std::optional<ListPrice>> find(const Product& product, Quantity quantity);
    [[nodiscard]] TaxRates& taxes() { return m_taxes; }

private:
    using Found = Result<std::optional<ListPrice>>;

    /// What a list is asked for.
    struct Question {
        const Product& product;
        Quantity quantity;
        const std::string& currency;
        std::optional<bool> taxInclusive; ///< nothing: as the list has it
    };
    struct KnownList {
        Id revision;
        std::vector<Id> descent = {};
        std::unordered_map<Id, ProductEntries> entries = {};
    };

    ListPrices(const Snapshot& snapshot, const Request& request, Lists chain);
    [[nodiscard]] KnownList& known(const List& list);
    [[nodiscard]] const ProductEntries& entriesFor(const List& list, const Id& product);
    [[nodiscard]] Result<const Lists*> baseChain(const Id& base);

    /// The first of these lists that has a price.
    [[nodiscard]] Found firstOf(const Lists& lists, const Question& question);
    [[nodiscard]] Found ask(const List& list, const Question& question);
    [[nodiscard]] Found entered(const List& list, const Question& question);
    [[nodiscard]] Found slab(const List& list, const Question& question, const std::vector<const Entry*>& entries);
    [[nodiscard]] Found graduated(const List& list, const Question& question, const std::vector<const Entry*>& entries);
    [[nodiscard]] Result<bool> addEntry(const Entry& entry, const Question& question, ListPrice& price);
    [[nodiscard]] Result<bool> addFormula(const Id& base, Decimal percent, const Question& question, ListPrice& price);
    [[nodiscard]] Result<bool> convert(const Question& question, ListPrice& price);
    [[nodiscard]] Status changeTaxBasis(const Question& question, ListPrice& price);
    [[nodiscard]] ListPrice begun(const List& list);

    const Snapshot* m_snapshot;
    const Request* m_request;
    Lists m_chain;
    TaxRates m_taxes;
    Currencies m_currencies;
    std::unordered_map<const List*, KnownList> m_lists;
    std::unordered_map<Id, Lists> m_baseChains;
    Lists m_asked; ///< those whose price is being found
};

} // namespace satchel::pricing
