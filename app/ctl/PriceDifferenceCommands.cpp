// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Connected.h"
#include "app/ctl/PriceWork.h"
#include "core/schema/Wording.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>

namespace satchel::ctl {

namespace {

// What prices are called; base lists are looked up once.
class Names {
public:
    explicit Names(Session& session) : m_session(session) {}

    Result<std::string> list(const Id& id)
    {
        if (const auto found = m_lists.find(id); found != m_lists.end())
            return found->second;
        SATCHEL_ASSIGN(const auto record, m_session.replica().find(schema::entity("price_list"), id));
        std::string name = record ? (record->value("code").isNull() ? record->label() : record->value("code").text())
                                  : std::string("a list that is not here");
        return m_lists.emplace(id, std::move(name)).first->second;
    }

    Result<std::string> prices(const sales::ProductPrices& prices, const sales::PriceListRecords& of)
    {
        std::string text;
        for (const sales::ListPrice& price : prices) {
            std::string base;
            if (!price.baseList.isNull()) {
                SATCHEL_ASSIGN(base, list(price.baseList));
            }
            text += (text.empty() ? "" : "; ") + sales::priceText(price, of, base);
        }
        return text;
    }

    Result<Json> json(const sales::ProductPrices& prices, const sales::PriceListRecords& of)
    {
        static constexpr const char* kinds[] = {"fixed", "percent_of_list", "percent_of_cost", "removed"};
        Json all = Json::array();
        for (const sales::ListPrice& price : prices) {
            const auto money = [&](const Decimal& amount) { return Money{amount, of.currency()}.toString(); };
            Json each = {{"kind", kinds[static_cast<std::size_t>(price.kind)]}};
            if (price.kind != pricing::Entry::Kind::PercentOfList)
                each["price"] = money(price.price);
            each["min_quantity"] = price.minQuantity.toString();
            if (price.percent.units != 0)
                each["percent"] = price.percent.toString();
            if (!price.baseList.isNull()) {
                SATCHEL_ASSIGN(each["base_list"], list(price.baseList));
            }
            if (price.minPrice)
                each["min_price"] = money(*price.minPrice);
            if (!price.validFrom.empty())
                each["valid_from"] = price.validFrom;
            if (!price.validTo.empty())
                each["valid_to"] = price.validTo;
            all.push_back(std::move(each));
        }
        return all;
    }

