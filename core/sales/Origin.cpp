// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Origin.h"

#include "core/base/TimeZone.h"
#include "core/rules/pricing/SnapshotReader.h"
#include "core/store/CachedRecords.h"

namespace satchel::sales {

Result<Origin> originFor(Replica& replica, const Id& account, const Id& list)
{
    const Moment moment(replica.connection());
    ReplicaRecords records(replica.connection());
    const Milliseconds now = replica.environment().now();
    Origin origin;
    SATCHEL_ASSIGN(auto companies, records.where(schema::entity("company"), {}));
    if (!companies.empty())
        origin.company = std::move(companies.front());
    pricing::SnapshotReader reader(records);
    pricing::Request request{.date = dateOf(now), .list = list};
    SATCHEL_ASSIGN(request.customer, reader.customer(account));
    SATCHEL_ASSIGN(const pricing::Snapshot snapshot, reader.read(request.customer, list, {}));
    SATCHEL_ASSIGN(const std::vector<Id> chain, pricing::chainOf(snapshot, request));
    // What somebody chose says more than what an agreement has.
    std::vector<Id> order = chain;
    if (!list.isNull() && snapshot.lists.contains(list))
        order.insert(order.begin(), list);
    if (!order.empty()) {
        origin.listCurrency = snapshot.lists.at(order.front()).currency;
        origin.taxInclusive = snapshot.lists.at(order.front()).taxInclusive;
    }
    if (origin.company)
        origin.zone = origin.company->value("time_zone").text();
    for (const Id& id : order) {
        if (!snapshot.lists.at(id).account.isNull()) // agreements have no zone of their own
            continue;
        SATCHEL_ASSIGN(const auto record, records.find(schema::entity("price_list"), id));
        origin.zone = record ? record->value("time_zone").text() : std::string();
        break;
    }
    origin.today = dayIn(origin.zone, now);
    return origin;
}

} // namespace satchel::sales
