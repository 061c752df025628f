// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceExplanation.h"

#include "core/rules/pricing/Entries.h"
#include "core/rules/pricing/SnapshotReader.h"
#include "core/sales/Origin.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>

namespace satchel::sales {

namespace {

using pricing::List;

std::int64_t numberOf(const List& list, const Id& revision)
{
    const auto found = std::find_if(list.revisions.begin(), list.revisions.end(),
                                    [&](const pricing::Revision& each) { return each.id == revision; });
    return found == list.revisions.end() ? 0 : found->number;
}

// Why this list has no price, as far as it can be told from what stands in it.
std::string reasonOf(const List& list, const pricing::Request& request, const Id& product, const Decimal& quantity)
{
    if (list.currency != request.currency && !list.converts)
        return "is in " + list.currency + " and does not serve other currencies";
    const Id revision = pricing::revisionOn(list, request.date, request.pins);
    const auto descent = pricing::lineOfDescent(list, revision);
    const auto [entries, removed] = pricing::entriesOf(list, descent, product, request.date);
    if (removed)
        return "has taken the product out";
    const auto any = list.entries.find(product);
    const auto inDescent = [&](const pricing::Entry& entry) {
        return std::find(descent.begin(), descent.end(), entry.revision) != descent.end();
    };
    if (any == list.entries.end() || std::none_of(any->second.begin(), any->second.end(), inDescent))
        return "has no price of the product";
    if (entries.empty())
        return "has no price of the product that is valid on " + request.date;
    if (quantity < entries.front()->minQuantity)
        return "has prices from " + entries.front()->minQuantity.toString() + " on only";
    if (list.currency != request.currency)
        return "is in " + list.currency + ", and there is no exchange rate to " + request.currency;
    return "computes its price from another list that has none";
}

Result<Decimal> baseQuantity(const pricing::Snapshot& snapshot, const PriceQuestion& question)
{
    const auto product = snapshot.products.find(question.product);
    if (product == snapshot.products.end())
        return Error{ErrorKind::NotFound, "There is no such product on this laptop."};
    const auto factor = product->second.units.find(question.unit);
    if (factor == product->second.units.end())
        return question.quantity;
    return Decimal{
        static_cast<std::int64_t>(__int128{question.quantity.units} * factor->second.units / Decimal::scale)};
}

Status fillIn(Replica& replica, PriceQuestion& question, bool& inclusive)
{
    SATCHEL_ASSIGN(const Origin origin, originFor(replica, question.account, question.list));
    if (question.date.empty())
        question.date = origin.today;
    inclusive = origin.taxInclusive;
    if (question.currency.empty() && !question.account.isNull()) {
        SATCHEL_ASSIGN(const auto account, replica.find(schema::entity("account"), question.account));
        question.currency = account ? account->value("currency").text() : std::string();
    }
    if (question.currency.empty())
        question.currency = origin.listCurrency;
    if (question.currency.empty() && origin.company)
        question.currency = origin.company->value("currency").text();
    if (question.currency.empty())
        return invalid("No price list is for this customer; say in which currency the price is asked.");
    return Ok{};
}

} // namespace

Result<PriceExplanation> explainPrice(Replica& replica, PriceQuestion question)
{
    bool inclusive = false;
    SATCHEL_TRY(fillIn(replica, question, inclusive));
    ReplicaRecords records(replica.connection());
    pricing::SnapshotReader reader(records);
    SATCHEL_ASSIGN(pricing::Customer customer, reader.customer(question.account));
    SATCHEL_ASSIGN(const pricing::Snapshot snapshot, reader.read(customer, question.list, {question.product}));
    pricing::Request request{.date = question.date,
                             .currency = question.currency,
                             .taxInclusive = inclusive,
                             .customer = std::move(customer),
                             .list = question.list};
    request.lines.push_back(
        {.id = question.product, .product = question.product, .quantity = question.quantity, .unit = question.unit});
    SATCHEL_ASSIGN(const Decimal quantity, baseQuantity(snapshot, question));
    SATCHEL_ASSIGN(pricing::Pricing priced, pricing::price(snapshot, request));
    SATCHEL_ASSIGN(const std::vector<Id> chain, pricing::chainOf(snapshot, request));
    PriceExplanation made{
        .question = question, .line = std::move(priced.lines.front()), .free = std::move(priced.free)};
    bool given = false;
    for (const Id& id : chain) {
        const List& list = snapshot.lists.at(id);
        PriceExplanation::Asked asked{.list = id,
                                      .name = list.code.empty() ? list.name : list.code,
                                      .agreement = !list.account.isNull(),
                                      .revision = numberOf(list, pricing::revisionOn(list, request.date, {})),
                                      .gave = id == made.line.list};
        given = given || asked.gave;
        if (!given)
            asked.reason = reasonOf(list, request, question.product, quantity);
        made.chain.push_back(std::move(asked));
    }
    return made;
}

} // namespace satchel::sales
