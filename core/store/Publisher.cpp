// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Publisher.h"

#include "core/base/Planted.h"
#include "core/model/Rule.h"
#include "core/rules/Access.h"
#include "core/store/LateIndexes.h"
#include "core/store/Meta.h"
#include "core/store/RedoLog.h"
#include "core/store/Renewal.h"
#include "core/store/Reserve.h"
#include "core/store/Scrub.h"
#include "core/store/UndoLog.h"
#include "sync/protocol/BoxedChange.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/Digests.h"

#include <algorithm>
#include <limits>

namespace satchel {

namespace {

constexpr Milliseconds answersKept = 30LL * 24 * 3600 * 1000;
constexpr std::int64_t leastRoom = 4'000'000;
constexpr std::int64_t roomOfARow = 4'000; ///< with its indexes, and once more in the write-ahead log
constexpr std::int64_t fewRows = 1'000;    ///< below it making all indexes anew costs more than keeping them up
constexpr std::int64_t checkpointsKept = 64;
constexpr Milliseconds departuresKept = 400LL * 24 * 3600 * 1000; // as long as the server keeps tombstones

// Laying a patch over the image the laptop has. Stamps only gather while the row has pending changes.
RowUpsert patched(const std::optional<RowUpsert>& present, const RowUpsert& patch)
{
    if (patch.whole || !present)
        return patch;
    RowUpsert image = *present;
    image.rev = patch.rev;
    if (!patch.root.isNull())
        image.root = patch.root;
    for (const auto& [field, value] : patch.fields) {
        std::erase_if(image.fields, [&](const auto& each) { return each.first == field; });
        if (!value.isNull())
            image.fields.emplace_back(field, value);
    }
    std::sort(image.fields.begin(), image.fields.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [number, value] : patch.unknown) {
        std::erase_if(image.unknown, [&](const auto& each) { return each.first == number; });
        if (!value.isNull())
            image.unknown.emplace_back(number, value);
    }
    std::sort(image.unknown.begin(), image.unknown.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [field, stamp] : patch.stamps) {
        std::erase_if(image.stamps, [&](const auto& each) { return each.first == field; });
        image.stamps.emplace_back(field, stamp);
    }
    std::sort(image.stamps.begin(), image.stamps.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return image;
}

} // namespace

Publisher::Publisher(Replica& replica, const ReplicaIdentity& identity)
    : m_replica(replica),
      m_connection(replica.connection()),
      m_identity(identity),
      m_overlay(m_connection, identity.user, identity.incarnation),
      m_rows(m_connection),
      m_sums(m_connection, m_overlay, identity.digestKey),
      m_own(m_connection, m_overlay, m_identity)
{}

Status Publisher::touchTable(const Entity& entity)
{
    SATCHEL_ASSIGN(const auto ids, m_sums.allRows(entity));
    for (const Id& id : ids)
        SATCHEL_TRY(m_sums.touch({entity.number, id}));
    return Ok{};
}

// Rows of what is given out as a whole have no memberships: they go with the scope.
Status Publisher::forgetTables(const Scope& lost)
{
    for (const Entity& entity : schema::entities()) {
        if (sharedScope(entity) != lost)
            continue;
        SATCHEL_ASSIGN(const auto ids, m_sums.allRows(entity));
        for (const Id& id : ids)
            SATCHEL_TRY(forget({entity.number, id}, Departure::ScopeLost));
    }
    return Ok{};
}

Status Publisher::touchAll(const std::set<Scope>& lost, bool everything)
{
    if (everything) {
        for (const Entity& entity : schema::entities())
            SATCHEL_TRY(touchTable(entity));
    }
    SATCHEL_TRY(m_sums.touchPending());
    for (const Scope& scope : lost) {
        std::vector<RowKey> roots;
        {
            SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT entity, row FROM member WHERE scope=?1"));
            statement.bindBlob(1, scope.toBytes());
            for (;;) {
                SATCHEL_ASSIGN(const bool found, statement.step());
                if (!found)
                    break;
                roots.push_back({static_cast<int>(statement.integer(0)), statement.id(1)});
            }
        }
        for (const RowKey& root : roots)
            SATCHEL_TRY(m_sums.touchAggregate(root));
        for (const Entity& entity : schema::entities())
            if (sharedScope(entity) == scope)
                SATCHEL_TRY(touchTable(entity));
    }
    return Ok{};
}

Status Publisher::touchPage(const PullReply& page)
{
    for (const Membership& membership : page.memberships)
        SATCHEL_TRY(m_sums.touchAggregate(membership.row));
    for (const RowGone& gone : page.gone)
        SATCHEL_TRY(touchGone(gone.row));
    for (const RowUpsert& row : page.rows)
        SATCHEL_TRY(m_sums.touch({row.entity->number, row.id}));
    return Ok{};
}

// The head of an aggregate takes its memberships along. Where it left and was deleted between two syncs nothing else is
// said of what stood below it.
Status Publisher::touchGone(const RowKey& key)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT 1 FROM member WHERE row=?1 LIMIT 1"));
    SATCHEL_ASSIGN(const bool head, statement.bind(1, key.id).step());
    return head ? m_sums.touchAggregate(key) : m_sums.touch(key);
}

Result<std::set<Scope>> Publisher::lostScopes(const std::vector<Scope>& now)
{
    const std::set<Scope> granted(now.begin(), now.end());
    std::set<Scope> lost;
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT scope FROM scope"));
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return lost;
        if (const auto scope = Scope::fromBytes(statement.blob(0)); scope && !granted.contains(*scope))
            lost.insert(*scope);
    }
}