    Result<std::pair<std::string, std::string>> product(const Id& id)
    {
        SATCHEL_ASSIGN(const auto record, m_session.replica().find(schema::entity("product"), id));
        if (!record)
            return std::pair(std::string(), std::string("a product that is not here"));
        return std::pair(record->value("code").text(), record->value("name").text());
    }

private:
    Session& m_session;
    std::map<Id, std::string> m_lists;
};

std::string signedPercent(const Decimal& percent)
{
    return (percent.units > 0 ? "+" : "") + percent.toString() + " %";
}

Status addChange(const sales::PriceChange& change, const sales::PriceListRecords& list, Names& names, Json& into,
                 std::string& text)
{
    SATCHEL_ASSIGN(const auto product, names.product(change.product));
    SATCHEL_ASSIGN(const std::string before, names.prices(change.before, list));
    SATCHEL_ASSIGN(const std::string after, names.prices(change.after, list));
    Json json = {{"product", product.first},
                 {"name", product.second},
                 {"id", change.product.toString()},
                 {"change", change.isNew()       ? "added"
                            : change.isRemoved() ? "removed"
                                                 : "changed"}};
    SATCHEL_ASSIGN(json["before"], names.json(change.before, list));
    SATCHEL_ASSIGN(json["after"], names.json(change.after, list));
    json["percent"] = change.percent ? Json(change.percent->toString()) : Json(nullptr);
    into.push_back(std::move(json));
    text += change.isNew() ? "+ " : change.isRemoved() ? "- " : "  ";
    text += (product.first.empty() ? "" : product.first + " ") + product.second + ": ";
    text += change.isNew() ? after : change.isRemoved() ? before : before + " -> " + after;
    text += (change.percent ? " (" + signedPercent(*change.percent) + ")" : "") + "\n";
    return Ok{};
}

Status addQuotes(const std::vector<sales::TouchedQuote>& quotes, Reply& reply)
{
    Json all = Json::array();
    for (const sales::TouchedQuote& quote : quotes) {
        all.push_back({{"id", quote.quote.toString()},
                       {"quote", quote.label},
                       {"account", quote.accountName},
                       {"status", quote.status},
                       {"lines", quote.lines}});
        if (all.size() <= 20)
            reply.text += "  " + quote.label + (quote.accountName.empty() ? "" : " for " + quote.accountName) + " (" +
                          spoken(quote.status) + "): " + std::to_string(quote.lines) +
                          (quote.lines == 1 ? " line\n" : " lines\n");
    }
    reply.json["quotes"] = std::move(all);
    return Ok{};
}

struct State {
    std::string name;
    sales::PriceSheet sheet;
};

Result<State> stateOf(const std::string& text, const sales::PriceListRecords& list, Session& session)
{
    ReplicaRecords records(session.replica().connection());
    State state;
    if (text == "draft") {
        SATCHEL_ASSIGN(auto draft, sales::readDraft(session.folder(), list));
        return State{"the draft", std::move(draft.sheet)};
    }
    Id revision;
    if (text != "nothing") {
        SATCHEL_ASSIGN(revision, sales::revisionNamed(list, text));
        state.name = "r" + std::to_string(list.revision(revision)->value("number").integer());
    } else {
        state.name = "no revision";
    }
    SATCHEL_ASSIGN(state.sheet, sales::readSheet(records, list, revision));
    return state;
}

std::string nameOf(const Record* revision)
{
    return revision == nullptr ? "nothing" : revision->id.toString();
}

// What is compared where the person names one revision, or none.
Status chooseStates(const PriceArguments& arguments, const sales::PriceListRecords& list, Session& session,
                    std::string& before, std::string& after)
{
    before = arguments.revision;
    after = arguments.other;
    const Record* newest = list.newest();
    if (after.empty() && !before.empty() && before != "draft") {
        after = nameOf(newest);
    } else if (after.empty()) {
        const auto draft = sales::readDraft(session.folder(), list);
        if (!draft.ok() && (before == "draft" || draft.error().kind != ErrorKind::NotFound))
            return draft.error();
        after = draft.ok() ? "draft" : nameOf(newest);
        before = draft.ok() ? nameOf(newest) : "";
    }
    if (before.empty() && after == "nothing")
        return Error{ErrorKind::NotFound,
                     "No revision of " + list.code() + " was published yet, and there is no draft."};
    if (before.empty() && after != "draft") {
        SATCHEL_ASSIGN(const Id id, sales::revisionNamed(list, after));
        before = nameOf(list.revision(list.revision(id)->value("follows").id()));
    }
    return Ok{};
}

} // namespace

Result<sales::PriceListRecords> priceListNamed(const std::string& text, Session& session)
{
    SATCHEL_ASSIGN(const Id id, session.replica().resolve(schema::entity("price_list"), text));
    ReplicaRecords records(session.replica().connection());
    return sales::readPriceList(records, id);
}

Status addDifference(const sales::PriceDifference& difference, const sales::PriceListRecords& list, int limit,
                     Session& session, Reply& reply)
{
    reply.json["added"] = difference.added;
    reply.json["removed"] = difference.removed;
    reply.json["changed"] = difference.changed;
    reply.json["unchanged"] = difference.unchanged;
    reply.text += std::to_string(difference.added) + " added, " + std::to_string(difference.removed) + " removed, " +
                  std::to_string(difference.changed) + " changed, " + std::to_string(difference.unchanged) +
                  " unchanged\n";
    Names names(session);
    Json changes = Json::array();
    for (const sales::PriceChange& change : difference.changes) {
        if (static_cast<int>(changes.size()) >= limit)
            break;
        SATCHEL_TRY(addChange(change, list, names, changes, reply.text));
    }
    if (changes.size() < difference.changes.size())
        reply.text +=
            "and " + std::to_string(difference.changes.size() - changes.size()) + " more; --limit shows them\n";
    reply.json["changes"] = std::move(changes);
    ReplicaRecords records(session.replica().connection());
    SATCHEL_ASSIGN(const auto quotes,
                   sales::touchedQuotes(records, list, difference, list.today(session.environment().now())));
    reply.text += quotes.empty() ? "No open quote is touched.\n"
                                 : std::to_string(quotes.size()) + (quotes.size() == 1 ? " open quote is touched:\n"
                                                                                       : " open quotes are touched:\n");
    return addQuotes(quotes, reply);
}

Result<Reply> listRevisions(const PriceArguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const auto list, priceListNamed(arguments.list, session));
    Json all = Json::array();
    std::string text;
    for (auto at = list.revisions.rbegin(); at != list.revisions.rend(); ++at) {
        Json json = recordJson(*at);
        const Record* followed = list.revision(at->value("follows").id());
        json["follows_number"] = followed == nullptr ? Json(nullptr) : Json(followed->value("number").integer());
        all.push_back(std::move(json));
        const std::string& from = at->value("effective_from").text();
        text +=
            "r" + std::to_string(at->value("number").integer()) + "  " + at->value("status").text() +
            (from.empty() ? "" : " from " + from) + "  " + at->label() +
            (followed == nullptr ? "" : "  (follows r" + std::to_string(followed->value("number").integer()) + ")") +
            "\n";
    }
    if (all.empty())
        text = "No revision of " + list.code() + " was published yet.\n";
    return Reply{.json = {{"list", list.code()}, {"revisions", std::move(all)}}, .text = std::move(text)};
}

