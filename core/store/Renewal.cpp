// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Renewal.h"

#include "core/store/Meta.h"
#include "core/store/RedoLog.h"
#include "core/store/Scrub.h"
#include "core/store/UndoLog.h"
#include "sync/protocol/BoxedChange.h"
#include "sync/protocol/Codec.h"

#include <algorithm>

namespace satchel {

Result<std::vector<CheckpointProof>> Renewal::checkpoints()
{
    SATCHEL_ASSIGN(auto statement,
                   m_replica.connection().prepare("SELECT seq, salt FROM checkpoint ORDER BY seq DESC LIMIT 256"));
    std::vector<CheckpointProof> all;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return all;
        all.push_back({statement.integer(0), bytes16(statement.blob(1)).value_or(Bytes16{})});
    }
}

Result<std::vector<Renewal::Waiting>> Renewal::waiting()
{
    SATCHEL_ASSIGN(auto statement, m_replica.connection().prepare("SELECT number, chain, body, withdrawn, boxed "
                                                                  "FROM outbox WHERE answered IS NULL ORDER BY "
                                                                  "number"));
    std::vector<Waiting> all;
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return all;
        all.push_back({statement.integer(0), bytes16(statement.blob(1)).value_or(Bytes16{}), Bytes(statement.blob(2)),
                       Bytes(statement.blob(4)), statement.integer(3) != 0});
    }
}

Result<std::vector<std::pair<std::int64_t, Bytes16>>> Renewal::pending()
{
    SATCHEL_ASSIGN(const auto changes, waiting());
    std::vector<std::pair<std::int64_t, Bytes16>> all;
    for (const Waiting& change : changes)
        all.emplace_back(change.number, change.chain);
    return all;
}

Result<std::vector<Renewal::Former>> Renewal::formers(sqlite::Connection& connection)
{
    SATCHEL_ASSIGN(const std::string bytes, Meta(connection).text("former_chains"));
    constexpr std::size_t each = 16 + 8;
    std::vector<Former> all;
    for (std::size_t i = 0; i + each <= bytes.size(); i += each) {
        Former former{.incarnation = *Id::fromBytes(std::string_view(bytes).substr(i, 16))};
        for (std::size_t digit = 16; digit < each; ++digit)
            former.until = former.until * 256 + static_cast<unsigned char>(bytes[i + digit]);
        all.push_back(former);
    }
    return all;
}

Status Renewal::keepFormer(const Former& former)
{
    Meta meta(m_replica.connection());
    SATCHEL_ASSIGN(std::string bytes, meta.text("former_chains"));
    bytes += former.incarnation.view();
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(former.until >> shift & 0xFF);
    return meta.setBytes("former_chains", bytes);
}

// Hardly ever any: only as long as something sent under one of them is undecided.
Result<std::vector<Id>> Renewal::formerIncarnations(bool everything)
{
    std::vector<Id> all;
    SATCHEL_ASSIGN(const std::int64_t undecided,
                   m_replica.connection().integer(
                       "SELECT count(*) FROM outbox WHERE (answered IS NULL OR deferred IS NOT NULL) AND number < "
                       "coalesce((SELECT value FROM meta WHERE key='first_number'), 0)"));
    if (undecided == 0 && !everything)
        return all;
    SATCHEL_ASSIGN(const auto former, formers(m_replica.connection()));
    for (const Former& each : former)
        all.push_back(each.incarnation);
    return all;
}

Result<bool> Renewal::canContinueAfter(std::int64_t number)
{
    SATCHEL_ASSIGN(const std::int64_t last, nextNumber());
    SATCHEL_ASSIGN(const std::int64_t first, Meta(m_replica.connection()).integer("first_number"));
    SATCHEL_ASSIGN(auto former,
                   m_replica.connection().prepare("SELECT 1 FROM outbox WHERE answered IS NULL AND number<?1 LIMIT 1"));
    SATCHEL_ASSIGN(const bool offersFormer, former.bind(1, first).step());
    if (offersFormer) // what was sent under another incarnation goes up under a new one
        return false;
    if (number >= last - 1)
        return true;
    SATCHEL_ASSIGN(auto statement, m_replica.connection().prepare("SELECT count(*) FROM outbox WHERE number>?1"));
    SATCHEL_ASSIGN(const bool counted, statement.bind(1, number).step());
    return counted && number + 1 >= first && statement.integer(0) == last - 1 - number;
}

// The change counts as unanswered again: its operations are merged onto whatever the server has now.
Status Renewal::wait(std::int64_t number, const Bytes& body, bool withdrawn)
{
    sqlite::Connection& connection = m_replica.connection();
    SATCHEL_ASSIGN(auto open,
                   connection.prepare(
                       "UPDATE outbox SET answered=NULL, outcome=NULL, deferred=NULL, withdrawn=?2 WHERE number=?1"));
    open.bind(1, number);
    if (withdrawn)
        open.bind(2, std::int64_t{1});
    else
        open.bindNull(2);
    SATCHEL_TRY(open.run());
    if (withdrawn)
        return Ok{};
    Overlay overlay(connection, m_identity.user, m_identity.incarnation);
    SATCHEL_ASSIGN(Change change, decodeChange(body));
    change.number = number;
    SATCHEL_TRY(overlay.begin(change));
    return Ok{};
}

