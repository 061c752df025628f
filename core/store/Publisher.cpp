// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Publisher.h"

#include "core/base/Planted.h"
#include "core/rules/Access.h"
#include "core/store/LateIndexes.h"
#include "core/store/Meta.h"
#include "core/store/Reserve.h"
#include "core/store/Scrub.h"
#include "core/store/UndoLog.h"
#include "sync/protocol/Digests.h"

#include <algorithm>

namespace satchel {

namespace {

constexpr std::int64_t fewRows = 1'000;    ///< below it making all indexes anew costs more than keeping them up
constexpr std::size_t mostStored = 10'000; ///< rows that are kept from being touched to being replaced
constexpr std::int64_t checkpointsKept = 64;
constexpr Milliseconds departuresKept = 400LL * 24 * 3600 * 1000; // as long as the server keeps tombstones

} // namespace

Publisher::Publisher(Replica& replica, const ReplicaIdentity& identity)
    : m_replica(replica),
      m_connection(replica.connection()),
      m_identity(identity),
      m_overlay(m_connection, identity.user, identity.incarnation),
      m_rows(m_connection),
      m_sums(m_connection, m_overlay, identity.digestKey),
      m_answers(replica, m_identity, m_overlay),
      m_history(m_connection)
{}

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
            SATCHEL_TRY(m_sums.touchTable(entity));
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
                SATCHEL_TRY(m_sums.touchTable(entity));
    }
    return Ok{};
}

Status Publisher::touchPage(const PullReply& page)
{
    for (const Membership& membership : page.memberships)
        SATCHEL_TRY(m_sums.touchAggregate(membership.row));
    for (const RowGone& gone : page.gone)
        SATCHEL_TRY(m_sums.touchGone(gone.row));
    for (const RowUpsert& row : page.rows) {
        const RowKey key{row.entity->number, row.id};
        SATCHEL_ASSIGN(auto stored, m_sums.touchStored(key));
        if (stored && m_stored.size() < mostStored)
            m_stored.insert_or_assign(key, std::move(*stored));
    }
    return Ok{};
}

