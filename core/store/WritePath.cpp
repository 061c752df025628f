// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/WritePath.h"

#include "core/rules/Access.h"
#include "core/schema/Composite.h"
#include "core/schema/Validation.h"
#include "core/schema/ValueText.h"
#include "core/schema/Wording.h"
#include "core/store/GuardedRows.h"
#include "core/store/Meta.h"
#include "core/store/Overlay.h"
#include "core/store/RedoLog.h"
#include "core/store/WallClock.h"
#include "sync/protocol/Codec.h"

#include <algorithm>
#include <map>

namespace satchel {

namespace {

Error forbidden(const std::string& message, const std::string& field = {})
{
    return Error{ErrorKind::Forbidden, message, field};
}

// For an append field only the new entries travel; an entry that was there may not go or change.
Result<Value> addedEntries(const Field& field, const Value& before, const Value& after)
{
    SATCHEL_ASSIGN(const auto present, readTimeline(before.text()));
    SATCHEL_ASSIGN(auto wanted, readTimeline(after.text()));
    for (const TimelineEntry& entry : present) {
        const auto same = std::find(wanted.begin(), wanted.end(), entry);
        if (same == wanted.end())
            return invalid("Entries of the " + spoken(field.name) + " cannot be changed or removed, only added.",
                           field.name);
        wanted.erase(same);
    }
    const std::string json = writeTimeline(std::move(wanted));
    return json.empty() ? Value() : Value(json);
}

// A contact must not be its account, nor an account its own parent.
Status refuseSelfReference(const Operation& operation)
{
    for (const FieldChange& change : operation.fields)
        if (change.after.isId() && change.after.id() == operation.id)
            return invalid("A record cannot refer to itself.", operation.entity->fields[change.field].name);
    return Ok{};
}

} // namespace

WritePath::WritePath(Replica& replica, ReplicaIdentity identity) : m_replica(replica), m_identity(std::move(identity))
{}

Result<std::vector<Value>> WritePath::initialValues(const Entity& entity)
{
    std::vector<Value> values(entity.fields.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Field& field = entity.fields[i];
        if (field.initial.empty()) {
            continue;
        } else if (field.initial == "$me") {
            values[i] = m_identity.user;
        } else if (field.initial == "$now") {
            values[i] = m_replica.environment().now();
        } else if (field.initial == "$my_territory") {
            SATCHEL_ASSIGN(const auto me, m_replica.find(schema::entity("user"), m_identity.user));
            if (me) {
                SATCHEL_ASSIGN(const auto nodes, readList(me->value("territories").text()));
                const auto node = nodes.empty() ? std::nullopt : Id::parse(nodes.front());
                values[i] = node ? Value(*node) : Value();
            }
        } else {
            SATCHEL_ASSIGN(values[i], parseValue(entity, field, field.initial, Value(), ValueContext{}));
        }
    }
    return values;
}

Result<Operation> WritePath::creation(const Edit& edit)
{
    const Entity& entity = *edit.entity;
    if (!mayCreate(m_identity.role, entity))
        return forbidden("Your role may not add a " + spoken(entity.name) + ".");
    Operation operation{.kind = OperationKind::Create, .entity = &entity, .id = edit.id};
    if (operation.id.isNull())
        operation.id = m_replica.environment().newId();
    SATCHEL_ASSIGN(auto values, initialValues(entity));
    for (const auto& [field, value] : edit.values) {
        if (!value.isNull() && !mayWriteField(m_identity.role, entity, entity.fields[field]))
            return forbidden("Your role may not set the " + spoken(entity.fields[field].name) + ".",
                             entity.fields[field].name);
        values[field] = value;
    }
    SATCHEL_TRY(validateRow(entity, values));
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!values[i].isNull())
            operation.fields.push_back({i, Value(), values[i]});
    SATCHEL_TRY(refuseSelfReference(operation));
    return operation;
}

