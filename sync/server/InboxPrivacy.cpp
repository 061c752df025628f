// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/InboxPrivacy.h"

#include "core/model/Rule.h"
#include "sync/server/Proposals.h"

namespace satchel::server {

namespace {

std::string otherSide(const std::string& side)
{
    return side == "a" ? "b" : "a";
}

// What is left of an item for one who may not see the record: the side he wrote.
void keepOnly(Record& item, const std::string& side)
{
    const std::string other = otherSide(side);
    item.set("base", "null");
    item.set(other + "_value", "null");
    for (const char* part : {"_user", "_author", "_device", "_at", "_state"})
        item.set(other + part, Value());
    if (item.value(side + "_state").text() == "open") // there is nothing he could choose from
        item.set(side + "_state", "merged");
}

} // namespace

Status InboxPrivacy::store(const Record& item)
{
    SATCHEL_ASSIGN(const auto present, m_ledger.tables().find(*item.entity, item.id));
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < item.values.size(); ++i)
        if (present && present->values[i] != item.values[i])
            changed.push_back(i);
    if (changed.empty())
        return Ok{};
    return m_ledger.update(item, changed, Stamp{.rev = m_ledger.seq(), .deviceName = {}, .change = {}}, false);
}

Status InboxPrivacy::takeFrom(Record item, const std::string& side)
{
    const std::string other = otherSide(side);
    const Value user = item.value(side + "_user");
    const Value reader = item.value(other + "_user");
    if (item.value("rule").text() == rule::proposal && side == "a")
        return Proposals(m_database, m_ledger).passOn(item);
    if (reader == user) { // two laptops of one person: he typed both
        item.set("base", "null");
        return store(item);
    }
    Record rest = item;
    keepOnly(rest, side);
    if (reader.isNull())
        return store(rest);
    rest.id = Id::derived(item.id.view(), side);
    item.set(side + "_user", Value());
    item.set(side + "_author", user);
    SATCHEL_TRY(store(item));
    SATCHEL_ASSIGN(const auto present, m_ledger.tables().findForMerge(*rest.entity, rest.id));
    return present ? Status(Ok{}) : m_ledger.insert(std::move(rest), Stamp{});
}

Status InboxPrivacy::check(const Id& id)
{
    for (const char* side : {"a", "b"}) {
        SATCHEL_ASSIGN(auto item, m_ledger.tables().find(schema::entity("conflict"), id));
        if (!item)
            return Ok{};
        const Value user = item->value(std::string(side) + "_user");
        const Entity* entity = schema::entityNamed(item->value("entity").text());
        const auto row = Id::parse(item->value("record").text());
        if (user.isNull() || entity == nullptr || !row)
            continue;
        SATCHEL_ASSIGN(const auto record, m_ledger.tables().find(*entity, *row));
        if (!record)
            continue; // deleted: there is nothing to see any more for anybody
        SATCHEL_ASSIGN(const bool sees, m_ledger.lostAccess().sees(user.id(), *record));
        if (!sees)
            SATCHEL_TRY(takeFrom(std::move(*item), side));
    }
    return Ok{};
}

Status InboxPrivacy::hide(const std::set<RowKey>& left, const std::vector<Id>& losers)
{
    std::set<Id> items;
    const auto take = [&](const Row& row) -> Status {
        items.insert(idOf(row.front()));
        return Ok{};
    };
    for (const Id& user : losers)
        SATCHEL_TRY(m_database.each("SELECT id FROM e_conflict WHERE (f_a_user=$1 OR f_b_user=$1) AND deleted=0",
                                    {cell(user)}, take));
    SATCHEL_ASSIGN(const auto any, m_database.query("SELECT 1 FROM e_conflict LIMIT 1"));
    for (const RowKey& root : any.empty() ? std::set<RowKey>() : left) {
        std::vector<Id> rows = {root.id};
        for (const Entity& entity : schema::entities()) {
            if (entity.scope.parents.empty())
                continue;
            SATCHEL_ASSIGN(const auto ids, m_ledger.tables().ofRoot(entity, root.id));
            rows.insert(rows.end(), ids.begin(), ids.end());
        }
        for (const Id& row : rows)
            SATCHEL_TRY(m_database.each("SELECT id FROM e_conflict WHERE f_record=$1 AND deleted=0",
                                        {Cell(row.toString())}, take));
    }
    for (const Id& item : items)
        SATCHEL_TRY(check(item));
    return Ok{};
}

Status InboxPrivacy::hideNew(Record& item, const RowKey& row, const Id& knows)
{
    SATCHEL_ASSIGN(const auto record, m_ledger.tables().find(*schema::entityNumbered(row.entity), row.id));
    for (const std::string side : {"a", "b"}) {
        const Value user = item.value(side + "_user");
        if (!record || user.isNull() || user.id() == knows)
            continue;
        SATCHEL_ASSIGN(const bool sees, m_ledger.lostAccess().sees(user.id(), *record));
        if (sees)
            continue;
        item.set(side + "_author", user);
        item.set(side + "_user", Value());
        item.set(side + "_state", "dismissed");
    }
    return Ok{};
}

} // namespace satchel::server