Status Publisher::applyMemberships(const std::vector<Membership>& memberships, const std::set<Scope>& published)
{
    for (const Membership& each : memberships) {
        if (!published.contains(each.scope))
            continue; // given on an early page and taken away before the last
        SATCHEL_ASSIGN(auto statement,
                       m_connection.prepare(each.member
                                                ? "INSERT OR IGNORE INTO member(row, scope, entity) VALUES(?1, ?2, ?3)"
                                                : "DELETE FROM member WHERE row=?1 AND scope=?2"));
        statement.bind(1, each.row.id).bindBlob(2, each.scope.toBytes());
        if (each.member)
            statement.bind(3, std::int64_t{each.row.entity});
        SATCHEL_TRY(statement.run());
        if (!each.member && planted("LEAVE treated as DELETE"))
            SATCHEL_TRY(m_overlay.setBase(each.row, std::nullopt));
    }
    return Ok{};
}

bool Publisher::wantsAnswer(const Record& conflict) const
{
    const auto open = [&](const char* user, const char* state) {
        return conflict.value(user).id() == m_identity.user && conflict.value(state).text() == "open";
    };
    return conflict.entity->name == "conflict" && (open("a_user", "a_state") || open("b_user", "b_state"));
}

// Not for what nobody would ask about: an inbox item, or a row that had not been here.
Status Publisher::departed(const RowKey& key, Departure reason)
{
    if (schema::entityNumbered(key.entity)->internal)
        return Ok{};
    SATCHEL_ASSIGN(const auto image, m_overlay.base(key));
    if (!image)
        return Ok{};
    // What he has deleted himself can come back by undo, though the server says of its followers only that they left.
    SATCHEL_ASSIGN(const auto seen, m_rows.find(*schema::entityNumbered(key.entity), key.id));
    if (seen && reason != Departure::Deleted)
        SATCHEL_TRY(UndoLog(m_connection).forgetWhatMentions(key.id));
    return noteDeparture(m_connection, key, m_now, m_publishing, reason);
}

Status Publisher::applyGone(const RowGone& gone)
{
    SATCHEL_TRY(departed(gone.row, gone.reason == GoneReason::Deleted ? Departure::Deleted : Departure::Left));
    m_scrubbed.insert(gone.row.entity);
    if (gone.reason == GoneReason::LeftScope)
        SATCHEL_TRY(forget(gone.row, Departure::ScopeLost));
    else
        SATCHEL_TRY(m_overlay.setBase(gone.row, std::nullopt));
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("DELETE FROM member WHERE row=?1"));
    return statement.bind(1, gone.row.id).run();
}

// In this order. What one page takes away a later one may bring again.
Status Publisher::applyPage(const PullReply& page, const std::set<Scope>& published, PublishReport& report)
{
    SATCHEL_TRY(applyMemberships(page.memberships, published));
    for (const RowUpsert& row : page.rows)
        SATCHEL_TRY(applyRow(row, report));
    report.rows += static_cast<std::int64_t>(page.rows.size());
    for (const RowGone& gone : page.gone)
        SATCHEL_TRY(applyGone(gone));
    for (const Outcome& outcome : page.outcomes)
        SATCHEL_TRY(applyOutcome(outcome, report));
    for (const HistoryEntry& entry : page.entries)
        SATCHEL_TRY(applyHistory(entry));
    return Ok{};
}

