// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceDifference.h"

#include "core/rules/pricing/Int128.h"
#include "core/rules/pricing/Totals.h"
#include "core/rules/quotes/Authority.h"
#include "core/schema/Composite.h"

#include <algorithm>
#include <set>

namespace satchel::sales {

namespace {

const ListPrice* firstAmount(const ProductPrices& prices)
{
    const auto found = std::find_if(prices.begin(), prices.end(), [](const ListPrice& price) {
        return price.kind != pricing::Entry::Kind::PercentOfList;
    });
    return found == prices.end() ? nullptr : &*found;
}

std::optional<Decimal> percentOf(const PriceChange& change)
{
    const ListPrice* before = firstAmount(change.before);
    const ListPrice* after = firstAmount(change.after);
    if (before == nullptr || after == nullptr || before->price.units <= 0 || before->price == after->price)
        return std::nullopt;
    const pricing::Int128 rise = pricing::Int128{after->price.units} - before->price.units;
    return pricing::roundedQuotient(rise * 100 * Decimal::scale, before->price.units, Decimal::scale / 100);
}

// Whether one of the revisions a quote is pinned to is among these.
bool isPinnedTo(const Record& quote, const std::set<std::string>& revisions)
{
    const auto pins = readList(quote.value("pins").text());
    return pins.ok() &&
           std::any_of(pins->begin(), pins->end(), [&](const std::string& pin) { return revisions.contains(pin); });
}

class Searcher {
public:
    Searcher(RecordSource& records, const PriceListRecords& list, const PriceDifference& difference)
        : m_records(records)
    {
        for (const Record& revision : list.revisions)
            m_revisions.insert(revision.id.toString());
        for (const PriceChange& change : difference.changes)
            m_products.insert(change.product);
    }

    Result<std::vector<TouchedQuote>> find(const std::string& date)
    {
        const Entity& entity = schema::entity("quote");
        std::vector<TouchedQuote> found;
        for (const char* status : {"draft", "in_approval", "sent"}) {
            if (m_products.empty() || m_revisions.empty())
                break;
            SATCHEL_ASSIGN(const auto quotes, m_records.where(entity, {{*entity.indexOf("status"), Value(status)}}));
            for (const Record& quote : quotes)
                if (quote.value("template").integer() == 0 && quotes::stateOn(quote, date) == status &&
                    isPinnedTo(quote, m_revisions))
                    SATCHEL_TRY(add(quote, found));
        }
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.quote < b.quote; });
        return found;
    }

private:
    Status add(const Record& quote, std::vector<TouchedQuote>& found)
    {
        const Entity& lines = schema::entity("quote_line");
        SATCHEL_ASSIGN(const auto rows, m_records.where(lines, {{*lines.indexOf("quote"), Value(quote.id)}}));
        const auto count = std::count_if(rows.begin(), rows.end(), [&](const Record& line) {
            return m_products.contains(line.value("product").id());
        });
        if (count == 0)
            return Ok{};
        SATCHEL_ASSIGN(const auto account, m_records.find(schema::entity("account"), quote.value("account").id()));
        found.push_back({.quote = quote.id,
                         .label = quote.label(),
                         .account = quote.value("account").id(),
                         .accountName = account ? account->label() : std::string(),
                         .status = quote.value("status").text(),
                         .lines = static_cast<std::size_t>(count)});
        return Ok{};
    }

    RecordSource& m_records;
    std::set<std::string> m_revisions;
    std::set<Id> m_products;
};

} // namespace

PriceDifference compare(const PriceSheet& before, const PriceSheet& after)
{
    PriceDifference difference;
    const auto add = [&](const Id& product, const ProductPrices* old, const ProductPrices* now) {
        PriceChange change{.product = product,
                           .before = old != nullptr ? *old : ProductPrices(),
                           .after = now != nullptr ? *now : ProductPrices()};
        change.percent = percentOf(change);
        difference.changes.push_back(std::move(change));
    };
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        if (b == after.end() || (a != before.end() && a->first < b->first)) {
            add(a->first, &a->second, nullptr);
            ++difference.removed;
            ++a;
        } else if (a == before.end() || b->first < a->first) {
            add(b->first, nullptr, &b->second);
            ++difference.added;
            ++b;
        } else {
            if (a->second == b->second) {
                ++difference.unchanged;
            } else {
                add(a->first, &a->second, &b->second);
                ++difference.changed;
            }
            ++a;
            ++b;
        }
    }
    return difference;
}

Result<std::vector<TouchedQuote>> touchedQuotes(RecordSource& records, const PriceListRecords& list,
                                                const PriceDifference& difference, const std::string& date)
{
    return Searcher(records, list, difference).find(date);
}

} // namespace satchel::sales
