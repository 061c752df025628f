// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Recovery.h"

#include "core/schema/Validation.h"
#include "sync/protocol/Codec.h"
#include "sync/server/Alerts.h"
#include "sync/server/LostPast.h"
#include "sync/server/OrderFeed.h"

#include <algorithm>
#include <sodium.h>

namespace satchel::server {

namespace {

constexpr int epochBits = 40; // below them a seq counts transactions
constexpr const char* saltKey = "salt";

std::int64_t nextEpoch(std::int64_t seq)
{
    return ((seq >> epochBits) + 1) << epochBits;
}

Bytes bigEndian(std::int64_t number)
{
    Bytes bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>((static_cast<std::uint64_t>(number) >> shift) & 0xFF));
    return bytes;
}

Bytes saltOf(std::string_view key, const Id& history, std::int64_t seq, std::string_view random)
{
    const Bytes chance(random.substr(0, 8));
    const Bytes16 mark = blake2b128(key, Bytes(history.view()) + bigEndian(seq) + chance);
    return chance + Bytes(view(mark).substr(0, 8));
}

} // namespace

Result<Bytes> sealedSalt(Database& database, const Id& history, std::int64_t seq, std::string_view random)
{
    const Database::Question question = saltKeyQuestion();
    SATCHEL_ASSIGN(const auto key, database.query(question.sql, question.parameters));
    return sealedSalt(key, history, seq, random);
}

Database::Question saltKeyQuestion()
{
    return {"SELECT bytes FROM secret WHERE name=$1", {Cell(std::string(saltKey))}};
}

Result<Bytes> sealedSalt(const std::vector<Row>& key, const Id& history, std::int64_t seq, std::string_view random)
{
    if (key.empty())
        return Error{ErrorKind::Internal, "The server's database has lost its key for checkpoints."};
    return saltOf(bytesOf(key[0][0]), history, seq, random);
}

Result<Bytes> boxSecret(Database& database)
{
    SATCHEL_ASSIGN(const auto rows, database.query("SELECT bytes FROM secret WHERE name='box'"));
    return rows.empty() ? Bytes() : bytesOf(rows[0][0]);
}

Status Recovery::begin(const std::string& reason, std::int64_t above)
{
    SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
    const Milliseconds now = m_environment.now();
    const Id history = m_environment.newId();
    const std::int64_t seq = nextEpoch(std::max(clock.seq, above));
    SATCHEL_TRY(m_database.query("INSERT INTO past_history(history, branch, ended) VALUES($1, $2, $3)",
                                 {cell(clock.history), Cell(clock.seq), Cell(now)}));
    SATCHEL_TRY(m_database.query("UPDATE clock SET history=$1, seq=$2 WHERE one=1", {cell(history), Cell(seq)}));
    SATCHEL_ASSIGN(const Bytes salt, sealedSalt(m_database, history, seq, m_environment.random(16)));
    SATCHEL_TRY(m_database.query("INSERT INTO checkpoint(seq, salt, committed) VALUES($1, $2, $3)",
                                 {Cell(seq), Blob{salt}, Cell(now)}));
    // A token that was revoked after the backup must not come to life again.
    SATCHEL_TRY(m_database.query("DELETE FROM token"));
    return alerts::raise(m_database, m_environment, "recovery", history.view(), reason);
}

Result<bool> Recovery::isOpen()
{
    SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT 1 FROM past_history WHERE closed IS NULL LIMIT 1"));
    return !rows.empty();
}

Result<bool> Recovery::issued(const Id& history, const CheckpointProof& proof)
{
    SATCHEL_ASSIGN(const Bytes salt, sealedSalt(m_database, history, proof.seq, view(proof.salt)));
    return sodium_memcmp(salt.data(), proof.salt.data(), proof.salt.size()) == 0;
}

Result<std::optional<std::int64_t>> Recovery::commonSeq(const HealRequest& request)
{
    for (const CheckpointProof& proof : request.checkpoints) {
        SATCHEL_ASSIGN(const auto rows,
                       m_database.query("SELECT salt FROM checkpoint WHERE seq=$1", {Cell(proof.seq)}));
        if (!rows.empty() && bytesOf(rows[0][0]) == view(proof.salt))
            return std::optional(proof.seq);
    }
    return std::optional<std::int64_t>();
}

Status Recovery::raiseSeqAbove(std::int64_t seq)
{
    SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
    if (clock.seq > seq)
        return Ok{};
    const std::int64_t raised = nextEpoch(seq);
    SATCHEL_ASSIGN(const Bytes salt, sealedSalt(m_database, clock.history, raised, m_environment.random(16)));
    SATCHEL_TRY(m_database.query("UPDATE clock SET seq=$1 WHERE one=1", {Cell(raised)}));
    SATCHEL_TRY(m_database.query("INSERT INTO checkpoint(seq, salt, committed) VALUES($1, $2, $3)",
                                 {Cell(raised), Blob{salt}, Cell(m_environment.now())}));
    return Ok{};
}

