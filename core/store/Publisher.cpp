// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Publisher.h"

#include "core/rules/Access.h"
#include "core/store/LateIndexes.h"
#include "core/store/Meta.h"
#include "core/store/RedoLog.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/Digests.h"

#include <algorithm>

namespace satchel {

namespace {

constexpr Milliseconds answersKept = 30LL * 24 * 3600 * 1000;
constexpr std::int64_t checkpointsKept = 64;

// Laying a patch over the image the laptop has. Stamps only gather while the row has pending changes.
RowUpsert patched(const std::optional<RowUpsert>& present, const RowUpsert& patch)
{
    if (patch.whole || !present)
        return patch;
    RowUpsert image = *present;
    image.rev = patch.rev;
    image.root = patch.root;
    for (const auto& [field, value] : patch.fields) {
        std::erase_if(image.fields, [&](const auto& each) { return each.first == field; });
        if (!value.isNull())
            image.fields.emplace_back(field, value);
    }
    std::sort(image.fields.begin(), image.fields.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
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
      m_overlay(m_connection, identity.user, identity.device),
      m_rows(m_connection),
      m_sums(m_connection, m_overlay, identity.digestKey)
{}

Status Publisher::touchAll(const std::vector<PullReply>& pages, const std::set<Scope>& lost, bool everything)
{
    if (everything) {
        for (const Entity& entity : schema::entities()) {
            SATCHEL_ASSIGN(const auto ids, m_sums.allRows(entity));
            for (const Id& id : ids)
                SATCHEL_TRY(m_sums.touch({entity.number, id}));
        }
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
    }
    for (const PullReply& page : pages) {
        for (const Membership& membership : page.memberships)
            SATCHEL_TRY(m_sums.touchAggregate(membership.row));
        for (const RowGone& gone : page.gone)
            SATCHEL_TRY(m_sums.touch(gone.row));
        for (const RowUpsert& row : page.rows)
            SATCHEL_TRY(m_sums.touch({row.entity->number, row.id}));
    }
    return Ok{};
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

Status Publisher::applyGone(const RowGone& gone)
{
    SATCHEL_TRY(m_overlay.setBase(gone.row, std::nullopt));
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("DELETE FROM member WHERE row=?1"));
    return statement.bind(1, gone.row.id).run();
}

Status Publisher::applyRow(const RowUpsert& row, PublishReport& report)
{
    if (m_fresh) {
        const Record record = Overlay::toRecord(row);
        SATCHEL_ASSIGN(const bool inserted, m_rows.insertNew(record));
        return inserted ? Status(Ok{}) : m_rows.put(record); // changed while the pages were under way
    }
    const RowKey key{row.entity->number, row.id};
    SATCHEL_ASSIGN(const auto present, m_overlay.base(key));
    if (!present && wantsAnswer(Overlay::toRecord(row)))
        ++report.conflicts;
    if (!row.whole && !present)
        return Error{ErrorKind::Corrupt, "The server sent a part of a record that is not on this laptop."};
    SATCHEL_ASSIGN(const bool unfolded, m_overlay.setBaseUnfolded(key, patched(present, row)));
    if (unfolded)
        m_unfolded.insert(key);
    return Ok{};
}

Status Publisher::applyOutcome(const Outcome& outcome, PublishReport& report)
{
    if (outcome.incarnation != m_identity.incarnation)
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
    {
        SATCHEL_ASSIGN(
            auto answer,
            m_connection.prepare("UPDATE outbox SET answered=?2, outcome=?3 WHERE number=?1 AND answered IS NULL"));
        SATCHEL_TRY(answer.bind(1, outcome.number)
                        .bind(2, m_replica.environment().now())
                        .bindBlob(3, encodeOutcome(outcome))
                        .run());
        if (m_connection.changes() == 0)
            return Ok{};
    }
    for (const char* sql : {"DELETE FROM outbox_row WHERE number=?1", "DELETE FROM history WHERE number=?1"}) {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare(sql));
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

Status Publisher::applyHistory(const HistoryEntry& entry)
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
    SATCHEL_ASSIGN(
        auto insert,
        m_connection.prepare("INSERT INTO history(entity, row, seq, field, \"from\", \"to\", user, device, at, rule) "
                             "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"));
    insert.bind(1, std::int64_t{entry.row.entity})
        .bind(2, entry.row.id)
        .bind(3, entry.seq)
        .bind(4, std::int64_t{entry.field});
    insert.bind(5, entry.from).bind(6, entry.to).bind(7, entry.user).bindText(8, entry.device).bind(9, entry.at);
    return insert.bindText(10, entry.rule).run();
}

// A row whose aggregate has (re-)entered a scope comes with that pull, whole. What a laptop still has of the aggregate
// and the pull did not bring was deleted or moved while the aggregate was out of its sight.
Status Publisher::dropUnmentioned(const std::vector<PullReply>& pages, bool everything)
{
    std::set<RowKey> mentioned;
    for (const PullReply& page : pages)
        for (const RowUpsert& row : page.rows)
            mentioned.insert({row.entity->number, row.id});
    const auto drop = [&](const Entity& entity, const std::vector<Id>& ids) -> Status {
        for (const Id& id : ids) {
            const RowKey key{entity.number, id};
            if (mentioned.contains(key))
                continue;
            SATCHEL_ASSIGN(const auto image, m_overlay.base(key));
            if (!image || image->rev == 0)
                continue; // the server does not know it yet
            SATCHEL_TRY(m_sums.touch(key));
            SATCHEL_TRY(m_overlay.setBase(key, std::nullopt));
        }
        return Ok{};
    };
    if (everything) {
        for (const Entity& entity : schema::entities()) {
            SATCHEL_ASSIGN(const auto ids, m_sums.allRows(entity));
            SATCHEL_TRY(drop(entity, ids));
        }
        return Ok{};
    }
    for (const PullReply& page : pages)
        for (const Membership& membership : page.memberships) {
            if (!membership.member)
                continue;
            for (const Entity& entity : schema::entities()) {
                if (entity.scope.parents.empty() || !carries(membership.scope.kind, entity))
                    continue;
                SATCHEL_ASSIGN(const auto ids, m_rows.ofRoot(entity, membership.row.id));
                SATCHEL_TRY(drop(entity, ids));
            }
        }
    return Ok{};
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
        return forget(key);
    m_sums.count(*image, scopes, true);
    return Ok{};
}

Status Publisher::forget(const RowKey& key)
{
    SATCHEL_TRY(m_overlay.setBase(key, std::nullopt));
    SATCHEL_ASSIGN(auto history, m_connection.prepare("DELETE FROM history WHERE entity=?1 AND row=?2 AND seq>0"));
    return history.bind(1, std::int64_t{key.entity}).bind(2, key.id).run();
}

// The same after a first sync, for all rows at once.
Status Publisher::settleAll(const std::vector<PullReply>& pages, PublishReport& report)
{
    for (const PullReply& page : pages)
        for (const RowUpsert& row : page.rows)
            report.changed.push_back({row.entity->number, row.id});
    SATCHEL_ASSIGN(const auto homeless, m_sums.countAll());
    for (const RowKey& key : homeless)
        SATCHEL_TRY(forget(key));
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
    const Milliseconds now = m_replica.environment().now();
    SATCHEL_TRY(meta.set("checkpoint", last.checkpoint));
    SATCHEL_TRY(meta.setBytes("salt", view(last.salt)));
    SATCHEL_TRY(meta.setBytes("history", last.history.view()));
    SATCHEL_TRY(meta.setText("role", roleName(last.role)));
    return meta.set("last_sync", now);
}

Status Publisher::forgetOldAnswers()
{
    // The newest stays whatever its age: its chain id is the link to the next change.
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("DELETE FROM outbox WHERE answered < ?1 AND number < "
                                                        "(SELECT max(number) FROM outbox)"));
    SATCHEL_TRY(statement.bind(1, m_replica.environment().now() - answersKept).run());
    SATCHEL_ASSIGN(const std::int64_t waiting,
                   m_connection.integer("SELECT count(*) FROM outbox WHERE answered IS NULL"));
    if (waiting == 0)
        RedoLog(m_replica.folder()).cutBack(0); // we hold the write lock: nobody is appending
    return Ok{};
}

Result<PublishReport> Publisher::publish(const std::vector<PullReply>& pages, bool everything)
{
    const PullReply& last = pages.back();
    PublishReport report;
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_connection));
    SATCHEL_ASSIGN(const std::int64_t before, m_connection.integer("SELECT count(*) FROM scope"));
    SATCHEL_ASSIGN(const std::int64_t overlaid, m_connection.integer("SELECT (SELECT count(*) FROM outbox_row) + "
                                                                     "(SELECT count(*) FROM base_row)"));
    m_fresh = before == 0 && overlaid == 0;
    if (overlaid == 0)
        m_overlay.assumeNothingPending();
    SATCHEL_ASSIGN(const auto kept, m_sums.stored());
    SATCHEL_TRY(m_sums.start(m_fresh || everything));
    SATCHEL_ASSIGN(const auto lost, lostScopes(everything ? std::vector<Scope>() : last.scopes));
    const std::set<Scope> published(last.scopes.begin(), last.scopes.end());
    LateIndexes indexes(m_connection);
    SATCHEL_TRY(m_fresh ? indexes.takeAway() : touchAll(pages, lost, everything));
    for (const Scope& scope : lost) {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("DELETE FROM member WHERE scope=?1"));
        SATCHEL_TRY(statement.bindBlob(1, scope.toBytes()).run());
    }
    for (const PullReply& page : pages) {
        SATCHEL_TRY(applyMemberships(page.memberships, published));
        for (const RowUpsert& row : page.rows)
            SATCHEL_TRY(applyRow(row, report));
        report.rows += static_cast<std::int64_t>(page.rows.size());
    }
    for (const PullReply& page : pages) {
        for (const RowGone& gone : page.gone)
            SATCHEL_TRY(applyGone(gone));
        for (const Outcome& outcome : page.outcomes)
            SATCHEL_TRY(applyOutcome(outcome, report));
        for (const HistoryEntry& entry : page.entries)
            SATCHEL_TRY(applyHistory(entry));
    }
    for (const RowKey& key : m_unfolded)
        SATCHEL_TRY(m_overlay.refold(key));
    if (!m_fresh)
        SATCHEL_TRY(dropUnmentioned(pages, everything));
    SATCHEL_TRY(indexes.putBack());
    if (m_fresh)
        SATCHEL_TRY(settleAll(pages, report));
    for (const RowKey& key : m_sums.touched())
        SATCHEL_TRY(settle(key, report));
    SATCHEL_TRY(m_sums.write());

    SATCHEL_ASSIGN(const auto mine, m_sums.stored());
    report.digest = combinedDigest(mine);
    report.equal = report.digest == combinedDigest(last.digestsEqual ? kept : last.digests);
    if (!report.equal)
        return report; // rolled back: a checkpoint that does not add up is never shown
    SATCHEL_TRY(writeCheckpoint(last));
    SATCHEL_TRY(forgetOldAnswers());
    SATCHEL_TRY(transaction.commit());
    return report;
}

} // namespace satchel