Result<Operation> WritePath::update(const Edit& edit, const Record& present)
{
    const Entity& entity = *edit.entity;
    if (!mayUpdate(m_identity.role, entity))
        return forbidden("Your role may not change a " + spoken(entity.name) + ".");
    Operation operation{.kind = OperationKind::Update, .entity = &entity, .id = edit.id, .seenRev = present.rev};
    std::vector<Value> values = present.values;
    for (const auto& [field, value] : edit.values)
        values[field] = value;
    std::vector<Value> before = present.values;
    if (edit.seen)
        for (const auto& [field, value] : edit.seen->values)
            if (value != before[field]) { // it moved while the editor stood open
                before[field] = value;
                operation.seenRev = std::min(operation.seenRev, edit.seen->rev);
            }
    std::vector<bool> travels(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] == before[i])
            continue;
        if (!mayWriteField(m_identity.role, entity, entity.fields[i]))
            return forbidden("Your role may not change the " + spoken(entity.fields[i].name) + ".",
                             entity.fields[i].name);
        for (const std::size_t member : entity.groupOf(i))
            travels[member] = true;
    }
    SATCHEL_TRY(validateChanges(entity, present.values, values));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!travels[i])
            continue;
        FieldChange change{i, before[i], values[i]};
        if (entity.fields[i].policy == Policy::Append) {
            SATCHEL_ASSIGN(change.after, addedEntries(entity.fields[i], change.before, change.after));
            change.before = Value();
        }
        operation.fields.push_back(std::move(change));
    }
    SATCHEL_TRY(refuseSelfReference(operation));
    return operation;
}

Result<Operation> WritePath::merging(const Edit& edit)
{
    const Entity& entity = *edit.entity;
    if (!entity.mergeable)
        return invalid("Records of this kind cannot be merged.");
    if (!mayDelete(m_identity.role, entity) || !mayUpdate(m_identity.role, entity))
        return forbidden("Your role may not merge a " + spoken(entity.name) + " with another.");
    Operation operation{.kind = edit.kind, .entity = &entity, .id = edit.id};
    if (edit.kind == OperationKind::Unmerge)
        return operation;
    operation.other = edit.other;
    SATCHEL_ASSIGN(const auto loser, m_replica.find(entity, edit.id));
    SATCHEL_ASSIGN(const auto survivor, m_replica.find(entity, edit.other));
    if (!loser || !survivor)
        return Error{ErrorKind::NotFound, "There is no such " + spoken(entity.name) + " on this laptop."};
    if (edit.id == edit.other)
        return invalid("A record cannot be merged with itself.");
    operation.seenRev = loser->rev;
    return operation;
}

Result<Operation> WritePath::operationFor(const Edit& edit)
{
    if (edit.kind == OperationKind::Create)
        return creation(edit);
    if (edit.kind == OperationKind::Merge || edit.kind == OperationKind::Unmerge)
        return merging(edit);
    SATCHEL_ASSIGN(const auto present, m_replica.find(*edit.entity, edit.id));
    if (!present)
        return Error{ErrorKind::NotFound, "There is no such " + spoken(edit.entity->name) + " on this laptop."};
    if (edit.kind == OperationKind::Update)
        return update(edit, *present);
    if (!mayDelete(m_identity.role, *edit.entity))
        return forbidden("Your role may not delete a " + spoken(edit.entity->name) + ".");
    return Operation{.kind = OperationKind::Delete, .entity = edit.entity, .id = edit.id, .seenRev = present->rev};
}

Status WritePath::check(const Edit& edit)
{
    SATCHEL_TRY(operationFor(edit));
    return Ok{};
}

Status WritePath::addFollowers(const RowKey& parent, std::vector<Operation>& operations)
{
    for (const Entity& entity : schema::entities()) {
        for (const std::string& reference : entity.scope.parents) {
            if (schema::entity(entity.field(reference)->references).number != parent.entity)
                continue;
            Query query{.entity = &entity,
                        .filters = {{*entity.indexOf(reference), Comparison::Equal, Value(parent.id)}},
                        .limit = 1000};
            SATCHEL_ASSIGN(const Page page, m_replica.list(query));
            for (const Record& row : page.rows) {
                const bool named = std::any_of(operations.begin(), operations.end(), [&](const Operation& operation) {
                    return operation.entity == &entity && operation.id == row.id;
                });
                if (named)
                    continue;
                if (!mayDelete(m_identity.role, entity))
                    return forbidden("Your role may not delete the " + spoken(entity.name) +
                                     " that belongs to this record.");
                operations.push_back(
                    {.kind = OperationKind::Delete, .entity = &entity, .id = row.id, .seenRev = row.rev});
                SATCHEL_TRY(addFollowers({entity.number, row.id}, operations));
            }
        }
    }
    return Ok{};
}

