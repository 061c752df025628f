// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Proposals.h"

#include "core/model/Rule.h"
#include "core/schema/ValueJson.h"
#include "sync/protocol/Codec.h"

#include <algorithm>

namespace satchel::server {

namespace {

using Json = nlohmann::ordered_json;

enum class Which { Before, Present, Proposed };

Id proposalId(const Bytes16& change)
{
    return Id::derived(view(change), "proposal");
}

Json valuesOf(const Operation& operation, const std::optional<Record>& present, Which which)
{
    Json values = Json::object();
    for (const FieldChange& field : operation.fields) {
        const Value* value = which == Which::Before ? &field.before : &field.after;
        if (which == Which::Present)
            value = present ? &present->values[field.field] : nullptr;
        const Field& declared = operation.entity->fields[field.field];
        values[declared.name] = value == nullptr ? Json(nullptr) : valueToJson(declared, *value);
    }
    return values;
}

// When the transaction was committed that this number belongs to; its checkpoint bears the number of its last change.
// Without one it is the transaction under way.
Result<Milliseconds> committedWith(Database& database, std::int64_t seq, Milliseconds now)
{
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT committed FROM checkpoint WHERE seq>=$1 ORDER BY seq LIMIT 1", {Cell(seq)}));
    return rows.empty() ? now : integerOf(rows[0][0]);
}

} // namespace

Result<bool> Proposals::isOpenTo(const Caller& author, const std::set<Scope>& scopes, const Change& change,
                                 const Operation& operation, const Record& row, Milliseconds received)
{
    SATCHEL_ASSIGN(const std::int64_t left, m_ledger.lostAccess().leftAt(author.user, scopes, row));
    const bool seen = operation.id == row.id ? operation.seenRev < left : true; // else it hangs on the row
    if (left == 0 || !seen || change.seenCheckpoint >= left)
        return false;
    SATCHEL_ASSIGN(const Milliseconds when, committedWith(m_database, left, received));
    SATCHEL_ASSIGN(const auto device,
                   m_database.query("SELECT registered FROM device WHERE id=$1", {cell(author.device)}));
    return !device.empty() && integerOf(device[0][0]) <= when && received - when <= offeredFor;
}

// Whom a record belongs to: its owner, else its root's, else those who work in its territory, else the managers above,
// else the administrators; only such as have it in sight.
Result<std::vector<Id>> Proposals::ownersOf(const Record& row)
{
    std::vector<Record> line = {row};
    if (row.root != row.id)
        for (const Entity& entity : schema::entities()) {
            SATCHEL_ASSIGN(auto root, m_ledger.tables().find(entity, row.root));
            if (root)
                line.push_back(std::move(*root));
        }
    for (const Record& each : line) {
        const std::string& owner = each.entity->scope.owner;
        if (owner.empty() || each.value(owner).isNull())
            continue;
        SATCHEL_ASSIGN(const bool sees, m_ledger.lostAccess().sees(each.value(owner).id(), row));
        if (sees)
            return std::vector<Id>{each.value(owner).id()};
    }
    for (const char* roles :
         {"'salesperson', 'account_manager'", "'inside_sales'", "'sales_manager'", "'administrator'"}) {
        SATCHEL_ASSIGN(
            const auto users,
            m_database.query(std::string("SELECT id FROM e_user WHERE deleted=0 AND COALESCE(f_active, 1)<>0 "
                                         "AND f_role IN (") +
                             roles + ") ORDER BY id"));
        std::vector<Id> found;
        for (const Row& user : users) {
            SATCHEL_ASSIGN(const bool sees, m_ledger.lostAccess().sees(idOf(user.front()), row));
            if (sees)
                found.push_back(idOf(user.front()));
        }
        if (!found.empty())
            return found;
    }
    return std::vector<Id>();
}

// One value under its field; a record as an object of values; several records as an object of those.
Result<Record> Proposals::itemOf(const Change& change, const Stamp& stamp, const Record& row, Milliseconds now)
{
    Record item(schema::entity("conflict"));
    item.set("entity", row.entity->name);
    item.set("record", row.id.toString());
    item.set("b_device", stamp.deviceName.empty() ? Value() : Value(stamp.deviceName));
    item.set("b_at", stamp.at);
    item.set("rule", rule::proposal);
    item.set("kept", "a");
    item.set("created_at", now);
    const Operation& first = change.operations.front();
    const bool one = change.operations.size() == 1;
    const bool field = one && first.fields.size() == 1 && first.kind == OperationKind::Update && first.id == row.id;
    if (field)
        item.set("field", first.entity->fields[first.fields.front().field].name);
    for (const auto& [name, which] : {std::pair{"base", Which::Before}, std::pair{"a_value", Which::Present},
                                      std::pair{"b_value", Which::Proposed}}) {
        Json all = Json::object();
        for (const Operation& operation : change.operations) {
            SATCHEL_ASSIGN(const auto present, m_ledger.tables().find(*operation.entity, operation.id));
            Json values = valuesOf(operation, present, which);
            if (operation.kind == OperationKind::Delete)
                values = which == Which::Proposed ? Json(nullptr) : Json(present ? present->label() : std::string());
            else if (operation.kind == OperationKind::Create && which != Which::Proposed)
                values = nullptr;
            if (one)
                all = field ? values.begin().value() : values;
            else
                all[operation.entity->name + " " + operation.id.toString()] = values;
        }
        item.set(name, all.dump(-1, ' ', false, Json::error_handler_t::replace));
    }
    return item;
}

Status Proposals::offerTo(const std::vector<Id>& users, const Change& change, const Stamp& stamp, const Record& row,
                          Milliseconds now)
{
    const Id id = proposalId(stamp.change);
    for (const Id& user : users) {
        SATCHEL_ASSIGN(Record item, itemOf(change, stamp, row, now));
        item.id = Id::derived(view(stamp.change), "proposal:" + user.toString());
        item.set("a_user", user);
        item.set("a_state", "open");
        item.set("b_author", stamp.user);
        item.set("b_state", "waiting");
        SATCHEL_ASSIGN(const auto present, m_ledger.tables().findForMerge(*item.entity, item.id));
        if (present && !present->deleted)
            continue;
        if (present) // he had lost the record and has it again
            SATCHEL_TRY(m_ledger.update(item, {}, Stamp{.rev = m_ledger.seq(), .deviceName = {}, .change = {}}, true));
        else
            SATCHEL_TRY(m_ledger.insert(item, Stamp{}));
        SATCHEL_TRY(m_database.query("INSERT INTO proposal_item(item, proposal) VALUES($1, $2) ON CONFLICT DO NOTHING",
                                     {cell(item.id), cell(id)}));
    }
    return Ok{};
}

Status Proposals::offer(const Change& change, const Id& incarnation, const Stamp& stamp, const Record& row,
                        Milliseconds now)
{
    const Id id = proposalId(stamp.change);
    SATCHEL_TRY(m_database.query("INSERT INTO proposal(id, incarnation, number, at) VALUES($1, $2, $3, $4)",
                                 {cell(id), cell(incarnation), Cell(change.number), Cell(now)}));
    SATCHEL_ASSIGN(const auto owners, ownersOf(row));
    SATCHEL_TRY(offerTo(owners, change, stamp, row, now));
    SATCHEL_ASSIGN(Record item, itemOf(change, stamp, row, now));
    item.id = id;
    item.set("base", "null");
    item.set("a_value", "null");
    item.set("b_user", stamp.user);
    item.set("b_state", "waiting");
    return m_ledger.insert(std::move(item), Stamp{});
}

Result<std::optional<Proposal>> Proposals::behind(const Id& item)
{
    SATCHEL_ASSIGN(const auto rows,
                   m_database.query("SELECT p.id, p.incarnation, p.number, o.chain, o.body FROM proposal_item i "
                                    "JOIN proposal p ON p.id=i.proposal JOIN outcome o ON o.incarnation=p.incarnation "
                                    "AND o.number=p.number WHERE i.item=$1 AND p.decided IS NULL",
                                    {cell(item)}));
    if (rows.empty())
        return std::optional<Proposal>();
    const Row& row = rows.front();
    SATCHEL_ASSIGN(Change change, decodeChange(bytesOf(row[4])));
    return std::optional(Proposal{.id = idOf(row[0]),
                                  .incarnation = idOf(row[1]),
                                  .number = integerOf(row[2]),
                                  .chain = bytes16(bytesOf(row[3])).value_or(Bytes16{}),
                                  .change = std::move(change)});
}

Status Proposals::decide(const Proposal& proposal, const Id& answered, bool taken, Milliseconds now)
{
    const auto answer = [&](const Id& id, const char* side, const char* state, const std::string& why) -> Status {
        const Entity& conflict = schema::entity("conflict");
        SATCHEL_ASSIGN(auto item, m_ledger.tables().find(conflict, id));
        if (!item)
            return Ok{};
        item->set(std::string(side) + "_state", state);
        item->set("kept", taken ? "b" : "a");
        item->set("rule", why);
        return m_ledger.update(
            *item,
            {*conflict.indexOf(std::string(side) + "_state"), *conflict.indexOf("kept"), *conflict.indexOf("rule")},
            Stamp{.rev = m_ledger.seq(), .deviceName = {}, .change = {}}, false);
    };
    SATCHEL_TRY(m_database.query("UPDATE proposal SET decided=$2 WHERE id=$1", {cell(proposal.id), Cell(now)}));
    SATCHEL_ASSIGN(const auto items, m_database.query("SELECT item FROM proposal_item WHERE proposal=$1 ORDER BY item",
                                                      {cell(proposal.id)}));
    for (const Row& row : items)
        if (idOf(row.front()) != answered)
            SATCHEL_TRY(answer(idOf(row.front()), "a", "dismissed", rule::proposal));
    return answer(proposal.id, "b", taken ? "merged" : "rejected", taken ? "proposal_taken" : "proposal_refused");
}

Status Proposals::passOn(const Record& item)
{
    SATCHEL_ASSIGN(const auto proposal, behind(item.id));
    SATCHEL_TRY(m_ledger.remove(item, Stamp{.rev = m_ledger.seq(), .deviceName = {}, .change = {}}));
    const Entity* entity = schema::entityNamed(item.value("entity").text());
    const auto id = Id::parse(item.value("record").text());
    if (!proposal || entity == nullptr || !id)
        return Ok{};
    SATCHEL_ASSIGN(const auto row, m_ledger.tables().find(*entity, *id));
    if (!row)
        return Ok{};
    SATCHEL_ASSIGN(const auto owners, ownersOf(*row));
    const Stamp stamp{.rev = m_ledger.seq(),
                      .at = item.value("b_at").integer(),
                      .user = item.value("b_author").id(),
                      .deviceName = item.value("b_device").text(),
                      .change = proposal->chain};
    return offerTo(owners, proposal->change, stamp, *row, item.value("created_at").integer());
}

} // namespace satchel::server
