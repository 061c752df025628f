// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/OpenQuote.h"

#include "core/schema/Schema.h"

#include <utility>

namespace satchel::sales {

Result<std::shared_ptr<CachedRecords>> OpenQuote::recordsOf(Replica& replica)
{
    SATCHEL_ASSIGN(const StateMark mark, markOf(replica.connection()));
    if (m_connection != &replica.connection() || !(m_mark == mark)) {
        m_connection = &replica.connection();
        m_mark = mark;
        m_records = std::make_shared<CachedRecords>(replica.connection());
        m_quote.reset();
        m_snapshots.clear();
        m_priced.clear();
    }
    return m_records;
}

Result<quotes::QuoteRecords> OpenQuote::read(const Id& quote)
{
    if (m_quote && m_quote->quote.id == quote)
        return *std::exchange(m_quote, std::nullopt); // comes back when it was written; a refused edit reads anew
    return quotes::QuoteReader(*m_records).records(quote);
}

Result<OpenQuote::Snapshot> OpenQuote::snapshot(const Id& account, const Id& list, const std::set<Id>& products,
                                                const std::function<Result<pricing::Snapshot>()>& read)
{
    constexpr std::size_t few = 4; // of the line, and of the whole quote
    for (const Known& known : m_snapshots)
        if (known.account == account && known.list == list && known.products == products)
            return known.snapshot;
    SATCHEL_ASSIGN(auto fresh, read());
    if (m_snapshots.size() == few) // a line's goes first: that of the whole quote is dear to read
        m_snapshots.erase(m_snapshots.begin() + (m_snapshots.front().products.size() > 1 ? 1 : 0));
    m_snapshots.push_back({account, list, products, std::make_shared<const pricing::Snapshot>(std::move(fresh))});
    return m_snapshots.back().snapshot;
}

Result<std::shared_ptr<const pricing::Pricing>> OpenQuote::price(const Snapshot& snapshot,
                                                                 const pricing::Request& request)
{
    constexpr std::size_t few = 3; // as it was, as it is, and one of these by the revisions it has
    for (const Priced& known : m_priced)
        if (known.snapshot == snapshot && known.request == request)
            return known.answer;
    SATCHEL_ASSIGN(auto answer, pricing::price(*snapshot, request));
    m_priced.push_front({snapshot, request, std::make_shared<const pricing::Pricing>(std::move(answer))});
    if (m_priced.size() > few)
        m_priced.pop_back();
    return m_priced.front().answer;
}

void OpenQuote::written(quotes::QuoteRecords now, std::int64_t number, bool whole)
{
    for (const char* entity : {"quote", "quote_group", "quote_line"})
        m_records->forget(schema::entity(entity));
    m_quote.reset();
    if (number == 0) // nothing was different
        return;
    m_mark.number = number;
    if (whole)
        m_quote = std::move(now);
}

} // namespace satchel::sales