Status Publisher::applyRow(const RowUpsert& row, PublishReport& report)
{
    if (m_fresh) {
        const Record record = Overlay::toRecord(row);
        SATCHEL_ASSIGN(const bool inserted, m_rows.insertNew(record));
        return inserted ? Status(Ok{}) : m_rows.put(record); // changed while the pages were under way
    }
    const RowKey key{row.entity->number, row.id};
    m_leaving.erase(key);
    SATCHEL_ASSIGN(const auto present, m_overlay.base(key));
    if (!present && wantsAnswer(Overlay::toRecord(row)))
        ++report.conflicts;
    if (!row.whole && !present)
        return Ok{}; // it is missing here, which the digests will tell
    if (!present)
        SATCHEL_TRY(noteArrival(m_connection, key));
    if (row.trace)
        SATCHEL_TRY(traceHistory(row, *present));
    SATCHEL_ASSIGN(const bool unfolded, m_overlay.setBaseUnfolded(key, patched(present, row)));
    if (unfolded)
        m_unfolded.insert(key);
    return Ok{};
}

// A copy of this laptop may have sent other changes under the same numbers: their outcomes are not ours.
Status Publisher::checkChain(const PullReply& last)
{
    Meta meta(m_connection);
    SATCHEL_ASSIGN(const std::int64_t first, meta.integer("first_number"));
    if (last.chainNumber == 0 || last.chainNumber < first)
        return Ok{};
    const Error forked{ErrorKind::Forked, "Another copy of this laptop has sent changes of its own."};
    SATCHEL_ASSIGN(const std::int64_t newest, meta.integer("last_number"));
    if (last.chainNumber > newest)
        return forked;
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT chain FROM outbox WHERE number=?1"));
    SATCHEL_ASSIGN(const bool kept, statement.bind(1, last.chainNumber).step());
    return kept && statement.blob(0) != view(last.chainId) ? Status(forked) : Status(Ok{});
}

// Numbers below the first of this incarnation's chain belong to those the replica had before, each up to where the next
// one began: beyond that they are another copy's.
Result<bool> Publisher::isMine(const Outcome& outcome)
{
    if (outcome.incarnation == m_identity.incarnation)
        return true;
    // What is offered again by this very publish a copy may have overtaken, under the same numbers.
    if (before)
        return false;
    SATCHEL_ASSIGN(const auto formers, Renewal::formers(m_connection));
    return std::any_of(formers.begin(), formers.end(), [&](const Renewal::Former& former) {
        return former.incarnation == outcome.incarnation && outcome.number < former.until;
    });
}

Status Publisher::applyOutcome(const Outcome& outcome, PublishReport& report)
{
    SATCHEL_ASSIGN(const bool mine, isMine(outcome));
    if (!mine)
        return Ok{};
    std::vector<RowKey> rows;
    {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT entity, row FROM outbox_row WHERE number=?1"));
        statement.bind(1, outcome.number);
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            rows.push_back({static_cast<int>(statement.integer(0)), statement.id(1)});
        }
    }
    const bool deferred = outcome.status == OutcomeStatus::Deferred;
    bool first = false;
    {
        SATCHEL_ASSIGN(auto answer, m_connection.prepare(
                                        "UPDATE outbox SET answered=?2, outcome=?3, deferred=?4 WHERE number=?1 AND "
                                        "(answered IS NULL OR deferred IS NOT NULL)"));
        answer.bind(1, outcome.number).bind(2, m_now).bindBlob(3, encodeOutcome(outcome));
        if (deferred)
            answer.bindText(4, outcome.code);
        else
            answer.bindNull(4);
        SATCHEL_TRY(answer.run());
        first = m_connection.changes() > 0;
    }
    if (deferred || outcome.status == OutcomeStatus::Rejected)
        m_answered.insert(outcome.number);
    if (deferred)
        return Ok{}; // it stays in the overlay, and is not sent again
    // A change that had to wait on the server is answered twice; one of an old reply is not looked at again.
    const bool written = outcome.status == OutcomeStatus::Applied || outcome.status == OutcomeStatus::Merged;
    if (written && outcome.seq > m_checkpoint && outcome.incarnation == m_identity.incarnation && !m_everything)
        SATCHEL_TRY(m_own.take(outcome));
    else if (first)
        SATCHEL_TRY(m_own.dismiss(outcome.number));
    if (!first)
        return Ok{};
    if (!planted("own change applied over a base that contains it")) {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("DELETE FROM outbox_row WHERE number=?1"));
        SATCHEL_TRY(statement.bind(1, outcome.number).run());
    }
    for (const RowKey& row : rows) {
        m_unfolded.insert(row);
        report.changed.push_back(row);
    }
    report.merged += outcome.status == OutcomeStatus::Merged ? 1 : 0;
    report.rejected += outcome.status == OutcomeStatus::Rejected ? 1 : 0;
    return Ok{};
}

