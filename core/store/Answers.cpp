// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Answers.h"

#include "core/base/Planted.h"
#include "core/store/Meta.h"
#include "core/store/RedoLog.h"
#include "core/store/Renewal.h"
#include "sync/protocol/BoxedChange.h"
#include "sync/protocol/Codec.h"

#include <algorithm>

namespace satchel {

namespace {

constexpr Milliseconds answersKept = 30LL * 24 * 3600 * 1000;

} // namespace

Status Answers::checkChain(const PullReply& last)
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
Result<bool> Answers::isMine(const Outcome& outcome)
{
    if (outcome.incarnation == m_identity.incarnation)
        return true;
    // What is offered again by this very publish a copy may have overtaken, under the same numbers.
    if (m_moment.offersAgain)
        return false;
    SATCHEL_ASSIGN(const auto formers, Renewal::formers(m_connection));
    return std::any_of(formers.begin(), formers.end(), [&](const Renewal::Former& former) {
        return former.incarnation == outcome.incarnation && outcome.number < former.until;
    });
}

// All are read at the first answer: they are looked for by change, and stand in order of rows.
Result<std::vector<RowKey>> Answers::waitingRows(std::int64_t number)
{
    if (!m_waiting) {
        m_waiting.emplace();
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT number, entity, row FROM outbox_row"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            (*m_waiting)[statement.integer(0)].push_back({static_cast<int>(statement.integer(1)), statement.id(2)});
        }
    }
    const auto rows = m_waiting->find(number);
    return rows == m_waiting->end() ? std::vector<RowKey>() : rows->second;
}

Status Answers::leaveOverlay(std::int64_t number, const std::vector<RowKey>& rows)
{
    if (planted("own change applied over a base that contains it"))
        return Ok{};
    m_waiting->erase(number);
    for (const RowKey& row : rows) {
        SATCHEL_ASSIGN(auto statement,
                       m_connection.prepare("DELETE FROM outbox_row WHERE entity=?1 AND row=?2 AND number=?3"));
        SATCHEL_TRY(statement.bind(1, std::int64_t{row.entity}).bind(2, row.id).bind(3, number).run());
    }
    return Ok{};
}

Result<bool> Answers::note(const Outcome& outcome)
{
    SATCHEL_ASSIGN(auto answer,
                   m_connection.prepare("UPDATE outbox SET answered=?2, outcome=?3, deferred=?4 WHERE number=?1 AND "
                                        "(answered IS NULL OR deferred IS NOT NULL)"));
    answer.bind(1, outcome.number).bind(2, m_moment.now).bindBlob(3, encodeOutcome(outcome));
    if (outcome.status == OutcomeStatus::Deferred)
        answer.bindText(4, outcome.code);
    else
        answer.bindNull(4);
    SATCHEL_TRY(answer.run());
    return m_connection.changes() > 0;
}

Status Answers::apply(const Outcome& outcome, PublishReport& report)
{
    SATCHEL_ASSIGN(const bool mine, isMine(outcome));
    if (!mine)
        return Ok{};
    SATCHEL_ASSIGN(const auto rows, waitingRows(outcome.number));
    SATCHEL_ASSIGN(const bool first, note(outcome));
    const bool deferred = outcome.status == OutcomeStatus::Deferred;
    if (deferred || outcome.status == OutcomeStatus::Rejected)
        m_answered.insert(outcome.number);
    if (deferred)
        return Ok{}; // it stays in the overlay, and is not sent again
    // A change that had to wait on the server is answered twice; one of an old reply is not looked at again.
    const bool written = outcome.status == OutcomeStatus::Applied || outcome.status == OutcomeStatus::Merged;
    if (written && outcome.seq > m_moment.checkpoint && outcome.incarnation == m_identity.incarnation &&
        !m_moment.everything)
        SATCHEL_TRY(m_own.take(outcome));
    else if (first)
        SATCHEL_TRY(m_own.dismiss(outcome.number));
    if (!first)
        return Ok{};
    SATCHEL_TRY(leaveOverlay(outcome.number, rows));
    for (const RowKey& row : rows) {
        m_touched.insert(row);
        report.changed.push_back(row);
    }
    report.merged += outcome.status == OutcomeStatus::Merged ? 1 : 0;
    report.rejected += outcome.status == OutcomeStatus::Rejected ? 1 : 0;
    return Ok{};
}

Status Answers::show(std::set<RowKey> unfolded)
{
    unfolded.merge(m_touched);
    SATCHEL_TRY(m_own.finish());
    for (const RowKey& key : m_own.made())
        unfolded.erase(key);
    unfolded.insert(m_own.waiting().begin(), m_own.waiting().end());
    for (const RowKey& key : unfolded)
        if (!planted("rebase skipped"))
            SATCHEL_TRY(m_overlay.refold(key));
    return Ok{};
}

// A change keeps its after-values, and loses what it said of before, once the server has it. A server that is restored
// may ask for it again: for that a copy stays which nobody but the server can read.
Status Answers::forgetWhatStood(const std::set<RowKey>& leaving)
{
    for (const RowKey& key : leaving) {
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
            if (leaving.empty() && m_answered.empty())
                return Ok{};
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            const std::int64_t number = statement.integer(0);
            if (leaving.empty() && !m_answered.contains(number))
                continue;
            auto change = decodeChange(statement.blob(1));
            if (!change.ok())
                continue;
            SATCHEL_ASSIGN(const bool any, wipeBefore(*change, m_answered.contains(number), leaving));
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

// True if there was something to take out.
Result<bool> Answers::wipeBefore(Change& change, bool justAnswered, const std::set<RowKey>& leaving)
{
    bool any = false;
    for (Operation& operation : change.operations) {
        const RowKey key{operation.entity->number, operation.id};
        if (operation.kind != OperationKind::Update || !(justAnswered || leaving.contains(key)))
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

Status Answers::forgetOld()
{
    // The newest stays whatever its age, and so does the one before the first that waits: their ids are the links to
    // the next change.
    SATCHEL_ASSIGN(
        auto statement,
        m_connection.prepare(
            "DELETE FROM outbox WHERE answered < ?1 AND deferred IS NULL AND number < (SELECT max(number) FROM "
            "outbox) AND number < coalesce((SELECT min(number) FROM outbox WHERE answered "
            "IS NULL), 9e18) - 1"));
    SATCHEL_TRY(statement.bind(1, m_moment.now - answersKept).run());
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

} // namespace satchel
