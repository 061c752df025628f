// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Applier.h"

#include "core/schema/Validation.h"

#include <algorithm>

// One operation: whether its author may, and what becomes of the row.

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
    SATCHEL_ASSIGN(const Record* const now, m_ledger.tables().peek(*record.entity, record.id));
    SATCHEL_ASSIGN(const bool seen, sees(now != nullptr ? *now : record));
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
    if (entity.internal || !mayCreate(m_caller.role, entity))
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
    if (entity.internal) {
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
    if (entity.internal)
        return followAnswer(theirs.record, result.record, stamp, outcome);
    return result.effect == MergeResult::Effect::None ? Result<Verdict>(Verdict()) : staysInArea(result.record);
}

Result<Applier::Verdict> Applier::remove(const Operation& operation, const MergeRow& theirs, const Stamp& stamp,
                                         Outcome& outcome)
{
    const Entity& entity = *operation.entity;
    if (entity.internal || !mayDelete(m_caller.role, entity))
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

} // namespace satchel::server