// What the answered changes leave behind, and the rows whose base or pending changes are others now.
Status Publisher::showAnswered()
{
    SATCHEL_TRY(m_own.finish());
    for (const RowKey& key : m_own.made())
        m_unfolded.erase(key);
    m_unfolded.insert(m_own.waiting().begin(), m_own.waiting().end());
    for (const RowKey& key : m_unfolded)
        if (!planted("rebase skipped"))
            SATCHEL_TRY(m_overlay.refold(key));
    return Ok{};
}

// From where on there can be no history yet that the pages bring, and what they bring anyway.
Status Publisher::lookAhead(const Pages& pages, bool everything)
{
    m_everything = everything;
    SATCHEL_ASSIGN(m_checkpoint, Meta(m_connection).integer("checkpoint"));
    SATCHEL_ASSIGN(const std::int64_t offset, Meta(m_connection).integer("clock_offset"));
    m_now = m_replica.environment().now() + offset;
    SATCHEL_ASSIGN(const std::int64_t older,
                   m_checkpoint == 0
                       ? m_connection.integer("SELECT count(*) FROM (SELECT 1 FROM history WHERE seq>0 LIMIT 1)")
                       : Result<std::int64_t>(0));
    // What an early page says may be gone with a later one and come again with the next: then only the table knows.
    m_known = everything || older > 0 || pages.count() > 1 ? std::numeric_limits<std::int64_t>::max() : m_checkpoint;
    return Ok{};
}

// Each field of the part was written once since the checkpoint, and its stamp says by whom and when.
Status Publisher::traceHistory(const RowUpsert& part, const RowUpsert& present)
{
    const Record old = Overlay::toRecord(present);
    for (std::size_t i = 0; i < part.fields.size() && i < part.stamps.size(); ++i) {
        const auto& [field, value] = part.fields[i];
        const Stamp& stamp = part.stamps[i].second;
        if (part.stamps[i].first != field || old.values[field] == value)
            continue;
        SATCHEL_TRY(applyHistory({.row = {part.entity->number, part.id},
                                  .seq = stamp.rev,
                                  .field = part.entity->fields[field].number,
                                  .from = old.values[field],
                                  .to = value,
                                  .user = stamp.user,
                                  .device = stamp.deviceName,
                                  .at = stamp.at,
                                  .rule = rule::set}));
    }
    return Ok{};
}

Status Publisher::applyHistory(const HistoryEntry& entry)
{
    if (entry.seq > m_known) {
        const bool isNew = m_lines.emplace(entry.row, entry.seq, entry.field, entry.rule).second;
        return isNew ? insertHistory(m_connection, entry) : Status(Ok{});
    }
    {
        SATCHEL_ASSIGN(auto known,
                       m_connection.prepare("SELECT 1 FROM history WHERE entity=?1 AND row=?2 AND seq=?3 AND field=?4 "
                                            "AND user=?5 AND rule=?6 AND \"to\" IS ?7"));
        known.bind(1, std::int64_t{entry.row.entity})
            .bind(2, entry.row.id)
            .bind(3, entry.seq)
            .bind(4, std::int64_t{entry.field});
        known.bind(5, entry.user).bindText(6, entry.rule).bind(7, entry.to);
        SATCHEL_ASSIGN(const bool have, known.step());
        if (have)
            return Ok{};
    }
    return insertHistory(m_connection, entry);
}

