// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Revisions.h"

#include "core/model/Rule.h"
#include "core/rules/quotes/Ids.h"
#include "sync/server/ConflictRow.h"
#include "sync/server/InboxPrivacy.h"
#include "sync/server/TableRecords.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace satchel::server {

namespace {

// What a quote has only because it was handed over, or accepted.
const std::initializer_list<std::string_view> ofTheFact = {"reason",      "closed_on", "accepted_by",
                                                           "accepted_at", "signature", "flags"};

std::string nameAsJson(const Record& quote)
{
    const nlohmann::ordered_json name = {{"id", quote.id.toString()},
                                         {"number", quote.value("number").text()},
                                         {"revision", quote.value("revision").integer()}};
    return name.dump();
}

} // namespace

Record copiedPart(const Record& part, const Id& to)
{
    Record copy = part;
    copy.id = quotes::copiedRowIdOf(to, part.id);
    copy.set("quote", to);
    for (const char* field : {"quote_group", "alternative_to", "part_of"})
        if (copy.entity->field(field) != nullptr && !copy.value(field).isNull())
            copy.set(field, quotes::copiedRowIdOf(to, copy.value(field).id()));
    return copy;
}

Stamp Revisions::own(const Stamp& stamp, Milliseconds now)
{
    return Stamp{
        .rev = stamp.rev, .at = now, .user = stamp.user, .device = {}, .deviceName = {}, .change = stamp.change};
}

Result<std::int64_t> Revisions::firstFree(const Record& quote)
{
    const Entity& entity = *quote.entity;
    TableRecords records(m_database);
    std::int64_t highest = std::max<std::int64_t>(1, quote.value("revision").integer());
    const auto look = [&](std::string_view field, const Value& value) -> Status {
        if (value.isNull())
            return Ok{};
        SATCHEL_ASSIGN(const auto others, records.where(entity, {{*entity.indexOf(field), value}}));
        for (const Record& other : others)
            highest = std::max(highest, other.value("revision").integer());
        return Ok{};
    };
    SATCHEL_TRY(look("number", quote.value("number")));
    SATCHEL_TRY(look("former", Value(quote.id)));
    return highest + 1;
}

Status Revisions::copyParts(const char* name, const Id& from, const Id& to, const Stamp& stamp)
{
    const Entity& entity = schema::entity(name);
    SATCHEL_ASSIGN(const auto parts, TableRecords(m_database).where(entity, {{*entity.indexOf("quote"), Value(from)}}));
    for (const Record& part : parts)
        SATCHEL_TRY(m_ledger.insert(copiedPart(part, to), stamp));
    return Ok{};
}

Status Revisions::make(const Id& former, const Id& id, const People& people, const Stamp& stamp, Milliseconds now)
{
    const Entity& entity = schema::entity("quote");
    SATCHEL_ASSIGN(const auto present, m_ledger.tables().findForMerge(entity, id));
    SATCHEL_ASSIGN(auto quote, m_ledger.tables().find(entity, former));
    if (present || !quote)
        return Ok{};
    const Stamp mine = own(stamp, now);
    SATCHEL_ASSIGN(const std::int64_t number, firstFree(*quote));
    Record revision = *quote;
    revision.id = id;
    revision.set("former", former);
    revision.set("revision", number);
    revision.set("status", "draft");
    revision.set("owner", people.editor.user);
    revision.set("review", "merged");
    for (const std::string_view field : ofTheFact)
        revision.set(field, Value());
    SATCHEL_TRY(m_ledger.insert(revision, mine));
    SATCHEL_TRY(m_ledger.addHistory({.row = {entity.number, id},
                                     .from = Value(former),
                                     .to = Value(id),
                                     .user = people.editor.user,
                                     .device = people.editorDevice,
                                     .at = now,
                                     .rule = "created"}));
    SATCHEL_TRY(copyParts("quote_group", former, id, mine));
    SATCHEL_TRY(copyParts("quote_line", former, id, mine));
    Touches::Touch touch = people.editor;
    touch.seq = m_ledger.seq();
    SATCHEL_TRY(Touches(m_database).put(id, touch));
    return tell(revision, people, stamp, now);
}

// Nothing is to be answered: it is told, and each of the two puts it aside.
Status Revisions::tell(const Record& revision, const People& people, const Stamp& stamp, Milliseconds now)
{
    SATCHEL_ASSIGN(const auto former, m_ledger.tables().find(*revision.entity, revision.value("former").id()));
    const RowKey row{revision.entity->number, revision.id};
    Record item(schema::entity("conflict"));
    item.id = conflictId(stamp.change, row, {});
    SATCHEL_ASSIGN(const auto present, m_ledger.tables().findForMerge(*item.entity, item.id));
    if (present)
        return Ok{};
    const auto side = [&](const std::string& name, const Id& user, const std::string& device,
                          const std::string& value) {
        item.set(name + "_value", value);
        item.set(name + "_user", user.isNull() ? Value() : Value(user));
        item.set(name + "_device", device.empty() ? Value() : Value(device));
        item.set(name + "_at", now);
        item.set(name + "_state", "open");
    };
    item.set("entity", revision.entity->name);
    item.set("record", revision.id.toString());
    item.set("base", "null");
    side("a", people.seller, people.sellerDevice, former ? nameAsJson(*former) : "null");
    side("b", people.editor.user, people.editorDevice, nameAsJson(revision));
    item.set("kept", "both");
    item.set("rule", rule::handedOver);
    item.set("created_at", now);
    SATCHEL_TRY(InboxPrivacy(m_database, m_ledger).hideNew(item, row, stamp.user));
    return m_ledger.insert(std::move(item), Stamp{});
}

} // namespace satchel::server