Result<Reply> comparePrices(const PriceArguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const auto list, priceListNamed(arguments.list, session));
    std::string before;
    std::string after;
    SATCHEL_TRY(chooseStates(arguments, list, session, before, after));
    SATCHEL_ASSIGN(const State a, stateOf(before, list, session));
    SATCHEL_ASSIGN(const State b, stateOf(after, list, session));
    Reply reply{.json = {{"list", list.code()}, {"a", a.name}, {"b", b.name}},
                .text = list.code() + ", from " + a.name + " to " + b.name + ": "};
    SATCHEL_TRY(addDifference(sales::compare(a.sheet, b.sheet), list, arguments.limit, session, reply));
    return reply;
}

Result<Reply> showReceipts(const PriceArguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const auto list, priceListNamed(arguments.list, session));
    Id revision = list.newest() == nullptr ? Id{} : list.newest()->id;
    if (!arguments.revision.empty() || revision.isNull()) {
        SATCHEL_ASSIGN(revision, sales::revisionNamed(list, arguments.revision));
    }
    SATCHEL_ASSIGN(auto connected, Connected::open(session.identity()->server, session));
    SATCHEL_ASSIGN(const auto reply,
                   connected->withToken<ReceiptsReply>([&](Engine& engine) { return engine.receipts(revision); }));
    Json devices = Json::array();
    std::string text;
    std::size_t have = 0;
    for (const ReceiptsReply::Device& device : reply.devices) {
        SATCHEL_ASSIGN(const std::string login, session.loginOf(device.user));
        const std::string seen = formatInstant(device.lastSeen);
        devices.push_back(
            {{"user", login}, {"device", device.name}, {"last_seen", seen}, {"received", device.received}});
        text +=
            (device.received ? "has it   " : "not yet  ") + login + " on " + device.name + ", last here " + seen + "\n";
        have += device.received ? 1 : 0;
    }
    const std::int64_t number = list.revision(revision)->value("number").integer();
    text += std::to_string(have) + " of " + std::to_string(reply.devices.size()) + " devices have " + list.code() +
            " r" + std::to_string(number) + ".\n";
    return Reply{.json = {{"list", list.code()},
                          {"number", number},
                          {"received", have},
                          {"of", reply.devices.size()},
                          {"devices", std::move(devices)}},
                 .text = std::move(text)};
}

} // namespace satchel::ctl