// A row whose aggregate has (re-)entered a scope comes with that page or a later one, whole. What a laptop still has of
// the aggregate and these did not bring was deleted or moved while the aggregate was out of its sight. Where the page
// did not bring the head either, the laptop has made it itself, and the rows too.
Status Publisher::dropUnmentioned(const Pages& pages, bool everything)
{
    const auto drop = [&](const Entity& entity, const std::vector<Id>& ids, std::size_t page, bool withOwn) -> Status {
        for (const Id& id : ids) {
            const RowKey key{entity.number, id};
            if (m_own.deliveredBy(key) >= page || (!withOwn && m_own.made().contains(key)))
                continue;
            SATCHEL_ASSIGN(const auto image, m_overlay.base(key));
            if (!image || image->rev == 0)
                continue; // the server does not know it yet
            SATCHEL_TRY(m_sums.touch(key));
            SATCHEL_TRY(forget(key, Departure::OutOfSight));
        }
        return Ok{};
    };
    if (everything) {
        for (const Entity& entity : schema::entities()) {
            SATCHEL_ASSIGN(const auto ids, m_sums.allRows(entity));
            SATCHEL_TRY(drop(entity, ids, 1, false));
        }
    }
    if (!m_anyEntered || (everything && pages.count() == 1))
        return Ok{};
    std::size_t number = 0;
    return pages.each([&](const PullReply& page) -> Status {
        ++number;
        for (const Membership& membership : page.memberships) {
            if (!membership.member)
                continue;
            const bool withOwn = m_own.wasDelivered(membership.row, number);
            for (const Entity& entity : schema::entities()) {
                if (entity.scope.parents.empty() || !carries(membership.scope.kind, entity))
                    continue;
                SATCHEL_ASSIGN(const auto ids, m_rows.ofRoot(entity, membership.row.id));
                SATCHEL_TRY(drop(entity, ids, number, withOwn));
            }
        }
        return Ok{};
    });
}

// After everything is applied: a row that no scope holds any more goes (with what the overlay makes of it), the others
// count again.
Status Publisher::settle(const RowKey& key, PublishReport& report)
{
    report.changed.push_back(key);
    SATCHEL_ASSIGN(const auto image, m_overlay.base(key));
    if (!image || image->rev == 0)
        return Ok{};
    SATCHEL_ASSIGN(const auto scopes, m_sums.scopesOf(key, image->root));
    if (scopes.empty())
        return forget(key, Departure::ScopeLost);
    m_sums.count(*image, scopes, true);
    return Ok{};
}

Status Publisher::forget(const RowKey& key, Departure reason)
{
    SATCHEL_TRY(departed(key, reason));
    SATCHEL_TRY(m_overlay.setBase(key, std::nullopt));
    SATCHEL_ASSIGN(auto history, m_connection.prepare("DELETE FROM history WHERE entity=?1 AND row=?2 AND seq>0"));
    SATCHEL_TRY(history.bind(1, std::int64_t{key.entity}).bind(2, key.id).run());
    m_leaving.insert(key);
    return Ok{};
}

// What stood in rows that are the user's no more goes; what he typed himself stays. A change keeps its after-values,
// and loses what it said of before, once the server has it. A server that is restored may ask for it again: for that a
// copy stays which nobody but the server can read.
Status Publisher::forgetWhatStood()
{
    for (const RowKey& key : m_leaving) {
        SATCHEL_ASSIGN(auto wipe,
                       m_connection.prepare("UPDATE history SET \"from\"=NULL WHERE entity=?1 AND row=?2 AND seq=0"));
        SATCHEL_TRY(wipe.bind(1, std::int64_t{key.entity}).bind(2, key.id).run());
    }
    struct Wiped {
        std::int64_t number = 0;
        Bytes body;
        std::optional<Bytes> boxed;
    };
    std::vector<Wiped> wiped;
    {
        SATCHEL_ASSIGN(const std::string key, Meta(m_connection).text("box_key"));
        SATCHEL_ASSIGN(auto statement,
                       m_connection.prepare("SELECT number, body, boxed FROM outbox WHERE answered IS NOT NULL"));
        for (;;) {
            if (m_leaving.empty() && m_answered.empty())
                return Ok{};
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            const std::int64_t number = statement.integer(0);
            if (m_leaving.empty() && !m_answered.contains(number))
                continue;
            auto change = decodeChange(statement.blob(1));
            if (!change.ok())
                continue;
            SATCHEL_ASSIGN(const bool any, wipeBefore(*change, m_answered.contains(number)));
            if (!any)
                continue;
            Wiped each{number, encodeChange(*change), std::nullopt};
            if (statement.isNull(2))
                if (auto box = putIntoBox(key, m_replica.environment().random(32), statement.blob(1)))
                    each.boxed = encodeBoxed({.number = number, .box = std::move(*box)});
            wiped.push_back(std::move(each));
        }
    }
    for (const Wiped& each : wiped) {
        SATCHEL_ASSIGN(auto update,
                       m_connection.prepare("UPDATE outbox SET body=?2, boxed=coalesce(boxed, ?3) WHERE number=?1"));
        update.bind(1, each.number).bindBlob(2, each.body);
        if (each.boxed)
            update.bindBlob(3, *each.boxed);
        else
            update.bindNull(3);
        SATCHEL_TRY(update.run());
    }
    m_wiped = !wiped.empty();
    return Ok{};
}