Status Renewal::offerBeyond(std::int64_t branch)
{
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_replica.connection()));
    SATCHEL_TRY(offer([&](std::int64_t, const Outcome& outcome) { return outcome.seq > branch; }));
    return transaction.commit();
}

Status Renewal::offer(const std::function<bool(std::int64_t number, const Outcome& outcome)>& wanted)
{
    struct Answered {
        std::int64_t number = 0;
        Bytes body;
        bool refused = false;
    };
    std::vector<Answered> answered;
    {
        SATCHEL_ASSIGN(auto statement, m_replica.connection().prepare("SELECT number, body, outcome FROM outbox WHERE "
                                                                      "answered IS NOT NULL ORDER BY number"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            const auto outcome = decodeOutcome(statement.blob(2));
            if (outcome.ok() && !wanted(statement.integer(0), *outcome)) // one that cannot be read counts as beyond
                continue;
            const bool refused = outcome.ok() && (outcome->status == OutcomeStatus::Rejected ||
                                                  outcome->status == OutcomeStatus::Withdrawn);
            answered.push_back({statement.integer(0), Bytes(statement.blob(1)), refused});
        }
    }
    for (const Answered& change : answered)
        SATCHEL_TRY(wait(change.number, change.body, change.refused));
    return Ok{};
}

Status Renewal::offerAgain(const HealReply& reply)
{
    SATCHEL_TRY(holdBeyond(reply.branch));
    SATCHEL_ASSIGN(const std::int64_t first, Meta(m_replica.connection()).integer("first_number"));
    // What was answered up to the branch the server still has, under whichever incarnation it was sent; its last number
    // is that of the present one.
    return offer([&](std::int64_t number, const Outcome& outcome) {
        return (number > reply.lastNumber || number < first) && outcome.seq > reply.branch;
    });
}

Status Renewal::holdBeyond(std::int64_t branch)
{
    sqlite::Connection& connection = m_replica.connection();
    Overlay overlay(connection, m_identity.user, m_identity.incarnation);
    for (const Entity& entity : schema::entities()) {
        if (entity.internal)
            continue;
        std::vector<Id> ids;
        {
            SATCHEL_ASSIGN(auto statement,
                           connection.prepare("SELECT id FROM \"" + entity.name +
                                              "\" WHERE rev>?1 UNION SELECT row FROM base_row WHERE entity=?2"));
            statement.bind(1, branch).bind(2, std::int64_t{entity.number});
            for (;;) {
                SATCHEL_ASSIGN(const bool found, statement.step());
                if (!found)
                    break;
                ids.push_back(statement.id(0));
            }
        }
        for (const Id& id : ids) {
            SATCHEL_ASSIGN(const auto image, overlay.base({entity.number, id}));
            if (!image || image->rev <= branch)
                continue;
            SATCHEL_ASSIGN(auto insert, connection.prepare(
                                            "INSERT OR REPLACE INTO held_row(entity, row, image) VALUES(?1, ?2, ?3)"));
            SATCHEL_TRY(insert.bind(1, std::int64_t{entity.number}).bind(2, id).bindBlob(3, encodeRow(*image)).run());
        }
    }
    return Ok{};
}

Result<std::int64_t> Renewal::nextNumber()
{
    SATCHEL_ASSIGN(const std::int64_t last, Meta(m_replica.connection()).integer("last_number"));
    return last + 1;
}

RenewRequest Renewal::makeRequest(std::vector<std::pair<std::int64_t, Bytes16>> pending, std::int64_t firstNumber)
{
    Environment& environment = m_replica.environment();
    return {.incarnation = m_identity.incarnation,
            .newIncarnation = environment.newId(),
            .secret = environment.random(32),
            .firstNumber = firstNumber,
            .pending = std::move(pending)};
}

Status Renewal::sealAnew(Waiting& change, std::int64_t number, Bytes16& chain, std::string_view secret)
{
    sqlite::Connection& connection = m_replica.connection();
    SATCHEL_ASSIGN(Change opened, decodeChange(change.body));
    opened.number = number;
    if (opened.origin == Bytes16{})
        opened.origin = change.chain;
    change.body = encodeChange(opened);
    if (!change.boxed.empty()) {
        SATCHEL_ASSIGN(BoxedChange boxed, decodeBoxed(change.boxed));
        boxed.number = number;
        boxed.origin = opened.origin;
        change.boxed = encodeBoxed(boxed);
    }
    chain = chainId(secret, number, chain, change.boxed.empty() ? change.body : change.boxed);
    SATCHEL_ASSIGN(auto outbox,
                   connection.prepare("UPDATE outbox SET number=?2, chain=?3, body=?4, boxed=?5 WHERE number=?1"));
    outbox.bind(1, change.number).bind(2, number).bindBlob(3, view(chain)).bindBlob(4, change.body);
    if (change.boxed.empty())
        outbox.bindNull(5);
    else
        outbox.bindBlob(5, change.boxed);
    SATCHEL_TRY(outbox.run());
    for (const char* sql :
         {"UPDATE outbox_row SET number=?2 WHERE number=?1", "UPDATE history SET number=?2 WHERE number=?1"}) {
        SATCHEL_ASSIGN(auto statement, connection.prepare(sql));
        SATCHEL_TRY(statement.bind(1, change.number).bind(2, number).run());
    }
    change.number = number;
    change.chain = chain;
    return Ok{};
}

Status Renewal::renew(const RenewRequest& request, const RenewReply& reply)
{
    sqlite::Connection& connection = m_replica.connection();
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(connection));
    Meta meta(connection);
    SATCHEL_ASSIGN(auto changes, waiting());
    std::int64_t number = request.firstNumber;
    Bytes16 chain{};
    RedoLog::Contents redo;
    if (!changes.empty() && changes.back().number >= request.firstNumber) // typed since the request was made
        return Error{ErrorKind::Busy, "There are new changes; sync again."};
    for (Waiting& change : changes) {
        if (std::find(reply.known.begin(), reply.known.end(), change.number) != reply.known.end())
            continue;
        const Bytes16 before = chain;
        SATCHEL_TRY(sealAnew(change, number, chain, request.secret));
        redo.entries.push_back({change.number, before, change.body});
        ++number;
    }
    SATCHEL_TRY(keepFormer({.incarnation = request.incarnation, .until = request.firstNumber}));
    m_identity.incarnation = request.newIncarnation;
    m_identity.secret = request.secret;
    SATCHEL_TRY(m_replica.keepIdentity(m_identity));
    SATCHEL_TRY(meta.set("first_number", request.firstNumber));
    SATCHEL_TRY(meta.set("last_number", number - 1));
    SATCHEL_TRY(meta.setBytes("last_chain", view(chain)));
    SATCHEL_TRY(UndoLog(connection).forget(UndoLog::restored));
    // We hold the write lock; what stood there is in the outbox or has reached the server.
    SATCHEL_TRY(RedoLog(m_replica.folder()).rewrite(request.newIncarnation, redo));
    return transaction.commit();
}

