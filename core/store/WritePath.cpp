// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/WritePath.h"

#include "core/rules/Access.h"
#include "core/schema/Composite.h"
#include "core/schema/Validation.h"
#include "core/schema/ValueText.h"
#include "core/schema/Wording.h"
#include "core/store/Meta.h"
#include "core/store/Overlay.h"
#include "core/store/RedoLog.h"
#include "sync/protocol/Codec.h"

#include <algorithm>

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
    std::vector<bool> travels(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] == present.values[i])
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
        FieldChange change{i, present.values[i], values[i]};
        if (entity.fields[i].policy == Policy::Append) {
            SATCHEL_ASSIGN(change.after, addedEntries(entity.fields[i], change.before, change.after));
            change.before = Value();
        }
        operation.fields.push_back(std::move(change));
    }
    SATCHEL_TRY(refuseSelfReference(operation));
    return operation;
}

Result<Operation> WritePath::operationFor(const Edit& edit)
{
    if (edit.kind == OperationKind::Create)
        return creation(edit);
    SATCHEL_ASSIGN(const auto present, m_replica.find(*edit.entity, edit.id));
    if (!present)
        return Error{ErrorKind::NotFound, "There is no such " + spoken(edit.entity->name) + " on this laptop."};
    if (edit.kind == OperationKind::Update)
        return update(edit, *present);
    if (!mayDelete(m_identity.role, *edit.entity))
        return forbidden("Your role may not delete a " + spoken(edit.entity->name) + ".");
    return Operation{.kind = OperationKind::Delete, .entity = edit.entity, .id = edit.id, .seenRev = present->rev};
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
    sealed.change.editedAt = std::max(m_replica.environment().now() + offset, m_lastEdit + 1);
    SATCHEL_ASSIGN(sealed.change.seenCheckpoint, meta.integer("checkpoint"));
    sealed.change.operations = std::move(operations);
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
    Overlay overlay(connection, m_identity.user, m_identity.device);
    {
        SATCHEL_ASSIGN(auto insert,
                       connection.prepare("INSERT INTO outbox(number, chain, body, edited) VALUES(?1, ?2, ?3, ?4)"));
        insert.bind(1, sealed.change.number).bindBlob(2, view(sealed.chain)).bindBlob(3, sealed.body);
        SATCHEL_TRY(insert.bind(4, sealed.change.editedAt).run());
    }
    for (const Operation& operation : sealed.change.operations) {
        const RowKey key{operation.entity->number, operation.id};
        SATCHEL_TRY(overlay.keepBase(key));
        SATCHEL_ASSIGN(auto insert,
                       connection.prepare("INSERT OR IGNORE INTO outbox_row(entity, row, number) VALUES(?1, ?2, ?3)"));
        SATCHEL_TRY(insert.bind(1, std::int64_t{key.entity}).bind(2, key.id).bind(3, sealed.change.number).run());
    }
    for (const Operation& operation : sealed.change.operations)
        SATCHEL_TRY(overlay.refold({operation.entity->number, operation.id}));
    SATCHEL_TRY(writeHistory(sealed));
    Meta meta(connection);
    SATCHEL_TRY(meta.set("last_number", sealed.change.number));
    SATCHEL_TRY(meta.setBytes("last_chain", view(sealed.chain)));
    return meta.set("last_edit", sealed.change.editedAt);
}

Result<std::vector<Receipt>> WritePath::commit(const std::vector<std::vector<Edit>>& actions)
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
    for (const std::vector<Edit>& action : actions) {
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
        if (!operations.empty()) {
            SATCHEL_ASSIGN(const Sealed sealed, seal(std::move(operations)));
            SATCHEL_TRY(store(sealed));
            redo.push_back({sealed.change.number, sealed.body});
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

Result<std::int64_t> WritePath::recover()
{
    sqlite::Connection& connection = m_replica.connection();
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(connection));
    SATCHEL_ASSIGN(const auto entries, RedoLog(m_replica.folder()).recover(m_identity.incarnation));
    Meta meta(connection);
    SATCHEL_ASSIGN(m_number, meta.integer("last_number"));
    SATCHEL_ASSIGN(const std::string chain, meta.text("last_chain"));
    m_chain = bytes16(chain).value_or(Bytes16{});
    std::int64_t recovered = 0;
    for (const RedoLog::Entry& entry : entries) {
        if (entry.number != m_number + 1)
            continue;
        SATCHEL_ASSIGN(Change change, decodeChange(entry.body));
        Sealed sealed{std::move(change), entry.body, chainId(m_identity.secret, entry.number, m_chain, entry.body)};
        SATCHEL_TRY(store(sealed));
        m_number = entry.number;
        m_chain = sealed.chain;
        ++recovered;
    }
    if (recovered == 0)
        return recovered;
    SATCHEL_TRY(transaction.commit());
    return recovered;
}

} // namespace satchel