// Of rows that went, whether out of sight or deleted (which can be undone where he does not see it), and of inbox
// items, which lose the values of rows that went.
Status Publisher::oweScrub()
{
    std::set<int> entities = m_scrubbed;
    for (const RowKey& key : m_leaving)
        entities.insert(key.entity);
    const int conflict = schema::entity("conflict").number;
    for (const RowKey& key : m_sums.touched())
        if (key.entity == conflict)
            entities.insert(conflict);
    return Scrub(m_connection).owe(entities);
}

// True if there was something to take out.
Result<bool> Publisher::wipeBefore(Change& change, bool justAnswered)
{
    bool any = false;
    for (Operation& operation : change.operations) {
        const RowKey key{operation.entity->number, operation.id};
        if (operation.kind != OperationKind::Update || !(justAnswered || m_leaving.contains(key)))
            continue;
        SATCHEL_ASSIGN(const auto image, m_overlay.base(key));
        if (image)
            continue; // still his
        for (FieldChange& field : operation.fields) {
            if (operation.entity->fields[field.field].policy == Policy::Sum)
                continue; // what he typed is the difference
            any |= !field.before.isNull();
            field.before = Value();
        }
    }
    return any;
}

Status Publisher::mend(const std::set<Scope>& published, PublishReport& report)
{
    const auto leaveAll = [&](const Id& row) -> Status {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("DELETE FROM member WHERE row=?1"));
        return statement.bind(1, row).run();
    };
    std::set<RowKey> pending;
    std::set<int> entities;
    m_overlay.leaveSearchAlone(true);
    const auto set = [&](const RowKey& key, const std::optional<RowUpsert>& image) -> Status {
        SATCHEL_ASSIGN(const bool unfolded, m_overlay.setBaseUnfolded(key, image));
        if (unfolded)
            pending.insert(key);
        entities.insert(key.entity);
        report.changed.push_back(key);
        return Ok{};
    };
    for (const RowKey& key : mending->absent) {
        SATCHEL_TRY(set(key, std::nullopt));
        SATCHEL_TRY(leaveAll(key.id));
    }
    for (const RowUpsert& row : mending->rows)
        for (const Id& id : {row.id, row.root})
            SATCHEL_TRY(leaveAll(id));
    SATCHEL_TRY(applyMemberships(mending->memberships, published));
    for (const RowUpsert& row : mending->rows)
        SATCHEL_TRY(set({row.entity->number, row.id}, row));
    for (const HistoryEntry& entry : mending->entries)
        SATCHEL_TRY(applyHistory(entry));
    for (const RowKey& key : pending)
        SATCHEL_TRY(m_overlay.refold(key));
    m_overlay.leaveSearchAlone(false);
    for (const int entity : entities)
        SATCHEL_TRY(m_rows.rebuildSearch(schema::entityNumbered(entity)));
    return Ok{};
}

Result<RowLists> Publisher::differingFrom(const std::vector<Digest>& theirs, const std::vector<Digest>& mine)
{
    std::map<ScopedTable, std::pair<const Digest*, const Digest*>> sides;
    for (const Digest& digest : theirs)
        if (digest.rows > 0)
            sides[{digest.scope, digest.entity}].first = &digest;
    for (const Digest& digest : mine)
        if (digest.rows > 0)
            sides[{digest.scope, digest.entity}].second = &digest;
    std::set<ScopedTable> wanted;
    for (const auto& [table, each] : sides)
        if (each.first == nullptr || each.second == nullptr || !(*each.first == *each.second))
            wanted.insert(table);
    SATCHEL_ASSIGN(RowLists lists, RowCount::list(m_connection, m_identity.digestKey, wanted));
    for (const ScopedTable& table : wanted)
        lists.try_emplace(table);
    return lists;
}

