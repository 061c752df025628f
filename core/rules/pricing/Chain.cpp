// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Chain.h"

#include "core/rules/pricing/Days.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace satchel::pricing {

namespace {

const List* listOn(const Snapshot& snapshot, const Id& id, const std::string& date)
{
    const auto found = snapshot.lists.find(id);
    if (found == snapshot.lists.end() || !found->second.active)
        return nullptr;
    const List& list = found->second;
    return list.account.isNull() || isWithin(list.validFrom, list.validTo, date) ? &list : nullptr;
}

bool byCode(const List* a, const List* b)
{
    return std::tie(a->code, a->id) < std::tie(b->code, b->id);
}

// Later agreements first.
bool byBeginning(const List* a, const List* b)
{
    return a->validFrom != b->validFrom ? a->validFrom > b->validFrom : byCode(a, b);
}

class ChainMaker {
public:
    ChainMaker(const Snapshot& snapshot, const Request& request) : m_snapshot(snapshot), m_request(request) {}

    Result<Lists> make()
    {
        for (const Id& account : m_request.customer.accounts)
            for (const List* agreement : those([&](const List& list) { return list.account == account; }, byBeginning))
                add(agreement);
        if (!m_request.list.isNull()) {
            SATCHEL_TRY(addWithParents(m_request.list));
            return m_chain;
        }
        SATCHEL_TRY(addAll(
            [&](const List& list) { return !list.segment.empty() && list.segment == m_request.customer.segment; }));
        for (const Id& territory : m_request.customer.territories)
            SATCHEL_TRY(addAll([&](const List& list) { return list.territory == territory; }));
        SATCHEL_TRY(addWithParents(m_snapshot.companyList));
        return m_chain;
    }

private:
    using Wanted = std::function<bool(const List&)>;

    [[nodiscard]] Lists those(const Wanted& wanted, bool (*order)(const List*, const List*)) const
    {
        Lists found;
        for (const auto& [id, list] : m_snapshot.lists)
            if (wanted(list) && listOn(m_snapshot, id, m_request.date) != nullptr)
                found.push_back(&list);
        std::sort(found.begin(), found.end(), order);
        return found;
    }

    Status addAll(const Wanted& wanted)
    {
        for (const List* list : those([&](const List& l) { return l.account.isNull() && wanted(l); }, byCode))
            SATCHEL_TRY(addWithParents(list->id));
        return Ok{};
    }

    Status addWithParents(const Id& first)
    {
        SATCHEL_ASSIGN(const Lists lists, withParents(m_snapshot, first, m_request.date));
        for (const List* list : lists)
            add(list);
        return Ok{};
    }

    void add(const List* list)
    {
        if (std::find(m_chain.begin(), m_chain.end(), list) == m_chain.end())
            m_chain.push_back(list);
    }

    const Snapshot& m_snapshot;
    const Request& m_request;
    Lists m_chain;
};

} // namespace

Error circleOf(const Lists& lists)
{
    std::string codes;
    for (const List* list : lists)
        codes += (codes.empty() ? "" : ", ") + list->code;
    return invalid("the price lists " + codes + " refer to each other in a circle.");
}

Result<Lists> withParents(const Snapshot& snapshot, const Id& first, const std::string& date)
{
    Lists lists;
    for (const List* list = listOn(snapshot, first, date); list != nullptr;
         list = listOn(snapshot, list->parent, date)) {
        const auto before = std::find(lists.begin(), lists.end(), list);
        if (before != lists.end())
            return circleOf(Lists(before, lists.end()));
        lists.push_back(list);
    }
    return lists;
}

Result<Lists> chain(const Snapshot& snapshot, const Request& request)
{
    return ChainMaker(snapshot, request).make();
}

Result<std::vector<Id>> chainOf(const Snapshot& snapshot, const Request& request)
{
    SATCHEL_ASSIGN(const Lists lists, chain(snapshot, request));
    std::vector<Id> ids;
    for (const List* list : lists)
        ids.push_back(list->id);
    return ids;
}

} // namespace satchel::pricing
