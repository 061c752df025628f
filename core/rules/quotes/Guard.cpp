// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/Guard.h"

#include "core/base/TimeZone.h"
#include "core/rules/quotes/GuardCase.h"

#include <algorithm>
#include <functional>
#include <set>

namespace satchel::quotes {

namespace {

using Verdict = GuardCase::Verdict;
using Look = std::function<Result<Verdict>(GuardCase&, const Touched&)>;

// What is more than single values, by the kind of row.
const std::map<std::string, Look, std::less<>>& looks()
{
    static const std::map<std::string, Look, std::less<>> all = {
        {"quote", guardQuote},
        {"quote_group", guardQuotePart},
        {"quote_line", guardQuotePart},
        {"approval", guardApproval},
        {"quote_document", guardDocument},
        {"order", guardOrder},
        {"order_line", guardOrderLine},
        {"price_revision", guardRevision},
        {"price_list", guardPriceList},
        {"bundle_part", guardBundlePart},
        {"deputy", guardDeputy},
    };
    return all;
}

const std::set<std::string, std::less<>>& plainOnes()
{
    static const std::set<std::string, std::less<>> all = {
        "price_entry",  "product_unit",  "option_group", "product_cost", "agreement",
        "agreed_price", "exchange_rate", "tax_rate",     "promotion",    "discount_authority"};
    return all;
}

} // namespace

GuardCase::GuardCase(const std::vector<Touched>& change, const Author& author, RecordSource& now)
    : m_change(change), m_author(author), m_now(now)
{
    for (const Touched& touched : change) {
        if (!m_rows.emplace(RowKey{touched.entity->number, touched.id}, &touched).second)
            continue; // what it was before the first time counts
        m_byEntity[touched.entity->name].push_back(&touched);
    }
}

Result<std::string> GuardCase::dayOf(std::int64_t instant)
{
    if (!m_zone) {
        SATCHEL_ASSIGN(const auto companies, m_now.where(schema::entity("company"), {}));
        m_zone = companies.empty() ? std::string() : companies.front().value("time_zone").text();
    }
    return dayIn(*m_zone, instant);
}

Result<std::string> GuardCase::today()
{
    return dayOf(m_author.at);
}

Result<std::optional<Record>> GuardCase::after(const Touched& touched)
{
    return m_now.find(*touched.entity, touched.id);
}

Result<GuardCase::Images> GuardCase::images(const Entity& entity, const Id& id)
{
    Images images;
    SATCHEL_ASSIGN(images.after, m_now.find(entity, id));
    const auto touched = m_rows.find({entity.number, id});
    images.before = touched == m_rows.end() ? images.after : touched->second->before;
    return images;
}

const std::vector<const Touched*>& GuardCase::touched(std::string_view entity) const
{
    static const std::vector<const Touched*> none;
    const auto found = m_byEntity.find(entity);
    return found == m_byEntity.end() ? none : found->second;
}

bool differs(const Record& before, const Record& after, std::string_view field)
{
    return before.value(field) != after.value(field);
}

const Field* changedBeyond(const Record& before, const Record& after, std::initializer_list<std::string_view> mayChange)
{
    for (std::size_t i = 0; i < after.values.size(); ++i)
        if (before.values[i] != after.values[i] &&
            std::find(mayChange.begin(), mayChange.end(), after.entity->fields[i].name) == mayChange.end())
            return &after.entity->fields[i];
    return nullptr;
}

const Field* changedAmong(const Record& before, const Record& after, std::initializer_list<std::string_view> fields)
{
    for (const std::string_view field : fields)
        if (differs(before, after, field))
            return after.entity->field(field);
    return nullptr;
}

std::string statusOf(const Record& quote)
{
    const std::string& status = quote.value("status").text();
    return status.empty() ? "draft" : status;
}

bool isHandedOver(std::string_view status)
{
    return status == "sent" || status == "accepted" || status == "rejected" || status == "expired";
}

Objection objection(std::string text, std::string field)
{
    return Objection{std::move(text), std::move(field)};
}

bool isGuarded(const Entity& entity)
{
    return looks().contains(entity.name) || plainOnes().contains(entity.name);
}

bool standsAlone(const Entity& entity)
{
    return plainOnes().contains(entity.name);
}

Result<std::set<RowKey>> doubtfulOnes(GuardCase& look, PriceKeys& prices)
{
    SATCHEL_ASSIGN(std::set<RowKey> doubtful, doubtfulEntries(look, prices));
    for (const Touched& touched : look.change()) {
        if (!standsAlone(*touched.entity) || touched.entity->name == "price_entry")
            continue;
        SATCHEL_ASSIGN(const auto record, look.after(touched));
        if (!record)
            continue;
        SATCHEL_ASSIGN(const auto verdict, guardValues(look, touched, *record));
        if (verdict)
            doubtful.insert({touched.entity->number, touched.id});
    }
    return doubtful;
}

Result<std::optional<Objection>> objectionTo(const std::vector<Touched>& change, const Author& author,
                                             RecordSource& now, PriceKeys* earlier)
{
    GuardCase look(change, author, now);
    for (const Touched& touched : change) {
        if (!isGuarded(*touched.entity) || touched.entity->name == "price_entry")
            continue;
        SATCHEL_ASSIGN(const auto record, look.after(touched));
        if (record)
            SATCHEL_OBJECT(guardValues(look, touched, *record));
        if (const auto special = looks().find(touched.entity->name); special != looks().end())
            SATCHEL_OBJECT(special->second(look, touched));
    }
    return guardEntries(look, earlier);
}

} // namespace satchel::quotes