// The same after a first sync, for all rows at once.
Status Publisher::settleAll(const Pages& pages, PublishReport& report)
{
    SATCHEL_TRY(pages.each([&](const PullReply& page) -> Status {
        for (const RowUpsert& row : page.rows)
            report.changed.push_back({row.entity->number, row.id});
        return Ok{};
    }));
    SATCHEL_ASSIGN(const auto homeless, m_sums.countAll());
    for (const RowKey& key : homeless)
        SATCHEL_TRY(forget(key, Departure::ScopeLost));
    return Ok{};
}

Status Publisher::writeCheckpoint(const PullReply& last)
{
    SATCHEL_TRY(m_connection.execute("DELETE FROM scope"));
    for (const Scope& scope : last.scopes) {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("INSERT INTO scope(scope, seq) VALUES(?1, ?2)"));
        SATCHEL_TRY(statement.bindBlob(1, scope.toBytes()).bind(2, last.checkpoint).run());
    }
    {
        SATCHEL_ASSIGN(auto statement,
                       m_connection.prepare("INSERT OR REPLACE INTO checkpoint(seq, salt) VALUES(?1, ?2)"));
        SATCHEL_TRY(statement.bind(1, last.checkpoint).bindBlob(2, view(last.salt)).run());
    }
    SATCHEL_TRY(m_connection.execute(
        "DELETE FROM checkpoint WHERE seq NOT IN (SELECT seq FROM checkpoint ORDER BY seq DESC LIMIT " +
        std::to_string(checkpointsKept) + ")"));
    Meta meta(m_connection);
    SATCHEL_TRY(meta.set("refetch", 0));
    SATCHEL_TRY(meta.set("checkpoint", last.checkpoint));
    SATCHEL_TRY(meta.setBytes("salt", view(last.salt)));
    SATCHEL_TRY(meta.setBytes("history", last.history.view()));
    SATCHEL_TRY(meta.setText("role", roleName(last.role)));
    SATCHEL_ASSIGN(auto forgotten, m_connection.prepare("DELETE FROM departed WHERE at<?1"));
    SATCHEL_TRY(forgotten.bind(1, m_now - departuresKept).run());
    return meta.set("last_sync", m_replica.environment().now());
}

Status Publisher::forgetOldAnswers()
{
    // The newest stays whatever its age, and so does the one before the first that waits: their ids are the links to
    // the next change.
    SATCHEL_ASSIGN(
        auto statement,
        m_connection.prepare(
            "DELETE FROM outbox WHERE answered < ?1 AND deferred IS NULL AND number < (SELECT max(number) FROM "
            "outbox) AND number < coalesce((SELECT min(number) FROM outbox WHERE answered "
            "IS NULL), 9e18) - 1"));
    SATCHEL_TRY(statement.bind(1, m_now - answersKept).run());
    const bool forgotten = m_connection.changes() > 0 || m_wiped;
    SATCHEL_ASSIGN(const std::int64_t first,
                   m_connection.integer("SELECT min(number) FROM outbox WHERE answered IS NULL"));
    RedoLog redo(m_replica.folder()); // we hold the write lock: nobody is appending
    if (first == 0) {
        Meta meta(m_connection);
        SATCHEL_ASSIGN(const std::int64_t last, meta.integer("last_number"));
        SATCHEL_ASSIGN(const std::string chain, meta.text("last_chain"));
        // On a full disk the mark is missed and nothing else: all of it is answered.
        static_cast<void>(redo.forget(m_identity.incarnation, last + 1, bytes16(chain).value_or(Bytes16{})));
    } else if (forgotten) {
        SATCHEL_ASSIGN(auto contents, redo.read(m_identity.incarnation));
        std::erase_if(contents.entries, [first](const RedoLog::Entry& entry) { return entry.number < first; });
        static_cast<void>(redo.rewrite(m_identity.incarnation, contents));
    }
    return Ok{};
}

// What comes from the server must not eat the room that is kept for what a person types.
Status Publisher::checkRoom(const Pages& pages) const
{
    const std::int64_t needed = leastRoom + pages.rows() * roomOfARow;
    if (roomForPublishing(m_replica.folder()) >= needed)
        return Ok{};
    return Error{ErrorKind::Full, "The disk has too little room for what the server has sent (it takes " +
                                      std::to_string(needed / 1'000'000 + 1) +
                                      " MB). Your own changes were sent; free some space and sync again."};
}