Result<WritePath::Sealed> WritePath::seal(std::vector<Operation> operations)
{
    Meta meta(m_replica.connection());
    SATCHEL_ASSIGN(const std::int64_t offset, meta.integer("clock_offset"));
    Sealed sealed;
    sealed.change.number = m_number + 1;
    const Milliseconds time = m_replica.environment().now() + offset;
    SATCHEL_ASSIGN(const bool set, WallClock(m_replica).wasSet());
    sealed.change.timeIsUncertain = set || time < m_lastEdit - WallClock::tolerance;
    sealed.change.editedAt = std::max(time, m_lastEdit + 1);
    SATCHEL_ASSIGN(sealed.change.seenCheckpoint, meta.integer("checkpoint"));
    sealed.change.operations = std::move(operations);
    sealed.change.bulk = m_part;
    sealed.body = encodeChange(sealed.change);
    if (sealed.body.size() > 1024 * 1024)
        return Error{ErrorKind::TooLarge, "This is too much for one change (over 1 MiB). Nothing was changed."};
    sealed.chain = chainId(m_identity.secret, sealed.change.number, m_chain, sealed.body);
    m_number = sealed.change.number;
    m_chain = sealed.chain;
    m_lastEdit = sealed.change.editedAt;
    return sealed;
}

Status WritePath::writeHistory(const Sealed& sealed)
{
    const auto write = [&](const Operation& operation, int field, const Value& from, const Value& to,
                           const char* rule) -> Status {
        SATCHEL_ASSIGN(auto insert,
                       m_replica.connection().prepare(
                           "INSERT INTO history(entity, row, seq, number, field, \"from\", \"to\", user, device, "
                           "at, rule) VALUES(?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"));
        insert.bind(1, std::int64_t{operation.entity->number}).bind(2, operation.id).bind(3, sealed.change.number);
        insert.bind(4, std::int64_t{field}).bind(5, from).bind(6, to).bind(7, m_identity.user);
        return insert.bindText(8, m_identity.deviceName).bind(9, sealed.change.editedAt).bindText(10, rule).run();
    };
    for (const Operation& operation : sealed.change.operations) {
        if (operation.kind == OperationKind::Create)
            SATCHEL_TRY(write(operation, 0, Value(), Value(), "created"));
        if (operation.kind == OperationKind::Delete)
            SATCHEL_TRY(write(operation, 0, Value(), Value(), "deleted"));
        if (operation.kind == OperationKind::Merge)
            SATCHEL_TRY(write(operation, 0, operation.id, operation.other, rule::merged));
        if (operation.kind == OperationKind::Update)
            for (const FieldChange& change : operation.fields)
                if (change.before != change.after)
                    SATCHEL_TRY(write(operation, operation.entity->fields[change.field].number, change.before,
                                      change.after, rule::set));
    }
    return Ok{};
}

Status WritePath::store(const Sealed& sealed)
{
    sqlite::Connection& connection = m_replica.connection();
    Overlay overlay(connection, m_identity.user, m_identity.incarnation);
    {
        SATCHEL_ASSIGN(
            auto insert,
            connection.prepare("INSERT INTO outbox(number, chain, body, edited, bulk) VALUES(?1, ?2, ?3, ?4, ?5)"));
        insert.bind(1, sealed.change.number).bindBlob(2, view(sealed.chain)).bindBlob(3, sealed.body);
        if (sealed.change.bulk.bulk.isNull())
            insert.bindNull(5);
        else
            insert.bind(5, sealed.change.bulk.bulk);
        SATCHEL_TRY(insert.bind(4, sealed.change.editedAt).run());
    }
    SATCHEL_ASSIGN(const auto touched, overlay.begin(sealed.change));
    for (const RowKey& key : touched)
        SATCHEL_TRY(overlay.refold(key));
    SATCHEL_TRY(writeHistory(sealed));
    Meta meta(connection);
    SATCHEL_TRY(meta.set("last_number", sealed.change.number));
    SATCHEL_TRY(meta.setBytes("last_chain", view(sealed.chain)));
    return meta.set("last_edit", sealed.change.editedAt);
}

