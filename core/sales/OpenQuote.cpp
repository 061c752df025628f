// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/OpenQuote.h"

#include "core/schema/Schema.h"

namespace satchel::sales {

Result<std::shared_ptr<CachedRecords>> OpenQuote::recordsOf(Replica& replica)
{
    SATCHEL_ASSIGN(const StateMark mark, markOf(replica.connection()));
    if (m_connection != &replica.connection() || !(m_mark == mark)) {
        m_connection = &replica.connection();
        m_mark = mark;
        m_records = std::make_shared<CachedRecords>(replica.connection());
        m_quote.reset();
    }
    return m_records;
}

Result<quotes::QuoteRecords> OpenQuote::read(const Id& quote)
{
    if (!m_quote || m_quote->quote.id != quote) {
        SATCHEL_ASSIGN(m_quote, quotes::QuoteReader(*m_records).records(quote));
    }
    return *m_quote;
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
