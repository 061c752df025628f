// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/QuoteNaming.h"

#include "core/schema/Wording.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>
#include <charconv>

namespace satchel::ctl {

namespace {

Result<std::vector<Record>> quotesWith(const char* field, const std::string& text, Session& session)
{
    const Entity& quotes = schema::entity("quote");
    return ReplicaRecords(session.replica().connection()).where(quotes, {{*quotes.indexOf(field), Value(text)}});
}

std::int64_t revisionOf(const Record& quote)
{
    return std::max<std::int64_t>(1, quote.value("revision").integer());
}

// "Q-000123/2": number and revision; 0 if none is named.
std::pair<std::string, std::int64_t> parted(const std::string& text)
{
    const std::size_t slash = text.rfind('/');
    std::int64_t revision = 0;
    if (slash != std::string::npos) {
        const char* end = text.data() + text.size();
        const auto read = std::from_chars(text.data() + slash + 1, end, revision);
        if (read.ec == std::errc() && read.ptr == end && revision > 0)
            return {text.substr(0, slash), revision};
    }
    return {text, 0};
}

} // namespace

Result<Id> quoteNamed(const std::string& text, Session& session)
{
    if (Id::parse(text) || text.empty())
        return session.replica().resolve(schema::entity("quote"), text);
    const auto [number, revision] = parted(text);
    SATCHEL_ASSIGN(auto found, quotesWith("number", number, session));
    if (revision != 0)
        std::erase_if(found, [&](const Record& quote) { return revisionOf(quote) != revision; });
    if (!found.empty())
        return std::max_element(found.begin(), found.end(),
                                [](const Record& a, const Record& b) { return revisionOf(a) < revisionOf(b); })
            ->id;
    SATCHEL_ASSIGN(const auto titled, quotesWith("title", text, session));
    if (titled.size() > 1)
        return invalid("More than one quote is called " + inQuotes(text) + "; give its number or id instead.");
    if (titled.size() == 1)
        return titled.front().id;
    return session.replica().resolve(schema::entity("quote"), text);
}

Result<Decimal> decimalFrom(const std::string& text, const std::string& what)
{
    const auto number = Decimal::parse(text);
    if (!number)
        return invalid(inQuotes(text) + " is no " + what + "; write it like 12.5.");
    return *number;
}

Result<Decimal> amountFrom(const std::string& text, const std::string& currency)
{
    if (const auto money = Money::parse(text)) {
        if (money->currency != currency)
            return invalid("The quote is in " + currency + ", not in " + money->currency + ".");
        return money->amount;
    }
    return decimalFrom(text, "amount");
}

} // namespace satchel::ctl