Result<Id> WritePath::commitBulk(const std::vector<Edit>& edits, std::size_t most)
{
    // Deletions bring along what hangs on the record, so that fewer of them fill a part.
    const bool deletes =
        std::any_of(edits.begin(), edits.end(), [](const Edit& edit) { return edit.kind == OperationKind::Delete; });
    const std::size_t size = deletes ? std::min<std::size_t>(50, most) : most;
    std::vector<std::span<const Edit>> actions;
    for (std::size_t from = 0; from < edits.size(); from += size)
        actions.push_back(std::span(edits).subspan(from, std::min(size, edits.size() - from)));
    m_part = {m_replica.environment().newId(), 0, static_cast<std::int64_t>(actions.size())};
    if (m_part.parts < 1 || m_part.parts > protocol::maxBulkParts)
        return Error{ErrorKind::TooLarge, "This is too much for one action. Nothing was changed."};
    SATCHEL_TRY(commit(actions));
    return m_part.bulk;
}

Status WritePath::cancelBulk(const Id& bulk)
{
    sqlite::Connection& connection = m_replica.connection();
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(connection));
    {
        SATCHEL_ASSIGN(auto mark,
                       connection.prepare("UPDATE outbox SET withdrawn=1 WHERE bulk=?1 AND answered IS NULL"));
        SATCHEL_TRY(mark.bind(1, bulk).run());
        if (connection.changes() == 0)
            return Error{ErrorKind::Conflict, "All of it has been sent already; it can no longer be taken back."};
    }
    std::vector<RowKey> rows;
    {
        SATCHEL_ASSIGN(auto statement,
                       connection.prepare("SELECT DISTINCT r.entity, r.row FROM outbox o JOIN outbox_row r "
                                          "ON r.number=o.number WHERE o.bulk=?1"));
        statement.bind(1, bulk);
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            rows.push_back({static_cast<int>(statement.integer(0)), statement.id(1)});
        }
    }
    for (const char* sql : {"DELETE FROM outbox_row WHERE number IN (SELECT number FROM outbox WHERE bulk=?1)",
                            "DELETE FROM history WHERE number IN (SELECT number FROM outbox WHERE bulk=?1)"}) {
        SATCHEL_ASSIGN(auto statement, connection.prepare(sql));
        SATCHEL_TRY(statement.bind(1, bulk).run());
    }
    Overlay overlay(connection, m_identity.user, m_identity.incarnation);
    for (const RowKey& row : rows)
        SATCHEL_TRY(overlay.refold(row));
    return transaction.commit();
}