Result<HealReply> Recovery::heal(const HealRequest& request, std::int64_t lastNumber)
{
    SATCHEL_ASSIGN(const auto common, commonSeq(request));
    if (!request.checkpoints.empty() && common != request.checkpoints.front().seq) {
        // Only what this server itself has given out counts as a proof that something was lost.
        const CheckpointProof& newest = request.checkpoints.front();
        SATCHEL_ASSIGN(const bool ours, issued(request.history, newest));
        if (!ours && !common)
            return Error{ErrorKind::Conflict, "This is another company's server than the one this profile belongs to."};
        SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
        const bool noticed = ours && request.history == clock.history;
        if (noticed)
            SATCHEL_TRY(begin("The server's data is older than what laptops have seen (it was restored, or failed over "
                              "to an older copy). Laptops are giving back what is missing. Close the recovery with "
                              "\"satchel-server recovery close\" when all have synced."));
        if (ours) {
            SATCHEL_TRY(raiseSeqAbove(newest.seq));
            SATCHEL_TRY(lostPast::remember(m_database,
                                           {.incarnation = request.incarnation,
                                            .history = request.history,
                                            .branch = common.value_or(0),
                                            .last = newest.seq},
                                           noticed));
        }
    }
    SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
    HealReply reply{.history = clock.history, .branch = common.value_or(0), .lastNumber = lastNumber};
    SATCHEL_ASSIGN(reply.recovering, isOpen());
    return reply;
}

Result<bool> Recovery::knows(const RowUpsert& row)
{
    SATCHEL_ASSIGN(const auto present, EntityTables(m_database).findForMerge(*row.entity, row.id));
    return present.has_value();
}

Result<HeldReply> Recovery::hold(const Caller& caller, const HeldRequest& request)
{
    HeldReply reply;
    SATCHEL_ASSIGN(const bool open, isOpen());
    if (!open)
        return reply;
    for (const RowUpsert& row : request.rows) {
        if (row.entity->internal)
            continue;
        SATCHEL_ASSIGN(const bool known, knows(row));
        if (known)
            continue;
        SATCHEL_TRY(m_database.query("INSERT INTO held_row(entity, row_id, image, device_id, at) VALUES($1, $2, $3, "
                                     "$4, $5) ON CONFLICT DO NOTHING",
                                     {Cell(std::int64_t{row.entity->number}), cell(row.id), Blob{encodeRow(row)},
                                      cell(caller.device), Cell(m_environment.now())}));
        reply.kept.push_back({row.entity->number, row.id});
    }
    return reply;
}

Result<std::vector<Recovery::Held>> Recovery::held()
{
    SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT entity, row_id, image, COALESCE(device.name, ''), at "
                                                     "FROM held_row LEFT JOIN device ON device.id = device_id "
                                                     "ORDER BY entity, row_id"));
    std::vector<Held> all;
    for (const Row& row : rows) {
        Held held{{static_cast<int>(integerOf(row[0])), idOf(row[1])}, {}, textOf(row[3]), integerOf(row[4])};
        SATCHEL_ASSIGN(const RowUpsert image, decodeRow(bytesOf(row[2])));
        Record record(*image.entity, image.id);
        for (const auto& [field, value] : image.fields)
            record.values[field] = value;
        held.label = record.label();
        all.push_back(std::move(held));
    }
    return all;
}

Result<bool> Recovery::adoptRow(Ledger& ledger, const RowUpsert& image)
{
    SATCHEL_ASSIGN(const bool known, knows(image));
    if (known)
        return false; // its author's own change has brought it back meanwhile
    Record record(*image.entity, image.id);
    for (const auto& [field, value] : image.fields)
        record.values[field] = value;
    if (!validateRow(*record.entity, record.values).ok())
        return false;
    SATCHEL_TRY(ledger.insert(record, Stamp{.rev = ledger.seq(), .at = m_environment.now()}));
    SATCHEL_TRY(ledger.addHistory({.row = {record.entity->number, record.id},
                                   .device = "satchel-server",
                                   .at = m_environment.now(),
                                   .rule = "created"}));
    return true;
}

Result<std::int64_t> Recovery::adopt(const std::optional<RowKey>& only)
{
    // In order of entity numbers: accounts before their contacts, both before their activities.
    SATCHEL_ASSIGN(const auto rows,
                   m_database.query("SELECT entity, row_id, image FROM held_row ORDER BY entity, row_id"));
    Ledger ledger(m_database);
    SATCHEL_TRY(ledger.open());
    SATCHEL_TRY(ledger.beginChange());
    std::int64_t adopted = 0;
    for (const Row& row : rows) {
        const RowKey key{static_cast<int>(integerOf(row[0])), idOf(row[1])};
        if (only && *only != key)
            continue;
        SATCHEL_ASSIGN(const RowUpsert image, decodeRow(bytesOf(row[2])));
        SATCHEL_ASSIGN(const bool made, adoptRow(ledger, image));
        adopted += made ? 1 : 0;
        SATCHEL_TRY(m_database.query("DELETE FROM held_row WHERE entity=$1 AND row_id=$2", {row[0], row[1]}));
    }
    SATCHEL_TRY(recordOrders(m_database, ledger, m_environment));
    SATCHEL_TRY(ledger.finishChange());
    SATCHEL_TRY(ledger.close(m_environment.now(), m_environment.random(16)));
    return adopted;
}

Status Recovery::close()
{
    SATCHEL_ASSIGN(const bool open, isOpen());
    if (!open)
        return Error{ErrorKind::NotFound, "There is no open recovery."};
    SATCHEL_ASSIGN(const Clock clock, readClock(m_database));
    SATCHEL_TRY(m_database.query("DELETE FROM held_row"));
    SATCHEL_TRY(
        m_database.query("UPDATE past_history SET closed=$1 WHERE closed IS NULL", {Cell(m_environment.now())}));
    return alerts::closeAbout(m_database, "recovery", clock.history.view(), m_environment.now());
}

} // namespace satchel::server
