// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/CustomerValue.h"

#include "core/model/Reading.h"
#include "core/sales/OrderReader.h"
#include "core/store/Moment.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>
#include <map>
#include <set>

namespace satchel::sales {

namespace {

constexpr int highestTop = 16;
constexpr int deepestSite = 12;

int yearOf(const std::string& day)
{
    int year = 0;
    for (std::size_t i = 0; i < 4 && i < day.size(); ++i)
        year = day[i] >= '0' && day[i] <= '9' ? year * 10 + (day[i] - '0') : year;
    return year;
}

// Beyond what a Decimal holds no company has bought; a record that says so does not count.
void add(Decimal& sum, const Decimal& amount)
{
    std::int64_t units = 0;
    if (!__builtin_add_overflow(sum.units, amount.units, &units))
        sum.units = units;
}

void count(CustomerValue& value, const Record& order)
{
    const auto net = moneyOf(order, "net");
    const std::string& day = order.value("ordered_on").text();
    if (!net || order.value("status").text() == "cancelled")
        return;
    ++value.orders;
    if (value.since.empty() || day < value.since)
        value.since = day;
    auto sum = std::find_if(value.sums.begin(), value.sums.end(),
                            [&](const CustomerValue::Sum& each) { return each.currency == net->currency; });
    if (sum == value.sums.end())
        sum = value.sums.insert(value.sums.end(), CustomerValue::Sum{.currency = net->currency});
    add(sum->net, net->amount);
    const int year = yearOf(day);
    auto at = std::find_if(sum->years.begin(), sum->years.end(),
                           [&](const CustomerValue::Year& each) { return each.year == year; });
    if (at == sum->years.end())
        at = sum->years.insert(sum->years.end(), CustomerValue::Year{.year = year});
    add(at->net, net->amount);
}

void fillGaps(CustomerValue::Sum& sum)
{
    std::sort(sum.years.begin(), sum.years.end(),
              [](const CustomerValue::Year& a, const CustomerValue::Year& b) { return a.year < b.year; });
    std::vector<CustomerValue::Year> whole;
    for (const CustomerValue::Year& year : sum.years) {
        while (!whole.empty() && whole.back().year + 1 < year.year && whole.back().year > 1900)
            whole.push_back({.year = whole.back().year + 1});
        whole.push_back(year);
    }
    sum.years = std::move(whole);
}

std::vector<Id> idsOfRows(const std::vector<Record>& rows)
{
    std::vector<Id> ids;
    for (const Record& row : rows)
        ids.push_back(row.id);
    return ids;
}

class Promotions {
public:
    void add(const Record& line, const std::string& day, bool ordered)
    {
        if (line.value("promotion").isNull())
            return;
        const Id id = line.value("promotion").id();
        ReceivedPromotion& promotion = m_found[id];
        promotion.promotion = id;
        promotion.lastOn = std::max(promotion.lastOn, day);
        ++(ordered ? promotion.ordered : promotion.quoted);
    }
    [[nodiscard]] Result<std::vector<ReceivedPromotion>> all(ReplicaRecords& records)
    {
        std::vector<Id> ids;
        for (const auto& [id, promotion] : m_found)
            ids.push_back(id);
        SATCHEL_ASSIGN(const auto rows, records.findAll(schema::entity("promotion"), ids));
        std::vector<ReceivedPromotion> promotions;
        for (const Record& row : rows) { // one that is no longer here has no name to show
            m_found[row.id].name = row.label();
            promotions.push_back(m_found[row.id]);
        }
        std::stable_sort(promotions.begin(), promotions.end(),
                         [](const ReceivedPromotion& a, const ReceivedPromotion& b) { return a.lastOn > b.lastOn; });
        return promotions;
    }

private:
    std::map<Id, ReceivedPromotion> m_found;
};

} // namespace

Result<CustomerBusiness> businessWith(Replica& replica, const Id& account)
{
    const Moment moment(replica.connection());
    ReplicaRecords records(replica.connection());
    CustomerBusiness business;
    SATCHEL_ASSIGN(const auto sites, OrderReader(replica).sites(account));
    const auto of = [&](const char* name, const char* reference, const std::vector<Id>& ids) {
        const Entity& entity = schema::entity(name);
        return records.whereAny(entity, {}, *entity.indexOf(reference), ids);
    };
    SATCHEL_ASSIGN(const auto orders, of("order", "account", sites));
    std::map<Id, std::string> days;
    std::set<Id> orderedQuotes;
    for (const Record& order : orders) {
        count(business.value, order);
        days[order.id] = order.value("ordered_on").text();
        orderedQuotes.insert(order.value("quote").id());
    }
    std::map<std::string, std::int64_t> ordersIn;
    for (const Record& order : orders)
        ++ordersIn[order.value("currency").text()];
    std::stable_sort(business.value.sums.begin(), business.value.sums.end(),
                     [&](const CustomerValue::Sum& a, const CustomerValue::Sum& b) {
                         return ordersIn[a.currency] > ordersIn[b.currency];
                     });
    for (CustomerValue::Sum& sum : business.value.sums)
        fillGaps(sum);
    Promotions promotions;
    SATCHEL_ASSIGN(const auto lines, of("order_line", "order", idsOfRows(orders)));
    for (const Record& line : lines)
        promotions.add(line, days[line.value("order").id()], true);
    SATCHEL_ASSIGN(auto quotes, of("quote", "account", sites));
    std::erase_if(quotes, [&](const Record& quote) {
        return orderedQuotes.contains(quote.id) || isSet(quote, "template") || quote.value("status").text() == "draft";
    });
    for (const Record& quote : quotes)
        days[quote.id] = quote.value("date").text();
    SATCHEL_ASSIGN(const auto offered, of("quote_line", "quote", idsOfRows(quotes)));
    for (const Record& line : offered)
        promotions.add(line, days[line.value("quote").id()], false);
    SATCHEL_ASSIGN(business.promotions, promotions.all(records));
    return business;
}

Result<std::vector<SiteNode>> siteTree(Replica& replica, const Id& account, std::size_t limit)
{
    const Moment moment(replica.connection());
    ReplicaRecords records(replica.connection());
    const Entity& entity = schema::entity("account");
    std::vector<Record> path; // from the account up
    std::set<Id> known;
    Id at = account;
    for (int up = 0; up < highestTop && !at.isNull() && known.insert(at).second; ++up) {
        SATCHEL_ASSIGN(auto record, records.find(entity, at));
        if (!record)
            break;
        at = record->value("parent").id();
        path.push_back(std::move(*record));
    }
    std::vector<SiteNode> tree;
    known.clear();
    std::vector<SiteNode> open;
    if (!path.empty())
        open.push_back({path.back(), 0});
    while (!open.empty() && tree.size() < limit) {
        SiteNode node = std::move(open.back());
        open.pop_back();
        if (!known.insert(node.account.id).second)
            continue;
        const int depth = node.depth + 1;
        const Id id = node.account.id;
        tree.push_back(std::move(node));
        if (depth > deepestSite)
            continue;
        SATCHEL_ASSIGN(auto below, records.where(entity, {{*entity.indexOf("parent"), Value(id)}}));
        std::stable_sort(below.begin(), below.end(),
                         [](const Record& a, const Record& b) { return a.label() > b.label(); });
        for (Record& site : below)
            open.push_back({std::move(site), depth});
    }
    if (!path.empty() && !known.contains(account))
        tree.push_back({path.front(), 1});
    return tree;
}

} // namespace satchel::sales