Result<std::vector<Receipt>> WritePath::commit(const std::vector<std::span<const Edit>>& actions)
{
    sqlite::Connection& connection = m_replica.connection();
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(connection));
    Meta meta(connection);
    SATCHEL_ASSIGN(m_number, meta.integer("last_number"));
    SATCHEL_ASSIGN(const std::string chain, meta.text("last_chain"));
    m_chain = bytes16(chain).value_or(Bytes16{});
    SATCHEL_ASSIGN(m_lastEdit, meta.integer("last_edit"));

    std::vector<Receipt> receipts;
    std::vector<RedoLog::Entry> redo;
    GuardedRows guarded(connection);
    for (const std::span<const Edit> action : actions) {
        Receipt receipt;
        std::vector<Operation> operations;
        for (const Edit& edit : action) {
            SATCHEL_ASSIGN(Operation operation, operationFor(edit));
            Receipt::Row row{{operation.entity->number, operation.id}, {}};
            for (const FieldChange& change : operation.fields)
                if (change.before != change.after)
                    row.changed.push_back(change.field);
            const bool deletes = operation.kind == OperationKind::Delete;
            if (operation.kind != OperationKind::Update || !row.changed.empty())
                operations.push_back(std::move(operation));
            if (deletes)
                SATCHEL_TRY(addFollowers(row.key, operations));
            receipt.rows.push_back(std::move(row));
        }
        m_part.part = m_part.bulk.isNull() ? 0 : static_cast<std::int64_t>(receipts.size());
        if (!operations.empty() || !m_part.bulk.isNull()) {
            const Bytes16 previous = m_chain;
            SATCHEL_TRY(guarded.remember(operations));
            SATCHEL_ASSIGN(const Sealed sealed, seal(std::move(operations)));
            SATCHEL_TRY(store(sealed));
            // The parts of one large action are looked at together.
            const bool whole = m_part.bulk.isNull() || m_part.part + 1 == m_part.parts;
            SATCHEL_TRY(whole ? guarded.objection(m_identity, sealed.change.editedAt)
                              : guarded.partDone(m_identity, sealed.change.editedAt));
            redo.push_back({.number = sealed.change.number, .previous = previous, .body = sealed.body});
            receipt.number = sealed.change.number;
        }
        receipts.push_back(std::move(receipt));
    }
    if (redo.empty())
        return receipts;
    // Durable outside the database first; if the database then refuses, the redo file must not remember it either.
    RedoLog log(m_replica.folder());
    SATCHEL_ASSIGN(const std::int64_t length, log.append(m_identity.incarnation, redo));
    if (const Status committed = transaction.commit(); !committed.ok()) {
        log.cutBack(length);
        return committed.error();
    }
    return receipts;
}

// Where the chain goes on, by all that is written down: the outbox (whose newest change is always kept), the redo file,
// and the number kept beside them, which alone counts where the others say nothing.
Status WritePath::findEnd(const RedoLog::Contents& redo)
{
    Meta meta(m_replica.connection());
    SATCHEL_ASSIGN(m_number, meta.integer("last_number"));
    SATCHEL_ASSIGN(const std::string chain, meta.text("last_chain"));
    m_chain = bytes16(chain).value_or(Bytes16{});
    SATCHEL_ASSIGN(const std::int64_t first, meta.integer("first_number"));
    SATCHEL_ASSIGN(const std::int64_t newest, m_replica.connection().integer("SELECT max(number) FROM outbox"));
    if (newest > 0 && newest >= redo.next - 1 && newest + 1 > first) {
        SATCHEL_ASSIGN(auto statement, m_replica.connection().prepare("SELECT chain FROM outbox WHERE number=?1"));
        SATCHEL_ASSIGN(const bool found, statement.bind(1, newest).step());
        m_number = newest;
        m_chain = found ? bytes16(statement.blob(0)).value_or(Bytes16{}) : Bytes16{};
    } else if (redo.next - 1 > m_number) {
        m_number = redo.next - 1;
        m_chain = redo.previous;
    }
    return Ok{};
}

// One change of the redo file: missing in the outbox, or there with another body than was sealed?
Result<bool> WritePath::takeBack(const RedoLog::Entry& entry)
{
    sqlite::Connection& connection = m_replica.connection();
    const Bytes16 chain = chainId(m_identity.secret, entry.number, entry.previous, entry.body);
    bool present = false;
    {
        SATCHEL_ASSIGN(auto row, connection.prepare("SELECT body, chain, answered, boxed FROM outbox WHERE number=?1"));
        SATCHEL_ASSIGN(present, row.bind(1, entry.number).step());
        // A body that fits its own id is another one than this, whose commit did not come about.
        if (present && (!row.isNull(2) || !row.isNull(3) ||
                        row.blob(1) == view(chainId(m_identity.secret, entry.number, entry.previous, row.blob(0)))))
            return false;
    }
    Result<Change> change = decodeChange(entry.body);
    if (!change && !present) { // a newer program's: not shown, but sent
        SATCHEL_ASSIGN(auto insert,
                       connection.prepare("INSERT INTO outbox(number, chain, body, edited) VALUES(?1, ?2, ?3, 0)"));
        SATCHEL_TRY(insert.bind(1, entry.number).bindBlob(2, view(chain)).bindBlob(3, entry.body).run());
        return true;
    }
    if (!present) {
        SATCHEL_TRY(store({std::move(change).value(), entry.body, chain}));
        return true;
    }
    SATCHEL_ASSIGN(auto mend, connection.prepare("UPDATE outbox SET body=?2, chain=?3 WHERE number=?1"));
    SATCHEL_TRY(mend.bind(1, entry.number).bindBlob(2, entry.body).bindBlob(3, view(chain)).run());
    if (!change)
        return true;
    Overlay overlay(connection, m_identity.user, m_identity.incarnation);
    for (const Operation& operation : change->operations)
        SATCHEL_TRY(overlay.refold({operation.entity->number, operation.id}));
    return true;
}

