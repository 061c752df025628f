// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/ListPrices.h"

#include "core/rules/pricing/Rounding.h"

#include <algorithm>

namespace satchel::pricing {

namespace {

constexpr std::size_t deepest = 200; // lists that build on each other

Error beyondLimit()
{
    return invalid("a price on the way is less than 0 or more than 1,000,000,000.");
}

Status setPrice(Decimal& price, std::optional<Decimal> made)
{
    if (!made || !isUnitPrice(made->units))
        return beyondLimit();
    price = *made;
    return Ok{};
}

std::string amount(Decimal price, const std::string& currency)
{
    return price.toString(currencyDecimals(currency));
}

Status applyMinimum(ListPrice& price)
{
    if (!price.minimum)
        return Ok{};
    if (!isUnitPrice(price.minimum->units))
        return beyondLimit();
    if (price.price < *price.minimum) {
        price.price = *price.minimum;
        price.steps.push_back({"minimum", {amount(price.price, price.list->currency)}});
    }
    return Ok{};
}

} // namespace

ListPrices::ListPrices(const Snapshot& snapshot, const Request& request, Lists chain)
    : m_snapshot(&snapshot),
      m_request(&request),
      m_chain(std::move(chain)),
      m_taxes(snapshot, request.customer, request.date),
      m_currencies(snapshot, request)
{}

Result<ListPrices> ListPrices::of(const Snapshot& snapshot, const Request& request)
{
    SATCHEL_ASSIGN(Lists lists, chain(snapshot, request));
    return ListPrices(snapshot, request, std::move(lists));
}

ListPrices::Found ListPrices::find(const Product& product, Quantity quantity)
{
    m_asked.clear();
    return firstOf(m_chain, Question{product, quantity, m_request->currency, m_request->taxInclusive});
}

ListPrices::KnownList& ListPrices::known(const List& list)
{
    const auto [found, fresh] = m_lists.try_emplace(&list);
    if (fresh) {
        found->second.revision = revisionOn(list, m_request->date, m_request->pins);
        found->second.descent = lineOfDescent(list, found->second.revision);
    }
    return found->second;
}

const ProductEntries& ListPrices::entriesFor(const List& list, const Id& product)
{
    KnownList& of = known(list);
    const auto [found, fresh] = of.entries.try_emplace(product);
    if (fresh)
        found->second = entriesOf(list, of.descent, product, m_request->date);
    return found->second;
}

Result<const Lists*> ListPrices::baseChain(const Id& base)
{
    auto found = m_baseChains.find(base);
    if (found == m_baseChains.end()) {
        SATCHEL_ASSIGN(Lists lists, withParents(*m_snapshot, base, m_request->date));
        found = m_baseChains.emplace(base, std::move(lists)).first;
    }
    return &found->second;
}

ListPrices::Found ListPrices::firstOf(const Lists& lists, const Question& question)
{
    for (const List* list : lists) {
        SATCHEL_ASSIGN(std::optional<ListPrice> price, ask(*list, question));
        if (price)
            return price;
    }
    return std::optional<ListPrice>();
}

ListPrices::Found ListPrices::ask(const List& list, const Question& question)
{
    const auto before = std::find(m_asked.begin(), m_asked.end(), &list);
    if (before != m_asked.end())
        return circleOf(Lists(before, m_asked.end()));
    if (m_asked.size() == deepest)
        return invalid("more than 200 price lists build on each other.");
    m_asked.push_back(&list);
    SATCHEL_ASSIGN(std::optional<ListPrice> price, entered(list, question));
    m_asked.pop_back();
    if (!price)
        return price;
    SATCHEL_TRY(applyMinimum(*price));
    SATCHEL_ASSIGN(const bool has, convert(question, *price));
    if (!has)
        return std::optional<ListPrice>();
    SATCHEL_TRY(changeTaxBasis(question, *price));
    return price;
}

ListPrice ListPrices::begun(const List& list)
{
    ListPrice price;
    price.list = &list;
    price.revision = known(list).revision;
    if (!price.revision.isNull())
        price.revisions.push_back(price.revision);
    if (!list.account.isNull()) {
        price.steps.push_back({"agreement", {list.name.empty() ? list.code : list.name}});
        return price;
    }
    const auto revision = std::find_if(list.revisions.begin(), list.revisions.end(),
                                       [&](const Revision& candidate) { return candidate.id == price.revision; });
    const std::string number = revision == list.revisions.end() ? std::string() : std::to_string(revision->number);
    price.steps.push_back({"list", {list.code, number}});
    return price;
}

// What the list's entries, or an agreement's percentage, say of the product: the price before the minimum.
ListPrices::Found ListPrices::entered(const List& list, const Question& question)
{
    const ProductEntries& said = entriesFor(list, question.product.id);
    if (said.removed)
        return std::optional<ListPrice>();
    if (!said.entries.empty() && question.quantity.units >= Quantity::unitsOf(said.entries.front()->minQuantity))
        return list.breaks == Breaks::Graduated ? graduated(list, question, said.entries)
                                                : slab(list, question, said.entries);
    if (list.account.isNull() || list.baseList.isNull() || list.percent == Decimal{})
        return std::optional<ListPrice>();
    ListPrice price = begun(list);
    SATCHEL_ASSIGN(const bool has, addFormula(list.baseList, list.percent, question, price));
    return has ? std::optional(std::move(price)) : std::nullopt;
}

ListPrices::Found ListPrices::slab(const List& list, const Question& question, const std::vector<const Entry*>& entries)
{
    const auto above = std::find_if(entries.begin(), entries.end(), [&](const Entry* entry) {
        return Quantity::unitsOf(entry->minQuantity) > question.quantity.units;
    });
    const Entry& entry = **std::prev(above);
    ListPrice price = begun(list);
    if (entry.minQuantity > Decimal{})
        price.steps.push_back({"break", {entry.minQuantity.toString()}});
    SATCHEL_ASSIGN(const bool has, addEntry(entry, question, price));
    return has ? std::optional(std::move(price)) : std::nullopt;
}

ListPrices::Found ListPrices::graduated(const List& list, const Question& question,
                                        const std::vector<const Entry*>& entries)
{
    ListPrice price = begun(list);
    const Int128 quantity = question.quantity.units;
    Int128 sum = 0;
    std::size_t parts = 0;
    for (; parts < entries.size(); ++parts) {
        const Int128 from = parts == 0 ? 0 : Quantity::unitsOf(entries[parts]->minQuantity);
        if (from >= quantity)
            break;
        const bool last = parts + 1 == entries.size();
        const Int128 to = last ? quantity : std::min(quantity, Quantity::unitsOf(entries[parts + 1]->minQuantity));
        SATCHEL_ASSIGN(const bool has, addEntry(*entries[parts], question, price));
        if (!has)
            return std::optional<ListPrice>();
        sum += price.price.units * (to - from);
    }
    if (parts > 1) {
        SATCHEL_TRY(setPrice(price.price, roundedToPlaces(sum, quantity)));
        price.steps.push_back({"graduated", {std::to_string(parts)}});
    }
    return std::optional(std::move(price));
}

// False: there is none, because a base list has none.
Result<bool> ListPrices::addEntry(const Entry& entry, const Question& question, ListPrice& price)
{
    price.minimum = entry.minPrice;
    if (entry.kind == Entry::Kind::PercentOfList)
        return addFormula(entry.baseList, entry.percent, question, price);
    SATCHEL_TRY(setPrice(price.price, entry.price));
    return true;
}

Result<bool> ListPrices::addFormula(const Id& base, Decimal percent, const Question& question, ListPrice& price)
{
    const List& list = *price.list;
    SATCHEL_ASSIGN(const Lists* lists, baseChain(base));
    const Question ofBase{question.product, question.quantity, list.currency, std::nullopt};
    SATCHEL_ASSIGN(const std::optional<ListPrice> found, firstOf(*lists, ofBase));
    if (!found)
        return false;
    const Int128 product = static_cast<Int128>(found->price.units) * percent.units;
    SATCHEL_TRY(setPrice(price.price, roundedForList(product, percentScale, list.rounding, list.currency)));
    price.steps.push_back({"percent", {percent.toString(), found->list->code}});
    if (roundsItsOwnWay(list.rounding) || product != price.price.units * percentScale)
        price.steps.push_back({"rounded", {roundsTo(list.rounding, list.currency)}});
    price.revisions.insert(price.revisions.end(), found->revisions.begin(), found->revisions.end());
    price.rates.insert(price.rates.end(), found->rates.begin(), found->rates.end());
    price.rate = found->rate;
    return true;
}

Result<bool> ListPrices::convert(const Question& question, ListPrice& price)
{
    const List& list = *price.list;
    if (list.currency == question.currency)
        return true;
    const Rate* rate = list.converts ? m_currencies.rate(list.currency, question.currency) : nullptr;
    if (rate == nullptr)
        return false;
    const std::string from = amount(price.price, list.currency) + " " + list.currency;
    SATCHEL_TRY(setPrice(price.price, Currencies::converted(price.price, *rate, question.currency)));
    if (price.minimum)
        SATCHEL_TRY(setPrice(*price.minimum, Currencies::converted(*price.minimum, *rate, question.currency)));
    price.rate = rate->id;
    price.rates.push_back(rate->id);
    const std::string to = amount(price.price, question.currency) + " " + question.currency;
    price.steps.push_back({"converted", {from, to, rate->date}});
    return true;
}

Status ListPrices::changeTaxBasis(const Question& question, ListPrice& price)
{
    if (!question.taxInclusive || *question.taxInclusive == price.list->taxInclusive)
        return Ok{};
    const Decimal percent = m_taxes.whateverTaxation(question.product);
    if (percent <= Decimal{})
        return Ok{};
    const Int128 with = percentScale + percent.units;
    const auto changed = [&](Decimal amount) {
        return *question.taxInclusive ? roundedToPlaces(amount.units * with, percentScale)
                                      : roundedToPlaces(amount.units * percentScale, with);
    };
    SATCHEL_TRY(setPrice(price.price, changed(price.price)));
    if (price.minimum)
        SATCHEL_TRY(setPrice(*price.minimum, changed(*price.minimum)));
    price.steps.push_back({*question.taxInclusive ? "with_tax" : "net_of", {percent.toString()}});
    return Ok{};
}

} // namespace satchel::pricing
