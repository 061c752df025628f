// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Applier.h"

#include "core/schema/Validation.h"
#include "sync/protocol/Codec.h"
#include "sync/server/ConflictRow.h"
#include "sync/server/DirectoryRules.h"
#include "sync/server/InboxPrivacy.h"
#include "sync/server/OrderFeed.h"

#include <algorithm>

namespace satchel::server {

namespace {

std::string words(std::string name)
{
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

// Fields that mean one thing come all together: half of one would be mixed with another's other half.
bool isWholeGroup(const Operation& operation, std::size_t field)
{
    const auto group = operation.entity->groupOf(field);
    return std::all_of(group.begin(), group.end(), [&](std::size_t member) {
        return std::any_of(operation.fields.begin(), operation.fields.end(),
                           [&](const FieldChange& change) { return change.field == member; });
    });
}

bool isSystem(const Entity& entity)
{
    return entity.internal;
}

} // namespace

Status Applier::open()
{
    if (m_caller.scopes) {
        m_scopes = *m_caller.scopes;
        return Ok{};
    }
    SATCHEL_ASSIGN(m_scopes, m_ledger.scoping().scopesOf(m_caller.user, m_caller.role));
    return Ok{};
}

// The server's clamp of a claimed edit time: not before what its author had seen, not after the server had it.
Result<Milliseconds> Applier::clamped(const Change& change, Milliseconds received)
{
    SATCHEL_ASSIGN(const Milliseconds seen, m_ledger.committedAt(change.seenCheckpoint));
    return std::clamp(change.editedAt, std::min(seen, received), received);
}

Result<Stamp> Applier::stampOf(const Change& change, const Bytes16& id, const Id& incarnation, Milliseconds received)
{
    SATCHEL_ASSIGN(const Milliseconds edited, clamped(change, received));
    return Stamp{.rev = m_ledger.seq(),
                 .at = edited,
                 .user = m_caller.user,
                 .device = incarnation,
                 .deviceName = m_caller.deviceName,
                 .change = id,
                 .timeIsUncertain = change.timeIsUncertain};
}

Result<bool> Applier::sees(const Record& record)
{
    if (m_caller.role == Role::Administrator)
        return true;
    SATCHEL_ASSIGN(const auto scopes, m_ledger.scoping().storedScopes(*record.entity, record.id, record.root));
    return std::any_of(scopes.begin(), scopes.end(), [&](const Scope& scope) { return m_scopes.contains(scope); });
}

// Nothing is hung on a record its author cannot see: it would reach other people's laptops, or bring theirs to his.
Result<Applier::Verdict> Applier::seesParents(const Operation& operation, const Stamp& stamp, Outcome& outcome)
{
    const ScopePath& path = operation.entity->scope;
    for (const FieldChange& change : operation.fields) {
        const Field& field = operation.entity->fields[change.field];
        const bool leads = field.name == path.inherits ||
                           std::find(path.parents.begin(), path.parents.end(), field.name) != path.parents.end();
        if (!leads || change.after.isNull() || change.after == change.before)
            continue;
        const Entity& above = schema::entity(field.references);
        SATCHEL_ASSIGN(auto parent, m_ledger.tables().find(above, change.after.id()));
        bool seen = false;
        if (parent) {
            SATCHEL_ASSIGN(seen, sees(*parent));
        } else {
            SATCHEL_ASSIGN(seen, revivesParent(above, change.after.id(), stamp, outcome));
        }
        if (!seen)
            return Verdict(Refusal{.code = "not_found",
                                   .text = "The " + words(field.name) + " it belongs to is not in your area.",
                                   .fields = {field.name},
                                   .hidden = std::move(parent),
                                   .operation = &operation});
    }
    return Verdict();
}

// After the write: still (or already) where the author may work? Managers may hand rows over to others.
Result<Applier::Verdict> Applier::staysInArea(const Record& record)
{
    if (mayMoveAway(m_caller.role))
        return Verdict();
    SATCHEL_ASSIGN(const auto now, m_ledger.tables().find(*record.entity, record.id));
    SATCHEL_ASSIGN(const bool seen, sees(now ? *now : record));
    if (seen)
        return Verdict();
    return Verdict(
        Refusal{"forbidden", "This would put the " + words(record.entity->name) + " outside your area.", {}});
}

Applier::Verdict Applier::mayWriteFields(const Operation& operation) const
{
    for (const FieldChange& change : operation.fields) {
        const Field& field = operation.entity->fields[change.field];
        if (change.before != change.after && !mayWriteField(m_caller.role, *operation.entity, field))
            return Refusal{"forbidden", "Your role may not set the " + words(field.name) + ".", {field.name}};
        if (operation.kind == OperationKind::Update && change.before != change.after &&
            !isWholeGroup(operation, change.field))
            return Refusal{
                "invalid", "The " + words(field.name) + " changes only with all of its group.", {field.name}};
        if (const Status valid = validateValue(*operation.entity, field, change.after); !valid.ok())
            return Refusal{"invalid", valid.error().message, {field.name}};
    }
    return {};
}

// An inbox item is answered by its two authors, each for himself, and nothing else of it is a laptop's to write.
Applier::Verdict Applier::mayAnswer(const Operation& operation, const Record& conflict) const
{
    for (const FieldChange& change : operation.fields) {
        const std::string& name = operation.entity->fields[change.field].name;
        const bool mine = name == "kept" || (name == "a_state" && conflict.value("a_user").id() == m_caller.user) ||
                          (name == "b_state" && conflict.value("b_user").id() == m_caller.user);
        if (!mine)
            return Refusal{"forbidden", "Only your own answer to an inbox item can be changed.", {name}};
    }
    return {};
}

Result<Applier::Verdict> Applier::create(const Operation& operation, const Stamp& stamp, Outcome& outcome)
{
    const Entity& entity = *operation.entity;
    if (isSystem(entity) || !mayCreate(m_caller.role, entity))
        return Verdict(Refusal{"forbidden", "Your role may not add a " + words(entity.name) + ".", {}});
    SATCHEL_ASSIGN(const auto present, m_ledger.tables().findForMerge(entity, operation.id));
    m_quotes.remember(entity, operation.id, present);
    if (present && present->deleted)
        return revive(operation, *present, stamp, outcome);
    if (present && entity.derived) {
        SATCHEL_ASSIGN(const bool seen, sees(present->record));
        if (seen) {
            SATCHEL_TRY(meet(operation, *present, stamp, outcome));
            return Verdict();
        }
    }
    if (present && present->removed.rev > 0) { // it was deleted, and somebody else has brought it back before him
        SATCHEL_ASSIGN(const bool seen, sees(present->record));
        if (seen)
            return Verdict();
    }
    if (present)
        return Verdict(Refusal{"conflict", "There is already a record with this id.", {}});
    const MergeResult result = merge(std::nullopt, operation, stamp);
    if (const Status valid = validateRow(entity, result.record.values); !valid.ok())
        return Verdict(Refusal{"invalid", valid.error().message, {valid.error().field}});
    if (auto refusal = mayWriteFields(operation))
        return Verdict(std::move(refusal));
    SATCHEL_ASSIGN(auto unseen, seesParents(operation, stamp, outcome));
    if (unseen)
        return unseen;
    SATCHEL_TRY(m_ledger.insert(result.record, stamp));
    SATCHEL_TRY(m_ledger.addHistory({.row = {entity.number, operation.id},
                                     .user = stamp.user,
                                     .device = stamp.deviceName,
                                     .at = stamp.at,
                                     .rule = "created"}));
    outcome.status = std::max(outcome.status, OutcomeStatus::Applied);
    SATCHEL_TRY(tellTwins(result.record, stamp));
    return staysInArea(result.record);
}

Result<Applier::Verdict> Applier::update(const Operation& operation, const MergeRow& theirs, const Stamp& stamp,
                                         Outcome& outcome)
{
    const Entity& entity = *operation.entity;
    if (!mayUpdate(m_caller.role, entity))
        return Verdict(Refusal{"forbidden", "Your role may not change a " + words(entity.name) + ".", {}});
    if (isSystem(entity)) {
        if (auto refusal = mayAnswer(operation, theirs.record))
            return Verdict(std::move(refusal));
    }
    if (auto refusal = mayWriteFields(operation))
        return Verdict(std::move(refusal));
    SATCHEL_ASSIGN(auto unseen, seesParents(operation, stamp, outcome));
    if (unseen)
        return unseen;
    MergeResult result = merge(theirs, operation, stamp);
    if (result.effect == MergeResult::Effect::Updated || result.effect == MergeResult::Effect::Revived) {
        if (const Status valid = validateChanges(entity, theirs.record.values, result.record.values); !valid.ok())
            return Verdict(Refusal{"invalid", valid.error().message, {valid.error().field}});
        const bool revived = result.effect == MergeResult::Effect::Revived;
        SATCHEL_TRY(m_ledger.update(result.record, result.written, stamp, revived));
        if (revived) // the whole deed is undone, not only this row's part of it
            SATCHEL_TRY(undoDeletion(theirs.removed.rev, stamp));
    }
    SATCHEL_TRY(writeHistory(operation, result, theirs.record, stamp));
    SATCHEL_TRY(recordConflicts(operation, result, stamp, outcome));
    std::vector<std::pair<int, Value>> different;
    for (const FieldChange& change : operation.fields) // of entries only the new ones are sent, and each is taken
        if (result.record.values[change.field] != change.after && entity.fields[change.field].policy != Policy::Append)
            different.emplace_back(entity.fields[change.field].number, result.record.values[change.field]);
    if (!different.empty())
        outcome.different.emplace_back(RowKey{entity.number, operation.id}, std::move(different));
    if (isSystem(entity))
        return followAnswer(theirs.record, result.record, stamp, outcome);
    return result.effect == MergeResult::Effect::None ? Result<Verdict>(Verdict()) : staysInArea(result.record);
}

Result<Applier::Verdict> Applier::remove(const Operation& operation, const MergeRow& theirs, const Stamp& stamp,
                                         Outcome& outcome)
{
    const Entity& entity = *operation.entity;
    if (isSystem(entity) || !mayDelete(m_caller.role, entity))
        return Verdict(Refusal{"forbidden", "Your role may not delete a " + words(entity.name) + ".", {}});
    const MergeResult result = merge(theirs, operation, stamp);
    if (result.effect == MergeResult::Effect::Deleted && !m_keepsAll) {
        SATCHEL_TRY(m_ledger.remove(theirs.record, stamp));
        SATCHEL_TRY(m_ledger.addHistory({.row = {entity.number, operation.id},
                                         .user = stamp.user,
                                         .device = stamp.deviceName,
                                         .at = stamp.at,
                                         .rule = "deleted"}));
    }
    SATCHEL_TRY(recordConflicts(operation, result, stamp, outcome));
    return Verdict();
}

Result<Applier::Verdict> Applier::applyOperation(const Operation& operation, const Stamp& stamp, Outcome& outcome)
{
    SATCHEL_TRY(m_environment.reach("apply", operation.id.toString()));
    Refusal unknown{"not_found", "There is no such " + words(operation.entity->name) + " in your area.", {}};
    const bool creates = operation.kind == OperationKind::Create;
    std::optional<MergeRow> theirs;
    if (!creates) {
        SATCHEL_ASSIGN(theirs, m_ledger.tables().findForMerge(*operation.entity, operation.id));
        if (!theirs) {
            SATCHEL_ASSIGN(const auto renamed, m_quotes.onRenamed(operation));
            if (!renamed)
                return Verdict(std::move(unknown));
            return applyOperation(*renamed, stamp, outcome);
        }
    }
    SATCHEL_ASSIGN(const auto revised, m_quotes.elsewhere(operation));
    SATCHEL_ASSIGN(const auto elsewhere, revised ? Result<std::optional<Operation>>(revised)
                                                 : redirected(operation, theirs && theirs->deleted));
    if (elsewhere && !revised && elsewhere->kind == OperationKind::Delete)
        return Verdict(); // gone already
    if (elsewhere && elsewhere->kind == OperationKind::Merge && elsewhere->id == elsewhere->other)
        return Verdict(); // somebody else has made one of them, this way round or the other
    if (elsewhere) {
        SATCHEL_ASSIGN(auto refusal, applyOperation(*elsewhere, stamp, outcome));
        if (refusal)
            refusal->operation = nullptr; // it ends here
        return refusal;
    }
    if (creates)
        return create(operation, stamp, outcome);
    SATCHEL_ASSIGN(bool seen, theirs->deleted ? sawDeleted(*theirs) : sees(theirs->record));
    seen |= operation.kind == OperationKind::Delete && m_sawBefore.contains({operation.entity->number, operation.id});
    if (!seen) {
        // For a deleted row nobody is there to offer it to.
        unknown.operation = theirs->deleted ? nullptr : &operation;
        unknown.hidden = theirs->record;
        return Verdict(std::move(unknown));
    }
    m_quotes.remember(*operation.entity, operation.id, theirs);
    switch (operation.kind) {
    case OperationKind::Update: return update(operation, *theirs, stamp, outcome);
    case OperationKind::Merge: return mergeRows(operation, *theirs, stamp);
    case OperationKind::Unmerge: return unmergeRows(operation, *theirs, stamp);
    default: return remove(operation, *theirs, stamp, outcome);
    }
}

Applier::Verdict Applier::refusalBy(const std::optional<quotes::Objection>& objection)
{
    if (!objection)
        return {};
    std::vector<std::string> fields;
    if (!objection->field.empty())
        fields.push_back(objection->field);
    return Refusal{"invalid", objection->text, std::move(fields)};
}

// Reads in one go what will be asked for row by row.
Status Applier::expect(const Change& part)
{
    std::map<int, std::set<Id>> rows;
    for (const Operation& operation : part.operations)
        rows[operation.entity->number].insert(operation.id);
    const EntityTables::Expected expected(m_database, rows);
    SATCHEL_ASSIGN(const auto answers, m_database.queryAll(expected.questions()));
    expected.keep(answers, 0);
    return Ok{};
}

Result<Applier::Verdict> Applier::applyPart(const Change& part, const Stamp& stamp, Outcome& outcome)
{
    for (const Operation& operation : part.operations) {
        SATCHEL_ASSIGN(Verdict refusal, applyOperation(operation, stamp, outcome));
        if (!refusal)
            continue;
        if (refusal->operation != nullptr) {
            m_refused = *refusal->operation;
            refusal->operation = &*m_refused;
        }
        return refusal;
    }
    SATCHEL_TRY(completeOutcome(part, stamp.at, outcome)); // before what the laptop cannot foresee
    return Verdict();
}

Result<Applier::Verdict> Applier::rest(Outcome& outcome)
{
    SATCHEL_ASSIGN(const auto objection, m_quotes.partDone());
    if (objection)
        return refusalBy(objection);
    const Outcome told{
        .different = std::move(outcome.different), .untouched = std::move(outcome.untouched), .edited = outcome.edited};
    m_partOutcomes.push_back(encodeOutcome(told));
    outcome.different.clear();
    outcome.untouched.clear();
    SATCHEL_TRY(m_ledger.rest());
    return Verdict();
}

Status Applier::tellPart(std::size_t part, Outcome& outcome) const
{
    if (part >= m_partOutcomes.size())
        return Ok{};
    SATCHEL_ASSIGN(Outcome told, decodeOutcome(m_partOutcomes[part]));
    outcome.different = std::move(told.different);
    outcome.untouched = std::move(told.untouched);
    outcome.edited = told.edited;
    return Ok{};
}

Result<Applier::Verdict> Applier::applyOperations(const Parts& parts, const Stamp& stamp, Outcome& outcome)
{
    Verdict refusal;
    bool isFirst = true;
    SATCHEL_TRY(parts.each([&](const Change& part) -> Status {
        if (!refusal && !std::exchange(isFirst, false)) {
            SATCHEL_ASSIGN(refusal, rest(outcome));
        }
        if (refusal)
            return Ok{};
        if (parts.areSeveral())
            SATCHEL_TRY(expect(part));
        SATCHEL_ASSIGN(refusal, applyPart(part, stamp, outcome));
        return Ok{};
    }));
    if (refusal)
        return refusal;
    SATCHEL_ASSIGN(auto objection, m_quotes.objection());
    if (!objection) {
        SATCHEL_ASSIGN(objection, DirectoryRules(m_database, m_ledger).objection());
    }
    return refusalBy(objection);
}

Result<Outcome> Applier::apply(const Change& change, const Parts& parts, const Bytes16& id, const Id& incarnation,
                               Milliseconds received)
{
    SATCHEL_TRY(m_ledger.beginChange());
    Outcome outcome{
        .incarnation = incarnation, .number = change.number, .status = OutcomeStatus::Applied, .seq = m_ledger.seq()};
    SATCHEL_ASSIGN(const Stamp stamp, stampOf(change, id, incarnation, received));
    const std::size_t decided = m_decided.size();
    m_seenCheckpoint = change.seenCheckpoint;
    m_revived = false;
    m_partOutcomes.clear();
    m_quotes.begin(change, stamp);
    SATCHEL_TRY(lookAtDeletions(parts, stamp));
    SATCHEL_ASSIGN(const Verdict refusal, applyOperations(parts, stamp, outcome));
    if (refusal) {
        m_decided.resize(decided);
        SATCHEL_TRY(m_ledger.abandonChange());
        SATCHEL_TRY(m_ledger.beginChange());
        if (std::exchange(m_revived, false))
            SATCHEL_TRY(open()); // what came back is gone again
        SATCHEL_ASSIGN(auto offered, parts.areSeveral() ? Result<std::optional<Outcome>>(std::optional<Outcome>())
                                                        : offer(change, stamp, *refusal, received));
        if (offered)
            return std::move(*offered);
        SATCHEL_TRY(recordRefusal(parts, stamp, *refusal));
        SATCHEL_TRY(m_ledger.finishChange());
        return Outcome{.incarnation = incarnation,
                       .number = change.number,
                       .status = OutcomeStatus::Rejected,
                       .seq = m_ledger.seq(),
                       .code = refusal->code,
                       .text = refusal->text,
                       .fields = refusal->fields};
    }
    SATCHEL_TRY(m_quotes.settle());
    SATCHEL_TRY(DirectoryRules(m_database, m_ledger).settle(m_now));
    SATCHEL_TRY(recordOrders(m_database, m_ledger, m_environment));
    SATCHEL_TRY(m_ledger.finishChange());
    return outcome;
}

Result<Outcome> Applier::refuse(const Change& change, const Parts& parts, const Bytes16& id, const Id& incarnation,
                                const std::string& code, const std::string& text)
{
    SATCHEL_TRY(m_ledger.beginChange());
    SATCHEL_ASSIGN(const Stamp stamp, stampOf(change, id, incarnation, m_now));
    SATCHEL_TRY(recordRefusal(parts, stamp, Refusal{code, text, {}}));
    SATCHEL_TRY(m_ledger.finishChange());
    return Outcome{.incarnation = incarnation,
                   .number = change.number,
                   .status = OutcomeStatus::Rejected,
                   .seq = m_ledger.seq(),
                   .code = code,
                   .text = text};
}

// What the laptop needs beside its own change to know what the server has now.
Status Applier::completeOutcome(const Change& change, Milliseconds edited, Outcome& outcome)
{
    outcome.edited = edited == change.editedAt ? 0 : edited;
    for (const Operation& operation : change.operations) {
        const RowKey key{operation.entity->number, operation.id};
        if (!m_ledger.wrote(key)) {
            outcome.untouched.push_back(key);
        } else if (operation.kind == OperationKind::Create) {
            SATCHEL_ASSIGN(const auto made, m_ledger.tables().find(*operation.entity, operation.id));
            std::vector<std::pair<int, Value>> different;
            if (made && made->root != operation.id)
                different.emplace_back(0, Value(made->root));
            for (const FieldChange& each : operation.fields) // of a quote that has gone out since, say
                if (const Field& field = operation.entity->fields[each.field];
                    made && field.policy != Policy::Append && made->values[each.field] != each.after)
                    different.emplace_back(field.number, made->values[each.field]);
            if (!different.empty())
                outcome.different.emplace_back(key, std::move(different));
        }
    }
    return Ok{};
}

Result<Outcome> Applier::refuseUnreadable(std::int64_t number, const Id& incarnation, const std::string& reason)
{
    SATCHEL_TRY(m_ledger.beginChange());
    SATCHEL_TRY(m_ledger.finishChange());
    return Outcome{.incarnation = incarnation,
                   .number = number,
                   .status = OutcomeStatus::Rejected,
                   .seq = m_ledger.seq(),
                   .code = "invalid",
                   .text = reason};
}

Result<Outcome> Applier::withdraw(std::int64_t number, const Id& incarnation)
{
    SATCHEL_TRY(m_ledger.beginChange());
    SATCHEL_TRY(m_ledger.finishChange());
    return Outcome{
        .incarnation = incarnation, .number = number, .status = OutcomeStatus::Withdrawn, .seq = m_ledger.seq()};
}

Status Applier::insertConflict(Record conflict, const Stamp& stamp, const RowKey& row, const std::string& field)
{
    conflict.id = conflictId(stamp.change, row, field);
    conflict.set("entity", schema::entityNumbered(row.entity)->name);
    conflict.set("record", row.id.toString());
    conflict.set("field", field.empty() ? Value() : Value(field));
    conflict.set("created_at", m_now);
    SATCHEL_ASSIGN(const auto present, m_ledger.tables().findForMerge(*conflict.entity, conflict.id));
    if (present)
        return Ok{}; // two operations of one change met in the same field
    SATCHEL_TRY(InboxPrivacy(m_database, m_ledger).hideNew(conflict, row, m_caller.user));
    return m_ledger.insert(std::move(conflict), Stamp{});
}

Status Applier::recordConflicts(const Operation& operation, const MergeResult& result, const Stamp& stamp,
                                Outcome& outcome)
{
    for (const FieldConflict& each : result.conflicts) {
        outcome.status = OutcomeStatus::Merged;
        const std::string field = each.field == wholeRow ? std::string() : operation.entity->fields[each.field].name;
        if (!field.empty())
            outcome.fields.push_back(field);
        SATCHEL_TRY(insertConflict(conflictRow(*operation.entity, each, stamp), stamp,
                                   {operation.entity->number, operation.id}, field));
    }
    return Ok{};
}

// Of an action of thousands of records one item tells.
Status Applier::recordRefusal(const Parts& parts, const Stamp& stamp, const Refusal& refusal)
{
    std::size_t operations = 0;
    SATCHEL_TRY(parts.each([&](const Change& part) -> Status {
        operations += part.operations.size();
        return Ok{};
    }));
    const std::size_t most = operations > protocol::maxOperations ? 1 : operations;
    std::size_t told = 0;
    return parts.each([&](const Change& part) -> Status {
        for (const Operation& operation : part.operations)
            if (told++ < most)
                SATCHEL_TRY(recordRefusal(operation, stamp, refusal));
        return Ok{};
    });
}

// What he typed stays readable; what stood in a record he does not see (any more) does not come back to him with it.
Status Applier::recordRefusal(const Operation& operation, const Stamp& stamp, const Refusal& refusal)
{
    if (isSystem(*operation.entity))
        return Ok{};
    const RowKey row{operation.entity->number, operation.id};
    if (operation.kind != OperationKind::Update)
        return insertConflict(refusedRow(operation, stamp, refusal.text), stamp, row, {});
    SATCHEL_ASSIGN(const auto theirs, m_ledger.tables().findForMerge(*operation.entity, operation.id));
    bool seen = false;
    if (theirs) {
        SATCHEL_ASSIGN(seen, theirs->deleted ? sawDeleted(*theirs) : sees(theirs->record));
    }
    for (const FieldChange& field : operation.fields) {
        if (field.before == field.after)
            continue;
        FieldChange shown = field;
        if (theirs && !seen)
            shown.before = Value();
        SATCHEL_TRY(insertConflict(refusedField(*operation.entity, shown, stamp, refusal.text), stamp, row,
                                   operation.entity->fields[field.field].name));
    }
    return Ok{};
}

Status Applier::writeHistory(const Operation& operation, const MergeResult& result, const Record& before,
                             const Stamp& stamp)
{
    HistoryEntry entry{.row = {operation.entity->number, operation.id},
                       .user = stamp.user,
                       .device = stamp.deviceName,
                       .at = stamp.at};
    if (result.effect == MergeResult::Effect::Revived) {
        entry.rule = rule::revived;
        SATCHEL_TRY(m_ledger.addHistory(entry));
    }
    for (std::size_t i = 0; i < result.written.size(); ++i) {
        const std::size_t field = result.written[i];
        if (before.values[field] == result.record.values[field])
            continue;
        entry.field = operation.entity->fields[field].number;
        entry.from = before.values[field];
        entry.to = result.record.values[field];
        entry.rule = result.rules[i];
        SATCHEL_TRY(m_ledger.addHistory(entry));
    }
    for (const FieldConflict& each : result.conflicts) {
        if (each.kept != Kept::Theirs || each.field == wholeRow)
            continue;
        entry.field = operation.entity->fields[each.field].number;
        entry.from = each.base;
        entry.to = each.mine;
        entry.rule = "not_taken";
        SATCHEL_TRY(m_ledger.addHistory(entry));
    }
    return Ok{};
}

} // namespace satchel::server