// A redo file that had to be stepped through (its last record reached the disk in parts, or a byte of it went bad) gets
// whole copies of all that waits; unless a number is missing, and it may hold what nothing else has.
Status WritePath::mendRedo(const RedoLog::Contents& redo)
{
    if (redo.whole)
        return Ok{};
    std::map<std::int64_t, Bytes16> precedents; // what is known of the chain
    for (const RedoLog::Entry& entry : redo.entries)
        precedents.emplace(entry.number, entry.previous);
    if (redo.next > 0)
        precedents.emplace(redo.next, redo.previous);
    SATCHEL_ASSIGN(const std::int64_t first, Meta(m_replica.connection()).integer("first_number"));
    precedents.emplace(std::max<std::int64_t>(first, 1), Bytes16{});
    RedoLog::Contents mended{.entries = {}, .next = redo.next, .previous = redo.previous};
    SATCHEL_ASSIGN(auto row, m_replica.connection().prepare(
                                 "SELECT number, body, chain FROM outbox WHERE number>=?1 ORDER BY number"));
    row.bind(1, std::max({redo.next, first, std::int64_t{1}}));
    for (;;) {
        SATCHEL_ASSIGN(const bool found, row.step());
        if (!found)
            break;
        const auto previous = precedents.find(row.integer(0));
        const auto& entries = mended.entries;
        if (previous == precedents.end() || (!entries.empty() && entries.back().number + 1 != row.integer(0)))
            return Ok{};
        mended.entries.push_back({.number = row.integer(0), .previous = previous->second, .body = Bytes(row.blob(1))});
        precedents.emplace(row.integer(0) + 1, bytes16(row.blob(2)).value_or(Bytes16{}));
    }
    return RedoLog(m_replica.folder()).rewrite(m_identity.incarnation, mended);
}

Result<WritePath::Recovered> WritePath::recover()
{
    sqlite::Connection& connection = m_replica.connection();
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(connection));
    SATCHEL_ASSIGN(const RedoLog::Contents redo, RedoLog(m_replica.folder()).read(m_identity.incarnation));
    Meta meta(connection);
    SATCHEL_ASSIGN(const std::int64_t number, meta.integer("last_number"));
    SATCHEL_ASSIGN(const std::int64_t edited, meta.integer("last_edit"));
    SATCHEL_ASSIGN(const std::string chain, meta.text("last_chain"));
    SATCHEL_TRY(findEnd(redo));
    Recovered recovered{.wentBack = redo.next - 1 > number};
    if (recovered.wentBack) {
        SATCHEL_TRY(meta.set("link_number", redo.next - 1));
        SATCHEL_TRY(meta.setBytes("link_chain", view(redo.previous)));
    }
    for (const RedoLog::Entry& entry : redo.entries) {
        if (entry.number < redo.next)
            continue;
        SATCHEL_ASSIGN(const bool restored, takeBack(entry));
        recovered.changes += restored ? 1 : 0;
        if (entry.number <= m_number)
            continue;
        m_chain = chainId(m_identity.secret, entry.number, entry.previous, entry.body);
        m_number = entry.number;
    }
    SATCHEL_TRY(mendRedo(redo));
    SATCHEL_ASSIGN(const std::int64_t later, meta.integer("last_edit"));
    if (recovered.changes == 0 && m_number == number && view(m_chain) == chain)
        return recovered;
    SATCHEL_TRY(meta.set("last_number", m_number));
    SATCHEL_TRY(meta.setBytes("last_chain", view(m_chain)));
    SATCHEL_TRY(meta.set("last_edit", std::max(edited, later)));
    SATCHEL_TRY(transaction.commit());
    return recovered;
}

} // namespace satchel
