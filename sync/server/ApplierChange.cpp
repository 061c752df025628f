// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Applier.h"

#include "sync/protocol/Codec.h"
#include "sync/server/ConflictRow.h"
#include "sync/server/DirectoryRules.h"
#include "sync/server/InboxPrivacy.h"
#include "sync/server/OrderFeed.h"

#include <algorithm>

// A change as a whole: its parts one after the other, and what its author, the other authors and history are told.

namespace satchel::server {

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
    SATCHEL_ASSIGN(auto answers, m_database.queryAll(expected.questions()));
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
    if (operation.entity->internal)
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
