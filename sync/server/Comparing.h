// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Identities.h"
#include "sync/server/Ledger.h"

namespace satchel::server {

/// Answers a laptop whose digests disagree: what this server has in ranges of ids, as it was at the laptop's
/// checkpoint, and the rows that turn out to differ. What has happened to a row since the checkpoint stands in the logs
/// of its scopes; such rows are named and left out, so that the rest can be compared while others go on working. Lives
/// inside one read transaction.
class Comparing {
public:
    Comparing(Database& database, const Caller& caller, Milliseconds now)
        : m_database(database), m_tables(database), m_scoping(database), m_caller(caller), m_now(now)
    {}

    [[nodiscard]] Result<CompareReply> compare(const CompareRequest& request);

private:
    [[nodiscard]] Status checkHistory(const CompareRequest& request);
    /// The rows mentioned in the logs since; false if there are too many to name.
    [[nodiscard]] Result<bool> readLogs(std::int64_t since, CompareReply& reply);
    [[nodiscard]] Result<RangeSums> sumsOf(const KeyRange& range);
    /// Adds a row that the caller sees, with its memberships and history. Answers its bytes, about.
    [[nodiscard]] Result<std::size_t> addRow(const RowKey& key, PullReply& found);

    Database& m_database;
    EntityTables m_tables;
    Scoping m_scoping;
    Caller m_caller;
    Milliseconds m_now;
    Clock m_clock;
    std::set<Scope> m_granted;
    std::set<Id> m_moved;
    std::set<Id> m_placed; ///< rows whose memberships are in the reply
};

} // namespace satchel::server
