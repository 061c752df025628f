// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Applier.h"

#include "core/base/Planted.h"
#include "core/model/Rule.h"
#include "core/schema/Validation.h"
#include "core/schema/ValueJson.h"
#include "sync/protocol/Codec.h"

#include <algorithm>

// What is more than merging: deletions taken back, answers that do something, changes offered to a record's new owner.

namespace satchel::server {

Result<bool> Applier::sawDeleted(const MergeRow& row)
{
    if (m_caller.role == Role::Administrator)
        return true;
    SATCHEL_ASSIGN(auto scopes, m_ledger.lostAccess().lostAt(m_caller.user, row.removed.rev)); // with its team, say
    scopes.insert(m_scopes.begin(), m_scopes.end());
    SATCHEL_ASSIGN(const bool saw, m_revival.wasSeen(row, scopes));
    if (saw)
        return true;
    SATCHEL_ASSIGN(auto places, m_ledger.scoping().membershipsOf(row.record));
    SATCHEL_ASSIGN(const auto root,
                   m_ledger.scoping().storedScopes(*row.record.entity, row.record.id, row.record.root));
    places.insert(root.begin(), root.end());
    return std::any_of(places.begin(), places.end(), [&](const Scope& scope) { return m_scopes.contains(scope); });
}

// With the rows of a team its people have their scopes again, he among them perhaps.
Status Applier::undoDeletion(std::int64_t seq, const Stamp& stamp)
{
    SATCHEL_TRY(m_revival.undo(seq, stamp, rule::revived));
    m_revived = true;
    SATCHEL_ASSIGN(m_scopes, m_ledger.scoping().scopesOf(m_caller.user, m_caller.role));
    return Ok{};
}

Result<bool> Applier::revivesParent(const Entity& entity, const Id& id, const Stamp& stamp, Outcome& outcome)
{
    SATCHEL_ASSIGN(const auto parent, m_ledger.tables().findForMerge(entity, id));
    if (!parent || !parent->deleted || !entity.revives || parent->removed.rev <= m_seenCheckpoint)
        return false;
    SATCHEL_ASSIGN(const bool saw, sawDeleted(*parent));
    if (!saw)
        return false;
    SATCHEL_TRY(undoDeletion(parent->removed.rev, stamp));
    MergeResult told;
    told.conflicts.push_back(FieldConflict{.field = wholeRow,
                                           .base = {},
                                           .theirs = {},
                                           .theirStamp = parent->removed,
                                           .mine = {},
                                           .result = {},
                                           .kept = Kept::Mine,
                                           .rule = rule::revived});
    SATCHEL_TRY(recordConflicts(Operation{.entity = &entity, .id = id, .fields = {}}, told, stamp, outcome));
    return true;
}

// Before the first of them: what hangs on a row goes out of sight with it, in the middle of the change that names both.
Status Applier::lookAtDeletions(const Parts& parts, const Stamp& stamp)
{
    m_keepsAll = false;
    m_sawBefore.clear();
    if (!parts.mayDelete())
        return Ok{};
    return parts.each([&](const Change& part) -> Status {
        m_quotes.expect(part.operations);
        for (const Operation& operation : part.operations) {
            if (operation.kind != OperationKind::Delete)
                continue;
            SATCHEL_ASSIGN(const auto theirs, m_ledger.tables().findForMerge(*operation.entity, operation.id));
            if (!theirs || theirs->deleted)
                continue;
            SATCHEL_ASSIGN(const bool seen, sees(theirs->record));
            if (seen)
                m_sawBefore.insert({operation.entity->number, operation.id});
            m_keepsAll |=
                operation.entity->revives && merge(theirs, operation, stamp).effect == MergeResult::Effect::None;
        }
        return parts.areSeveral() ? m_ledger.rest() : Status(Ok{});
    });
}

Result<Applier::Verdict> Applier::revive(const Operation& operation, const MergeRow& deleted, const Stamp& stamp,
                                         Outcome& outcome)
{
    const Entity& entity = *operation.entity;
    SATCHEL_ASSIGN(const bool saw, sawDeleted(deleted));
    if (!saw)
        return Verdict(Refusal{"conflict", "There is already a record with this id.", {}});
    SATCHEL_ASSIGN(const auto survivor, m_duplicates.redirect(entity, operation.id));
    if (survivor)
        return Verdict(Refusal{"conflict", "This record was merged with another; take them apart instead.", {}});
    const MergeResult result = merge(deleted, operation, stamp);
    if (const Status valid = validateRow(entity, result.record.values); !valid.ok())
        return Verdict(Refusal{"invalid", valid.error().message, {valid.error().field}});
    // What stands as it stood is not written anew by him.
    Operation news = operation;
    std::erase_if(news.fields,
                  [&](const FieldChange& change) { return deleted.record.values[change.field] == change.after; });
    if (auto refusal = mayWriteFields(news))
        return Verdict(std::move(refusal));
    SATCHEL_ASSIGN(auto unseen, seesParents(operation, stamp, outcome));
    if (unseen)
        return unseen;
    SATCHEL_TRY(m_ledger.update(result.record, result.written, stamp, true));
    HistoryEntry entry{.row = {entity.number, operation.id},
                       .user = stamp.user,
                       .device = stamp.deviceName,
                       .at = stamp.at,
                       .rule = rule::restored};
    SATCHEL_TRY(m_ledger.addHistory(entry));
    for (const FieldChange& change : news.fields) {
        entry.field = entity.fields[change.field].number;
        entry.from = deleted.record.values[change.field];
        entry.to = result.record.values[change.field];
        entry.rule = rule::set;
        SATCHEL_TRY(m_ledger.addHistory(entry));
    }
    return staysInArea(result.record);
}

Status Applier::meet(const Operation& operation, const MergeRow& present, const Stamp& stamp, Outcome& outcome)
{
    if (planted("a line tripled") && operation.entity->name == "quote_line") {
        Record twice = present.record;
        twice.id = m_environment.newId();
        return m_ledger.insert(std::move(twice), stamp);
    }
    MergeResult told;
    for (const FieldChange& change : operation.fields) {
        const Value& theirs = present.record.values[change.field];
        if (theirs == change.after)
            continue;
        told.conflicts.push_back(FieldConflict{.field = change.field,
                                               .base = {},
                                               .theirs = theirs,
                                               .theirStamp = present.stampOf(change.field),
                                               .mine = change.after,
                                               .result = theirs,
                                               .kept = Kept::Theirs,
                                               .rule = rule::theirs});
    }
    return recordConflicts(operation, told, stamp, outcome);
}

// An answer counts once, when an open item becomes answered.
Result<Applier::Verdict> Applier::followAnswer(const Record& before, const Record& item, const Stamp& stamp,
                                               Outcome& outcome)
{
    const std::string& why = item.value("rule").text();
    for (const std::string side : {"a", "b"}) {
        const std::string& state = item.value(side + "_state").text();
        const bool mine = item.value(side + "_user").id() == m_caller.user;
        if (!mine || before.value(side + "_state").text() == state)
            continue;
        const bool takesB = state == "taken" && item.value("kept").text() == "b";
        if (why == rule::proposal && side == "a" && (state == "taken" || state == "dismissed"))
            return answerProposal(item, takesB, stamp, outcome);
        if (why == rule::deleted && state == "taken" && item.value("kept") != before.value("kept"))
            return restore(item, stamp, outcome); // the deletion had been kept
    }
    return Verdict();
}

// The change is carried out as the one's who takes it, by his rights; what he had on his laptop when he did he has
// seen.
Result<Applier::Verdict> Applier::answerProposal(const Record& item, bool taken, const Stamp& stamp, Outcome& outcome)
{
    SATCHEL_ASSIGN(auto proposal, m_proposals.behind(item.id));
    if (!proposal)
        return Verdict();
    Outcome theirs{.incarnation = proposal->incarnation,
                   .number = proposal->number,
                   .status = taken ? OutcomeStatus::Applied : OutcomeStatus::Rejected,
                   .seq = m_ledger.seq(),
                   .code = taken ? "" : "forbidden",
                   .text = taken ? "" : "The new owner of the record did not take it."};
    for (Operation& operation : proposal->change.operations) {
        theirs.untouched.push_back({operation.entity->number, operation.id}); // not by him, and not his to see
        if (!taken)
            continue;
        operation.seenRev = std::max(operation.seenRev, m_seenCheckpoint);
        SATCHEL_ASSIGN(auto refusal, applyOperation(operation, stamp, outcome));
        if (refusal) { // it stays open for somebody who may
            refusal->operation = nullptr;
            return refusal;
        }
    }
    SATCHEL_TRY(m_proposals.decide(*proposal, item.id, taken, m_now));
    SATCHEL_TRY(m_database.query(
        "UPDATE outcome SET seq=$3, answer=$4 WHERE incarnation=$1 AND number=$2",
        {cell(theirs.incarnation), Cell(theirs.number), Cell(theirs.seq), Blob{encodeOutcome(theirs)}}));
    SATCHEL_TRY(Deferrals(m_database).remove(theirs.incarnation, theirs.number));
    m_decided.push_back(theirs.incarnation);
    return Verdict();
}

// His edit came after a deletion that stood; now he wants the record back, with it.
Result<Applier::Verdict> Applier::restore(const Record& item, const Stamp& stamp, Outcome& outcome)
{
    const Entity* entity = schema::entityNamed(item.value("entity").text());
    const auto id = Id::parse(item.value("record").text());
    const auto field = entity == nullptr ? std::nullopt : entity->indexOf(item.value("field").text());
    if (!id || !field)
        return Verdict();
    const auto json =
        nlohmann::ordered_json::parse(item.value(item.value("kept").text() + "_value").text(), nullptr, false);
    const auto value = valueFromJson(entity->fields[*field], json);
    SATCHEL_ASSIGN(auto row, m_ledger.tables().findForMerge(*entity, *id));
    if (!value.ok() || !row)
        return Verdict();
    if (row->deleted) {
        SATCHEL_ASSIGN(const bool saw, sawDeleted(*row));
        if (!saw)
            return Verdict(Refusal{"not_found", "The record is not in your area.", {}});
        SATCHEL_TRY(m_ledger.update(row->record, {}, stamp, true));
        SATCHEL_TRY(m_ledger.addHistory({.row = {entity->number, *id},
                                         .user = stamp.user,
                                         .device = stamp.deviceName,
                                         .at = stamp.at,
                                         .rule = rule::restored}));
    }
    Operation edit{.kind = OperationKind::Update, .entity = entity, .id = *id, .seenRev = m_ledger.seq(), .fields = {}};
    for (const std::size_t member : entity->groupOf(*field)) {
        const Value& now = row->record.values[member];
        edit.fields.push_back({member, now, member == *field ? *value : now});
    }
    SATCHEL_ASSIGN(auto refusal, applyOperation(edit, stamp, outcome));
    if (refusal)
        refusal->operation = nullptr;
    return refusal;
}

Result<std::optional<Operation>> Applier::redirected(const Operation& operation, bool gone)
{
    const bool moves = gone && operation.kind != OperationKind::Unmerge;
    std::vector<std::size_t> references;
    for (std::size_t i = 0; i < operation.fields.size(); ++i) {
        const FieldChange& change = operation.fields[i];
        const Field& field = operation.entity->fields[change.field];
        if (field.type == FieldType::Reference && change.after.isId() && change.after != change.before &&
            schema::entity(field.references).mergeable)
            references.push_back(i);
    }
    const bool merges = operation.kind == OperationKind::Merge;
    if (!moves && !merges && references.empty())
        return std::optional<Operation>();
    if (!m_anyRedirects) {
        SATCHEL_ASSIGN(m_anyRedirects, m_duplicates.anyRedirects());
    }
    if (!*m_anyRedirects)
        return std::optional<Operation>();
    Operation elsewhere = operation;
    bool any = false;
    if (moves) {
        SATCHEL_ASSIGN(const auto survivor, m_duplicates.redirect(*operation.entity, operation.id));
        if (survivor) {
            elsewhere.id = *survivor;
            elsewhere.seenRev = 0; // what stands there he has not seen
            any = true;
        }
    }
    if (merges) {
        SATCHEL_ASSIGN(const auto survivor, m_duplicates.redirect(*operation.entity, operation.other));
        elsewhere.other = survivor.value_or(operation.other);
        any |= survivor.has_value();
    }
    for (const std::size_t i : references) {
        FieldChange& change = elsewhere.fields[i];
        const Entity& above = schema::entity(operation.entity->fields[change.field].references);
        SATCHEL_ASSIGN(const auto survivor, m_duplicates.redirect(above, change.after.id()));
        if (!survivor)
            continue;
        change.after = *survivor;
        any = true;
    }
    return any ? std::optional(std::move(elsewhere)) : std::optional<Operation>();
}

Result<Applier::Verdict> Applier::mergeRows(const Operation& operation, const MergeRow& loser, const Stamp& stamp)
{
    const Entity& entity = *operation.entity;
    if (!entity.mergeable)
        return Verdict(Refusal{"invalid", "Records of this kind cannot be merged.", {}});
    if (!mayUpdate(m_caller.role, entity) || !mayDelete(m_caller.role, entity))
        return Verdict(Refusal{"forbidden", "Your role may not merge such records.", {}});
    SATCHEL_ASSIGN(const auto survivor, m_ledger.tables().find(entity, operation.other));
    if (loser.deleted || !survivor || operation.other == operation.id)
        return Verdict(Refusal{"conflict", "One of the two records is gone; they were not merged.", {}});
    SATCHEL_ASSIGN(const bool seen, sees(*survivor));
    if (!seen)
        return Verdict(Refusal{"not_found", "The record to merge it with is not in your area.", {}});
    SATCHEL_TRY(m_duplicates.merge(loser.record, *survivor, stamp));
    m_anyRedirects = true;
    return Verdict();
}

Result<Applier::Verdict> Applier::unmergeRows(const Operation& operation, const MergeRow& loser, const Stamp& stamp)
{
    const Entity& entity = *operation.entity;
    if (!mayUpdate(m_caller.role, entity) || !mayDelete(m_caller.role, entity))
        return Verdict(Refusal{"forbidden", "Your role may not take such records apart.", {}});
    SATCHEL_ASSIGN(const auto survivor, m_duplicates.redirect(entity, operation.id));
    if (!loser.deleted || !survivor)
        return Verdict(Refusal{"conflict", "This record is not merged with another.", {}});
    SATCHEL_TRY(m_duplicates.unmerge(loser, *survivor, stamp));
    return staysInArea(loser.record);
}

Status Applier::tellTwins(const Record& record, const Stamp& stamp)
{
    SATCHEL_ASSIGN(const auto twins, m_duplicates.twins(record));
    for (const Record& twin : twins) {
        SATCHEL_ASSIGN(const bool seen, sees(twin));
        if (!seen)
            continue;
        const std::string& mark = record.entity->mark;
        Record item(schema::entity("conflict"));
        const auto json = [&](const Record& of) {
            const nlohmann::ordered_json value = {
                {"id", of.id.toString()}, {"label", of.label()}, {mark, of.value(mark).text()}};
            return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
        };
        item.set("base", "null");
        item.set("a_value", json(twin));
        item.set("b_value", json(record));
        item.set("b_user", stamp.user);
        item.set("b_device", stamp.deviceName.empty() ? Value() : Value(stamp.deviceName));
        item.set("b_at", stamp.at);
        item.set("b_state", "open");
        item.set("kept", "both");
        item.set("rule", rule::duplicate);
        return insertConflict(std::move(item), stamp, {record.entity->number, record.id}, {});
    }
    return Ok{};
}

Result<std::optional<Outcome>> Applier::offer(const Change& change, const Stamp& stamp, const Refusal& refusal,
                                              Milliseconds received)
{
    if (refusal.operation == nullptr || !refusal.hidden)
        return std::optional<Outcome>();
    const Id& incarnation = stamp.device;
    SATCHEL_ASSIGN(const bool open,
                   m_proposals.isOpenTo(m_caller, m_scopes, change, *refusal.operation, *refusal.hidden, received));
    if (!open)
        return std::optional<Outcome>();
    SATCHEL_TRY(m_proposals.offer(change, incarnation, stamp, *refusal.hidden, m_now));
    SATCHEL_TRY(m_ledger.finishChange());
    return std::optional(Outcome{.incarnation = incarnation,
                                 .number = change.number,
                                 .status = OutcomeStatus::Deferred,
                                 .seq = m_ledger.seq(),
                                 .code = waitsFor::proposal,
                                 .text = "The record is somebody else's now; it was offered to him."});
}

} // namespace satchel::server
