// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PromotionCheck.h"

#include "core/rules/Entitlement.h"
#include "core/rules/pricing/Days.h"
#include "core/rules/pricing/Eligibility.h"
#include "core/rules/pricing/SnapshotReader.h"
#include "core/schema/Wording.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>

namespace satchel::sales {

namespace {

constexpr std::size_t namedAtMost = 3;

class Checker {
public:
    Checker(RecordSource& records, std::string date) : m_records(records), m_reader(records), m_date(std::move(date)) {}

    Status begin()
    {
        SATCHEL_ASSIGN(m_snapshot, m_reader.read(pricing::Customer{}, Id{}, {}));
        SATCHEL_ASSIGN(const auto products, m_records.where(schema::entity("product"), {}));
        for (const Record& product : products)
            m_snapshot.products.insert_or_assign(product.id,
                                                 pricing::Product{.id = product.id,
                                                                  .code = product.value("code").text(),
                                                                  .name = product.value("name").text(),
                                                                  .family = product.value("family").text()});
        for (const pricing::Promotion& promotion : m_snapshot.promotions)
            m_names.emplace(promotion.id, promotion.name);
        return Ok{};
    }

    Status look(const Record& account)
    {
        SATCHEL_ASSIGN(const pricing::Customer customer, m_reader.customer(account.id));
        SATCHEL_ASSIGN(const Entitlement entitlement, readEntitlement(m_records, account.id));
        std::vector<Id> mayBuy;
        for (const auto& [id, product] : m_snapshot.products)
            if (entitlement.permits(id, product.family))
                mayBuy.push_back(id);
        for (const pricing::Clash& clash : pricing::clashes(m_snapshot, customer, m_date, mayBuy)) {
            auto& known = m_found[{clash.first, clash.second}];
            if (known.accounts.empty())
                known = {.clash = clash, .first = m_names[clash.first], .second = m_names[clash.second]};
            known.accounts.push_back(account.id);
            known.names.push_back(account.label());
        }
        return Ok{};
    }

    std::vector<PromotionClash> found()
    {
        std::vector<PromotionClash> all;
        for (auto& [pair, clash] : m_found)
            all.push_back(std::move(clash));
        return all;
    }

private:
    RecordSource& m_records;
    pricing::SnapshotReader m_reader;
    std::string m_date;
    pricing::Snapshot m_snapshot;
    std::map<Id, std::string> m_names;
    std::map<std::pair<Id, Id>, PromotionClash> m_found;
};

} // namespace

std::string PromotionClash::sentence() const
{
    std::vector<std::string> shown(names.begin(),
                                   names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), namedAtMost)));
    if (names.size() == namedAtMost + 1)
        shown.push_back(names.back());
    else if (names.size() > namedAtMost)
        shown.push_back(std::to_string(names.size() - namedAtMost) + " more");
    std::string text = inQuotes(first) + " and " + inQuotes(second) + " clash for " + enumerated(shown);
    if (!clash.from.empty())
        text += " from " + clash.from;
    text += clash.to.empty() ? (clash.from.empty() ? "" : " on") : " until " + clash.to;
    return text + (clash.exclusive ? ": one of them is exclusive, so a customer gets only the better one."
                                   : ": both have the same priority, so it is open which one comes first.");
}

Result<std::vector<PromotionClash>> checkPromotions(Replica& replica, const Id& account, std::string date)
{
    if (date.empty())
        date = dateOf(replica.environment().now());
    ReplicaRecords records(replica.connection());
    Checker checker(records, std::move(date));
    SATCHEL_TRY(checker.begin());
    const Entity& accounts = schema::entity("account");
    if (!account.isNull()) {
        SATCHEL_ASSIGN(const auto record, records.find(accounts, account));
        if (!record)
            return Error{ErrorKind::NotFound, "There is no such account on this laptop."};
        SATCHEL_TRY(checker.look(*record));
        return checker.found();
    }
    SATCHEL_ASSIGN(const auto all, records.where(accounts, {}));
    for (const Record& record : all)
        SATCHEL_TRY(checker.look(record));
    return checker.found();
}

Result<std::vector<pricing::Promotion>> promotionsFor(Replica& replica, const Id& account, std::string date)
{
    if (date.empty())
        date = dateOf(replica.environment().now());
    ReplicaRecords records(replica.connection());
    pricing::SnapshotReader reader(records);
    SATCHEL_ASSIGN(const pricing::Customer customer, reader.customer(account));
    SATCHEL_ASSIGN(pricing::Snapshot snapshot, reader.read(customer, Id{}, {}));
    std::vector<pricing::Promotion> open = std::move(snapshot.promotions);
    std::erase_if(open, [&](const pricing::Promotion& each) {
        return !pricing::isFor(each, customer) || !pricing::isWithin(each.validFrom, each.validTo, date);
    });
    std::sort(open.begin(), open.end(), [](const auto& a, const auto& b) { return pricing::comesBefore(&a, &b); });
    return open;
}

} // namespace satchel::sales