Status Publisher::applyMemberships(const std::vector<Membership>& memberships, const std::set<Scope>& published)
{
    for (const Membership& each : memberships) {
        if (!published.contains(each.scope))
            continue; // given on an early page and taken away before the last
        m_sums.membershipsMoved();
        SATCHEL_ASSIGN(auto statement,
                       m_connection.prepare(each.member
                                                ? "INSERT OR IGNORE INTO member(row, scope, entity) VALUES(?1, ?2, ?3)"
                                                : "DELETE FROM member WHERE row=?1 AND scope=?2"));
        statement.bind(1, each.row.id).bindBlob(2, each.scope.toBytes());
        if (each.member)
            statement.bind(3, std::int64_t{each.row.entity});
        SATCHEL_TRY(statement.run());
        if (!each.member && planted("LEAVE treated as DELETE"))
            SATCHEL_TRY(setGone(each.row));
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
        SATCHEL_TRY(setGone(gone.row));
    m_sums.membershipsMoved();
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
        SATCHEL_TRY(m_answers.apply(outcome, report));
    for (const HistoryEntry& entry : page.entries)
        SATCHEL_TRY(m_history.add(entry));
    return Ok{};
}

Status Publisher::setGone(const RowKey& key)
{
    m_stored.erase(key);
    return m_overlay.setBase(key, std::nullopt);
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
    if (const auto stored = m_stored.extract(key))
        return replaceStored(stored.mapped(), row);
    SATCHEL_ASSIGN(const auto present, m_overlay.base(key));
    if (!present && wantsAnswer(Overlay::toRecord(row)))
        ++report.conflicts;
    if (!row.whole && !present)
        return Ok{}; // it is missing here, which the digests will tell
    if (!present)
        SATCHEL_TRY(noteArrival(m_connection, key));
    if (row.trace)
        SATCHEL_TRY(m_history.addTrace(row, Overlay::toRecord(*present)));
    SATCHEL_ASSIGN(const bool unfolded, m_overlay.setBaseUnfolded(key, Overlay::patched(present, row)));
    if (unfolded)
        m_unfolded.insert(key);
    return Ok{};
}

// A row without pending changes, as it was read when it was touched.
Status Publisher::replaceStored(const Rows::Stored& old, const RowUpsert& row)
{
    if (row.trace)
        SATCHEL_TRY(m_history.addTrace(row, old.record));
    return m_rows.replace(old, row.whole ? Overlay::toRecord(row) : Overlay::patched(old.record, row));
}

// A row whose aggregate has (re-)entered a scope comes with that page or a later one, whole. What a laptop still has of
// the aggregate and these did not bring was deleted or moved while the aggregate was out of its sight. Where the page
// did not bring the head either, the laptop has made it itself, and the rows too.
Status Publisher::dropUnmentioned(const Pages& pages, bool everything)
{
    const auto drop = [&](const Entity& entity, const std::vector<Id>& ids, std::size_t page, bool withOwn) -> Status {
        for (const Id& id : ids) {
            const RowKey key{entity.number, id};
            if (m_answers.deliveredBy(key) >= page || (!withOwn && m_answers.made().contains(key)))
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
            const bool withOwn = m_answers.wasDelivered(membership.row, number);
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
    SATCHEL_ASSIGN(const bool here, m_sums.countAgain(key));
    return here ? Status(Ok{}) : forget(key, Departure::ScopeLost);
}

Status Publisher::forget(const RowKey& key, Departure reason)
{
    SATCHEL_TRY(departed(key, reason));
    SATCHEL_TRY(setGone(key));
    SATCHEL_ASSIGN(auto history, m_connection.prepare("DELETE FROM history WHERE entity=?1 AND row=?2 AND seq>0"));
    SATCHEL_TRY(history.bind(1, std::int64_t{key.entity}).bind(2, key.id).run());
    m_leaving.insert(key);
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
    for (const auto& [key, place] : m_sums.touched())
        if (key.entity == conflict)
            entities.insert(conflict);
    return Scrub(m_connection).owe(entities);
}

Status Publisher::mend(const std::set<Scope>& published, PublishReport& report)
{
    m_sums.membershipsMoved();
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
        SATCHEL_TRY(m_history.add(entry));
    for (const RowKey& key : pending)
        SATCHEL_TRY(m_overlay.refold(key));
    m_overlay.leaveSearchAlone(false);
    for (const int entity : entities)
        SATCHEL_TRY(m_rows.rebuildSearch(schema::entityNumbered(entity)));
    return Ok{};
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

// Everything that is applied by what was there before.
Status Publisher::lookAhead(const Pages& pages, bool everything)
{
    Meta meta(m_connection);
    SATCHEL_ASSIGN(const std::int64_t checkpoint, meta.integer("checkpoint"));
    SATCHEL_ASSIGN(const std::int64_t offset, meta.integer("clock_offset"));
    m_now = m_replica.environment().now() + offset;
    m_answers.begin(
        {.checkpoint = checkpoint, .everything = everything, .offersAgain = before != nullptr, .now = m_now});
    // What an early page says may be gone with a later one and come again with the next: then only the table knows.
    return m_history.begin(checkpoint, everything || pages.count() > 1);
}

Result<PublishReport> Publisher::publish(const Pages& pages, bool everything)
{
    const PullReply& last = pages.last();
    PublishReport report;
    SATCHEL_TRY(roomForRows(m_replica.folder(), pages.rows()));
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_connection));
    SATCHEL_TRY(m_answers.checkChain(last));
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
    SATCHEL_ASSIGN(const auto lost, m_sums.scopesBeside(everything ? std::vector<Scope>() : last.scopes));
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
            m_answers.delivered({row.entity->number, row.id}, number);
        for (const RowGone& gone : page.gone)
            m_answers.delivered(gone.row, number);
        m_anyEntered |= std::any_of(page.memberships.begin(), page.memberships.end(),
                                    [](const Membership& membership) { return membership.member; });
        return m_fresh ? Status(Ok{}) : touchPage(page);
    }));
    if (!lost.empty() && !everything) // a deletion that could be undone remembers rows of it that are long gone
        SATCHEL_TRY(UndoLog(m_connection).forget(UndoLog::left));
    for (const Scope& scope : lost) {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("DELETE FROM member WHERE scope=?1"));
        SATCHEL_TRY(statement.bindBlob(1, scope.toBytes()).run());
        m_sums.membershipsMoved();
        if (!everything)
            SATCHEL_TRY(forgetTables(scope));
    }
    SATCHEL_TRY(pages.each([&](const PullReply& page) { return applyPage(page, published, report); }));
    SATCHEL_TRY(m_answers.show(std::move(m_unfolded)));
    if (!m_fresh)
        SATCHEL_TRY(dropUnmentioned(pages, everything));
    if (mending != nullptr)
        SATCHEL_TRY(mend(published, report));
    SATCHEL_TRY(indexes.putBack());
    if (m_fresh && pages.count() > 1)
        SATCHEL_TRY(dropUnmentioned(pages, false));
    if (countsAnew) {
        for (const auto& [key, place] : m_sums.touched())
            report.changed.push_back(key);
        SATCHEL_TRY(settleAll(pages, report));
    } else {
        for (const auto& [key, place] : m_sums.touched())
            SATCHEL_TRY(settle(key, report));
    }
    SATCHEL_TRY(m_sums.write());

    SATCHEL_ASSIGN(const auto mine, m_sums.stored());
    report.digest = combinedDigest(mine);
    const std::vector<Digest>& theirs = last.digestsEqual ? kept : last.digests;
    report.equal = report.digest == combinedDigest(theirs);
    if (!report.equal) {
        SATCHEL_ASSIGN(report.differing, RowCount::listDiffering(m_connection, m_identity.digestKey, theirs, mine));
        return report; // rolled back: a checkpoint that does not add up is never shown
    }
    if (countsAnew) {
        SATCHEL_TRY(Meta(m_connection).set("recounted", m_replica.environment().now()));
        SATCHEL_TRY(Meta(m_connection).set("recount_due", 0));
    }
    SATCHEL_TRY(writeCheckpoint(last));
    SATCHEL_TRY(m_answers.forgetWhatStood(m_leaving));
    SATCHEL_TRY(m_answers.forgetOld());
    SATCHEL_TRY(oweScrub());
    SATCHEL_TRY(transaction.commit());
    SATCHEL_TRY(Scrub(m_connection).pay());
    return report;
}

} // namespace satchel
