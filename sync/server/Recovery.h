// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Identities.h"
#include "sync/server/Ledger.h"

namespace satchel::server {

/// A salt that this server can recognise as its own even after it has lost the checkpoint: 8 random bytes, and 8 of
/// BLAKE2b-128(key, history || seq || random bytes). Without that, anybody could make the server believe that it was
/// restored. Within the caller's transaction.
[[nodiscard]] Result<Bytes> sealedSalt(Database& database, const Id& history, std::int64_t seq,
                                       std::string_view random);
/// The same in two steps: what is asked for the key, and the salt once that has been answered.
[[nodiscard]] Database::Question saltKeyQuestion();
[[nodiscard]] Result<Bytes> sealedSalt(const std::vector<Row>& key, const Id& history, std::int64_t seq,
                                       std::string_view random);

/// Of the key pair for what laptops keep for this server alone (sync/protocol/BoxedChange.h); empty if there is none.
[[nodiscard]] Result<Bytes> boxSecret(Database& database);

/// What happens when the server's data is older than what laptops have seen: it was restored from a backup, declared or
/// not, or failed over to a copy that lagged. It then lives under a new history_id, and what laptops had beyond the
/// backup comes back: their own changes by being offered again, others' rows by being held until an administrator has
/// decided. Nothing is deleted by it. Within the caller's write transaction, unless said otherwise.
class Recovery {
public:
    Recovery(Database& database, Environment& environment) : m_database(database), m_environment(environment) {}

    /// Begins a new history: another history_id, a seq beyond any that was given before, no token valid any more, an
    /// alert. `reason`: a sentence for the alert. `above`: a seq that is known to have been given, though the data here
    /// does not say so.
    [[nodiscard]] Status begin(const std::string& reason, std::int64_t above = 0);
    /// Whether a recovery is open. Only reads.
    [[nodiscard]] Result<bool> isOpen();
    /// Whether this server, or the one it was restored from, once gave out this checkpoint. Only reads.
    [[nodiscard]] Result<bool> issued(const Id& history, const CheckpointProof& proof);

    /// Finds the last state that the laptop and the server share.
    [[nodiscard]] Result<HealReply> heal(const HealRequest& request, std::int64_t lastNumber);
    /// Keeps rows that the server does not know; answers which ones those are. Nothing once the recovery is closed.
    [[nodiscard]] Result<HeldReply> hold(const Caller& caller, const HeldRequest& request);

    struct Held {
        RowKey row;
        std::string label;
        std::string device;
        Milliseconds at = 0;
    };
    [[nodiscard]] Result<std::vector<Held>> held();
    /// Makes a held row (or, without `row`, every one that fits) part of the company again. Answers how many.
    [[nodiscard]] Result<std::int64_t> adopt(const std::optional<RowKey>& row);
    /// The administrator has decided: held rows are forgotten, here and on the laptops.
    [[nodiscard]] Status close();

private:
    [[nodiscard]] Result<std::optional<std::int64_t>> commonSeq(const HealRequest& request);
    [[nodiscard]] Status raiseSeqAbove(std::int64_t seq);
    [[nodiscard]] Result<bool> knows(const RowUpsert& row);
    [[nodiscard]] Result<bool> adoptRow(Ledger& ledger, const RowUpsert& image);

    Database& m_database;
    Environment& m_environment;
};

} // namespace satchel::server