Result<PublishReport> Publisher::publish(const Pages& pages, bool everything)
{
    const PullReply& last = pages.last();
    PublishReport report;
    SATCHEL_TRY(checkRoom(pages));
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_connection));
    SATCHEL_TRY(checkChain(last));
    if (before)
        SATCHEL_TRY(before());
    SATCHEL_TRY(lookAhead(pages, everything));
    SATCHEL_ASSIGN(const std::int64_t scopes, m_connection.integer("SELECT count(*) FROM scope"));
    SATCHEL_ASSIGN(const std::int64_t overlaid, m_connection.integer("SELECT (SELECT count(*) FROM outbox_row) + "
                                                                     "(SELECT count(*) FROM base_row)"));
    SATCHEL_ASSIGN(const std::int64_t rescued,
                   Meta(m_connection).integer("refetch")); // rows of a damaged file stand here
    m_fresh = scopes == 0 && overlaid == 0 && rescued == 0;
    if (overlaid == 0)
        m_overlay.assumeNothingPending();
    SATCHEL_ASSIGN(const auto kept, m_sums.stored());
    m_publishing = last.checkpoint;
    const bool countsAnew = m_fresh || recount;
    SATCHEL_TRY(m_sums.start(countsAnew || everything));
    SATCHEL_ASSIGN(const auto lost, lostScopes(everything ? std::vector<Scope>() : last.scopes));
    const std::set<Scope> published(last.scopes.begin(), last.scopes.end());
    LateIndexes indexes(m_connection);
    if (!m_fresh)
        SATCHEL_TRY(touchAll(lost, everything));
    else if (pages.rows() > fewRows)
        SATCHEL_TRY(indexes.takeAway());
    std::size_t number = 0;
    SATCHEL_TRY(pages.each([&](const PullReply& page) -> Status {
        ++number;
        for (const RowUpsert& row : page.rows)
            m_own.delivered({row.entity->number, row.id}, number);
        for (const RowGone& gone : page.gone)
            m_own.delivered(gone.row, number);
        m_anyEntered |= std::any_of(page.memberships.begin(), page.memberships.end(),
                                    [](const Membership& membership) { return membership.member; });
        return m_fresh ? Status(Ok{}) : touchPage(page);
    }));
    if (!lost.empty() && !everything) // a deletion that could be undone remembers rows of it that are long gone
        SATCHEL_TRY(UndoLog(m_connection).forget(UndoLog::left));
    for (const Scope& scope : lost) {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("DELETE FROM member WHERE scope=?1"));
        SATCHEL_TRY(statement.bindBlob(1, scope.toBytes()).run());
        if (!everything)
            SATCHEL_TRY(forgetTables(scope));
    }
    SATCHEL_TRY(pages.each([&](const PullReply& page) { return applyPage(page, published, report); }));
    SATCHEL_TRY(showAnswered());
    if (!m_fresh)
        SATCHEL_TRY(dropUnmentioned(pages, everything));
    if (mending != nullptr)
        SATCHEL_TRY(mend(published, report));
    SATCHEL_TRY(indexes.putBack());
    if (m_fresh && pages.count() > 1)
        SATCHEL_TRY(dropUnmentioned(pages, false));
    if (countsAnew) {
        report.changed.insert(report.changed.end(), m_sums.touched().begin(), m_sums.touched().end());
        SATCHEL_TRY(settleAll(pages, report));
    } else {
        for (const RowKey& key : m_sums.touched())
            SATCHEL_TRY(settle(key, report));
    }
    SATCHEL_TRY(m_sums.write());

    SATCHEL_ASSIGN(const auto mine, m_sums.stored());
    report.digest = combinedDigest(mine);
    const std::vector<Digest>& theirs = last.digestsEqual ? kept : last.digests;
    report.equal = report.digest == combinedDigest(theirs);
    if (!report.equal) {
        SATCHEL_ASSIGN(report.differing, differingFrom(theirs, mine));
        return report; // rolled back: a checkpoint that does not add up is never shown
    }
    if (countsAnew) {
        SATCHEL_TRY(Meta(m_connection).set("recounted", m_replica.environment().now()));
        SATCHEL_TRY(Meta(m_connection).set("recount_due", 0));
    }
    SATCHEL_TRY(writeCheckpoint(last));
    SATCHEL_TRY(forgetWhatStood());
    SATCHEL_TRY(forgetOldAnswers());
    SATCHEL_TRY(oweScrub());
    SATCHEL_TRY(transaction.commit());
    SATCHEL_TRY(Scrub(m_connection).pay());
    return report;
}

} // namespace satchel