Result<std::vector<RowUpsert>> Renewal::held()
{
    sqlite::Connection& connection = m_replica.connection();
    std::vector<RowUpsert> all;
    {
        SATCHEL_ASSIGN(auto statement, connection.prepare("SELECT image FROM held_row ORDER BY entity, row"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            SATCHEL_ASSIGN(RowUpsert row, decodeRow(statement.blob(0)));
            all.push_back(std::move(row));
        }
    }
    Overlay overlay(connection, m_identity.user, m_identity.incarnation);
    std::vector<RowUpsert> missing;
    for (RowUpsert& row : all) {
        SATCHEL_ASSIGN(const auto base, overlay.base({row.entity->number, row.id}));
        if (!base || base->rev == 0)
            missing.push_back(std::move(row));
    }
    return missing;
}

Result<bool> Renewal::isMember(const Id& root)
{
    SATCHEL_ASSIGN(auto statement, m_replica.connection().prepare("SELECT 1 FROM member WHERE row=?1 LIMIT 1"));
    return statement.bind(1, root).step();
}

Status Renewal::keepHeld(const std::vector<RowKey>& kept)
{
    sqlite::Connection& connection = m_replica.connection();
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(connection));
    std::vector<std::pair<RowKey, Id>> all; // with their roots
    std::set<Id> heldIds;
    std::set<int> gone;
    {
        SATCHEL_ASSIGN(auto statement, connection.prepare("SELECT entity, row, image FROM held_row"));
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            SATCHEL_ASSIGN(const RowUpsert row, decodeRow(statement.blob(2)));
            all.emplace_back(RowKey{static_cast<int>(statement.integer(0)), statement.id(1)}, row.root);
            heldIds.insert(statement.id(1));
        }
    }
    for (const auto& [key, root] : all) {
        // What the server has been shown of a record that is out of sight is not kept here as well.
        SATCHEL_ASSIGN(const bool inSight, heldIds.contains(root) ? Result<bool>(true) : isMember(root));
        if (inSight && std::find(kept.begin(), kept.end(), key) != kept.end())
            continue;
        SATCHEL_ASSIGN(auto forget, connection.prepare("DELETE FROM held_row WHERE entity=?1 AND row=?2"));
        SATCHEL_TRY(forget.bind(1, std::int64_t{key.entity}).bind(2, key.id).run());
        gone.insert(key.entity);
    }
    if (gone.empty())
        return Ok{};
    Scrub scrub(connection);
    SATCHEL_TRY(scrub.owe(gone));
    SATCHEL_TRY(transaction.commit());
    return scrub.pay();
}

} // namespace satchel
